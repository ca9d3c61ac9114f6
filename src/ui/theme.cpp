#include "ui/theme.h"

#include <array>
#include <utility>

namespace drypoint::ui {
namespace {

constexpr std::array<std::pair<const char*, ImU32 Theme::*>, 21> tokens{{
    {"bg0", &Theme::bg0},
    {"bg1", &Theme::bg1},
    {"bg2", &Theme::bg2},
    {"bg3", &Theme::bg3},
    {"bg4", &Theme::bg4},
    {"line", &Theme::line},
    {"line2", &Theme::line2},
    {"t1", &Theme::t1},
    {"t2", &Theme::t2},
    {"t3", &Theme::t3},
    {"accent", &Theme::accent},
    {"on_accent", &Theme::on_accent},
    {"accent_soft", &Theme::accent_soft},
    {"risk_text", &Theme::risk_text},
    {"safe_text", &Theme::safe_text},
    {"viewport_top", &Theme::viewport_top},
    {"viewport_bottom", &Theme::viewport_bottom},
    {"plate", &Theme::plate},
    {"under", &Theme::under},
    {"outline", &Theme::outline},
    {"on_outline", &Theme::on_outline},
}};

// A light plate needs a little more body to keep dark text readable over dark anatomy.
float plate_opacity(const glm::vec3& plate) {
    return plate.g < 0.5f ? 0.88f : 0.92f;
}

}  // namespace

ImU32 packed(const glm::vec3& colour, float alpha) {
    return ImGui::ColorConvertFloat4ToU32({colour.r, colour.g, colour.b, alpha});
}

ImU32 faded(ImU32 colour, float factor) {
    ImVec4 value = ImGui::ColorConvertU32ToFloat4(colour);
    value.w *= factor;
    return ImGui::ColorConvertFloat4ToU32(value);
}

Theme make_theme(const std::map<std::string, glm::vec3>& colours, std::vector<std::string>& missing) {
    Theme theme;
    for (const auto& [name, member] : tokens) {
        const auto found = colours.find(name);
        if (found == colours.end()) missing.emplace_back(name);
        theme.*member = packed(found == colours.end() ? glm::vec3(0.5f) : found->second);
    }
    const auto plate = colours.find("plate");
    if (plate != colours.end()) theme.plate = packed(plate->second, plate_opacity(plate->second));
    return theme;
}

}  // namespace drypoint::ui
