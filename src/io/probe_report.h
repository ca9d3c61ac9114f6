#pragma once
// The reports "probe", "map" and "suggest" of docs/commands.md, one JSON object with a line end each.

#include <string>

#include <glm/vec3.hpp>

#include "anatomy/assess.h"
#include "anatomy/entry_map.h"
#include "anatomy/resolve.h"

namespace drypoint::io {

// What was probed. `way` may be null: any line.
struct ProbedPath {
    base::Id path, point;  // empty: any line
    glm::dvec3 target_mm{0.0};
    const anatomy::PathGeometry* way = nullptr;
};

// What all these reports look things up in.
struct ReportContext {
    const anatomy::Content& content;
    const anatomy::Atlas& atlas;
    const anatomy::Safety& safety;
};

std::string probe_json(const ReportContext& context, const anatomy::Assessment& assessment, const ProbedPath& probed);

// `taught` may be null: the point has no path.
std::string map_json(const ReportContext& context, const anatomy::EntryMap& map, const anatomy::MapEntry* taught);

// `suggested` null: there is none, and `why` says why not.
struct SuggestionReport {
    const anatomy::Assessment& taught;
    const ProbedPath& taught_path;
    const anatomy::Assessment* suggested;
    const ProbedPath& suggested_path;
    const std::string& why;
};
std::string suggest_json(const ReportContext& context, const SuggestionReport& report);

}  // namespace drypoint::io
