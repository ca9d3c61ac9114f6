#pragma once
// Meshes and patches on the graphics card: uploaded when first drawn, released when nobody owns them any more.

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <vector>

#include "geometry/patch.h"
#include "geometry/slabs.h"
#include "render/frame.h"
#include "render/gl_handle.h"

namespace drypoint::render {

// 24 bytes: three floats, the normal as signed 10-10-10, the strand as 16 bits each way, tendon and openness as a byte each,
// two left over.
struct Vertex {
    glm::vec3 position;
    std::uint32_t normal;
    std::array<std::int16_t, 2> strand;
    std::array<std::uint8_t, 4> tendon_openness;
};

// Of a strand's place (geometry/strands.h), as surface.vert reads it: up to 511 mm either way.
inline constexpr float strand_steps_per_mm = 64.0f;

// A unit vector as OpenGL's INT_2_10_10_10_REV, each part to 1/511.
std::uint32_t pack_normal(const glm::vec3& normal);

class MeshCache {
  public:
    // Draws with positions at attribute 0, normals at 1, strands at 3, tendon and openness at 4. The mesh is not empty, nor,
    // where `light` asks for them, are its lighter triangles; of these only what the frame sees is drawn.
    void draw(const std::shared_ptr<const geometry::ShadedMesh>& mesh, bool light, const Frame& frame);
    // Whether it has strands or tendon.
    bool is_fibrous(const std::shared_ptr<const geometry::ShadedMesh>& mesh);
    // Whether, being closed, it is the wall of something, like the skin, and so thin that nothing has room in it.
    bool is_thin_wall(const std::shared_ptr<const geometry::ShadedMesh>& mesh);
    // And with its values at attribute 2.
    void draw(const std::shared_ptr<const geometry::Patch>& patch);

  private:
    struct Uploaded {
        std::weak_ptr<const void> owner;
        GlVertexArray array;
        GlBuffer vertices, indices, values;
        bool fibrous = false, thin_wall = false;
        std::size_t triangle_count = 0;     // all; the lighter ones follow
        std::vector<geometry::Slab> slabs;  // of the lighter ones
        unsigned index_type = 0;
    };
    static Uploaded upload(const geometry::ShadedMesh& mesh, std::shared_ptr<const void> owner);
    const Uploaded& ready(const std::shared_ptr<const void>& owner, const geometry::ShadedMesh& mesh,
                          const std::vector<glm::vec4>* values);
    static void draw(const Uploaded& ready, std::size_t first, std::size_t count);
    void forget_dead_meshes();

    std::map<const void*, Uploaded> uploaded_;  // by owner
};

}  // namespace drypoint::render
