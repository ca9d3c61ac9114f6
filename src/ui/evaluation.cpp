#include "ui/evaluation.h"

#include <algorithm>

#include "ui/figures.h"
#include "ui/statements.h"
#include "ui/type.h"

namespace drypoint::ui {
namespace {

using anatomy::EvaluationTest;

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
        draw_figures(c, draw, card.pen, "test/" + test.id + "/norm-", c.t("evaluation.norms"), test.norms);
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
