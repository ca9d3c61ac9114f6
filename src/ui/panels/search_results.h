#pragma once
// The search field over the list at the left, and what it finds.

#include <cstddef>
#include <vector>

#include "ui/panel.h"

namespace drypoint::ui {

// What the words in the search field lead to. Positions in the content and in the atlas.
struct Found {
    std::vector<std::size_t> conditions, zones, structures, points, topics;

    std::size_t count() const {
        return conditions.size() + zones.size() + structures.size() + points.size() + topics.size();
    }
};

Found find_all(const Context& c);
// Enter takes the first that was found, the arrow down goes to its row.
void draw_search(Context& c, const Found& found, const ImRect& rect);
// One row for each; nothing found: the nearest spellings.
void draw_found(Context& c, ImDrawList& draw, Pen& pen, const Found& found);

}  // namespace drypoint::ui
