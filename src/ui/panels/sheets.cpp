// Sheets over the screen: help, settings, about. Escape, the cross or a click beside them closes.
#include <algorithm>
#include <array>

#include "ui/commands.h"
#include "ui/icons.h"
#include "ui/panel.h"
#include "ui/panels/panels.h"
#include "ui/panels/sheet.h"
#include "ui/statements.h"
#include "ui/type.h"
#include "ui/widgets.h"

namespace drypoint::ui {
namespace {

void draw_help_line(Context& c, ImDrawList& draw, Pen& pen, const KeyHelp& line) {
    const float keys = std::min(c.px(216), pen.width() * 0.42f);
    const float top = pen.y;
    const float left =
        paragraph(c, draw, Type::regular14, {pen.left, top}, c.theme.t2, line.chords, keys - c.px(8), 20);
    const float right =
        paragraph(c, draw, Type::regular14, {pen.left + keys, top}, c.theme.t1, line.text, pen.width() - keys, 20);
    pen.y += std::max(left, right);
    pen.skip(4);
}

void draw_help_lines(Context& c, ImDrawList& draw, Pen& pen, const std::vector<KeyHelp>& lines) {
    std::string section;
    for (const KeyHelp& line : lines) {
        if (line.section != section) {
            pen.skip(section.empty() ? 4 : 12);
            pen.paragraph(draw, Type::semibold16, c.theme.t1, line.section, 28);
            section = line.section;
        }
        draw_help_line(c, draw, pen, line);
    }
}

constexpr std::array<const char*, 4> notice_lines{"notice.learning", "notice.model", "notice.sure",
                                                  "notice.model-licence"};

bool draw_choice(Context& c, ImDrawList& draw, Pen& pen, const Spec& spec, const std::string& value) {
    const ImRect row = pen.take(40);
    const float width = std::max(c.px(96), text_button_width(c, value, false));
    write_in(c, draw, Type::regular14, {row.Min, {row.Max.x - width - c.px(8), row.Max.y}}, c.theme.t1, spec.text);
    Spec button = spec;
    button.text = value;
    pen.skip(8);
    return text_button(c, button, nullptr, {row.Max.x - width, row.Min.y, row.Max.x, row.Max.y});
}

void draw_text_size(Context& c, ImDrawList& draw, Pen& pen) {
    const ImRect row = pen.take(40);
    pen.skip(8);
    const std::string value = c.t("top.percent", {std::to_string(static_cast<int>(c.model().text_scale * 100 + 0.5f))});
    const float side = c.px(40), middle = c.px(72);
    const float x = row.Max.x - 2 * side - middle;
    write_in(c, draw, Type::regular14, {row.Min, {x, row.Max.y}}, c.theme.t1, c.t("top.text-size"));
    const Spec smaller{.name = "settings/smaller",
                       .text = c.t("settings.smaller"),
                       .enabled = c.model().text_scale > 1.0f,
                       .command = Command::smaller_text};
    if (icon_button(c, smaller, icon::minus, {x, row.Min.y, x + side, row.Max.y}, Look::quiet))
        perform(c, Command::smaller_text);
    const ImRect number(x + side, row.Min.y, x + side + middle, row.Max.y);
    write_in(c, draw, Type::medium14, number, c.theme.t1, value, 0.5f);
    announce(c, "settings/text-size", value, number);
    const Spec larger{.name = "settings/larger",
                      .text = c.t("settings.larger"),
                      .enabled = c.model().text_scale < 3.0f,
                      .command = Command::larger_text};
    if (icon_button(c, larger, icon::plus, {row.Max.x - side, row.Min.y, row.Max.x, row.Max.y}, Look::quiet))
        perform(c, Command::larger_text);
}

// What else explains the program.
void draw_guides(Context& c, Pen& pen, const std::string& part) {
    const Spec legend{.name = part + "/legend", .text = c.t("legend.title"), .command = Command::legend};
    if (text_button(c, legend, nullptr, pen.take(40))) c.state.sheet = Sheet::legend;
    if (!content(c).topics.empty()) {
        pen.skip(8);
        const Spec topics{.name = part + "/topics", .text = c.t("topic.list"), .command = Command::topics};
        if (text_button(c, topics, icon::page, pen.take(40))) c.state.sheet = Sheet::topics;
    }
    if (c.snapshot.world->walkthroughs.empty()) return;
    pen.skip(8);
    const Spec tours{.name = part + "/walkthroughs", .text = c.t("tour.list"), .command = Command::walkthroughs};
    if (text_button(c, tours, icon::play, pen.take(40))) c.state.sheet = Sheet::walkthroughs;
}

// Where the bar at the top is too short for them.
void draw_folded_commands(Context& c, Pen& pen) {
    const std::array<std::pair<const char*, Command>, 3> rows{
        {{"undo", Command::undo}, {"redo", Command::redo}, {"help", Command::help}}};
    for (const auto& [id, command] : rows) {
        const bool ready =
            command == Command::help || (command == Command::undo ? c.snapshot.can_undo : c.snapshot.can_redo);
        const Spec spec{.name = std::string("settings/") + id,
                        .text = c.t(std::string("top.") + id),
                        .enabled = ready,
                        .command = command};
        if (text_button(c, spec, nullptr, pen.take(40))) perform(c, command);
        pen.skip(8);
    }
}

}  // namespace

void draw_notice(Context& c) {
    if (!c.state.notice_due) return;
    constexpr float wide = 560;
    const float width = sheet_body_width(c, wide);
    float height = c.px(4) + c.px(4) + c.px(40) + c.px(8);
    for (const char* line : notice_lines)
        height += paragraph_height(c, Type::regular14, c.t(line), width, 20) + c.px(10);
    draw_sheet(c, "notice", c.t("notice.title"), {wide, sheet_units_round(c, height)},
               [&c](ImDrawList& draw, Pen& pen) {
                   pen.skip(4);
                   for (const char* line : notice_lines) {
                       pen.paragraph(draw, Type::regular14, c.theme.t1, c.t(line), 20);
                       pen.skip(10);
                   }
                   pen.skip(4);
                   const Spec accept{.name = "notice/accept", .text = c.t("notice.accept")};
                   const float button = std::min(text_button_width(c, accept.text, false), pen.width());
                   const ImRect row = pen.take(40);
                   announce(c, "notice/end", accept.text, row);
                   if (!text_button(c, accept, nullptr, {{row.Max.x - button, row.Min.y}, row.Max}, Look::primary))
                       return;
                   c.state.notice_due = false;
                   c.state.notice_accepted = true;
               });
}

void draw_help_sheet(Context& c) {
    if (c.state.sheet != Sheet::help) return;
    draw_sheet(c, "help", c.t("help.title"), {640, 648}, [&c](ImDrawList& draw, Pen& pen) {
        draw_guides(c, pen, "help");
        pen.skip(8);
        draw_help_lines(c, draw, pen, mouse_help(c.texts));
        pen.skip(8);
        draw_help_lines(c, draw, pen, key_help(c.texts));
    });
}

void draw_settings_sheet(Context& c) {
    if (c.state.sheet != Sheet::settings) return;
    const bool tiny = c.layout.form == Form::tiny;
    const float rows = static_cast<float>(tiny ? 9 : 6) * (c.px(40) + c.px(8)) + c.px(4) + c.px(40) + c.px(8);
    draw_sheet(
        c, "settings", c.t("top.settings"), {480, sheet_units_round(c, rows)}, [&c, tiny](ImDrawList& draw, Pen& pen) {
            pen.skip(4);
            draw_text_size(c, draw, pen);
            const std::string words(session::name(c.model().words));
            const Spec which{.name = "settings/words",
                             .text = c.t("settings.words"),
                             .tip = c.t("settings.words-tip"),
                             .command = Command::toggle_words};
            if (draw_choice(c, draw, pen, which, c.t("words." + words))) perform(c, Command::toggle_words);
            const Spec theme{.name = "settings/theme", .text = c.t("settings.theme"), .tip = c.t("settings.theme-tip")};
            if (draw_choice(c, draw, pen, theme, c.t(c.state.paper ? "settings.paper" : "settings.plate")))
                c.state.paper = !c.state.paper;
            const std::string colours(session::name(c.model().colours));
            const Spec palette{
                .name = "settings/colours", .text = c.t("settings.colours"), .tip = c.t("settings.colours-tip")};
            if (draw_choice(c, draw, pen, palette, c.t("colours." + colours))) {
                const int next = (static_cast<int>(c.model().colours) + 1) % session::colours_count;
                c.send(session::SetColours{static_cast<session::Colours>(next)});
            }
            const Spec labels{.name = "settings/labels", .text = c.t("tools.labels"), .on = c.state.labels};
            if (draw_choice(c, draw, pen, labels, c.t(c.state.labels ? "settings.on" : "settings.off")))
                perform(c, Command::labels);
            const bool parallel = c.model().camera.parallel;
            const Spec view{.name = "settings/parallel",
                            .text = c.t("key.parallel"),
                            .on = parallel,
                            .command = Command::toggle_parallel};
            if (draw_choice(c, draw, pen, view, c.t(parallel ? "settings.on" : "settings.off")))
                perform(c, Command::toggle_parallel);
            if (tiny) draw_folded_commands(c, pen);
            const Spec about{.name = "settings/about", .text = c.t("about.open")};
            if (text_button(c, about, nullptr, pen.take(40))) c.state.sheet = Sheet::about;
        });
}

void draw_about_sheet(Context& c) {
    if (c.state.sheet != Sheet::about) return;
    draw_sheet(c, "about", c.t("about.title"), {560, 560}, [&c](ImDrawList& draw, Pen& pen) {
        pen.skip(4);
        pen.paragraph(draw, Type::medium14, c.theme.t1, c.t("about.version", {DRYPOINT_VERSION}), 20);
        for (const char* section : {"learning", "program", "model", "type"}) {
            pen.skip(12);
            pen.paragraph(draw, Type::semibold16, c.theme.t1, c.t(std::string("about.") + section + "-title"), 24);
            const float top = pen.y;
            const std::string text = c.t(std::string("about.") + section);
            pen.paragraph(draw, Type::regular14, c.theme.t2, text, 20);
            announce(c, std::string("about/") + section, text, {pen.left, top, pen.right, pen.y});
        }
        if (c.atlas().copyright.empty()) return;
        pen.skip(12);
        pen.paragraph(draw, Type::semibold16, c.theme.t1, c.t("about.loaded-title"), 24);
        pen.paragraph(draw, Type::regular14, c.theme.t2, c.atlas().copyright, 20);
    });
}

}  // namespace drypoint::ui
