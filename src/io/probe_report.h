#pragma once

#include <string>

#include <glm/vec3.hpp>

#include "anatomy/probe.h"

namespace drypoint::io {

// The report "probe" of docs/commands.md, one JSON object with a line end.
std::string probe_json(const anatomy::Atlas& atlas, const anatomy::PathReport& report, const glm::dvec3& target_mm);

}  // namespace drypoint::io
