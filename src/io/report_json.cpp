#include "io/report_json.h"

#include <cmath>
#include <string_view>

#include "anatomy/body.h"

namespace drypoint::io {

namespace {

Json body_json(double build) {
    const std::string_view name = anatomy::name_of_build(build);
    return name.empty() ? Json(rounded(build)) : Json(name);
}

}  // namespace

Json report_header(const std::string& kind) {
    return {{"drypoint", DRYPOINT_VERSION}, {"report", kind}, {"model", nullptr}};
}

Json report_header(const std::string& kind, const anatomy::Atlas& atlas) {
    return {{"drypoint", DRYPOINT_VERSION},
            {"report", kind},
            {"model",
             {{"file", atlas.file},
              {"content_hash", atlas.content_hash},
              {"side", anatomy::name(anatomy::shown_side(atlas))},
              {"body", body_json(atlas.build)}}}};
}

double rounded(double value) {
    return std::round(value * 1e6) / 1e6 + 0.0;
}

Json point_json(const glm::dvec3& point) {
    return {rounded(point.x), rounded(point.y), rounded(point.z)};
}

std::string dump(const Json& json) {
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace drypoint::io
