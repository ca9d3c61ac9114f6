#pragma once
// The reports on models as a whole: one JSON object with a line end each.

#include <string>

#include "anatomy/model_check.h"

namespace drypoint::io {

// "model check".
std::string model_check_json(const anatomy::Atlas& atlas, const anatomy::ModelReport& report);

// "list structures".
std::string list_structures_json(const anatomy::Atlas& atlas);

}  // namespace drypoint::io
