// What holds for every widget, in every size.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "support/stage.h"

using namespace drypoint;
using ui::Role;
using ui::Widget;

namespace {

struct Case {
    glm::ivec2 size;
    float scale;
};

constexpr Case cases[] = {{{1280, 720}, 1.0f}, {{1920, 1080}, 1.0f}, {{1280, 720}, 1.25f}, {{1280, 720}, 1.5f},
                          {{1280, 720}, 2.0f}, {{1280, 720}, 3.0f},  {{1024, 768}, 1.0f},  {{3840, 2160}, 2.0f}};

bool is_pressed(const Widget& widget) {
    return widget.role != Role::text && widget.role != Role::region;
}

void at(app::Stage& stage, const Case& one) {
    stage.resize(one.size);
    stage.desk().store.dispatch(session::SetTextScale{one.scale});
    stage.settle();
}

template <typename Check>
void everywhere(Check check) {
    app::Stage stage = test::stage();
    for (const Case& one : cases) {
        at(stage, one);
        for (const ui::Shown shown : {ui::Shown::limb, ui::Shown::list, ui::Shown::details}) {
            for (const std::string selected : {"", "vastus-medialis", "sciatic-nerve"}) {
                stage.desk().ui.shown = shown;
                stage.desk().store.dispatch(session::Select{selected});
                stage.settle();
                INFO(one.size.x << "x" << one.size.y << " at " << one.scale << ", " << selected << ", panel "
                                << static_cast<int>(shown));
                check(stage, one);
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
            CHECK(widget.name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-/") == std::string::npos);
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

TEST_CASE("nothing is cut and nothing covers anything else") {
    everywhere([](app::Stage& stage, const Case& one) {
        const ImRect screen(0, 0, static_cast<float>(one.size.x), static_cast<float>(one.size.y));
        std::vector<const Widget*> seen;
        for (const Widget& widget : stage.desk().registry.widgets()) {
            if (!is_pressed(widget) || !widget.visible) continue;
            INFO(widget.name);
            CHECK(widget.rect.Min.x >= screen.Min.x);
            CHECK(widget.rect.Max.x <= screen.Max.x + 1);
            seen.push_back(&widget);
        }
        if (stage.desk().layout(one.size).floating) return;  // what lies below is covered on purpose
        for (const Widget* a : seen) {
            for (const Widget* b : seen) {
                const bool same_family = a->name.rfind(b->name + "/", 0) == 0 || b->name.rfind(a->name + "/", 0) == 0;
                const bool scrolled = a->name.rfind("list/", 0) == 0 || b->name.rfind("list/", 0) == 0 ||
                                      a->name.rfind("details/", 0) == 0 || b->name.rfind("details/", 0) == 0;
                if (a >= b || same_family || scrolled) continue;
                ImRect smaller = a->rect;
                smaller.Expand(-1);
                INFO(a->name << " and " << b->name);
                CHECK_FALSE(smaller.Overlaps(b->rect));
            }
        }
    });
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
