#include "anatomy/shared_space.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "geometry/closed.h"
#include "geometry/parallel.h"
#include "geometry/surface_index.h"

namespace drypoint::anatomy {
namespace {

using Pair = std::pair<std::size_t, std::size_t>;  // of structures, lower first
using Lengths = std::map<Pair, double>;            // mm of ray inside both

// Adds up, along one ray, where the ray is inside of two structures at once.
class RayTally {
  public:
    RayTally(std::size_t structures, Lengths& lengths) : inside_(structures, 0), lengths_(lengths) {}

    void run(const std::vector<geometry::Crossing>& crossings) {
        double last = 0.0;
        for (const geometry::Crossing& crossing : crossings) {
            if (open_.size() > 1) add(crossing.t_mm - last);
            last = crossing.t_mm;
            step(crossing);
        }
        for (const std::size_t structure : open_) inside_[structure] = 0;
        open_.clear();
    }

  private:
    void add(double length) {
        for (std::size_t i = 0; i < open_.size(); ++i)
            for (std::size_t k = i + 1; k < open_.size(); ++k) lengths_[std::minmax(open_[i], open_[k])] += length;
    }

    // A surface that crosses itself may be entered twice before it is left.
    void step(const geometry::Crossing& crossing) {
        int& depth = inside_[crossing.surface];
        const bool was = depth > 0;
        depth += crossing.entering ? 1 : -1;
        const bool is = depth > 0;
        if (is && !was) open_.push_back(crossing.surface);
        if (was && !is) open_.erase(std::find(open_.begin(), open_.end(), crossing.surface));
    }

    std::vector<int> inside_;
    std::vector<std::size_t> open_;
    Lengths& lengths_;
};

struct Solids {
    std::vector<const geometry::TriangleMesh*> meshes;
    std::vector<const Structure*> structures;
    geometry::Bounds bounds;
};

Solids solids_of(const Atlas& atlas) {
    Solids solids;
    for (const Structure& structure : atlas.structures) {
        if (structure.tissue == Tissue::skin || !geometry::is_closed_outward(structure.surface)) continue;
        solids.meshes.push_back(&structure.surface);
        solids.structures.push_back(&structure);
        solids.bounds.add(structure.bounds);
    }
    return solids;
}

}  // namespace

std::vector<SharedSpace> shared_space(const Atlas& atlas, double spacing_mm, double least_cm3) {
    const Solids solids = solids_of(atlas);
    if (solids.meshes.size() < 2) return {};
    const geometry::SurfaceIndex index(solids.meshes);
    const glm::dvec3 low(solids.bounds.min);
    const glm::dvec3 size = glm::dvec3(solids.bounds.max) - low;
    const auto rows = static_cast<std::size_t>(std::ceil(size.y / spacing_mm));
    const auto columns = static_cast<std::size_t>(std::ceil(size.x / spacing_mm));
    // One tally a row, added up in order: the sum does not depend on the number of cores.
    std::vector<Lengths> tallies(rows);
    geometry::in_parallel(rows, [&](std::size_t row) {
        RayTally tally(solids.meshes.size(), tallies[row]);
        for (std::size_t column = 0; column < columns; ++column) {
            const glm::dvec3 origin{low.x + (static_cast<double>(column) + 0.5) * spacing_mm,
                                    low.y + (static_cast<double>(row) + 0.5) * spacing_mm, low.z - 1.0};
            tally.run(index.crossings({origin, {0.0, 0.0, 1.0}}, 0.0, size.z + 2.0));
        }
    });
    Lengths sum;
    for (const Lengths& tally : tallies)
        for (const auto& [pair, length] : tally) sum[pair] += length;
    std::vector<SharedSpace> shared;
    for (const auto& [pair, length] : sum) {
        const double volume = length * spacing_mm * spacing_mm / 1000.0;
        if (volume < least_cm3) continue;
        shared.push_back({solids.structures[pair.first]->id, solids.structures[pair.second]->id, volume});
    }
    std::stable_sort(shared.begin(), shared.end(),
                     [](const SharedSpace& a, const SharedSpace& b) { return a.volume_cm3 > b.volume_cm3; });
    return shared;
}

}  // namespace drypoint::anatomy
