#include "ui/commands.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <glm/geometric.hpp>

#include "ui/own_needle.h"

namespace drypoint::ui {
namespace {

using anatomy::Layer;

constexpr double toast_s = 4.0;
constexpr float text_scale_step = 0.25f;

void look(Context& c, session::View view) {
    c.send(session::LookFrom{view});
}

template <typename Make>
void with_target(Context& c, Make make) {
    if (const anatomy::Structure* structure = target(c)) {
        make(*structure);
    } else {
        notify(c, c.t("toast.select-first"));
    }
}

void fade(Context& c, const anatomy::Structure& structure) {
    const float now = c.appearance(structure).opacity;
    const float next = now > 0.75f ? 0.5f : (now > 0.35f ? 0.2f : 1.0f);
    c.send(session::SetOpacity{structure.id, next});
    c.send(session::EndGesture{});
}

// All but the target; without one, what is on goes off.
void xray(Context& c) {
    if (const base::Id& on = c.model().plan.xray; !on.empty() && (target(c) == nullptr || target(c)->id == on))
        return c.send(session::XrayRest{});
    with_target(c, [&c](const anatomy::Structure& s) { c.send(session::XrayRest{s.id}); });
}

// Through the pivot, facing the eye.
void section(Context& c) {
    if (c.model().plan.section) return c.send(session::LeaveCut{});
    const glm::vec3 normal = geometry::axes(c.model().camera).backward;
    c.send(session::Cut{normal.x, normal.y, normal.z, glm::dot(normal, c.model().camera.pivot)});
}

void free_ball(Context& c) {
    const bool on = !c.model().free_ball;
    c.send(session::SetFreeBall{on});
    notify(c, c.t(on ? "toast.free-ball" : "toast.upright"));
}

struct LayerState {
    bool any = false, visible = false;
};

std::array<LayerState, anatomy::layer_count> layer_states(const Context& c) {
    std::array<LayerState, anatomy::layer_count> states;
    for (const anatomy::Structure& structure : c.atlas().structures) {
        LayerState& state = states[static_cast<std::size_t>(structure.layer)];
        state.any = true;
        state.visible = state.visible || c.appearance(structure).visible;
    }
    return states;
}

// The outermost layer of which anything is seen goes off.
void peel(Context& c) {
    const auto states = layer_states(c);
    for (std::size_t i = 0; i < states.size(); ++i) {
        if (states[i].visible) return c.send(session::HideLayer{static_cast<Layer>(i)});
    }
    notify(c, c.t("toast.nothing-to-peel"));
}

// The layer outside of the outermost one that is seen comes back.
void unpeel(Context& c) {
    const auto states = layer_states(c);
    std::size_t outermost = 0;
    while (outermost < states.size() && !states[outermost].visible) ++outermost;
    for (std::size_t i = outermost; i-- > 0;) {
        if (states[i].any) return c.send(session::ShowLayer{static_cast<Layer>(i)});
    }
    notify(c, c.t("toast.nothing-to-unpeel"));
}

void scale_text(Context& c, float by) {
    const float scale = std::clamp(std::round((c.model().text_scale + by) * 4.0f) / 4.0f, 1.0f, 3.0f);
    c.send(session::SetTextScale{scale});
}

// Only with a needle: else the key has no meaning, and says nothing.
void advance(Context& c, double by_mm) {
    if (!c.model().plan.needle) return;
    c.send(session::AdvanceNeedle{by_mm});
    c.send(session::EndGesture{});
}

// The strip, where the arrows move the needle; without room for it, the buttons that stand in for it.
void focus_needle(Context& c) {
    for (const char* name : {"slice/along", "strip", "needle/out", "needle/lay"}) {
        if (c.registry.find(name) == nullptr) continue;
        c.state.focus = name;
        c.state.focus_ring = true;
        return;
    }
    notify(c, c.t("toast.no-needle"));
}

void start_search(Context& c) {
    if (c.layout.list.GetWidth() <= 0) c.state.shown = Shown::list;
    c.state.focus = "search";
    c.state.focus_ring = true;
    c.state.activate = "search";
}

void move_focus(Context& c, int step) {
    ImGui::ClearActiveID();
    c.state.activate.clear();
    c.state.typing = false;
    const std::vector<const Widget*> stops = c.registry.tab_stops(c.state.focus);
    if (stops.empty()) return;
    std::ptrdiff_t at = -1;
    const auto count = static_cast<std::ptrdiff_t>(stops.size());
    for (std::ptrdiff_t i = 0; i < count; ++i) {
        if (stops[static_cast<std::size_t>(i)]->name == c.state.focus) at = i;
    }
    const std::ptrdiff_t next = at < 0 ? (step > 0 ? 0 : count - 1) : (at + step + count) % count;
    const Widget& widget = *stops[static_cast<std::size_t>(next)];
    c.state.focus = widget.name;
    c.state.focus_ring = true;
    c.state.scroll_to = widget.name;
    if (widget.role == Role::field) c.state.activate = widget.name;
}

// Escape undoes the nearest thing: a menu, a sheet, typing, a panel over the limb, isolation, the selection.
void leave(Context& c) {
    UiState& s = c.state;
    if (s.menu_open) {
        s.menu_open = false;
    } else if (sheet_is_open(c)) {
        close_sheet(c);
    } else if (s.tools_open) {
        s.tools_open = false;
    } else if (s.typing) {
        ImGui::ClearActiveID();
        s.typing = false;
        if (!c.model().search.empty()) c.send(session::Search{});
    } else if (s.placing != Placing::nothing) {
        s.placing = Placing::nothing;
    } else if (s.focus_ring && (s.focus == "strip" || s.focus == "slice/along" || s.focus.rfind("needle/", 0) == 0)) {
        s.focus = "viewport";
    } else if (s.clean) {
        s.clean = false;
    } else if (s.shown != Shown::limb && c.layout.floating) {
        s.shown = Shown::limb;
    } else if (c.model().plan.isolation) {
        c.send(session::LeaveIsolation{});
    } else if (!c.model().plan.xray.empty()) {
        c.send(session::XrayRest{});
    } else if (c.model().plan.section) {
        c.send(session::LeaveCut{});
    } else if (!c.model().selected.empty()) {
        c.send(session::Select{});
    }
    s.focus_ring = false;
}

void toggle_sheet(Context& c, Sheet sheet) {
    const bool opens = c.state.sheet != sheet;
    c.state.menu_open = false;
    close_sheet(c);
    if (opens) c.state.sheet = sheet;
}

void toggle_words(Context& c) {
    const bool plain = c.model().words == session::Words::plain;
    c.send(session::SetWords{plain ? session::Words::professional : session::Words::plain});
}

}  // namespace

bool sheet_is_open(const Context& c) {
    return c.state.sheet != Sheet::none || !c.model().topic.empty();
}

void close_sheet(Context& c) {
    c.state.sheet = Sheet::none;
    if (!c.model().topic.empty()) c.send(session::OpenTopic{});
}

const anatomy::Structure* target(const Context& c) {
    const anatomy::Structure* selected = c.selected();
    return selected != nullptr ? selected : c.atlas().find(c.model().hovered);
}

void notify(Context& c, std::string sentence) {
    c.state.toast = std::move(sentence);
    c.state.toast_until_s = c.now_s + toast_s;
}

void perform(Context& c, Command command) {
    using anatomy::Structure;
    using session::View;
    switch (command) {
        case Command::look_anterior:
            return look(c, View::anterior);
        case Command::look_posterior:
            return look(c, View::posterior);
        case Command::look_lateral:
            return look(c, View::lateral);
        case Command::look_medial:
            return look(c, View::medial);
        case Command::look_proximal:
            return look(c, View::proximal);
        case Command::look_distal:
            return look(c, View::distal);
        case Command::toggle_parallel:
            return c.send(session::SetParallel{!c.model().camera.parallel});
        case Command::reset_view:
            return c.send(session::ResetView{});
        case Command::down_needle:
            return c.send(session::LookDownNeedle{});
        case Command::free_ball:
            return free_ball(c);
        case Command::camera_back:
            return c.send(session::CameraBack{});
        case Command::camera_forward:
            return c.send(session::CameraForward{});
        case Command::centre:
            return with_target(c, [&c](const Structure& s) { c.send(session::CentreOn{s.id}); });
        case Command::hide:
            return with_target(c, [&c](const Structure& s) { c.send(session::Hide{s.id}); });
        case Command::show_all:
            return c.send(session::ShowAll{});
        case Command::hide_others:
            return with_target(c, [&c](const Structure& s) { c.send(session::HideOthers{s.id}); });
        case Command::isolate:
            return with_target(c, [&c](const Structure& s) { c.send(session::Isolate{s.id}); });
        case Command::fade:
            return with_target(c, [&c](const Structure& s) { fade(c, s); });
        case Command::xray:
            return xray(c);
        case Command::section:
            return section(c);
        case Command::referral:
            return c.send(session::ShowReferral{!c.model().plan.referral});
        case Command::peel:
            return peel(c);
        case Command::unpeel:
            return unpeel(c);
        case Command::labels:
            c.state.labels = !c.state.labels;
            return;
        case Command::needle_focus:
            return focus_needle(c);
        case Command::needle_in:
            return advance(c, 1.0);
        case Command::needle_in_fine:
            return advance(c, 0.5);
        case Command::needle_out:
            return advance(c, -1.0);
        case Command::needle_out_fine:
            return advance(c, -0.5);
        case Command::place_entry:
            return place_at_pointer(c, Placing::entry);
        case Command::place_target:
            return place_at_pointer(c, Placing::target);
        case Command::search:
            return start_search(c);
        case Command::next_step:
            return c.send(session::NextStep{});
        case Command::previous_step:
            return c.send(session::PreviousStep{});
        case Command::undo:
            return c.send(session::Undo{});
        case Command::redo:
            return c.send(session::Redo{});
        case Command::larger_text:
            return scale_text(c, text_scale_step);
        case Command::smaller_text:
            return scale_text(c, -text_scale_step);
        case Command::clean_screen:
            c.state.clean = !c.state.clean;
            return;
        case Command::picture:
            return c.send(session::SavePicture{});
        case Command::bare_picture:
            return c.send(session::SaveBarePicture{});
        case Command::help:
            return toggle_sheet(c, Sheet::help);
        case Command::legend:
            return toggle_sheet(c, Sheet::legend);
        case Command::walkthroughs:
            return toggle_sheet(c, Sheet::walkthroughs);
        case Command::body:
            return toggle_sheet(c, Sheet::body);
        case Command::topics:
            return toggle_sheet(c, Sheet::topics);
        case Command::toggle_words:
            return toggle_words(c);
        case Command::next_widget:
            return move_focus(c, 1);
        case Command::previous_widget:
            return move_focus(c, -1);
        case Command::leave:
            return leave(c);
        case Command::quit:
            return c.send(session::Quit{});
    }
}

}  // namespace drypoint::ui
