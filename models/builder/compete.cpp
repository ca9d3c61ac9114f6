#include "compete.h"

#include <algorithm>
#include <cmath>

#include "parallel.h"

namespace drypoint::builder {
namespace {

float left_over(float a, float b, bool equals, float gap) {
    return equals ? std::max(a, 0.5f * (a - b + gap)) : std::max(a, gap - b);
}

// Where the other's distances lie on the same lattice they are read as they are.
void yield_to(Field& result, const Field& mine, const Field& other, bool equals, float gap) {
    const bool same_lattice = mine.step == other.step;
    const glm::dvec3 low = glm::dvec3(other.box.low) * other.step;
    const glm::dvec3 high = glm::dvec3(other.box.high() - 1) * other.step;
    Box block = same_lattice ? other.box : box_around(low, high, -mine.step, mine.step);
    block = intersect(mine.box, block);
    if (block.empty()) return;
    for_each_point(block, [&](int i, int j, int k) {
        const std::size_t n = mine.index(i, j, k);
        const float a = mine.values[n];
        if (a >= band) return;
        const float b = same_lattice ? other.at(i, j, k) : static_cast<float>(sample(other, mine.position(i, j, k)));
        result.values[n] = std::max(result.values[n], left_over(a, b, equals, gap));
    });
}

}  // namespace

std::vector<Field> share_out(const std::vector<Solid>& solids, double gap, unsigned threads) {
    std::vector<Field> result(solids.size());
    parallel_for(solids.size(), threads, [&](std::size_t n) {
        result[n] = solids[n].field;
        for (std::size_t m = 0; m < solids.size(); ++m) {
            if (m == n || solids[m].rank > solids[n].rank) continue;
            yield_to(result[n], solids[n].field, solids[m].field, solids[m].rank == solids[n].rank, static_cast<float>(gap));
        }
    });
    return result;
}

}  // namespace drypoint::builder
