// What is known of the selected structure, and what can be done with it; else of the chosen point or condition; else of
// the whole model.
#include <cmath>
#include <cstdint>
#include <vector>

#include "ui/commands.h"
#include "ui/draw.h"
#include "ui/icons.h"
#include "ui/panel.h"
#include "ui/panels/panels.h"
#include "ui/panels/point_details.h"
#include "ui/rooms.h"
#include "ui/type.h"
#include "ui/widgets.h"

namespace drypoint::ui {
namespace {

using anatomy::Structure;

// A key, its value, and at the right how sure it is.
enum class Mark { none, unverified, caution };

void draw_mark(Context& c, ImDrawList& draw, const std::string& name, Mark mark, ImVec2 at) {
    const ImRect rect(at, at + ImVec2(c.px(20), c.px(20)));
    if (mark == Mark::unverified) {
        dashed_rect(draw, rect, c.theme.t3, 1, c.px(3), c.px(2));
        write_icon(c, draw, icon::question, rect.GetCenter(), c.theme.t1, Type::regular12);
    } else {
        triangle(draw, rect.GetCenter(), c.px(14), c.theme.risk_text, false);
    }
    announce(c, name + "/mark", c.t(mark == Mark::unverified ? "mark.unverified" : "mark.caution"), rect);
}

void draw_fact(Context& c, ImDrawList& draw, Pen& pen, const std::string& id, const std::string& value,
               Mark mark = Mark::none) {
    if (value.empty()) return;
    const std::string name = "details/" + id;
    const float key = c.px(80), side = c.px(28);
    const float top = pen.y;
    paragraph(c, draw, Type::regular14, {pen.left, top}, c.theme.t3, c.t("details." + id), key, 20);
    const float height =
        paragraph(c, draw, Type::regular14, {pen.left + key, top}, c.theme.t1, value, pen.width() - key - side, 20);
    if (mark != Mark::none) draw_mark(c, draw, name, mark, {pen.right - c.px(20), top});
    announce(c, name, value, {pen.left, top, pen.right, top + height});
    pen.y += height;
    pen.skip(6);
}

std::string size_of(const Context& c, const Structure& structure) {
    const glm::vec3 size = structure.bounds.max - structure.bounds.min;
    const auto whole = [](float mm) { return std::to_string(static_cast<int>(std::lround(mm))); };
    return c.t("details.size-value", {whole(size.y), whole(size.x), whole(size.z)});
}

void draw_title(Context& c, ImDrawList& draw, Pen& pen, const Structure& structure) {
    const float height =
        paragraph(c, draw, Type::semibold20, {pen.left, pen.y}, c.theme.t1, structure.name, pen.width() - c.px(48), 26);
    announce(c, "details/name", structure.name, {pen.left, pen.y, pen.right, pen.y + height});
    const ImRect close(pen.right - c.px(40), pen.y - c.px(6), pen.right, pen.y + c.px(34));
    const Spec spec{.name = "details/close", .text = c.t("details.deselect"), .command = Command::leave};
    if (icon_button(c, spec, icon::close, close)) c.send(session::Select{});
    pen.y += height;
    if (structure.latin.empty() || plain_words(c)) return;
    pen.paragraph(draw, Type::regular14, c.theme.t2, structure.latin, 20);
}

void draw_facts(Context& c, ImDrawList& draw, Pen& pen, const Structure& s) {
    const std::string lay = "lay." + s.id;
    if (c.texts.has(lay)) draw_fact(c, draw, pen, "lay", c.t(lay));
    draw_fact(c, draw, pen, "tissue", c.texts.name_of("tissue.", anatomy::name(s.tissue)));
    draw_fact(c, draw, pen, "layer", c.t("layer." + std::string(anatomy::name(s.layer))));
    if (!s.group.empty()) draw_fact(c, draw, pen, "group", c.texts.name_of("group.", s.group));
    draw_fact(c, draw, pen, "side", c.t("side-word." + std::string(anatomy::name(s.side))));
    draw_fact(c, draw, pen, "size", size_of(c, s));
    if (s.hazard) draw_fact(c, draw, pen, "hazard", c.t("details.hazard-value"), Mark::caution);
    if (s.uncertain) draw_fact(c, draw, pen, "place", c.t("details.uncertain-value"), Mark::unverified);
    if (!s.recognised) draw_fact(c, draw, pen, "node", c.t("details.foreign-value", {s.node}), Mark::unverified);
}

void draw_buttons(Context& c, Pen& pen, const Structure& s) {
    const bool visible = c.appearance(s).visible;
    const auto& isolation = c.model().plan.isolation;
    const bool alone = isolation && isolation->id == s.id;
    const float gap = c.px(8);
    const float width = std::floor((pen.width() - gap) * 0.5f);
    const auto left = [&](float y) { return ImRect(pen.left, y, pen.left + width, y + c.px(40)); };
    const auto right = [&](float y) { return ImRect(pen.right - width, y, pen.right, y + c.px(40)); };
    float y = pen.y;
    const Spec hide{.name = "details/hide",
                    .text = c.t(visible ? "action.hide" : "action.show"),
                    .tip = c.t(visible ? "action.hide-tip" : "action.show-tip"),
                    .command = Command::hide};
    if (text_button(c, hide, visible ? icon::eye_slash : icon::eye, left(y))) {
        if (visible)
            c.send(session::Hide{s.id});
        else
            c.send(session::Show{s.id});
    }
    const Spec isolate{.name = "details/isolate",
                       .text = c.t(alone ? "action.unisolate" : "action.isolate"),
                       .on = alone,
                       .tip = c.t("action.isolate-tip"),
                       .command = Command::isolate};
    if (text_button(c, isolate, icon::crosshairs, right(y))) c.send(session::Isolate{s.id});
    y += c.px(48);
    const Spec others{.name = "details/hide-others",
                      .text = c.t("action.hide-others"),
                      .tip = c.t("action.hide-others-tip"),
                      .command = Command::hide_others};
    if (text_button(c, others, icon::clone, left(y))) c.send(session::HideOthers{s.id});
    const Spec centre{.name = "details/centre",
                      .text = c.t("action.centre"),
                      .tip = c.t("action.centre-tip"),
                      .command = Command::centre};
    if (text_button(c, centre, icon::dot_circle, right(y))) c.send(session::CentreOn{s.id});
    pen.y = y + c.px(40);
}

void draw_opacity(Context& c, ImDrawList& draw, Pen& pen, const Structure& s) {
    const float opacity = c.appearance(s).opacity;
    const ImRect row = pen.take(40);
    write_in(c, draw, Type::regular14, row, c.theme.t3, c.t("details.opacity"));
    const std::string value = c.t("top.percent", {std::to_string(static_cast<int>(std::lround(opacity * 100)))});
    write_in(c, draw, Type::regular14, row, c.theme.t1, value, 1);
    announce(c, "details/opacity-value", value, row);
    const Spec spec{.name = "details/opacity",
                    .text = c.t("details.opacity"),
                    .tip = c.t("details.opacity-tip"),
                    .command = Command::fade};
    const SliderResponse slid =
        slider(c, spec, opacity, {row.Min.x + c.px(72), row.Min.y, row.Max.x - c.px(48), row.Max.y}, opacity_range);
    if (slid.value) c.send(session::SetOpacity{s.id, *slid.value});
    if (slid.released) c.send(session::EndGesture{});
}

// A card: bg2, rounded, a heading and a few lines.
void draw_card(Context& c, ImDrawList& draw, Pen& pen, const std::string& id, const std::string& title,
               const std::vector<std::string>& lines) {
    const ImVec2 from(pen.left, pen.y);
    Pen inner{c, pen.left + c.px(12), pen.right - c.px(12), pen.y + c.px(12)};
    draw.ChannelsSplit(2);
    draw.ChannelsSetCurrent(1);
    inner.paragraph(draw, Type::semibold16, c.theme.t1, title, 22);
    for (const std::string& line : lines) {
        inner.skip(4);
        const float top = inner.y;
        inner.paragraph(draw, Type::regular14, c.theme.t2, line, 20);
        announce(c, "details/" + id, line, {inner.left, top, inner.right, inner.y});
    }
    draw.ChannelsSetCurrent(0);
    draw.AddRectFilled(from, {pen.right, inner.y + c.px(12)}, c.theme.bg2, c.px(8));
    draw.ChannelsMerge();
    pen.y = inner.y + c.px(12);
}

void draw_structure(Context& c, ImDrawList& draw, Pen& pen, const Structure& structure) {
    draw_title(c, draw, pen, structure);
    pen.hairline(draw);
    draw_buttons(c, pen, structure);
    pen.skip(4);
    draw_opacity(c, draw, pen, structure);
    pen.hairline(draw);
    draw_anatomy(c, draw, pen, structure);
    draw_points_of_muscle(c, draw, pen, structure.id);
    draw_facts(c, draw, pen, structure);
    pen.skip(-6);
    pen.hairline(draw);
    draw_measured(c, draw, pen, structure);
    std::vector<std::string> lines{structure.uncertain ? c.t("source.uncertain") : c.t("source.shape")};
    if (!c.atlas().copyright.empty()) lines.push_back(c.atlas().copyright);
    draw_card(c, draw, pen, "source", c.t("source.title"), lines);
}

void draw_model(Context& c, ImDrawList& draw, Pen& pen) {
    const anatomy::Atlas& atlas = c.atlas();
    pen.paragraph(draw, Type::semibold20, c.theme.t1, c.t("model.title"), 26);
    pen.paragraph(draw, Type::regular14, c.theme.t2, c.t("model.count", {std::to_string(atlas.structures.size())}), 20);
    pen.hairline(draw);
    std::vector<const char*> steps{"model.start-1", "model.start-2", "model.start-3"};
    if (!content(c).conditions.empty()) steps.insert(steps.begin(), {"model.start-what", "model.start-condition"});
    for (const char* step : steps) {
        draw.AddCircleFilled({pen.left + c.px(4), pen.y + c.px(10)}, c.px(3), c.theme.t3);
        Pen text{c, pen.left + c.px(20), pen.right, pen.y};
        text.paragraph(draw, Type::regular14, c.theme.t1, c.t(step), 20);
        pen.y = text.y;
        pen.skip(8);
    }
    if (!atlas.notes.empty()) {
        pen.skip(4);
        draw_card(c, draw, pen, "notes", c.t("model.notes"), atlas.notes);
    }
    pen.skip(12);
    draw_card(c, draw, pen, "learning", c.t("model.learning-title"), {c.t("about.learning")});
    pen.skip(12);
    const Spec about{.name = "details/about", .text = c.t("about.open")};
    const float width = text_button_width(c, about.text, false);
    const ImRect row = pen.take(40);
    if (text_button(c, about, nullptr, {row.Min.x, row.Min.y, row.Min.x + width, row.Max.y}))
        c.state.sheet = Sheet::about;
}

// What comes next, always in sight: from a condition to its first point, from a point to the session.
enum class Foot { none, first_point, session };

const anatomy::TriggerPoint* first_point_of(const Context& c) {
    const anatomy::Condition* condition = chosen_condition(c);
    const anatomy::Condition* record = condition != nullptr ? content(c).record_of(*condition) : nullptr;
    if (record == nullptr) return nullptr;
    for (const anatomy::TargetGroup& group : record->targets) {
        for (const base::Id& id : group.points) {
            if (const anatomy::TriggerPoint* point = content(c).find_point(id)) return point;
        }
    }
    return nullptr;
}

Foot foot_of(const Context& c) {
    if (c.selected() != nullptr) return Foot::none;
    if (chosen_point(c) != nullptr) return Foot::session;
    return first_point_of(c) != nullptr ? Foot::first_point : Foot::none;
}

void draw_foot(Context& c, Foot foot, const ImRect& rect) {
    const Panel panel(c, "details-foot", rect, Ground::panel, false, c.layout.floating);
    panel.draw().AddRectFilled(rect.Min, {rect.Max.x, rect.Min.y + 1}, c.theme.line);
    panel.draw().AddRectFilled(rect.Min, {rect.Min.x + 1, rect.Max.y}, c.theme.line);
    const float top = std::round(rect.GetCenter().y - c.px(20));
    const ImRect row(rect.Min.x + c.px(16), top, rect.Max.x - c.px(16), top + c.px(40));
    if (foot == Foot::first_point) {
        const anatomy::TriggerPoint& point = *first_point_of(c);
        const Spec spec{
            .name = "details/first-point", .text = c.t("points.begin", {point.code}), .tip = muscle_name(c, point)};
        if (text_button(c, spec, nullptr, row, Look::primary)) c.send(session::ChoosePoint{point.id});
        return;
    }
    Spec spec = room_spec(c, session::Room::session);
    spec.name = "point/session";
    spec.text = c.t(c.model().plan.session ? "point.session-on" : "point.session");
    spec.on = false;
    if (text_button(c, spec, icon::play, row, Look::primary)) open_room(c, session::Room::session);
}

}  // namespace

void draw_details(Context& c) {
    const ImRect& area = c.layout.details;
    if (area.GetWidth() <= 0 || c.model().plan.room != session::Room::explore) return;
    const Foot foot = foot_of(c);
    const float bottom = area.Max.y - (foot == Foot::none ? 0.0f : c.px(c.layout.low ? 48 : 64));
    {
        // A name for each subject, so that every one begins at its top.
        const session::Model& model = c.model();
        const std::string subject = model.selected + '/' + model.plan.point + '/' + model.plan.condition + model.plan.zone;
        const Panel panel(c, ("details-" + subject).c_str(), {area.Min, {area.Max.x, bottom}}, Ground::panel, true,
                          c.layout.floating);
        Pen pen{c, area.Min.x + c.px(16), area.Max.x - c.px(16), panel.origin().y + c.px(16)};
        if (const Structure* structure = c.selected())
            draw_structure(c, panel.draw(), pen, *structure);
        else if (const anatomy::TriggerPoint* point = chosen_point(c))
            draw_point_details(c, panel.draw(), pen, *point);
        else if (const anatomy::Condition* condition = chosen_condition(c))
            draw_condition_details(c, panel.draw(), pen, *condition);
        else if (const anatomy::Zone* zone = content(c).find_zone(model.plan.zone))
            draw_zone_details(c, panel.draw(), pen, *zone);
        else
            draw_model(c, panel.draw(), pen);
        pen.skip(16);
        ImGui::SetCursorScreenPos({area.Min.x, pen.y});
        panel.draw().AddRectFilled(area.Min, {area.Min.x + 1, bottom}, c.theme.line);
    }
    if (foot != Foot::none) draw_foot(c, foot, {{area.Min.x, bottom}, area.Max});
}

}  // namespace drypoint::ui
