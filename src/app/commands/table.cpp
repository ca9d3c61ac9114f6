#include "app/commands/commands.h"

namespace drypoint::app {

const std::vector<Command>& commands() {
    static const std::vector<Command> table{
        {"view", "Open the window", "Also what drypoint does without a command.", bind_view},
        {"render", "Write a picture, without a display",
         "Actions given with --do are those of scripts and logs: drypoint list actions.", bind_render},
        {"play", "Play a walkthrough and write a picture of every step", "", bind_play},
        {"list", "List what there is", "", bind_list},
        {"show", "Show all that the content holds about one thing, with status and sources",
         "Or everything at once for a clinician to sign: drypoint show review -o review.html.", bind_show},
        {"find", "Find conditions, muscles, points, areas of pain and topics by any name",
         "Latin, lay words, symptoms, areas of pain: drypoint find pain behind the knee.", bind_find},
        {"probe", "Measure a needle: the layers it passes and how far it stays from hazards",
         "A trigger point's taught path, a path of your own, or any line. Distances are those of this model, not safe "
         "depths.",
         bind_probe},
        {"map", "Measure all entries on the skin from which a needle reaches a point",
         "For each its depth, its margin to the nearest hull, the first obstacle and a verdict, in this model.",
         bind_map},
        {"suggest", "Look for an entry with a larger margin than the taught path's",
         "The entry and angle with the largest margin that a needle reaches and the path's technique allows.",
         bind_suggest},
        {"check", "Check content and walkthroughs: every finding with file, line and column",
         "Exit status 1 if there is any error.", bind_check},
        {"model check", "Say whether every solid of a model is sound",
         "Closed, manifold, facing outwards, free of self-intersections; no two sharing space; landmarks on their "
         "bone; "
         "nothing missing. Exit status 1 if there is any problem.",
         bind_model_check},
        {"bench", "Measure speed and print medians",
         "Pictures: the way to the first one in stages, flights round limb and knee beside VTK where "
         "drypoint-bench-pictures was built, frames of the window, growth with the triangles, and whole processes in turn "
         "with f3d where it is installed. Needles: full probes, maps, and layers and clearances beside CGAL and VTK where "
         "drypoint-bench-needles was built. Figures hold for one machine and one run.",
         bind_bench},
        {"schema", "Write the JSON Schemas of all files that people write", "", bind_schema},
        {"replay", "Apply a log of actions and print the state it leads to", "", bind_replay},
        {"man", "Print the manual page", "Read it with: drypoint man | man -l -", bind_manual},
        {"completion", "Print a shell's completion script", "Use it with: source <(drypoint completion bash)",
         bind_completion},
    };
    return table;
}

}  // namespace drypoint::app
