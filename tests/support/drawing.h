#pragma once
// A context and a renderer for tests that draw. Any message of OpenGL fails the test that caused it.

#include <doctest/doctest.h>

#include <string>
#include <utility>

#include "app/gl_context.h"
#include "app/offscreen.h"
#include "app/shaders.h"
#include "source_dir.h"

namespace drypoint::test {

class Drawing {
  public:
    Drawing() : context_(open()), renderer_(shaders(), true) {}

    base::Image draw(const scene::Scene& scene, glm::ivec2 size, render::Quality quality = render::Quality::rest) {
        base::Result<base::Image> image = app::draw_picture(renderer_, scene, size, quality);
        const std::vector<std::string> messages = renderer_.take_errors();
        for (const std::string& message : messages) INFO(message);
        CHECK_MESSAGE(messages.empty(), (messages.empty() ? std::string() : messages.front()));
        REQUIRE(image);
        return std::move(*image);
    }

    render::Renderer& renderer() { return renderer_; }

    static render::ShaderSources shaders() {
        auto sources = app::read_shaders(source_dir() + "/shaders");
        REQUIRE(sources);
        return std::move(*sources);
    }

  private:
    static app::OffscreenContext open() {
        auto context = app::OffscreenContext::create();
        REQUIRE(context);
        return std::move(*context);
    }

    app::OffscreenContext context_;  // first, so that the renderer dies before it
    render::Renderer renderer_;
};

}  // namespace drypoint::test
