// How sure each fact is, in the fact sheet and in the content: the same, or it is said why not.
#include <doctest/doctest.h>

#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <tuple>
#include <vector>

#include "io/content_reader.h"
#include "source_dir.h"

using namespace drypoint;

namespace {

struct Fact {
    std::string name, status, kind, owner, key, why;
};

// "." stands for an empty field, "-" for a fact that the content does not state.
std::vector<Fact> facts() {
    std::ifstream in(source_dir() + "/tests/data/facts_statuses.txt");
    std::vector<Fact> all;
    for (std::string line; std::getline(in, line);) {
        if (line.empty() || line[0] == '#') continue;
        std::istringstream fields(line);
        Fact fact;
        for (std::string* field : {&fact.name, &fact.status, &fact.kind, &fact.owner, &fact.key, &fact.why})
            std::getline(fields, *field, '\t');
        for (std::string* field : {&fact.owner, &fact.key})
            if (*field == ".") field->clear();
        all.push_back(fact);
    }
    return all;
}

}  // namespace

TEST_CASE("the list of facts has as many of each status as the fact sheet says of itself") {
    std::map<std::string, int> counts;
    for (const Fact& fact : facts()) ++counts[fact.status];
    CHECK(counts == std::map<std::string, int>{{"unverified", 473},
                                               {"not-found", 208},
                                               {"abstract", 196},
                                               {"page", 120},
                                               {"code", 88},
                                               {"derived", 81},
                                               {"claim", 8}});
}

TEST_CASE("every fact stands in the content with its own status, or it is said why not") {
    const auto content = io::load_content(source_dir() + "/data");
    REQUIRE(content);
    std::map<std::tuple<std::string, std::string, std::string>, std::string> stated;
    for (const auto& at : content->statements) {
        const std::string status(anatomy::name(at.statement.status));
        stated[{at.kind, at.owner, at.key}] = status;
        const std::string list = at.key.substr(0, at.key.find(' '));
        for (const auto& source : at.statement.sources) stated[{at.kind, at.owner, list + " @" + source}] = status;
    }
    std::map<std::string, int> elsewhere, different;
    int same = 0;
    for (const Fact& fact : facts()) {
        INFO(fact.name);
        if (fact.kind == "-") {
            CHECK_FALSE(fact.why.empty());
            ++elsewhere[fact.why];
            continue;
        }
        const auto found = stated.find({fact.kind, fact.owner, fact.key});
        REQUIRE_MESSAGE(found != stated.end(), fact.kind << " " << fact.owner << ", " << fact.key);
        if (found->second == fact.status) {
            CHECK(fact.why.empty());
            ++same;
        } else {
            CHECK_MESSAGE(!fact.why.empty(), fact.status << " in the facts, " << found->second << " here");
            ++different[fact.name + ": " + fact.why];
        }
    }
    CHECK(different.size() == 5);
    for (const auto& entry : different) MESSAGE("differs: " << entry.first);
    for (const auto& entry : elsewhere) MESSAGE(entry.second << " not in a text: " << entry.first);
    MESSAGE(same << " with the same status");
}
