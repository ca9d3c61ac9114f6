#include "scene/nearest_hazards.h"

#include <algorithm>
#include <initializer_list>

namespace drypoint::scene {
std::vector<std::size_t> nearest_of_each_kind(const std::vector<anatomy::Clearance>& clearances,
                                              const anatomy::Atlas& atlas) {
    using anatomy::Tissue;
    std::vector<std::size_t> chosen;
    const auto add_first = [&](std::initializer_list<Tissue> kind) {
        for (std::size_t i = 0; i < clearances.size(); ++i) {
            const Tissue tissue = atlas.structures[clearances[i].structure].tissue;
            if (std::find(kind.begin(), kind.end(), tissue) == kind.end()) continue;
            if (std::find(chosen.begin(), chosen.end(), i) == chosen.end()) chosen.push_back(i);
            return;
        }
    };
    add_first({Tissue::nerve});
    add_first({Tissue::artery, Tissue::vein});
    for (std::size_t i = 0; i < clearances.size() && chosen.size() < nearest_hazards; ++i) {
        if (std::find(chosen.begin(), chosen.end(), i) == chosen.end()) chosen.push_back(i);
    }
    std::sort(chosen.begin(), chosen.end());
    return chosen;
}

}  // namespace drypoint::scene
