#pragma once
// One slice on the screen: filled and patterned, with edges, hulls, needle, nearest hazard, names and directions.

#include "scene/slice.h"
#include "ui/context.h"

namespace drypoint::ui {

struct SliceLook {
    const char* name;  // of the widget: "slice/along"
    bool along = true;
    bool scale_bar = true;
};

// The box shows the slice's window whole: its width and height are those of the window times px_per_mm. Leaves
// where it is in the interface's state, for placing a needle on it.
void draw_slice(Context& c, ImDrawList& draw, const scene::Slice& slice, const ImRect& box, float px_per_mm,
                const SliceLook& look);

}  // namespace drypoint::ui
