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
#include "anatomy/search_index.h"
#include "io/content_reader.h"
#include "io/schemas.h"
#include "io/toml_file.h"
#include "source_dir.h"
#include "support/shipped_content.h"

using namespace drypoint;
using anatomy::Statement;
using anatomy::Status;

namespace {

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
    for (const char* name :
         {"muscles", "hazards", "harms", "session", "conventions", "midpoints", "zones", "topics", "tests", "claims", "safety"})
        files.push_back(source_dir() + "/data/" + name + ".toml");
    for (const auto& point : test::shipped_content().points) files.push_back(point.place.file);
    for (const auto& path : test::shipped_content().paths) files.push_back(path.place.file);
    for (const auto& condition : test::shipped_content().conditions) files.push_back(condition.place.file);
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
    CHECK(loaded->points.size() == 45);
    CHECK(loaded->paths.size() == 45);
    CHECK(loaded->muscles.size() == 25);
    CHECK(loaded->hazards.size() == 17);
    CHECK(loaded->session.size() == 16);
    CHECK(loaded->sources.size() == 176);
}

TEST_CASE("the facts' muscles and hazards are all here, and nothing is left over") {
    CHECK(test::shipped_content().facts_muscles.size() == 25);
    CHECK(test::shipped_content().facts_hazards.size() == 17);
    std::set<std::string> muscles, hazards;
    for (const auto& entry : test::shipped_content().facts_muscles) muscles.insert(entry.second);
    for (const auto& entry : test::shipped_content().facts_hazards) hazards.insert(entry.second);
    CHECK(muscles.size() == 25);
    CHECK(hazards.size() == 17);
    for (const auto& muscle : test::shipped_content().muscles) CHECK(muscles.count(muscle.id) == 1);
    for (const auto& hazard : test::shipped_content().hazards) CHECK(hazards.count(hazard.id) == 1);
}

TEST_CASE("structures and landmarks that the content names are in the figures") {
    const std::set<std::string> known = ids_in_figures();
    for (const auto& muscle : test::shipped_content().muscles) CHECK_MESSAGE(known.count(muscle.id) == 1, muscle.id);
    for (const auto& hazard : test::shipped_content().hazards)
        for (const auto& id : hazard.structures) CHECK_MESSAGE(known.count(id) == 1, id);
    for (const auto& path : test::shipped_content().paths)
        for (const auto& id : {path.towards, path.stop_bone}) CHECK_MESSAGE((id.empty() || known.count(id) == 1), id);
    std::ifstream in(source_dir() + "/data/anatomy/landmarks.json");
    const auto landmarks = nlohmann::json::parse(in)["landmarks"];
    for (const auto& midpoint : test::shipped_content().midpoints) {
        CHECK_MESSAGE(landmarks.contains(midpoint.from), midpoint.from);
        CHECK_MESSAGE(landmarks.contains(midpoint.to), midpoint.to);
    }
    const auto check_landmark = [&landmarks](const std::string& id) {
        CHECK_MESSAGE((landmarks.contains(id) || test::shipped_content().find_midpoint(id) != nullptr), id);
    };
    for (const auto& point : test::shipped_content().points) {
        const auto& anchor = point.anchor;
        for (const auto& line : {anchor.line, anchor.band ? std::optional(anchor.band->line) : std::nullopt,
                                 point.classic_spot ? point.classic_spot->line : std::nullopt}) {
            if (!line) continue;
            check_landmark(line->from);
            check_landmark(line->to);
        }
    }
    for (const auto& zone : test::shipped_content().zones) {
        for (const auto& id : zone.structures) CHECK_MESSAGE(known.count(id) == 1, id);
        if (!zone.area) continue;
        check_landmark(zone.area->line.from);
        check_landmark(zone.area->line.to);
    }
}

TEST_CASE("every first priority of every condition is drawn and has a path") {
    for (const auto& condition : test::shipped_content().conditions) {
        const auto* record = test::shipped_content().record_of(condition);
        REQUIRE(record);
        REQUIRE_FALSE(record->targets.empty());
        CHECK(record->targets.front().priority == 1);
        for (const auto& point : record->targets.front().points) CHECK(test::shipped_content().path_of(point) != nullptr);
    }
    CHECK(test::shipped_content().find_condition("jumpers-knee")->alias_of == "patella-tendinitis");
    CHECK(test::shipped_content().find_point("vm1") == test::shipped_content().find_point("vastus-medialis-1"));
}

TEST_CASE("the points and conditions are the facts': each point once per group, what they show only is never needled") {
    std::set<std::string> show_only;
    for (const auto& point : test::shipped_content().points) {
        INFO(point.code);
        REQUIRE(test::shipped_content().path_of(point.id) != nullptr);
        if (!point.show_only) continue;
        show_only.insert(point.code);
        CHECK(anatomy::why_never_needled(point).find(point.code + " is shown and explained, never needled: ") == 0);
    }
    // The facts', and GRA1 and GRA2: on this model their taught paths fail the probe's rules.
    CHECK(show_only == std::set<std::string>{"ADB1", "ADM2", "PEC1", "GAS3", "GAS4", "PLA1", "GRA1", "GRA2"});
    CHECK(test::shipped_content().find_point("FL1")->classic_spot);
    std::set<std::string> treated;
    for (const auto& condition : test::shipped_content().conditions)
        for (const auto& group : condition.targets) treated.insert(group.points.begin(), group.points.end());
    CHECK(treated.size() == 23);
}

