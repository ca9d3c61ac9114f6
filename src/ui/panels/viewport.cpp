// The picture of the limb, the pointer over it, and the names on it.
#include <algorithm>
#include <cmath>

#include "ui/commands.h"
#include "ui/names.h"
#include "ui/overlay.h"
#include "ui/own_needle.h"
#include "ui/panels/panels.h"
#include "ui/type.h"
#include "ui/widgets.h"

namespace drypoint::ui {
namespace {

constexpr float click_reach = 4;       // units that a press may move and still be a click
constexpr float degrees_across = 240;  // that a drag over the height of the picture turns
constexpr float wheel_step = 1.12f;
constexpr float cut_step_mm = 2.0f, cut_step_fine_mm = 0.5f;

bool free_pointer(const Context& c) {
    const ImGuiContext& g = *ImGui::GetCurrentContext();
    return g.HoveredWindow == nullptr && c.layout.viewport.Contains(g.IO.MousePos) && !sheet_is_open(c);
}

const anatomy::Structure* under_pointer(const Context& c, ImVec2 at) {
    if (!c.pick) return nullptr;
    const ImVec2 pixel = at - c.layout.viewport.Min;
    const std::optional<scene::Hit> hit = c.pick({pixel.x, pixel.y});
    return hit ? &c.atlas().structures[hit->index] : nullptr;
}

void press(Context& c, int button) {
    c.state.drag = Drag::pending;
    c.state.drag_button = button;
    c.state.drag_from = ImGui::GetIO().MousePos;
    c.state.focus = "viewport";
    c.state.focus_ring = false;
    c.state.menu_open = false;
}

Drag kind_of_drag(const UiState& state) {
    const ImGuiIO& io = ImGui::GetIO();
    return state.drag_button == ImGuiMouseButton_Left && !io.KeyShift ? Drag::orbit : Drag::pan;
}

void follow(Context& c) {
    const ImGuiIO& io = ImGui::GetIO();
    UiState& s = c.state;
    const float height = c.layout.viewport.GetHeight();
    const ImVec2 way = io.MousePos - s.drag_from;
    if (s.drag == Drag::pending) {
        if (ImLengthSqr(way) < c.px(click_reach) * c.px(click_reach)) return;
        s.drag = kind_of_drag(s);
    }
    if (way.x == 0 && way.y == 0) return;
    const float degrees = degrees_across / height;
    if (s.drag == Drag::orbit)
        c.send(session::Orbit{-way.x * degrees, way.y * degrees});
    else
        c.send(session::Pan{way.x / height, way.y / height});
    s.drag_from = io.MousePos;
}

void click(Context& c) {
    if (c.state.drag_button == ImGuiMouseButton_Middle) return;
    if (c.state.drag_button == ImGuiMouseButton_Left && place_by_click(c)) return;
    const base::Id ring = ring_under(c, ImGui::GetIO().MousePos);
    if (!ring.empty() && c.state.drag_button == ImGuiMouseButton_Left) return c.send(session::ChoosePoint{ring});
    const anatomy::Structure* structure = under_pointer(c, ImGui::GetIO().MousePos);
    c.send(session::Select{structure != nullptr ? structure->id : base::Id()});
    if (c.state.drag_button != ImGuiMouseButton_Right) return;
    c.state.menu_structure = structure != nullptr ? structure->id : base::Id();
    c.state.menu_open = true;
    c.state.menu_at = ImGui::GetIO().MousePos;
}

void double_click(Context& c) {
    if (!ring_under(c, ImGui::GetIO().MousePos).empty()) return;
    const anatomy::Structure* structure = under_pointer(c, ImGui::GetIO().MousePos);
    if (structure != nullptr)
        c.send(session::CentreOn{structure->id});
    else
        c.send(session::ResetView{});
}

void point(Context& c) {
    const ImGuiIO& io = ImGui::GetIO();
    UiState& s = c.state;
    const bool free = free_pointer(c);
    for (int button = 0; button < 3; ++button) {
        if (free && s.drag == Drag::none && ImGui::IsMouseClicked(button)) press(c, button);
    }
    if (s.drag != Drag::none && io.MouseDown[s.drag_button]) {
        follow(c);
    } else if (s.drag != Drag::none) {
        follow(c);  // what was moved since the last frame, lest a quick drag be taken for a click
        if (s.drag == Drag::pending) click(c);
        s.drag = Drag::none;
    }
    if (!free) return;
    if (ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) double_click(c);
    if (io.MouseWheel != 0 && c.model().plan.section && !io.KeyCtrl) {
        c.send(session::MoveCut{-io.MouseWheel * (io.KeyShift ? cut_step_fine_mm : cut_step_mm)});
    } else if (io.MouseWheel != 0) {
        const ImVec2 at = (io.MousePos - c.layout.viewport.Min) / c.layout.viewport.GetSize();
        c.send(session::Zoom{std::pow(wheel_step, io.MouseWheel), at.x, at.y});
    }
    if (s.drag == Drag::none && ring_under(c, io.MousePos).empty()) {
        if (const anatomy::Structure* structure = under_pointer(c, io.MousePos)) c.pointed_at = structure->id;
    }
}

void draw_ground(const Context& c, ImDrawList& draw) {
    if (c.picture_below) return;
    const ImRect& v = c.layout.viewport;
    const Theme& t = c.theme;
    draw.AddRectFilledMultiColor(v.Min, v.Max, t.viewport_top, t.viewport_top, t.viewport_bottom, t.viewport_bottom);
}

// The picture has no window of ImGui's, so it registers what it shows by itself.
void name_on_picture(Context& c, const char* name, const std::string& text, const ImRect& rect) {
    c.registry.add({name, text, Role::text, rect, true, false, true, 0});
}

// The name beside the pointer: plain text on a plate, never under the pointer itself.
// Over the panels at the picture's edges, which it may reach.
void draw_hover_name(Context& c) {
    const anatomy::Structure* structure = c.atlas().find(c.model().hovered);
    const bool shown = structure != nullptr && c.pointed_at == structure->id && free_pointer(c) &&
                       c.state.drag == Drag::none && structure->id != c.model().selected;
    if (!shown) return;
    const std::string words = c.texts.name_of("tissue.", anatomy::name(structure->tissue));
    ImDrawList& draw = *ImGui::GetForegroundDrawList();
    const std::string called = name_in_register(c, structure->id, structure->name);
    const ImVec2 name = measure(c, Type::medium14, called);
    const ImVec2 under = measure(c, Type::regular12, words);
    const ImVec2 size(std::max(name.x, under.x) + c.px(16), c.px(42));
    ImVec2 at = ImGui::GetIO().MousePos + ImVec2(c.px(16), c.px(12));
    at.x =
        std::clamp(at.x, c.layout.viewport.Min.x, std::max(c.layout.viewport.Min.x, c.layout.viewport.Max.x - size.x));
    if (at.y + size.y > c.layout.viewport.Max.y) at.y = ImGui::GetIO().MousePos.y - c.px(8) - size.y;
    draw.AddRectFilled(at, at + size, c.theme.plate, c.px(4));
    write(c, draw, Type::medium14, at + ImVec2(c.px(8), c.px(5)), c.theme.t1, called);
    write(c, draw, Type::regular12, at + ImVec2(c.px(8), c.px(23)), c.theme.t2, words);
    name_on_picture(c, "viewport/hover-name", called, {at, at + size});
}

void register_region(Context& c, ImDrawList& draw) {
    const ImRect& v = c.layout.viewport;
    const bool focused = c.state.focus == "viewport";
    c.registry.add({"viewport", c.t("viewport.name"), Role::region, v, true, focused, true, 0});
    if (!focused || !c.state.focus_ring) return;
    draw.AddRect(v.Min + ImVec2(1, 1), v.Max - ImVec2(1, 1), c.theme.accent, 0, 0, c.px(2));
}

}  // namespace

void draw_viewport(Context& c) {
    ImDrawList& draw = *ImGui::GetBackgroundDrawList();
    draw_ground(c, draw);
    point(c);
    draw.PushClipRect(c.layout.viewport.Min, c.layout.viewport.Max, true);
    draw_hover_name(c);
    register_region(c, draw);
    draw.PopClipRect();
}

}  // namespace drypoint::ui
