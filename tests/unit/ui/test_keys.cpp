#include <doctest/doctest.h>

#include <map>

#include "ui/keys.h"

using namespace drypoint::ui;

TEST_CASE("no key does two things") {
    std::map<std::string, std::string> taken;
    for (const KeyRow& row : key_table()) {
        const auto inserted = taken.emplace(row.chord, row.name);
        INFO(row.chord << " is " << inserted.first->second << " and " << row.name);
        CHECK(inserted.second);
    }
}

TEST_CASE("chords read back as they were written") {
    for (const KeyRow& row : key_table()) CHECK(to_string(parse_chord(row.chord)) == row.chord);
    CHECK(parse_chord("ctrl+shift+z") == Chord{"z", true, true, false});
    CHECK(parse_chord("shift+ctrl+z") == Chord{"z", true, true, false});
    CHECK(parse_chord("ctrl+plus").key == "plus");
    CHECK(parse_chord("+").key == "+");
    CHECK(parse_chord("").key.empty());
}

TEST_CASE("a plain key in a text field stays text") {
    for (const KeyRow& row : key_table()) {
        const Chord chord = parse_chord(row.chord);
        INFO(row.chord);
        if (row.while_typing) CHECK((chord.ctrl || chord.key.size() > 1));
    }
}

TEST_CASE("rows of one command stand together and the first is the one that menus show") {
    const Texts texts(std::map<std::string, std::string>{{"keyname.ctrl", "Ctrl"}, {"keyname.shift", "Shift"}});
    CHECK(keys_of(Command::redo, texts) == "Ctrl+Shift+Z");
    CHECK(keys_of(Command::labels, texts).empty());
    CHECK(row_of(parse_chord("ctrl+z"))->command == Command::undo);
    CHECK(row_of(parse_chord("ctrl+alt+z")) == nullptr);
}
