// What F12 saves.
#include <doctest/doctest.h>

#include "app/saved_picture.h"
#include "support/drawing.h"
#include "support/stage.h"

using namespace drypoint;

namespace {

int alpha(const base::Image& image, int x, int y) {
    return image
        .rgba[(static_cast<std::size_t>(y) * static_cast<std::size_t>(image.width) + static_cast<std::size_t>(x)) * 4 +
              3];
}

// The light square of the side's letter, 24 to 48 pixels from the corner.
bool bears_its_side(const base::Image& image) {
    const std::size_t at = (static_cast<std::size_t>(26) * static_cast<std::size_t>(image.width) + 26) * 4;
    return image.rgba[at] > 200 && image.rgba[at + 3] == 255;
}

struct SavedPicture {
    test::Drawing drawing;
    base::Issues issues;
    app::Stage stage{test::small_world(issues), test::look(), &drawing.renderer()};
};

}  // namespace

TEST_CASE("a saved picture bears the side and what is drawn on the limb; a bare one the side alone, on nothing") {
    SavedPicture bench;
    app::Desk& desk = bench.stage.desk();
    desk.store.dispatch(session::ChooseCondition{"knee-pain"});
    bench.stage.settle();
    const auto drawn = app::saved_picture(desk, false);
    const auto bare = app::saved_picture(desk, true);
    REQUIRE(drawn);
    REQUIRE(bare);
    const glm::ivec2 size = desk.store.model().viewport_px;
    CHECK(drawn->width == size.x);
    CHECK(drawn->height == size.y);
    CHECK(bears_its_side(*drawn));
    CHECK(bears_its_side(*bare));
    CHECK(alpha(*drawn, 4, size.y - 4) == 255);
    CHECK(alpha(*bare, 4, size.y - 4) == 0);
    desk.ui.labels = false;
    const auto unlabelled = app::saved_picture(desk, false);
    REQUIRE(unlabelled);
    CHECK(unlabelled->rgba != drawn->rgba);
    CHECK(unlabelled->rgba != app::saved_picture(desk, true)->rgba);
}

TEST_CASE("saving a picture changes nothing") {
    SavedPicture bench;
    app::Desk& desk = bench.stage.desk();
    desk.store.dispatch(session::ChoosePoint{"VM1"});
    bench.stage.settle();
    const base::Image before = bench.stage.picture();
    const session::Model model = desk.store.model();
    const std::size_t logged = desk.store.log().size();
    REQUIRE(app::saved_picture(desk, false));
    bench.stage.settle();
    CHECK(desk.store.model() == model);
    CHECK(desk.store.log().size() == logged);
    CHECK(bench.stage.picture().rgba == before.rgba);
}
