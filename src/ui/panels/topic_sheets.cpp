// What is explained besides points and conditions: the list of topics, and one of them to read.
#include <algorithm>

#include "ui/claims.h"
#include "ui/draw.h"
#include "ui/icons.h"
#include "ui/panels/panels.h"
#include "ui/panels/sheet.h"
#include "ui/statements.h"
#include "ui/type.h"

namespace drypoint::ui {
namespace {

using anatomy::Topic;

constexpr float topic_width = 640, topic_height = 648;

std::string title_of(const Context& c, const Topic& topic) {
    return words(c, topic.title, topic.plain_title);
}

void draw_row(Context& c, ImDrawList& draw, Pen& pen, const Topic& topic) {
    const std::string title = title_of(c, topic);
    const float lines = paragraph_height(c, Type::medium14, title, pen.width() - c.px(56), 20);
    const ImRect rect = pen.take_px(std::max(lines + c.px(16), c.px(40)));
    const Response response = interact(c, {.name = "topic/" + topic.id, .text = title}, rect);
    draw.AddRectFilled(rect.Min, rect.Max, ground(c, Look::quiet, false, true, response.hovered, response.held),
                       c.px(6));
    paragraph(c, draw, Type::medium14, {rect.Min.x + c.px(16), rect.GetCenter().y - lines * 0.5f}, c.theme.t1, title,
              pen.width() - c.px(56), 20);
    chevron(draw, {rect.Max.x - c.px(18), rect.GetCenter().y}, c.px(9), c.theme.t2, Toward::right);
    pen.skip(8);
    if (response.clicked) c.send(session::OpenTopic{topic.id});
}

void draw_list(Context& c) {
    draw_sheet(c, "topics", c.t("topic.list"), {topic_width, topic_height}, [&c](ImDrawList& draw, Pen& pen) {
        std::string group;
        for (const Topic& topic : content(c).topics) {
            if (topic.group != group) {
                pen.skip(group.empty() ? 0 : 8);
                pen.paragraph(draw, Type::semibold16, c.theme.t1, c.t("topic-group." + topic.group), 28);
                group = topic.group;
            }
            draw_row(c, draw, pen, topic);
        }
    });
}

void draw_part(Context& c, ImDrawList& draw, Pen& pen, const std::string& part,
               const std::vector<anatomy::Statement>& statements) {
    if (statements.empty()) return;
    pen.skip(8);
    pen.paragraph(draw, Type::medium12, c.theme.t3, c.t("topic." + part), 20);
    std::size_t number = 0;
    for (const anatomy::Statement& statement : statements) {
        draw_statement(c, draw, pen, "topic/" + part + "-" + std::to_string(++number), statement, c.theme.t1);
        pen.skip(8);
    }
}

// On the page about risks: every kind of harm that was counted, or looked for.
void draw_harms(Context& c, ImDrawList& draw, Pen& pen) {
    pen.skip(8);
    pen.paragraph(draw, Type::medium12, c.theme.t3, c.t("topic.harms"), 20);
    for (const anatomy::Harm& harm : content(c).harms) {
        draw_statement(c, draw, pen, "topic/harm-" + harm.id, harm.words, c.theme.t1);
        pen.skip(8);
    }
}

// Back to the list, and on to the next one.
void draw_ways_on(Context& c, Pen& pen, const Topic& topic) {
    pen.skip(8);
    const ImRect row = pen.take(40);
    const Spec back{.name = "topic/back", .text = c.t("topic.back")};
    const float width = std::min(text_button_width(c, back.text, true), row.GetWidth() * 0.5f);
    if (text_button(c, back, icon::chevron_left, {row.Min, {row.Min.x + width, row.Max.y}})) {
        c.send(session::OpenTopic{});
        c.state.sheet = Sheet::topics;
    }
    const auto& topics = content(c).topics;
    const std::size_t next = static_cast<std::size_t>(&topic - topics.data()) + 1;
    if (next == topics.size()) return;
    const Spec on{.name = "topic/next", .text = title_of(c, topics[next])};
    const float most = row.GetWidth() - width - c.px(8);
    const float wanted = std::min(text_button_width(c, on.text, true), most);
    if (text_button(c, on, icon::chevron_right, {{row.Max.x - wanted, row.Min.y}, row.Max}))
        c.send(session::OpenTopic{topics[next].id});
}

void draw_topic(Context& c, const Topic& topic) {
    draw_sheet(c, "topic", title_of(c, topic), {topic_width, topic_height}, [&c, &topic](ImDrawList& draw, Pen& pen) {
        draw_words_switch(c, draw, pen.take(40));
        draw_part(c, draw, pen, "say", topic.say);
        draw_part(c, draw, pen, "know", topic.know);
        if (topic.group == "risk") draw_harms(c, draw, pen);
        draw_claims(c, draw, pen, &anatomy::Claim::topics, topic.id);
        draw_ways_on(c, pen, topic);
    });
}

}  // namespace

void draw_topic_sheets(Context& c) {
    const Topic* topic = c.model().topic.empty() ? nullptr : content(c).find_topic(c.model().topic);
    if (topic != nullptr)
        draw_topic(c, *topic);
    else if (c.state.sheet == Sheet::topics)
        draw_list(c);
}

}  // namespace drypoint::ui
