#include "measure.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>

#include <glm/common.hpp>
#include <glm/geometric.hpp>

#include "content.h"
#include "mesh_tools.h"
#include "outline.h"
#include "parallel.h"
#include "solids.h"

namespace drypoint::builder {
namespace {

constexpr double contested_mm = 0.3;

const Field* field_of(const std::vector<Claimed>& claimed, const std::string& id) {
    const std::string& now = id == recess_id ? std::string("joint-cavity") : id;
    const auto it = std::find_if(claimed.begin(), claimed.end(), [&](const Claimed& item) { return item.id == now; });
    return it == claimed.end() ? nullptr : &it->field;
}

// The part of the lattice of `a` that lies within the box of `b`.
Box common_box(const Field& a, const Field& b) {
    const glm::dvec3 low = glm::dvec3(b.box.low) * b.step;
    const glm::dvec3 high = glm::dvec3(b.box.high() - 1) * b.step;
    return intersect(a.box, box_around(low, high, -a.step, a.step));
}

Overlap overlap_of(const Solid& a, const Solid& b, const Field& a_after, const Field& b_after) {
    Overlap overlap{a.id, b.id};
    const Box block = common_box(a.field, b.field);
    if (block.empty()) return overlap;
    const double cell_cm3 = a.field.step * a.field.step * a.field.step / 1000.0;
    for_each_point(block, [&](int i, int j, int k) {
        if (a.field.at(i, j, k) >= 0.0f) return;
        const glm::dvec3 p = a.field.position(i, j, k);
        if (sample(b.field, p) >= 0.0) return;
        overlap.cm3 += cell_cm3;
        if (sample(a_after, p) < 0.0) overlap.a_cm3 += cell_cm3;
        if (sample(b_after, p) < 0.0) overlap.b_cm3 += cell_cm3;
    });
    return overlap;
}

bool holds(const Polygon& polygon, const glm::dvec2& p) {
    bool inside = false;
    for (std::size_t n = 0; n < polygon.size(); ++n) {
        const glm::dvec2& a = polygon[n];
        const glm::dvec2& b = polygon[(n + 1) % polygon.size()];
        if ((a.y <= p.y) != (b.y <= p.y) && p.x < a.x + (p.y - a.y) / (b.y - a.y) * (b.x - a.x)) inside = !inside;
    }
    return inside;
}

struct Stroke {
    glm::dvec2 from, to;
};

// Where the surface crosses the plane. A corner in the plane counts as above it.
std::vector<Stroke> section(const geometry::TriangleMesh& surface, double y) {
    std::vector<Stroke> strokes;
    for (const geometry::Triangle& t : surface.triangles) {
        std::vector<glm::dvec2> ends;
        for (std::size_t k = 0; k < 3; ++k) {
            const glm::dvec3 a(surface.positions[t[k]]);
            const glm::dvec3 b(surface.positions[t[(k + 1) % 3]]);
            if ((a.y >= y) == (b.y >= y)) continue;
            const glm::dvec3 at = a + (b - a) * ((y - a.y) / (b.y - a.y));
            ends.push_back({at.x, at.z});
        }
        if (ends.size() == 2) strokes.push_back({ends[0], ends[1]});
    }
    return strokes;
}

double distance_to(const std::vector<Stroke>& strokes, const glm::dvec2& p) {
    double best = 1e9;
    for (const Stroke& stroke : strokes) {
        const glm::dvec2 edge = stroke.to - stroke.from;
        const double length2 = glm::dot(edge, edge);
        const double t = length2 > 0.0 ? std::clamp(glm::dot(p - stroke.from, edge) / length2, 0.0, 1.0) : 0.0;
        best = std::min(best, glm::distance(p, stroke.from + edge * t));
    }
    return best;
}

}  // namespace

std::vector<Overlap> overlaps_of(const std::vector<Solid>& before, const std::vector<Claimed>& after, double least_cm3, unsigned threads) {
    std::vector<std::vector<Overlap>> found(before.size());
    parallel_for(before.size(), threads, [&](std::size_t a) {
        for (std::size_t b = a + 1; b < before.size(); ++b) {
            const Field* a_after = field_of(after, before[a].id);
            const Field* b_after = field_of(after, before[b].id);
            if (!a_after || !b_after || a_after == b_after) continue;
            const Overlap overlap = overlap_of(before[a], before[b], *a_after, *b_after);
            if (overlap.cm3 >= least_cm3) found[a].push_back(overlap);
        }
    });
    std::vector<Overlap> all;
    for (const std::vector<Overlap>& some : found) all.insert(all.end(), some.begin(), some.end());
    std::stable_sort(all.begin(), all.end(), [](const Overlap& a, const Overlap& b) { return a.cm3 > b.cm3; });
    return all;
}

std::vector<double> taken_from(const std::vector<Solid>& before, const std::vector<Claimed>& after, unsigned threads) {
    std::vector<double> taken(before.size(), 0.0);
    parallel_for(before.size(), threads, [&](std::size_t n) {
        const Field* now = field_of(after, before[n].id);
        if (now) taken[n] = volume(before[n].field) - volume(*now);
    });
    return taken;
}

Opened opened(const Solid& figure, const Claimed& won, const std::string& tissue) {
    Opened result{figure.field, won.field};
    open_edges(result.alone, tissue);
    open_edges(result.won, tissue);
    return result;
}

FreeOutline free_outline(const SectionFigure& figure, const CatalogEntry& entry, const std::vector<Solid>& solids,
                         const std::vector<Course>& courses, const Opened& own) {
    Content others;
    for (const Solid& solid : solids) {
        // The joint cavity takes what the others leave; it is no rival.
        if (solid.id != figure.id && solid.id != "joint-cavity") others.add(solid.field);
    }
    for (const Course& course : courses) others.add(course.curve);
    FreeOutline outline;
    for (const Level& level : figure.levels) {
        if (entry.cut == "ankle" && level.y < ankle_cut_y + 1.0) continue;
        if (entry.cut == "top" && level.y > top_cut_y - 1.0) continue;
        std::vector<Polygon> polygons;
        for (const FourierOutline& one : level.outlines) polygons.push_back(to_polygon(one));
        for (std::size_t n = 0; n < polygons.size(); ++n) {
            for (const glm::dvec2& at : polygons[n]) {
                bool within = false;  // another outline of the same solid: they join
                for (std::size_t m = 0; m < polygons.size(); ++m) within = within || (m != n && holds(polygons[m], at));
                if (within) continue;
                const glm::dvec3 p(at.x, level.y, at.y);
                if (others(p) < contested_mm) {
                    ++outline.contested;
                } else if (sample(own.won, p) > sample(own.alone, p) + contested_mm) {
                    ++outline.cut_off;
                } else {
                    outline.points.push_back(p);
                }
            }
        }
    }
    return outline;
}

Sliver sliver_of(const Claimed& won, const Opened& own) {
    Sliver sliver{won.id, {}, std::pow(won.field.step, 3.0) / 1000.0};
    for_each_point(won.field.box, [&](int i, int j, int k) {
        const bool taken = won.field.at(i, j, k) < 0.0f && own.won.at(i, j, k) >= 0.0f;
        if (taken && own.alone.at(i, j, k) < 0.0f) sliver.points.push_back(won.field.position(i, j, k));
    });
    return sliver;
}

SliverCheck check_sliver(const Sliver& sliver, const std::vector<Claimed>& after) {
    Content others;
    for (const Claimed& item : after) {
        if (item.id != sliver.id) others.add(item.field);
    }
    const Field* own = field_of(after, sliver.id);
    SliverCheck check{sliver.id, static_cast<double>(sliver.points.size()) * sliver.point_cm3};
    for (const glm::dvec3& p : sliver.points) {
        if (own && sample(*own, p) < 0.0) {
            check.own_cm3 += sliver.point_cm3;
        } else if (others(p) < 0.0) {
            check.others_cm3 += sliver.point_cm3;
        }
    }
    return check;
}

OutlineCheck check_outline(const std::string& id, const FreeOutline& outline, const geometry::TriangleMesh& surface) {
    OutlineCheck check{id, outline.points.size(), outline.contested, outline.cut_off};
    std::map<double, std::vector<Stroke>> sections;
    std::vector<double> distances;
    for (const glm::dvec3& p : outline.points) {
        const auto [entry, fresh] = sections.try_emplace(p.y);
        // The last planes may lie a hair beyond the surface.
        for (const double shift : {0.0, 0.5, -0.5, 1.0, -1.0, 2.0, -2.0, 4.0, -4.0}) {
            if (fresh && entry->second.empty()) entry->second = section(surface, p.y + shift);
        }
        const double distance = distance_to(entry->second, {p.x, p.z});
        distances.push_back(std::min(distance, 50.0));
        check.mean_mm += distances.back();
    }
    if (distances.empty()) return check;
    check.mean_mm /= static_cast<double>(distances.size());
    std::sort(distances.begin(), distances.end());
    check.most_95_mm = distances[static_cast<std::size_t>(0.95 * static_cast<double>(distances.size() - 1))];
    return check;
}

CourseMove move_of(const Course& course) {
    constexpr double window = 20.0;
    CourseMove move{course.id, 0.0, 0.0, course.curve.points.front()};
    const std::size_t count = course.curve.points.size();
    for (std::size_t n = 0; n < count; ++n) {
        const double way = glm::distance(course.curve.points[n], course.measured.points[n]);
        move.mean_mm += way / static_cast<double>(count);
        move.missing_mm = std::max(move.missing_mm, course.missing[n]);
        if (way > move.most_mm) {
            move.most_mm = way;
            move.where = course.curve.points[n];
        }
        double missing = 0.0;
        for (std::size_t m = 0; m < count; ++m) {
            if (glm::distance(course.measured.points[n], course.measured.points[m]) < window) missing = std::max(missing, course.missing[m]);
        }
        move.beyond_mm = std::max(move.beyond_mm, way - (missing > 0.0 ? missing + 1.5 : 0.7));
    }
    return move;
}

double mean_radius(const geometry::TriangleMesh& surface, const Curve& curve, int round_ends) {
    // A half ball at a round end adds as much as two thirds of a radius of tube.
    const double ends = round_ends * 2.0 / 3.0 * curve.radii.front();
    return std::sqrt(signed_volume(surface) / (std::numbers::pi * (length(curve.points) + ends)));
}

}  // namespace drypoint::builder
