#include <cmath>

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

// As surface.frag knows them: each wider than the last.
constexpr int strand_widths = 3;
constexpr float wider = 2.9f;

// The first width of strands that is drawn: none that the texels are too large for, as far as that is known before.
int first_width(const scene::Item& item, const scene::Finish& finish, const Frame& frame) {
    constexpr float faded = 0.9f, drawn_out = 0.7f;
    if (item.opacity < least_opacity_for_strands) return strand_widths;
    const float least_mm = frame.texel_mm(item.bounds) * drawn_out;
    int first = 0;
    for (float width_mm = finish.fibre_width_mm; first < strand_widths && least_mm > faded * width_mm;
         width_mm *= wider)
        ++first;
    return first;
}

void set_fibres(const Program& program, const scene::Item& item, const scene::Finish& finish, const Frame& frame) {
    const int first = first_width(item, finish, frame);
    program.set("fibres", fibres_uniform(item, finish, first));
    program.set("strands_per_mm", 1.0f / (finish.fibre_width_mm * std::pow(wider, static_cast<float>(first))));
}

// A ray from the eye that goes through a thin wall meets a front and a back close together that face nearly the same way.
// So, while it moves, the front is drawn for both.
bool is_front_for_both(const scene::Item& item, const scene::Scene& scene, const Frame& frame, MeshCache& meshes) {
    return frame.quality != Quality::rest && !scene.cut && item.closed && !item.xray &&
           meshes.is_thin_wall(item.mesh) && !meshes.is_fibrous(item.mesh);
}

}  // namespace

void begin_canvas(const Canvas& canvas, const Frame& frame) {
    canvas.bind();
    glViewport(-frame.covered.at.x, -frame.covered.at.y, frame.size_px.x, frame.size_px.y);
    glDisable(GL_SCISSOR_TEST);
}

SurfacePass::SurfacePass(const ShaderSources& sources)
    : sources_(sources), wall_("thin wall", sources, "wall.vert", "wall.frag") {
    program({}, false);  // says at once what is wrong with the shaders
}

CutProgram& SurfacePass::program(const scene::Item& item, bool fibrous) {
    const bool solid = item.opacity >= 1.0f && !item.xray;
    Twins& twins = item.xray ? xray_ : solid ? solid_ : translucent_;
    std::optional<CutProgram>& wanted = fibrous ? twins.fibrous : twins.plain;
    if (wanted) return *wanted;
    std::vector<std::string> defines;
    if (item.xray) defines.emplace_back("XRAY");
    if (solid) defines.emplace_back("SOLID");
    if (fibrous) defines.emplace_back("FIBRES");
    return wanted.emplace("surface", sources_, "surface.vert", "surface.frag", defines);
}

void SurfacePass::draw(const scene::Item& item, const scene::Scene& scene, const Frame& frame, MeshCache& meshes) {
    const bool fibrous = meshes.is_fibrous(item.mesh);
    const Program& used = program(item, fibrous).use(scene);
    used.set("view", frame.view);
    used.set("projection", frame.projection);
    used.set("towards", frame.towards_eye());
    used.set("item", item_uniform(item, scene));
    used.set("clearness", clearness_uniform(item));  // what is solid has no such uniform
    if (fibrous) set_fibres(used, item, scene.finish, frame);
    meshes.draw(item.mesh, is_drawn_light(item, scene, frame.quality), frame);
}

void SurfacePass::draw_wall(const scene::Item& item, const scene::Scene& scene, const Frame& frame, MeshCache& meshes) {
    wall_.use();
    wall_.set("view", frame.view);
    wall_.set("projection", frame.projection);
    wall_.set("item", item_uniform(item, scene));
    wall_.set("clearness", clearness_uniform(item, 2));
    meshes.draw(item.mesh, is_drawn_light(item, scene, frame.quality), frame);
}

void SurfacePass::draw_solid(const scene::Scene& scene, const Frame& frame, MeshCache& meshes) {
    glEnable(GL_DEPTH_TEST);
    glDepthFunc(GL_LESS);
    glDisable(GL_BLEND);
    glDepthMask(GL_TRUE);
    for (const std::size_t i : solid_order(scene)) {
        const scene::Item& item = scene.items[i];
        if (!frame.sees(item.bounds)) continue;
        set_culling(item, false);
        draw(item, scene, frame, meshes);
    }
}

void SurfacePass::draw_translucent(const scene::Scene& scene, const Frame& frame, MeshCache& meshes,
                                   const OnFront& on_front) {
    const std::vector<Shell> order = shell_order(scene);
    for (const Shell& shell : order) {
        const scene::Item& item = scene.items[shell.item];
        if (!frame.sees(item.bounds)) continue;
        const bool both = is_front_for_both(item, scene, frame, meshes);
        if (both && shell.back) continue;
        glEnable(GL_DEPTH_TEST);
        glDepthFunc(GL_LESS);
        glEnable(GL_BLEND);
        glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);  // colours are premultiplied
        // Of what lies over all else its own nearest face must come out on top, in whatever order its triangles are.
        glDepthMask(&shell == &order.back() && !shell.back ? GL_TRUE : GL_FALSE);
        set_culling(item, shell.back);
        if (both) {
            draw_wall(item, scene, frame, meshes);
        } else {
            draw(item, scene, frame, meshes);
        }
        if (!shell.back && on_front) on_front(shell.item);
    }
}

}  // namespace drypoint::render
