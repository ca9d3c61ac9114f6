#include "ui/figures.h"

#include "ui/type.h"

namespace drypoint::ui {
namespace {

// "137.7 deg", or that none was found.
std::string figure_value(const Context& c, const anatomy::Figure& figure) {
    if (figure.value.empty()) return c.t("figure.not-found");
    if (figure.unit.empty()) return figure.value;
    const std::string sign = "unit." + figure.unit;  // what follows a number without a space
    return figure.value + (c.texts.has(sign) ? c.t(sign) : ' ' + figure.unit);
}

anatomy::Statement figure_statement(const Context& c, const anatomy::Figure& figure) {
    anatomy::Statement statement;
    statement.professional = figure.label + ": " + figure_value(c, figure);
    if (!figure.note.empty()) statement.professional += " (" + figure.note + ")";
    statement.status = figure.status;
    statement.sources = figure.sources;
    return statement;
}

}  // namespace

void draw_figures(Context& c, ImDrawList& draw, Pen& pen, const std::string& name, const std::string& title,
                  const std::vector<anatomy::Figure>& figures) {
    if (figures.empty() || plain_words(c)) return;
    pen.skip(6);
    pen.paragraph(draw, Type::medium12, c.theme.t2, title, 20);
    int number = 0;
    for (const anatomy::Figure& figure : figures) {
        draw_statement(c, draw, pen, name + std::to_string(++number), figure_statement(c, figure), c.theme.t1);
        pen.skip(2);
    }
}

}  // namespace drypoint::ui
