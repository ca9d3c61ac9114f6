#pragma once
// What only the interface cares about: focus, open menus, drags. Owned by the program, changed while drawing; nothing
// in it belongs to the model.

#include <optional>
#include <set>
#include <string>

#include <imgui.h>
#include <imgui_internal.h>

#include "base/id.h"
#include "geometry/slice.h"
#include "ui/layout.h"

namespace drypoint::ui {

// What the list at the left holds.
enum class ListTab { conditions, structures };

enum class Sheet { none, help, about, settings, legend, walkthroughs, topics, body };

// What a click in the needle's room places.
enum class Placing { nothing, entry, target };

// A slice on the screen.
struct SlicePlace {
    ImRect box;
    float px_per_mm = 1.0f;
    glm::dvec2 low{0.0}, high{0.0};  // its window, mm
    geometry::CutPlane plane;

    glm::dvec2 at(ImVec2 pixel) const {
        return {low.x + static_cast<double>((pixel.x - box.Min.x) / px_per_mm),
                high.y - static_cast<double>((pixel.y - box.Min.y) / px_per_mm)};
    }
};

// The value of a slider as it is being typed.
struct TypedValue {
    std::string slider, text;
    bool begun = false;  // the field has the keyboard
};

// A drag over the picture.
enum class Drag { none, pending, orbit, pan };

struct UiState {
    // Keyboard focus: the name of a widget, and whether its ring is shown (only after the keyboard moved it).
    std::string focus;
    bool focus_ring = false;
    std::string activate;  // a widget that the keyboard presses in this frame
    int nudge = 0;         // steps by which the arrow keys move the focused slider in this frame
    bool nudge_fine = false;
    std::string scroll_to;  // a widget to bring into its panel
    bool typing = false;    // a text field has the keyboard

    std::set<std::string, std::less<>> held_keys;  // that are down now, by name

    // Tooltip: what the pointer rests on.
    std::string hovered;
    double hovered_since_s = 0;

    // Menus and sheets.
    Sheet sheet = Sheet::none;
    base::Id menu_structure;  // the context menu is open for it
    bool menu_open = false;
    bool tools_open = false;  // the folded tools
    ImVec2 menu_at{0, 0};
    Shown shown = Shown::limb;
    bool clean = false;                         // the limb alone
    bool labels = true;                         // names on the picture
    bool paper = false;                         // the light theme
    std::set<std::string, std::less<>> folded;  // groups of the list
    ListTab list_tab = ListTab::conditions;
    base::Id grouped_for;  // the condition whose group of points is shown
    int point_group = 0;

    // The notice of the first start: the window asks for it, scripts and pictures never do.
    bool notice_due = false;
    bool notice_accepted = false;  // now; the window keeps it

    // Drags over the picture.
    Drag drag = Drag::none;
    ImVec2 drag_from{0, 0};
    int drag_button = 0;
    bool sliding = false;  // a slider is held
    std::optional<TypedValue> typed_value;
    std::optional<float> held_build;  // that the slider stands at; the limb follows when it is let go of

    // The needle's room.
    Placing placing = Placing::nothing;       // what the next click places
    std::string path_file;                    // where an own path is saved to and opened from
    std::optional<SlicePlace> along, across;  // where the slices of the last frame are

    // The last message.
    std::string toast;
    double toast_until_s = 0;

    // When something here changes by itself next; 0: never. The window sleeps until then.
    double wake_at_s = 0;
};

}  // namespace drypoint::ui
