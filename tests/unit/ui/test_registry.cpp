#include <doctest/doctest.h>

#include "ui/registry.h"

using namespace drypoint::ui;

namespace {

Widget widget(const char* name, Role role, int layer = 0, bool on = false) {
    Widget result;
    result.name = name;
    result.role = role;
    result.layer = layer;
    result.on = on;
    return result;
}

std::string stops(const Registry& registry, const char* focus) {
    std::string names;
    for (const Widget* stop : registry.tab_stops(focus)) names += stop->name + ' ';
    return names;
}

}  // namespace

TEST_CASE("Tab visits a list through one row") {
    Registry registry;
    registry.add(widget("search", Role::field));
    registry.add(widget("a", Role::row));
    registry.add(widget("a/eye", Role::part));
    registry.add(widget("b", Role::row, 0, true));
    registry.add(widget("b/eye", Role::part));
    registry.add(widget("count", Role::text));
    registry.add(widget("view", Role::button));
    CHECK(registry.widgets().empty());  // not before the frame is complete
    registry.begin_frame();
    CHECK(stops(registry, "search") == "search b b/eye view ");  // the selected row
    CHECK(stops(registry, "a") == "search a a/eye view ");       // the focused one
    CHECK(stops(registry, "a/eye") == "search a a/eye view ");
    CHECK(registry.neighbour_row("a", 1)->name == "b");
    CHECK(registry.neighbour_row("b", 1) == nullptr);
    CHECK(registry.neighbour_row("search", 1) == nullptr);
}

TEST_CASE("Tab stays in the sheet that lies on top") {
    Registry registry;
    registry.add(widget("below", Role::button));
    registry.add(widget("close", Role::button, 1));
    registry.begin_frame();
    CHECK(registry.top_layer() == 1);
    CHECK(stops(registry, "below") == "close ");
}
