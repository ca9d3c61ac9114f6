#include "geometry/surface_index.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

#include <embree3/rtcore.h>
#include <glm/common.hpp>
#include <glm/geometric.hpp>

#include "geometry/bounds.h"
#include "geometry/corners.h"
#include "geometry/line_tree.h"
#include "geometry/line_triangle.h"

namespace drypoint::geometry {
namespace {

// Boxes are widened so that rounding in Embree's single precision never loses a candidate.
constexpr float box_margin_mm = 0.01f;
// A segment is asked about in pieces, each with a ball round it: short enough that the balls hold few triangles.
constexpr double longest_piece_mm = 8.0;
// A line through a limb meets some forty sheets.
constexpr std::size_t usual_crossings = 40;

// The corners of a triangle side by side: a candidate then costs one look at memory instead of four.
using Packed = std::array<glm::vec3, 3>;

std::vector<Packed> packed(const TriangleMesh& mesh) {
    std::vector<Packed> triangles;
    triangles.reserve(mesh.triangles.size());
    for (const Triangle& t : mesh.triangles)
        triangles.push_back({mesh.positions[t[0]], mesh.positions[t[1]], mesh.positions[t[2]]});
    return triangles;
}

Corners corners_of(const void* triangles, unsigned triangle) {
    const Packed& at = static_cast<const Packed*>(triangles)[triangle];
    return {at[0], at[1], at[2]};
}

void triangle_box(const RTCBoundsFunctionArguments* args) {
    Bounds box;
    for (const glm::vec3& corner : static_cast<const Packed*>(args->geometryUserPtr)[args->primID]) box.add(corner);
    const glm::vec3 low = box.min - box_margin_mm;
    const glm::vec3 high = box.max + box_margin_mm;
    *args->bounds_o = {low.x, low.y, low.z, 0.0f, high.x, high.y, high.z, 0.0f};
}

struct NearestQuery {
    const Packed* triangles;
    Segment segment;       // the whole one
    double half_piece_mm;  // a triangle this much farther from the piece's middle may still be the nearest
    ClosestPair best;
};

// Whether the ball round the triangle is farther from the segment than the best so far: most triangles are, and the
// exact distance costs ten times as much. Rounding never rejects one that is nearer.
bool is_farther(const NearestQuery& query, const Corners& at) {
    constexpr double rounding_mm = 1e-9;
    const glm::dvec3 centre = (at.a + at.b + at.c) * (1.0 / 3.0);
    const glm::dvec3 direction = query.segment.to - query.segment.from;
    const glm::dvec3 way = centre - query.segment.from;
    const double length_squared = glm::dot(direction, direction);
    const double along = length_squared > 0.0 ? std::clamp(glm::dot(way, direction) / length_squared, 0.0, 1.0) : 0.0;
    const glm::dvec3 off = way - direction * along;
    const auto squared = [&centre](const glm::dvec3& p) { return glm::dot(p - centre, p - centre); };
    const double radius = std::sqrt(std::max({squared(at.a), squared(at.b), squared(at.c)}));
    const double bound = query.best.distance + radius + rounding_mm;
    return glm::dot(off, off) > bound * bound;
}

bool look_at_triangle(RTCPointQueryFunctionArguments* args) {
    auto& query = *static_cast<NearestQuery*>(args->userPtr);
    const Corners at = corners_of(query.triangles, args->primID);
    if (is_farther(query, at)) return false;
    const ClosestPair pair = closest_pair(query.segment, at.a, at.b, at.c);
    if (!(pair.distance < query.best.distance)) return false;
    query.best = pair;
    // Rounded up: the radius is single precision.
    args->query->radius = static_cast<float>(pair.distance + query.half_piece_mm) + box_margin_mm;
    return true;
}

void sort_crossings(std::vector<Crossing>& crossings) {
    std::sort(crossings.begin(), crossings.end(), [](const Crossing& a, const Crossing& b) {
        if (a.t_mm != b.t_mm) return a.t_mm < b.t_mm;
        return a.surface != b.surface ? a.surface < b.surface : a.triangle < b.triangle;
    });
}

}  // namespace

struct SurfaceIndex::State {
    std::vector<std::vector<Packed>> surfaces;
    RTCDevice device = rtcNewDevice(nullptr);
    LineTree lines;
    std::vector<RTCScene> single;  // one scene per surface, for distances

