#include "topology.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <queue>

namespace drypoint::builder {
namespace {

// The 27 cells round and with a point as bits; bit 13 is the point itself.
using Mask = std::uint32_t;
constexpr int own_bit = 13;
constexpr Mask all_round = ((Mask{1} << 27) - 1) & ~(Mask{1} << own_bit);

constexpr glm::ivec3 offset_of(int bit) { return {bit % 3 - 1, bit / 3 % 3 - 1, bit / 9 - 1}; }

int away(const glm::ivec3& a) { return std::abs(a.x) + std::abs(a.y) + std::abs(a.z); }

struct Tables {
    std::array<Mask, 27> by_face{};    // neighbours across a face
    std::array<Mask, 27> by_edge{};    // across a face or an edge
    std::array<Mask, 27> by_corner{};  // across a face, an edge or a corner
    Mask faces = 0;                    // those of the point itself
    Mask edges = 0;

    Tables() {
        for (int a = 0; a < 27; ++a) {
            const int distance = away(offset_of(a));
            if (distance == 1) faces |= Mask{1} << a;
            if (distance == 1 || distance == 2) edges |= Mask{1} << a;
            for (int b = 0; b < 27; ++b) {
                const glm::ivec3 d = offset_of(a) - offset_of(b);
                if (a == b || a == own_bit || b == own_bit) continue;
                if (std::max({std::abs(d.x), std::abs(d.y), std::abs(d.z)}) > 1) continue;
                if (away(d) == 1) by_face[static_cast<std::size_t>(a)] |= Mask{1} << b;
                if (away(d) <= 2) by_edge[static_cast<std::size_t>(a)] |= Mask{1} << b;
                by_corner[static_cast<std::size_t>(a)] |= Mask{1} << b;
            }
        }
    }
};

Mask flood(Mask set, Mask seed, const std::array<Mask, 27>& neighbours) {
    Mask reached = seed & set;
    Mask fresh = reached;
    while (fresh != 0) {
        const int bit = __builtin_ctz(fresh);
        fresh &= fresh - 1;
        const Mask more = neighbours[static_cast<std::size_t>(bit)] & set & ~reached;
        reached |= more;
        fresh |= more;
    }
    return reached;
}

// Are all of the members in one piece of the set?
bool are_joined(Mask set, Mask members, const std::array<Mask, 27>& neighbours) {
    const Mask first = members & ~(members - 1);
    return members != 0 && (members & ~flood(set, first, neighbours)) == 0;
}

// May the point join the solid without changing its pieces, handles or hollows? The surface that `extract` makes lets solids hang
// together by faces, and what is free by faces and edges, by corners too or not: a point that is simple either way is safe.
bool is_simple(Mask solid) {
    static const Tables tables;
    const Mask free = ~solid & all_round;
    return are_joined(solid & tables.edges, solid & tables.faces, tables.by_face) &&
           are_joined(free, free & tables.edges, tables.by_edge) && are_joined(free, free, tables.by_corner);
}

enum class State : std::uint8_t { outside, open, queued, inside, elsewhere };

class Grower {
  public:
    explicit Grower(Field& field) : field_(field), states_(field.values.size(), State::outside) {
        const std::ptrdiff_t row = field.box.size.x;
        const std::ptrdiff_t plane = row * field.box.size.z;
        for (int bit = 0; bit < 27; ++bit) {
            const glm::ivec3 d = offset_of(bit);
            steps_[static_cast<std::size_t>(bit)] = d.x + d.y * plane + d.z * row;
        }
        // The border stays outside, so that no step leaves the box.
        Box inner = field.box;
        inner.low += 1;
        inner.size -= 2;
        for_each_point(inner, [&](int i, int j, int k) {
            const std::size_t n = field.index(i, j, k);
            if (field.values[n] < 0.0f) states_[n] = State::open;
        });
    }

    void run() {
        for (std::size_t seed = deepest(); seed < states_.size(); seed = deepest()) grow_piece(seed);
        for (std::size_t n = 0; n < states_.size(); ++n) {
            if (states_[n] == State::elsewhere && !taken_[n]) cut(n);
        }
    }

  private:
    std::size_t at(std::size_t n, int bit) const {
        return static_cast<std::size_t>(static_cast<std::ptrdiff_t>(n) + steps_[static_cast<std::size_t>(bit)]);
    }

    std::size_t deepest() const {
        std::size_t best = states_.size();
        for (std::size_t n = 0; n < states_.size(); ++n) {
            if (states_[n] == State::open && (best == states_.size() || field_.values[n] < field_.values[best])) best = n;
        }
        return best;
    }

    void grow_piece(std::size_t seed) {
        taken_.resize(states_.size(), false);
        const std::vector<std::size_t> piece = piece_of(seed);
        queue_.push({field_.values[seed], seed});
        states_[seed] = State::queued;
        bool first = true;
        while (!queue_.empty()) {
            const std::size_t n = queue_.top().second;
            queue_.pop();
            if (!first && !is_simple(solid_round(n))) {
                states_[n] = State::open;
                continue;
            }
            first = false;
            states_[n] = State::inside;
            for (int bit = 0; bit < 27; ++bit) {
                const std::size_t m = at(n, bit);
                if (states_[m] != State::open) continue;
                states_[m] = State::queued;
                queue_.push({field_.values[m], m});
            }
        }
        // Pieces do not see one another.
        for (const std::size_t n : piece) {
            taken_[n] = states_[n] == State::inside;
            states_[n] = State::elsewhere;
        }
    }

    // All that is joined to the seed by faces.
    std::vector<std::size_t> piece_of(std::size_t seed) {
        constexpr std::array faces = {4, 10, 12, 14, 16, 22};
        std::vector<std::size_t> piece{seed};
        std::vector<bool>& seen = seen_;
        seen.resize(states_.size(), false);
        seen[seed] = true;
        for (std::size_t done = 0; done < piece.size(); ++done) {
            for (const int bit : faces) {
                const std::size_t m = at(piece[done], bit);
                if (seen[m] || states_[m] != State::open) continue;
                seen[m] = true;
                piece.push_back(m);
            }
        }
        return piece;
    }

    Mask solid_round(std::size_t n) const {
        Mask mask = 0;
        for (int bit = 0; bit < 27; ++bit) {
            if (bit != own_bit && states_[at(n, bit)] == State::inside) mask |= Mask{1} << bit;
        }
        return mask;
    }

    void cut(std::size_t n) {
        constexpr std::array faces = {4, 10, 12, 14, 16, 22};
        const auto rim = static_cast<float>(0.35 * field_.step);
        field_.values[n] = rim;
        for (const int bit : faces) {
            float& beside = field_.values[at(n, bit)];
            if (beside < 0.0f) beside = std::max(beside, -rim);
        }
    }

    using Item = std::pair<float, std::size_t>;
    Field& field_;
    std::vector<State> states_;
    std::vector<bool> taken_;
    std::vector<bool> seen_;
    std::array<std::ptrdiff_t, 27> steps_{};
    std::priority_queue<Item, std::vector<Item>, std::greater<>> queue_;
};

}  // namespace

void cut_handles(Field& field) { Grower(field).run(); }

}  // namespace drypoint::builder
