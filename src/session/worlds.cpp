#include "session/worlds.h"

#include <algorithm>

namespace drypoint::session {
namespace {

constexpr std::size_t most_kept = 3;  // so that switching to and fro is quick; each holds a whole model

WorldPtr shaped(const World& world, const anatomy::Body& body) {
    base::Issues said_when_loaded;
    return make_world(std::make_shared<const anatomy::Atlas>(anatomy::shaped(*world.atlas, body)), world.content,
                      world.walkthroughs, said_when_loaded, world.regions);
}

}  // namespace

WorldPtr Worlds::of(const anatomy::Body& body) const {
    const bool mirrored = body.side != anatomy::Side::none && body.side != anatomy::shown_side(*as_loaded_->atlas);
    if (!mirrored && body.build == anatomy::average_build) return as_loaded_;
    const auto found = std::find_if(kept_.begin(), kept_.end(), [&](const WorldPtr& world) {
        return world->atlas->mirrored == mirrored && world->atlas->build == body.build;
    });
    WorldPtr world = found != kept_.end() ? *found : shaped(*as_loaded_, body);
    if (found != kept_.end()) kept_.erase(found);
    kept_.push_back(world);
    if (kept_.size() > most_kept) kept_.erase(kept_.begin());
    return world;
}

}  // namespace drypoint::session
