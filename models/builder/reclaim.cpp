#include "reclaim.h"

#include <algorithm>
#include <numeric>

#include "content.h"
#include "parallel.h"
#include "solids.h"

namespace drypoint::builder {
namespace {

constexpr float beside = 1.5f;  // lattice points outside of the figure whose values its surface hangs on too
constexpr float lost = 0.05f;
constexpr double bed_margin = 0.15;

const Solid* find(const std::vector<Solid>& figures, const std::string& id) {
    const auto it = std::find_if(figures.begin(), figures.end(), [&](const Solid& solid) { return solid.id == id; });
    return it == figures.end() ? nullptr : &*it;
}

// The solid with what of its figure is free of others.
Field regrown(const Field& mine, const Field& figure, const Content& others, unsigned threads) {
    Field result = mine;
    parallel_for(static_cast<std::size_t>(mine.box.size.y), threads, [&](std::size_t plane) {
        Box block = mine.box;
        block.low.y += static_cast<int>(plane);
        block.size.y = 1;
        for_each_point(block, [&](int i, int j, int k) {
            const float wanted = figure.at(i, j, k);
            const float has = mine.at(i, j, k);
            if (wanted > beside || has < wanted + lost) return;
            const auto free = static_cast<float>(gap_mm - others(mine.position(i, j, k)));
            result.at(i, j, k) = std::min(has, std::max(wanted, free));
        });
    });
    return result;
}

}  // namespace

void reclaim(std::vector<Claimed>& claimed, const std::vector<Solid>& figures, const std::vector<Course>& courses, unsigned threads) {
    std::vector<double> volumes;
    for (const Claimed& solid : claimed) volumes.push_back(volume(solid.field));
    std::vector<std::size_t> order(claimed.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return volumes[a] > volumes[b]; });
    std::vector<Curve> beds;  // a little wider than the courses, as `carve_courses` makes them
    for (const Course& course : courses) {
        beds.push_back(course.curve);
        for (double& radius : beds.back().radii) radius += bed_margin;
    }
    for (const std::size_t n : order) {
        Claimed& solid = claimed[n];
        const Solid* figure = find(figures, solid.id);
        if (solid.rank != rank_of("muscle") || !figure) continue;
        Content others;
        for (const Claimed& other : claimed) {
            if (other.id != solid.id) others.add(other.field);
        }
        for (const Curve& bed : beds) others.add(bed);
        Field grown = regrown(solid.field, figure->field, others, threads);
        open(grown, muscle_opening * grown.step, 1);
        for (std::size_t v = 0; v < grown.values.size(); ++v) solid.field.values[v] = std::min(solid.field.values[v], grown.values[v]);
    }
}

}  // namespace drypoint::builder
