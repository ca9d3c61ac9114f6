#include "envelope.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include <glm/geometric.hpp>
#include <glm/vector_relational.hpp>

#include "compete.h"
#include "content.h"
#include "geometry/self_intersections.h"
#include "mesh_tools.h"
#include "outside.h"
#include "parallel.h"
#include "subtract.h"
#include "surface.h"
#include "tunnels.h"

namespace drypoint::builder {
namespace {

using geometry::TriangleMesh;

constexpr double least_fat = 1.0;  // between the fat's two surfaces

// The part of the field between the cut planes; its surface is open there.
Field between_planes(const Field& field, const CutPlanes& planes) {
    const auto plane = [&](double at) { return static_cast<int>(std::lround(at / field.step)); };
    Box box = field.box;
    box.low.y = plane(planes.bottom_y);
    box.size.y = plane(planes.top_y) - box.low.y + 1;
    box.size.x = plane(planes.middle_x) - box.low.x + 1;
    Field part(field.step, box);
    for_each_point(box, [&](int i, int j, int k) { part.at(i, j, k) = field.at(i, j, k); });
    return part;
}

TriangleMesh lifted(const TriangleMesh& inner, const std::vector<double>& heights, const Mover& mover) {
    TriangleMesh mesh = inner;
    for (std::size_t n = 0; n < heights.size(); ++n) mesh.positions[n] = mover.lift(inner.positions[n], heights[n]);
    return mesh;
}

void mark_crossings(const TriangleMesh& shell, std::vector<char>& marked) {
    for (const auto& pair : geometry::find_self_intersections(shell)) {
        for (const std::uint32_t triangle : pair) {
            for (const std::uint32_t corner : shell.triangles[triangle]) marked[corner % marked.size()] = 1;
        }
    }
}

// The fascia's outer surface. Round openings, where the inner one bends sharply, both are smoothed and the fascia is thinner if they
// crossed otherwise.
TriangleMesh fascia_outside(TriangleMesh& inner, const Builds& builds, const Mover& mover) {
    constexpr int rounds = 15;
    const std::vector<std::vector<std::uint32_t>> neighbours = neighbours_of(inner);
    std::vector<double> heights;
    for (const glm::vec3& p : inner.positions) heights.push_back(builds.fascia_at(p.y));
    for (int round = 0; round < rounds; ++round) {
        TriangleMesh mesh = lifted(inner, heights, mover);
        std::vector<char> marked(heights.size(), 0);
        mark_crossings(shell_of(mesh, inner), marked);
        if (std::find(marked.begin(), marked.end(), 1) == marked.end()) return mesh;
        const std::vector<glm::vec3> before = inner.positions;
        for (std::size_t n = 0; n < marked.size(); ++n) {
            const bool held = glm::any(glm::equal(mover.freedom(glm::dvec3(before[n])), glm::dvec3(0.0)));
            if (!marked[n] || held) continue;
            heights[n] = std::max(0.3, heights[n] * 0.85);
            glm::vec3 mean(0.0f);
            for (const std::uint32_t other : neighbours[n]) mean += before[other];
            inner.positions[n] = before[n] * 0.5f + mean * (0.5f / static_cast<float>(neighbours[n].size()));
        }
    }
    return lifted(inner, heights, mover);
}

// Raises what is too low beside its neighbours for a slope of so much height per mm.
void limit_slope(std::vector<double>& heights, const TriangleMesh& mesh, const std::vector<std::vector<std::uint32_t>>& neighbours, double slope) {
    constexpr int rounds = 30;
    for (int round = 0; round < rounds; ++round) {
        bool any = false;
        for (std::size_t n = 0; n < heights.size(); ++n) {
            for (const std::uint32_t other : neighbours[n]) {
                const double least = heights[other] - slope * static_cast<double>(glm::distance(mesh.positions[n], mesh.positions[other]));
                if (heights[n] >= least - 1e-6) continue;
                heights[n] = least;
                any = true;
            }
        }
        if (!any) return;
    }
}

// Raises the surface where it crosses itself or the fascia, until it does not.
void raise_off(TriangleMesh& fat, std::vector<double>& heights, const TriangleMesh& inner, const TriangleMesh& fascia, const Mover& mover) {
    constexpr int rounds = 20;
    constexpr double raise_by = 0.25;
    constexpr double steepest = 0.7;
    const std::vector<std::vector<std::uint32_t>> neighbours = neighbours_of(inner);
    for (int round = 0; round < rounds; ++round) {
        std::vector<char> marked(heights.size(), 0);
        for (const auto& pair : geometry::find_self_intersections(as_one(fat, fascia))) {
            for (const std::uint32_t triangle : pair) {
                if (triangle >= fat.triangles.size()) continue;
                for (const std::uint32_t corner : fat.triangles[triangle]) marked[corner] = 1;
            }
        }
        if (std::find(marked.begin(), marked.end(), 1) == marked.end()) return;
        const std::vector<double> before = heights;
        for (std::size_t n = 0; n < heights.size(); ++n) {
            if (!marked[n]) continue;
            for (const std::uint32_t other : neighbours[n]) heights[n] = std::max(heights[n], round < rounds / 2 ? before[other] : 0.0);
            heights[n] += raise_by;
        }
        limit_slope(heights, inner, neighbours, steepest);
        fat = lifted(inner, heights, mover);
    }
}

// The fat's inner surface: on the fascia.
TriangleMesh fat_inside(const TriangleMesh& inner, const TriangleMesh& fascia, const EnvelopeInput& input, const Mover& mover) {
    constexpr double least_gap = 0.3;
    constexpr double steepest = 0.7;
    constexpr int rounds = 10;
    const std::vector<std::vector<std::uint32_t>> neighbours = neighbours_of(inner);
    std::vector<double> heights;
    for (const glm::vec3& p : inner.positions) heights.push_back(input.fascia.builds->fascia_at(p.y) + gap_mm);
    TriangleMesh fat = lifted(inner, heights, mover);
    for (int round = 0; round < rounds; ++round) {
        const std::vector<double> missing = missing_room(fat, input.fascia.deep, least_gap, input.fascia.threads);
        for (std::size_t n = 0; n < heights.size(); ++n) heights[n] += missing[n];
        limit_slope(heights, inner, neighbours, steepest);
        fat = lifted(inner, heights, mover);
    }
    raise_off(fat, heights, inner, fascia, mover);
    return fat;
}

constexpr double least_gap = 0.4;

// What the fat's outer surface and the skin are laid over.
struct Layers {
    double skin;       // its thickness
    Distance covered;  // to what the fat's outer surface keeps `least_gap` off
    unsigned threads;
};

// How far beyond the outer surface each vertex of the skin lies, so that enough fat is left outside the inner surface's vertices and
// over the tunnels, and the fat's outer triangles keep off what lies beneath it: long triangles cut corners.
std::vector<double> levels_of(const TriangleMesh& inner, const TriangleMesh& outer, const Layers& layers, const Mover& mover) {
    const double skin = layers.skin;
    std::vector<double> levels(inner.positions.size(), 0.0);
    for (std::size_t n = 0; n < levels.size(); ++n) {
        const double depth = sample(mover.outside(), glm::dvec3(inner.positions[n]));
        levels[n] = std::max(0.0, depth + skin + gap_mm + least_fat);
    }
    for (int round = 0; round < 4; ++round) {
        TriangleMesh fat = outer;
        for (std::size_t n = 0; n < levels.size(); ++n) {
            fat.positions[n] = mover.project(outer.positions[n], levels[n] - skin - gap_mm);
        }
        const std::vector<double> missing = missing_room(fat, layers.covered, least_gap, layers.threads);
        for (std::size_t n = 0; n < levels.size(); ++n) levels[n] += missing[n];
    }
    return levels;
}

// The three surfaces outside of the fat's inner one.
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

// What is wrong with a shell: vertices whose surfaces cross themselves are relaxed, where the two cross the outer one is raised.
struct Faults {
    std::vector<char> relax;
    std::vector<char> raise;
    bool any = false;
};

void find_faults(const TriangleMesh& shell, Faults& faults) {
    const std::size_t count = faults.relax.size();
    for (const auto& pair : geometry::find_self_intersections(shell)) {
        const auto is_inner = [&](std::uint32_t triangle) {
            const geometry::Triangle& t = shell.triangles[triangle];
            return t[0] >= count && t[1] >= count && t[2] >= count;
        };
        const bool both = is_inner(pair[0]) != is_inner(pair[1]);
        for (const std::uint32_t triangle : pair) {
            for (const std::uint32_t corner : shell.triangles[triangle]) (both ? faults.raise : faults.relax)[corner % count] = 1;
        }
        faults.any = true;
    }
}

// Relaxes the outer surface wherever a shell between it and the inner one crosses itself, and raises it where it dips into the inner
// one. Returns how far beyond it each vertex of the skin lies.
std::vector<double> uncross(TriangleMesh& outer, const TriangleMesh& inner, const Layers& layers, const Mover& mover) {
    constexpr int passes = 4;
    constexpr int rounds = 12;
    constexpr double raise_by = 0.3;
    constexpr double steepest = 0.35;
    const std::size_t count = outer.positions.size();
    const Relaxer relaxer(outer, mover);
    const std::vector<std::vector<std::uint32_t>> neighbours = neighbours_of(outer);
    std::vector<double> raised(count, 0.0);
    std::vector<double> levels;
    const auto find_levels = [&] {
        levels = levels_of(inner, outer, layers, mover);
        for (std::size_t n = 0; n < count; ++n) levels[n] += raised[n];
        limit_slope(levels, outer, neighbours, steepest);
    };
    for (int pass = 0; pass < passes; ++pass) {
        find_levels();
        for (int round = 0; round < rounds; ++round) {
            const Sheets sheets = sheets_of(outer, levels, layers.skin, mover);
            Faults faults{std::vector<char>(count, 0), std::vector<char>(count, 0), false};
            find_faults(shell_of(sheets.fat_outside, inner), faults);
            Faults of_skin{std::vector<char>(count, 0), std::vector<char>(count, 0), false};
            find_faults(shell_of(sheets.skin_outside, sheets.skin_inside), of_skin);
            if (!faults.any && !of_skin.any) {
                if (round == 0) return levels;
                break;
            }
            for (std::size_t n = 0; n < count; ++n) {
                raised[n] += faults.raise[n] ? raise_by : 0.0;
                levels[n] += faults.raise[n] ? raise_by : 0.0;
                if (of_skin.relax[n] || of_skin.raise[n]) faults.relax[n] = 1;
            }
            limit_slope(levels, outer, neighbours, steepest);
            for (int ring = 0; ring < 1 + round / 3; ++ring) relaxer.spread(faults.relax);
            relaxer.relax(outer, faults.relax, 0.0);
        }
    }
    find_levels();
    return levels;
}

// Where lines run together triangles become too small for a skin of their size: their corners are spread out again.
void spread_out(TriangleMesh& outer, const Mover& mover) {
    constexpr double least_edge = 1.5;
    constexpr int rounds = 40;
    const Relaxer relaxer(outer, mover);
    std::vector<char> crowded(outer.positions.size(), 0);
    for (const geometry::Triangle& t : outer.triangles) {
        for (std::size_t n = 0; n < 3; ++n) {
            if (glm::distance(outer.positions[t[n]], outer.positions[t[(n + 1) % 3]]) > least_edge) continue;
            crowded[t[n]] = crowded[t[(n + 1) % 3]] = 1;
        }
    }
    for (int ring = 0; ring < 3; ++ring) relaxer.spread(crowded);
    for (int round = 0; round < rounds; ++round) relaxer.relax(outer, crowded, 0.0);
}

// The triangles of one region as a shell of its own. Where two regions meet each stands back by half of the gap along y.
TriangleMesh fascia_shell(const RegionMesh& inner, const TriangleMesh& outside, Region region, double knee_y) {
    TriangleMesh in{inner.mesh.positions, triangles_of(inner, region)};
    TriangleMesh out{outside.positions, in.triangles};
    for (std::size_t n = 0; n < in.positions.size(); ++n) {
        if (std::abs(in.positions[n].y - knee_y) > 0.01) continue;
        const float back = static_cast<float>(region == Region::thigh ? gap_mm / 2.0 : -gap_mm / 2.0);
        in.positions[n].y += back;
        out.positions[n].y += back;
    }
    TriangleMesh shell = shell_of(out, in);
    drop_unused(shell);
    return shell;
}

// Published where most of the thickness is a published site's and the model has it within that tolerance.
float assumed_at(const glm::dvec3& skin, const Builds& builds, double thickness) {
    constexpr double tolerance = 1.5;
    const Thickness wanted = builds.thickness_at(skin);
    const bool followed = std::abs(thickness - wanted.mm[average_build]) < tolerance;
    return wanted.assumed < 0.5 && followed ? 0.0f : 1.0f;
}

// The surfaces of one build from the fat's inner one on.
void clothe(Envelope& envelope, std::size_t build, TriangleMesh& outer, const TriangleMesh& fat_inner, const Layers& layers, const Mover& mover) {
    const std::vector<double> levels = uncross(outer, fat_inner, layers, mover);
    const Sheets sheets = sheets_of(outer, levels, layers.skin, mover);
    envelope.fat[build] = shell_of(sheets.fat_outside, fat_inner);
    envelope.skin[build] = shell_of(sheets.skin_outside, sheets.skin_inside);
}

void note_assumed(Envelope& envelope, std::size_t count, const Field& inside, const Builds& builds) {
    envelope.thickness = {1e9, 0.0};
    envelope.assumed.resize(2 * count);
    for (std::size_t n = 0; n < count; ++n) {
        const glm::dvec3 skin(envelope.skin[average_build].positions[n]);
        const double thickness = sample(inside, skin) - builds.fascia_at(skin.y);
        envelope.thickness = {std::min(envelope.thickness[0], thickness), std::max(envelope.thickness[1], thickness)};
        envelope.assumed[n] = envelope.assumed[count + n] = assumed_at(skin, builds, thickness);
    }
}

// As high as the tunnel, but as wide as a skin of its thickness can lie over without a crease.
Curve ridge_over(const Curve& tunnel, const Field& inside) {
    constexpr double wider = 8.0;
    constexpr double flattened = 0.5;  // what smoothing takes off it
    Curve ridge = tunnel;
    for (glm::dvec3& p : ridge.points) p -= direction(inside, p, glm::dvec3(0.0)) * wider;
    for (double& radius : ridge.radii) radius += wider + flattened;
    return ridge;
}

// Cuts the tunnels out of the fat. They lie as far inside in every build, so that what they add to its surface is the same in all.
void dig(Envelope& envelope, const std::vector<TriangleMesh>& walls) {
    const TriangleMesh before = envelope.fat[average_build];
    std::map<std::array<float, 3>, std::size_t> at;
    for (std::size_t n = 0; n < before.positions.size(); ++n) at[{before.positions[n].x, before.positions[n].y, before.positions[n].z}] = n;
    const TriangleMesh dug = subtract(before, walls);
    std::array<TriangleMesh, build_count> builds;
    builds.fill(dug);
    for (std::size_t n = 0; n < dug.positions.size(); ++n) {
        const glm::vec3& p = dug.positions[n];
        const auto kept = at.find({p.x, p.y, p.z});
        if (kept == at.end()) {
            envelope.fat_assumed.push_back(1.0f);
            continue;
        }
        for (std::size_t build = 0; build < build_count; ++build) builds[build].positions[n] = envelope.fat[build].positions[kept->second];
        envelope.fat_assumed.push_back(envelope.assumed[kept->second]);
    }
    envelope.fat = std::move(builds);
}

Envelope led_out(const EnvelopeInput& input, const Field& inside, SkinBase base, const CutPlanes& planes) {
    const Builds& builds = *input.fascia.builds;
    const unsigned threads = input.fascia.threads;
    const double room = builds.skin + gap_mm + least_fat + 0.4;
    const Distance on_fascia = [&](const glm::dvec3& p) { return sample(inside, p) - builds.fascia_at(p.y); };
    const Field first = skin_field(base, on_fascia, room, average_build, threads);
    const Mover start(inside, first, planes);
    RegionMesh inner = simplified(regions_of(keep_pieces(extract(between_planes(inside, planes)), 1, 0.0), inside, input.fascia, input.landmarks),
                                  input.triangles, threads);
    push_out(inner.mesh, input.fascia.deep, start, 0.5, threads);
    builder::uncross(inner.mesh, 20);  // beside openings, where small triangles meet large ones

    Envelope envelope;
    const TriangleMesh outside = fascia_outside(inner.mesh, builds, start);
    envelope.thigh_fascia = fascia_shell(inner, outside, Region::thigh, builds.knee_y);
    envelope.leg_fascia = fascia_shell(inner, outside, Region::leg, builds.knee_y);

    const TriangleMesh fat = fat_inside(inner.mesh, as_one(envelope.thigh_fascia, envelope.leg_fascia), input, start);
    const std::vector<Tunnel> tunnels =
        tunnels_round(input.courses_in_fat, input.tubes_in_fat, [&](const glm::dvec3& p) { return on_fascia(p) - gap_mm; });
    Content ways;
    for (const Tunnel& tunnel : tunnels) ways.add(tunnel.curve);
    std::vector<Curve> ridges;
    for (const Tunnel& tunnel : tunnels) ridges.push_back(ridge_over(tunnel.curve, inside));
    Content high;
    for (const Curve& ridge : ridges) high.add(ridge);
    const Distance covered = [&](const glm::dvec3& p) { return std::min(on_fascia(p), high(p)); };
    const Distance kept_off = [&](const glm::dvec3& p) { return std::min(input.fascia.deep(p), ways(p) - least_fat + least_gap); };
    const Layers layers{builds.skin, kept_off, threads};
    std::array<Field, build_count> skins;
    for (int round = 0; round < 3; ++round) {
        if (round > 0) correct(base, skins, inside, builds);
        for (std::size_t build = 0; build < build_count; ++build) skins[build] = skin_field(base, covered, room, build, threads);
    }
    const Mover average(inside, skins[average_build], planes);
    TriangleMesh outer = inner.mesh;
    for (glm::vec3& position : outer.positions) position = average.lead_out(position, 0.0);
    spread_out(outer, average);
    untangle(outer, average);
    clothe(envelope, average_build, outer, fat, layers, average);
    for (const std::size_t build : {std::size_t{0}, build_count - 1}) {
        const Mover mover(inside, skins[build], planes);
        TriangleMesh own = outer;
        for (glm::vec3& position : own.positions) position = mover.project(position, 0.0);
        untangle(own, mover);
        clothe(envelope, build, own, fat, layers, mover);
    }
    note_assumed(envelope, inner.mesh.positions.size(), inside, builds);
    std::vector<TriangleMesh> walls;
    for (const Tunnel& tunnel : tunnels) walls.push_back(tunnel.wall);
    dig(envelope, walls);
    return envelope;
}

}  // namespace

Envelope wrap(const EnvelopeInput& input, const CutPlanes& planes, const HipContour& hip) {
    const Field inside = fascia_inside(input.fascia, planes, hip);
    return led_out(input, inside, skin_base(input.fascia, inside, planes, hip), planes);
}

}  // namespace drypoint::builder
