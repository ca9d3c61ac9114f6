#pragma once
// The commands, one file each. A binder adds the options and returns what runs after they were read.

#include "app/command_line.h"

namespace drypoint::app {

CommandBody bind_view(CLI::App& app);
CommandBody bind_render(CLI::App& app);
CommandBody bind_list(CLI::App& app);
CommandBody bind_probe(CLI::App& app);
CommandBody bind_model_check(CLI::App& app);
CommandBody bind_bench(CLI::App& app);
CommandBody bind_replay(CLI::App& app);
CommandBody bind_manual(CLI::App& app);
CommandBody bind_completion(CLI::App& app);

}  // namespace drypoint::app
