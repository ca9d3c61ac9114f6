#include "geometry/strands.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <optional>

#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/vec3.hpp>

#include "geometry/bounds.h"

namespace drypoint::geometry {
namespace {

// So near to the middle plane a fibre's place is where it is.
constexpr float start_mm = 3.0f;
// Smooths what the direction of each vertex adds of its own.
constexpr int smoothings = 4;

// The steps of strands(), and what they hand on.
struct Tracing {
    const ShadedMesh& mesh;
    glm::vec3 middle{0.0f}, along{0.0f};
    std::vector<float> from_middle;         // mm along the grain
    std::vector<std::uint32_t> order;       // of vertices: nearest to the middle plane first
    std::vector<std::uint32_t> first;       // of each vertex: where its neighbours begin; one more at the end
    std::vector<std::uint32_t> neighbours;  // of all vertices
    std::vector<glm::vec3> places;
    std::vector<bool> known;

    void sort() {
        const std::size_t count = mesh.positions.size();
        from_middle.resize(count);
        for (std::size_t i = 0; i < count; ++i) from_middle[i] = glm::dot(mesh.positions[i] - middle, along);
        order.resize(count);
        std::iota(order.begin(), order.end(), 0U);
        std::sort(order.begin(), order.end(), [this](std::uint32_t a, std::uint32_t b) {
            const float near = std::abs(from_middle[a]), far = std::abs(from_middle[b]);
            return near != far ? near < far : a < b;
        });
    }

    void connect() {
        first.assign(mesh.positions.size() + 1, 0);
        for (const Triangle& t : mesh.triangles)
            for (const std::uint32_t corner : t) first[corner + 1] += 2;
        std::partial_sum(first.begin(), first.end(), first.begin());
        neighbours.resize(first.back());
        std::vector<std::uint32_t> next(first.begin(), first.end() - 1);
        for (const Triangle& t : mesh.triangles) {
            for (std::size_t i = 0; i < 3; ++i) {
                neighbours[next[t[i]]++] = t[(i + 1) % 3];
                neighbours[next[t[i]]++] = t[(i + 2) % 3];
            }
        }
    }

    // Where the fibre through a vertex, followed towards the middle plane or away from it, crosses the far side of a triangle
    // there, if it does and the places of that side are known.
    std::optional<glm::vec3> across(std::uint32_t vertex, float towards_middle) const {
        const bool rises = glm::dot(mesh.fibres[vertex], along) > 0.0f;
        const bool beyond = from_middle[vertex] > 0.0f;
        const glm::vec3 fibre = mesh.fibres[vertex] * (rises == beyond ? -towards_middle : towards_middle);
        for (std::uint32_t i = first[vertex]; i < first[vertex + 1]; i += 2) {
            const std::uint32_t a = neighbours[i], b = neighbours[i + 1];
            if (!known[a] || !known[b]) continue;
            const glm::vec3 to_a = mesh.positions[a] - mesh.positions[vertex];
            const glm::vec3 to_b = mesh.positions[b] - mesh.positions[vertex];
            const glm::vec3 normal = glm::cross(to_a, to_b);
            const float share_a = glm::dot(glm::cross(fibre, to_b), normal);
            const float share_b = glm::dot(glm::cross(to_a, fibre), normal);
            const float sum = share_a + share_b;
            // The fibre runs in the surface, the triangle is flat: along an edge it may miss both sides by a little.
            if (sum <= 0.0f || std::min(share_a, share_b) < -0.1f * sum) continue;
            return glm::mix(places[a], places[b], glm::clamp(share_b / sum, 0.0f, 1.0f));
        }
        return std::nullopt;
    }

    // Else: beside its known neighbours by what the way to them leaves the fibres. What lies along them says most.
    std::optional<glm::vec3> beside(std::uint32_t vertex) const {
        glm::vec3 sum{0.0f};
        float weights = 0.0f;
        for (std::uint32_t i = first[vertex]; i < first[vertex + 1]; ++i) {
            const std::uint32_t from = neighbours[i];
            const glm::vec3 way = mesh.positions[vertex] - mesh.positions[from];
            const float length = glm::length(way);
            if (!known[from] || length < 1e-6f) continue;
            const float share = glm::dot(way, mesh.fibres[vertex]) / length;
            const glm::vec3 aside = way - mesh.fibres[vertex] * (share * length);
            const float weight = 0.01f + std::pow(std::abs(share), 8.0f);
            sum += weight * (places[from] + aside - along * glm::dot(aside, along));
            weights += weight;
        }
        return weights > 0.0f ? std::optional(sum / weights) : std::nullopt;
    }

    // From the middle plane straight along the fibre.
    glm::vec3 to_plane(std::uint32_t vertex) const {
        const float straight = glm::dot(mesh.fibres[vertex], along);
        return (std::abs(straight) > 0.3f ? mesh.fibres[vertex] / straight : along) * from_middle[vertex];
    }

    void trace(std::uint32_t vertex) {
        std::optional<glm::vec3> place;
        if (std::abs(from_middle[vertex]) > start_mm) {
            place = across(vertex, 1.0f);
            if (!place) place = beside(vertex);
        }
        places[vertex] = place ? *place : mesh.positions[vertex] - middle - to_plane(vertex);
        known[vertex] = true;
    }

    // Vertices at one place, one for each normal there, belong to one fibre. The same place is the same way from the middle,
    // so that they follow one another.
    void join() {
        for (std::size_t i = 1; i < order.size(); ++i) {
            for (std::size_t j = i; j > 0 && std::abs(from_middle[order[j - 1]]) == std::abs(from_middle[order[i]]); --j) {
                if (mesh.positions[order[j - 1]] != mesh.positions[order[i]]) continue;
                places[order[i]] = places[order[j - 1]];
                break;
            }
        }
    }

    void smooth() {
        for (const std::uint32_t vertex : order) {
            const auto before = across(vertex, 1.0f), after = across(vertex, -1.0f);
            if (before && after) places[vertex] = (*before + *after) * 0.5f;
        }
    }
};

}  // namespace

std::vector<glm::vec2> strands(const ShadedMesh& mesh) {
    glm::vec3 sum{0.0f};
    for (const glm::vec3& fibre : mesh.fibres) sum += fibre;
    if (glm::length(sum) < 1e-3f) return {};
    Bounds bounds;
    for (const glm::vec3& position : mesh.positions) bounds.add(position);
    Tracing tracing{mesh, bounds.centre(), glm::normalize(sum), {}, {}, {}, {}, {}, {}};
    tracing.sort();
    tracing.connect();
    tracing.places.resize(mesh.positions.size());
    tracing.known.resize(mesh.positions.size());
    for (const std::uint32_t vertex : tracing.order) tracing.trace(vertex);
    for (int i = 0; i < smoothings; ++i) tracing.smooth();
    tracing.join();
    const glm::vec3 aside = std::abs(tracing.along.x) < 0.7f ? glm::vec3(1, 0, 0) : glm::vec3(0, 1, 0);
    const glm::vec3 u = glm::normalize(glm::cross(tracing.along, aside));
    const glm::vec3 v = glm::cross(tracing.along, u);
    std::vector<glm::vec2> places;
    places.reserve(tracing.places.size());
    for (const glm::vec3& place : tracing.places) places.emplace_back(glm::dot(place, u), glm::dot(place, v));
    return places;
}

}  // namespace drypoint::geometry
