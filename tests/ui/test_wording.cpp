// Every string that people read stands in data/text/en.toml, and nothing stands there that nobody reads.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>

#include "anatomy/content.h"
#include "anatomy/tissue.h"
#include "io/texts.h"
#include "session/model.h"
#include "source_dir.h"
#include "ui/keys.h"

using namespace drypoint;
namespace fs = std::filesystem;

namespace {

struct Literal {
    std::string place, text;
};

// String literals of a folder of src, without includes and comments.
std::vector<Literal> literals_of(const char* folder) {
    static const std::regex literal(R"~("((?:[^"\\]|\\.)*)")~");
    std::vector<Literal> found;
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(source_dir()) / "src" / folder)) {
        if (!entry.is_regular_file() || entry.path().filename() == "icons.h") continue;
        std::ifstream in(entry.path());
        std::string line;
        for (int number = 1; std::getline(in, line); ++number) {
            if (line.find("#include") != std::string::npos) continue;
            if (const std::size_t comment = line.find("//"); comment != std::string::npos) line.resize(comment);
            for (std::sregex_iterator it(line.begin(), line.end(), literal), end; it != end; ++it) {
                found.push_back({entry.path().filename().string() + ":" + std::to_string(number), (*it)[1]});
            }
        }
    }
    return found;
}

std::map<std::string, std::string> texts() {
    auto result = io::load_texts(source_dir() + "/data/text/en.toml");
    for (const base::Issue& issue : result.issues) MESSAGE(base::to_string(issue));
    REQUIRE(result);
    return *result;
}

// Keys that code puts together from a part and an id.
std::set<std::string> composed_keys() {
    std::set<std::string> keys;
    const auto add = [&keys](std::initializer_list<const char*> parts, std::string_view id) {
        for (const char* part : parts) keys.insert(std::string(part) + std::string(id));
    };
    for (int i = 0; i < anatomy::tissue_count; ++i) add({"tissue."}, anatomy::name(static_cast<anatomy::Tissue>(i)));
    for (int i = 0; i < anatomy::layer_count; ++i) add({"layer."}, anatomy::name(static_cast<anatomy::Layer>(i)));
    for (int i = 0; i < session::view_count; ++i) {
        add({"view.", "view-tip.", "axis."}, session::name(static_cast<session::View>(i)));
    }
    for (const anatomy::Side side : {anatomy::Side::right, anatomy::Side::left, anatomy::Side::none}) {
        add({"side.", "side-letter.", "side-word."}, anatomy::name(side));
    }
    for (int i = 0; i < anatomy::status_count; ++i) {
        add({"status.", "status-says."}, anatomy::name(static_cast<anatomy::Status>(i)));
    }
    for (int i = 0; i < anatomy::chapter_count; ++i) add({"chapter."}, anatomy::name(static_cast<anatomy::Chapter>(i)));
    for (int i = 0; i < session::words_count; ++i) add({"words."}, session::name(static_cast<session::Words>(i)));
    for (const std::string& certainty : anatomy::certainty_names())
        add({"certainty.", "certainty-name.", "certainty-says."}, certainty);
    for (int i = 1; i < anatomy::step_act_count; ++i) {
        add({"step-hint.", "step-met."}, anatomy::name(static_cast<anatomy::StepAct>(i)));
    }
    for (const char* state : {"ahead", "current", "done", "skipped", "left-out"}) add({"step-state."}, state);
    for (const char* state : {"done", "skipped", "left-out"}) add({"step-says."}, state);
    for (const ui::KeyRow& row : ui::key_table()) {
        keys.insert(std::string("key.") + row.name);
        keys.insert(std::string("keys.") + row.section);
    }
    return keys;
}

// Parts whose keys are ids of structures, groups and keys: any of them may be missing.
bool is_open_part(const std::string& key) {
    for (const char* part : {"lay.", "group.", "keyname."}) {
        if (key.rfind(part, 0) == 0) return true;
    }
    return false;
}

// "layer-plain.deep" -> "layer.deep"; other keys as they are.
std::string without_register(std::string key) {
    if (const std::size_t at = key.find("-plain."); at != std::string::npos) key.erase(at, 6);
    return key;
}

}  // namespace

TEST_CASE("plain words stand in for a text that is there, and say something else") {
    const auto by_key = texts();
    for (const auto& entry : by_key) {
        const std::string base = without_register(entry.first);
        if (base == entry.first) continue;
        INFO(entry.first);
        REQUIRE(by_key.count(base) == 1);
        CHECK(by_key.at(base) != entry.second);
    }
}

TEST_CASE("notes in small type are not faint") {
    static const std::regex faint(R"(paragraph\([^;]*regular12[^;]*theme\.t3)");
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(source_dir()) / "src" / "ui")) {
        if (!entry.is_regular_file()) continue;
        std::ifstream in(entry.path());
        const std::string text{std::istreambuf_iterator<char>(in), {}};
        INFO(entry.path().string());
        CHECK_FALSE(std::regex_search(text, faint));
    }
}

TEST_CASE("no panel holds words of its own") {
    static const std::regex harmless(R"([a-z0-9./:#+_\[\]?{}, -]*|\\x.*|\\0.*|[^A-Za-z]*)");
    static const std::regex words(R"([A-Za-z]+ [A-Za-z]+)");
    for (const Literal& literal : literals_of("ui")) {
        INFO(literal.place << ": \"" << literal.text << "\"");
        CHECK(std::regex_match(literal.text, harmless));
        CHECK_FALSE(std::regex_search(literal.text, words));
    }
}

TEST_CASE("every key that the interface names has a text") {
    const auto by_key = texts();
    std::set<std::string> parts;
    for (const auto& [key, text] : by_key) parts.insert(key.substr(0, key.find('.') + 1));
    static const std::regex key_form(R"([a-z-]+\.[a-z0-9-]+)");
    for (const Literal& literal : literals_of("ui")) {
        if (!std::regex_match(literal.text, key_form) || is_open_part(literal.text)) continue;
        INFO(literal.place << ": " << literal.text);
        CHECK(by_key.count(literal.text) == 1);
    }
    for (const std::string& key : composed_keys()) {
        INFO(key);
        CHECK(by_key.count(key) == 1);
    }
}

TEST_CASE("every text is used") {
    std::set<std::string> used = composed_keys();
    std::set<std::string> fragments;
    for (const Literal& literal : literals_of("ui")) {
        used.insert(literal.text);
        fragments.insert(literal.text);
    }
    for (const Literal& literal : literals_of("app")) used.insert(literal.text);
    for (const auto& entry : texts()) {
        const std::string key = without_register(entry.first);
        const std::size_t dot = key.find('.') + 1;
        // "details." + id, with the id as a literal of its own.
        const bool composed = fragments.count(key.substr(0, dot)) != 0 || fragments.count(key.substr(0, dot - 1)) != 0;
        INFO(key);
        CHECK((used.count(key) != 0 || composed || is_open_part(key)));
        CHECK_FALSE(entry.second.empty());
    }
}
