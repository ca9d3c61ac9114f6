#include "anatomy/body.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <utility>

#include <glm/geometric.hpp>

#include "anatomy/atlas.h"
#include "geometry/closed.h"
#include "geometry/parallel.h"
#include "geometry/weld.h"

namespace drypoint::anatomy {
namespace {

using geometry::MorphTarget;
using geometry::ShadedMesh;

constexpr std::array<std::pair<std::string_view, double>, 3> builds{
    {{lean_target, lean_build}, {"average", average_build}, {heavy_target, heavy_build}}};

const MorphTarget* target_for(const ShadedMesh& mesh, double build) {
    const char* wanted = build < average_build ? lean_target : heavy_target;
    const auto found = std::find_if(mesh.targets.begin(), mesh.targets.end(),
                                    [wanted](const MorphTarget& target) { return target.name == wanted; });
    return found == mesh.targets.end() ? nullptr : &*found;
}

void add(std::vector<glm::vec3>& to, const std::vector<glm::vec3>& change, float weight) {
    for (std::size_t i = 0; i < change.size(); ++i) to[i] += change[i] * weight;
}

void grow(Structure& structure, const MorphTarget& target, float weight) {
    ShadedMesh& mesh = structure.shading;
    add(mesh.positions, target.positions, weight);
    add(mesh.normals, target.normals, weight);
    for (glm::vec3& normal : mesh.normals) {
        const float length = glm::length(normal);
        normal = length > 1e-6f ? normal / length : glm::vec3(0.0f, 0.0f, 1.0f);
    }
    structure.surface = geometry::weld(mesh.positions, mesh.triangles);
    structure.closed = geometry::is_closed_outward(structure.surface);
}

void mirror(std::vector<glm::vec3>& vectors) {
    for (glm::vec3& vector : vectors) vector.x = -vector.x;
}

// Mirrored triangles are turned over, or their inside would be outside.
void turn_over(std::vector<geometry::Triangle>& triangles) {
    for (geometry::Triangle& triangle : triangles) std::swap(triangle[1], triangle[2]);
}

Side other(Side side) {
    if (side == Side::none) return side;
    return side == Side::right ? Side::left : Side::right;
}

void mirror(Structure& structure) {
    mirror(structure.surface.positions);
    turn_over(structure.surface.triangles);
    mirror(structure.shading.positions);
    mirror(structure.shading.normals);
    mirror(structure.shading.fibres);
    turn_over(structure.shading.triangles);
    turn_over(structure.shading.light);
    structure.side = other(structure.side);
}

void shape(Structure& structure, double build, bool mirrored) {
    const MorphTarget* target = build == average_build ? nullptr : target_for(structure.shading, build);
    if (target != nullptr) grow(structure, *target, static_cast<float>(std::abs(build)));
    if (mirrored) mirror(structure);
    structure.shading.targets.clear();  // they belong to the model as it was loaded
    structure.bounds = {};
    for (const glm::vec3& position : structure.surface.positions) structure.bounds.add(position);
}

}  // namespace

std::string_view name_of_build(double build) {
    for (const auto& [name, value] : builds) {
        if (value == build) return name;
    }
    return {};
}

std::optional<double> build_named(std::string_view name) {
    for (const auto& [known, value] : builds) {
        if (known == name) return value;
    }
    double value = 0.0;
    const char* end = name.data() + name.size();
    const auto read = std::from_chars(name.data(), end, value);
    if (read.ec != std::errc() || read.ptr != end || !(value >= lean_build && value <= heavy_build)) return std::nullopt;
    return value;
}

bool changes_with_build(const Structure& structure) {
    return target_for(structure.shading, lean_build) != nullptr && target_for(structure.shading, heavy_build) != nullptr;
}

std::string why_not_shaped(const Atlas& atlas, const Body& body) {
    if (body.side != Side::none && shown_side(atlas) == Side::none)
        return "This model does not say which side it shows, or shows both: it is not mirrored";
    if (!(body.build >= lean_build && body.build <= heavy_build)) return "A build goes from -1 (lean) to 1 (heavy)";
    if (body.build != average_build && !atlas.has_builds) return "This model has one body build only";
    return {};
}

Atlas shaped(const Atlas& model, const Body& body) {
    Atlas atlas = model;
    atlas.build = body.build;
    atlas.mirrored = body.side != Side::none && body.side != shown_side(model);
    geometry::in_parallel(atlas.structures.size(),
                          [&](std::size_t i) { shape(atlas.structures[i], body.build, atlas.mirrored); });
    atlas.bounds = {};
    for (const Structure& structure : atlas.structures) atlas.bounds.add(structure.bounds);
    if (!atlas.mirrored) return atlas;
    for (Landmark& landmark : atlas.landmarks) landmark.at_mm.x = -landmark.at_mm.x;
    return atlas;
}

std::optional<bool> thickness_is_assumed(const Structure& structure, const glm::dvec3& place_mm) {
    const ShadedMesh& mesh = structure.shading;
    if (mesh.assumed.empty()) return std::nullopt;
    const glm::vec3 place(place_mm);
    std::size_t nearest = 0;
    float best = std::numeric_limits<float>::max();
    for (std::size_t i = 0; i < mesh.positions.size(); ++i) {
        const glm::vec3 way = mesh.positions[i] - place;
        if (const float distance = glm::dot(way, way); distance < best) {
            best = distance;
            nearest = i;
        }
    }
    return mesh.assumed[nearest] > 0.5f;
}

}  // namespace drypoint::anatomy
