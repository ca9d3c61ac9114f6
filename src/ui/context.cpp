#include "ui/context.h"

#include <cmath>

namespace drypoint::ui {

float Context::px(float units) const {
    return std::round(units * layout.scale);
}

const session::Appearance& Context::appearance(const anatomy::Structure& structure) const {
    return model().plan.appearance[static_cast<std::size_t>(&structure - atlas().structures.data())];
}

void Context::wake_at(double time_s) {
    if (state.wake_at_s == 0 || time_s < state.wake_at_s) state.wake_at_s = time_s;
}

}  // namespace drypoint::ui
