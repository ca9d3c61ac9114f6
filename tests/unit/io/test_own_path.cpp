// A person's own needle: written and read back the same; what is wrong with a file is said with its place.
#include <doctest/doctest.h>

#include <string>

#include "io/own_path_file.h"
#include "support/small_content.h"
#include "support/temporary_folder.h"

using namespace drypoint;

namespace {

anatomy::Content small_content() {
    anatomy::Content made = test::small_content();
    made.needles = {{"030x40", "0.30 x 40", 0.3, 40.0, {}}};
    return made;
}

void check_same(const anatomy::OwnPath& a, const anatomy::OwnPath& b) {
    CHECK(a.title == b.title);
    CHECK(a.point == b.point);
    CHECK(a.needle == b.needle);
    REQUIRE(a.line.has_value() == b.line.has_value());
    if (a.line) {
        CHECK(a.line->entry_mm == b.line->entry_mm);
        CHECK(a.line->target_mm == b.line->target_mm);
        CHECK(a.line->model == b.line->model);
    }
    CHECK(a.move.slide_medial_mm == b.move.slide_medial_mm);
    CHECK(a.move.slide_proximal_mm == b.move.slide_proximal_mm);
    CHECK(a.move.lean_medial_deg == b.move.lean_medial_deg);
    CHECK(a.move.lean_proximal_deg == b.move.lean_proximal_deg);
    CHECK(a.move.depth_mm == b.move.depth_mm);
    CHECK(a.body == b.body);
}

}  // namespace

TEST_CASE("a path of one's own is read back bit for bit, fixed or moved from a taught one") {
    anatomy::OwnPath fixed;
    fixed.title = "Mine: \"steep\" \\ ünicode\n\ttwo lines";
    fixed.needle = "030x40";
    fixed.line = anatomy::FixedLine{{-63.1, 1.0 / 3.0, 152.0}, {-7, 1e-9, 130.25}, "abc"};
    anatomy::OwnPath moved;
    moved.title = "Leaning";
    moved.body = {anatomy::Side::left, 0.35};
    moved.point = "vastus-medialis-1";
    moved.move = {4.5, -2, 0.1, 10, 21.7};
    for (const anatomy::OwnPath& own : {fixed, moved}) {
        const auto read = io::parse_own_path(io::own_path_toml(own), "own.toml", small_content());
        for (const base::Issue& issue : read.issues) MESSAGE(base::to_string(issue));
        REQUIRE(read);
        check_same(*read, own);
    }
    const test::TemporaryFolder folder;
    const std::string file = folder.path("own.toml");
    CHECK(io::save_own_path(file, moved).empty());
    const auto read = io::load_own_path(file, small_content());
    REQUIRE(read);
    check_same(*read, moved);
}

TEST_CASE("a bad file of one's own is refused with the place and what to do") {
    struct Bad {
        const char* text;
        int line;
        const char* says;
    };
    const Bad cases[]{
        {"title = \"x\"\n", 0, "needs [line] or [from_taught]"},
        {"title = \"x\"\n[from_taught]\ndepth_mm = 5.0\n", 2, "needs the point"},
        {"title = \"x\"\npoint = \"vm-9\"\n[from_taught]\n", 2, "vm-9"},
        {"title = \"x\"\nneedle = \"010x10\"\n[line]\nentry_mm = [0, 0, 0]\ntarget_mm = [0, 0, 1]\n", 2, "010x10"},
        {"title = \"x\"\n[line]\nentry_mm = [0, 0]\ntarget_mm = [0, 0, 1]\n", 3, "3"},
        {"title = \"x\"\n[line]\nentry_mm = [0, 0, 1]\ntarget_mm = [0, 0, 1]\n", 2, "same place"},
        {"title = \"x\"\n[line]\nentry_mm = [0, 0, nan]\ntarget_mm = [0, 0, 1]\n", 3, ""},
        {"title = \"x\"\n[line]\nentry_mm = [0, 0, 0]\ntarget_mm = [0, 0, 1]\n[from_taught]\n", 5, "not both"},
        {"title = \"x\"\nside = \"both\"\n[line]\nentry_mm = [0, 0, 0]\ntarget_mm = [0, 0, 1]\n", 2, "both"},
        {"title = \"x\"\nbuild = 2.0\n[line]\nentry_mm = [0, 0, 0]\ntarget_mm = [0, 0, 1]\n", 2, "2"},
        {"title = \"x\"\ncolour = \"red\"\n[line]\nentry_mm = [0, 0, 0]\ntarget_mm = [0, 0, 1]\n", 2, "colour"},
        {"title = \"x\"\npoint = \"vastus-medialis-1\"\n[from_taught]\nlean_medial_deg = 89.0\n", 4, ""},
        {"[line\n", 1, ""},
        {"", 0, ""},
    };
    for (const Bad& bad : cases) {
        INFO(bad.text);
        const auto read = io::parse_own_path(bad.text, "own.toml", small_content());
        CHECK_FALSE(read);
        REQUIRE_FALSE(read.issues.empty());
        const base::Issue& issue = read.issues.front();
        CHECK(issue.place.file == "own.toml");
        if (bad.line > 0) CHECK(issue.place.line == bad.line);
        CHECK(base::to_string(issue).find(bad.says) != std::string::npos);
    }
    const auto missing = io::load_own_path("no/such/file.toml", small_content());
    CHECK_FALSE(missing);
    REQUIRE(missing.issues.size() == 1);
    CHECK(missing.issues[0].place.file == "no/such/file.toml");
}
