#include "app/keymap.h"

#include <array>
#include <utility>

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

namespace drypoint::app {
namespace {

constexpr std::array<std::pair<int, const char*>, 21> named_keys{
    {{GLFW_KEY_ESCAPE, "escape"},   {GLFW_KEY_ENTER, "enter"},
     {GLFW_KEY_KP_ENTER, "enter"},  {GLFW_KEY_TAB, "tab"},
     {GLFW_KEY_SPACE, "space"},     {GLFW_KEY_BACKSPACE, "backspace"},
     {GLFW_KEY_INSERT, "insert"},   {GLFW_KEY_DELETE, "delete"},
     {GLFW_KEY_RIGHT, "right"},     {GLFW_KEY_LEFT, "left"},
     {GLFW_KEY_DOWN, "down"},       {GLFW_KEY_UP, "up"},
     {GLFW_KEY_PAGE_UP, "page-up"}, {GLFW_KEY_PAGE_DOWN, "page-down"},
     {GLFW_KEY_HOME, "home"},       {GLFW_KEY_END, "end"},
     {GLFW_KEY_KP_ADD, "plus"},     {GLFW_KEY_KP_SUBTRACT, "minus"},
     {GLFW_KEY_KP_7, "7"},          {GLFW_KEY_KP_1, "1"},
     {GLFW_KEY_KP_3, "3"}}};

std::string name_of(int key, int scancode) {
    for (const auto& [code, name] : named_keys) {
        if (code == key) return name;
    }
    if (key >= GLFW_KEY_F1 && key <= GLFW_KEY_F25) return "f" + std::to_string(key - GLFW_KEY_F1 + 1);
    if (key >= GLFW_KEY_0 && key <= GLFW_KEY_9) return std::string(1, static_cast<char>('0' + key - GLFW_KEY_0));
    const char* printed = glfwGetKeyName(key, scancode);
    if (printed == nullptr || printed[0] == '\0' || printed[1] != '\0') return {};
    return printed;
}

bool is_letter_or_digit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

}  // namespace

std::optional<ui::Chord> chord_of_key(int key, int scancode, int mods) {
    std::string name = name_of(key, scancode);
    if (name.empty()) return std::nullopt;
    ui::Chord chord;
    chord.ctrl = (mods & GLFW_MOD_CONTROL) != 0;
    chord.shift = (mods & GLFW_MOD_SHIFT) != 0;
    chord.alt = (mods & GLFW_MOD_ALT) != 0;
    if (name == "+" || name == "=") name = "plus";
    if (name == "-") name = "minus";
    if (name == "plus" || name == "minus") {
        if (!chord.ctrl) return std::nullopt;  // comes as a character
        chord.shift = false;                   // some layouts need it for the sign
    }
    if (name.size() == 1 && !is_letter_or_digit(name[0])) return std::nullopt;
    chord.key = std::move(name);
    return chord;
}

std::optional<ui::Chord> chord_of_character(unsigned code_point) {
    if (code_point <= 0x20 || code_point >= 0x7F) return std::nullopt;
    const char c = static_cast<char>(code_point);
    if (is_letter_or_digit(c) || (c >= 'A' && c <= 'Z')) return std::nullopt;
    ui::Chord chord;
    chord.key = std::string(1, c);
    return chord;
}

bool repeats(const ui::Chord& chord) {
    static const std::array<const char*, 8> repeating{"left", "right", "up", "down", "plus", "minus", "+", "-"};
    for (const char* key : repeating) {
        if (chord.key == key) return true;
    }
    if (!chord.ctrl && !chord.alt && (chord.key == "w" || chord.key == "s")) return true;
    return chord.key == "tab" || (chord.ctrl && (chord.key == "z" || chord.key == "y"));
}

}  // namespace drypoint::app
