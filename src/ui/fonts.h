#pragma once
// The rasters of the interface's type. Built once, and again only when the scale changes.

#include <array>
#include <vector>

#include <imgui.h>

namespace drypoint::ui {

enum class Type { regular12, medium12, regular14, medium14, semibold14, semibold16, semibold20 };
inline constexpr int type_count = 7;

// The bytes of the font files; an empty one means that it was not found.
struct FontData {
    std::vector<unsigned char> regular, medium, semibold, icons;
};

struct Fonts {
    std::array<ImFont*, type_count> of{};
    float scale = 0.0f;
    bool has_icons = false;

    ImFont* operator[](Type type) const { return of[static_cast<std::size_t>(type)]; }
};

// Points of a type at 100 %.
float points(Type type);

// Clears the atlas and adds every raster at this scale. `data` must stay until the atlas is built. Without Inter,
// ImGui's own font stands in.
Fonts add_fonts(ImFontAtlas& atlas, FontData& data, float scale);

}  // namespace drypoint::ui
