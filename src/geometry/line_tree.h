#pragma once
// The triangles near a line. Embree builds the hierarchy of boxes; the way down it is ours, because all triangles along a
// line are wanted, and what that costs is waiting for memory: a level's boxes and the triangles found are fetched ahead.

#include <array>
#include <cstdint>
#include <vector>

#include <glm/vec3.hpp>

#include "geometry/triangle_mesh.h"

namespace drypoint::geometry {

class LineTree {
  public:
    // A triangle with its corners at hand, beside those that lie near it.
    struct Item {
        std::array<glm::vec3, 3> corners;
        std::uint32_t surface;   // position in the list of surfaces
        std::uint32_t triangle;  // of the surface
    };

    // Copies the triangles. Takes about 0.1 s for 300,000 on two cores.
    explicit LineTree(const std::vector<const TriangleMesh*>& surfaces);

    // Calls visit(item) for every triangle that the line meets between two lengths of its direction, and for others near
    // it, in no order. The direction has unit length.
    template <typename Visit>
    void along(const glm::dvec3& origin, const glm::dvec3& direction, double t_min_mm, double t_max_mm,
               const Visit& visit) const {
        for (const Leaf& leaf : leaves_along(origin, direction, t_min_mm, t_max_mm)) {
            for (std::uint32_t i = leaf.first; i < leaf.first + leaf.count; ++i) visit(items_[i]);
        }
    }

  private:
    static constexpr std::size_t width = 4;  // children of a node
    using Wide = float __attribute__((vector_size(width * sizeof(float))));  // a number of each child

    struct Leaf {
        std::uint32_t first, count;  // of items_
    };
    // Its children's boxes side by side, so that they are met at once. Two lines of the processor's cache.
    struct alignas(64) Node {
        Wide bounds[3][2];           // axis; low, high
        std::uint32_t child[width];  // a node, or the first item of a leaf
        std::uint32_t items[width];  // of a leaf; 0: a node
    };
    struct Flattener;
    struct Sight;

    std::vector<Leaf> leaves_along(const glm::dvec3& origin, const glm::dvec3& direction, double t_min_mm,
                                   double t_max_mm) const;

    std::vector<Node> nodes_;  // the root first; none: no triangle
    std::vector<Item> items_;
    glm::dvec3 centre_{0.0};
};

}  // namespace drypoint::geometry
