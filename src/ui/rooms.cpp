#include "ui/rooms.h"

#include "ui/statements.h"

namespace drypoint::ui {
namespace {

// Why the room cannot be entered; empty: it can.
std::string obstacle(const Context& c, session::Room room) {
    const bool session = room == session::Room::session;
    if (session && content(c).session.empty()) return c.t("session.no-content");
    const session::PlacedPoint* place = chosen_place(c);
    if (place == nullptr) return c.t(session ? "session.no-point" : "own.no-point");
    if (place->way) return {};
    const anatomy::TriggerPoint* point = chosen_point(c);
    return c.t(point != nullptr && point->show_only ? "session.show-only" : "session.no-path");
}

}  // namespace

Spec room_spec(const Context& c, session::Room room) {
    const std::string id(session::name(room));
    Spec spec{.name = "room/" + id, .text = c.t("room." + id), .on = c.model().plan.room == room};
    if (room == session::Room::explore || spec.on) return spec;
    spec.tip = obstacle(c, room);
    spec.enabled = spec.tip.empty();
    return spec;
}

void open_room(Context& c, session::Room room) {
    if (c.model().plan.room == room) return;
    c.send(session::OpenRoom{room});
    if (room != session::Room::explore && c.layout.one_panel()) c.state.shown = Shown::details;
}

}  // namespace drypoint::ui
