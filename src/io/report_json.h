#pragma once
// Inside io only: what all JSON reports share.

#include <string>

#include <glm/vec3.hpp>
#include <nlohmann/json.hpp>

#include "anatomy/atlas.h"

namespace drypoint::io {

using Json = nlohmann::ordered_json;

// {"drypoint": VERSION, "report": kind, "model": null}: of what needs no model.
Json report_header(const std::string& kind);
// {"drypoint": VERSION, "report": kind, "model": {"file", "content_hash", "side", "body"}}; body is lean, average,
// heavy, or a number between them.
Json report_header(const std::string& kind, const anatomy::Atlas& atlas);

// To a millionth: what lies below is rounding, and would make reports noisy.
double rounded(double value);
Json point_json(const glm::dvec3& point);

// Pretty, with a line end. Text that is not UTF-8 is replaced, never thrown on.
std::string dump(const Json& json);

}  // namespace drypoint::io
