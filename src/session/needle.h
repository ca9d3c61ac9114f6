#pragma once
// Where the needle lies: on the taught path of the chosen point, on a way of its own, or where it is tried.

#include <optional>

#include "session/model.h"

namespace drypoint::session {

enum class WayKind { taught, own, tried };

// The needle as it lies now. The way belongs to the model or the world.
struct LaidNeedle {
    const anatomy::PathGeometry* way;
    double depth_mm;  // of the tip
    WayKind kind;
};

// Nothing without a needle.
std::optional<LaidNeedle> laid_needle(const World& world, const Model& model);

// The way that the needle follows when nothing is tried; null: no point with a path is chosen.
const anatomy::PathGeometry* way_of(const World& world, const Plan& plan);
// The taught one of the chosen point, or null.
const anatomy::PathGeometry* taught_way(const World& world, const Plan& plan);

// The side of the limb that directions such as "medial" are meant for.
anatomy::Side side_of_point(const World& world, const Plan& plan);

// The needle as it lies, as a file would hold it. Requires a needle.
anatomy::OwnPath own_path(const World& world, const Model& model);

}  // namespace drypoint::session
