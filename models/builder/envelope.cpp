#include "envelope.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <glm/common.hpp>
#include <glm/geometric.hpp>

#include "compete.h"
#include "geometry/self_intersections.h"
#include "mesh_tools.h"
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

// The fat's inner surface.
Field inner_surface(const EnvelopeInput& input, const HipContour& hip, const Box& box) {
    const Field content = evaluate(box, input.wide, hip, input.threads);
    Field field = closed(content, 25.0f);
    add(field, static_cast<float>(-fascia_gap));
    if (input.measured_skin) {
        for_each_point(box, [&](int i, int j, int k) {
            const double y = j * step;
            if (y > ankle_y + 60.0) return;
            const double depth = input.fat.at(y).skin_and_fat + std::max(0.0, y - ankle_y) * 0.2;
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
        value -= static_cast<float>(input.fat.at(j * step).skin_and_fat);
        if (!input.measured_skin) return;
        // Fades out towards the height where its figures end.
        const double faded = std::max(0.0, j * step - 560.0) * 0.15;
        const double measured = sample(*input.measured_skin, field.position(i, j, k)) + faded;
        const double most = input.fat.at(j * step).most - input.fat.at(j * step).skin_and_fat;  // of fat beyond the figures
        value = std::min(value, std::max(static_cast<float>(measured), value - static_cast<float>(most)));
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

// How far beyond the outer surface each vertex of the skin lies, so that at least `least_fat` of fat is left outside the inner
// surface's vertices, and the fat's outer triangles keep off the content too: long triangles cut corners.
std::vector<double> levels_of(const TriangleMesh& inner, const TriangleMesh& outer, const EnvelopeInput& input, const Mover& mover) {
    constexpr double least_fat = 1.0;
    constexpr double least_gap = 0.4;
    std::vector<double> levels(inner.positions.size(), 0.0);
    for (std::size_t n = 0; n < levels.size(); ++n) {
        const double depth = sample(mover.outside(), glm::dvec3(inner.positions[n]));
        levels[n] = std::max(0.0, depth + input.fat.skin + gap_mm + least_fat);
    }
    for (int round = 0; round < 4; ++round) {
        TriangleMesh fat = outer;
        for (std::size_t n = 0; n < levels.size(); ++n) {
            const glm::vec3& p = outer.positions[n];
            fat.positions[n] = mover.project(p, levels[n] - input.fat.skin - gap_mm);
        }
        const std::vector<double> missing = missing_room(fat, input.content, least_gap, input.threads);
        for (std::size_t n = 0; n < levels.size(); ++n) levels[n] += missing[n];
    }
    return levels;
}

// The three surfaces outside the inner one.
struct Sheets {
    TriangleMesh skin_outside, skin_inside, fat_outside;
};

Sheets sheets_of(const TriangleMesh& outer, const std::vector<double>& levels, double skin, const Mover& mover) {
    Sheets sheets{outer, outer, outer};
    for (std::size_t n = 0; n < levels.size(); ++n) {
        const glm::vec3& p = outer.positions[n];
        if (levels[n] > 0.0) sheets.skin_outside.positions[n] = mover.project(p, levels[n]);
        sheets.skin_inside.positions[n] = mover.project(p, levels[n] - skin);
        sheets.fat_outside.positions[n] = mover.project(p, levels[n] - skin - gap_mm);
    }
    return sheets;
}

void mark_crossings(const TriangleMesh& shell, std::vector<char>& marked) {
    for (const auto& pair : geometry::find_self_intersections(shell)) {
        for (const std::uint32_t triangle : pair) {
            for (const std::uint32_t corner : shell.triangles[triangle]) marked[corner % marked.size()] = 1;
        }
    }
}

// Relaxes the outer surface wherever a shell between it and the inner one crosses itself: beside the cuts, where points can go
// two ways only. Returns how far beyond it each vertex of the skin lies.
std::vector<double> uncross(TriangleMesh& outer, const TriangleMesh& inner, const EnvelopeInput& input, const Mover& mover) {
    constexpr int passes = 3;
    constexpr int rounds = 12;
    const Relaxer relaxer(outer, mover);
    std::vector<double> levels;
    for (int pass = 0; pass < passes; ++pass) {
        levels = levels_of(inner, outer, input, mover);
        for (int round = 0; round < rounds; ++round) {
            const Sheets sheets = sheets_of(outer, levels, input.fat.skin, mover);
            std::vector<char> marked(outer.positions.size(), 0);
            mark_crossings(shell_of(sheets.fat_outside, inner), marked);
            mark_crossings(shell_of(sheets.skin_outside, sheets.skin_inside), marked);
            if (std::find(marked.begin(), marked.end(), 1) == marked.end()) {
                if (round == 0) return levels;
                break;
            }
            for (int ring = 0; ring < 1 + round / 4; ++ring) relaxer.spread(marked);
            relaxer.relax(outer, marked, 0.0);
        }
    }
    return levels_of(inner, outer, input, mover);
}

}  // namespace

Envelope wrap(const EnvelopeInput& input, const CutPlanes& planes, const HipContour& hip) {
    Envelope envelope;
    envelope.inside = inner_surface(input, hip, whole_limb(planes));
    envelope.outside = outer_surface(input, envelope.inside);

    TriangleMesh inner = keep_pieces(extract(between_planes(envelope.inside, planes)), 1, 0.0);
    inner = simplify(inner, input.triangles);
    const Mover mover(envelope.inside, envelope.outside, planes);
    push_out(inner, input.content, mover, 0.5, input.threads);

    TriangleMesh skin_outside = inner;
    for (glm::vec3& position : skin_outside.positions) position = mover.lead_out(position, 0.0);
    untangle(skin_outside, mover);
    const std::vector<double> levels = uncross(skin_outside, inner, input, mover);
    const Sheets sheets = sheets_of(skin_outside, levels, input.fat.skin, mover);
    envelope.thinnest = 1e9;
    for (std::size_t n = 0; n < inner.positions.size(); ++n) {
        const double thickness = levels[n] - sample(envelope.outside, glm::dvec3(inner.positions[n]));
        envelope.thinnest = std::min(envelope.thinnest, thickness);
        envelope.thickest = std::max(envelope.thickest, thickness);
    }
    envelope.fat = shell_of(sheets.fat_outside, inner);
    envelope.skin = shell_of(sheets.skin_outside, sheets.skin_inside);
    return envelope;
}

}  // namespace drypoint::builder
