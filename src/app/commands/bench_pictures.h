#pragma once
// `drypoint bench render`.

#include "app/commands/bench_peers.h"
#include "app/open_model.h"

namespace drypoint::app {

struct PictureBench {
    std::vector<glm::ivec2> sizes_px;
    int frames;  // of a flight
    int runs;    // of whole processes
};

// `clock`: started with the program; its first stage, the model, has ended. Nothing comes back where there is no OpenGL.
std::vector<ComparedRow> bench_pictures(const OpenedWorld& opened, const PictureBench& bench, StageClock clock);

}  // namespace drypoint::app
