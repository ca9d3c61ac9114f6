#include "ui/keys.h"

#include <algorithm>

namespace drypoint::ui {
namespace {

// The character keys that a chord may end in are the same text; "plus" and "minus" avoid clashing with the "+" between.
bool take_prefix(std::string_view& text, std::string_view prefix) {
    if (text.substr(0, prefix.size()) != prefix || text.size() == prefix.size()) return false;
    text.remove_prefix(prefix.size());
    return true;
}

std::string key_name(const std::string& key, const Texts& texts) {
    if (texts.has("keyname." + key)) return texts("keyname." + key);
    std::string name = key;
    std::transform(name.begin(), name.end(), name.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return name;
}

}  // namespace

const std::vector<KeyRow>& key_table() {
    using C = Command;
    static const std::vector<KeyRow> table{
        {C::look_anterior, "1", "anterior", "look", false},
        {C::look_posterior, "shift+1", "posterior", "look", false},
        {C::look_lateral, "3", "lateral", "look", false},
        {C::look_medial, "shift+3", "medial", "look", false},
        {C::look_proximal, "7", "proximal", "look", false},
        {C::look_distal, "shift+7", "distal", "look", false},
        {C::toggle_parallel, "5", "parallel", "look", false},
        {C::reset_view, "home", "reset", "look", false},
        {C::reset_view, "r", "reset", "look", false},
        {C::down_needle, "9", "down-needle", "look", false},
        {C::free_ball, "k", "free-ball", "look", false},
        {C::camera_back, "alt+left", "camera-back", "look", false},
        {C::camera_forward, "alt+right", "camera-forward", "look", false},
        {C::centre, ".", "centre", "show", false},
        {C::hide, "h", "hide", "show", false},
        {C::show_all, "alt+h", "show-all", "show", false},
        {C::hide_others, "shift+h", "hide-others", "show", false},
        {C::isolate, "i", "isolate", "show", false},
        {C::fade, "f", "fade", "show", false},
        {C::xray, "x", "xray", "show", false},
        {C::peel, "]", "peel", "show", false},
        {C::unpeel, "[", "unpeel", "show", false},
        {C::section, "c", "section", "show", false},
        {C::referral, "z", "referral", "show", false},
        {C::needle_focus, "n", "needle-focus", "needle", false},
        {C::needle_in, "w", "needle-in", "needle", false},
        {C::needle_in_fine, "shift+w", "needle-in-fine", "needle", false},
        {C::needle_out, "s", "needle-out", "needle", false},
        {C::needle_out_fine, "shift+s", "needle-out-fine", "needle", false},
        {C::place_entry, "e", "place-entry", "needle", false},
        {C::place_target, "t", "place-target", "needle", false},
        {C::search, "/", "search", "find", false},
        {C::search, "ctrl+f", "search", "find", true},
        {C::next_step, "page-down", "next-step", "steps", false},
        {C::previous_step, "page-up", "previous-step", "steps", false},
        {C::undo, "ctrl+z", "undo", "edit", false},
        {C::redo, "ctrl+shift+z", "redo", "edit", false},
        {C::redo, "ctrl+y", "redo", "edit", false},
        {C::larger_text, "ctrl+plus", "larger-text", "program", true},
        {C::smaller_text, "ctrl+minus", "smaller-text", "program", true},
        {C::clean_screen, "f11", "clean-screen", "program", true},
        {C::picture, "f12", "picture", "program", true},
        {C::bare_picture, "ctrl+f12", "bare-picture", "program", true},
        {C::help, "f1", "help", "program", true},
        {C::help, "?", "help", "program", false},
        {C::legend, "m", "legend", "program", false},
        {C::walkthroughs, "f2", "walkthroughs", "program", true},
        {C::topics, "f3", "topics", "program", true},
        {C::body, "y", "body", "program", false},
        {C::toggle_words, "p", "toggle-words", "program", false},
        {C::next_widget, "tab", "next-widget", "program", true},
        {C::previous_widget, "shift+tab", "previous-widget", "program", true},
        {C::leave, "escape", "leave", "program", true},
        {C::quit, "ctrl+q", "quit", "program", true},
    };
    return table;
}

Chord parse_chord(std::string_view text) {
    Chord chord;
    for (bool more = true; more;) {
        more = false;
        if (take_prefix(text, "ctrl+")) more = chord.ctrl = true;
        if (take_prefix(text, "shift+")) more = chord.shift = true;
        if (take_prefix(text, "alt+")) more = chord.alt = true;
    }
    chord.key = text;
    return chord;
}

std::string to_string(const Chord& chord) {
    return std::string(chord.ctrl ? "ctrl+" : "") + (chord.shift ? "shift+" : "") + (chord.alt ? "alt+" : "") +
           chord.key;
}

std::string shown(const Chord& chord, const Texts& texts) {
    std::string text;
    if (chord.ctrl) text += texts("keyname.ctrl") + "+";
    if (chord.shift) text += texts("keyname.shift") + "+";
    if (chord.alt) text += texts("keyname.alt") + "+";
    return text + key_name(chord.key, texts);
}

const KeyRow* row_of(const Chord& chord) {
    for (const KeyRow& row : key_table()) {
        if (parse_chord(row.chord) == chord) return &row;
    }
    return nullptr;
}

std::string keys_of(Command command, const Texts& texts) {
    for (const KeyRow& row : key_table()) {
        if (row.command == command) return shown(parse_chord(row.chord), texts);
    }
    return {};
}

std::vector<KeyHelp> key_help(const Texts& texts) {
    std::vector<KeyHelp> help;
    const KeyRow* before = nullptr;
    for (const KeyRow& row : key_table()) {
        const std::string chord = shown(parse_chord(row.chord), texts);
        if (before != nullptr && before->command == row.command) {
            help.back().chords += ", " + chord;
        } else {
            help.push_back({texts(std::string("keys.") + row.section), chord, texts(std::string("key.") + row.name)});
        }
        before = &row;
    }
    return help;
}

std::vector<KeyHelp> mouse_help(const Texts& texts) {
    static constexpr const char* gestures[] = {"rotate", "pan",   "zoom", "select", "menu",
                                               "pivot",  "reset", "alt",  "arrows", "hold"};
    std::vector<KeyHelp> help;
    for (const char* gesture : gestures) {
        help.push_back(
            {texts("keys.mouse"), texts(std::string("mouse.") + gesture), texts(std::string("mouse-does.") + gesture)});
    }
    return help;
}

}  // namespace drypoint::ui
