#pragma once
// Signed distances on dense boxes of one common lattice: negative inside, millimetres.

#include <vector>

#include <glm/vec3.hpp>

namespace drypoint::builder {

// A block of lattice points: those with low <= index < low + size. Point (i, j, k) lies at (i, j, k) * step.
struct Box {
    glm::ivec3 low{0};
    glm::ivec3 size{0};

    bool empty() const { return size.x <= 0 || size.y <= 0 || size.z <= 0; }
    glm::ivec3 high() const { return low + size; }  // one past the last
};

Box intersect(const Box& a, const Box& b);

// Box of the lattice with the given step that holds low..high and `margin` around it.
Box box_around(const glm::dvec3& low, const glm::dvec3& high, double margin, double step);

// Distances are true up to `band` either side and stay at +-band or more beyond.
inline constexpr float band = 10.0f;

struct Field {
    double step = 1.0;
    Box box;
    std::vector<float> values;  // x fastest, then z, then y: each horizontal plane is contiguous

    Field() = default;
    Field(double step_mm, const Box& block, float value = band);

    std::size_t index(int i, int j, int k) const {
        const auto x = static_cast<std::size_t>(i - box.low.x);
        const auto y = static_cast<std::size_t>(j - box.low.y);
        const auto z = static_cast<std::size_t>(k - box.low.z);
        return (y * static_cast<std::size_t>(box.size.z) + z) * static_cast<std::size_t>(box.size.x) + x;
    }
    float& at(int i, int j, int k) { return values[index(i, j, k)]; }
    float at(int i, int j, int k) const { return values[index(i, j, k)]; }
    glm::dvec3 position(int i, int j, int k) const { return glm::dvec3(i, j, k) * step; }
};

// Calls visit(i, j, k) for every lattice point of the block, in memory order.
template <typename Visit>
void for_each_point(const Box& block, const Visit& visit) {
    for (int j = block.low.y; j < block.high().y; ++j) {
        for (int k = block.low.z; k < block.high().z; ++k) {
            for (int i = block.low.x; i < block.high().x; ++i) visit(i, j, k);
        }
    }
}

// Trilinear value; outside the box the value at the nearest point of the box plus the way there.
double sample(const Field& field, const glm::dvec3& point);

// Central differences over half a step either side, not normalised.
glm::dvec3 gradient(const Field& field, const glm::dvec3& point);

// The gradient as a unit vector, or `otherwise` where the field is flat.
glm::dvec3 direction(const Field& field, const glm::dvec3& point, const glm::dvec3& otherwise);

// Replaces the values by signed distances to the zero level, which stays where it is: first-order distances beside the level,
// then fast sweeping (Zhao, A fast sweeping method for Eikonal equations, 2005). Values beyond `limit` stay at +-limit.
void redistance(Field& field, float limit = band);

// One pass of the binomial filter (1 2 1) / 4 along each axis.
void smooth(Field& field);

// Morphological opening with a ball: what no ball of the radius fits into goes, the rest stays exactly as it is. What the ball fits into
// is judged after `smoothing` passes of `smooth`, without which the place where it no longer fits follows the lattice in teeth.
void open(Field& field, double radius, int smoothing = 0);

// Volume of the inside in mm^3, counting a lattice point by how far it lies inside.
double volume(const Field& field);

}  // namespace drypoint::builder
