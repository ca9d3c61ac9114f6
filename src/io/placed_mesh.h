#pragma once
// Parts of a mesh brought to their place in the world and joined. Shared by the readers of model files.

#include <glm/mat4x4.hpp>

#include "geometry/triangle_mesh.h"

namespace drypoint::io {

class PlacedMesh {
  public:
    // `place` maps the file's units to the file's units; a unit is `mm_per_unit` long. A mirroring place turns the
    // triangles over, so that outside stays outside.
    PlacedMesh(const glm::dmat4& place, double mm_per_unit);

    // Normals may be empty; such a part, or one with normals of no use, makes the joined mesh one without normals;
    // so with the attributes of vertices and the lighter triangles.
    // Requires: indices in range, as many normals as positions if any.
    void add(geometry::ShadedMesh part);

    // False: a position is too far away for a float in millimetres.
    bool finite() const;

    geometry::ShadedMesh take();

  private:
    bool move(geometry::ShadedMesh& part) const;

    glm::dmat4 place_;
    double mm_per_unit_;
    bool mirrored_;
    bool normals_ = true, light_ = true;
    geometry::ShadedMesh joined_;
};

}  // namespace drypoint::io
