#include <epoxy/gl.h>

#include "render/material.h"
#include "render/passes.h"

namespace drypoint::render {
namespace {

void set_culling(const scene::Item& item, bool back_shell) {
    if (item.closed || item.opacity < scene::solid_opacity) {
        glEnable(GL_CULL_FACE);
        glCullFace(back_shell ? GL_FRONT : GL_BACK);
    } else {
        glDisable(GL_CULL_FACE);
    }
}

constexpr float least_opacity_for_strands = 0.25f;  // on what is nearly clear they would not be seen

// Which widths of strands are drawn: from, and up to. As surface.frag knows them: each wider than the last, and none that the
// texels are too large for, as far as that is known before.
glm::ivec2 strand_widths(const scene::Item& item, const scene::Finish& finish, const Frame& frame, MeshCache& meshes) {
    constexpr int widths = 3;
    constexpr float wider = 2.9f, faded = 0.9f, drawn_out = 0.7f;
    if (item.opacity < least_opacity_for_strands || !meshes.is_fibrous(item.mesh)) return {widths, widths};
    const float least_mm = frame.texel_mm(item.bounds) * drawn_out;
    int from = 0;
    for (float width_mm = finish.fibre_width_mm; from < widths && least_mm > faded * width_mm; width_mm *= wider) ++from;
    return {from, widths};
}

void draw(const scene::Item& item, const scene::Scene& scene, const Program& program, const Frame& frame, MeshCache& meshes) {
    program.set("item", item_uniform(item, scene.finish));
    program.set("finish", finish_uniform(item, scene.finish));
    program.set("strand_widths", strand_widths(item, scene.finish, frame, meshes));
    meshes.draw(item.mesh, is_drawn_light(item, scene, frame.quality));
}

}  // namespace

void begin_canvas(const Canvas& canvas, const Frame& frame) {
    canvas.bind();
    glViewport(-frame.covered.at.x, -frame.covered.at.y, frame.size_px.x, frame.size_px.y);
    glDisable(GL_SCISSOR_TEST);
}

SurfacePass::SurfacePass(const ShaderSources& sources) : program_("surface", sources, "surface.vert", "surface.frag") {}

const Program& SurfacePass::use(const scene::Scene& scene, const Frame& frame) {
    glEnable(GL_DEPTH_TEST);
    glDepthFunc(GL_LESS);
    const Program& program = program_.use(scene);
    program.set("view", frame.view);
    program.set("projection", frame.projection);
    program.set("accent", to_linear(scene.accent));
    program.set("towards", frame.towards_eye());
    return program;
}

void SurfacePass::draw_solid(const scene::Scene& scene, const Frame& frame, MeshCache& meshes) {
    const Program& program = use(scene, frame);
    glDisable(GL_BLEND);
    glDepthMask(GL_TRUE);
    for (const std::size_t i : solid_order(scene)) {
        const scene::Item& item = scene.items[i];
        if (!frame.sees(item.bounds)) continue;
        set_culling(item, false);
        draw(item, scene, program, frame, meshes);
    }
}

void SurfacePass::draw_translucent(const scene::Scene& scene, const Frame& frame, MeshCache& meshes,
                                   const OnFront& on_front) {
    for (const Shell& shell : shell_order(scene)) {
        const scene::Item& item = scene.items[shell.item];
        if (!frame.sees(item.bounds)) continue;
        const Program& program = use(scene, frame);
        glEnable(GL_BLEND);
        glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);  // colours are premultiplied
        glDepthMask(GL_FALSE);
        set_culling(item, shell.back);
        draw(item, scene, program, frame, meshes);
        if (!shell.back && on_front) on_front(shell.item);
    }
}

}  // namespace drypoint::render
