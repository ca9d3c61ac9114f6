#include "base/issue.h"

#include <algorithm>
#include <utility>

namespace drypoint::base {
namespace {

Issue issue_of(Severity severity, Place&& place, std::string&& message, std::string&& hint, std::string&& code) {
    Issue issue;
    issue.severity = severity;
    issue.place = std::move(place);
    issue.message = std::move(message);
    issue.hint = std::move(hint);
    issue.code = std::move(code);
    return issue;
}

}  // namespace

Issue error(Place place, std::string message, std::string hint, std::string code) {
    return issue_of(Severity::error, std::move(place), std::move(message), std::move(hint), std::move(code));
}

Issue warning(Place place, std::string message, std::string hint, std::string code) {
    return issue_of(Severity::warning, std::move(place), std::move(message), std::move(hint), std::move(code));
}

Place in_file(std::string file) {
    return at(std::move(file), 0, 0);
}

Place at(std::string file, int line, int column) {
    Place place;
    place.file = std::move(file);
    place.line = line;
    place.column = column;
    return place;
}

Place at_node(std::string file, std::string node) {
    Place place = in_file(std::move(file));
    place.node = std::move(node);
    return place;
}

std::string to_string(const Place& place) {
    std::string text = place.file;
    if (place.line > 0) text += ":" + std::to_string(place.line);
    if (place.line > 0 && place.column > 0) text += ":" + std::to_string(place.column);
    if (!place.node.empty()) text += (text.empty() ? "\"" : ": \"") + place.node + "\"";
    return text;
}

std::string to_string(const Issue& issue) {
    std::string text = to_string(issue.place);
    if (!text.empty()) text += ": ";
    text += issue.message;
    if (!issue.hint.empty()) text += " (" + issue.hint + ")";
    return text;
}

bool has_error(const Issues& issues) {
    return std::any_of(issues.begin(), issues.end(),
                       [](const Issue& issue) { return issue.severity == Severity::error; });
}

}  // namespace drypoint::base
