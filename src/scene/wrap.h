#pragma once
// Long names in narrow places: broken into lines, and abbreviated from the middle, so that the last word, which says
// what kind of structure it is ("nerve", "artery"), always stays.

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace drypoint::scene {

using TextWidth = std::function<float(std::string_view)>;  // pixels

// At most `most_lines` lines, each at most `width` wide unless one word alone is wider. `last_less`: by how much the
// last line is narrower, for what stands beside it.
std::vector<std::string> wrap(std::string_view name, float width, std::size_t most_lines, const TextWidth& width_of,
                              float last_less = 0.0f);

}  // namespace drypoint::scene
