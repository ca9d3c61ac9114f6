#include "io/structure_list.h"

#include <utility>

#include "io/toml_file.h"

namespace drypoint::io {

base::Result<std::vector<base::Id>> load_structure_ids(const std::string& path) {
    base::Result<TomlValue> file = read_toml(path);
    if (!file) return base::failure<std::vector<base::Id>>(std::move(file.issues));
    std::vector<base::Id> ids;
    for (const TomlMember& member : file->members) {
        if (member.value.kind == TomlValue::Kind::table) ids.push_back(member.key);
    }
    return base::success(std::move(ids), std::move(file.issues));
}

}  // namespace drypoint::io