TEST_CASE("every referral names its areas, unless no area can be named, and the areas are used") {
    std::set<std::string> used;
    for (const auto& point : test::shipped_content().points) {
        INFO(point.code);
        CHECK_FALSE(point.referral.essential_zones.empty());
        // "A little up from the point" is no area.
        if (point.referral.spillover && point.code != "SOL1") CHECK_FALSE(point.referral.spillover_zones.empty());
        if (point.referral.seen) CHECK_FALSE(point.referral.seen_zones.empty());
        for (const auto* zones :
             {&point.referral.essential_zones, &point.referral.spillover_zones, &point.referral.seen_zones})
            used.insert(zones->begin(), zones->end());
    }
    for (const auto& zone : test::shipped_content().zones) CHECK_MESSAGE(used.count(zone.id) == 1, zone.id);
}

TEST_CASE("people's words lead to what they mean") {
    const anatomy::SearchIndex index(test::shipped_content());
    const auto finds = [&index](const char* query, anatomy::Found kind, const char* id, std::size_t among) {
        const auto hits = index.find(query);
        for (std::size_t i = 0; i < hits.size() && i < among; ++i)
            if (hits[i].kind == kind && hits[i].id == id) return true;
        return false;
    };
    using anatomy::Found;
    CHECK(finds("jumper's knee", Found::condition, "patella-tendinitis", 2));
    CHECK(finds("it band", Found::condition, "itbs", 1));
    CHECK(finds("acl", Found::condition, "post-aclr", 1));
    CHECK(finds("arthritis", Found::condition, "knee-oa", 1));
    CHECK(finds("quads", Found::muscle, "rectus-femoris", 4));
    CHECK(finds("m. sartorius", Found::muscle, "sartorius", 1));
    CHECK(finds("behind the knee", Found::zone, "back-of-knee", 3));
    CHECK(finds("behind the knee", Found::point, "biceps-femoris-long-head-1", 12));
    CHECK(finds("knee buckles", Found::point, "vastus-medialis-1", 1));
    CHECK(finds("heel", Found::point, "soleus-1", 8));
    CHECK(finds("calf cramps", Found::point, "gastrocnemius-medial-head-1", 4));
    CHECK(finds("acupuncture", Found::topic, "not-acupuncture", 1));
    for (const auto& muscle : test::shipped_content().muscles) {
        CHECK_MESSAGE(finds(muscle.name.c_str(), Found::muscle, muscle.id.c_str(), 1), muscle.name);
        CHECK_MESSAGE(finds(muscle.latin.c_str(), Found::muscle, muscle.id.c_str(), 2), muscle.latin);
    }
    for (const auto& point : test::shipped_content().points)
        CHECK_MESSAGE(finds(point.code.c_str(), Found::point, point.id.c_str(), 1), point.code);
}

TEST_CASE("every number in a text or a figure is in the facts, or the statement is our convention") {
    const std::set<long> facts = facts_numbers();
    REQUIRE(facts.size() > 400);
    for (const anatomy::StatementAt& at : test::shipped_content().statements) {
        if (at.statement.status == Status::convention) continue;
        INFO(at.place.file << ":" << at.place.line);
        for (const double number : numbers_in(at.statement.professional))
            CHECK_MESSAGE(facts.count(std::lround(number * 1e5)) == 1, number << " in " << at.statement.professional);
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
    for (const auto& step : test::shipped_content().session) {
        CHECK(static_cast<int>(step.chapter) >= chapter);
        chapter = static_cast<int>(step.chapter);
        CHECK_FALSE(step.actions.empty());
        CHECK(step.done_when.status == Status::convention);
        CHECK(step.optional == (step.id == "e-stim"));
    }
    CHECK(chapter == anatomy::chapter_count - 1);
}

TEST_CASE("steps with the needle ask for the needle, and end as their words say") {
    using anatomy::FromPath;
    using anatomy::StepAct;
    const auto step = [](const char* id) { return *test::shipped_content().find_step(id); };
    CHECK(step("insertion").act == StepAct::needle_at_target);
    CHECK(step("insertion").done_when.professional.find("within 3 mm") != std::string::npos);
    CHECK(step("insertion").within_mm == 3.0);
    for (const char* id : {"manipulation", "e-stim", "dwell"}) CHECK(step(id).act == StepAct::needle_in_muscle);
    for (const char* id : {"removal", "count"}) CHECK(step(id).act == StepAct::needle_out);
    CHECK(step("position").from_path == FromPath::position);
    CHECK(step("needle").from_path == FromPath::needle);
    CHECK(step("e-stim").not_for);
    bool inserted = false;
    for (const auto& one : test::shipped_content().session) {
        // Once the needle is in, only a hand takes it out: no step's picture does.
        if (inserted) CHECK(one.stage.needle == anatomy::StageNeedle::keep);
        inserted = inserted || one.act == StepAct::needle_at_target;
    }
}

TEST_CASE("the session speaks in sentences") {
    for (const Words& words : all_words()) {
        if (words.where.find("session.toml") == std::string::npos) continue;
        INFO(words.where);
        const auto ends = [](const std::string& text) {
            const std::size_t last = text.find_last_not_of(" \n");
            return last != std::string::npos && text[last] == '.';
        };
        CHECK(ends(words.professional));
        CHECK(ends(words.plain));
    }
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
