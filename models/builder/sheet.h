#pragma once
// Thin layers: the iliotibial tract, and the straps of the knee (ligaments, tendons, retinacula).

#include <string>
#include <vector>

#include "distance.h"
#include "field.h"
#include "figures.h"

namespace drypoint::builder {

// A middle surface as rows of equally many points, and the half thickness at each of them.
struct Sheet {
    std::vector<std::vector<glm::dvec3>> rows;
    std::vector<std::vector<double>> half_thickness;
};

Sheet sheet_of(const SheetFigure& figure);

// `across` as in structures.toml; "along-bone" lays the width along the bone whose distances are given. The section is lens-shaped,
// and both ends thin out and round off where they grow into bone.
Sheet strap_of(const StrapFigure& figure, const std::string& across, const Distance& bone);

// Moves points that lie nearer to the obstacle than half their thickness and `gap` outwards, and smooths the moves.
void lay_on(Sheet& sheet, const Distance& obstacle, double gap);

// Distances to the middle surface less half the thickness; edges come out rounded.
Field field_of(const Sheet& sheet, double step);

}  // namespace drypoint::builder
