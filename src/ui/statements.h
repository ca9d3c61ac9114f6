#pragma once
// How a statement of the content is shown: in the register that was chosen, with a mark that says how sure it is.

#include <string>
#include <string_view>

#include "session/treatment.h"
#include "ui/panel.h"
#include "ui/widgets.h"

namespace drypoint::ui {

// In the chosen register; the other one stands in for what is empty.
std::string words(const Context& c, const anatomy::Statement& statement);
std::string words(const Context& c, const std::string& professional, const std::string& plain);
bool plain_words(const Context& c);
// Professional | Plain, 40 high. In the top bar where it has room, else in the panels that have both texts.
void draw_words_switch(Context& c, ImDrawList& draw, const ImRect& rect);
bool words_switch_in_bar(const Context& c);
// The switch and the space below it, where it is neither in the top bar nor in the menu only.
void draw_words_switch_here(Context& c, ImDrawList& draw, Pen& pen);

// What is only read, with a tooltip.
struct Explained {
    std::string name, text;   // in the registry
    std::string title, line;  // of the tooltip
};
void explain(Context& c, const Explained& what, const ImRect& rect);

// What a status mark looks like, without words.
void draw_status_sign(const Context& c, ImDrawList& draw, anatomy::Status status, const ImRect& rect);
// 20 x 20, at its top left. The tooltip says the status and the sources.
void draw_status_mark(Context& c, ImDrawList& draw, const std::string& name, const anatomy::Statement& statement,
                      ImVec2 at);
// Text over the width with the mark at the right edge.
void draw_statement(Context& c, ImDrawList& draw, Pen& pen, const std::string& name,
                    const anatomy::Statement& statement, ImU32 ink);
// Key, text, mark.
void draw_statement_row(Context& c, ImDrawList& draw, Pen& pen, const std::string& name, const std::string& key,
                        const anatomy::Statement& statement);

// Orange ring with a dot in it; broken if the point is never needled.
void draw_point_ring(const Context& c, ImDrawList& draw, ImVec2 centre, float radius, bool show_only);
// The muscle, and that the point is never needled where that is so.
std::string point_line(const Context& c, const anatomy::TriggerPoint& point);
int quarters(anatomy::Certainty certainty);
// The circle of a step in the session; `number` stands in it while the step is open or ahead.
void draw_step_sign(const Context& c, ImDrawList& draw, ImVec2 centre, session::StepState state,
                    const std::string& number, bool optional = false);
std::string step_state_id(session::StepState state);  // "left-out"

// In the chosen register.
std::string muscle_name(const Context& c, const anatomy::TriggerPoint& point);
// An alias keeps its own name in both: "Jumper's knee".
std::string condition_name(const Context& c, const anatomy::Condition& condition);
// "Another name for patellar tendinopathy"; empty unless it is an alias.
std::string alias_line(const Context& c, const anatomy::Condition& condition);
// How sure the evidence of a condition is: "very low to low", else the word for its level.
std::string certainty_words(const Context& c, const anatomy::Condition& record);
std::string step_title(const Context& c, const anatomy::SessionStep& step);
// What the list says under the name.
std::string evidence_label(const Context& c, const anatomy::Condition& condition);

const anatomy::Content& content(const Context& c);
const anatomy::TriggerPoint* chosen_point(const Context& c);
const anatomy::Condition* chosen_condition(const Context& c);
const session::PlacedPoint* chosen_place(const Context& c);

// The text that stands over a group of points: what to try first, next, after that.
const char* points_title(const anatomy::TargetGroup& group);

// A button with ring and code; choosing is the caller's.
bool draw_point_button(Context& c, ImDrawList& draw, const std::string& name, const anatomy::TriggerPoint& point,
                       const ImRect& rect);

// A rounded ground behind what its pen writes while it lives. Never one in another.
class Card {
  public:
    Card(Context& c, ImDrawList& draw, Pen& outer);
    ~Card();
    Card(const Card&) = delete;
    Card& operator=(const Card&) = delete;

    Pen pen;

  private:
    Context& c_;
    ImDrawList& draw_;
    Pen& outer_;
    ImVec2 from_;
};

}  // namespace drypoint::ui
