#include "geometry/ray_cast.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <stdexcept>
#include <tuple>

#include <embree3/rtcore.h>
#include <glm/geometric.hpp>

#include "geometry/corners.h"

namespace drypoint::geometry {
namespace {

// Along the ray to the triangle's plane; Embree's own distance differs in its last bits between processors.
double distance_to_plane(const Ray& ray, const Corners& at) {
    const glm::dvec3 normal = glm::cross(at.b - at.a, at.c - at.a);
    const double along = glm::dot(normal, glm::normalize(glm::dvec3(ray.direction)));
    return along == 0.0 ? 0.0 : glm::dot(normal, at.a - glm::dvec3(ray.origin)) / along;
}

// What Embree hands to each possible hit: its own context, followed by ours.
struct Query {
    RTCIntersectContext embree;  // first, so that a pointer to it is one to us
    const RayCaster::Filter* counts;
    std::vector<RayHit>* found;  // null: the nearest is enough
};

bool is_entering(const RTCRay& ray, const RTCHit& hit) {
    return ray.dir_x * hit.Ng_x + ray.dir_y * hit.Ng_y + ray.dir_z * hit.Ng_z < 0.0f;
}

void judge(const RTCFilterFunctionNArguments* args) {
    const auto* query = reinterpret_cast<const Query*>(args->context);
    const RTCRay ray = rtcGetRayFromRayN(args->ray, args->N, 0);
    const RTCHit hit = rtcGetHitFromHitN(args->hit, args->N, 0);
    const bool entering = is_entering(ray, hit);
    const bool counts = !*query->counts || (*query->counts)(hit.geomID, entering);
    if (counts && query->found != nullptr) query->found->push_back({hit.geomID, hit.primID, 0.0, entering});
    if (!counts || query->found != nullptr) args->valid[0] = 0;  // go on
}

void attach(RTCDevice device, RTCScene scene, const TriangleMesh& mesh, unsigned id) {
    RTCGeometry geometry = rtcNewGeometry(device, RTC_GEOMETRY_TYPE_TRIANGLE);
    void* positions = rtcSetNewGeometryBuffer(geometry, RTC_BUFFER_TYPE_VERTEX, 0, RTC_FORMAT_FLOAT3, sizeof(glm::vec3),
                                              mesh.positions.size());
    std::memcpy(positions, mesh.positions.data(), mesh.positions.size() * sizeof(glm::vec3));
    void* triangles = rtcSetNewGeometryBuffer(geometry, RTC_BUFFER_TYPE_INDEX, 0, RTC_FORMAT_UINT3, sizeof(Triangle),
                                              mesh.triangles.size());
    std::memcpy(triangles, mesh.triangles.data(), mesh.triangles.size() * sizeof(Triangle));
    rtcCommitGeometry(geometry);
    rtcAttachGeometryByID(scene, geometry, id);
    rtcReleaseGeometry(geometry);
}

}  // namespace

struct RayCaster::State {
    RTCDevice device = nullptr;
    RTCScene scene = nullptr;

    State() = default;
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    ~State() {
        if (scene != nullptr) rtcReleaseScene(scene);
        if (device != nullptr) rtcReleaseDevice(device);
    }

    Corners corners(const RayHit& hit) const {
        RTCGeometry geometry = rtcGetGeometry(scene, static_cast<unsigned>(hit.mesh));
        const auto* triangles =
            static_cast<const Triangle*>(rtcGetGeometryBufferData(geometry, RTC_BUFFER_TYPE_INDEX, 0));
        const auto* positions =
            static_cast<const glm::vec3*>(rtcGetGeometryBufferData(geometry, RTC_BUFFER_TYPE_VERTEX, 0));
        const Triangle& triangle = triangles[hit.triangle];
        return {glm::dvec3(positions[triangle[0]]), glm::dvec3(positions[triangle[1]]), glm::dvec3(positions[triangle[2]])};
    }

    RTCRayHit cast(const Ray& ray, const Filter& counts, double reach_mm, std::vector<RayHit>* found) const {
        const glm::vec3 direction = glm::normalize(ray.direction);
        RTCRayHit cast{};
        cast.ray.org_x = ray.origin.x;
        cast.ray.org_y = ray.origin.y;
        cast.ray.org_z = ray.origin.z;
        cast.ray.dir_x = direction.x;
        cast.ray.dir_y = direction.y;
        cast.ray.dir_z = direction.z;
        cast.ray.tfar = static_cast<float>(std::min<double>(reach_mm, std::numeric_limits<float>::max()));
        cast.ray.mask = ~0U;
        cast.hit.geomID = RTC_INVALID_GEOMETRY_ID;
        Query query{};
        rtcInitIntersectContext(&query.embree);
        query.embree.filter = judge;
        query.counts = &counts;
        query.found = found;
        rtcIntersect1(scene, &query.embree, &cast);
        return cast;
    }
};

RayCaster::RayCaster(const std::vector<const TriangleMesh*>& meshes) : state_(std::make_unique<State>()) {
    state_->device = rtcNewDevice(nullptr);
    if (state_->device == nullptr) throw std::runtime_error("Embree does not start");
    state_->scene = rtcNewScene(state_->device);
    // Robust: no ray slips through between neighbouring triangles.
    rtcSetSceneFlags(state_->scene, RTC_SCENE_FLAG_ROBUST | RTC_SCENE_FLAG_CONTEXT_FILTER_FUNCTION);
    for (std::size_t i = 0; i < meshes.size(); ++i) {
        if (meshes[i] == nullptr || meshes[i]->triangles.empty()) continue;
        attach(state_->device, state_->scene, *meshes[i], static_cast<unsigned>(i));
    }
    rtcCommitScene(state_->scene);
}

RayCaster::~RayCaster() = default;
RayCaster::RayCaster(RayCaster&&) noexcept = default;
RayCaster& RayCaster::operator=(RayCaster&&) noexcept = default;

std::optional<RayHit> RayCaster::first(const Ray& ray, const Filter& counts, double reach_mm) const {
    const RTCRayHit cast = state_->cast(ray, counts, reach_mm, nullptr);
    if (cast.hit.geomID == RTC_INVALID_GEOMETRY_ID) return std::nullopt;
    RayHit hit{cast.hit.geomID, cast.hit.primID, 0.0, is_entering(cast.ray, cast.hit)};
    hit.distance_mm = distance_to_plane(ray, state_->corners(hit));
    return hit;
}

std::vector<RayHit> RayCaster::all(const Ray& ray, const Filter& counts, double reach_mm) const {
    std::vector<RayHit> hits;
    state_->cast(ray, counts, reach_mm, &hits);
    for (RayHit& hit : hits) hit.distance_mm = distance_to_plane(ray, state_->corners(hit));
    std::sort(hits.begin(), hits.end(), [](const RayHit& a, const RayHit& b) {
        return std::tie(a.distance_mm, a.mesh, a.triangle) < std::tie(b.distance_mm, b.mesh, b.triangle);
    });
    const auto same = [](const RayHit& a, const RayHit& b) { return a.mesh == b.mesh && a.triangle == b.triangle; };
    hits.erase(std::unique(hits.begin(), hits.end(), same), hits.end());
    return hits;
}

}  // namespace drypoint::geometry
