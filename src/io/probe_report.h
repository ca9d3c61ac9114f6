#pragma once

#include <string>

#include <glm/vec3.hpp>

#include "anatomy/probe.h"
#include "anatomy/resolve.h"

namespace drypoint::io {

// What was probed. `way` may be null: any line.
struct ProbedPath {
    base::Id path, point;  // empty: any line
    glm::dvec3 target_mm{0.0};
    const anatomy::PathGeometry* way = nullptr;
};

// The report "probe" of docs/commands.md, one JSON object with a line end.
std::string probe_json(const anatomy::Content& content, const anatomy::Atlas& atlas, const anatomy::PathReport& report,
                       const ProbedPath& probed);

}  // namespace drypoint::io
