#include "ui/names.h"

#include "anatomy/body.h"

namespace drypoint::ui {

std::string name_in_register(const Context& c, const base::Id& structure, const std::string& name) {
    if (c.model().words != session::Words::plain) return name;
    const anatomy::Muscle* muscle = c.snapshot.world->content.find_muscle(structure);
    if (muscle != nullptr && !muscle->plain_name.empty()) return muscle->plain_name;
    const std::string lay = "lay." + structure;
    return c.texts.has(lay) ? c.t(lay) : name;
}

std::string build_in_words(const Context& c, double build) {
    std::string key(anatomy::name_of_build(build));
    if (key.empty()) key = build < anatomy::average_build ? "leaner" : "heavier";
    return c.t("build." + key);
}

}  // namespace drypoint::ui
