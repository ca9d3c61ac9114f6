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

TEST_CASE("the session puts limb, step and timeline side by side: they fill the window and share nothing") {
    const Occupied session{true, false};
    for (const ImVec2 size : {ImVec2(1920, 1080), ImVec2(1280, 720), ImVec2(1000, 700)}) {
        const Layout l = make_layout(size, 1, Shown::limb, false, session);
        INFO(size.x);
        CHECK(area(l.top_bar) + area(l.viewport) + area(l.details) + area(l.timeline) ==
              doctest::Approx(size.x * size.y));
        CHECK(area(l.list) + area(l.rail) + area(l.tour) == 0);
    }
    const Layout mock = make_layout({1280, 720}, 1, Shown::limb, false, session);
    CHECK(mock.viewport.GetWidth() == 824);
    CHECK(mock.viewport.GetHeight() == 576);
    CHECK(mock.timeline.GetHeight() == 96);
    CHECK(make_layout({1920, 1080}, 1, Shown::limb, false, session).details.GetWidth() == 520);
}

TEST_CASE("a low window gives the timeline's room to the step, a narrow one shows limb or step") {
    const Occupied session{true, false};
    const Layout low = make_layout({1280, 500}, 1, Shown::limb, false, session);
    CHECK(low.low);
    CHECK(area(low.timeline) == 0);
    CHECK(low.details.Max.y == 500);
    for (const float scale : {2.0f, 3.0f}) {
        const Layout step = make_layout({1280, 720}, scale, Shown::details, false, session);
        CHECK(step.one_panel());
        CHECK(area(step.details) == area(step.viewport));
        CHECK(area(step.timeline) == 0);
        // There is no list in the session: who had it open sees the limb.
        const Layout list = make_layout({1280, 720}, scale, Shown::list, false, session);
        CHECK(area(list.list) == 0);
        CHECK_FALSE(list.floating);
    }
}

TEST_CASE("a walkthrough's words lie below the limb, never over it, and never take more than half of it") {
    const Occupied tour{false, true};
    for (const ImVec2 size : {ImVec2(1920, 1080), ImVec2(1280, 720), ImVec2(1000, 700), ImVec2(400, 300)}) {
        for (const float scale : {1.0f, 2.0f, 3.0f}) {
            const Layout with = make_layout(size, scale, Shown::limb, false, tour);
            const Layout without = make_layout(size, scale, Shown::limb, false);
            INFO(size.x << " at " << scale);
            CHECK(with.tour.Min.y == with.viewport.Max.y);
            CHECK(with.tour.GetWidth() == with.viewport.GetWidth());
            CHECK(with.viewport.GetHeight() >= with.tour.GetHeight());
            CHECK(area(with.viewport) + area(with.tour) == doctest::Approx(area(without.viewport)));
        }
    }
    const Layout l = make_layout({1280, 720}, 1, Shown::limb, false, tour);
    CHECK(area(l.list) > 0);  // looking around is allowed
    CHECK(area(l.details) > 0);
}

TEST_CASE("a walkthrough that opens the session has both below the limb") {
    const Layout l = make_layout({1280, 720}, 1, Shown::limb, false, {true, true});
    CHECK(l.tour.Max.y == l.timeline.Min.y);
    CHECK(l.tour.Max.x == l.details.Min.x);
    CHECK(area(l.top_bar) + area(l.viewport) + area(l.tour) + area(l.details) + area(l.timeline) ==
          doctest::Approx(1280.0f * 720.0f));
}

TEST_CASE("the needle's room: three columns, thirds where it is wide, two where it is narrow, else one at a time") {
    const Occupied needle{false, false, true};
    const Layout regular = make_layout({1280, 720}, 1, Shown::limb, false, needle);
    CHECK(regular.viewport.GetWidth() == 424);
    CHECK(regular.needle.GetWidth() == 472);
    CHECK(regular.details.GetWidth() == 384);
    CHECK(regular.list.GetWidth() == 0);
    const Layout wide = make_layout({1920, 1080}, 1, Shown::limb, false, needle);
    CHECK(wide.viewport.GetWidth() == 640);
    CHECK(wide.needle.GetWidth() == 704);
    CHECK(wide.details.GetWidth() == 576);
    const Layout rail = make_layout({1920, 1080}, 2, Shown::limb, false, needle);
    CHECK(rail.viewport.GetWidth() == 1920 - 944);
    CHECK(rail.needle.GetWidth() == 944);
    CHECK(rail.details.GetWidth() == 0);
    const Layout single = make_layout({1280, 720}, 2, Shown::limb, false, needle);
    CHECK(single.needle.GetWidth() == 0);
    for (const Shown shown : {Shown::details, Shown::strip}) {
        const Layout open = make_layout({1280, 720}, 2, shown, false, needle);
        CHECK(open.needle.GetWidth() == 1280);
        CHECK(open.details.GetWidth() == 0);
        CHECK(open.strip.GetWidth() == 0);
    }
}
