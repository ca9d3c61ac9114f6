// Broken content: clear findings with their places, the rest works, nothing crashes.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "io/content_reader.h"
#include "io/reading_check.h"
#include "support/content_folder.h"

using namespace drypoint;

namespace {

const std::string vm1 = "trigger_points/vastus-medialis-1.toml";
const std::string vm1_path = "needle_paths/vastus-medialis-1-taught.toml";

bool has_code(const base::Issues& issues, const std::string& code, const std::string& file) {
    return std::any_of(issues.begin(), issues.end(), [&](const base::Issue& issue) {
        return issue.code == code && issue.place.file.size() >= file.size() &&
               issue.place.file.compare(issue.place.file.size() - file.size(), file.size(), file) == 0;
    });
}

void check_all_have_places(const base::Issues& issues) {
    for (const base::Issue& issue : issues) {
        INFO(base::to_string(issue));
        CHECK_FALSE(issue.place.file.empty());
        CHECK_FALSE(issue.code.empty());
        CHECK_FALSE(issue.message.empty());
    }
}

std::string text_of(const base::Issues& issues) {
    std::string text;
    for (const base::Issue& issue : issues) text += base::to_string(issue) + "\n";
    return text;
}

// One thing broken in one file: the finding's code, and that VM1 went while the others stayed.
struct Broken {
    const char* name;
    std::string file, what, by, code;
    bool point_goes;
};

}  // namespace

TEST_CASE("one broken thing is found where it stands, and only its entry is left out") {
    const std::vector<Broken> cases{
        {"unknown key", vm1, "number = 1", "number = 1\ncolour = \"red\"", "unknown-key", true},
        {"misspelt key", vm1, "confidence =", "confidense =", "unknown-key", true},
        {"missing key", vm1, "code = \"VM1\"\n", "", "missing-key", true},
        {"missing plain text", vm1, "plain = \"Pressed flat", "# \"", "missing-key", true},
        {"wrong type", vm1, "number = 1", "number = \"one\"", "type", true},
        {"table instead of text", vm1, "code = \"VM1\"", "code = { a = 1 }", "type", true},
        {"out of range", vm1, "stretch = [0.67, 1.0]", "stretch = [0.67, 1.5]", "range", true},
        {"turned stretch", vm1, "stretch = [0.67, 1.0]", "stretch = [1.0, 0.67]", "range", true},
        {"not finite", vm1, "layer = [0.0, 0.5]", "layer = [0.0, nan]", "range", true},
        {"too few numbers", vm1, "layer = [0.0, 0.5]", "layer = [0.5]", "length", true},
        {"unknown status", vm1, "status = \"unverified\"", "status = \"sure\"", "choice", true},
        {"dangling source", vm1, "sources = [\"bg\"]", "sources = [\"gray\"]", "unknown-id", true},
        {"dangling muscle", vm1, "muscle = \"vastus-medialis\"", "muscle = \"vastus-medius\"", "unknown-id", true},
        {"no source", vm1, "status = \"unverified\"\nsources = [\"bg\"]", "status = \"unverified\"", "missing-source",
         true},
        {"empty text", vm1, "plain = \"Pressed flat against the thigh bone. The inner edge can be lifted.\"",
         "plain = \" \"", "empty-text", true},
        {"no place", vm1, "[anchor.band]\n", "[anchor.bond]\n", "unknown-key", true},
        {"syntax", vm1, "code = \"VM1\"", "code = VM1", "toml-syntax", true},
        {"not a kebab id", vm1, "id = \"vastus-medialis-1\"", "id = \"VM 1\"", "id", true},
        {"second code", "trigger_points/vastus-medialis-2.toml", "code = \"VM2\"", "code = \"VM1\"", "duplicate-code",
         false},
        {"dangling needle", vm1_path, "\"030x40\"", "\"030x41\"", "unknown-id", false},
        {"dangling hazard", vm1_path, "\"saphenous-nerve\"", "\"saphenous-vein\"", "unknown-id", false},
        {"towards nothing", vm1_path, "rule = \"perpendicular\"", "rule = \"towards\"", "direction", false},
        {"alias with evidence", "conditions/pfp.toml", "\n[evidence]", "alias_of = \"itbs\"\n[evidence]", "alias",
         false},
    };
    for (const Broken& broken : cases) {
        INFO(broken.name);
        test::ContentFolder folder;
        REQUIRE(folder.replace(broken.file, broken.what, broken.by));
        const auto content = io::load_content(folder.path());
        REQUIRE(content);
        INFO(text_of(content.issues));
        CHECK(has_code(content.issues, broken.code, broken.file));
        check_all_have_places(content.issues);
        CHECK((content->find_point("vastus-medialis-1") == nullptr) == broken.point_goes);
        CHECK(content->find_point("VL4") != nullptr);
        CHECK(content->find_condition("knee-oa") != nullptr);
        CHECK(content->session.size() == 16);
    }
}

