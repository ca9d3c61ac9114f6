// All shipped clinical content: complete, traceable, and nothing in it that is not in the facts.
#include <doctest/doctest.h>

#include <cmath>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "anatomy/content.h"
#include "io/content_reader.h"
#include "io/readability.h"
#include "io/schemas.h"
#include "io/toml_file.h"
#include "source_dir.h"

using namespace drypoint;
using anatomy::Statement;
using anatomy::Status;

namespace {

const anatomy::Content& content() {
    static const auto loaded = io::load_content(source_dir() + "/data");
    REQUIRE(loaded);
    return *loaded;
}

// Every table with a professional text, in every content file.
void collect(const io::TomlValue& value, std::vector<const io::TomlValue*>& statements) {
    for (const io::TomlValue& item : value.items) collect(item, statements);
    if (value.find("professional") != nullptr) statements.push_back(&value);
    for (const io::TomlMember& member : value.members) collect(member.value, statements);
}

struct Words {
    std::string professional, plain, status, beside;  // beside: label, design and number of people of a study
    std::string where;
};

std::vector<std::string> content_files() {
    std::vector<std::string> files;
    for (const char* name : {"muscles", "hazards", "harms", "session", "conventions", "safety"})
        files.push_back(source_dir() + "/data/" + name + ".toml");
    for (const auto& point : content().points) files.push_back(point.place.file);
    for (const auto& path : content().paths) files.push_back(path.place.file);
    for (const auto& condition : content().conditions) files.push_back(condition.place.file);
    return files;
}

std::vector<Words> all_words() {
    std::vector<Words> all;
    for (const std::string& file : content_files()) {
        const auto value = io::read_toml(file);
        REQUIRE(value);
        std::vector<const io::TomlValue*> statements;
        collect(*value, statements);
        for (const io::TomlValue* statement : statements) {
            const auto text = [&](const char* key) {
                const io::TomlValue* found = statement->find(key);
                if (found == nullptr) return std::string();
                return found->kind == io::TomlValue::Kind::integer ? std::to_string(found->integer) : found->text;
            };
            all.push_back({text("professional"), text("plain"), text("status"),
                           text("label") + " " + text("design") + " " + text("n"),
                           file + ":" + std::to_string(statement->line)});
        }
    }
    return all;
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// "7,629 in 39" -> 7629, 39; ".023" -> 0.023. Signs do not count; the superscript of 10^9 is no digit.
std::vector<double> numbers_in(const std::string& text) {
    std::vector<double> numbers;
    for (std::size_t i = 0; i < text.size();) {
        const bool starts = is_digit(text[i]) || (text[i] == '.' && i + 1 < text.size() && is_digit(text[i + 1]));
        if (!starts) {
            ++i;
            continue;
        }
        std::string number;
        for (; i < text.size(); ++i) {
            const bool more = i + 1 < text.size() && is_digit(text[i + 1]);
            if (is_digit(text[i]) || (text[i] == '.' && more)) {
                number += text[i];
            } else if (!(text[i] == ',' && more)) {
                break;
            }
        }
        numbers.push_back(std::stod(number));
    }
    return numbers;
}

std::set<long> facts_numbers() {
    std::set<long> numbers;
    std::ifstream in(source_dir() + "/tests/data/facts_numbers.txt");
    for (double number = 0.0; in >> number;) numbers.insert(std::lround(number * 1e5));
    return numbers;
}

std::set<std::string> ids_in_figures() {
    std::set<std::string> ids;
    const auto json = [](const char* name) {
        std::ifstream in(source_dir() + "/data/anatomy/" + name);
        return nlohmann::json::parse(in);
    };
    const auto add = [&](const nlohmann::json& items) {
        for (const auto& entry : items.items())
            ids.insert(items.is_object() ? entry.key() : entry.value()["id"].get<std::string>());
    };
    add(json("sections.json")["structures"]);
    add(json("courses.json")["courses"]);
    ids.insert("joint-cavity");
    return ids;
}

}  // namespace

TEST_CASE("all shipped content loads without a finding") {
    const auto loaded = io::load_content(source_dir() + "/data");
    for (const base::Issue& issue : loaded.issues) MESSAGE(base::to_string(issue));
    CHECK(loaded.issues.empty());
    REQUIRE(loaded);
    CHECK(loaded->conditions.size() == 9);
    CHECK(loaded->points.size() == 10);
    CHECK(loaded->paths.size() == 10);
    CHECK(loaded->muscles.size() == 25);
    CHECK(loaded->hazards.size() == 17);
    CHECK(loaded->session.size() == 16);
    CHECK(loaded->sources.size() == 176);
}

TEST_CASE("the facts' muscles and hazards are all here, and nothing is left over") {
    CHECK(content().facts_muscles.size() == 25);
    CHECK(content().facts_hazards.size() == 17);
    std::set<std::string> muscles, hazards;
    for (const auto& entry : content().facts_muscles) muscles.insert(entry.second);
    for (const auto& entry : content().facts_hazards) hazards.insert(entry.second);
    CHECK(muscles.size() == 25);
    CHECK(hazards.size() == 17);
    for (const auto& muscle : content().muscles) CHECK(muscles.count(muscle.id) == 1);
    for (const auto& hazard : content().hazards) CHECK(hazards.count(hazard.id) == 1);
}

TEST_CASE("structures and landmarks that the content names are in the figures") {
    const std::set<std::string> known = ids_in_figures();
    for (const auto& muscle : content().muscles) CHECK_MESSAGE(known.count(muscle.id) == 1, muscle.id);
    for (const auto& hazard : content().hazards)
        for (const auto& id : hazard.structures) CHECK_MESSAGE(known.count(id) == 1, id);
    for (const auto& path : content().paths)
        for (const auto& id : {path.towards, path.stop_bone}) CHECK_MESSAGE((id.empty() || known.count(id) == 1), id);
    std::ifstream in(source_dir() + "/data/anatomy/landmarks.json");
    const auto landmarks = nlohmann::json::parse(in)["landmarks"];
    for (const auto& point : content().points) {
        const auto& anchor = point.anchor;
        for (const auto& line : {anchor.line, anchor.band ? std::optional(anchor.band->line) : std::nullopt}) {
            if (!line) continue;
            CHECK_MESSAGE(landmarks.contains(line->from), line->from);
            CHECK_MESSAGE(landmarks.contains(line->to), line->to);
        }
    }
}

TEST_CASE("every first priority of every condition is drawn and has a path") {
    for (const auto& condition : content().conditions) {
        const auto* record = content().record_of(condition);
        REQUIRE(record);
        REQUIRE_FALSE(record->targets.empty());
        CHECK(record->targets.front().priority == 1);
        CHECK(record->targets.front().not_drawn.empty());
        for (const auto& point : record->targets.front().points) CHECK(content().path_of(point) != nullptr);
    }
    CHECK(content().find_condition("jumpers-knee")->alias_of == "patella-tendinitis");
    CHECK(content().find_point("vm1") == content().find_point("vastus-medialis-1"));
}

TEST_CASE("plain sentences have at most fifteen words") {
    for (const Words& words : all_words()) {
        INFO(words.where);
        CHECK_FALSE(words.plain.empty());
        for (const auto& sentence : io::sentences_of(words.plain)) CHECK_MESSAGE(sentence.words <= 15, sentence.text);
    }
}

TEST_CASE("every number in a text is in the facts, or the statement is our convention") {
    const std::set<long> facts = facts_numbers();
    REQUIRE(facts.size() > 400);
    for (const Words& words : all_words()) {
        if (words.status == "convention") continue;
        INFO(words.where);
        for (const double number : numbers_in(words.professional))
            CHECK_MESSAGE(facts.count(std::lround(number * 1e5)) == 1, number << " in " << words.professional);
    }
}

TEST_CASE("a plain text has no number that its professional text lacks, but for rounding and \"of 100\"") {
    for (const Words& words : all_words()) {
        INFO(words.where);
        const auto known = numbers_in(words.professional + " " + words.beside);
        for (const double number : numbers_in(words.plain)) {
            bool found = number == 100.0;
            for (const double other : known) found = found || std::abs(number - other) < 1.0;
            CHECK_MESSAGE(found, number << " in " << words.plain);
        }
    }
}

TEST_CASE("the session has the five chapters in order, and only electric current is optional") {
    int chapter = 0;
    for (const auto& step : content().session) {
        CHECK(static_cast<int>(step.chapter) >= chapter);
        chapter = static_cast<int>(step.chapter);
        CHECK_FALSE(step.actions.empty());
        CHECK(step.done_when.status == Status::convention);
        CHECK(step.optional == (step.id == "e-stim"));
    }
    CHECK(chapter == anatomy::chapter_count - 1);
}

TEST_CASE("the schemas in data/schema are those that the tables give") {
    for (const io::SchemaFile& schema : io::schema_files()) {
        std::ifstream in(source_dir() + "/data/schema/" + schema.name, std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(in), {}};
        CHECK_MESSAGE(bytes == schema.bytes, schema.name << ": run drypoint schema");
    }
}

TEST_CASE("the first line of every content file names its schema") {
    const auto first_line = [](const std::string& file) {
        std::ifstream in(file);
        std::string line;
        std::getline(in, line);
        return line;
    };
    for (const std::string& file : content_files()) {
        const std::string line = first_line(file);
        const std::size_t at = line.find("schema/");
        INFO(file);
        REQUIRE(line.rfind("#:schema ", 0) == 0);
        REQUIRE(at != std::string::npos);
        CHECK(std::ifstream(source_dir() + "/data/" + line.substr(at)).good());
    }
}
