#include "app/ui_expect.h"

#include <charconv>
#include <cmath>
#include <functional>

#include "app/ui_driver.h"
#include "base/id.h"

namespace drypoint::app {
namespace {

using Words = std::vector<std::string>;

std::string same(const std::string& what, const std::string& wanted, const std::string& found) {
    if (wanted == found) return {};
    return what + " is \"" + found + "\", not \"" + wanted + "\"";
}

std::string yes_or_no(bool value) {
    return value ? "yes" : "no";
}

std::string or_none(const std::string& id) {
    return id.empty() ? "none" : id;
}

template <typename Property>
std::string of_widget(Desk& desk, const Words& words, Property property) {
    const ui::Widget* widget = desk.registry.find(words[2]);
    if (widget == nullptr) return unknown_widget(desk.registry, words[2]);
    return same(words[1] + " of " + words[2], words[3], property(*widget));
}

template <typename Property>
std::string of_structure(Desk& desk, const Words& words, Property property) {
    const auto index = desk.store.atlas()->index_of(words[2]);
    if (!index) return "there is no structure " + words[2];
    return same(words[1] + " of " + words[2], words[3], property(desk.store.model().plan.appearance[*index]));
}

std::string percent(float opacity) {
    return std::to_string(std::lround(opacity * 100.0f)) + "%";
}

struct Expectation {
    const char* name;
    const char* arguments;
    std::size_t words;  // "expect" included
    const char* help;
    std::function<std::string(Desk&, const Words&)> check;
};

const std::vector<Expectation>& expectations() {
    static const std::vector<Expectation> table{
        {"exists", "NAME", 3, "a widget of this name is drawn",
         [](Desk& d, const Words& w) {
             return d.registry.find(w[2]) != nullptr ? std::string() : unknown_widget(d.registry, w[2]);
         }},
        {"absent", "NAME", 3, "none is",
         [](Desk& d, const Words& w) { return d.registry.find(w[2]) == nullptr ? std::string() : w[2] + " is there"; }},
        {"text", "NAME TEXT", 4, "what a widget shows",
         [](Desk& d, const Words& w) { return of_widget(d, w, [](const ui::Widget& x) { return x.text; }); }},
        {"on", "NAME yes|no", 4, "it is pressed, chosen or selected",
         [](Desk& d, const Words& w) { return of_widget(d, w, [](const ui::Widget& x) { return yes_or_no(x.on); }); }},
        {"enabled", "NAME yes|no", 4, "it can be used",
         [](Desk& d, const Words& w) {
             return of_widget(d, w, [](const ui::Widget& x) { return yes_or_no(x.enabled); });
         }},
        {"focus", "NAME", 3, "it has the keyboard",
         [](Desk& d, const Words& w) { return same("focus", w[2], or_none(d.ui.focus)); }},
        {"selected", "ID|none", 3, "the selected structure",
         [](Desk& d, const Words& w) { return same("selected", w[2], or_none(d.store.model().selected)); }},
        {"hovered", "ID|none", 3, "the structure under the pointer",
         [](Desk& d, const Words& w) { return same("hovered", w[2], or_none(d.store.model().hovered)); }},
        {"isolated", "ID|none", 3, "the structure that is shown alone",
         [](Desk& d, const Words& w) {
             const auto& isolation = d.store.model().plan.isolation;
             return same("isolated", w[2], isolation ? isolation->id : "none");
         }},
        {"visible", "ID yes|no", 4, "a structure is shown",
         [](Desk& d, const Words& w) {
             return of_structure(d, w, [](const session::Appearance& a) { return yes_or_no(a.visible); });
         }},
        {"opacity", "ID PERCENT%", 4, "how solid it is",
         [](Desk& d, const Words& w) {
             return of_structure(d, w, [](const session::Appearance& a) { return percent(a.opacity); });
         }},
        {"can-undo", "yes|no", 3, "there is something to undo",
         [](Desk& d, const Words& w) { return same("can-undo", w[2], yes_or_no(d.store.can_undo())); }},
        {"search", "TEXT", 3, "what stands in the search field",
         [](Desk& d, const Words& w) { return same("search", w[2], d.store.model().search); }},
    };
    return table;
}

}  // namespace

std::string unknown_widget(const ui::Registry& registry, const std::string& name) {
    std::vector<std::string> names;
    for (const ui::Widget& widget : registry.widgets()) names.push_back(widget.name);
    const std::string near = base::nearest(name, names);
    return "there is no widget " + name + (near.empty() ? "" : "; did you mean " + near + "?");
}

std::string check_expectation(Desk& desk, const Words& words) {
    for (const Expectation& expectation : expectations()) {
        if (words[1] != expectation.name) continue;
        if (words.size() != expectation.words) return "expect " + words[1] + " takes " + expectation.arguments;
        return expectation.check(desk, words);
    }
    return "nothing is known as \"expect " + words[1] + "\"";
}

std::vector<UiCommandHelp> expectation_help() {
    std::vector<UiCommandHelp> help;
    for (const Expectation& expectation : expectations()) {
        help.push_back({std::string("expect ") + expectation.name + ' ' + expectation.arguments, expectation.help});
    }
    return help;
}

}  // namespace drypoint::app
