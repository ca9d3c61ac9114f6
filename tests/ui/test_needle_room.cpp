// The needle's room beyond what a script can say: files, the map beside the frames, one ruler for strip and slice.
#include <doctest/doctest.h>

#include "app/path_files.h"
#include "session/needle.h"
#include "support/stage.h"
#include "support/temporary_folder.h"

using namespace drypoint;
using test::Case;

namespace {

void enter_room(app::Stage& stage) {
    session::Store& store = stage.desk().store;
    store.dispatch(session::ChoosePoint{"VM1"});
    store.dispatch(session::OpenRoom{session::Room::needle});
    stage.settle();
}

}  // namespace

TEST_CASE("a path of one's own is saved and opened again, and the log replays without the file") {
    const test::TemporaryFolder folder;
    const std::string file = folder.file("mine.toml", "");
    app::Stage stage = test::stage_with_content();
    enter_room(stage);
    session::Store& store = stage.desk().store;
    store.dispatch(session::MoveNeedle{2, 1, 7, -3});
    store.dispatch(session::SetNeedleDepth{6.5});
    const auto own = store.model().plan.own;
    app::carry_out_paths(stage.desk(), store.dispatch(session::SavePath{file}));
    store.dispatch(session::LayNeedle{});
    app::carry_out_paths(stage.desk(), store.dispatch(session::OpenPath{file}));
    CHECK(store.model().plan.own == own);
    CHECK(store.model().plan.needle->depth_mm == 6.5);
    CHECK(session::replay(store.world(), store.log()).model().plan == store.model().plan);
    app::carry_out_paths(stage.desk(), store.dispatch(session::OpenPath{folder.file("broken.toml", "title = ")}));
    CHECK(store.model().plan.own == own);  // what cannot be read changes nothing
}

TEST_CASE("a map that has nothing to paint says why") {
    app::Stage stage = test::stage_with_content();  // whose content knows no needle that could reach
    enter_room(stage);
    stage.desk().store.dispatch(session::ShowMap{true});
    stage.settle();
    const auto map = stage.desk().snapshot().map;
    REQUIRE(map);
    CHECK_FALSE(map->patch);
    CHECK(map->why_none == "No entry is within this needle's reach");
}

TEST_CASE("the map is worked out beside the frames and is there when a script goes on") {
    app::Stage stage = test::stage_with_content();
    enter_room(stage);
    CHECK_FALSE(stage.desk().snapshot().map);
    stage.desk().store.dispatch(session::ShowMap{true});
    stage.settle();
    const auto map = stage.desk().snapshot().map;
    REQUIRE(map);
    CHECK(map->point == "vastus-medialis-1");
    CHECK_FALSE(stage.desk().is_working());
    stage.desk().store.dispatch(session::SetMapMargin{5});
    stage.settle();
    CHECK(stage.desk().snapshot().map == map);  // the margin changes the tones only
    stage.desk().store.dispatch(session::ShowMap{false});
    stage.settle();
    CHECK_FALSE(stage.desk().snapshot().map);
}

TEST_CASE("strip and slice stand on one ruler") {
    app::Stage stage = test::stage_with_content();
    enter_room(stage);
    const auto& along = stage.desk().ui.along;
    REQUIRE(along);
    const ui::Widget* tip = stage.desk().registry.find("strip/tip");
    REQUIRE(tip != nullptr);
    const double depth = stage.desk().store.model().plan.needle->depth_mm;
    const float skin = along->box.Min.y + static_cast<float>(along->high.y) * along->px_per_mm;
    CHECK(tip->rect.Min.y + 9.0f == doctest::Approx(skin + static_cast<float>(depth) * along->px_per_mm).epsilon(0.01));
}

TEST_CASE("nothing in the room is cut or leaves its panel, at any size of window and text") {
    app::Stage stage = test::stage_with_content();
    enter_room(stage);
    for (const Case& one : {Case{{1280, 720}, 1}, Case{{1920, 1080}, 1}, Case{{1024, 768}, 1}, Case{{1920, 1080}, 2},
                            Case{{1280, 720}, 2}, Case{{1280, 720}, 3}}) {
        stage.resize(one.size);
        stage.desk().store.dispatch(session::SetTextScale{one.scale});
        stage.desk().ui.shown = ui::Shown::details;
        stage.settle();
        stage.settle();
        CHECK(stage.desk().registry.find("slice/along") != nullptr);
        for (const ui::Widget& widget : stage.desk().registry.widgets()) {
            INFO(one.size.x << "x" << one.size.y << " at " << one.scale << ": " << widget.name << " " << widget.text);
            CHECK_FALSE(widget.cut);
            CHECK(widget.rect.Min.x >= 0.0f);
            CHECK(widget.rect.Max.x <= static_cast<float>(one.size.x));
        }
    }
}
