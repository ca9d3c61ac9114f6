#include <doctest/doctest.h>

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
