#include "io/structure_list.h"

#include <utility>

#include "io/toml_file.h"

namespace drypoint::io {

base::Result<StructureList> load_structure_list(const std::string& path) {
    base::Result<TomlValue> file = read_toml(path);
    if (!file) return base::failure<StructureList>(std::move(file.issues));
    StructureList list;
    for (const TomlMember& member : file->members) {
        if (member.value.kind != TomlValue::Kind::table) continue;
        list.ids.push_back(member.key);
        const TomlValue* enters = member.value.find("enters");
        if (enters == nullptr) continue;
        for (const TomlValue& muscle : enters->items) list.enters.push_back({member.key, muscle.text});
    }
    return base::success(std::move(list), std::move(file.issues));
}

}  // namespace drypoint::io
