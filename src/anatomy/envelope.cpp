#include "anatomy/envelope.h"

#include <algorithm>

#include <glm/vector_relational.hpp>

namespace drypoint::anatomy {
namespace {

bool holds(const geometry::Bounds& outer, const geometry::Bounds& inner) {
    return glm::all(glm::lessThanEqual(outer.min, inner.min)) && glm::all(glm::lessThanEqual(inner.max, outer.max));
}

}  // namespace

bool is_envelope(const Structure& structure, const Atlas& atlas) {
    if (structure.tissue == Tissue::skin) return true;
    if (structure.tissue == Tissue::fat) return structure.layer == Layer::fat;
    if (structure.tissue != Tissue::fascia) return false;
    return std::any_of(atlas.structures.begin(), atlas.structures.end(), [&structure](const Structure& inner) {
        return inner.tissue == Tissue::muscle && holds(structure.bounds, inner.bounds);
    });
}

}  // namespace drypoint::anatomy
