// What holds for every widget, in every size.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <set>

#include "session/action_table.h"
#include "support/stage.h"

using namespace drypoint;
using test::at;
using test::Case;
using ui::Role;
using ui::Widget;

namespace {

constexpr const char* name_letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-/";

constexpr Case cases[] = {{{1280, 720}, 1.0f}, {{1920, 1080}, 1.0f}, {{1280, 720}, 1.25f}, {{1280, 720}, 1.5f},
                          {{1280, 720}, 2.0f}, {{1280, 720}, 3.0f},  {{1024, 768}, 1.0f},  {{3840, 2160}, 2.0f}};

bool is_pressed(const Widget& widget) {
    return widget.role != Role::text && widget.role != Role::region;
}

// What is on the screen: a structure, a condition, a point, a step of the session, a walkthrough.
constexpr std::array<std::array<const char*, 3>, 14> situations{{{"select"},
                                                                 {"select vastus-medialis"},
                                                                 {"select sciatic-nerve"},
                                                                 {"choose-condition knee-pain"},
                                                                 {"choose-condition runners-pain"},
                                                                 {"choose-condition knee-pain", "choose-point VM1"},
                                                                 {"choose-point VL1"},
                                                                 {"choose-point VM1", "open-room session"},
                                                                 {"go-to-step insertion", "set-needle-depth 7"},
                                                                 {"next-step"},
                                                                 {"go-to-step removal"},
                                                                 {"go-to-step after-care"},
                                                                 {"remove-needle", "finish-session", "start-walkthrough first-walk"},
                                                                 {"next-step"}}};

void do_all(app::Stage& stage, const std::array<const char*, 3>& lines) {
    for (const char* line : lines) {
        if (line == nullptr) continue;
        const auto action = session::parse_action(line);
        REQUIRE(action);
        stage.desk().store.dispatch(*action);
        const std::string& message = stage.desk().store.model().message;
        REQUIRE((message.empty() || message == "The session is finished"));
    }
    stage.settle();
}

// In every size, situation, panel and register.
template <typename Check>
void everywhere(Check check) {
    for (const Case& one : cases) {
        app::Stage stage = test::stage_with_content();
        at(stage, one);
        for (const auto& situation : situations) {
            do_all(stage, situation);
            for (const ui::Shown shown : {ui::Shown::limb, ui::Shown::list, ui::Shown::details, ui::Shown::strip}) {
                for (const session::Words words : {session::Words::professional, session::Words::plain}) {
                    stage.desk().ui.shown = shown;
                    stage.desk().store.dispatch(session::SetWords{words});
                    stage.settle();
                    INFO(one.size.x << "x" << one.size.y << " at " << one.scale << ", after \"" << situation[0]
                                    << "\", panel " << static_cast<int>(shown) << ", " << session::name(words));
                    check(stage, one);
                }
            }
        }
    }
}

}  // namespace

TEST_CASE("every widget has a name of its own, and one that can be read") {
    everywhere([](app::Stage& stage, const Case&) {
        std::set<std::string> names;
        for (const Widget& widget : stage.desk().registry.widgets()) {
            if (widget.role == Role::text) continue;
            INFO(widget.name);
            CHECK(names.insert(widget.name).second);
            CHECK(widget.name.find_first_not_of(name_letters) == std::string::npos);
            CHECK((!widget.text.empty() || widget.role == Role::field));
        }
    });
}

TEST_CASE("targets are at least 40 high and wide") {
    everywhere([](app::Stage& stage, const Case& one) {
        for (const Widget& widget : stage.desk().registry.widgets()) {
            if (!is_pressed(widget)) continue;
            INFO(widget.name);
            CHECK(widget.rect.GetWidth() >= 40 * one.scale - 1);
            CHECK(widget.rect.GetHeight() >= 40 * one.scale - 1);
        }
    });
}

