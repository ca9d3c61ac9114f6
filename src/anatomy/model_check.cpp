#include "anatomy/model_check.h"

#include <algorithm>

#include "anatomy/shared_space.h"
#include "geometry/parallel.h"
#include "geometry/self_intersections.h"
#include "geometry/surface_index.h"
#include "geometry/thickness.h"

namespace drypoint::anatomy {
namespace {

constexpr double most_off_bone_mm = 0.1;
constexpr double farthest_looked_mm = 1000.0;

StructureCheck check_structure(const Structure& structure) {
    StructureCheck check;
    check.id = structure.id;
    check.node = structure.node;
    check.tissue = structure.tissue;
    check.uncertain = structure.uncertain;
    check.mesh = geometry::check_mesh(structure.surface);
    check.self_intersections = geometry::count_self_intersections(structure.surface);
    if (check.mesh.outward()) check.thinnest_mm = geometry::thinnest_mm(structure.surface);
    return check;
}

double distance_to(const Structure& structure, const glm::vec3& point) {
    const geometry::SurfaceIndex index({&structure.surface});
    const geometry::Segment place{glm::dvec3(point), glm::dvec3(point)};
    const auto nearest = index.nearest(0, place, farthest_looked_mm);
    return nearest ? nearest->distance_mm : farthest_looked_mm;
}

std::vector<OffBone> landmarks_off_bone(const Atlas& atlas) {
    std::vector<OffBone> off;
    for (const Landmark& landmark : atlas.landmarks) {
        if (landmark.kind != LandmarkKind::surface || landmark.on.empty()) continue;
        OffBone found;
        found.landmark = landmark.id;
        found.on = landmark.on;
        const Structure* structure = atlas.find(landmark.on);
        if (structure != nullptr) found.distance_mm = distance_to(*structure, landmark.at_mm);
        if (!found.distance_mm || *found.distance_mm > most_off_bone_mm) off.push_back(found);
    }
    return off;
}

}  // namespace

bool is_sound(const StructureCheck& structure) {
    return structure.mesh.closed() && structure.mesh.manifold() && structure.mesh.outward() &&
           structure.self_intersections == 0;
}

std::size_t ModelReport::problems() const {
    const auto unsound = std::count_if(structures.begin(), structures.end(),
                                       [](const StructureCheck& structure) { return !is_sound(structure); });
    const auto in_muscle = std::count_if(hazards_in_muscle.begin(), hazards_in_muscle.end(),
                                         [](const InMuscle& found) { return !found.on_purpose; });
    return static_cast<std::size_t>(unsound + in_muscle) + shared_space.size() + landmarks_off_bone.size() + missing.size();
}

ModelReport check_model(const Atlas& atlas, const CheckOptions& options) {
    ModelReport report;
    report.structures.resize(atlas.structures.size());
    geometry::in_parallel(atlas.structures.size(),
                          [&](std::size_t i) { report.structures[i] = check_structure(atlas.structures[i]); });
    if (options.ray_spacing_mm > 0.0)
        report.shared_space = shared_space(atlas, options.ray_spacing_mm, options.least_shared_cm3);
    report.hazards_in_muscle = hazards_in_muscle(atlas, options.on_purpose);
    report.landmarks_off_bone = landmarks_off_bone(atlas);
    for (const base::Id& id : options.expected)
        if (atlas.find(id) == nullptr) report.missing.push_back(id);
    std::sort(report.missing.begin(), report.missing.end());
    return report;
}

}  // namespace drypoint::anatomy
