// TOML against the table of its kind: every complaint has its place, its reason and a way out.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "io/toml_table.h"

using namespace drypoint;
using namespace drypoint::io;

namespace {

const Rule& dish_rule() {
    static const Rule rule =
        table_rule({required("id", id_rule("what it is called")), required("name", text_rule("as on the menu")),
                    optional("heat", number_rule("of the oven").in("deg").within(20, 250)),
                    optional("minutes", integer_rule("in the oven")), optional("sweet", boolean_rule("for dessert")),
                    optional("colour", colour_rule("of the plate")),
                    optional("course", one_of({"starter", "main", "dessert"}, "when it is served")),
                    optional("at_mm", point_rule("on the table")),
                    optional("with", list_of(id_rule("another dish").refers_to("dish"), "what goes with it")),
                    optional("by_guest", ids_to(text_rule("a wish"), "wishes"))},
                   "a dish");
    return rule;
}

// The complaints about a file, one a line.
std::string complaints(const std::string& toml, const References& references = {}) {
    const auto file = parse_toml(toml, "dish.toml");
    REQUIRE(file);
    std::string lines;
    for (const base::Issue& issue : check(*file, dish_rule(), "dish.toml", references))
        lines += to_string(issue) + "\n";
    return lines;
}

std::string refusal(std::string_view bytes) {
    const auto file = parse_toml(bytes, "bad.toml");
    CHECK_FALSE(file);
    REQUIRE(file.issues.size() == 1);
    return to_string(file.issues[0]);
}

const std::string sound = "id = \"soup\"\nname = \"Soup\"\n";

}  // namespace

TEST_CASE("a sound file has no complaints") {
    CHECK(complaints(sound) == "");
    CHECK(complaints(sound + "heat = 250\nminutes = 5\nsweet = false\ncolour = \"#00ffA0\"\ncourse = \"main\"\n"
                             "at_mm = [1, 2.5, -3]\nwith = [\"bread\"]\n[by_guest]\nann = \"more\"\n") == "");
}

TEST_CASE("an unknown key is an error with the nearest spelling, or with all there are") {
    CHECK(complaints(sound + "heet = 3\n") == "dish.toml:3:1: unknown key \"heet\" (use heat)\n");
    CHECK(complaints(sound + "zzz = 3\n") ==
          "dish.toml:3:1: unknown key \"zzz\" (known keys are id, name, heat, minutes, sweet, colour, course, at_mm, "
          "with, "
          "by_guest)\n");
}

TEST_CASE("a missing key is told at its table") {
    CHECK(complaints("id = \"soup\"\n") == "dish.toml:1:1: name is missing (as on the menu)\n");
}

TEST_CASE("a wrong type says what was expected and what was found") {
    CHECK(complaints("id = \"soup\"\nname = 7\n") ==
          "dish.toml:2:8: name must be a text, but is a whole number (as on the menu)\n");
    CHECK(complaints(sound + "heat = \"hot\"\n") ==
          "dish.toml:3:8: heat must be a number in deg, but is a text (of the oven)\n");
    CHECK(complaints(sound + "minutes = 1.5\n") ==
          "dish.toml:3:11: minutes must be a whole number, but is a number (in the oven)\n");
    CHECK(complaints(sound + "sweet = 1979-05-27\n") ==
          "dish.toml:3:9: sweet must be true or false, but is a date (for dessert)\n");
    CHECK(complaints(sound + "at_mm = [1, \"two\", 3]\n") ==
          "dish.toml:3:13: each of at_mm must be a number in mm, but is a text (x, y or z)\n");
    CHECK(complaints(sound + "with = {}\n") ==
          "dish.toml:3:8: with must be a list, but is a table (what goes with it)\n");
}

TEST_CASE("ranges include their ends, and infinity and NaN are in none") {
    CHECK(complaints(sound + "heat = 20\n") == "");
    CHECK(complaints(sound + "heat = 19.5\n") == "dish.toml:3:8: heat must be at least 20 deg (of the oven)\n");
    CHECK(complaints(sound + "heat = 251\n") == "dish.toml:3:8: heat must be at most 250 deg (of the oven)\n");
    CHECK(complaints(sound + "heat = nan\n") == "dish.toml:3:8: heat must be a finite number\n");
    CHECK(complaints(sound + "heat = inf\n") == "dish.toml:3:8: heat must be a finite number\n");
}

TEST_CASE("choices, colours, ids and lengths") {
    CHECK(complaints(sound + "course = \"desert\"\n") == "dish.toml:3:10: course cannot be \"desert\" (use dessert)\n");
    CHECK(complaints(sound + "course = \"x\"\n") ==
          "dish.toml:3:10: course cannot be \"x\" (one of starter, main, dessert)\n");
    CHECK(complaints(sound + "colour = \"red\"\n") ==
          "dish.toml:3:10: colour is no colour: \"red\" (write red, green and blue as #RRGGBB)\n");
    CHECK(complaints("id = \"Pea Soup\"\nname = \"\"\n") ==
          "dish.toml:1:6: id: \"Pea Soup\" is no id (use pea-soup)\n");
    CHECK(complaints(sound + "at_mm = [1, 2]\n") ==
          "dish.toml:3:9: at_mm must hold 3 values, but holds 2 (on the table)\n");
    CHECK(complaints(sound + "[by_guest]\n\"Ann B\" = \"more\"\n") ==
          "dish.toml:4:1: \"Ann B\" is no id (use ann-b)\n");
}