TEST_CASE("no name on a control is cut") {
    everywhere([](app::Stage& stage, const Case& one) {
        for (const Widget& widget : stage.desk().registry.widgets()) {
            INFO(widget.name << ": " << widget.text);
            CHECK_FALSE(widget.cut);
            if (!is_pressed(widget) || !widget.visible) continue;
            CHECK(widget.seen.GetWidth() >= widget.rect.GetWidth() - 9 * one.scale);  // a row runs under the scroll bar
        }
    });
}

TEST_CASE("nothing leaves the screen and nothing covers anything else") {
    everywhere([](app::Stage& stage, const Case& one) {
        std::vector<const Widget*> seen;
        for (const Widget& widget : stage.desk().registry.widgets()) {
            if (!is_pressed(widget) || !widget.visible) continue;
            INFO(widget.name);
            CHECK(widget.rect.Min.x >= 0);
            CHECK(widget.rect.Max.x <= static_cast<float>(one.size.x) + 1);
            seen.push_back(&widget);
        }
        if (stage.desk().layout(one.size).floating) return;  // what lies below is covered on purpose
        for (const Widget* a : seen) {
            for (const Widget* b : seen) {
                const bool same_family = a->name.rfind(b->name + "/", 0) == 0 || b->name.rfind(a->name + "/", 0) == 0;
                if (a >= b || same_family) continue;
                ImRect smaller = a->seen;
                smaller.Expand(-1);
                INFO(a->name << " and " << b->name);
                CHECK_FALSE(smaller.Overlaps(b->seen));
            }
        }
    });
}

TEST_CASE("what comes next is in sight without scrolling") {
    for (const Case& one : cases) {
        app::Stage stage = test::stage_with_content();
        at(stage, one);
        const auto in_sight = [&](const char* name) {
            stage.desk().ui.shown = ui::Shown::details;
            stage.settle();
            const Widget* widget = stage.desk().registry.find(name);
            INFO(name << " at " << one.size.x << "x" << one.size.y << ", " << one.scale);
            REQUIRE(widget != nullptr);
            CHECK(widget->visible);
            CHECK(widget->seen.GetHeight() >= widget->rect.GetHeight() - 1);
            CHECK(widget->rect.Max.y <= static_cast<float>(one.size.y));
        };
        do_all(stage, {"choose-condition knee-pain"});
        in_sight("details/first-point");
        do_all(stage, {"choose-point VM1"});
        in_sight("point/session");
        do_all(stage, {"open-room session", "go-to-step after-care"});
        in_sight("session/next");
    }
}

TEST_CASE("what cannot be used says why when it is pressed, by pointer and by key") {
    app::Stage stage = test::stage_with_content();
    const auto pressed = [&](const char* name, bool by_key) {
        stage.desk().ui.toast.clear();
        const Widget* widget = stage.desk().registry.find(name);
        REQUIRE(widget != nullptr);
        if (by_key) {
            stage.desk().ui.focus = name;
            stage.key(ui::parse_chord("enter"));
        } else {
            const ImVec2 at = widget->rect.GetCenter();
            stage.move({at.x, at.y});
            stage.button(0, true);
            stage.button(0, false);
        }
        stage.settle();
        return stage.desk().ui.toast;
    };
    CHECK(pressed("room/session", false).size() > 10);
    CHECK(pressed("room/session", true).size() > 10);
}

TEST_CASE("the notice of the first start is as high as its words") {
    for (const Case& one : cases) {
        app::Stage stage = test::stage_with_content();
        stage.desk().ui.notice_due = true;
        at(stage, one);
        const Widget* title = stage.desk().registry.find("sheet/title");
        const Widget* end = stage.desk().registry.find("notice/end");
        const Widget* frame = stage.desk().registry.find("sheet/frame");
        INFO(one.size.x << "x" << one.size.y << " at " << one.scale);
        REQUIRE(frame != nullptr);
        REQUIRE(end != nullptr);
        REQUIRE(title != nullptr);
        const float below = frame->rect.Max.y - end->rect.Max.y;
        CHECK(below <= 28 * one.scale);
        const bool has_room = frame->rect.GetHeight() < static_cast<float>(one.size.y) - 17 * one.scale;
        if (has_room) CHECK(below >= 8 * one.scale);
    }
}

