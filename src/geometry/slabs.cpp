#include "geometry/slabs.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace drypoint::geometry {
namespace {

Bounds bounds_of(const std::vector<glm::vec3>& positions, const std::vector<Triangle>& triangles, std::size_t first,
                 std::size_t count) {
    Bounds bounds;
    for (std::size_t i = first; i < first + count; ++i) {
        for (const std::uint32_t corner : triangles[i]) bounds.add(positions[corner]);
    }
    return bounds;
}

int axis_along(const glm::vec3& size) {
    if (size.y >= size.x && size.y >= size.z) return 1;
    return size.x >= size.z ? 0 : 2;
}

}  // namespace

std::vector<Slab> sort_into_slabs(const std::vector<glm::vec3>& positions, std::vector<Triangle>& triangles,
                                  std::size_t most) {
    if (triangles.empty()) return {};
    const Bounds all = bounds_of(positions, triangles, 0, triangles.size());
    const int axis = axis_along(all.max - all.min);
    std::vector<float> along(triangles.size());
    for (std::size_t i = 0; i < along.size(); ++i) {
        const Triangle& t = triangles[i];
        along[i] = positions[t[0]][axis] + positions[t[1]][axis] + positions[t[2]][axis];
    }
    std::vector<std::size_t> order(triangles.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return along[a] < along[b]; });

    std::vector<Slab> slabs;
    std::vector<Triangle> sorted;
    sorted.reserve(triangles.size());
    for (std::size_t first = 0; first < order.size(); first += most) {
        const std::size_t count = std::min(most, order.size() - first);
        const auto begin = order.begin() + static_cast<std::ptrdiff_t>(first);
        std::sort(begin, begin + static_cast<std::ptrdiff_t>(count));
        for (std::size_t i = first; i < first + count; ++i) sorted.push_back(triangles[order[i]]);
        slabs.push_back({first, count, bounds_of(positions, sorted, first, count)});
    }
    triangles = std::move(sorted);
    return slabs;
}

}  // namespace drypoint::geometry
