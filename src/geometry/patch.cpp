#include "geometry/patch.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <utility>

#include <glm/common.hpp>
#include <glm/geometric.hpp>

namespace drypoint::geometry {
namespace {

constexpr std::uint32_t nowhere = ~0u;
constexpr int most_rounds = 12;  // halves an edge of 8 m to 2 mm

class Cutter {
  public:
    Cutter(const ShadedMesh& surface, const PatchField& field, const PatchOptions& options)
        : field_(field), options_(options) {
        take(surface);
        for (int round = 0; round < most_rounds && refine(); ++round) {}
    }

    Patch run() const {
        Patch patch;
        std::vector<std::uint32_t> place(positions_.size(), nowhere);
        for (const Triangle& triangle : triangles_) {
            if (std::none_of(triangle.begin(), triangle.end(), [this](auto i) { return values_[i].w >= 0.0f; }))
                continue;
            Triangle kept{};
            for (std::size_t k = 0; k < 3; ++k) kept[k] = put(triangle[k], place, patch);
            patch.mesh.triangles.push_back(kept);
        }
        for (const glm::vec3& position : patch.mesh.positions) patch.bounds.add(position);
        return patch;
    }

  private:
    // The triangles that may reach inside: the field changes by about 1 per mm.
    void take(const ShadedMesh& surface) {
        std::vector<glm::vec4> values(surface.positions.size());
        for (std::size_t i = 0; i < values.size(); ++i) values[i] = field_(surface.positions[i], surface.normals[i]);
        std::vector<std::uint32_t> place(surface.positions.size(), nowhere);
        for (const Triangle& triangle : surface.triangles) {
            float inside = values[triangle[0]].w;
            float longest = 0.0f;
            for (std::size_t k = 0; k < 3; ++k) {
                const std::uint32_t a = triangle[k];
                const std::uint32_t b = triangle[(k + 1) % 3];
                inside = std::max(inside, values[a].w);
                longest = std::max(longest, glm::distance(surface.positions[a], surface.positions[b]));
            }
            if (inside < -longest) continue;
            Triangle taken{};
            for (std::size_t k = 0; k < 3; ++k) {
                std::uint32_t& at = place[triangle[k]];
                if (at == nowhere) at = add(surface.positions[triangle[k]], surface.normals[triangle[k]]);
                taken[k] = at;
            }
            triangles_.push_back(taken);
        }
    }

    std::uint32_t add(const glm::vec3& position, const glm::vec3& normal) {
        positions_.push_back(position);
        normals_.push_back(normal);
        values_.push_back(field_(position, normal));
        return static_cast<std::uint32_t>(positions_.size() - 1);
    }

    // Depends on the edge alone, so that both its triangles cut it.
    bool is_too_long(std::uint32_t a, std::uint32_t b) const {
        const float length = glm::distance(positions_[a], positions_[b]);
        if (length <= options_.edge_mm) return false;
        if (std::max(values_[a].w, values_[b].w) < -length) return false;
        if (options_.everywhere) return true;
        const glm::vec4 nearest = glm::min(glm::abs(values_[a]), glm::abs(values_[b]));
        const bool crosses = glm::any(glm::lessThan(values_[a] * values_[b], glm::vec4(0.0f)));
        return crosses || std::min({nearest.x, nearest.y, nearest.z, nearest.w}) < length;
    }

    std::uint32_t middle(std::uint32_t a, std::uint32_t b) {
        const auto key = std::minmax(a, b);
        const auto found = middles_.find(key);
        if (found != middles_.end()) return found->second;
        const glm::vec3 sum = normals_[a] + normals_[b];
        const float length = glm::length(sum);
        const glm::vec3 normal = length > 1e-6f ? sum / length : normals_[a];
        const std::uint32_t made = add((positions_[a] + positions_[b]) * 0.5f, normal);
        middles_.emplace(key, made);
        return made;
    }

    // Cuts every edge that is too long once. False: there was none.
    bool refine() {
        std::vector<Triangle> next;
        next.reserve(triangles_.size() * 2);
        middles_.clear();
        for (const Triangle& triangle : triangles_) cut(triangle, next);
        triangles_ = std::move(next);
        return !middles_.empty();
    }

    void cut(const Triangle& t, std::vector<Triangle>& out) {
        std::array<std::uint32_t, 3> middles{nowhere, nowhere, nowhere};  // of the edge after each corner
        std::size_t count = 0;
        for (std::size_t k = 0; k < 3; ++k) {
            if (!is_too_long(t[k], t[(k + 1) % 3])) continue;
            middles[k] = middle(t[k], t[(k + 1) % 3]);
            ++count;
        }
        if (count == 0) return out.push_back(t);
        if (count == 3) {
            out.push_back({middles[0], middles[1], middles[2]});
            for (std::size_t k = 0; k < 3; ++k) out.push_back({t[k], middles[k], middles[(k + 2) % 3]});
            return;
        }
        // Turned so that the first edge is cut and the last is not.
        std::size_t first = 0;
        while (middles[first] == nowhere || middles[(first + 2) % 3] != nowhere) ++first;
        const std::uint32_t a = t[first], b = t[(first + 1) % 3], c = t[(first + 2) % 3];
        const std::uint32_t ab = middles[first], bc = middles[(first + 1) % 3];
        if (count == 1) {
            out.push_back({a, ab, c});
            out.push_back({ab, b, c});
            return;
        }
        out.push_back({ab, b, bc});
        out.push_back({a, ab, bc});
        out.push_back({a, bc, c});
    }

    std::uint32_t put(std::uint32_t from, std::vector<std::uint32_t>& place, Patch& patch) const {
        std::uint32_t& at = place[from];
        if (at != nowhere) return at;
        at = static_cast<std::uint32_t>(patch.mesh.positions.size());
        patch.mesh.positions.push_back(positions_[from] + normals_[from] * options_.lift_mm);
        patch.mesh.normals.push_back(normals_[from]);
        patch.values.push_back(values_[from]);
        return at;
    }

    const PatchField& field_;
    const PatchOptions& options_;
    std::vector<glm::vec3> positions_, normals_;
    std::vector<glm::vec4> values_;
    std::vector<Triangle> triangles_;
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> middles_;
};

}  // namespace

Patch make_patch(const ShadedMesh& surface, const PatchField& field, const PatchOptions& options) {
    return Cutter(surface, field, options).run();
}

}  // namespace drypoint::geometry
