#pragma once
// A region of the screen as an ImGui window, and a pen that goes down it.

#include "ui/context.h"

namespace drypoint::ui {

enum class Ground { none, panel, plate, sheet };

// While it lives, widgets land in this region. Never moved, resized or collapsed by hand.
class Panel {
  public:
    // `scrolls`: what does not fit is reached with the wheel. `over`: it lies over other panels.
    Panel(Context& c, const char* id, const ImRect& rect, Ground ground, bool scrolls = false, bool over = false);
    ~Panel();
    Panel(const Panel&) = delete;
    Panel& operator=(const Panel&) = delete;

    ImDrawList& draw() const { return *draw_; }
    // Top left of the content: moves with scrolling.
    ImVec2 origin() const { return origin_; }

  private:
    ImDrawList* draw_;
    ImVec2 origin_;
};

// Where the next thing goes, from the top down between two edges.
struct Pen {
    Context& c;
    float left, right, y;

    float width() const { return right - left; }
    // The next `units` of height, over the whole width.
    ImRect take(float units);
    ImRect take_px(float pixels);
    void skip(float units) { y += c.px(units); }
    void hairline(ImDrawList& draw);  // with 12 above and below
    // Text from the left edge, wrapped.
    void paragraph(ImDrawList& draw, Type type, ImU32 colour, std::string_view text, float line_height);
};

// Text of at most `width` pixels a line, at this height of line. Returns the height taken.
float paragraph(const Context& c, ImDrawList& draw, Type type, ImVec2 at, ImU32 colour, std::string_view text,
                float width, float line_height);
// The same without drawing.
float paragraph_height(const Context& c, Type type, std::string_view text, float width, float line_height);

// A row of a list: a name and words under it, both wrapped. 44 high or more; `width` is that of the text.
float two_lines_height(const Context& c, const std::string& name, const std::string& line, float width);
void draw_two_lines(const Context& c, ImDrawList& draw, const ImRect& text, ImU32 name_ink, const std::string& name,
                    ImU32 line_ink, const std::string& line);

}  // namespace drypoint::ui
