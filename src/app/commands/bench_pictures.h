#pragma once
// `drypoint bench render`.

#include "app/commands/bench_peers.h"
#include "app/open_model.h"

namespace drypoint::app {

struct PictureBench {
    std::vector<glm::ivec2> sizes_px;
    int frames;  // of a flight
    int runs;    // of whole processes
    std::string only;  // what is measured: names that hold this

    bool asks_for(const std::string& name) const { return name.find(only) != std::string::npos; }
};

// `clock`: started with the program; its first stage, the model, has ended. Nothing comes back where there is no OpenGL.
std::vector<ComparedRow> bench_pictures(const OpenedWorld& opened, const PictureBench& bench, StageClock clock);

// Whole processes, in turn, so that both meet the same machine: this program and f3d, each making one picture of the same
// file. To be called before this process has grown: the system counts its memory as its children's.
std::vector<ComparedRow> bench_processes(const std::string& file, glm::ivec2 size, int runs);

}  // namespace drypoint::app
