#pragma once
// Turns a scene into pixels. Needs an OpenGL 3.3 core context, current whenever a member is called and at destruction.

#include <memory>
#include <string>
#include <vector>

#include "render/program.h"
#include "render/quality.h"
#include "render/target.h"
#include "scene/scene.h"

namespace drypoint::render {

class Renderer {
  public:
    // Throws std::runtime_error if a shader is missing or does not compile. `debug` collects OpenGL's messages.
    explicit Renderer(const ShaderSources& sources, bool debug = false);
    ~Renderer();
    Renderer(Renderer&&) noexcept;
    Renderer& operator=(Renderer&&) noexcept;

    // Draws the scene, or, if it is the scene of the last call at the same size and quality, copies what was drawn
    // then. Leaves the target bound, without blending, culling, depth test or scissors. Throws std::runtime_error if
    // the size is beyond OpenGL's limits.
    void draw(const scene::Scene& scene, const Target& target, Quality quality);

    // What OpenGL complained about since the last call, one message each; empty without `debug`.
    std::vector<std::string> take_errors();

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace drypoint::render
