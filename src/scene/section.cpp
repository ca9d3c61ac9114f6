#include "scene/section.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <glm/geometric.hpp>

#include "geometry/slice.h"
#include "scene/on_cuts.h"

namespace drypoint::scene {
namespace {

constexpr float ink_of_fill = 0.62f;
constexpr float whole = 1e3f;       // nothing of a face is near a border
constexpr double edge_mm = 0.5;
constexpr float lift_mm = 0.03f;    // what is enclosed lies over what encloses it

Pattern pattern_of(anatomy::Tissue tissue) {
    using anatomy::Tissue;
    switch (tissue) {
        case Tissue::bone:
            return Pattern::hatch;
        case Tissue::fat:
            return Pattern::dots;
        case Tissue::muscle:
            return Pattern::dashes;
        case Tissue::joint:
            return Pattern::cross;
        default:
            return Pattern::flat;
    }
}

geometry::CutPlane plane_of(const CutAway& cut) {
    const glm::dvec3 normal(cut.normal);
    const glm::dvec3 aside = std::abs(normal.y) < 0.9 ? glm::dvec3(0, 1, 0) : glm::dvec3(0, 0, 1);
    const glm::dvec3 u = glm::normalize(glm::cross(aside, normal));
    return {normal * static_cast<double>(cut.at_mm), u, glm::cross(normal, u)};
}

// How a quad lies in space, and what its values say.
struct Laying {
    const geometry::CutPlane& plane;
    glm::vec3 normal;
    float lift;
    glm::vec4 values;
};

void add_quad(const std::array<glm::dvec2, 4>& corners, const Laying& laying, geometry::Patch& patch) {
    const auto first = static_cast<std::uint32_t>(patch.mesh.positions.size());
    for (const glm::dvec2& corner : corners) {
        patch.mesh.positions.push_back(glm::vec3(laying.plane.in_space(corner)) + laying.normal * laying.lift);
        patch.mesh.normals.push_back(laying.normal);
        patch.values.push_back(laying.values);
        patch.bounds.add(patch.mesh.positions.back());
    }
    patch.mesh.triangles.push_back({first, first + 1, first + 2});
    patch.mesh.triangles.push_back({first, first + 2, first + 3});
}

// Inward, so that the face does not grow: the solid lies at the left of the way.
void add_edge(const geometry::CutLoop& loop, const Laying& laying, geometry::Patch& patch) {
    const std::size_t count = loop.points.size();
    for (std::size_t i = 0; i < count; ++i) {
        const glm::dvec2 from = loop.points[i], to = loop.points[(i + 1) % count], way = to - from;
        const double length = glm::length(way);
        if (length < 1e-6) continue;
        const glm::dvec2 in = glm::dvec2(-way.y, way.x) * (edge_mm / length);
        add_quad({{from, to, to + in, from + in}}, laying, patch);
    }
}

}  // namespace

std::vector<Tone> cut_tones(anatomy::Tissue tissue, const Palette& palette) {
    const Colour fill = palette.tissue[static_cast<std::size_t>(tissue)];
    return {{0, 0.0f, fill, 1.0f, pattern_of(tissue), fill * ink_of_fill, false},
            {1, 0.0f, palette.needle, 1.0f, Pattern::flat, palette.needle, false}};
}

PatchPtr cut_face(const anatomy::Structure& structure, const CutAway& cut) {
    const geometry::CutPlane plane = plane_of(cut);
    if (!geometry::crosses(structure.bounds, plane)) return nullptr;
    const auto loops = geometry::with_ends_joined(geometry::cut(structure.surface, plane));
    double low = 1e9, high = -1e9;
    for (const geometry::CutLoop& loop : loops)
        for (const glm::dvec2& at : loop.points) {
            low = std::min(low, at.y);
            high = std::max(high, at.y);
        }
    const float lift = lift_mm * static_cast<float>(cut_order(structure.tissue));
    geometry::Patch patch;
    for (const geometry::Trapezoid& piece : geometry::fill(loops, low, high))
        add_quad({{{piece.left0, piece.v0}, {piece.right0, piece.v0}, {piece.right1, piece.v1}, {piece.left1, piece.v1}}},
                 {plane, cut.normal, lift, {whole, -whole, whole, whole}}, patch);
    if (has_pale_edge(structure.tissue)) {
        const Laying edge{plane, cut.normal, lift + lift_mm / 2.0f, {-whole, whole, whole, whole}};
        for (const geometry::CutLoop& loop : loops) add_edge(loop, edge, patch);
    }
    if (patch.mesh.triangles.empty()) return nullptr;
    return std::make_shared<const geometry::Patch>(std::move(patch));
}

void Sectioner::cut(const session::Snapshot& snapshot, const Palette& palette, Scene& scene) {
    const auto& section = snapshot.model.plan.section;
    if (!section) {
        made_for_.reset();
        faces_.clear();
        return;
    }
    scene.cut = CutAway{section->normal, section->at_mm};
    if (world_ != snapshot.world || made_for_ != scene.cut) faces_.clear();
    world_ = snapshot.world;
    made_for_ = scene.cut;
    for (const Item& item : scene.items) {
        const anatomy::Structure& structure = snapshot.atlas->structures[item.index];
        const auto known = faces_.find(item.index);
        const PatchPtr face =
            known != faces_.end() ? known->second
                                  : faces_.emplace(item.index, cut_face(structure, *scene.cut)).first->second;
        if (face) scene.caps.push_back({item.index, face, cut_tones(structure.tissue, palette)});
    }
}

}  // namespace drypoint::scene
