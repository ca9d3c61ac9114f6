// The program from outside: what it prints, what it writes and what it ends with.
#include <doctest/doctest.h>
#include <sys/wait.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include <nlohmann/json.hpp>

#include "io/png.h"
#include "support/temporary_folder.h"

using namespace drypoint;
namespace fs = std::filesystem;

namespace {

struct Outcome {
    int code;
    std::string out, err;
};

std::string bytes_of(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

Outcome drypoint_with(const std::string& arguments) {
    const test::TemporaryFolder folder;
    const std::string out = folder.path("out");
    const std::string err = folder.path("err");
    const std::string command =
        "env -u DISPLAY -u WAYLAND_DISPLAY " DRYPOINT_PROGRAM " " + arguments + " >" + out + " 2>" + err;
    const int status = std::system(command.c_str());
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, bytes_of(out), bytes_of(err)};
}

std::ptrdiff_t lines_in(const std::string& text) {
    return std::count(text.begin(), text.end(), '\n');
}

}  // namespace

TEST_CASE("help names every command, and so do the manual page and the completion") {
    const Outcome help = drypoint_with("--help");
    const Outcome manual = drypoint_with("man");
    const Outcome completion = drypoint_with("completion bash");
    CHECK(help.code == 0);
    for (const char* command : {"view", "render", "play", "list", "show", "find", "probe", "map", "suggest", "check",
                                "model", "schema", "replay", "man", "completion"}) {
        CAPTURE(command);
        CHECK(help.out.find(command) != std::string::npos);
        CHECK(manual.out.find(std::string("drypoint ") + command) != std::string::npos);
        CHECK(completion.out.find(command) != std::string::npos);
        CHECK(drypoint_with(std::string(command) + " --help").code == 0);
    }
}

TEST_CASE("wrong usage ends with 2 and one line that says what is wrong") {
    for (const char* arguments :
         {"nonsense", "render", "render --view above -o x.png", "render --size big -o x.png",
          "render --opacity skin -o x.png", "render --do 'hyde skin' -o x.png", "list nothing", "probe --entry 1,2,3",
          "probe --entry 1,2,3 --target 1,2,3", "probe --point VM1 --path-file x.toml", "map --point VM1 --spacing 0",
          "completion fish", "model", "show nothing", "show point", "show review", "probe --point VM1 --body fat",
          "view --body 7", "check --body stout"}) {
        CAPTURE(arguments);
        const Outcome outcome = drypoint_with(arguments);
        CHECK(outcome.code == 2);
        CHECK(lines_in(outcome.err) == 1);
        CHECK(outcome.err.find("error: ") == 0);
        CHECK(outcome.out.empty());
    }
}

TEST_CASE("what cannot be done ends with 1 and one line that names the place") {
    const test::TemporaryFolder folder;
    const std::string truncated = folder.file("cut.glb", bytes_of("models/knee_thigh.glb").substr(0, 5000));
    const std::string empty = folder.file("empty.glb", "");
    const std::string garbage = folder.file("garbage.gltf", "{{{{");
    const std::string none = folder.file("none.fbx", "not an FBX");
    const std::string picture = folder.path("x.png");
    for (const std::string& model : {truncated, empty, garbage, none, folder.path("missing.glb"), folder.path("")}) {
        CAPTURE(model);
        const Outcome outcome = drypoint_with("render " + model + " -o " + picture);
        CHECK(outcome.code == 1);
        CHECK(lines_in(outcome.err) == 1);
        CHECK(outcome.err.find(model) != std::string::npos);
        CHECK_FALSE(fs::exists(picture));
    }
    for (const std::string& arguments :
         {std::string("render --hide skinn -o ") + picture, "render -o " + folder.path("no/such/x.png"),
          std::string("view"), std::string("probe --point VM99"), std::string("probe --point GAS3"),
          std::string("show point VM99"), std::string("find qqqq")}) {
        CAPTURE(arguments);
        const Outcome outcome = drypoint_with(arguments);
        CHECK(outcome.code == 1);
        CHECK(lines_in(outcome.err) == 1);
    }
}

TEST_CASE("a picture has the size that was asked for, and the same bytes again") {
    const test::TemporaryFolder folder;
    const std::string first = folder.path("first.png");
    const std::string second = folder.path("second.png");
    const std::string arguments = "render --view lateral --size 320x200 --hide skin --opacity sartorius=0.3 -o ";
    REQUIRE(drypoint_with(arguments + first).code == 0);
    REQUIRE(drypoint_with(arguments + second).code == 0);
    const auto image = io::read_png(first);
    REQUIRE(image);
    CHECK(image->width == 320);
    CHECK(image->height == 200);
    CHECK(bytes_of(first) == bytes_of(second));
}

