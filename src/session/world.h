#pragma once
// What does not change while the program runs: the model, the content, and the content's places on the model.

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "anatomy/atlas.h"
#include "anatomy/content.h"
#include "anatomy/probe.h"
#include "anatomy/resolve.h"
#include "anatomy/search_index.h"
#include "session/walkthrough.h"

namespace drypoint::session {

// One trigger point on this model.
struct PlacedPoint {
    base::Id id;    // of the trigger point
    base::Id path;  // the taught one; empty: none
    anatomy::Resolved place;
    std::optional<anatomy::PathGeometry> way;     // nothing: it cannot be placed, or the point is for show only
    std::vector<anatomy::LayerPassed> in_muscle;  // where the way runs in the point's muscle, by depth
};

struct World {
    anatomy::AtlasPtr atlas;
    anatomy::Content content;
    std::vector<PlacedPoint> points;  // in the order of content.points
    std::vector<Walkthrough> walkthroughs;
    std::vector<Walkthrough> regions;  // presets of what is shown: each has one step
    anatomy::SearchIndex index;  // of the content

    // By id or code ("VM1", in any case).
    const PlacedPoint* find_point(std::string_view id_or_code) const;
    const Walkthrough* find_walkthrough(std::string_view id) const;
    const Walkthrough* find_region(std::string_view id) const;
};
using WorldPtr = std::shared_ptr<const World>;

// Resolves every point and path. What cannot be placed is said in the issues; the rest works.
WorldPtr make_world(anatomy::AtlasPtr atlas, anatomy::Content content, std::vector<Walkthrough> walkthroughs,
                    base::Issues& issues, std::vector<Walkthrough> regions = {});

// A model without content.
WorldPtr make_world(anatomy::AtlasPtr atlas);

}  // namespace drypoint::session
