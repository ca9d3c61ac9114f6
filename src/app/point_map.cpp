#include "app/point_map.h"

#include <algorithm>

#include "anatomy/entry_map.h"
#include "anatomy/safety.h"

namespace drypoint::app {
namespace {

const anatomy::Needle* longest_for(const anatomy::Content& content, const anatomy::NeedlePath* path) {
    const anatomy::Needle* longest = nullptr;
    const auto consider = [&longest](const anatomy::Needle* needle) {
        if (needle != nullptr && (longest == nullptr || needle->length_mm > longest->length_mm)) longest = needle;
    };
    if (path != nullptr)
        for (const base::Id& id : path->needles) consider(content.find_needle(id));
    if (longest != nullptr) return longest;
    for (const anatomy::Needle& needle : content.needles) consider(&needle);
    return longest;
}

}  // namespace

std::optional<PointMap> make_point_map(const session::World& world, const anatomy::ProbeIndex& index,
                                       const session::PlacedPoint& point, const anatomy::Needle* needle,
                                       std::string& why) {
    const anatomy::Content& content = world.content;
    const anatomy::TriggerPoint* words = content.find_point(point.id);
    if (words == nullptr || !point.way) {
        why = words != nullptr ? anatomy::why_never_needled(*words) : std::string();
        if (why.empty()) why = "There is no needle path to this point on this model";
        return std::nullopt;
    }
    PointMap made;
    const anatomy::NeedlePath* path = content.find_path(point.path);
    made.needle = needle != nullptr ? needle : longest_for(content, path);
    anatomy::EntryMapRequest request;
    request.target_mm = point.way->target_mm;
    request.path = path;
    request.muscle = world.atlas->index_of(words->muscle);
    request.needle = made.needle;
    made.map = anatomy::entry_map(index, content, request);
    const double outside = anatomy::Safety(content, *world.atlas).outside_at_least_mm();
    const double reach = made.needle != nullptr ? made.needle->length_mm - outside : 0.0;
    made.patch = scene::map_patch(*world.atlas, made.map,
                                  {request.target_mm, reach, content.conventions.oblique_at_least_deg,
                                   request.spacing_mm});
    if (made.patch) return made;
    why = made.map.issues.empty() ? "No entry is within this needle's reach" : made.map.issues.front().message;
    return std::nullopt;
}

}  // namespace drypoint::app
