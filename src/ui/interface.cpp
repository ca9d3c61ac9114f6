#include "ui/interface.h"

#include "ui/keyboard.h"
#include "ui/overlay.h"
#include "ui/panels/panels.h"
#include "ui/tooltip.h"

namespace drypoint::ui {
namespace {

// Lower than this the limb bears nothing but its side.
constexpr float least_height = 168;

bool limb_is_free(const Context& c) {
    return !(c.layout.one_panel() && c.layout.floating) && !c.state.clean;
}

void draw_over_limb(Context& c) {
    if (c.layout.strip.GetWidth() > 0) draw_needle_strip(c);
    if (!limb_is_free(c)) return;
    draw_side_badge(c);
    if (c.layout.viewport.GetHeight() < c.px(least_height)) return;
    if (c.model().plan.room == session::Room::needle) return draw_needle_hud(c);
    draw_view_buttons(c);
    draw_tools(c);
    draw_isolation_banner(c);
    draw_needle_strip(c);
    draw_orientation_marker(c);
    draw_layers_bar(c);
}

void draw_sheets(Context& c) {
    draw_toast(c);
    draw_context_menu(c);
    draw_help_sheet(c);
    draw_settings_sheet(c);
    draw_legend_sheet(c);
    draw_walkthrough_sheet(c);
    draw_about_sheet(c);
    draw_topic_sheets(c);
    draw_body_sheet(c);
    draw_notice(c);
}

// The side stands on every picture of a limb, a clean one too; the needle never without its strip, nor the map without
// what its colours mean.
void draw_clean(Context& c) {
    if (!c.state.clean) return;
    draw_side_badge(c);
    draw_needle_strip(c);
    draw_map_key(c);
}

}  // namespace

void draw_on_picture(Context& c, bool bare) {
    draw_side_badge(c);
    if (bare) return;
    draw_needle_strip(c);
    draw_map_key(c);
    draw_overlay(c);
}

void draw_interface(Context& c, const std::vector<Chord>& keys) {
    c.registry.begin_frame();
    c.state.wake_at_s = 0;
    if (ImGui::IsMouseClicked(ImGuiMouseButton_Left)) c.state.focus_ring = false;
    route_keys(c, keys);
    c.state.typing = false;
    draw_top_bar(c);
    draw_bottom_bar(c);
    draw_structure_list(c);
    draw_viewport(c);
    draw_over_limb(c);
    draw_clean(c);
    draw_tour_bar(c);
    draw_overlay(c);
    draw_details(c);
    draw_session_panel(c);
    draw_needle_room(c);
    draw_timeline(c);
    draw_sheets(c);
    draw_tooltip(c);
    if (c.pointed_at != c.model().hovered) c.send(session::Hover{c.pointed_at});
}

}  // namespace drypoint::ui