TEST_CASE("what leans on a broken entry goes with it, and says why") {
    test::ContentFolder folder;
    REQUIRE(folder.replace(vm1, "number = 1", "number = \"one\""));
    const auto content = io::load_content(folder.path());
    REQUIRE(content);
    CHECK(has_code(content.issues, "left-out", vm1_path));
    CHECK(content->find_path("vastus-medialis-1-taught") == nullptr);
    for (const auto& condition : content->conditions)
        for (const auto& group : condition.targets)
            for (const auto& point : group.points) CHECK(content->find_point(point) != nullptr);
}

TEST_CASE("a finding names line and column and the remedy") {
    test::ContentFolder folder;
    REQUIRE(folder.replace("conditions/pfp.toml", "\"vastus-lateralis-4\"", "\"vastus-lateralus-4\""));
    const auto content = io::load_content(folder.path());
    REQUIRE(content);
    REQUIRE(content.issues.size() == 1);
    const std::string text = base::to_string(content.issues[0]);
    INFO(text);
    CHECK(text.find("conditions/pfp.toml:18:") != std::string::npos);
    CHECK(text.find("there is no trigger point \"vastus-lateralus-4\"") != std::string::npos);
    CHECK(text.find("use vastus-lateralis-4") != std::string::npos);
    CHECK(content->conditions.size() == 8);
}

TEST_CASE("aliases in a circle are named and left out") {
    test::ContentFolder folder;
    const std::string head = "plain_name = \"x\"\n";
    folder.write("conditions/a.toml", "id = \"a\"\nname = \"A\"\n" + head + "alias_of = \"b\"\n");
    folder.write("conditions/b.toml", "id = \"b\"\nname = \"B\"\n" + head + "alias_of = \"a\"\n");
    folder.write("conditions/c.toml", "id = \"c\"\nname = \"C\"\n" + head + "alias_of = \"c\"\n");
    const auto content = io::load_content(folder.path());
    REQUIRE(content);
    CHECK(content->conditions.size() == 9);
    CHECK(content.issues.size() == 3);
    CHECK(has_code(content.issues, "alias", "conditions/a.toml"));
    CHECK(has_code(content.issues, "alias", "conditions/c.toml"));
}

TEST_CASE("a second entry with an id is left out, and a file not named as its id is told") {
    test::ContentFolder folder;
    folder.write("trigger_points/zz.toml", folder.read(vm1));
    const auto content = io::load_content(folder.path());
    REQUIRE(content);
    CHECK(content->points.size() == 45);
    CHECK(has_code(content.issues, "duplicate-id", "trigger_points/zz.toml"));
    CHECK(has_code(content.issues, "file-name", "trigger_points/zz.toml"));
}

TEST_CASE("what is wrong in the files of areas, topics, tests, claims and words is found where it stands") {
    struct Case {
        const char *file, *what, *by, *code;
    };
    const Case cases[]{
        {"zones.toml", "stretch = [0.0, 1.0]", "stretch = [1.0, 0.0]", "range"},
        {"zones.toml", "fingerwidths = 2.5", "fingerwidths = 25.0", "range"},
        {"zones.toml", "toward = [\"anterior\"]", "toward = [\"forward\"]", "choice"},
        {"topics.toml", "group = \"needling\"", "group = \"needle\"", "choice"},
        {"topics.toml", "sources = [\"ariasb\"]", "sources = [\"ariasbb\"]", "unknown-id"},
        {"tests.toml", "muscles = [\"rectus-femoris\"", "muscles = [\"rectus-femori\"", "unknown-id"},
        {"claims.toml", "steps = [\"after-care\"", "steps = [\"aftercare\"", "unknown-id"},
        {"search.toml", "conditions = [\"patella-tendinitis\"]", "condition = [\"patella-tendinitis\"]", "unknown-key"},
        {"midpoints.toml", "between = [\"lateral-malleolus-tip\", ", "between = [", "length"},
        {"harms.toml", "percent = 7.55", "percent = 755.0", "range"},
        {"reading.toml", "known = [", "known = [1, ", "type"},
        {vm1.c_str(), "zones = [\"medial-knee\"]", "zones = [\"medial-kneee\"]", "unknown-id"},
    };
    for (const Case& broken : cases) {
        INFO(broken.file << ": " << broken.by);
        test::ContentFolder folder;
        REQUIRE(folder.replace(broken.file, broken.what, broken.by));
        const auto content = io::load_content(folder.path());
        REQUIRE(content);
        CHECK(has_code(content.issues, broken.code, broken.file));
        check_all_have_places(content.issues);
        CHECK(content->conditions.size() == 9);
    }
}

