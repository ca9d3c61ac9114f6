#pragma once
// The reports "list" and "check" of docs/commands.md, one JSON object with a line end each.

#include <string>

#include "anatomy/atlas.h"
#include "anatomy/content.h"

namespace drypoint::io {

// Each item has at least "id" and "name".
std::string list_conditions_json(const anatomy::Content& content, const anatomy::Atlas& atlas);
std::string list_points_json(const anatomy::Content& content, const anatomy::Atlas& atlas);
std::string list_paths_json(const anatomy::Content& content, const anatomy::Atlas& atlas);
std::string list_muscles_json(const anatomy::Content& content, const anatomy::Atlas& atlas);
std::string list_needles_json(const anatomy::Content& content, const anatomy::Atlas& atlas);
std::string list_zones_json(const anatomy::Content& content, const anatomy::Atlas& atlas);
std::string list_topics_json(const anatomy::Content& content, const anatomy::Atlas& atlas);
std::string list_tests_json(const anatomy::Content& content, const anatomy::Atlas& atlas);
std::string list_sources_json(const anatomy::Content& content, const anatomy::Atlas& atlas);

// Findings of a check of files, in their order.
std::string check_json(const base::Issues& findings, const anatomy::Atlas& atlas);

}  // namespace drypoint::io
