#pragma once
// Where the regions of the screen are: pure arithmetic on the size of the window and the scale of the interface.

#include <imgui.h>
#include <imgui_internal.h>

namespace drypoint::ui {

// By the width of the window in units (pixels / scale).
enum class Form {
    wide,     // 1600 and more: broader panels
    regular,  // 1280 and more: list, limb and details side by side
    rail,     // 960 and more: the list folds to a rail and opens over the picture
    single,   // less: one panel at a time, chosen in a bar at the bottom
    tiny      // less than 600: the bars fold as well
};

// The panel that a single-panel form shows, and whether the rail's list is open.
enum class Shown { limb, list, details, strip };

struct Layout {
    float scale = 1.0f;
    ImVec2 size{0, 0};
    Form form = Form::regular;
    bool low = false;       // less than 560 units high: tools and marker fold
    ImRect top_bar;         // empty rectangles are not drawn
    ImRect list;            // conditions and structures
    ImRect rail;            // stands in for the list
    ImRect viewport;        // the limb
    ImRect details;         // of what is chosen; in the session its step, in the needle's room its margins
    ImRect needle;          // strip, slice and what-if; margins too where details are empty
    ImRect strip;           // the needle strip, where it has no room over the limb
    ImRect bottom_bar;      // chooses the panel
    ImRect timeline;        // the steps of the session
    ImRect tour;            // the words of a walkthrough
    bool floating = false;  // list or details lie over the limb

    bool one_panel() const { return form == Form::single || form == Form::tiny; }
};

// What shares the screen with the limb.
struct Occupied {
    bool session = false;  // the room of the treatment session
    bool tour = false;     // a walkthrough is under way
    bool needle = false;   // the room of the needle
};

// `clean` leaves the limb alone on the screen.
Layout make_layout(ImVec2 size, float scale, Shown shown, bool clean, Occupied occupied = {});

}  // namespace drypoint::ui
