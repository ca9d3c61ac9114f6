#include "io/placed_mesh.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <glm/geometric.hpp>
#include <glm/mat3x3.hpp>
#include <glm/matrix.hpp>

namespace drypoint::io {

using geometry::ShadedMesh;
using geometry::Triangle;

namespace {

template <typename Item>
void append(const std::vector<Item>& items, std::vector<Item>& to) {
    to.insert(to.end(), items.begin(), items.end());
}

// Along with the place; of unit length, or nothing where there is no length to go by.
void turn_fibres(std::vector<glm::vec3>& fibres, const glm::mat3& linear) {
    for (glm::vec3& fibre : fibres) {
        fibre = linear * fibre;
        const float length = glm::length(fibre);
        fibre = length > 1e-6f ? fibre / length : glm::vec3(0.0f);
    }
}

// As shapes: a part without the same shapes makes the whole one without.
void append(const std::vector<geometry::MorphTarget>& targets, std::vector<geometry::MorphTarget>& to) {
    const bool same = std::equal(targets.begin(), targets.end(), to.begin(), to.end(),
                                 [](const auto& a, const auto& b) { return a.name == b.name; });
    if (!same) return to.clear();
    for (std::size_t i = 0; i < targets.size(); ++i) {
        append(targets[i].positions, to[i].positions);
        append(targets[i].normals, to[i].normals);
    }
}

}  // namespace

PlacedMesh::PlacedMesh(const glm::dmat4& place, double mm_per_unit)
    : place_(place), mm_per_unit_(mm_per_unit), mirrored_(glm::determinant(glm::dmat3(place)) < 0.0) {}

void PlacedMesh::add(ShadedMesh part) {
    if (part.triangles.empty()) return;
    normals_ = move(part) && normals_;
    const auto first = static_cast<std::uint32_t>(joined_.positions.size());
    for (std::vector<Triangle>* triangles : {&part.triangles, &part.light}) {
        for (Triangle& t : *triangles) {
            for (std::uint32_t& corner : t) corner += first;
            if (mirrored_) std::swap(t[1], t[2]);
        }
    }
    light_ = light_ && !part.light.empty();
    if (first == 0) {
        joined_ = std::move(part);
        return;
    }
    append(part.positions, joined_.positions);
    append(part.normals, joined_.normals);
    append(part.fibres, joined_.fibres);
    append(part.tendon, joined_.tendon);
    append(part.occlusion, joined_.occlusion);
    append(part.assumed, joined_.assumed);
    append(part.targets, joined_.targets);
    append(part.triangles, joined_.triangles);
    append(part.light, joined_.light);
}

// Positions to millimetres, normals along with them. False: no normals, or normals of no use.
bool PlacedMesh::move(ShadedMesh& part) const {
    const bool stays = place_ == glm::dmat4(1.0);
    if (stays) {
        // One rounding, as in double: the product of two floats is exact there.
        for (glm::vec3& p : part.positions) p *= static_cast<float>(mm_per_unit_);
    } else {
        for (glm::vec3& p : part.positions)
            p = glm::vec3(glm::dvec3(place_ * glm::dvec4(glm::dvec3(p), 1.0)) * mm_per_unit_);
    }
    const glm::dmat3 linear(place_);
    turn_fibres(part.fibres, glm::mat3(linear));
    const glm::mat3 to_mm(linear * mm_per_unit_);
    for (geometry::MorphTarget& target : part.targets) {
        for (glm::vec3& change : target.positions) change = to_mm * change;
    }
    if (part.normals.empty() || glm::determinant(linear) == 0.0) return false;
    const glm::mat3 turn = stays ? glm::mat3(1.0f) : glm::mat3(glm::transpose(glm::inverse(linear)));
    bool unit = true;
    for (std::size_t i = 0; i < part.normals.size(); ++i) {
        glm::vec3& n = part.normals[i];
        if (!stays) n = turn * n;
        const float length = glm::length(n);
        n /= length;
        unit = unit && std::abs(glm::dot(n, n) - 1.0f) < 1e-3f;
        for (geometry::MorphTarget& target : part.targets) {
            if (!target.normals.empty()) target.normals[i] = turn * target.normals[i] / length;
        }
    }
    return unit;
}

bool PlacedMesh::finite() const {
    return std::all_of(joined_.positions.begin(), joined_.positions.end(), [](const glm::vec3& p) {
        return std::isfinite(p.x) && std::isfinite(p.y) && std::isfinite(p.z);
    });
}

ShadedMesh PlacedMesh::take() {
    if (!normals_) joined_.normals.clear();
    if (!light_) joined_.light.clear();
    // What not all parts say is not said of the whole.
    if (joined_.fibres.size() != joined_.positions.size()) joined_.fibres.clear();
    if (joined_.tendon.size() != joined_.positions.size()) joined_.tendon.clear();
    if (joined_.occlusion.size() != joined_.positions.size()) joined_.occlusion.clear();
    if (joined_.assumed.size() != joined_.positions.size()) joined_.assumed.clear();
    for (geometry::MorphTarget& target : joined_.targets) {
        if (target.normals.size() != joined_.normals.size()) target.normals.clear();
    }
    return std::move(joined_);
}

}  // namespace drypoint::io
