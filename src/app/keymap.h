#pragma once
// From GLFW's keys to the chords of the key table.

#include <optional>

#include "ui/keys.h"

namespace drypoint::app {

// Letters go by what is printed on the key of this layout, digits by their place, so that Shift+1 works where digits
// need Shift. Nothing for keys that type punctuation: those come as characters, unless Ctrl is held.
std::optional<ui::Chord> chord_of_key(int key, int scancode, int mods);

// Punctuation as typed, whatever keys it takes: "/", "?", "[".
std::optional<ui::Chord> chord_of_character(unsigned code_point);

// Whether holding the key down repeats what it does.
bool repeats(const ui::Chord& chord);

}  // namespace drypoint::app
