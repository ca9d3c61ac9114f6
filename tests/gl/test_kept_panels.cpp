// What the window shows while the limb turns is what drawing all of it anew would show.
#include <doctest/doctest.h>

#include "support/drawing.h"
#include "support/stage.h"

using namespace drypoint;

namespace {

struct Bench {
    test::Drawing drawing;
    base::Issues issues;
    app::Stage stage{test::small_world(issues), test::look(), &drawing.renderer()};

    base::Image anew() {
        stage.resize(stage.size());  // an empty target
        stage.move(at);
        return stage.picture();
    }
    void to(glm::vec2 place) {
        at = place;
        stage.move(at);
    }
    glm::vec2 at{600.0f, 400.0f};
};

}  // namespace

TEST_CASE("panels that are kept beside the limb are the panels that would be drawn") {
    Bench bench;
    app::Desk& desk = bench.stage.desk();
    desk.store.dispatch(session::ChoosePoint{"VM1"});
    bench.stage.settle();
    bench.to({600, 400});
    bench.stage.button(0, true);
    for (int i = 0; i < 4; ++i) {
        bench.to(bench.at + glm::vec2(17.0f, 3.0f));
        bench.to(bench.at);  // what is drawn over the limb follows it by a frame
        const base::Image kept = bench.stage.picture();
        REQUIRE(bench.stage.is_moving());
        CHECK(kept.rgba == bench.anew().rgba);
    }
    bench.stage.button(0, false);
    bench.stage.wait(1.0);
    SUBCASE("a panel that changes is drawn") { bench.to({100, 200}); }
    SUBCASE("a sheet over both sides") { bench.stage.key({"f1"}); }
    SUBCASE("and again without it") {
        bench.stage.key({"f1"});
        bench.stage.key({"escape"});
    }
    SUBCASE("another point") { desk.store.dispatch(session::ChoosePoint{""}); }
    SUBCASE("another theme") { desk.ui.paper = true; }
    SUBCASE("text of another size") { desk.store.dispatch(session::SetTextScale{1.5f}); }
    SUBCASE("no panels") { desk.ui.clean = true; }
    bench.stage.settle();
    const base::Image kept = bench.stage.picture();
    CHECK(kept.rgba == bench.anew().rgba);
    CHECK(bench.drawing.renderer().take_errors().empty());
}
