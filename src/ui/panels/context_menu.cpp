// What can be done with the part under the pointer; rows 40, keys at the right.
#include <algorithm>
#include <vector>

#include "ui/commands.h"
#include "ui/panel.h"
#include "ui/panels/panels.h"
#include "ui/type.h"
#include "ui/widgets.h"

namespace drypoint::ui {
namespace {

struct Entry {
    const char* id;
    const char* text;
    Command command;
};

std::vector<Entry> entries_for(const anatomy::Structure* structure, const Context& c) {
    std::vector<Entry> entries;
    if (structure != nullptr) {
        const auto& isolation = c.model().plan.isolation;
        const bool alone = isolation && isolation->id == structure->id;
        entries = {{"isolate", alone ? "action.unisolate" : "action.isolate", Command::isolate},
                   {"hide", "action.hide", Command::hide},
                   {"hide-others", "action.hide-others", Command::hide_others},
                   {"fade", "action.fade", Command::fade},
                   {"centre", "action.centre", Command::centre}};
    }
    entries.push_back({"show-all", "action.show-all", Command::show_all});
    entries.push_back({"reset", "action.reset-view", Command::reset_view});
    return entries;
}

void draw_entry(Context& c, const Entry& entry, const ImRect& rect) {
    const Spec spec{.name = std::string("menu/") + entry.id, .text = c.t(entry.text)};
    const Response response = interact(c, spec, rect);
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    if (response.hovered || response.focused) draw.AddRectFilled(rect.Min, rect.Max, c.theme.bg3, c.px(4));
    ImRect text = rect;
    text.Expand({-c.px(12), 0});
    write_in(c, draw, Type::regular14, text, c.theme.t1, spec.text);
    write_in(c, draw, Type::regular12, text, c.theme.t3, keys_of(entry.command, c.texts), 1);
    if (!response.clicked) return;
    c.state.menu_open = false;
    perform(c, entry.command);
}

}  // namespace

void draw_context_menu(Context& c) {
    if (!c.state.menu_open) return;
    c.layer = 1;
    const anatomy::Structure* structure = c.atlas().find(c.state.menu_structure);
    const std::vector<Entry> entries = entries_for(structure, c);
    const std::string title = structure != nullptr ? structure->name : c.t("menu.picture");
    const ImVec2 size(c.px(240), c.px(48 + 40 * static_cast<float>(entries.size())));
    ImVec2 at = c.state.menu_at;
    at.x = std::clamp(at.x, 0.0f, std::max(0.0f, c.layout.size.x - size.x));
    at.y = std::clamp(at.y, 0.0f, std::max(0.0f, c.layout.size.y - size.y));
    const ImRect rect(at, {at.x + size.x, std::min(at.y + size.y, c.layout.size.y)});
    const Panel panel(c, "menu", rect, Ground::sheet, true, true);
    Pen pen{c, rect.Min.x + c.px(4), rect.Max.x - c.px(4), panel.origin().y + c.px(4)};
    ImRect head = pen.take(36);
    head.Expand({-c.px(12), 0});
    write_in(c, panel.draw(), Type::semibold14, head, c.theme.t1, title);
    announce(c, "menu/title", title, head);
    for (const Entry& entry : entries) draw_entry(c, entry, pen.take(40));
    ImGui::SetCursorScreenPos({rect.Min.x, pen.y});
    const bool outside = !rect.Contains(ImGui::GetIO().MousePos);
    if (outside && !ImGui::IsWindowAppearing() && ImGui::IsMouseClicked(ImGuiMouseButton_Left))
        c.state.menu_open = false;
    c.layer = 0;
}

}  // namespace drypoint::ui
