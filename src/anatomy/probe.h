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

namespace drypoint::anatomy {

// A straight needle. Depth counts along it from the entry, which lies on the skin.
struct NeedleLine {
    glm::dvec3 entry_mm{0.0};
    glm::dvec3 direction{0.0};  // unit length, into the body
    double depth_mm = 0.0;      // of the tip, >= 0
};

struct LayerPassed {
    std::optional<std::size_t> structure;  // in the atlas; nothing: connective tissue between named structures
    double enter_mm = 0.0;                 // depth, >= 0
    std::optional<double> exit_mm;         // nothing: the surface is open and the layer goes on
};

struct Clearance {
    std::size_t structure;
    double
        distance_mm;  // of the shaft's axis between entry and tip to the surface; 0 = touched, or the shaft is inside
    double at_depth_mm;     // where along the shaft
    glm::dvec3 nearest_mm;  // on the structure
};

struct PathReport {
    NeedleLine needle;
    glm::dvec3 tip_mm{0.0};
    std::vector<LayerPassed> layers;    // of the whole line, to the far side of the limb, by the depth where they begin
    std::vector<std::size_t> tip_in;    // structures that hold the tip, the one entered last is last
    std::vector<Clearance> clearances;  // hazards within reach_mm of the shaft, nearest first
    std::vector<std::size_t> farther;   // the other hazards of the model
    base::Issues issues;                // where a surface was open or crossed itself, and what was guessed
};

inline constexpr double clearance_reach_mm = 60.0;
// Gaps up to this are the model's seams, not tissue.
inline constexpr double touching_mm = 0.3;

// The atlas with an index for needles: built once, used for every needle, from any thread.
class ProbeIndex {
  public:
    explicit ProbeIndex(AtlasPtr atlas);
    ~ProbeIndex();
    ProbeIndex(ProbeIndex&&) noexcept;
    ProbeIndex& operator=(ProbeIndex&&) noexcept;

    const Atlas& atlas() const;

    // A direction that is no unit vector, a negative depth or numbers that are not finite give an issue and no layers.
    PathReport probe(const NeedleLine& needle) const;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

// Where the needle's whole line runs inside one structure, by depth. Without an index: fit for a single structure.
std::vector<LayerPassed> stretches_in(const Atlas& atlas, std::size_t structure, const NeedleLine& needle);

}  // namespace drypoint::anatomy