TEST_CASE("a picture leaves out what a section plane cuts away") {
    const test::TemporaryFolder folder;
    const std::string file = folder.path("limb.png");
    const auto covered = [&](const std::string& action) {
        REQUIRE(drypoint_with("render --size 200x300 --clear-background " + action + " -o " + file).code == 0);
        const auto image = io::read_png(file);
        REQUIRE(image);
        std::size_t pixels = 0;
        for (std::size_t i = 3; i < image->rgba.size(); i += 4) pixels += image->rgba[i] > 0 ? 1 : 0;
        return pixels;
    };
    const std::size_t whole = covered(""), rest = covered("--do 'cut 0 1 0 600'");
    CHECK(rest < whole * 8 / 10);
    CHECK(rest > whole * 2 / 10);
}

TEST_CASE("the structures of the default model are those of the table, and every report says which model it is about") {
    const Outcome outcome = drypoint_with("list structures --json");
    REQUIRE(outcome.code == 0);
    const auto json = nlohmann::json::parse(outcome.out);
    CHECK(json["report"] == "list structures");
    CHECK(json["model"]["content_hash"].get<std::string>().size() == 64);
    CHECK(json["items"].size() >= 101);
    for (const auto& item : json["items"]) {
        CAPTURE(item["id"].get<std::string>());
        CHECK(item["closed"].get<bool>());
        CHECK(item["volume_cm3"].get<double>() > 0.0);
    }
    CHECK(nlohmann::json::parse(drypoint_with("list conditions --json").out)["items"].size() == 9);
    CHECK(nlohmann::json::parse(drypoint_with("list points --json").out)["items"].size() == 45);
}

TEST_CASE("the list of conditions says of which one an alias is another name") {
    const Outcome outcome = drypoint_with("list conditions");
    CHECK(outcome.out.find("Jumper's knee - another name for patella-tendinitis") != std::string::npos);
}

TEST_CASE("a probe's report has the keys of its contract, and its layers lie in order") {
    const Outcome outcome = drypoint_with("probe --point vm1 --json");
    REQUIRE(outcome.code == 0);
    const auto json = nlohmann::json::parse(outcome.out);
    for (const char* key :
         {"path", "layers", "tip_in", "clearances", "farther", "not_in_model", "verdict", "reasons", "issues"})
        CHECK(json.contains(key));
    CHECK(json["path"]["point"] == "vastus-medialis-1");
    CHECK(json["layers"][0]["structure"] == "skin");
    CHECK(json["tip_in"].back() == "vastus-medialis");
    double last = 0.0;
    for (const auto& layer : json["layers"]) {
        CHECK(layer["enter_mm"].get<double>() >= last);
        last = layer["enter_mm"].get<double>();
    }
    for (const auto& clearance : json["clearances"]) {
        const double distance = clearance["distance_mm"].get<double>();
        const bool has_hull = clearance["hull_distance_mm"].is_number();
        CHECK(clearance["hull_source"].is_string() == has_hull);
        CHECK((has_hull ? clearance["hull_distance_mm"].get<double>() : distance) <= 60.0);
    }
    for (const char* key : {"needle", "outside_mm", "skin_angle_deg", "technique", "fold"})
        CHECK(json["path"].contains(key));
    REQUIRE_FALSE(json["reasons"].empty());
    for (const auto& reason : json["reasons"]) {
        CHECK_FALSE(reason["text"].get<std::string>().empty());
        CHECK(reason["text"].get<std::string>().find('{') == std::string::npos);
        CHECK(reason["source"].is_string());
    }
    // A wider hull is nearer; without one the surfaces are left.
    const auto wide = nlohmann::json::parse(drypoint_with("probe --point vm1 --hull 3 --json").out);
    CHECK(wide["margin_mm"].get<double>() < json["margin_mm"].get<double>());
}

