#include <doctest/doctest.h>

#include <utility>

#include "support/small_atlas.h"
#include "ui/search.h"

using namespace drypoint;

namespace {

const ui::Texts texts({{"lay.femur", "Thigh bone"}, {"tissue.muscle", "Muscle"}, {"search.hazard", "danger"}});

std::string found(const char* query) {
    const anatomy::AtlasPtr atlas = test::small_atlas();
    std::string ids;
    for (const std::size_t index : ui::find_structures(*atlas, texts, query)) ids += atlas->structures[index].id + ' ';
    return ids;
}

}  // namespace

TEST_CASE("search finds by the beginning of any word, best first") {
    CHECK(found("vast") == "vastus-lateralis vastus-medialis ");
    CHECK(found("fem") == "femoral-artery femur ");
    CHECK(found("VASTUS med") == "vastus-medialis ");
    CHECK(found("med vast") == "vastus-medialis ");
    CHECK(found("thigh") == "femur ");
    CHECK(found("muscle") == "vastus-lateralis vastus-medialis ");
    CHECK(found("danger") == "femoral-artery sciatic-nerve ");
    CHECK(found("xyz").empty());
}

TEST_CASE("instead of nothing, the nearest spelling") {
    const anatomy::AtlasPtr atlas = test::small_atlas();
    CHECK(ui::near_spellings(*atlas, texts, "femurr") == std::vector<std::string>{"Femur"});
    CHECK(ui::near_spellings(*atlas, texts, "qqqqqqqq").empty());
}

TEST_CASE("what the content knows by other words is found too: conditions, points, the muscles' structures") {
    anatomy::Content content;
    anatomy::Muscle muscle;
    muscle.id = "vastus-medialis";
    muscle.name = "Vastus medialis";
    content.muscles = {muscle};
    anatomy::TriggerPoint point;
    point.id = "vastus-medialis-1";
    point.code = "VM1";
    point.muscle = "vastus-medialis";
    point.symptoms.plain = "The knee may give way.";
    point.anchor.line = anatomy::LandmarkLine{"none", "none"};
    point.anchor.at = 0.5;
    content.points = {point};
    anatomy::Condition condition;
    condition.id = "knee-oa";
    condition.name = "Osteoarthritis pain";
    content.conditions = {condition};
    anatomy::SearchWords words;
    words.words = {"quads"};
    words.muscles = {"vastus-medialis"};
    content.search_words = {words};
    words.words = {"worn knee"};
    words.muscles = {};
    words.conditions = {"knee-oa"};
    content.search_words.push_back(words);
    base::Issues issues;
    const auto world = session::make_world(test::small_atlas(), std::move(content), {}, issues);
    CHECK(ui::find_conditions(*world, "worn knee") == std::vector<std::size_t>{0});
    CHECK(ui::find_points(*world, "gives way").empty());
    CHECK(ui::find_points(*world, "give way") == std::vector<std::size_t>{0});
    CHECK(ui::find_points(*world, "vm1") == std::vector<std::size_t>{0});
    const auto structures = ui::find_structures(*world, texts, "quads");
    REQUIRE(structures.size() == 1);
    CHECK(world->atlas->structures[structures[0]].id == "vastus-medialis");
    CHECK(ui::find_structures(*world, texts, "thigh").size() == 1);
}
