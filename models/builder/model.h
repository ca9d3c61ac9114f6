#pragma once
// The whole way from figures to a model.

#include <array>
#include <string>
#include <vector>

#include "builds.h"
#include "catalog.h"
#include "corrections.h"
#include "figures.h"
#include "gaps.h"
#include "geometry/triangle_mesh.h"
#include "landmarks.h"
#include "measure.h"

namespace drypoint::builder {

struct Inputs {
    Figures figures;  // moved and corrected
    Catalog catalog;
    Builds builds;
    std::vector<CorrectedPart> corrected;
};

// Reads everything below the folder: figures, structures.toml, corrections.toml, builds.toml. Figures that the catalog does not name are
// errors. Structures whose line was corrected are uncertain.
base::Result<Inputs> read_inputs(const std::filesystem::path& folder);

struct BuildOptions {
    unsigned threads = 1;
    double step = 1.0;  // of the common lattice, mm
    std::size_t triangles = 297'000;  // a few solids get more than their share, so that they do not cross themselves
    bool envelope = true;
    bool measure = false;  // against the figures: takes longer
};

struct Part {
    CatalogEntry entry;
    geometry::TriangleMesh surface;
    geometry::ShadedMesh shading;
    double figure_cm3 = 0.0;  // volume of the source on the kept side of a cut; 0 if it has none
    double taken_cm3 = 0.0;   // what other solids and courses took of it; only when measured
};

struct TubeCheck {
    std::string id;
    double radius_mm = 0.0;  // by the tube's volume
    double figure_mm = 0.0;
};

// By which a solid hangs together or reaches its figure's end.
struct CordCheck {
    std::string id;
    glm::dvec3 from{0.0};  // in the solid
    glm::dvec3 to{0.0};
    double length_mm = 0.0;
};

struct Model {
    std::vector<Part> parts;  // in the order of the catalog
    std::vector<Landmark> landmarks;
    std::vector<CorrectedPart> corrected;
    std::vector<CourseMove> moves;  // from the figures, where those were corrected from the corrected ones
    std::vector<TubeCheck> tubes;
    std::vector<CordCheck> cords;
    std::vector<Overlap> overlaps;       // only when measured
    std::vector<SliverCheck> slivers;    // only when measured
    std::vector<Gap> gaps;               // only when measured
    std::vector<OutlineCheck> outlines;  // only when measured
    std::array<double, 2> skin_and_fat_mm{};  // least and most over the limb, average build
    std::vector<std::string> remarks;  // what did not come out as asked
};

Model build(const Inputs& inputs, const BuildOptions& options);

}  // namespace drypoint::builder
