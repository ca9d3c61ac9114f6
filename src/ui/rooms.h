#pragma once
// The rooms of Study, and whether they can be entered.

#include "ui/widgets.h"

namespace drypoint::ui {

// "room/session": disabled with the reason while no point with a path is chosen.
Spec room_spec(const Context& c, session::Room room);
void open_room(Context& c, session::Room room);

}  // namespace drypoint::ui
