#include "io/texts.h"

#include <utility>

namespace drypoint::io {

const Rule& texts_rule() {
    static const Rule rule = map_of(map_of(text_rule("as people read it"), "texts of one part of the program"),
                                    "what people read, by part of the program");
    return rule;
}

base::Result<std::map<std::string, std::string>> load_texts(const std::string& path) {
    using Texts = std::map<std::string, std::string>;
    base::Result<TomlValue> file = read_toml(path);
    if (!file) return base::failure<Texts>(std::move(file.issues));
    base::Issues issues = check(*file, texts_rule(), path);
    if (!issues.empty()) return base::failure<Texts>(std::move(issues));
    Texts texts;
    for (const TomlMember& section : file->members)
        for (const TomlMember& entry : section.value.members) texts[section.key + "." + entry.key] = entry.value.text;
    return base::success(std::move(texts));
}

}  // namespace drypoint::io
