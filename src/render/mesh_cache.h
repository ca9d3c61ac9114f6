#pragma once
// Meshes on the graphics card: uploaded when first drawn, released when nobody owns the mesh any more.

#include <cstdint>
#include <map>
#include <memory>

#include "geometry/triangle_mesh.h"
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

  private:
    struct Uploaded {
        std::weak_ptr<const geometry::ShadedMesh> owner;
        GlVertexArray array;
        GlBuffer vertices, indices;
        int index_count = 0;
        unsigned index_type = 0;
    };
    static Uploaded upload(const std::shared_ptr<const geometry::ShadedMesh>& mesh);
    void forget_dead_meshes();

    std::map<const geometry::ShadedMesh*, Uploaded> uploaded_;
};

}  // namespace drypoint::render
