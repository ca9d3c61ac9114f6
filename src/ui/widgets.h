#pragma once
// The few controls that every panel is made of. Each one has a stable name, is at least 40 units high where it is
// pressed, takes keyboard focus, and explains itself when pointed at.

#include <optional>
#include <string>

#include "ui/context.h"
#include "ui/keys.h"

namespace drypoint::ui {

struct Spec {
    std::string name{};  // in the registry
    std::string text{};  // what it is called
    Role role = Role::button;
    bool enabled = true;
    bool on = false;
    std::string tip{};                 // a line under the name in the tooltip; why it is disabled
    std::optional<Command> command{};  // its key is shown in the tooltip
    bool explain = false;              // tooltip even without a tip: what is drawn does not say the name
};

struct Response {
    bool clicked = false;  // by pointer or keyboard; never while disabled
    bool menu = false;     // right click
    bool hovered = false;
    bool held = false;
    bool focused = false;
};

// Registers the widget, takes pointer and focus, draws the focus ring and arms the tooltip. Looks are the caller's.
Response interact(Context& c, const Spec& spec, const ImRect& rect);
// Registers what is only read.
void announce(Context& c, std::string name, std::string text, const ImRect& rect, bool on = false);

enum class Look {
    plain,    // no ground until hovered
    quiet,    // bg3 ground
    primary,  // accent: one per screen
    outlined,
    plate  // over the picture: soft accent when on
};

bool icon_button(Context& c, const Spec& spec, const char* icon, const ImRect& rect, Look look = Look::plain);
// Icon may be nullptr.
bool text_button(Context& c, const Spec& spec, const char* icon, const ImRect& rect, Look look = Look::quiet);
float text_button_width(const Context& c, std::string_view text, bool with_icon);

// One of several in a bar.
bool segment(Context& c, const Spec& spec, const ImRect& rect, Look look = Look::quiet);

// Returns the new value while it is dragged, nudged or typed (after a double click or Enter); `released` says that the
// gesture is over.
struct SliderResponse {
    std::optional<float> value;
    bool released = false;
    bool nudged = false;  // by the keyboard, or typed: released at once
};
struct SliderRange {
    float low = 0.0f, high = 1.0f;
    float grain = 0.01f;               // values are whole numbers of it
    float step = 0.05f, fine = 0.01f;  // of the arrow keys
    std::optional<float> rest{};       // a tick, from which the track is filled; nothing: from the left
    float shown_as_one = 1.0f;         // what people read and type is the value over this: 0.01 for per cent
};
inline const SliderRange opacity_range{.shown_as_one = 0.01f};
SliderResponse slider(Context& c, const Spec& spec, float value, const ImRect& rect, const SliderRange& range = {});

// Ground and text colours that belong to a look in a state.
ImU32 ground(const Context& c, Look look, bool on, bool enabled, bool hovered, bool held);
ImU32 ink(const Context& c, Look look, bool on, bool enabled);

}  // namespace drypoint::ui