TEST_CASE("a reference must exist if what there is is known") {
    const std::string with = sound + "with = [\"bread\", \"buter\"]\n";
    CHECK(complaints(with) == "");
    CHECK(complaints(with, {{"dish", {"bread", "butter"}}}) ==
          "dish.toml:3:18: there is no dish \"buter\" (use butter)\n");
}

TEST_CASE("everything wrong is told at once, in the file's order") {
    const std::string lines = complaints("name = 1\nid = 2\ncolour = 3\n");
    CHECK(lines.find(":1:8:") < lines.find(":2:6:"));
    CHECK(lines.find(":2:6:") < lines.find(":3:10:"));
}

TEST_CASE("a byte-order mark and carriage returns shift no line") {
    const auto file = parse_toml(
        "\xEF\xBB\xBF"
        "a = 1\r\nb = 2\r\n",
        "bom.toml");
    REQUIRE(file);
    CHECK(file->find("a")->line == 1);
    CHECK(file->find("a")->column == 5);
    CHECK(file->find("b")->line == 2);
}

TEST_CASE("columns count characters, not bytes") {
    const auto file = parse_toml("a = [\"\xc3\xa4\xc3\xb6\xc3\xbc\", 5]\n", "utf8.toml");
    REQUIRE(file);
    CHECK(file->find("a")->items[1].column == 13);
}

TEST_CASE("members keep the file's order") {
    const auto file = parse_toml("z = 1\na = 2\n[m]\ny = 1\nb = 2\n[c]\n", "order.toml");
    REQUIRE(file);
    std::string keys;
    for (const TomlMember& member : file->members) keys += member.key;
    CHECK(keys == "zamc");
    CHECK(file->find("m")->members[0].key == "y");
}

TEST_CASE("a syntax error has its line and column") {
    const std::string text = refusal("a = 1\nb = \n");
    CHECK(text.find("bad.toml:2:") == 0);
    CHECK(refusal("a = 1\na = 2\n").find("bad.toml:2:") == 0);
    CHECK(refusal("a = \"open\n").find("bad.toml:1:") == 0);
}

TEST_CASE("what could harm the parser is refused before it sees it") {
    CHECK(refusal(std::string("a = 1\nb = \0", 11)) == "bad.toml:2:1: is no text: there is a NUL byte in it");
    CHECK(refusal("\xff\xfe = 1").find("bad.toml") == 0);
    CHECK(refusal(std::string(5 << 20, '#')) == "bad.toml: is larger than 4 MiB, the most that is read");
    CHECK(refusal("a = 1\n# " + std::string(17 << 10, 'x')) == "bad.toml:2:1: this line is longer than 16 KiB");
    std::string dotted = "a";
    for (int i = 0; i < 4000; ++i) dotted += ".a";
    CHECK(refusal(dotted + " = 1") == "bad.toml:1:1: this key has more than 32 dotted parts");
    std::string quoted = "\"=\"";
    for (int i = 0; i < 40; ++i) quoted += " . '='";
    CHECK(refusal("[" + quoted + "]") == "bad.toml:1:1: this key has more than 32 dotted parts");
    refusal("a = " + std::string(8000, '['));
    refusal("a = " + std::string(8000, '{'));
}

TEST_CASE("long sentences, rulers of dots and decimals are no keys") {
    std::string prose = "a = \"\"\"";
    for (int i = 0; i < 100; ++i) prose += "One. Two e.g. three. It's 3.5 mm. ";
    CHECK(parse_toml(prose + "\n" + std::string(500, '.') + "\n\"\"\"\n", "prose.toml"));
}

TEST_CASE("the schema says what the table says") {
    const nlohmann::json schema = nlohmann::json::parse(json_schema(dish_rule(), "Dish"));
    CHECK(schema["title"] == "Dish");
    CHECK(schema["type"] == "object");
    CHECK(schema["additionalProperties"] == false);
    CHECK(schema["required"] == nlohmann::json({"id", "name"}));
    const nlohmann::json& keys = schema["properties"];
    CHECK(keys["heat"]["type"] == "number");
    CHECK(keys["heat"]["minimum"] == 20);
    CHECK(keys["heat"]["maximum"] == 250);
    CHECK(keys["heat"]["description"] == "of the oven; deg");
    CHECK(keys["course"]["enum"] == nlohmann::json({"starter", "main", "dessert"}));
    CHECK(keys["at_mm"]["minItems"] == 3);
    CHECK(keys["at_mm"]["maxItems"] == 3);
    CHECK(keys["with"]["items"]["description"] == "another dish; id of a dish");
    CHECK(keys["by_guest"]["additionalProperties"]["type"] == "string");
    CHECK(json_schema(dish_rule(), "Dish") == json_schema(dish_rule(), "Dish"));
}
