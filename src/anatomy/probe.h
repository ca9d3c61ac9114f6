#pragma once
// What a needle meets: the layers along its line, and how far its whole shaft stays from what must not be hit.
// Distances are those of this model: no safe depths.

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <glm/vec3.hpp>

#include "anatomy/atlas.h"
#include "anatomy/spread.h"
#include "geometry/surface_index.h"

namespace drypoint::anatomy {

// A straight needle. Depth counts along it from the entry, which lies on the skin.
struct NeedleLine {
    glm::dvec3 entry_mm{0.0};
    glm::dvec3 direction{0.0};  // unit length, into the body
    double depth_mm = 0.0;      // of the tip, >= 0
    double radius_mm = 0.0;     // of the shaft, >= 0

    glm::dvec3 at(double mm) const { return entry_mm + direction * mm; }
};

struct LayerPassed {
    std::optional<std::size_t> structure;  // in the atlas; nothing: connective tissue between named structures
    double enter_mm = 0.0;                 // depth, >= 0
    std::optional<double> exit_mm;         // nothing: the surface is open and the layer goes on
};

// How near the shaft between entry and tip comes to one structure.
struct Clearance {
    std::size_t structure;
    double distance_mm;  // from the shaft's wall to the surface; 0 = touched, or the shaft is inside
    // To the hull: the surface widened by k times how far its course wanders sideways; 0 = inside the hull. Nothing: no
    // spread was published, so there is no hull.
    std::optional<double> hull_distance_mm;
    double at_depth_mm;     // where along the shaft
    glm::dvec3 nearest_mm;  // on the structure
};

// The first bone on the shaft's way.
struct BoneContact {
    std::size_t structure;
    double depth_mm;  // where the needle's axis meets it
};

struct PathReport {
    NeedleLine needle;
    glm::dvec3 tip_mm{0.0};
    std::vector<LayerPassed> layers;  // of the whole line, to the far side of the limb, by the depth where they begin
    std::vector<std::size_t> tip_in;  // structures that hold the tip, the innermost last; in a seam what was left last
    std::optional<BoneContact> bone;  // met before the tip, or at most touching_mm beyond it
    double hull_k = 1.0;              // how many spreads wide the hulls were taken
    std::vector<Clearance> clearances;  // hazards whose surface or hull is within clearance_reach_mm, nearest first
    std::vector<std::size_t> farther;   // the other hazards of the model
    base::Issues issues;                // where a surface was open or crossed itself, and what was guessed
};

inline constexpr double clearance_reach_mm = 60.0;
// Gaps up to this are the model's seams, not tissue.
inline constexpr double touching_mm = 0.3;

// The atlas with an index for needles: built once, used for every needle, from any thread.
class ProbeIndex {
  public:
    // `spreads`: how far hazards wander, for the hulls; structures that are not named have none.
    explicit ProbeIndex(AtlasPtr atlas, const std::vector<HazardSpread>& spreads = {});
    ~ProbeIndex();
    ProbeIndex(ProbeIndex&&) noexcept;
    ProbeIndex& operator=(ProbeIndex&&) noexcept;

    const Atlas& atlas() const;

    // A direction that is no unit vector, a negative depth or radius, or numbers that are not finite give an issue and
    // no layers. Surfaces may be open or cross themselves: an issue says where in and out were guessed. `hull_k`: how
    // many spreads wide the hulls are, >= 0.
    PathReport probe(const NeedleLine& needle, double hull_k = 1.0) const;

    // The same for the way to the tip only, without clearances and farther hazards: for many needles to one place
    // (anatomy/entry_map.h). What goes on beyond the tip has no end.
    PathReport probe_to_tip(const NeedleLine& needle, double hull_k = 1.0) const;

    // The hazards of the atlas, how far the course of one wanders sideways (nothing: not known), and the point of its
    // surface nearest to a needle's axis, if it is within reach.
    const std::vector<std::size_t>& hazards() const;
    std::optional<double> spread_mm(std::size_t structure) const;
    std::optional<geometry::Nearest> nearest_to(std::size_t structure, const geometry::Segment& shaft,
                                                double reach_mm) const;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

// Where the needle's whole line runs inside one structure, by depth. Without an index: fit for a single structure.
std::vector<LayerPassed> stretches_in(const Atlas& atlas, std::size_t structure, const NeedleLine& needle);

}  // namespace drypoint::anatomy
