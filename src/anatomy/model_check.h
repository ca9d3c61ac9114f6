#pragma once
// Is a model sound enough to measure in? Pure: an atlas in, a report out.

#include <optional>
#include <string>
#include <vector>

#include "anatomy/atlas.h"
#include "anatomy/hazards_in_muscle.h"
#include "geometry/mesh_check.h"

namespace drypoint::anatomy {

struct StructureCheck {
    base::Id id;
    std::string node;
    Tissue tissue = Tissue::other;
    bool uncertain = false;
    geometry::MeshReport mesh;
    std::size_t self_intersections = 0;  // pairs of triangles
    std::optional<double> thinnest_mm;   // of closed outward ones
};

struct SharedSpace {
    base::Id a, b;  // a < b
    double volume_cm3 = 0.0;
};

struct OffBone {
    base::Id landmark;
    base::Id on;
    std::optional<double> distance_mm;  // no value: the structure is not in the model
};

struct ModelReport {
    std::vector<StructureCheck> structures;      // sorted by id
    std::vector<SharedSpace> shared_space;       // largest first; skin is not looked at: it holds everything
    std::vector<InMuscle> hazards_in_muscle;     // those on purpose too
    std::vector<OffBone> landmarks_off_bone;     // of kind surface, farther than 0.1 mm from what they lie on
    std::vector<base::Id> missing;               // expected, not there; sorted

    // Structures that are not closed, manifold, outward and free of self-intersections, and all else that is listed, but for
    // hazards that enter a muscle on purpose.
    std::size_t problems() const;
};

struct CheckOptions {
    std::vector<base::Id> expected;   // ids that the model ought to have
    std::vector<Enters> on_purpose;   // courses and the muscles that they may run in
    double ray_spacing_mm = 0.5;      // of the grid with which shared space is measured; 0: it is not measured
    double least_shared_cm3 = 0.001;  // less is not listed
};

ModelReport check_model(const Atlas& atlas, const CheckOptions& options = {});

// Closed, manifold, outward, free of self-intersections.
bool is_sound(const StructureCheck& structure);

}  // namespace drypoint::anatomy
