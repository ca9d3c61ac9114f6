#pragma once
// How far the built model is from its figures, and why.

#include <string>
#include <vector>

#include "claims.h"
#include "compete.h"
#include "figures.h"
#include "geometry/triangle_mesh.h"

namespace drypoint::builder {

// What two solids of the figures both claimed, and who has it now.
struct Overlap {
    std::string a, b;
    double cm3 = 0.0;
    double a_cm3 = 0.0;
    double b_cm3 = 0.0;  // the rest is gap, or a course's bed
};

// Of at least `least_cm3`, largest first. `before` and `after` hold the same solids in the same order, but for the recess,
// which is part of the joint cavity afterwards.
std::vector<Overlap> overlaps_of(const std::vector<Solid>& before, const std::vector<Claimed>& after, double least_cm3, unsigned threads);

// What of each solid others and courses took, in mm3, in the order of `before`.
std::vector<double> taken_from(const std::vector<Solid>& before, const std::vector<Claimed>& after, unsigned threads);

// A solid of the figures with nothing but its own feather edges taken away, and with those of what others and courses
// left of it. The difference is what the resolution of an overlap cost beyond the overlap: slivers too thin to be
// shown.
struct Opened {
    Field alone;
    Field won;
};
Opened opened(const Solid& figure, const Claimed& won, const std::string& tissue);

// A point of a figure's outline that no other solid or course claims: there the model's section has to come back.
using OutlinePoints = std::vector<glm::dvec3>;

struct FreeOutline {
    OutlinePoints points;
    std::size_t contested = 0;  // points left out because others claim their place
    std::size_t cut_off = 0;    // points left out because what others left there was too thin
};

// Points that lie deeper than 0.3 mm outside of all other solids and of the courses' beds, where the opening takes no
// more than it would take without those, and on the kept side of a cut.
FreeOutline free_outline(const SectionFigure& figure, const CatalogEntry& entry, const std::vector<Solid>& solids,
                         const std::vector<Course>& courses, const Opened& own);

// What others left of a solid and the opening took, though it would have left it to the figure.
struct Sliver {
    std::string id;
    std::vector<glm::dvec3> points;  // of the lattice
    double point_cm3 = 0.0;
};
Sliver sliver_of(const Claimed& won, const Opened& own);

// Who has a sliver in the end; the rest is gap.
struct SliverCheck {
    std::string id;
    double cm3 = 0.0;
    double own_cm3 = 0.0;
    double others_cm3 = 0.0;
};
SliverCheck check_sliver(const Sliver& sliver, const std::vector<Claimed>& after);

struct OutlineCheck {
    std::string id;
    std::size_t points = 0;
    std::size_t contested = 0;
    std::size_t cut_off = 0;
    double mean_mm = 0.0;
    double most_95_mm = 0.0;  // 95 % of the points lie nearer
};

// Distances from the points to the section that the surface has in their plane; where it has none, to its nearest plane's.
OutlineCheck check_outline(const std::string& id, const FreeOutline& outline, const geometry::TriangleMesh& surface);

struct CourseMove {
    std::string id;
    double mean_mm = 0.0;
    double most_mm = 0.0;
    glm::dvec3 where{0.0};  // of the largest move, in the model
    double missing_mm = 0.0;  // the most that stood in the figure's way, or that an end had to go to its parent
    double beyond_mm = 0.0;   // how much further than what was missing within 20 mm, and 1.5 mm, it went, at most; where nothing
                              // was missing: than 0.7 mm
};

// Compares where the course runs with where its figure does.
CourseMove move_of(const Course& course);

// Mean radius of a tube by its volume.
double mean_radius(const geometry::TriangleMesh& surface, const Curve& curve, int round_ends);

}  // namespace drypoint::builder
