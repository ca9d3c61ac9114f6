#pragma once

#include <vector>

#include "anatomy/model_check.h"

namespace drypoint::anatomy {

// The space that two closed structures both claim, measured along parallel rays `spacing_mm` apart. The error of a
// volume is about the spacing times half the area of what is shared. Largest first.
std::vector<SharedSpace> shared_space(const Atlas& atlas, double spacing_mm, double least_cm3);

}  // namespace drypoint::anatomy
