#include "envelope.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <glm/common.hpp>
#include <glm/geometric.hpp>

#include "compete.h"
#include "hull.h"
#include "mesh_tools.h"
#include "outline.h"
#include "parallel.h"
#include "simplify.h"
#include "surface.h"

namespace drypoint::builder {
namespace {

using geometry::TriangleMesh;

constexpr double step = 2.0;
constexpr double margin = 50.0;  // room for closing
constexpr double fascia_gap = 0.6;  // between the fat's inner surface and what it covers; simplification uses up part of it

Box whole_limb(const CutPlanes& planes) {
    return box_around({-190.0, planes.bottom_y, -60.0}, {80.0, planes.top_y, 200.0}, margin, step);
}

// Distances in one plane to the convex hull of the content's inside and of its mirror image; far outside where there is none.
std::vector<float> hull_distances(const Field& content, int j) {
    std::vector<glm::dvec2> points;
    const Box& box = content.box;
    for_each_point(Box{{box.low.x, j, box.low.z}, {box.size.x, 1, box.size.z}}, [&](int i, int jj, int k) {
        if (content.at(i, jj, k) >= 0.0f) return;
        points.push_back(glm::dvec2(i, k) * step);
        points.push_back(glm::dvec2(-i, k) * step);
    });
    Plane plane{step, {box.low.x, box.low.z}, {box.size.x, box.size.z}, {}};
    std::vector<Polygon> hulls;
    if (points.size() > 2) hulls.push_back(convex_hull(std::move(points)));
    fill_distances(plane, hulls, 60.0);
    return plane.values;
}

// Fills the pelvis: convex hulls, smoothed from plane to plane and rounded off at the pelvic floor.
void add_hip(Field& content, const HipContour& hip, unsigned threads) {
    constexpr double rounding = 40.0;  // height over which the pelvic floor rounds off
    const auto first = static_cast<int>(std::lround(hip.pelvis_from_y / step));
    Box box = content.box;
    box.size.y = box.high().y - first;
    box.low.y = first;
    Field hulls(step, box);
    const auto plane_size = static_cast<std::ptrdiff_t>(box.size.x) * box.size.z;
    parallel_for(static_cast<std::size_t>(box.size.y), threads, [&](std::size_t plane) {
        const std::vector<float> values = hull_distances(content, first + static_cast<int>(plane));
        std::copy(values.begin(), values.end(), hulls.values.begin() + static_cast<std::ptrdiff_t>(plane) * plane_size);
    });
    for (int pass = 0; pass < 30; ++pass) smooth(hulls);
    for_each_point(box, [&](int i, int j, int k) {
        const double t = std::clamp((hip.pelvis_from_y + rounding - j * step) / rounding, 0.0, 1.0);
        const double shrunk = rounding * (1.0 - std::sqrt(1.0 - t * t));
        float& value = content.at(i, j, k);
        value = std::min(value, hulls.at(i, j, k) + static_cast<float>(shrunk));
    });
}

Field evaluate(const Box& box, const Distance& distance, const HipContour& hip, unsigned threads) {
    Field field(step, box);
    parallel_for(static_cast<std::size_t>(box.size.y), threads, [&](std::size_t plane) {
        const int j = box.low.y + static_cast<int>(plane);
        for_each_point(Box{{box.low.x, j, box.low.z}, {box.size.x, 1, box.size.z}}, [&](int i, int jj, int k) {
            glm::dvec3 p = field.position(i, jj, k);
            p.y = std::min(p.y, hip.waist_y);
            field.at(i, jj, k) = static_cast<float>(distance(p));
        });
    });
    add_hip(field, hip, threads);
    return field;
}

void add(Field& field, float value) {
    for (float& v : field.values) v += value;
}

void keep_smaller(Field& field, const Field& other, float shift) {
    for (std::size_t n = 0; n < field.values.size(); ++n) field.values[n] = std::min(field.values[n], other.values[n] + shift);
}

// Morphological closing with a ball: grows by the radius and shrinks again, so that narrow furrows are bridged.
Field closed(const Field& content, float radius) {
    Field field = content;
    redistance(field, radius + 8.0f);
    add(field, -radius);
    redistance(field, radius + 8.0f);
    add(field, radius);
    keep_smaller(field, content, 0.0f);
    return field;
}

void smooth_times(Field& field, int times) {
    for (int n = 0; n < times; ++n) smooth(field);
}

// More smoothing above the thigh, where the contour is made up anyway; it sets in over 50 mm.
void smooth_hip(Field& field, int times) {
    constexpr double from_y = 720.0;
    Field hip = field;
    hip.box.low.y = static_cast<int>(std::lround(from_y / step));
    hip.box.size.y = field.box.high().y - hip.box.low.y;
    hip.values.erase(hip.values.begin(), hip.values.end() - hip.box.size.x * static_cast<std::ptrdiff_t>(hip.box.size.y) * hip.box.size.z);
    smooth_times(hip, times);
    for_each_point(hip.box, [&](int i, int j, int k) {
        const auto t = static_cast<float>(std::clamp((j * step - from_y) / 50.0, 0.0, 1.0));
        float& value = field.at(i, j, k);
        value += t * (hip.at(i, j, k) - value);
    });
}

// The fat's inner surface.
Field inner_surface(const EnvelopeInput& input, const HipContour& hip, const Box& box) {
    const Field content = evaluate(box, input.content, hip, input.threads);
    Field field = closed(content, 25.0f);
    add(field, static_cast<float>(-fascia_gap));
    if (input.measured_skin) {
        for_each_point(box, [&](int i, int j, int k) {
            const double y = j * step;
            if (y > ankle_y + 60.0) return;
            const double depth = input.fat.skin_and_fat_at(y) + std::max(0.0, y - ankle_y) * 0.2;
            float& value = field.at(i, j, k);
            value = std::min(value, static_cast<float>(sample(*input.measured_skin, field.position(i, j, k)) + depth));
        });
    }
    smooth_times(field, 4);
    smooth_hip(field, 30);
    keep_smaller(field, content, static_cast<float>(-fascia_gap));
    smooth(field);
    redistance(field, 30.0f);
    smooth(field);
    return field;
}

// The skin's outer surface: the inner one bridged and smoothed further, and as much outwards as the figures say.
Field outer_surface(const EnvelopeInput& input, const Field& inner) {
    Field field = closed(inner, 32.0f);
    const Field sharp = field;
    smooth_times(field, 12);
    smooth_hip(field, 60);
    keep_smaller(field, sharp, 0.0f);  // smoothing alone would thin the fat over the patella and the crest
    smooth_times(field, 2);
    redistance(field, 30.0f);
    for_each_point(field.box, [&](int i, int j, int k) {
        float& value = field.at(i, j, k);
        value -= static_cast<float>(input.fat.skin_and_fat_at(j * step));
        if (!input.measured_skin) return;
        // Fades out towards the height where its figures end.
        const double faded = std::max(0.0, j * step - 560.0) * 0.15;
        value = std::min(value, static_cast<float>(sample(*input.measured_skin, field.position(i, j, k)) + faded));
    });
    smooth_times(field, 4);
    keep_smaller(field, inner, -static_cast<float>(input.fat.skin + 2.0));
    smooth_times(field, 2);
    redistance(field, 30.0f);
    smooth_times(field, 2);  // takes out the ripples that sweeping leaves
    return field;
}

// The part of the field between the cut planes; its surface is open there.
Field between_planes(const Field& field, const CutPlanes& planes) {
    const auto plane = [](double at) { return static_cast<int>(std::lround(at / step)); };
    Box box = field.box;
    box.low.y = plane(planes.bottom_y);
    box.size.y = plane(planes.top_y) - box.low.y + 1;
    box.size.x = plane(planes.middle_x) - box.low.x + 1;
    Field part(step, box);
    for_each_point(box, [&](int i, int j, int k) { part.at(i, j, k) = field.at(i, j, k); });
    return part;
}

// Leads points from the fat's inner surface outwards. The lines of steepest ascent of i / (i - o), with i and o the distances to the
// inner and the outer surface, leave the one and reach the other at right angles and never cross.
struct Mover {
    const Field& inside;
    const Field& outside;
    const CutPlanes& planes;

