// What the program ships is sound: profiles, palettes, themes, texts, and the schemas that editors read.
#include <doctest/doctest.h>

#include <filesystem>
#include <set>

#include "anatomy/tissue.h"
#include "io/colours.h"
#include "io/file.h"
#include "io/model_profile.h"
#include "io/schemas.h"
#include "io/texts.h"
#include "source_dir.h"

using namespace drypoint;
namespace fs = std::filesystem;

namespace {

const fs::path data = fs::path(source_dir()) / "data";

std::vector<fs::path> toml_files(const char* folder) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(data / folder))
        if (entry.path().extension() == ".toml") files.push_back(entry.path());
    return files;
}

template <typename T>
void check_sound(const base::Result<T>& result) {
    for (const base::Issue& issue : result.issues) MESSAGE(to_string(issue));
    CHECK(result.issues.empty());
    CHECK(result);
}

// `data/schema/NAME` is named in the file's first line, relative to the file.
void check_names_schema(const fs::path& file, const std::string& schema) {
    const std::string bytes = *io::read_file(file.string());
    INFO(file.string());
    CHECK(bytes.substr(0, bytes.find('\n')) == "#:schema ../schema/" + schema);
}

}  // namespace

TEST_CASE("the schemas in data/schema are what the tables say; `drypoint schema` writes them") {
    for (const io::SchemaFile& schema : io::schema_files()) {
        CAPTURE(schema.name);
        const auto shipped = io::read_file((data / "schema" / schema.name).string());
        REQUIRE(shipped);
        CHECK(*shipped == schema.bytes);
    }
}

TEST_CASE("every model profile is sound and names its schema") {
    REQUIRE_FALSE(toml_files("models").empty());
    for (const fs::path& file : toml_files("models")) {
        check_names_schema(file, "model-profile.schema.json");
        check_sound(io::load_profile(file.string()));
    }
}

TEST_CASE("every palette has a colour for every tissue and every mark, and a finish") {
    REQUIRE(toml_files("palettes").size() == 4);
    for (const fs::path& file : toml_files("palettes")) {
        check_names_schema(file, "palette.schema.json");
        check_sound(io::load_palette(file.string()));
    }
}

TEST_CASE("every theme and every language can be read") {
    for (const fs::path& file : toml_files("themes")) check_sound(io::load_colours(file.string()));
    for (const fs::path& file : toml_files("text")) check_sound(io::load_texts(file.string()));
}

TEST_CASE("the profile of BodyParts3D gives the figures' ids to what the figures hold") {
    const auto profile = io::load_profile((data / "models/bodyparts3d.toml").string());
    REQUIRE(profile);
    CHECK(profile->nodes.size() == 96);
    CHECK(profile->landmarks.size() == 30);
    std::set<std::string> ids;
    for (const auto& entry : profile->nodes) ids.insert(entry.second.id);
    for (const char* id : {"femur", "vastus-medialis", "biceps-femoris-long-head", "femoral-artery", "popliteal-vein",
                           "interosseous-membrane", "iliotibial-tract", "calcaneal-tendon", "plantaris",
                           "lateral-circumflex-femoral-artery-descending-branch"}) {
        CAPTURE(id);
        CHECK(ids.count(id) == 1);
    }
    for (const auto& entry : profile->nodes) {
        CAPTURE(entry.first);
        CHECK_FALSE(entry.second.latin.empty());
        CHECK_FALSE(entry.second.group.empty());
        CHECK(entry.second.side == anatomy::Side::right);
    }
}
