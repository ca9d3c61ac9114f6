#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "io/content_reader.h"
#include "io/content_reports.h"
#include "source_dir.h"
#include "support/small_atlas.h"

using namespace drypoint;
using Json = nlohmann::json;

TEST_CASE("the lists hold every item with id and name") {
    const auto content = io::load_content(source_dir() + "/data");
    REQUIRE(content);
    const auto atlas = test::small_atlas();
    const auto items = [](const std::string& text) {
        const Json json = Json::parse(text);
        CHECK(json["report"] == "list");
        CHECK(json["model"]["file"] == "small.glb");
        for (const Json& item : json["items"]) {
            CHECK_FALSE(item["id"].get<std::string>().empty());
            CHECK_FALSE(item["name"].get<std::string>().empty());
        }
        return json["items"];
    };
    const Json conditions = items(io::list_conditions_json(*content, *atlas));
    CHECK(conditions.size() == 9);
    for (const Json& condition : conditions) CHECK_FALSE(condition["targets"].empty());
    CHECK(items(io::list_points_json(*content, *atlas)).size() == 45);
    CHECK(items(io::list_paths_json(*content, *atlas)).size() == 45);
    CHECK(items(io::list_muscles_json(*content, *atlas)).size() == 25);
    CHECK(items(io::list_needles_json(*content, *atlas)).size() == 6);
    CHECK(items(io::list_sources_json(*content, *atlas)).size() == 176);
}

TEST_CASE("findings keep their place, code and hint") {
    const base::Issues findings{
        base::error(base::at("a.toml", 3, 7), "there is no source \"x\"", "use y", "unknown-id"),
        base::warning(base::in_file("b.toml"), "odd", {}, "file-name")};
    const Json json = Json::parse(io::check_json(findings, *test::small_atlas()));
    CHECK(json["report"] == "check");
    REQUIRE(json["findings"].size() == 2);
    CHECK(json["findings"][0] == Json{{"file", "a.toml"},
                                      {"line", 3},
                                      {"column", 7},
                                      {"severity", "error"},
                                      {"code", "unknown-id"},
                                      {"message", "there is no source \"x\""},
                                      {"hint", "use y"}});
    CHECK(json["findings"][1]["severity"] == "warning");
}
