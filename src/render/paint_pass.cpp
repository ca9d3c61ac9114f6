#include <algorithm>

#include <epoxy/gl.h>

#include "render/material.h"
#include "render/passes.h"

namespace drypoint::render {
namespace {

// The uniform `tones` of paint.frag.
std::vector<glm::vec4> tones_uniform(const scene::Paint& paint) {
    std::vector<glm::vec4> values;
    for (const scene::Tone& tone : paint.tones) {
        values.emplace_back(to_linear(tone.fill), tone.opacity);
        values.emplace_back(to_linear(tone.ink), static_cast<float>(tone.pattern));
        values.emplace_back(static_cast<float>(tone.channel), tone.at_least, tone.edged ? 1.0f : 0.0f, 0.0f);
    }
    values.resize(std::min(values.size(), scene::most_tones * 3));
    return values;
}

void begin(const Program& program, const scene::Scene& scene, const Frame& frame) {
    glEnable(GL_DEPTH_TEST);
    glDepthFunc(GL_LEQUAL);
    glDepthMask(GL_FALSE);
    glEnable(GL_BLEND);
    glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    program.set("view", frame.view);
    program.set("projection", frame.projection);
    program.set("towards", frame.towards_eye());
    const float px_per_unit = scene.mark_scale * frame.texels;
    program.set("raster", glm::vec3(glm::vec2(frame.covered.at), px_per_unit));
}

void draw(const scene::Paint& paint, const Program& program, MeshCache& meshes) {
    const std::vector<glm::vec4> tones = tones_uniform(paint);
    program.set("tones", tones);
    program.set("tone_count", static_cast<int>(tones.size() / 3));
    meshes.draw(paint.patch);
}

}  // namespace

PaintPass::PaintPass(const ShaderSources& sources) : program_("paint", sources, "paint.vert", "paint.frag") {}

void PaintPass::draw_paints(const scene::Item& item, const scene::Scene& scene, const Program& program,
                            MeshCache& meshes) {
    for (const scene::Paint& paint : scene.paints) {
        if (paint.index != item.index) continue;
        if (item.closed) {
            glEnable(GL_CULL_FACE);
            glCullFace(GL_BACK);
        } else {
            glDisable(GL_CULL_FACE);
        }
        draw(paint, program, meshes);
    }
}

void PaintPass::draw_on_solid(const scene::Scene& scene, const Frame& frame, MeshCache& meshes) {
    const Program& program = program_.use(scene);
    begin(program, scene, frame);
    for (const scene::Item& item : scene.items)
        if (item.opacity >= scene::solid_opacity) draw_paints(item, scene, program, meshes);
}

void PaintPass::draw_on(std::size_t item, const scene::Scene& scene, const Frame& frame, MeshCache& meshes) {
    const Program& program = program_.use(scene);
    begin(program, scene, frame);
    draw_paints(scene.items[item], scene, program, meshes);
}

void PaintPass::draw_caps(const scene::Scene& scene, const Frame& frame, MeshCache& meshes) {
    const Program& program = program_.use_whole();
    begin(program, scene, frame);
    glDepthMask(GL_TRUE);
    glDisable(GL_BLEND);
    glDisable(GL_CULL_FACE);
    for (const scene::Paint& cap : scene.caps) draw(cap, program, meshes);
}

}  // namespace drypoint::render