TEST_CASE("Tab reaches every control, with the arrows inside the list") {
    app::Stage stage = test::stage();
    std::set<std::string> reached;
    for (int i = 0; i < 200; ++i) {
        stage.key(ui::parse_chord("tab"));
        if (!reached.insert(stage.desk().ui.focus).second && i > 60) break;
    }
    for (int i = 0; i < 20; ++i) stage.key(ui::parse_chord("tab"));
    for (const Widget& widget : stage.desk().registry.widgets()) {
        if (widget.role == Role::text || widget.role == Role::row || widget.role == Role::part) continue;
        INFO(widget.name);
        CHECK(reached.count(widget.name) == 1);
    }
    stage.desk().ui.focus = "list/vastus-lateralis";
    stage.key(ui::parse_chord("down"));
    CHECK(stage.desk().ui.focus == "list/vastus-medialis");
    stage.key(ui::parse_chord("enter"));
    CHECK(stage.desk().store.model().selected == "vastus-medialis");
    stage.key(ui::parse_chord("tab"));
    CHECK(stage.desk().ui.focus == "list/vastus-medialis/eye");
    stage.key(ui::parse_chord("space"));
    CHECK_FALSE(
        stage.desk().store.model().plan.appearance[*stage.desk().store.atlas()->index_of("vastus-medialis")].visible);
}

TEST_CASE("a text field takes its letters; shortcuts wait") {
    app::Stage stage = test::stage();
    stage.desk().store.dispatch(session::Select{"femur"});
    stage.settle();
    stage.key(ui::parse_chord("/"));
    CHECK(stage.desk().ui.focus == "search");
    stage.type("hfi1?");
    CHECK(stage.desk().store.model().search == "hfi1?");
    const auto femur = *stage.desk().store.atlas()->index_of("femur");
    CHECK(stage.desk().store.model().plan.appearance[femur].visible);
    CHECK_FALSE(stage.desk().store.model().plan.isolation);
    CHECK(stage.desk().ui.sheet == ui::Sheet::none);
    stage.key(ui::parse_chord("backspace"));
    CHECK(stage.desk().store.model().search == "hfi1");
    stage.key(ui::parse_chord("f1"));  // not text: works everywhere
    CHECK(stage.desk().ui.sheet == ui::Sheet::help);
    stage.key(ui::parse_chord("escape"));
    CHECK(stage.desk().ui.sheet == ui::Sheet::none);
}

TEST_CASE("Enter in the search takes the best hit; Ctrl+Enter isolates it") {
    app::Stage stage = test::stage();
    stage.key(ui::parse_chord("ctrl+f"));
    stage.type("femu");
    stage.key(ui::parse_chord("enter"));
    CHECK(stage.desk().store.model().selected == "femur");
    stage.key(ui::parse_chord("ctrl+f"));
    stage.key(ui::parse_chord("ctrl+enter"));
    REQUIRE(stage.desk().store.model().plan.isolation);
    CHECK(stage.desk().store.model().plan.isolation->id == "femur");
}

TEST_CASE("the pointer turns, moves and zooms the limb, and a click is no drag") {
    app::Stage stage = test::stage();
    const auto& camera = stage.desk().store.model().camera;
    const geometry::Camera before = camera;
    const glm::vec2 middle{600, 400};
    stage.move(middle);
    stage.button(0, true);
    stage.move(middle + glm::vec2(50, 0));
    stage.button(0, false);
    stage.settle();
    CHECK(camera.azimuth_deg < before.azimuth_deg);  // the near side follows the hand
    CHECK(camera.pivot == before.pivot);
    stage.move(middle);
    stage.button(1, true);
    stage.move(middle + glm::vec2(50, 0));
    stage.button(1, false);
    stage.settle();
    CHECK(camera.pivot != before.pivot);
    CHECK_FALSE(stage.desk().ui.menu_open);
    const float distance = camera.distance_mm;
    stage.wheel(1);
    CHECK(camera.distance_mm < distance);
}
