#pragma once
// Every widget of a frame by name, in the order in which it was drawn: how scripts and tests find a widget without
// knowing pixels, and the order in which Tab visits them.

#include <string>
#include <string_view>
#include <vector>

#include <imgui.h>
#include <imgui_internal.h>

namespace drypoint::ui {

enum class Role {
    button,
    toggle,
    field,   // takes typed text
    slider,  // takes the arrow keys
    depth,   // likewise, and down is more
    needle,  // the arrows lean the needle, with Ctrl they slide its entry
    row,     // one of a list: arrows move between rows, Tab visits the current row only
    part,    // belongs to the row before it
    region,  // takes focus as a whole: the picture of the limb
    text     // only read
};

struct Widget {
    std::string name;  // stable: "list/vastus-medialis/eye"
    std::string text;  // what it shows or is called
    Role role = Role::button;
    ImRect rect;
    bool enabled = true;
    bool on = false;       // pressed, selected, checked
    bool visible = false;  // not scrolled out of its panel
    int layer = 0;         // 0: the screen; 1: a sheet or menu over it
    ImRect seen{};         // the part of it that its panel shows
    bool cut = false;      // its text had no room and ends in an ellipsis
};

class Registry {
  public:
    // A new frame: what was drawn becomes what can be asked for.
    void begin_frame();
    void add(Widget widget) { drawing_.push_back(std::move(widget)); }
    // The text of the widget that was added last did not fit.
    void note_cut() {
        if (!drawing_.empty()) drawing_.back().cut = true;
    }

    // Of the last complete frame.
    const Widget* find(std::string_view name) const;
    const std::vector<Widget>& widgets() const { return complete_; }
    int top_layer() const;
    // What Tab visits, in order. `current` is the focused widget's name; rows are visited through their current one.
    std::vector<const Widget*> tab_stops(std::string_view current) const;
    // The next (+1) or previous (-1) row seen from a row, or nullptr.
    const Widget* neighbour_row(std::string_view row, int step) const;

  private:
    std::vector<Widget> drawing_, complete_;
};

}  // namespace drypoint::ui
