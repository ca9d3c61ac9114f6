#include "io/log_file.h"

#include <string_view>
#include <utility>

#include "io/file.h"
#include "io/report_json.h"
#include "session/action_table.h"

namespace drypoint::io {
namespace {

constexpr std::size_t largest_log_bytes = 64u << 20;
constexpr std::size_t longest_line_bytes = 16u << 10;

struct Line {
    const std::string& file;
    int number;
    std::string_view text;
};

// The issues of an action's text, moved to where the text stands in the file.
base::Issues placed(base::Issues issues, const Line& line) {
    for (base::Issue& issue : issues) {
        issue.place.file = line.file;
        issue.place.line = line.number;
    }
    return issues;
}

// Reads {"t_ms": .., "do": ".."} into the entry; returns the action's text, or nothing and an issue.
std::optional<std::string> read_json_line(const Line& line, session::Tick& at, base::Issues& issues) {
    const auto json = Json::parse(line.text.begin(), line.text.end(), nullptr, false);
    const bool usable = json.is_object() && json.contains("do") && json["do"].is_string() &&
                        (!json.contains("t_ms") || json["t_ms"].is_number_integer());
    if (!usable) {
        issues.push_back(base::error(base::at(line.file, line.number, 1), "not a line of a log",
                                     "write {\"t_ms\": 120, \"do\": \"hide skin\"}", "bad-log-line"));
        return std::nullopt;
    }
    if (json.contains("t_ms")) at.ms = json["t_ms"].get<std::int64_t>();
    return json["do"].get<std::string>();
}

void read_line(const Line& line, session::Tick& at, std::vector<session::LogEntry>& log, base::Issues& issues) {
    const std::size_t begin = line.text.find_first_not_of(" \t");
    if (begin == std::string_view::npos || line.text[begin] == '#') return;
    if (line.text.size() > longest_line_bytes) {
        issues.push_back(base::error(base::at(line.file, line.number, 1), "the line is longer than 16 KB", "split it"));
        return;
    }
    const bool is_json = line.text[begin] == '{';
    std::optional<std::string> text = std::string(line.text);
    if (is_json) text = read_json_line(line, at, issues);
    if (!text) return;
    base::Result<session::Action> action = session::parse_action(*text);
    base::Issues found = placed(std::move(action.issues), line);
    issues.insert(issues.end(), found.begin(), found.end());
    if (action) log.push_back({at, std::move(*action)});
}

Json or_null(const base::Id& id) {
    return id.empty() ? Json(nullptr) : Json(id);
}

Json session_json(const std::optional<session::Treatment>& session) {
    if (!session) return nullptr;
    return {{"step", session->step}, {"done", session->done}, {"read", session->read}, {"needled", session->needled}};
}

Json own_json(const std::optional<session::OwnWay>& own) {
    if (!own) return nullptr;
    return {{"entry_mm", point_json(own->way.entry_mm)}, {"target_mm", point_json(own->way.target_mm)}};
}

Json trial_json(const std::optional<session::Trial>& trial) {
    if (!trial) return nullptr;
    return {{"lean_medial_deg", rounded(trial->lean_medial_deg)},
            {"lean_proximal_deg", rounded(trial->lean_proximal_deg)},
            {"depth_mm", rounded(trial->depth_mm)},
            {"held", trial->held}};
}

}  // namespace

base::Result<std::vector<session::LogEntry>> parse_log(const std::string& file_name, const std::string& text) {
    base::Result<std::vector<session::LogEntry>> result;
    result.value.emplace();
    session::Tick at;
    int number = 0;
    for (std::string_view rest = text; !rest.empty();) {
        const std::size_t end = rest.find('\n');
        std::string_view line = rest.substr(0, end);
        if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
        read_line({file_name, ++number, line}, at, *result.value, result.issues);
        if (end == std::string_view::npos) break;
        rest.remove_prefix(end + 1);
    }
    return result;
}

base::Result<std::vector<session::LogEntry>> read_log(const std::string& path) {
    base::Result<std::string> text = read_file(path, largest_log_bytes);
    if (!text) return base::failure<std::vector<session::LogEntry>>(std::move(text.issues));
    return parse_log(path, *text);
}

std::string log_text(const std::vector<session::LogEntry>& log) {
    std::string text;
    for (const session::LogEntry& entry : log) {
        const Json line{{"t_ms", entry.at.ms}, {"do", session::to_text(entry.action)}};
        text += line.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
    }
    return text;
}

std::string state_json(const anatomy::Atlas& atlas, const session::Model& model) {
    Json json = report_header("state", atlas);
    json["condition"] = or_null(model.plan.condition);
    json["point"] = or_null(model.plan.point);
    json["needle_mm"] = model.plan.needle ? Json(rounded(model.plan.needle->depth_mm)) : Json(nullptr);
    json["own_path"] = own_json(model.plan.own);
    json["needle"] = or_null(model.plan.needle_choice);
    json["entry_map"] = model.plan.entry_map;
    json["map_margin_mm"] = rounded(model.plan.map_margin_mm);
    json["trial"] = trial_json(model.trial);
    json["room"] = std::string(session::name(model.plan.room));
    json["session"] = session_json(model.plan.session);
    json["selected"] = or_null(model.selected);
    json["isolated"] = model.plan.isolation ? Json(model.plan.isolation->id) : Json(nullptr);
    const geometry::Camera& camera = model.camera;
    json["camera"] = {{"pivot_mm", point_json(camera.pivot)},           {"azimuth_deg", rounded(camera.azimuth_deg)},
                      {"elevation_deg", rounded(camera.elevation_deg)}, {"roll_deg", rounded(camera.roll_deg)},
                      {"distance_mm", rounded(camera.distance_mm)},     {"parallel", camera.parallel}};
    json["search"] = model.search;
    json["text_scale"] = rounded(model.text_scale);
    json["structures"] = Json::array();
    for (std::size_t i = 0; i < atlas.structures.size(); ++i) {
        const session::Appearance& appearance = model.plan.appearance[i];
        json["structures"].push_back({{"id", atlas.structures[i].id},
                                      {"visible", appearance.visible},
                                      {"opacity", rounded(appearance.opacity)}});
    }
    return dump(json);
}

}  // namespace drypoint::io
