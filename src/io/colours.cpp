#include "io/colours.h"

#include <utility>

namespace drypoint::io {
namespace {

float channel(const std::string& text, std::size_t at) {
    return static_cast<float>(std::stoi(text.substr(at, 2), nullptr, 16)) / 255.0f;
}

}  // namespace

const Rule& colours_rule() {
    static const Rule rule = map_of(colour_rule("red, green and blue as #RRGGBB"), "colours by what they are for");
    return rule;
}

base::Result<std::map<std::string, glm::vec3>> load_colours(const std::string& path) {
    using Colours = std::map<std::string, glm::vec3>;
    base::Result<TomlValue> file = read_toml(path);
    if (!file) return base::failure<Colours>(std::move(file.issues));
    base::Issues issues = check(*file, colours_rule(), path);
    if (!issues.empty()) return base::failure<Colours>(std::move(issues));
    Colours colours;
    for (const TomlMember& member : file->members) {
        const std::string& text = member.value.text;
        colours[member.key] = {channel(text, 1), channel(text, 3), channel(text, 5)};
    }
    return base::success(std::move(colours));
}

}  // namespace drypoint::io
