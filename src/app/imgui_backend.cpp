#include "app/imgui_backend.h"

#include <algorithm>
#include <array>
#include <utility>

#include <backends/imgui_impl_opengl3.h>
#include <imgui_internal.h>

namespace drypoint::app {
namespace {

constexpr std::array<std::pair<const char*, ImGuiKey>, 16> editing_keys{{{"left", ImGuiKey_LeftArrow},
                                                                         {"right", ImGuiKey_RightArrow},
                                                                         {"up", ImGuiKey_UpArrow},
                                                                         {"down", ImGuiKey_DownArrow},
                                                                         {"home", ImGuiKey_Home},
                                                                         {"end", ImGuiKey_End},
                                                                         {"delete", ImGuiKey_Delete},
                                                                         {"backspace", ImGuiKey_Backspace},
                                                                         {"space", ImGuiKey_Space},
                                                                         {"enter", ImGuiKey_Enter},
                                                                         {"a", ImGuiKey_A},
                                                                         {"c", ImGuiKey_C},
                                                                         {"v", ImGuiKey_V},
                                                                         {"x", ImGuiKey_X},
                                                                         {"y", ImGuiKey_Y},
                                                                         {"z", ImGuiKey_Z}}};

}  // namespace

ImGuiBackend::ImGuiBackend(Drawing drawing) : drawing_(drawing) {
    IMGUI_CHECKVERSION();
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.ConfigInputTextCursorBlink = false;  // an idle window draws nothing
    if (drawing_ == Drawing::opengl) ImGui_ImplOpenGL3_Init("#version 330 core");
    ImGuiStyle& style = ImGui::GetStyle();
    style.WindowPadding = {0, 0};
    style.WindowBorderSize = 0;
    style.WindowMinSize = {1, 1};
    style.ItemSpacing = {0, 0};
    style.FrameBorderSize = 0;
    style.DisplaySafeAreaPadding = {0, 0};
}

ImGuiBackend::~ImGuiBackend() {
    if (drawing_ == Drawing::opengl) ImGui_ImplOpenGL3_Shutdown();
    ImGui::DestroyContext();
}

const ui::Fonts& ImGuiBackend::fonts(ui::FontData& data, float scale) {
    if (fonts_.scale == scale) return fonts_;
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    if (drawing_ == Drawing::opengl && fonts_.scale > 0) ImGui_ImplOpenGL3_DestroyFontsTexture();
    fonts_ = ui::add_fonts(atlas, data, scale);
    upload_fonts();
    return fonts_;
}

void ImGuiBackend::upload_fonts() {
    if (drawing_ == Drawing::opengl) {
        ImGui_ImplOpenGL3_CreateFontsTexture();
        return;
    }
    unsigned char* pixels = nullptr;
    int width = 0, height = 0;
    ImGui::GetIO().Fonts->GetTexDataAsAlpha8(&pixels, &width, &height);
}

void ImGuiBackend::feed(glm::ivec2 size_px, float seconds, const Pointer& pointer) {
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {static_cast<float>(size_px.x), static_cast<float>(size_px.y)};
    io.DeltaTime = std::max(seconds, 1.0e-4f);
    io.MousePos = {pointer.at.x, pointer.at.y};
    for (int button = 0; button < 3; ++button) io.MouseDown[button] = pointer.down[button];
    io.MouseWheel = pointer.wheel;
    io.KeyCtrl = pointer.ctrl;
    io.KeyShift = pointer.shift;
    io.KeyAlt = pointer.alt;
}

void ImGuiBackend::type(const std::string& text) {
    ImGui::GetIO().AddInputCharactersUTF8(text.c_str());
}

void ImGuiBackend::press(const std::string& key, bool down) {
    for (const auto& [name, code] : editing_keys) {
        if (name == key) ImGui::GetIO().KeysDown[code] = down;
    }
}

void ImGuiBackend::use_own_keys() {
    ImGuiIO& io = ImGui::GetIO();
    for (const auto& entry : editing_keys) io.KeyMap[entry.second] = entry.second;
}

void ImGuiBackend::new_frame() {
    // Tab and Escape are the interface's own: ImGui would only look at text fields, and take typed text back.
    ImGuiIO& io = ImGui::GetIO();
    io.KeyMap[ImGuiKey_Tab] = io.KeyMap[ImGuiKey_Escape] = -1;
    if (drawing_ == Drawing::opengl) ImGui_ImplOpenGL3_NewFrame();
    ImGui::NewFrame();
}

bool ImGuiBackend::finish(const ImRect& moving, bool held) {
    ImGui::Render();
    return panels_.keep(*ImGui::GetDrawData(), moving, held);
}

void ImGuiBackend::draw() {
    if (drawing_ == Drawing::opengl) ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

}  // namespace drypoint::app
