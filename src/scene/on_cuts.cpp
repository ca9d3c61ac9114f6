#include "scene/on_cuts.h"

namespace drypoint::scene {

int cut_order(anatomy::Tissue tissue) {
    using anatomy::Tissue;
    switch (tissue) {
        case Tissue::skin:
            return 0;
        case Tissue::fat:
            return 1;
        case Tissue::fascia:
        case Tissue::membrane:
            return 2;
        case Tissue::muscle:
        case Tissue::other:
            return 3;
        case Tissue::joint:
            return 4;
        case Tissue::bone:
        case Tissue::cartilage:
        case Tissue::meniscus:
            return 5;
        case Tissue::tendon:
        case Tissue::ligament:
            return 6;
        case Tissue::vein:
            return 7;
        case Tissue::artery:
            return 8;
        case Tissue::nerve:
            return 9;
    }
    return 3;
}

bool has_pale_edge(anatomy::Tissue tissue) {
    using anatomy::Tissue;
    return tissue == Tissue::artery || tissue == Tissue::vein || tissue == Tissue::nerve;
}

}  // namespace drypoint::scene
