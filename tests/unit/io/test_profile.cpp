// Profiles of foreign models, palettes and texts, read from files.
#include <doctest/doctest.h>

#include "anatomy/tissue.h"
#include "io/colours.h"
#include "io/model_profile.h"
#include "io/texts.h"
#include "support/temporary_folder.h"

using namespace drypoint;
using test::TemporaryFolder;

namespace {

const std::string head =
    "name = \"Theirs\"\nside = \"left\"\n[nodes.\"Left femoral artery\"]\nid = \"femoral-artery\"\nname = \"Femoral "
    "artery\"\n"
    "tissue = \"artery\"\n[nodes.\"Left femur\"]\nid = \"femur\"\nname = \"Femur\"\ntissue = \"bone\"\nside = "
    "\"right\"\n";

std::string profile_complaints(const std::string& toml) {
    const TemporaryFolder folder;
    const auto profile = io::load_profile(folder.file("p.toml", toml));
    CHECK_FALSE(profile);
    std::string lines;
    for (const base::Issue& issue : profile.issues)
        lines += std::to_string(issue.place.line) + ": " + issue.message + "\n";
    return lines;
}

}  // namespace

TEST_CASE("a profile gives names, and what it does not say follows from the tissue and the file's side") {
    const TemporaryFolder folder;
    const auto profile = io::load_profile(folder.file("p.toml", head));
    REQUIRE(profile);
    const io::NodeMeaning& artery = profile->nodes.at("Left femoral artery");
    CHECK(artery.id == "femoral-artery");
    CHECK(artery.hazard);
    CHECK_FALSE(artery.uncertain);
    CHECK(artery.layer == anatomy::Layer::deep);
    CHECK(artery.side == anatomy::Side::left);
    CHECK(profile->nodes.at("Left femur").side == anatomy::Side::right);
}

TEST_CASE("landmarks have a place, or lie between two that have") {
    const TemporaryFolder folder;
    const auto profile = io::load_profile(
        folder.file("p.toml", head + "[landmarks.a]\nat_mm = [0, 0, 10]\non = \"femur\"\nkind = \"surface\"\n"
                                     "[landmarks.b]\nat_mm = [8, 0, 0]\nkind = \"centre\"\n"
                                     "[landmarks.c]\nbetween = [\"a\", \"b\"]\nfraction = 0.25\nkind = \"derived\"\n"));
    for (const base::Issue& issue : profile.issues) MESSAGE(to_string(issue));
    REQUIRE(profile);
    REQUIRE(profile->landmarks.size() == 3);
    CHECK(profile->landmarks[0].on == "femur");
    CHECK(profile->landmarks[1].kind == anatomy::LandmarkKind::centre);
    CHECK(profile->landmarks[2].at_mm.x == doctest::Approx(2.0));
    CHECK(profile->landmarks[2].at_mm.z == doctest::Approx(7.5));
}

TEST_CASE("a landmark with two places, none, or on what is not there is refused") {
    CHECK(profile_complaints(head + "[landmarks.a]\nkind = \"surface\"\n") == "12: a needs either at_mm or between\n");
    CHECK(profile_complaints(head + "[landmarks.a]\nat_mm = [0, 0, 0]\nbetween = [\"a\", \"a\"]\nkind = \"surface\"\n") ==
          "12: a needs either at_mm or between\n");
    CHECK(profile_complaints(head + "[landmarks.a]\nat_mm = [0, 0, 0]\non = \"femr\"\nkind = \"surface\"\n") ==
          "14: there is no structure \"femr\"\n");
    CHECK(profile_complaints(head + "[landmarks.a]\nbetween = [\"b\", \"c\"]\nkind = \"derived\"\n") ==
          "13: there is no landmark \"b\"\n13: there is no landmark \"c\"\n");
    CHECK(profile_complaints(head + "[landmarks.a]\nbetween = [\"a\", \"a\"]\nkind = \"derived\"\n") ==
          "12: a lies between landmarks, but a has no at_mm\n12: a lies between landmarks, but a has no at_mm\n");
}

TEST_CASE("two nodes with one id are refused") {
    CHECK(profile_complaints(head + "[nodes.x]\nid = \"femur\"\nname = \"X\"\ntissue = \"bone\"\n") ==
          "12: the id femur is taken by \"Left femur\"\n");
}

TEST_CASE("a folder of profiles: the sound ones are read, the others complained of") {
    const TemporaryFolder folder;
    folder.file("b.toml", head);
    folder.file("a.toml", "name = 3\n");
    folder.file("notes.txt", "not a profile");
    const auto profiles = io::load_profiles(folder.path(""));
    REQUIRE(profiles);
    CHECK(profiles->size() == 1);
    CHECK_FALSE(profiles.issues.empty());
    CHECK_FALSE(io::load_profiles(folder.path("nowhere")));
}

TEST_CASE("colours are sRGB from 0 to 1") {
    const TemporaryFolder folder;
    const auto colours = io::load_colours(folder.file("c.toml", "# a palette\nnerve = \"#FF8000\"\n"));
    REQUIRE(colours);
    CHECK(colours->at("nerve") == glm::vec3(1.0f, 128.0f / 255.0f, 0.0f));
    const auto wrong = io::load_colours(folder.file("w.toml", "nerve = \"#FF800\"\nvein = 3\n"));
    CHECK_FALSE(wrong);
    CHECK(wrong.issues.size() == 2);
    CHECK(wrong.issues[1].place.line == 2);
}

TEST_CASE("a palette must have every colour and every strength, and no others") {
    const TemporaryFolder folder;
    std::string text;
    for (const char* name : {"point", "needle", "target", "risk", "safe"}) text += std::string(name) + " = \"#000000\"\n";
    for (int i = 0; i < anatomy::tissue_count; ++i)
        text += std::string(anatomy::name(static_cast<anatomy::Tissue>(i))) + " = \"#FF8000\"\n";
    const std::string finish = "[finish]\nfibre_width_mm = 0.5\nfibre_contrast = 0.25\nsheen = 0\nocclusion = 1\n";
    const auto good = io::load_palette(folder.file("good.toml", text + finish));
    REQUIRE(good);
    CHECK(good->colours.size() == 20);
    CHECK(good->colours.at("nerve") == glm::vec3(1.0f, 128.0f / 255.0f, 0.0f));
    CHECK(good->finish.at("fibre_contrast") == 0.25f);
    CHECK_FALSE(io::load_palette(folder.file("bare.toml", text)));
    CHECK_FALSE(io::load_palette(folder.file("extra.toml", "lime = \"#00FF00\"\n" + text + finish)));
    const auto strong = io::load_palette(folder.file("strong.toml", text + finish + "glitter = 2\n"));
    REQUIRE_FALSE(strong);
    CHECK(strong.issues[0].place.line == 26);
}

TEST_CASE("texts are known by table and key") {
    const TemporaryFolder folder;
    const auto texts =
        io::load_texts(folder.file("en.toml", "[menu]\nfile = \"File\"\nquit = \"Quit\"\n[tip]\nfile = \"Open\"\n"));
    REQUIRE(texts);
    CHECK(texts->size() == 3);
    CHECK(texts->at("tip.file") == "Open");
    CHECK_FALSE(io::load_texts(folder.file("w.toml", "loose = \"text\"\n")));
}
