#include "ui/registry.h"

#include <algorithm>

namespace drypoint::ui {
namespace {

// The row that Tab visits: the focused one (or the one whose part is focused), else the selected one, else the first.
std::string_view current_row(const std::vector<Widget>& widgets, int layer, std::string_view focus) {
    std::string_view first, selected, row;
    for (const Widget& widget : widgets) {
        if (widget.layer != layer || (widget.role != Role::row && widget.role != Role::part)) continue;
        if (widget.role == Role::row) row = widget.name;
        if (widget.name == focus) return row;
        if (widget.role == Role::row && first.empty()) first = row;
        if (widget.role == Role::row && widget.on && selected.empty()) selected = row;
    }
    return selected.empty() ? first : selected;
}

}  // namespace

void Registry::begin_frame() {
    complete_ = std::move(drawing_);
    drawing_.clear();
}

const Widget* Registry::find(std::string_view name) const {
    for (const Widget& widget : complete_) {
        if (widget.name == name) return &widget;
    }
    return nullptr;
}

int Registry::top_layer() const {
    int top = 0;
    for (const Widget& widget : complete_) top = std::max(top, widget.layer);
    return top;
}

std::vector<const Widget*> Registry::tab_stops(std::string_view current) const {
    const int layer = top_layer();
    const std::string_view row = current_row(complete_, layer, current);
    std::vector<const Widget*> stops;
    std::string_view last_row;
    for (const Widget& widget : complete_) {
        if (widget.role == Role::row) last_row = widget.name;
        const bool in_list = widget.role == Role::row || widget.role == Role::part;
        if (widget.layer != layer || widget.role == Role::text || (in_list && last_row != row)) continue;
        stops.push_back(&widget);
    }
    return stops;
}

const Widget* Registry::neighbour_row(std::string_view row, int step) const {
    std::vector<const Widget*> rows;
    std::ptrdiff_t at = -1;
    for (const Widget& widget : complete_) {
        if (widget.role != Role::row) continue;
        if (widget.name == row) at = static_cast<std::ptrdiff_t>(rows.size());
        rows.push_back(&widget);
    }
    const std::ptrdiff_t next = at + step;
    if (at < 0 || next < 0 || next >= static_cast<std::ptrdiff_t>(rows.size())) return nullptr;
    return rows[static_cast<std::size_t>(next)];
}

}  // namespace drypoint::ui
