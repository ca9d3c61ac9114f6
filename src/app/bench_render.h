#pragma once
// How long pictures take here. Numbers are of this computer and this run: compare only within one run.

#include <optional>
#include <string>
#include <vector>

#include <glm/vec2.hpp>

#include "app/look.h"
#include "render/renderer.h"
#include "scene/palette.h"
#include "scene/scene.h"
#include "session/world.h"

namespace drypoint::app {

// A median with its spread.
struct BenchRow {
    std::string name;  // "limb opaque 1280x720 rest"
    std::string unit;  // "ms"
    double median = 0.0, min = 0.0, max = 0.0;
    int n = 0;
    std::optional<double> processor_ms = {};  // median of the time of all threads, which other programs disturb less
};

// Of samples in any order; all zero if there are none.
BenchRow bench_row(std::string name, std::string unit, std::vector<double> samples,
                   std::vector<double> processor_ms = {});

struct BenchFlight {
    std::string name;    // "limb opaque"
    scene::Scene scene;  // where the flight begins
    int frames = 18;     // once round the pivot
};

// Flights round the whole limb, and round its knee filling the frame: opaque (without what is translucent at the start),
// with the skin translucent, x-rayed, and cut by a section plane; the knee, with the shipped content, also painted for VM1.
std::vector<BenchFlight> bench_flights(const session::WorldPtr& world, const scene::Palette& palette,
                                       glm::ivec2 size_px, int frames = 18);

// Flights round solids of about so many triangles in all.
std::vector<BenchFlight> growth_flights(const std::vector<double>& millions, glm::ivec2 size_px, int frames = 6);

// One row for each flight and quality: from the scene to pixels in memory. The first picture of each is not counted.
// The renderer's context is current.
std::vector<BenchRow> bench_render(render::Renderer& renderer, const std::vector<BenchFlight>& flights,
                                   glm::ivec2 size_px);

// Processor time of all threads of this process until now.
double processor_now_ms();

// Whole frames of the window with its panels and the labels of VM1: while a hand turns the limb, coarse and not, at rest, and
// while it leans the needle in the needle's room.
std::vector<BenchRow> bench_window(const session::WorldPtr& world, const Look& look, render::Renderer& renderer,
                                   glm::ivec2 size_px, int frames = 18);

// Times stages one after another, for the way from the start to the first picture.
class StageClock {
  public:
    StageClock();
    // Ends a stage that began at the end of the last one, or at construction.
    void end_stage(std::string name);
    // One row per stage, and their sum, each with n = 1.
    std::vector<BenchRow> rows() const;

  private:
    double began_ms_, began_processor_ms_;
    std::vector<BenchRow> rows_;
};

// "1280x720"
std::string size_words(glm::ivec2 size_px);

}  // namespace drypoint::app
