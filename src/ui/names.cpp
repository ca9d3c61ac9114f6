#include "ui/names.h"

namespace drypoint::ui {

std::string name_in_register(const Context& c, const base::Id& structure, const std::string& name) {
    if (c.model().words != session::Words::plain) return name;
    const anatomy::Muscle* muscle = c.snapshot.world->content.find_muscle(structure);
    if (muscle != nullptr && !muscle->plain_name.empty()) return muscle->plain_name;
    const std::string lay = "lay." + structure;
    return c.texts.has(lay) ? c.t(lay) : name;
}

}  // namespace drypoint::ui
