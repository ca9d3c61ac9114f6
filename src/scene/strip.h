#pragma once
// The needle strip as a value: the layers along the needle's line by depth, the tip, the target, what is nearest.

#include <optional>
#include <string>
#include <vector>

#include "anatomy/probe.h"
#include "scene/naming.h"
#include "session/needle.h"

namespace drypoint::scene {

struct StripLayer {
    base::Id structure;  // empty: connective tissue between named structures
    std::string name;    // empty likewise
    anatomy::Tissue tissue = anatomy::Tissue::other;
    bool hidden = false;  // not on the picture now; the needle passes it all the same
    double enter_mm = 0.0;
    std::optional<double> exit_mm;  // nothing: its far side is open in this model
    bool assumed = false;           // no published figure stands behind its thickness here

    // Nothing where the far side is open.
    std::optional<double> thickness_mm() const;
    friend bool operator==(const StripLayer&, const StripLayer&) = default;
};

struct StripHazard {
    base::Id structure;
    std::string name;
    double distance_mm = 0.0, at_depth_mm = 0.0;
    bool uncertain = false;  // its place was not measured
    bool hidden = false;
    bool in_hull = false;  // the shaft lies where people's courses wander, by a published spread

    bool touched() const { return distance_mm <= 0.0; }
    friend bool operator==(const StripHazard&, const StripHazard&) = default;
};

struct Strip {
    std::vector<StripLayer> layers;  // those that begin within shown_mm, by depth
    double tip_mm = 0.0, target_mm = 0.0;
    session::WayKind kind = session::WayKind::taught;  // whose path it is
    double shown_mm = 0.0;                             // the depth to draw to
    bool fold = false;                                 // a lifted fold: depths count from the muscle's face
    std::vector<StripHazard> nearest;  // at most three, nearest first, with the nearest nerve among them

    bool at_target() const;
    // The last layer is cut: it is thicker than what is drawn of it.
    bool goes_on() const;
    // Something named here, other than skin, fat and fascia, is hidden on the picture.
    bool has_hidden() const;
    friend bool operator==(const Strip&, const Strip&) = default;
};

// Nothing without a needle. `least_shown_mm`: it is drawn at least so deep.
std::optional<Strip> build_strip(const session::Snapshot& snapshot, const anatomy::PathReport* probe,
                                 const NameOf& name_of = own_name, double least_shown_mm = 0.0);

}  // namespace drypoint::scene
