#pragma once
// Meshes and patches on the graphics card: uploaded when first drawn, released when nobody owns them any more.

#include <cstdint>
#include <map>
#include <memory>

#include "geometry/patch.h"
#include "render/gl_handle.h"

namespace drypoint::render {

// 16 bytes: three floats, and the normal as signed 10-10-10.
struct Vertex {
    glm::vec3 position;
    std::uint32_t normal;
};

// A unit vector as OpenGL's INT_2_10_10_10_REV, each part to 1/511.
std::uint32_t pack_normal(const glm::vec3& normal);

class MeshCache {
  public:
    // Draws with positions at attribute 0 and normals at attribute 1. The mesh is not empty.
    void draw(const std::shared_ptr<const geometry::ShadedMesh>& mesh);
    // And with its values at attribute 2.
    void draw(const std::shared_ptr<const geometry::Patch>& patch);

  private:
    struct Uploaded {
        std::weak_ptr<const void> owner;
        GlVertexArray array;
        GlBuffer vertices, indices, values;
        int index_count = 0;
        unsigned index_type = 0;
    };
    static Uploaded upload(const geometry::ShadedMesh& mesh, std::shared_ptr<const void> owner);
    void draw(const std::shared_ptr<const void>& owner, const geometry::ShadedMesh& mesh,
              const std::vector<glm::vec4>* values);
    void forget_dead_meshes();

    std::map<const void*, Uploaded> uploaded_;  // by owner
};

}  // namespace drypoint::render