TEST_CASE("a map and a suggestion have the keys of their contracts") {
    const Outcome map = drypoint_with("map --point VM1 --spacing 8 --json");
    REQUIRE(map.code == 0);
    const auto json = nlohmann::json::parse(map.out);
    REQUIRE(json["entries"].size() > 20);
    for (const char* name : {"best", "taught"}) {
        for (const char* key : {"entry_mm", "depth_mm", "margin_mm", "first_obstacle", "verdict"})
            CHECK(json[name].contains(key));
    }
    const auto least = nlohmann::json::parse(drypoint_with("map --point VM1 --spacing 8 --margin 20 --json").out);
    CHECK(least["entries"].size() < json["entries"].size());
    const auto suggest = nlohmann::json::parse(drypoint_with("suggest --point VM1 --json").out);
    CHECK(suggest["taught"]["path"]["point"] == "vastus-medialis-1");
    CHECK(suggest.contains("suggested"));
    CHECK(suggest["why"].get<std::string>().size() > 20);
}

TEST_CASE("a needle is saved as a path of one's own and gives the same report from there") {
    const test::TemporaryFolder folder;
    const std::string file = folder.path("mine.toml");
    REQUIRE(drypoint_with("probe --point VM1 --depth 15 --needle 030x50 --save " + file).code == 0);
    const auto taught = nlohmann::json::parse(drypoint_with("probe --point VM1 --depth 15 --needle 030x50 --json").out);
    const auto own = nlohmann::json::parse(drypoint_with("probe --path-file " + file + " --json").out);
    CHECK(own["layers"] == taught["layers"]);
    CHECK(own["clearances"] == taught["clearances"]);
    CHECK(own["verdict"] == taught["verdict"]);
    CHECK(own["path"]["needle"] == taught["path"]["needle"]);
    const Outcome bad = drypoint_with("probe --path-file " + folder.file("bad.toml", "title = \"x\"\nentry = 1\n"));
    CHECK(bad.code == 1);
    CHECK(bad.err.find("bad.toml:2:") != std::string::npos);
}

TEST_CASE("a log replays to the same state, and a wrong line is named and ends with 1") {
    const test::TemporaryFolder folder;
    const std::string log =
        folder.file("a.log", "isolate vastus-medialis\n{\"t_ms\": 5, \"do\": \"leave-isolation\"}\nhide skin\n");
    const Outcome once = drypoint_with("replay " + log);
    CHECK(once.code == 0);
    CHECK(once.out == drypoint_with("replay " + log).out);
    CHECK(nlohmann::json::parse(once.out)["isolated"].is_null());
    const Outcome session =
        drypoint_with("replay " + folder.file("s.log", "choose-point VM1\nopen-room session\nnext-step\nnext-step\n"));
    CHECK(session.out.find("\"step\": \"motion\"") != std::string::npos);
    CHECK(session.out.find("\"consent\"") != std::string::npos);  // read
    const Outcome wrong = drypoint_with("replay " + folder.file("b.log", "hide skin\nhyde skin\n"));
    CHECK(wrong.code == 1);
    CHECK(wrong.err.find("b.log:2:1") != std::string::npos);
}

TEST_CASE("a walkthrough is checked and played, one picture a step") {
    const test::TemporaryFolder folder;
    const std::string walk = "data/walkthroughs/first-look-at-vm1.toml";
    CHECK(drypoint_with("check " + walk).code == 0);
    REQUIRE(drypoint_with("play " + walk + " -o " + folder.path("pictures")).code == 0);
    CHECK(fs::exists(folder.path("pictures/step-06.png")));
    const Outcome wrong =
        drypoint_with("check " + folder.file("w.toml",
                                             "title = \"a\"\nplain_title = \"a\"\n\n[[step]]\ntitle = \"b\"\n"
                                             "professional = \"c\"\nplain = \"c\"\ndo = [\"hyde skin\"]\n"));
    CHECK(wrong.code == 1);
    CHECK(wrong.out.find("w.toml:8:") != std::string::npos);
}

TEST_CASE("one thing is shown with status and sources, and everything at once for signing") {
    const Outcome point = drypoint_with("show point vm1");
    CHECK(point.code == 0);
    CHECK(point.out.find("Lower bulge (VMO)") != std::string::npos);
    CHECK(point.out.find("[unverified: bg]") != std::string::npos);
    const auto json = nlohmann::json::parse(drypoint_with("show condition jumpers-knee --json").out);
    CHECK(json["report"] == "show condition");
    CHECK(json["studies"].size() == 3);
    CHECK(drypoint_with("show source hong").out.find("manipulation") != std::string::npos);
    CHECK(drypoint_with("find \"jumper's knee\"").out.find("patella-tendinitis") != std::string::npos);
    const test::TemporaryFolder folder;
    const std::string page = folder.path("review.html");
    REQUIRE(drypoint_with("show review -o " + page).code == 0);
    CHECK(bytes_of(page).find("</html>") != std::string::npos);
}
