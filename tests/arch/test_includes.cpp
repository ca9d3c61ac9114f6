// The house's rule, read off the includes: arrows point downward only, and third parties stay in their rooms.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "source_dir.h"

namespace fs = std::filesystem;

namespace {

using Names = std::set<std::string>;

struct Room {
    Names may_see;      // folders of ours, besides itself
    Names third_party;  // first part of an angle-bracket include
};

const std::map<std::string, Room>& rooms() {
    static const std::map<std::string, Room> table{
        {"base", {{}, {}}},
        {"geometry", {{"base"}, {"glm", "embree3", "tbb"}}},
        {"anatomy", {{"base", "geometry"}, {"glm"}}},
        {"session", {{"base", "geometry", "anatomy"}, {"glm"}}},
        {"scene", {{"base", "geometry", "anatomy", "session"}, {"glm"}}},
        {"io",
         {{"base", "geometry", "anatomy", "session"},
          {"glm", "tiny_gltf.h", "assimp", "toml++", "nlohmann", "stb", "meshoptimizer.h", "zip.h", "sha2.h"}}},
        {"render", {{"base", "geometry", "scene"}, {"glm", "epoxy"}}},
        {"ui",
         {{"base", "geometry", "anatomy", "session", "scene"},
          {"glm", "imgui.h", "imgui_internal.h", "imgui_stdlib.h"}}},
        {"app",
         {{"base", "geometry", "anatomy", "session", "scene", "io", "render", "ui"},
          {"glm", "GLFW", "CLI", "epoxy", "imgui.h", "imgui_internal.h", "backends", "nlohmann"}}},
    };
    return table;
}

// Third-party headers that a header of ours may show to other folders.
const Names shared_types{"glm"};

struct Include {
    fs::path file;
    int line;
    std::string target;
    bool quoted;
};

std::vector<Include> includes_of(const fs::path& file) {
    static const std::regex pattern(R"(^\s*#\s*include\s*([<"])([^>"]+)[>"])");
    std::vector<Include> found;
    std::ifstream in(file);
    std::string text;
    for (int line = 1; std::getline(in, text); ++line) {
        std::smatch match;
        if (std::regex_search(text, match, pattern)) found.push_back({file, line, match[2], match[1] == "\""});
    }
    return found;
}

std::vector<fs::path> sources_under(const fs::path& folder) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        const auto extension = entry.path().extension();
        if (extension == ".h" || extension == ".cpp") files.push_back(entry.path());
    }
    return files;
}

std::string first_part(const std::string& path) {
    return path.substr(0, path.find('/'));
}

// The standard library's and the C library's headers have no slash and, but for C's, no extension.
bool is_third_party(const Include& include) {
    static const Names system{"unistd.h", "sys", "fcntl.h", "dlfcn.h", "signal.h", "time.h"};
    const std::string first = first_part(include.target);
    if (system.count(first) != 0) return false;
    return include.target.find('.') != std::string::npos || include.target.find('/') != std::string::npos;
}

std::string place(const Include& include) {
    return include.file.string() + ":" + std::to_string(include.line) + ": includes " + include.target;
}

const fs::path source = fs::path(source_dir()) / "src";

// Every header of ours that a header can reach.
void reach(const std::string& header, Names& reached) {
    if (!reached.insert(header).second) return;
    for (const Include& include : includes_of(source / header)) {
        if (include.quoted) reach(include.target, reached);
    }
}

}  // namespace

TEST_CASE("every include points to the same folder or downward") {
    for (const auto& [folder, room] : rooms()) {
        for (const fs::path& file : sources_under(source / folder)) {
            for (const Include& include : includes_of(file)) {
                if (!include.quoted) continue;
                const std::string target = first_part(include.target);
                INFO(place(include));
                CHECK((target == folder || room.may_see.count(target) != 0));
                CHECK(fs::exists(source / include.target));
            }
        }
    }
}

TEST_CASE("third-party headers are named only where they belong") {
    for (const auto& [folder, room] : rooms()) {
        for (const fs::path& file : sources_under(source / folder)) {
            for (const Include& include : includes_of(file)) {
                if (include.quoted || !is_third_party(include)) continue;
                const std::string target = first_part(include.target);
                INFO(place(include));
                CHECK(room.third_party.count(target) != 0);
            }
        }
    }
}

TEST_CASE("third-party types stay out of the headers that other rooms see, but for rooms that use them too") {
    for (const auto& entry : rooms()) {
        const std::string& folder = entry.first;
        Names seen;
        for (const fs::path& file : sources_under(source / folder)) {
            for (const Include& include : includes_of(file)) {
                if (include.quoted && first_part(include.target) != folder) reach(include.target, seen);
            }
        }
        for (const std::string& header : seen) {
            if (first_part(header) == folder) continue;
            for (const Include& include : includes_of(source / header)) {
                INFO("seen from " << folder << ": " << place(include));
                const std::string target = first_part(include.target);
                const bool at_home = entry.second.third_party.count(target) != 0;
                if (!include.quoted && is_third_party(include)) CHECK((at_home || shared_types.count(target) != 0));
            }
        }
    }
}

TEST_CASE("the renderer knows no session and no content, however long the chain of includes") {
    for (const fs::path& file : sources_under(source / "render")) {
        Names reached;
        for (const Include& include : includes_of(file)) {
            if (include.quoted) reach(include.target, reached);
        }
        for (const std::string& header : reached) {
            INFO(file.string() << " reaches " << header);
            CHECK(first_part(header) != "session");
            CHECK(first_part(header) != "anatomy");
            CHECK(first_part(header) != "ui");
        }
    }
}

TEST_CASE("only io and app open files, and only app sees a clock") {
    static const Names streams{"fstream", "filesystem", "cstdio", "iostream"};
    static const Names clocks{"chrono", "ctime"};
    for (const auto& entry : rooms()) {
        const std::string& folder = entry.first;
        for (const fs::path& file : sources_under(source / folder)) {
            for (const Include& include : includes_of(file)) {
                INFO(place(include));
                if (folder != "io" && folder != "app") CHECK(streams.count(include.target) == 0);
                if (folder != "app") CHECK(clocks.count(include.target) == 0);
            }
        }
    }
}

TEST_CASE("nothing that ships names the model builder, OpenVDB or CGAL") {
    for (const fs::path& file : sources_under(source)) {
        for (const Include& include : includes_of(file)) {
            INFO(place(include));
            CHECK(first_part(include.target) != "openvdb");
            CHECK(first_part(include.target) != "CGAL");
            CHECK(first_part(include.target) != "builder");
        }
    }
}
