// The pages that tables write: what stands between the marks is what the tables say.
#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

#include "app/ui_driver.h"
#include "io/texts.h"
#include "source_dir.h"
#include "ui/keys.h"

using namespace drypoint;

namespace {

std::string page(const std::string& name) {
    std::ifstream in(source_dir() + "/docs/" + name);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::string table_of(const std::vector<ui::KeyHelp>& lines) {
    std::string text, section;
    for (const ui::KeyHelp& line : lines) {
        if (line.section != section) text += "\n### " + line.section + "\n\n| press | to |\n|---|---|\n";
        section = line.section;
        text += "| " + line.chords + " | " + line.text + " |\n";
    }
    return text;
}

}  // namespace

TEST_CASE("docs/using.md has the tables of keys and mouse") {
    auto texts = io::load_texts(source_dir() + "/data/text/en.toml");
    REQUIRE(texts);
    const ui::Texts words(*texts);
    const std::string table = table_of(ui::mouse_help(words)) + table_of(ui::key_help(words));
    INFO("It should hold:\n" << table);
    CHECK(page("using.md").find(table) != std::string::npos);
}

TEST_CASE("docs/ui-scripts.md has the table of commands") {
    std::string table = "\n| line | what it does |\n|---|---|\n";
    for (const app::UiCommandHelp& command : app::ui_command_help()) {
        std::string usage = command.usage;
        for (std::size_t at = 0; (at = usage.find('|', at)) != std::string::npos; at += 2) usage.insert(at, "\\");
        table += "| `" + usage + "` | " + command.help + " |\n";
    }
    INFO("It should hold:\n" << table);
    CHECK(page("ui-scripts.md").find(table) != std::string::npos);
}
