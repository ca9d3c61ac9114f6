#include "app/font_files.h"

#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace drypoint::app {
namespace fs = std::filesystem;
namespace {

struct File {
    const char* name;
    const char* built_in;  // where CMake found it; may be empty
    std::vector<unsigned char> ui::FontData::*bytes;
};

constexpr std::array<File, 4> font_names{{
    {"Inter-Regular.otf", DRYPOINT_FONT_REGULAR, &ui::FontData::regular},
    {"Inter-Medium.otf", DRYPOINT_FONT_MEDIUM, &ui::FontData::medium},
    {"Inter-SemiBold.otf", DRYPOINT_FONT_SEMIBOLD, &ui::FontData::semibold},
    {"forkawesome-webfont.ttf", DRYPOINT_FONT_ICONS, &ui::FontData::icons},
}};

// ImGui trusts a font file: what does not begin like one is not passed on.
bool looks_like_font(const std::vector<unsigned char>& bytes) {
    if (bytes.size() < 1000) return false;
    const std::string tag(bytes.begin(), bytes.begin() + 4);
    return tag == "OTTO" || tag == "true" || tag == std::string("\0\1\0\0", 4);
}

std::vector<unsigned char> read(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::vector<unsigned char> bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    if (!looks_like_font(bytes)) bytes.clear();
    return bytes;
}

}  // namespace

ui::FontData read_fonts(base::Issues& issues) {
    const char* folder = std::getenv("DRYPOINT_FONTS");
    const bool given = folder != nullptr && *folder != '\0';
    ui::FontData data;
    std::string missing;
    for (const File& file : font_names) {
        std::vector<unsigned char>& bytes = data.*file.bytes;
        bytes = read(given ? fs::path(folder) / file.name : fs::path(file.built_in));
        if (bytes.empty()) missing += (missing.empty() ? "" : ", ") + std::string(file.name);
    }
    if (!missing.empty()) {
        issues.push_back(base::warning(given ? base::in_file(folder) : base::Place{}, "fonts not found: " + missing,
                                       "install fonts-inter and fonts-fork-awesome, or name their folder in "
                                       "DRYPOINT_FONTS; a plain font stands in",
                                       "no-fonts"));
    }
    return data;
}

}  // namespace drypoint::app
