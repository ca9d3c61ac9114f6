#include "ui/keyboard.h"

#include "ui/commands.h"
#include "ui/own_needle.h"

namespace drypoint::ui {
namespace {

constexpr float arrow_deg = 5.0f, fine_deg = 1.0f, zoom_step = 1.15f;

bool is_typing_key(Context& c, const Chord& chord) {
    if (!c.state.typing) return false;
    const KeyRow* row = row_of(chord);
    if (row != nullptr && row->while_typing) perform(c, row->command);
    return true;  // the rest is text, or the field's own editing
}

void focus_row(Context& c, const Widget& from, int step) {
    const Widget* next = c.registry.neighbour_row(from.name, step);
    if (next == nullptr) return;
    c.state.focus = c.state.scroll_to = next->name;
    c.state.focus_ring = true;
}

// The arrows mean what they look like on the slices: to their right, and towards the hip.
bool is_needle_key(Context& c, const Chord& chord) {
    const int sideways = (chord.key == "right" ? 1 : 0) - (chord.key == "left" ? 1 : 0);
    const int upward = (chord.key == "up" ? 1 : 0) - (chord.key == "down" ? 1 : 0);
    if (chord.alt || (sideways == 0 && upward == 0)) return false;
    move_needle(c, sideways, upward, chord.ctrl, chord.shift);
    return true;
}

bool is_widget_key(Context& c, const Chord& chord) {
    const Widget* widget = c.registry.find(c.state.focus);
    if (widget != nullptr && widget->role == Role::needle && is_needle_key(c, chord)) return true;
    if (widget == nullptr || chord.ctrl || chord.alt || widget->role == Role::region) return false;
    const int sideways = (chord.key == "right" ? 1 : 0) - (chord.key == "left" ? 1 : 0);
    const int downward = (chord.key == "down" ? 1 : 0) - (chord.key == "up" ? 1 : 0);
    if (chord.key == "enter" || (chord.key == "space" && !chord.shift)) {
        c.state.activate = widget->name;
        return true;
    }
    if (widget->role == Role::slider && sideways - downward != 0) {
        c.state.nudge += sideways - downward;
        c.state.nudge_fine = chord.shift;
        return true;
    }
    if (widget->role == Role::depth && sideways + downward != 0) {
        c.state.nudge += sideways + downward;
        c.state.nudge_fine = chord.shift;
        return true;
    }
    if (widget->role == Role::row && downward != 0) {
        focus_row(c, *widget, downward);
        return true;
    }
    return false;
}

bool is_picture_key(Context& c, const Chord& chord) {
    if (chord.ctrl || chord.alt) return false;
    const bool steps = c.model().plan.room == session::Room::session || c.model().tour;
    if (chord.key == "space" && c.state.focus == "viewport" && steps) {
        perform(c, Command::next_step);
        return true;
    }
    const float step = chord.shift ? fine_deg : arrow_deg;
    if (chord.key == "left")
        c.send(session::Orbit{-step, 0});
    else if (chord.key == "right")
        c.send(session::Orbit{step, 0});
    else if (chord.key == "up")
        c.send(session::Orbit{0, step});
    else if (chord.key == "down")
        c.send(session::Orbit{0, -step});
    else if (chord.key == "plus" || chord.key == "+")
        c.send(session::Zoom{zoom_step, 0.5f, 0.5f});
    else if (chord.key == "minus" || chord.key == "-")
        c.send(session::Zoom{1.0f / zoom_step, 0.5f, 0.5f});
    else
        return false;
    return true;
}

// While a sheet or a menu is open, only what leads through it or out of it works.
bool allowed_over_sheet(const Context& c, Command command) {
    const bool sheets = command == Command::leave || command == Command::help || command == Command::legend ||
                        command == Command::walkthroughs || command == Command::topics || command == Command::body;
    if (c.state.notice_due && sheets) return false;
    return sheets || command == Command::toggle_words || command == Command::next_widget ||
           command == Command::previous_widget || command == Command::larger_text || command == Command::smaller_text ||
           command == Command::quit;
}

}  // namespace

bool hides_labels(const Context& c) {
    return !c.state.typing && c.registry.top_layer() == 0 && c.state.held_keys.count("l") != 0;
}

void route_keys(Context& c, const std::vector<Chord>& keys) {
    for (const Chord& chord : keys) {
        if (is_typing_key(c, chord) || is_widget_key(c, chord)) continue;
        const KeyRow* row = row_of(chord);
        const bool covered = c.registry.top_layer() > 0;
        if (row == nullptr) {
            if (!covered) is_picture_key(c, chord);
            continue;
        }
        if (covered && !allowed_over_sheet(c, row->command)) continue;
        perform(c, row->command);
        if (row->command == Command::search) return;  // what was pressed in the same moment is meant for the field
    }
}

}  // namespace drypoint::ui
