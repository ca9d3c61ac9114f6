// Which body is shown: the other limb, another build. What lies on it goes along.
#include <algorithm>

#include "session/needle.h"
#include "session/update_context.h"

namespace drypoint::session {
namespace {

void mirror(std::optional<OwnWay>& own) {
    if (!own || !own->line) return;
    own->line->entry_mm.x = -own->line->entry_mm.x;
    own->line->target_mm.x = -own->line->target_mm.x;
    own->way = anatomy::straight_way(own->line->entry_mm, own->line->target_mm);
}

// What is placed in the model's frame.
void mirror(Plan& plan) {
    if (plan.section) plan.section->normal.x = -plan.section->normal.x;
    mirror(plan.own);
    if (!plan.session) return;
    mirror(plan.session->aside.own);
    plan.session->aside.camera = geometry::mirrored(plan.session->aside.camera);
}

// A moved needle is moved from the new taught path; one placed by hand keeps its line and its target.
void refit(std::optional<OwnWay>& own, const UpdateContext& c) {
    const anatomy::PathGeometry* taught = taught_way(c.world(), c.plan());
    if (!own || taught == nullptr) return own.reset();
    if (!own->line) {
        own->way = anatomy::shifted(c.atlas(), *taught, side_of_point(c.world(), c.plan()), own->move);
        return;
    }
    own->way = anatomy::brought_to_skin(c.atlas(), own->way);
    own->line->entry_mm = own->way.entry_mm;
}

// The tip stays as far from its target as it was.
void refit(std::optional<NeedleState>& needle, double target_before_mm, const anatomy::PathGeometry* way) {
    if (!needle || way == nullptr) return needle.reset();
    if (needle->depth_mm <= 0.0) return;
    needle->depth_mm = std::max(0.0, needle->depth_mm + way->depth_mm - target_before_mm);
}

struct Needle {
    std::optional<OwnWay>& own;
    std::optional<NeedleState>& needle;

    const anatomy::PathGeometry* way(const UpdateContext& c) const {
        return own ? &own->way : taught_way(c.world(), c.plan());
    }
};

void become(const anatomy::Body& body, const UpdateContext& c) {
    std::vector<Needle> needles{{c.plan().own, c.plan().needle}};
    if (c.plan().session) needles.push_back({c.plan().session->aside.own, c.plan().session->aside.needle});
    std::vector<double> before_mm;
    for (const Needle& one : needles) {
        const anatomy::PathGeometry* way = one.way(c);
        before_mm.push_back(way != nullptr ? way->depth_mm : 0.0);
    }
    c.plan().body = body;
    for (std::size_t i = 0; i < needles.size(); ++i) {
        refit(needles[i].own, c);
        refit(needles[i].needle, before_mm[i], needles[i].way(c));
    }
}

}  // namespace

void apply(const SetSide& action, const UpdateContext& c) {
    anatomy::Body body = c.plan().body;
    body.side = action.side;
    if (action.side == anatomy::Side::none) return c.refuse("A side is right or left");
    if (const std::string why = c.worlds.why_not(body); !why.empty()) return c.refuse(why);
    if (action.side == anatomy::shown_side(c.atlas())) return;
    mirror(c.plan());
    become(body, c);
}

void apply(const SetBuild& action, const UpdateContext& c) {
    anatomy::Body body = c.plan().body;
    body.build = action.build;
    if (const std::string why = c.worlds.why_not(body); !why.empty()) return c.refuse(why);
    if (body.build != c.plan().body.build) become(body, c);
}

}  // namespace drypoint::session
