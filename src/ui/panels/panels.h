#pragma once
// Every panel: one function in one file. A panel reads the state, draws, names its widgets and leaves actions.

#include "ui/context.h"

namespace drypoint::ui {

void draw_top_bar(Context& c);
void draw_bottom_bar(Context& c);  // chooses the panel where only one fits
void draw_structure_list(Context& c);
void draw_viewport(Context& c);  // the picture, the pointer over it, names on it
void draw_side_badge(Context& c);
void draw_view_buttons(Context& c);
void draw_tools(Context& c);
void draw_needle_strip(Context& c);  // while a needle is there
void draw_orientation_marker(Context& c);
float orientation_marker_width(const Context& c);
void draw_layers_bar(Context& c);
void draw_isolation_banner(Context& c);
void draw_details(Context& c);
void draw_session_panel(Context& c);  // in the place of the details
void draw_needle_room(Context& c);     // strip, slices, what if, margins
void draw_needle_hud(Context& c);      // what stands over the limb there
void draw_map_key(Context& c);         // of that, what the map's colours mean, and its marks: on clean pictures too
void draw_timeline(Context& c);
void draw_tour_bar(Context& c);
void draw_context_menu(Context& c);
void draw_help_sheet(Context& c);
void draw_about_sheet(Context& c);
void draw_settings_sheet(Context& c);
void draw_legend_sheet(Context& c);
void draw_walkthrough_sheet(Context& c);
void draw_topic_sheets(Context& c);  // the list of topics, or the one that is read
void draw_body_sheet(Context& c);
void draw_notice(Context& c);  // of the first start
void draw_toast(Context& c);

}  // namespace drypoint::ui
