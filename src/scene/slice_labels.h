#pragma once
// Names on a slice: inside of what they name where there is room, else beside it with a line that leads to it, never over
// one another.

#include <optional>
#include <string>
#include <vector>

#include "scene/naming.h"
#include "scene/overlay.h"
#include "scene/slice.h"

namespace drypoint::scene {

// The slice as a picture: pixels from its top left.
struct SlicePicture {
    glm::vec2 size_px{0.0f};
    float px_per_mm = 1.0f;
    float scale = 1.0f;          // of type
    std::vector<Rect> reserved;  // needle, ring, scale: labels keep off them
    TextSize text_size;
    NameOf name_of = own_name;
};

struct SliceLabel {
    std::size_t structure = 0;
    std::string text;
    Rect box;
    std::optional<glm::vec2> leads_to;  // a place on what it names; nothing: the name lies on it

    friend bool operator==(const SliceLabel&, const SliceLabel&) = default;
};

inline constexpr std::size_t most_slice_labels = 9;

// A place for words of this size close to a mark: to its right, left, over or under it, where nothing is reserved.
// Nothing if there is no room.
std::optional<Rect> place_beside(const Rect& mark, glm::vec2 size_px, const SlicePicture& picture);

// What must not be hit comes first, then what fills most. Skin, fat and fascia have none: the strip names them.
std::vector<SliceLabel> slice_labels(const Slice& slice, const anatomy::Atlas& atlas, const SlicePicture& picture);

}  // namespace drypoint::scene
