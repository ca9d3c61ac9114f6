#include "session/action.h"

namespace drypoint::session {

Action::Action(const Action& other) = default;
Action::Action(Action&& other) noexcept = default;
Action& Action::operator=(const Action& other) = default;
Action& Action::operator=(Action&& other) noexcept = default;
Action::~Action() = default;

Action mirrored(const Action& action) {
    Action result = action;
    if (auto* camera = std::get_if<SetCamera>(&result)) {
        camera->pivot_x = -camera->pivot_x;
        camera->azimuth_deg = -camera->azimuth_deg;
        camera->roll_deg = -camera->roll_deg;
    } else if (auto* cut = std::get_if<Cut>(&result)) {
        cut->x = -cut->x;
    } else if (auto* line = std::get_if<LayLine>(&result)) {
        line->entry_x = -line->entry_x;
        line->target_x = -line->target_x;
    } else if (auto* orbit = std::get_if<Orbit>(&result)) {
        orbit->right_deg = -orbit->right_deg;
    } else if (auto* pan = std::get_if<Pan>(&result)) {
        pan->right = -pan->right;
    } else if (auto* zoom = std::get_if<Zoom>(&result)) {
        zoom->x = 1.0f - zoom->x;
    }
    return result;
}

}  // namespace drypoint::session
