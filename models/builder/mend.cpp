#include "mend.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <queue>

#include <glm/common.hpp>
#include <glm/geometric.hpp>

#include "compete.h"
#include "content.h"
#include "outline.h"
#include "parallel.h"
#include "solids.h"
#include "tube.h"

namespace drypoint::builder {
namespace {

constexpr double cord_radius = 1.3;
constexpr double cord_reach = 5.0;       // round a way between two pieces the opening is undone
constexpr double least_joined = 20.0;    // mm^3; smaller pieces are specks
constexpr double end_tolerance = 3.0;    // along y
constexpr double dearest = 1500.0;       // of a way; what is dearer has none
constexpr double outside_cost = 2.0;     // per mm outside of what the solid won
constexpr double crowded_cost = 20.0;    // per mm that is missing between the cord and what it must keep off

using Places = std::vector<std::size_t>;  // lattice points by their index

glm::dvec3 position(const Field& field, std::size_t n) {
    const auto row = static_cast<std::size_t>(field.box.size.x);
    const std::size_t plane = row * static_cast<std::size_t>(field.box.size.z);
    const glm::ivec3 at(static_cast<int>(n % row), static_cast<int>(n / plane), static_cast<int>(n % plane / row));
    return glm::dvec3(field.box.low + at) * field.step;
}

// Calls visit(m) for each neighbour across a face that the box holds.
template <typename Visit>
void for_each_neighbour(const Field& field, std::size_t n, const Visit& visit) {
    const auto row = static_cast<std::size_t>(field.box.size.x);
    const std::size_t plane = row * static_cast<std::size_t>(field.box.size.z);
    const std::size_t x = n % row;
    const std::size_t z = n % plane / row;
    const std::size_t y = n / plane;
    if (x > 0) visit(n - 1);
    if (x + 1 < row) visit(n + 1);
    if (z > 0) visit(n - row);
    if (z + 1 < static_cast<std::size_t>(field.box.size.z)) visit(n + row);
    if (y > 0) visit(n - plane);
    if (y + 1 < static_cast<std::size_t>(field.box.size.y)) visit(n + plane);
}

// The pieces of the solid, largest first.
std::vector<Places> pieces_of(const Field& field) {
    std::vector<Places> pieces;
    std::vector<char> seen(field.values.size(), 0);
    for (std::size_t start = 0; start < seen.size(); ++start) {
        if (seen[start] || field.values[start] >= 0.0f) continue;
        Places piece{start};
        seen[start] = 1;
        for (std::size_t done = 0; done < piece.size(); ++done) {
            for_each_neighbour(field, piece[done], [&](std::size_t m) {
                if (seen[m] || field.values[m] >= 0.0f) return;
                seen[m] = 1;
                piece.push_back(m);
            });
        }
        pieces.push_back(std::move(piece));
    }
    std::stable_sort(pieces.begin(), pieces.end(), [](const Places& a, const Places& b) { return a.size() > b.size(); });
    return pieces;
}

class Mender {
  public:
    // `won`: the solid before the opening; `open`: after it.
    Mender(const std::string& id, const Field& won, const Field& open, const Distance& obstacle)
        : id_(id), won_(won), open_(open), obstacle_(obstacle), pieces_(pieces_of(open)), in_main_(open.values.size(), 0) {
        if (pieces_.empty()) return;
        for (const std::size_t n : pieces_.front()) in_main_[n] = 1;
    }

    std::vector<Cord> between_pieces() const {
        const double cell = std::pow(open_.step, 3.0);
        std::vector<Cord> cords;
        for (std::size_t n = 1; n < pieces_.size() && static_cast<double>(pieces_[n].size()) * cell >= least_joined; ++n) {
            const std::vector<glm::dvec3> way = way_to_main(pieces_[n]);
            if (!way.empty()) cords.push_back(cord_along(way));
        }
        return cords;
    }

