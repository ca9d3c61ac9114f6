#include "session/world.h"

#include <algorithm>
#include <utility>

namespace drypoint::session {
namespace {

PlacedPoint placed(const anatomy::Content& content, const anatomy::Atlas& atlas, const anatomy::TriggerPoint& point,
                   base::Issues& issues) {
    PlacedPoint result;
    result.id = point.id;
    result.place = anatomy::resolve(content, atlas, point);
    issues.insert(issues.end(), result.place.issues.begin(), result.place.issues.end());
    const anatomy::NeedlePath* path = content.path_of(point.id);
    if (path == nullptr || point.show_only) return result;
    result.path = path->id;
    result.way = anatomy::resolve_path(content, atlas, *path, issues);
    const std::optional<std::size_t> muscle = atlas.index_of(point.muscle);
    if (result.way && muscle) {
        result.in_muscle = anatomy::stretches_in(atlas, *muscle, {result.way->entry_mm, result.way->direction, 0.0});
    }
    return result;
}

const Walkthrough* find(const std::vector<Walkthrough>& all, std::string_view id) {
    const auto found = std::find_if(all.begin(), all.end(), [id](const Walkthrough& one) { return one.id == id; });
    return found == all.end() ? nullptr : &*found;
}

}  // namespace

const PlacedPoint* World::find_point(std::string_view id_or_code) const {
    const anatomy::TriggerPoint* point = content.find_point(id_or_code);
    if (point == nullptr) return nullptr;
    const auto found =
        std::find_if(points.begin(), points.end(), [point](const PlacedPoint& one) { return one.id == point->id; });
    return found == points.end() ? nullptr : &*found;
}

const Walkthrough* World::find_walkthrough(std::string_view id) const {
    return find(walkthroughs, id);
}

const Walkthrough* World::find_region(std::string_view id) const {
    return find(regions, id);
}

WorldPtr make_world(anatomy::AtlasPtr atlas, anatomy::Content content, std::vector<Walkthrough> walkthroughs,
                    base::Issues& issues, std::vector<Walkthrough> regions) {
    auto world = std::make_shared<World>();
    world->atlas = std::move(atlas);
    world->content = std::move(content);
    world->walkthroughs = std::move(walkthroughs);
    world->regions = std::move(regions);
    world->index = anatomy::SearchIndex(world->content);
    for (const anatomy::TriggerPoint& point : world->content.points) {
        world->points.push_back(placed(world->content, *world->atlas, point, issues));
    }
    return world;
}

WorldPtr make_world(anatomy::AtlasPtr atlas) {
    base::Issues none;
    return make_world(std::move(atlas), {}, {}, none);
}

}  // namespace drypoint::session
