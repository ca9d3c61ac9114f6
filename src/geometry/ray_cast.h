#pragma once
// Where rays meet surfaces. Millimetres.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <vector>

#include "geometry/camera.h"
#include "geometry/triangle_mesh.h"

namespace drypoint::geometry {

struct RayHit {
    std::size_t mesh;        // index in the list of meshes
    std::uint32_t triangle;  // index in the mesh
    double distance_mm;      // from the ray's origin, computed in double
    bool entering;           // the ray meets the triangle's outer face
};

class RayCaster {
  public:
    // True: a hit of this mesh counts. Called from the casting thread only.
    using Filter = std::function<bool(std::size_t mesh, bool entering)>;

    // Copies what it needs; null and empty meshes are never hit but keep their index. Takes about 0.1 s for 300,000
    // triangles.
    explicit RayCaster(const std::vector<const TriangleMesh*>& meshes);
    ~RayCaster();
    RayCaster(RayCaster&&) noexcept;
    RayCaster& operator=(RayCaster&&) noexcept;

    // The nearest hit that counts, up to `reach_mm`. A direction of any length will do.
    std::optional<RayHit> first(const Ray& ray, const Filter& counts = {},
                                double reach_mm = std::numeric_limits<double>::infinity()) const;

    // Every hit that counts, nearest first, each triangle once. A ray through an edge or a vertex hits each triangle
    // that meets there: hits of one mesh at one distance may be one crossing.
    std::vector<RayHit> all(const Ray& ray, const Filter& counts = {},
                            double reach_mm = std::numeric_limits<double>::infinity()) const;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace drypoint::geometry
