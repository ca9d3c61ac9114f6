#pragma once
// The passes of a picture. Each sets the state that it needs and draws into the framebuffer that is bound, whose
// viewport begin_canvas() has set.

#include <cstddef>
#include <functional>
#include <optional>

#include "render/canvas.h"
#include "render/cut_program.h"
#include "render/frame.h"
#include "render/mesh_cache.h"
#include "render/target.h"

namespace drypoint::render {

// What is to be drawn on a translucent item, once its front is drawn: its position in scene.items.
using OnFront = std::function<void(std::size_t item)>;

// Binds a canvas whose bottom left is the frame's covered.at.
void begin_canvas(const Canvas& canvas, const Frame& frame);

class SurfacePass {
  public:
    explicit SurfacePass(const ShaderSources& sources);
    void draw_solid(const scene::Scene& scene, const Frame& frame, MeshCache& meshes);
    void draw_translucent(const scene::Scene& scene, const Frame& frame, MeshCache& meshes, const OnFront& on_front);

  private:
    void draw(const scene::Item& item, const scene::Scene& scene, const Frame& frame, MeshCache& meshes);
    // A translucent wall's front, as if it were its back too.
    void draw_wall(const scene::Item& item, const scene::Scene& scene, const Frame& frame, MeshCache& meshes);
    CutProgram& program(const scene::Item& item, bool fibrous);

    // Of what has strands or tendon, and of what has neither; all but the first made when first needed.
    struct Twins {
        std::optional<CutProgram> plain, fibrous;
    };
    ShaderSources sources_;
    Twins solid_, translucent_, xray_;
    Program wall_;
};

// What is painted on surfaces, over them and under what lies in front of them.
class PaintPass {
  public:
    explicit PaintPass(const ShaderSources& sources);
    // On every solid item.
    void draw_on_solid(const scene::Scene& scene, const Frame& frame, MeshCache& meshes);
    // On one item: a position in scene.items.
    void draw_on(std::size_t item, const scene::Scene& scene, const Frame& frame, MeshCache& meshes);
    // The faces of what is cut, solid.
    void draw_caps(const scene::Scene& scene, const Frame& frame, MeshCache& meshes);

  private:
    static void draw_paints(const scene::Item& item, const scene::Scene& scene, const Program& program,
                            MeshCache& meshes);

    CutProgram program_;
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

// What lies behind everything. Drawn anew only where its size or colours change: to copy it costs a software rasteriser
// a tenth.
class BackgroundPass {
  public:
    explicit BackgroundPass(const ShaderSources& sources);
    // All over the target.
    void draw(const scene::Scene& scene, const Target& target);
    // The covered part, into a canvas whose texels are the picture's pixels.
    void fill(const scene::Scene& scene, const Frame& frame, const Canvas& canvas);

  private:
    struct Looks {
        glm::ivec2 size_px{0};
        glm::vec3 top{0.0f}, bottom{0.0f};
        bool clear = false;

        friend bool operator==(const Looks&, const Looks&) = default;
    };
    void keep(const scene::Scene& scene, glm::ivec2 size_px);
    void paint(const scene::Scene& scene, const Target& target) const;

    Program program_;
    GlVertexArray no_vertices_;
    Canvas kept_;
    Looks looks_;  // of what is kept
};

// Lays the canvas over a target that holds the background: as it is where it holds the background itself and the target
// takes it, else averaged.
class ComposePass {
  public:
    explicit ComposePass(const ShaderSources& sources);
    void draw(const scene::Scene& scene, const Frame& frame, const Canvas& canvas, const Target& target) const;

  private:
    void average(const scene::Scene& scene, const Frame& frame, const Canvas& canvas, const Target& target) const;

    Program program_;
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
    CutProgram mask_program_;
    Program outline_;
    GlVertexArray no_vertices_;
    Canvas mask_;
};

}  // namespace drypoint::render
