#include <doctest/doctest.h>

#include <array>

#include "ui/layout.h"

using namespace drypoint::ui;

namespace {

float area(const ImRect& rect) {
    return rect.GetWidth() > 0 && rect.GetHeight() > 0 ? rect.GetWidth() * rect.GetHeight() : 0.0f;
}

}  // namespace

TEST_CASE("the limb has most of the width, whatever the window and the text size") {
    for (const ImVec2 size :
         {ImVec2(1280, 720), ImVec2(1366, 768), ImVec2(1600, 900), ImVec2(1920, 1080), ImVec2(3840, 2160)}) {
        for (const float scale : {1.0f, 1.25f, 1.5f, 2.0f, 3.0f}) {
            const Layout layout = make_layout(size, scale, Shown::limb, false);
            INFO(size.x << " at " << scale);
            CHECK(layout.viewport.GetWidth() >= 0.55f * size.x);
        }
    }
    CHECK(make_layout({1280, 720}, 1, Shown::limb, false).viewport.GetWidth() == 712);
}

TEST_CASE("the regions fill the window and share nothing") {
    for (const ImVec2 size :
         {ImVec2(1920, 1080), ImVec2(1280, 720), ImVec2(1000, 700), ImVec2(700, 500), ImVec2(400, 300)}) {
        const Layout l = make_layout(size, 1, Shown::limb, false);
        INFO(size.x);
        const float sum =
            area(l.top_bar) + area(l.list) + area(l.rail) + area(l.viewport) + area(l.details) + area(l.bottom_bar);
        CHECK(sum == doctest::Approx(size.x * size.y));
        CHECK_FALSE(l.floating);
    }
}

TEST_CASE("narrow windows show one panel at a time, over the limb") {
    const Layout list = make_layout({1280, 720}, 2, Shown::list, false);
    CHECK(list.one_panel());
    CHECK(list.floating);
    CHECK(area(list.list) == area(list.viewport));
    CHECK(area(list.details) == 0);
    const Layout rail = make_layout({1100, 720}, 1, Shown::list, false);
    CHECK(rail.form == Form::rail);
    CHECK(rail.rail.GetWidth() == 56);
    CHECK(rail.list.Min.x == 56);
}

TEST_CASE("a clean screen is the limb alone") {
    const Layout l = make_layout({1280, 720}, 1, Shown::limb, true);
    CHECK(area(l.viewport) == 1280.0f * 720.0f);
    CHECK(area(l.top_bar) == 0);
    CHECK(area(l.list) == 0);
    CHECK(area(l.details) == 0);
}