    explicit State(const std::vector<const TriangleMesh*>& meshes) : lines(meshes) {
        for (const TriangleMesh* mesh : meshes) surfaces.push_back(packed(*mesh));
        for (std::vector<Packed>& triangles : surfaces) {
            RTCGeometry geometry = rtcNewGeometry(device, RTC_GEOMETRY_TYPE_USER);
            rtcSetGeometryUserPrimitiveCount(geometry, static_cast<unsigned>(triangles.size()));
            rtcSetGeometryUserData(geometry, triangles.data());
            rtcSetGeometryBoundsFunction(geometry, &triangle_box, nullptr);
            rtcCommitGeometry(geometry);
            single.push_back(new_scene());
            rtcAttachGeometry(single.back(), geometry);
            rtcReleaseGeometry(geometry);
        }
        for (RTCScene scene : single) rtcCommitScene(scene);
    }

    ~State() {
        for (RTCScene scene : single) rtcReleaseScene(scene);
        rtcReleaseDevice(device);
    }

    State(const State&) = delete;
    State& operator=(const State&) = delete;

    RTCScene new_scene() const {
        RTCScene scene = rtcNewScene(device);
        rtcSetSceneFlags(scene, RTC_SCENE_FLAG_ROBUST);
        return scene;
    }
};

SurfaceIndex::SurfaceIndex(const std::vector<const TriangleMesh*>& surfaces)
    : state_(std::make_unique<State>(surfaces)) {}
SurfaceIndex::~SurfaceIndex() = default;
SurfaceIndex::SurfaceIndex(SurfaceIndex&&) noexcept = default;
SurfaceIndex& SurfaceIndex::operator=(SurfaceIndex&&) noexcept = default;

std::vector<Crossing> SurfaceIndex::crossings(const Line& line, double t_min_mm, double t_max_mm) const {
    const LineFrame frame(line.origin, line.direction);
    std::vector<Crossing> found;
    found.reserve(usual_crossings);
    state_->lines.along(line.origin, line.direction, t_min_mm, t_max_mm, [&](const LineTree::Item& item) {
        const auto hit = frame.cross(item.corners[0], item.corners[1], item.corners[2]);
        if (!hit || hit->t < t_min_mm || hit->t > t_max_mm) return;
        found.push_back({hit->t, item.surface, item.triangle, hit->entering});
    });
    sort_crossings(found);
    return found;
}

std::optional<Nearest> SurfaceIndex::nearest(std::size_t surface, const Segment& segment, double reach_mm) const {
    const double length = glm::distance(segment.from, segment.to);
    const int pieces = std::max(1, static_cast<int>(std::ceil(length / longest_piece_mm)));
    NearestQuery query{state_->surfaces[surface].data(), segment, length / pieces * 0.5, {reach_mm, 0.0, {}}};
    // Just beyond the reach, so that a surface exactly at it counts.
    query.best.distance = std::nextafter(reach_mm, std::numeric_limits<double>::infinity());
    const double none = query.best.distance;
    for (int i = 0; i < pieces; ++i) {
        const glm::dvec3 middle = segment.from + (segment.to - segment.from) * ((i + 0.5) / pieces);
        RTCPointQuery ball{};
        ball.x = static_cast<float>(middle.x);
        ball.y = static_cast<float>(middle.y);
        ball.z = static_cast<float>(middle.z);
        ball.radius = static_cast<float>(query.best.distance + query.half_piece_mm) + box_margin_mm;
        RTCPointQueryContext context;
        rtcInitPointQueryContext(&context);
        rtcPointQuery(state_->single[surface], &ball, &context, &look_at_triangle, &query);
    }
    if (query.best.distance == none) return std::nullopt;
    return Nearest{query.best.distance, query.best.along, query.best.on_triangle};
}

std::vector<Crossing> crossings_of_all(const std::vector<const TriangleMesh*>& surfaces, const Line& line,
                                       double t_min_mm, double t_max_mm) {
    const LineFrame frame(line.origin, line.direction);
    std::vector<Crossing> found;
    for (std::size_t surface = 0; surface < surfaces.size(); ++surface) {
        for (std::uint32_t i = 0; i < surfaces[surface]->triangles.size(); ++i) {
            const Corners at = corners_of(*surfaces[surface], i);
            const auto hit = frame.cross(at.a, at.b, at.c);
            if (!hit || hit->t < t_min_mm || hit->t > t_max_mm) continue;
            found.push_back({hit->t, surface, i, hit->entering});
        }
    }
    sort_crossings(found);
    return found;
}

}  // namespace drypoint::geometry