    // To the figure's end planes that the solid does not reach.
    std::vector<Cord> to_ends(const SectionFigure& figure, const CatalogEntry& entry) const {
        std::vector<Cord> cords;
        if (pieces_.empty()) return cords;
        const double lowest = position(open_, *std::min_element(pieces_.front().begin(), pieces_.front().end())).y;
        const double highest = position(open_, *std::max_element(pieces_.front().begin(), pieces_.front().end())).y;
        const bool short_below = entry.cut != "ankle" && lowest > figure.levels.front().y + end_tolerance;
        const bool short_above = entry.cut != "top" && highest < figure.levels.back().y - end_tolerance;
        if (short_below) add_end(figure.levels.front(), cords);
        if (short_above) add_end(figure.levels.back(), cords);
        return cords;
    }

  private:
    void add_end(const Level& level, std::vector<Cord>& cords) const {
        const std::vector<glm::dvec3> way = way_to_main(places_at(level));
        if (!way.empty()) cords.push_back(cord_along(way));
    }

    // Where a cord has room in or beside the plane's largest outline.
    Places places_at(const Level& level) const {
        Polygon largest;
        for (const FourierOutline& outline : level.outlines) {
            const Polygon polygon = to_polygon(outline);
            if (largest.empty() || area(polygon) > area(largest)) largest = polygon;
        }
        glm::dvec2 middle(0.0);
        for (const glm::dvec2& p : largest) middle += p / static_cast<double>(largest.size());
        const double radius = std::sqrt(area(largest) / 3.141592653589793);
        const int j = static_cast<int>(std::lround(level.y / open_.step));
        for (const double around : {radius, radius + 3.0, radius + 6.0}) {
            Places places;
            const Box plane{{open_.box.low.x, j, open_.box.low.z}, {open_.box.size.x, 1, open_.box.size.z}};
            for_each_point(intersect(plane, open_.box), [&](int i, int jj, int k) {
                const glm::dvec3 p = open_.position(i, jj, k);
                if (glm::distance(glm::dvec2(p.x, p.z), middle) > around || obstacle_(p) < cord_radius + gap_mm) return;
                places.push_back(open_.index(i, jj, k));
            });
            if (!places.empty()) return places;
        }
        return {};
    }

    double cost_at(std::size_t n) const {
        const double outside = std::max(0.0, static_cast<double>(won_.values[n]));
        const double crowded = std::max(0.0, cord_radius + gap_mm - obstacle_(position(open_, n)));
        return 1.0 + outside_cost * outside + crowded_cost * crowded;
    }

    // The cheapest way from any of the places into the largest piece (Dijkstra 1959); empty where there is none.
    std::vector<glm::dvec3> way_to_main(const Places& starts) const {
        using Item = std::pair<double, std::size_t>;
        std::vector<double> costs(open_.values.size(), std::numeric_limits<double>::infinity());
        std::vector<std::size_t> from(open_.values.size());
        std::priority_queue<Item, std::vector<Item>, std::greater<>> queue;
        for (const std::size_t n : starts) {
            costs[n] = 0.0;
            from[n] = n;
            queue.push({0.0, n});
        }
        while (!queue.empty()) {
            const double cost = queue.top().first;
            const std::size_t n = queue.top().second;
            queue.pop();
            if (cost > costs[n]) continue;
            if (cost > dearest) return {};
            if (in_main_[n] && open_.values[n] < -0.5f * static_cast<float>(cord_radius)) return way_back(n, from);
            for_each_neighbour(open_, n, [&](std::size_t m) {
                const double way = cost + open_.step * cost_at(m);
                if (way >= costs[m]) return;
                costs[m] = way;
                from[m] = n;
                queue.push({way, m});
            });
        }
        return {};
    }

    std::vector<glm::dvec3> way_back(std::size_t n, const std::vector<std::size_t>& from) const {
        std::vector<glm::dvec3> way{position(open_, n)};
        while (from[n] != n) {
            n = from[n];
            way.push_back(position(open_, n));
        }
        return way;
    }

    Cord cord_along(std::vector<glm::dvec3> way) const {
        if (way.size() == 1) way.push_back(way.front());
        const std::vector<glm::dvec3> line = smoothed_along(way, 2.0);
        return {id_, {line, std::vector<double>(line.size(), cord_radius)}};
    }

