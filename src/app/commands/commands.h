#pragma once
// The commands, one file each. A binder adds the options and returns what runs after they were read.

#include "app/command_line.h"

namespace drypoint::app {

CommandBody bind_view(OptionSet& set);
CommandBody bind_render(OptionSet& set);
CommandBody bind_list(OptionSet& set);
CommandBody bind_show(OptionSet& set);
CommandBody bind_find(OptionSet& set);
CommandBody bind_probe(OptionSet& set);
CommandBody bind_map(OptionSet& set);
CommandBody bind_suggest(OptionSet& set);
CommandBody bind_model_check(OptionSet& set);
CommandBody bind_bench(OptionSet& set);
CommandBody bind_schema(OptionSet& set);
CommandBody bind_check(OptionSet& set);
CommandBody bind_play(OptionSet& set);
CommandBody bind_replay(OptionSet& set);
CommandBody bind_manual(OptionSet& set);
CommandBody bind_completion(OptionSet& set);

}  // namespace drypoint::app
