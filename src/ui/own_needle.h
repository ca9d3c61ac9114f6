#pragma once
// A person's own needle by hand: leaning, sliding and placing it, and how that is said.

#include <string>

#include "ui/context.h"

namespace drypoint::ui {

// Leans the needle 5 degrees (fine: 1), or slides its entry 1 mm (fine: 0.5): to the right of the slices, and up.
void move_needle(Context& c, int to_the_right, int up, bool slide, bool fine);

// Entry or target where the pointer is: on the limb, or on a slice. Says so where there is nothing to place it on.
void place_at_pointer(Context& c, Placing what);
// The next click places it.
void ask_for_place(Context& c, Placing what);
// A click while something is to be placed; false: nothing is.
bool place_by_click(Context& c);

// +1 or -1: whether leaning medially is leaning to the right of the slices.
int medial_on_slices(const Context& c);

// "15° to the back, 5° to the hip"; empty: as taught. Of leans in medial and proximal direction.
std::string lean_in_words(const Context& c, double medial_deg, double proximal_deg);
// The word for a direction: "back", "inner side"; short: "inner".
std::string direction_word(const Context& c, anatomy::Direction direction, bool short_one = false);
// Which way a medial or proximal lean of the needle takes its tip; `sign`: -1 for the other way.
anatomy::Direction lean_direction(const Context& c, bool proximal, int sign);

}  // namespace drypoint::ui
