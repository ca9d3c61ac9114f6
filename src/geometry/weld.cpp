#include "geometry/weld.h"

#include <bit>

namespace drypoint::geometry {
namespace {

constexpr std::uint32_t none = 0xffffffffu;

std::uint64_t hash(const glm::vec3& p) {
    // Adding zero turns -0 into 0, so that both fall into one slot.
    const std::uint64_t x = std::bit_cast<std::uint32_t>(p.x + 0.0f);
    const std::uint64_t y = std::bit_cast<std::uint32_t>(p.y + 0.0f);
    const std::uint64_t z = std::bit_cast<std::uint32_t>(p.z + 0.0f);
    std::uint64_t h = (x | y << 32) * 0x9e3779b97f4a7c15u;
    h = (h ^ (h >> 32) ^ z) * 0xd6e8feb86659fd93u;
    return h ^ (h >> 32);
}

// An open-addressing table from position to its number in the welded mesh.
class PositionTable {
  public:
    explicit PositionTable(std::size_t most) : slots_(std::bit_ceil(most * 2 + 2), none), mask_(slots_.size() - 1) {}

    std::uint32_t number_of(const glm::vec3& position, std::vector<glm::vec3>& welded) {
        for (std::uint64_t slot = hash(position) & mask_;; slot = (slot + 1) & mask_) {
            std::uint32_t& number = slots_[slot];
            if (number == none) {
                number = static_cast<std::uint32_t>(welded.size());
                welded.push_back(position);
                return number;
            }
            if (welded[number] == position) return number;
        }
    }

  private:
    std::vector<std::uint32_t> slots_;
    std::uint64_t mask_;
};

}  // namespace

TriangleMesh weld(const std::vector<glm::vec3>& positions, const std::vector<Triangle>& triangles) {
    TriangleMesh mesh;
    mesh.positions.reserve(positions.size());
    mesh.triangles.reserve(triangles.size());
    PositionTable table(positions.size());
    std::vector<std::uint32_t> number(positions.size(), none);
    for (const Triangle& triangle : triangles) {
        Triangle welded{};
        for (std::size_t corner = 0; corner < 3; ++corner) {
            std::uint32_t& known = number[triangle[corner]];
            if (known == none) known = table.number_of(positions[triangle[corner]], mesh.positions);
            welded[corner] = known;
        }
        if (welded[0] == welded[1] || welded[1] == welded[2] || welded[2] == welded[0]) continue;
        mesh.triangles.push_back(welded);
    }
    return mesh;
}

}  // namespace drypoint::geometry
