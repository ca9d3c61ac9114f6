#pragma once
// The inside of the knee: menisci, cartilage, fat pad and joint cavity, from a few sizes and the bones.

#include "field.h"
#include "figures.h"
#include "sheet.h"

namespace drypoint::builder {

// A C-shaped wedge on the tibia's joint surface, high at its rim and thin at its inner edge.
Field meniscus(const MeniscusFigure& figure, const Field& tibia, double step);

// A layer on the bone's joint surface, thinning out at its border. Faces are told by the bone's outward direction: femur down,
// back and the groove in front; tibia up, one plate on each condyle; patella back.
Field cartilage(const CartilageFigure& figure, const Field& bone, double step);

Field fat_pad(const JointFigure& figure, double step);

// What lies round the condyles within the cavity's thickness. `joint_surface` is the distance to femur and its cartilage.
Field cavity_round_condyles(const JointFigure& figure, const Distance& joint_surface, double step);

// The pouch between femur and quadriceps tendon, from behind the patella's upper end to the measured height above it.
Field suprapatellar_recess(const JointFigure& figure, const Field& femur, double patella_base_y, double step);

// The smaller of both, on the lattice of `a`.
void unite(Field& a, const Field& b);

}  // namespace drypoint::builder
