#include "ui/evaluation.h"

#include <algorithm>

#include "ui/statements.h"
#include "ui/type.h"

namespace drypoint::ui {
namespace {

using anatomy::EvaluationTest;
using anatomy::Figure;

// "137.7 deg", or that none was found.
std::string value_of(const Context& c, const Figure& figure) {
    if (figure.value.empty()) return c.t("evaluation.not-found");
    return figure.value + c.texts.name_of("unit.", figure.unit);
}

// The figure as a statement, so that its mark tells status and sources.
anatomy::Statement statement_of(const Context& c, const Figure& figure) {
    anatomy::Statement statement;
    statement.professional = figure.label + ": " + value_of(c, figure);
    if (!figure.note.empty()) statement.professional += " (" + figure.note + ")";
    statement.status = figure.status;
    statement.sources = figure.sources;
    return statement;
}

// Norms are for those who measure: they have no plain words.
void draw_norms(Context& c, ImDrawList& draw, Pen& pen, const EvaluationTest& test) {
    if (test.norms.empty() || plain_words(c)) return;
    pen.skip(6);
    pen.paragraph(draw, Type::medium12, c.theme.t2, c.t("evaluation.norms"), 20);
    int number = 0;
    for (const Figure& figure : test.norms) {
        draw_statement(c, draw, pen, "test/" + test.id + "/norm-" + std::to_string(++number), statement_of(c, figure),
                       c.theme.t1);
        pen.skip(2);
    }
}

void draw_agreement(Context& c, ImDrawList& draw, Pen& pen, const EvaluationTest& test) {
    if (test.know.empty()) return;
    pen.skip(6);
    pen.paragraph(draw, Type::medium12, c.theme.t2, c.t("evaluation.agreement"), 20);
    int number = 0;
    for (const anatomy::Statement& one : test.know) {
        draw_statement(c, draw, pen, "test/" + test.id + "/know-" + std::to_string(++number), one, c.theme.t1);
        pen.skip(2);
    }
}

void draw_test(Context& c, ImDrawList& draw, Pen& pen, const EvaluationTest& test) {
    {
        Card card(c, draw, pen);
        const std::string name = words(c, test.name, test.plain_name);
        const float top = card.pen.y;
        card.pen.paragraph(draw, Type::semibold14, c.theme.t1, name, 22);
        announce(c, "test/" + test.id, name, {card.pen.left, top, card.pen.right, card.pen.y});
        draw_statement(c, draw, card.pen, "test/" + test.id + "/how", test.how, c.theme.t1);
        draw_norms(c, draw, card.pen, test);
        draw_agreement(c, draw, card.pen, test);
    }
    pen.skip(8);
}

}  // namespace

void draw_tests(Context& c, ImDrawList& draw, Pen& pen, const base::Id& step) {
    for (const EvaluationTest& test : content(c).tests) {
        if (std::find(test.steps.begin(), test.steps.end(), step) != test.steps.end()) draw_test(c, draw, pen, test);
    }
}

}  // namespace drypoint::ui
