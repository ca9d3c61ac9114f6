#pragma once
// What structures are called in the register that was chosen.

#include <string>

#include "ui/context.h"

namespace drypoint::ui {

// In plain words: what the content calls a muscle, else the lay name; where there is neither, and for professionals,
// `name`.
std::string name_in_register(const Context& c, const base::Id& structure, const std::string& name);

// "Average build", "Between average and heavy".
std::string build_in_words(const Context& c, double build);

}  // namespace drypoint::ui
