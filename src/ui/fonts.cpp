#include "ui/fonts.h"

#include <cmath>

#include <imgui_internal.h>

namespace drypoint::ui {
namespace {

enum class Weight { regular, medium, semibold };

struct RasterSize {
    float points;
    Weight weight;
};

constexpr std::array<RasterSize, type_count> raster_sizes{{{12, Weight::regular},
                                            {12, Weight::medium},
                                            {14, Weight::regular},
                                            {14, Weight::medium},
                                            {14, Weight::semibold},
                                            {16, Weight::semibold},
                                            {20, Weight::semibold}}};

// ImGui counts a font's size from its ascent to its descent, people count its em: Inter's is 2048 of 2478.
constexpr float inter_size_of_em = 2478.0f / 2048.0f;

// Inter's widest digit is 0.643 em wide; ImGui knows no tabular figures.
constexpr float digit_advance = 0.643f / inter_size_of_em;

constexpr ImWchar digit_range[] = {'0', '9', 0};
// Latin with its first extension, and the dashes, quotes, arrows and mathematical signs that the texts use.
constexpr ImWchar letter_range[] = {0x20,   0x2F,   0x3A,   0x17F,  0x2010, 0x2026, 0x2032, 0x2033, 0x2190,
                               0x2193, 0x2212, 0x2212, 0x2260, 0x2265, 0x25B2, 0x25C6, 0};
constexpr ImWchar icon_range[] = {0xF000, 0xF2E0, 0};

std::vector<unsigned char>& file_of(FontData& data, Weight weight) {
    if (weight == Weight::medium && !data.medium.empty()) return data.medium;
    if (weight == Weight::semibold && !data.semibold.empty()) return data.semibold;
    return data.regular;
}

ImFontConfig borrowed(bool merge) {
    ImFontConfig config;
    config.FontDataOwnedByAtlas = false;
    config.MergeMode = merge;
    config.OversampleH = 1;
    config.OversampleV = 1;
    config.PixelSnapH = !merge;
    return config;
}

ImFont* add_inter(ImFontAtlas& atlas, std::vector<unsigned char>& file, float size) {
    ImFontConfig even = borrowed(false);
    even.GlyphMinAdvanceX = even.GlyphMaxAdvanceX = std::round(size * digit_advance * 2.0f) / 2.0f;
    ImFont* font = atlas.AddFontFromMemoryTTF(file.data(), static_cast<int>(file.size()), size, &even, digit_range);
    ImFontConfig rest = borrowed(true);
    rest.OversampleH = size < 32.0f ? 2 : 1;  // small letters sit between pixels
    atlas.AddFontFromMemoryTTF(file.data(), static_cast<int>(file.size()), size, &rest, letter_range);
    return font;
}

ImFont* add_own(ImFontAtlas& atlas, float size) {
    ImFontConfig config;
    config.SizePixels = size;
    return atlas.AddFontDefault(&config);
}

void add_icons(ImFontAtlas& atlas, std::vector<unsigned char>& file, float size, float scale) {
    ImFontConfig config = borrowed(true);
    config.GlyphOffset.y = -std::round(scale);  // Fork Awesome sits low beside Inter
    atlas.AddFontFromMemoryTTF(file.data(), static_cast<int>(file.size()), size, &config, icon_range);
}

}  // namespace

float points(Type type) {
    return raster_sizes[static_cast<std::size_t>(type)].points;
}

Fonts add_fonts(ImFontAtlas& atlas, FontData& data, float scale) {
    atlas.Clear();
    // FreeType's builder rounds every advance up to whole pixels, which spaces small text out.
    atlas.FontBuilderIO = ImFontAtlasGetBuilderForStbTruetype();
    atlas.TexDesiredWidth = scale > 1.5f ? 2048 : 1024;
    Fonts fonts;
    fonts.scale = scale;
    fonts.has_icons = !data.icons.empty();
    for (std::size_t i = 0; i < raster_sizes.size(); ++i) {
        const float em = std::round(raster_sizes[i].points * scale);
        std::vector<unsigned char>& file = file_of(data, raster_sizes[i].weight);
        fonts.of[i] = file.empty() ? add_own(atlas, em) : add_inter(atlas, file, std::round(em * inter_size_of_em));
        const bool drawn_with_icons = raster_sizes[i].weight == Weight::regular || raster_sizes[i].points >= 16;
        if (fonts.has_icons && drawn_with_icons) add_icons(atlas, data.icons, em, scale);
    }
    return fonts;
}

}  // namespace drypoint::ui
