#pragma once

#include <optional>
#include <string>

#include "ui/widgets.h"

namespace drypoint::ui {

enum class Submit { none, enter, ctrl_enter };

struct FieldResponse {
    std::optional<std::string> text;  // as it was typed now
    Submit submit = Submit::none;
    bool down = false;  // the arrow: on to what was found
};

// A line to type in, with an icon before it (nullptr: none) and, while it is empty, a hint in it and the key that leads to it.
FieldResponse text_field(Context& c, const Spec& spec, const char* icon, const std::string& text,
                         const std::string& hint, const ImRect& rect);

}  // namespace drypoint::ui
