#pragma once
// The one table of keys: what may be pressed, what it does, and the line of help. The help sheet, docs/using.md and the
// test for keys used twice read it.

#include <string>
#include <string_view>
#include <vector>

#include "ui/texts.h"

namespace drypoint::ui {

// A key with what is held beside it. Keys have lower-case names: "a", "1", "f12", "left", "page-down". What is typed as
// a character ("/", "?", "[") is named by that character, whatever keys a keyboard needs for it.
struct Chord {
    std::string key;
    bool ctrl = false;
    bool shift = false;
    bool alt = false;

    friend bool operator==(const Chord&, const Chord&) = default;
};

// "ctrl+shift+z". An empty key means that the text is none.
Chord parse_chord(std::string_view text);
std::string to_string(const Chord& chord);
// As people read it: "Ctrl+Shift+Z".
std::string shown(const Chord& chord, const Texts& texts);

enum class Command {
    look_anterior,
    look_posterior,
    look_lateral,
    look_medial,
    look_proximal,
    look_distal,
    toggle_parallel,
    reset_view,
    down_needle,
    free_ball,
    camera_back,
    camera_forward,
    centre,
    hide,
    show_all,
    hide_others,
    isolate,
    fade,
    xray,
    peel,
    unpeel,
    section,
    referral,
    labels,
    needle_focus,
    needle_in,
    needle_in_fine,
    needle_out,
    needle_out_fine,
    place_entry,
    place_target,
    search,
    next_step,
    previous_step,
    undo,
    redo,
    larger_text,
    smaller_text,
    clean_screen,
    picture,
    bare_picture,
    help,
    legend,
    walkthroughs,
    topics,
    body,
    toggle_words,
    next_widget,
    previous_widget,
    leave,
    quit
};

struct KeyRow {
    Command command;
    const char* chord;
    const char* name;     // of the command; "key." + name is its line of help
    const char* section;  // "keys." + section is the heading
    bool while_typing;    // works in a text field too
};

// Rows with the same command stand together; the first chord is the one that menus show.
const std::vector<KeyRow>& key_table();

const KeyRow* row_of(const Chord& chord);
// The first chord of a command, as people read it; empty if it has none.
std::string keys_of(Command command, const Texts& texts);

// One line of help: every chord of a command, and what it does.
struct KeyHelp {
    std::string section, chords, text;
};
std::vector<KeyHelp> key_help(const Texts& texts);
std::vector<KeyHelp> mouse_help(const Texts& texts);

}  // namespace drypoint::ui
