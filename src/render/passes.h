#pragma once
// The passes of a picture. Each sets the state that it needs and draws into the framebuffer that is bound, whose
// viewport begin_canvas() has set.

#include <cstddef>
#include <functional>

#include "render/canvas.h"
#include "render/frame.h"
#include "render/mesh_cache.h"
#include "render/program.h"
#include "render/target.h"

namespace drypoint::render {

// What is to be drawn on a translucent item, once its front is drawn: its position in scene.items.
using OnFront = std::function<void(std::size_t item)>;

// Binds a canvas whose bottom left is the frame's covered.at.
void begin_canvas(const Canvas& canvas, const Frame& frame);

class SurfacePass {
  public:
    explicit SurfacePass(const ShaderSources& sources);
    void draw_solid(const scene::Scene& scene, const Frame& frame, MeshCache& meshes) const;
    void draw_translucent(const scene::Scene& scene, const Frame& frame, MeshCache& meshes,
                          const OnFront& on_front) const;

  private:
    void use(const scene::Scene& scene, const Frame& frame) const;

    Program program_;
};

// What is painted on surfaces, over them and under what lies in front of them.
class PaintPass {
  public:
    explicit PaintPass(const ShaderSources& sources);
    // On every solid item.
    void draw_on_solid(const scene::Scene& scene, const Frame& frame, MeshCache& meshes) const;
    // On one item: a position in scene.items.
    void draw_on(std::size_t item, const scene::Scene& scene, const Frame& frame, MeshCache& meshes) const;

  private:
    void begin(const scene::Scene& scene, const Frame& frame) const;
    void draw_paints(const scene::Item& item, const scene::Scene& scene, MeshCache& meshes) const;

    Program program_;
};

// Multiplies the solid picture by how open each place is to the light around.
class OcclusionPass {
  public:
    explicit OcclusionPass(const ShaderSources& sources);
    // Reads the depth of `solid` and darkens it.
    void draw(const Frame& frame, const Canvas& solid);

  private:
    void find(const Frame& frame, const Canvas& solid, glm::ivec2 coarse);
    void smooth(glm::ivec2 coarse, float sharp);
    void apply(const Frame& frame, const Canvas& solid, glm::ivec2 coarse, float sharp) const;

    Program find_, smooth_, apply_;
    GlVertexArray no_vertices_;
    Canvas rough_, smoothed_;
};

// Fills the target with the background and lays the averaged canvas over it.
class ComposePass {
  public:
    explicit ComposePass(const ShaderSources& sources);
    void draw(const scene::Scene& scene, const Frame& frame, const Canvas& canvas, const Target& target) const;

  private:
    Program background_, compose_;
    GlVertexArray no_vertices_;
};

// A line in the accent's colour round each emphasised item, in front of everything.
class OutlinePass {
  public:
    explicit OutlinePass(const ShaderSources& sources);
    void find(const scene::Scene& scene, const Frame& frame, MeshCache& meshes);
    // Over a target that holds the picture.
    void draw(const scene::Scene& scene, const Frame& frame, const Target& target) const;

  private:
    Program mask_program_, outline_;
    GlVertexArray no_vertices_;
    Canvas mask_;
};

}  // namespace drypoint::render
