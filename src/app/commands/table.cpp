#include "app/commands/commands.h"

namespace drypoint::app {

const std::vector<Command>& commands() {
    static const std::vector<Command> table{
        {"view", "Open the window", "Also what drypoint does without a command. Where there is no display it says so.",
         bind_view},
        {"render", "Write a picture, without a display",
         "Actions given with --do are those of scripts and logs: drypoint list actions.", bind_render},
        {"list", "List what there is", "", bind_list},
        {"probe", "Measure a needle: the layers it passes and how far it stays from hazards",
         "Distances are those of this model, not safe depths.", bind_probe},
        {"model check", "Say whether every solid of a model is sound",
         "Closed, manifold, facing outwards, free of self-intersections; no two sharing space; landmarks on their "
         "bone; nothing "
         "missing. Exit status 1 if there is any problem.",
         bind_model_check},
        {"schema", "Write the JSON Schemas of all files that people write", "", bind_schema},
        {"replay", "Apply a log of actions and print the state it leads to", "", bind_replay},
        {"man", "Print the manual page", "Read it with: drypoint man | man -l -", bind_manual},
        {"completion", "Print a shell's completion script", "Use it with: source <(drypoint completion bash)",
         bind_completion},
    };
    return table;
}

}  // namespace drypoint::app
