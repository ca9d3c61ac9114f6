#pragma once
// The space that each solid has after all took their share, and what courses then take out of it.

#include <optional>
#include <string>
#include <vector>

#include "builds.h"
#include "catalog.h"
#include "compete.h"
#include "content.h"
#include "courses.h"
#include "figures.h"
#include "settle.h"

namespace drypoint::builder {

// A solid that won its space, ready for meshing.
struct Claimed {
    std::string id;
    int rank;
    Field field;
};

// All solids of the figures after they shared out their space; the recess is part of the joint cavity.
std::vector<Claimed> claim(const std::vector<Solid>& solids, unsigned threads);

// Leads the courses of the figures through what the solids left free, and those that run outside of the deep fascia to there.
std::vector<Course> lead_courses(const Figures& figures, const Catalog& catalog, const std::vector<Claimed>& claimed, const Builds& builds,
                                 unsigned threads);

// Takes the courses' beds out of all but bone.
void carve_courses(std::vector<Claimed>& claimed, const std::vector<Course>& courses, double step, unsigned threads);

// Of a muscle, in lattice steps. With the smoothing that goes before it sheets thinner than 1.9 steps go, and strips
// and rods thinner than 2.8.
inline constexpr double muscle_opening = 0.4;

// Takes feather edges away that triangles could only show as teeth, rounds ridges, and leaves no specks of cartilage:
// of one solid, or of all.
void open_edges(Field& field, const std::string& tissue);
void open_all(std::vector<Claimed>& claimed, const Catalog& catalog, unsigned threads);

// Cuts the rings that the catalog does not list.
void cut_all_handles(std::vector<Claimed>& claimed, const Catalog& catalog, unsigned threads);

inline constexpr double least_piece_mm3 = 200.0;  // smaller pieces go

}  // namespace drypoint::builder