TEST_CASE("an area that is left out is no longer named by the points that send pain there") {
    test::ContentFolder folder;
    REQUIRE(folder.replace("zones.toml", "id = \"front-of-knee\"\nname =", "id = \"front-of-knee\"\nnamed ="));
    const auto content = io::load_content(folder.path());
    REQUIRE(content);
    CHECK(content->find_zone("front-of-knee") == nullptr);
    const auto& zones = content->find_point("VM1")->referral.essential_zones;
    CHECK(zones == std::vector<base::Id>{"deep-in-knee"});
}

TEST_CASE("a plain text that is hard to read is a warning of the check, at its place, and the entry stays") {
    test::ContentFolder folder;
    const auto issues_with = [&folder](const std::string& plain) {
        const std::string before = folder.read(vm1);
        REQUIRE(folder.replace(vm1, "In the bulge just above the kneecap, on the inner side.", plain));
        const auto content = io::load_content(folder.path());
        REQUIRE(content);
        CHECK(content->find_point("VM1") != nullptr);
        folder.write(vm1, before);
        return io::check_reading(*content);
    };
    const base::Issues easy = issues_with("In the bulge just above the kneecap, on the inner side.");
    CHECK_FALSE(has_code(easy, "long-sentence", vm1));
    CHECK_FALSE(has_code(easy, "hard-text", vm1));
    CHECK_FALSE(has_code(easy, "hard-word", vm1));
    CHECK(has_code(issues_with("In the bulge that you can see and feel just above the kneecap when you look at it."),
                   "long-sentence", vm1));
    CHECK(has_code(issues_with("Superiority necessitates considerable anatomical familiarity."), "hard-text", vm1));
    const base::Issues jargon = issues_with("In the bulge just above the patella.");
    REQUIRE(has_code(jargon, "hard-word", vm1));
    CHECK(text_of(jargon).find("write: kneecap") != std::string::npos);
    CHECK(text_of(jargon).find("vastus-medialis-1.toml:17:") != std::string::npos);
}

TEST_CASE("no file, however strange, stops the rest") {
    const std::string bom = "\xEF\xBB\xBF";
    test::ContentFolder folder;
    folder.write("trigger_points/binary.toml", std::string("\x7f"
                                                           "ELF\0\1\2\xff\xfe",
                                                           9));
    folder.write("trigger_points/big.toml", std::string(5u << 20, '#'));
    folder.write("trigger_points/deep.toml", "a = " + std::string(3000, '[') + std::string(3000, ']'));
    folder.write("trigger_points/empty.toml", "");
    folder.write("trigger_points/latin.toml", "id = \"caf\xe9\"");
    folder.write(vm1, bom + folder.read(vm1));
    std::filesystem::create_directory(folder.path_of("trigger_points/folder.toml"));
    const auto content = io::load_content(folder.path());
    REQUIRE(content);
    INFO(text_of(content.issues));
    check_all_have_places(content.issues);
    CHECK(content->points.size() == 45);
    for (const char* name : {"binary", "big", "deep", "empty", "latin", "folder"}) {
        const std::string file = std::string("trigger_points/") + name + ".toml";
        INFO(file);
        CHECK(std::any_of(content.issues.begin(), content.issues.end(),
                          [&](const base::Issue& issue) { return issue.place.file.find(file) != std::string::npos; }));
    }
}

TEST_CASE("missing files and folders are named; without the folder there is nothing") {
    test::ContentFolder folder;
    folder.remove("needle_paths");
    folder.remove("session.toml");
    folder.write("needles.toml", "needle = 3\n");
    const auto content = io::load_content(folder.path());
    REQUIRE(content);
    CHECK(has_code(content.issues, "no-content", "needle_paths"));
    CHECK(has_code(content.issues, "type", "needles.toml"));
    CHECK(content->paths.empty());
    CHECK(content->points.size() == 45);

    const auto nothing = io::load_content(folder.path_of("nowhere"));
    CHECK_FALSE(nothing);
    CHECK(nothing.issues.size() == 1);
}