    const std::string& id_;
    const Field& won_;
    const Field& open_;
    const Distance& obstacle_;
    std::vector<Places> pieces_;
    std::vector<char> in_main_;
};

// What the cords of a solid must keep off: all that wins over it, the joint cavity (a hazard), and courses.
Content obstacles_of(const Claimed& solid, const std::vector<Claimed>& claimed, const std::vector<Course>& courses) {
    Content content;
    for (const Claimed& other : claimed) {
        if (other.id == "joint-cavity" || other.rank < solid.rank) content.add(other.field);
    }
    for (const Course& course : courses) content.add(course.curve);
    return content;
}

Box box_round(const Field& field, const Curve& line, double margin) {
    glm::dvec3 low(1e9);
    glm::dvec3 high(-1e9);
    for (const glm::dvec3& p : line.points) {
        low = glm::min(low, p);
        high = glm::max(high, p);
    }
    return intersect(field.box, box_around(low, high, margin, field.step));
}

// Gives the solid back what the opening took within `cord_reach` of the way.
void undo_opening(Field& open, const Field& won, const Curve& way) {
    for_each_point(box_round(open, way, cord_reach), [&](int i, int j, int k) {
        const std::size_t n = open.index(i, j, k);
        if (won.values[n] >= open.values[n]) return;
        const auto away = static_cast<float>(nearest(way, open.position(i, j, k)).distance - cord_reach);
        open.values[n] = std::min(open.values[n], std::max(won.values[n], away));
    });
}

void add_cord(Field& field, const Curve& line, const Distance& obstacle) {
    constexpr double around = 4.0;
    for_each_point(box_round(field, line, cord_radius + around), [&](int i, int j, int k) {
        const glm::dvec3 p = field.position(i, j, k);
        const double distance = tube_distance(line, p);
        if (distance > around) return;
        float& value = field.at(i, j, k);
        if (distance < value) value = std::min(value, static_cast<float>(std::max(distance, gap_mm - obstacle(p))));
    });
}

struct Mended {
    std::vector<Cord> bridges;
    std::vector<Cord> ends;
};

bool hangs_together(const CatalogEntry& entry) {
    const bool holds = entry.tissue == "muscle" || entry.tissue == "membrane" || entry.tissue == "ligament" || entry.tissue == "tendon";
    return holds && entry.pieces == 1;
}

const SectionFigure* section_of(const Figures& figures, const std::string& id) {
    const auto it = std::find_if(figures.sections.begin(), figures.sections.end(), [&](const SectionFigure& one) { return one.id == id; });
    return it == figures.sections.end() ? nullptr : &*it;
}

}  // namespace

std::vector<Cord> open_and_mend(std::vector<Claimed>& claimed, const Figures& figures, const Catalog& catalog,
                                const std::vector<Course>& courses, unsigned threads) {
    std::vector<Field> won;
    for (const Claimed& solid : claimed) won.push_back(hangs_together(*find(catalog, solid.id)) ? solid.field : Field{});
    open_all(claimed, catalog, threads);
    std::vector<Mended> mended(claimed.size());
    parallel_for(claimed.size(), threads, [&](std::size_t n) {
        const CatalogEntry& entry = *find(catalog, claimed[n].id);
        if (!hangs_together(entry)) return;
        const Content content = obstacles_of(claimed[n], claimed, courses);
        const Distance obstacle = [&](const glm::dvec3& p) { return content(p); };
        const Mender mender(claimed[n].id, won[n], claimed[n].field, obstacle);
        mended[n].bridges = mender.between_pieces();
        if (const SectionFigure* figure = section_of(figures, entry.id)) mended[n].ends = mender.to_ends(*figure, entry);
    });
    parallel_for(claimed.size(), threads, [&](std::size_t n) {
        for (const Cord& cord : mended[n].bridges) undo_opening(claimed[n].field, won[n], cord.line);
    });
    std::vector<Cord> cords;
    for (std::size_t n = 0; n < claimed.size(); ++n) {
        for (const std::vector<Cord>* some : {&mended[n].bridges, &mended[n].ends}) {
            for (const Cord& cord : *some) {
                const Content content = obstacles_of(claimed[n], claimed, courses);
                add_cord(claimed[n].field, cord.line, [&](const glm::dvec3& p) { return content(p); });
                for (Claimed& other : claimed) {
                    if (other.id != cord.id && other.rank >= claimed[n].rank && other.id != "joint-cavity") carve(other.field, cord.line, gap_mm);
                }
                cords.push_back(cord);
            }
        }
    }
    return cords;
}

}  // namespace drypoint::builder