    glm::dvec3 way_out(const glm::dvec3& p, const glm::bvec3& held) const {
        const double i = std::max(0.0, sample(inside, p));
        const double o = std::min(0.0, sample(outside, p));
        glm::dvec3 way = gradient(inside, p) * -o + gradient(outside, p) * i;
        for (int axis = 0; axis < 3; ++axis) {
            if (held[axis]) way[axis] = 0.0;
        }
        const double length = glm::length(way);
        return length > 1e-9 ? way / length : glm::dvec3(0.0);
    }

    // Points on a cut plane stay on it.
    glm::bvec3 held(const glm::dvec3& p) const {
        const bool on_end = std::abs(p.y - planes.bottom_y) < 1e-3 || std::abs(p.y - planes.top_y) < 1e-3;
        return {std::abs(p.x - planes.middle_x) < 1e-3, on_end, false};
    }

    // To the place where the outer distance is `wanted`.
    glm::vec3 operator()(const glm::vec3& start, double wanted) const {
        glm::dvec3 p(start);
        const glm::bvec3 fixed = held(p);
        for (int round = 0; round < 80; ++round) {
            const double missing = wanted - sample(outside, p);
            if (std::abs(missing) < 1e-3) break;
            p += way_out(p, fixed) * std::clamp(0.8 * missing, -0.5, 0.5);
        }
        return glm::vec3(p);
    }
};

// A closed shell of an outer and an inner surface with the same triangles; their rims are joined.
TriangleMesh shell_of(const TriangleMesh& outer, const TriangleMesh& inner) {
    TriangleMesh shell = outer;
    const auto count = static_cast<std::uint32_t>(outer.positions.size());
    shell.positions.insert(shell.positions.end(), inner.positions.begin(), inner.positions.end());
    struct HalfEdge {
        std::uint32_t a, b;
        bool operator<(const HalfEdge& other) const { return a != other.a ? a < other.a : b < other.b; }
    };
    std::vector<HalfEdge> edges;
    for (const geometry::Triangle& t : outer.triangles) {
        shell.triangles.push_back({t[0] + count, t[2] + count, t[1] + count});
        for (std::size_t n = 0; n < 3; ++n) edges.push_back({t[n], t[(n + 1) % 3]});
    }
    std::sort(edges.begin(), edges.end());
    for (const HalfEdge& edge : edges) {
        if (std::binary_search(edges.begin(), edges.end(), HalfEdge{edge.b, edge.a})) continue;
        shell.triangles.push_back({edge.b, edge.a, edge.a + count});
        shell.triangles.push_back({edge.b, edge.a + count, edge.b + count});
    }
    return shell;
}

// Pushes the surface out where it comes nearer than 0.15 mm to what it covers, looking at corners, edges and middles.
// It stays `room` below the skin's outer surface.
void push_out(TriangleMesh& mesh, const Distance& content, const Mover& mover, double room) {
    constexpr double least = 0.15;
    for (int round = 0; round < 6; ++round) {
        std::vector<double> missing(mesh.positions.size(), 0.0);
        for (const geometry::Triangle& t : mesh.triangles) {
            const std::array<glm::dvec3, 3> p = {mesh.positions[t[0]], mesh.positions[t[1]], mesh.positions[t[2]]};
            double worst = 0.0;
            for (int a = 0; a <= 4; ++a) {
                for (int b = 0; a + b <= 4; ++b) {
                    const glm::dvec3 q = (p[0] * static_cast<double>(a) + p[1] * static_cast<double>(b) +
                                          p[2] * static_cast<double>(4 - a - b)) / 4.0;
                    worst = std::max(worst, least - content(q));
                }
            }
            for (const std::uint32_t vertex : t) missing[vertex] = std::max(missing[vertex], std::min(worst, 2.0));
        }
        for (std::size_t n = 0; n < missing.size(); ++n) {
            const glm::dvec3 p(mesh.positions[n]);
            const double free = -room - sample(mover.outside, p);
            if (missing[n] <= 0.0 || free <= 0.0) continue;
            mesh.positions[n] = glm::vec3(p + mover.way_out(p, mover.held(p)) * std::min(0.7 * missing[n], free));
        }
    }
}

}  // namespace

Envelope wrap(const EnvelopeInput& input, const CutPlanes& planes, const HipContour& hip) {
    Envelope envelope;
    envelope.inside = inner_surface(input, hip, whole_limb(planes));
    envelope.outside = outer_surface(input, envelope.inside);

    TriangleMesh inner = keep_pieces(extract(between_planes(envelope.inside, planes)), 1, 0.0);
    inner = simplify(inner, input.triangles);
    const Mover mover{envelope.inside, envelope.outside, planes};
    push_out(inner, input.content, mover, input.fat.skin + 1.0);

    std::array<TriangleMesh, 3> layers = {inner, inner, inner};  // fat's outside, skin's inside, skin's outside
    const std::array<double, 3> depth = {-input.fat.skin - gap_mm, -input.fat.skin, 0.0};
    envelope.thinnest = 1e9;
    for (std::size_t n = 0; n < inner.positions.size(); ++n) {
        for (std::size_t layer = 0; layer < layers.size(); ++layer) {
            const TriangleMesh& below = layer == 0 ? inner : layers[layer - 1];
            layers[layer].positions[n] = mover(below.positions[n], depth[layer]);
        }
        const double thickness = glm::distance(inner.positions[n], layers[2].positions[n]);
        envelope.thinnest = std::min(envelope.thinnest, thickness);
        envelope.thickest = std::max(envelope.thickest, thickness);
    }
    envelope.fat = shell_of(layers[0], inner);
    envelope.skin = shell_of(layers[2], layers[1]);
    return envelope;
}

}  // namespace drypoint::builder
