// drypoint-bench-needles MODEL [RUNS]: layers and clearances by our index, CGAL's AABB tree and VTK, in one run, on the
// model and on one with four times its triangles; every answer must be the same. And how our times grow with the number
// of triangles. One tab-separated row a line, as `drypoint bench probe` reads them: name, unit, median, min, max, n,
// peer, ratio. Exit status 3 if an answer differs. A separate program: CGAL is GPL, and nothing that ships links it.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <map>
#include <optional>
#include <random>
#include <string>

#include <glm/geometric.hpp>

#include "anatomy/probe.h"
#include "geometry/surface_index.h"
#include "io/model_file.h"
#include "peer.h"
#include "support/onion.h"

using namespace drypoint;

namespace {

using Clock = std::chrono::steady_clock;
using Samples = std::vector<double>;

constexpr double tolerance_mm = 0.01;

struct Needle {
    glm::dvec3 from, to, tip;
};

struct Random {
    std::mt19937 engine{6};
    double number(double low, double high) {
        return low + (high - low) * (static_cast<double>(engine()) / 4294967296.0);
    }
};

// From a tube round the limb through its middle and out on the far side.
std::vector<Needle> random_needles(int count) {
    Random random;
    std::vector<Needle> needles;
    for (int i = 0; i < count; ++i) {
        const double angle = random.number(0.0, 6.283185307179586);
        const double height = random.number(20.0, 930.0);
        const glm::dvec3 from{-85.0 + 120.0 * std::cos(angle), height, 85.0 + 120.0 * std::sin(angle)};
        const glm::dvec3 aim{random.number(-120.0, -50.0), height + random.number(-40.0, 40.0),
                             random.number(50.0, 120.0)};
        const glm::dvec3 way = glm::normalize(aim - from);
        needles.push_back({from, from + way * 400.0, from + way * random.number(60.0, 140.0)});
    }
    return needles;
}

double us_of(const std::function<void()>& work) {
    const auto start = Clock::now();
    work();
    return std::chrono::duration<double, std::micro>(Clock::now() - start).count();
}

double median(Samples samples) {
    std::sort(samples.begin(), samples.end());
    return samples.empty() ? 0.0 : samples[samples.size() / 2];
}

void print_row(const std::string& name, const Samples& us, const std::string& peer = {}, double peer_median = 0.0) {
    const auto [least, most] = std::minmax_element(us.begin(), us.end());
    std::printf("%s\tus\t%.3f\t%.3f\t%.3f\t%zu\t%s\t", name.c_str(), median(us), *least, *most, us.size(),
                peer.c_str());
    if (!peer.empty()) std::printf("%.5f", median(us) / peer_median);
    std::printf("\n");
    std::fflush(stdout);
}

// The least distance of a shaft to a surface from distances of places alone, exact to a quarter of the tolerance:
// between two places it cannot be less than the mean of theirs less half the way.
double shaft_distance(bench::Peer& peer, std::size_t surface, const glm::dvec3& a, const glm::dvec3& b,
                      double reach_mm) {
    struct Piece {
        double from, to, at_from, at_to;
    };
    const double length = glm::distance(a, b);
    const auto at = [&](double share) { return peer.distance(surface, a + (b - a) * share, reach_mm + length); };
    double best = std::min(at(0.0), at(1.0));
    std::vector<Piece> pieces{{0.0, 1.0, at(0.0), at(1.0)}};
    while (!pieces.empty()) {
        const Piece piece = pieces.back();
        pieces.pop_back();
        const double bound = (piece.at_from + piece.at_to - (piece.to - piece.from) * length) / 2.0;
        if (bound >= std::min(best, reach_mm) - tolerance_mm / 4.0) continue;
        const double middle = (piece.from + piece.to) / 2.0;
        const double there = at(middle);
        best = std::min(best, there);
        pieces.push_back({piece.from, middle, piece.at_from, there});
        pieces.push_back({middle, piece.to, there, piece.at_to});
    }
    return best;
}

// Where solids share a little space a line goes in twice and out twice: with `only_turns` each second of these is left out.
Samples depths_of(const std::vector<geometry::Crossing>& crossings, bool only_turns) {
    Samples depths;
    std::optional<bool> entered;  // a line may begin inside
    for (const geometry::Crossing& crossing : crossings) {
        if (!only_turns || crossing.entering != entered) depths.push_back(crossing.t_mm);
        entered = crossing.entering;
    }
    return depths;
}

struct Compared {
    const anatomy::Atlas& atlas;
    const std::vector<Needle>& needles;
    std::string label;  // " (290 k triangles)"
    int differing = 0;

    static std::vector<const geometry::TriangleMesh*> surfaces(const anatomy::Atlas& atlas, bool hazards_only) {
        std::vector<const geometry::TriangleMesh*> all;
        for (const anatomy::Structure& structure : atlas.structures)
            if (!hazards_only || structure.hazard) all.push_back(&structure.surface);
        return all;
    }

    // Of each needle in turn, once all have been asked for once: the first time pays for pages that were never read.
    Samples second_time(const std::function<void(std::size_t)>& ask) const {
        Samples us;
        for (std::size_t i = 0; i < needles.size(); ++i) ask(i);
        for (std::size_t i = 0; i < needles.size(); ++i) us.push_back(us_of([&] { ask(i); }));
        return us;
    }

    void run() {
        const geometry::SurfaceIndex all(surfaces(atlas, false));
        std::vector<std::vector<geometry::Crossing>> crossings(needles.size());
        const Samples ours = second_time([&](std::size_t i) {
            const Needle& needle = needles[i];
            crossings[i] = all.crossings({needle.from, glm::normalize(needle.to - needle.from)}, 0.0, 400.0);
        });
        const auto hazards = surfaces(atlas, true);
        const geometry::SurfaceIndex guarded(hazards);
        std::vector<Samples> distances(needles.size());
        Samples our_distances;
        for (std::size_t i = 0; i < needles.size(); ++i) {
            distances[i].assign(hazards.size(), anatomy::clearance_reach_mm);
            our_distances.push_back(us_of([&] {
                for (std::size_t h = 0; h < hazards.size(); ++h) {
                    const auto near =
                        guarded.nearest(h, {needles[i].from, needles[i].tip}, anatomy::clearance_reach_mm);
                    if (near) distances[i][h] = near->distance_mm;
                }
            }));
        }
#ifdef DRYPOINT_BENCH_CGAL
        with(*bench::cgal_peer(surfaces(atlas, false)), *bench::cgal_peer(hazards), ours, crossings, our_distances,
             distances);
#endif
#ifdef DRYPOINT_BENCH_VTK
        with(*bench::vtk_peer(surfaces(atlas, false)), *bench::vtk_peer(hazards), ours, crossings, our_distances,
             distances);
#endif
    }

    void with(bench::Peer& all, bench::Peer& hazards, const Samples& ours,
              const std::vector<std::vector<geometry::Crossing>>& crossings, const Samples& our_distances, const std::vector<Samples>& distances) {
        std::vector<Samples> found(needles.size());
        const Samples theirs = second_time([&](std::size_t i) {
            found[i].clear();
            all.crossings(needles[i].from, needles[i].to, found[i]);
        });
        for (std::size_t i = 0; i < needles.size(); ++i) {
            std::sort(found[i].begin(), found[i].end());
            compare(depths_of(crossings[i], all.keeps_only_turns()), found[i], all.name_of_crossings(), i);
        }
        print_row("layers" + label, ours, all.name_of_crossings(), median(theirs));
        print_row("layers" + label + ": " + all.name_of_crossings(), theirs);
        Samples their_distances;
        for (std::size_t i = 0; i < needles.size(); ++i) {
            Samples near(distances[i].size());
            their_distances.push_back(us_of([&] {
                for (std::size_t h = 0; h < near.size(); ++h) {
                    near[h] = std::min(
                        anatomy::clearance_reach_mm,
                        shaft_distance(hazards, h, needles[i].from, needles[i].tip, anatomy::clearance_reach_mm));
                }
            }));
            compare(distances[i], near, hazards.name_of_distance(), i);
        }
        print_row("clearances" + label, our_distances, hazards.name_of_distance(), median(their_distances));
        print_row("clearances" + label + ": " + hazards.name_of_distance(), their_distances);
    }

    void compare(const Samples& ours, const Samples& theirs, const std::string& peer, std::size_t needle) {
        bool same = ours.size() == theirs.size();
        for (std::size_t i = 0; same && i < ours.size(); ++i) same = std::abs(ours[i] - theirs[i]) < tolerance_mm;
        if (same) return;
        ++differing;
        std::fprintf(stderr, "needle %zu%s: %zu answers of ours, %zu of %s\n", needle, label.c_str(), ours.size(),
                     theirs.size(), peer.c_str());
        for (std::size_t i = 0; i < std::max(ours.size(), theirs.size()); ++i)
            std::fprintf(stderr, "  %.4f %.4f\n", i < ours.size() ? ours[i] : -1.0,
                         i < theirs.size() ? theirs[i] : -1.0);
    }
};

// Each triangle cut into four of the same shape.
geometry::TriangleMesh finer(const geometry::TriangleMesh& mesh) {
    geometry::TriangleMesh fine;
    fine.positions = mesh.positions;
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> middles;
    const auto middle = [&](std::uint32_t a, std::uint32_t b) {
        const auto entry = middles.try_emplace(std::minmax(a, b), static_cast<std::uint32_t>(fine.positions.size()));
        if (entry.second) fine.positions.push_back((mesh.positions[a] + mesh.positions[b]) * 0.5f);
        return entry.first->second;
    };
    for (const geometry::Triangle& t : mesh.triangles) {
        const std::uint32_t ab = middle(t[0], t[1]);
        const std::uint32_t bc = middle(t[1], t[2]);
        const std::uint32_t ca = middle(t[2], t[0]);
        for (const geometry::Triangle& part : {geometry::Triangle{t[0], ab, ca}, geometry::Triangle{ab, t[1], bc},
                                               geometry::Triangle{ca, bc, t[2]}, geometry::Triangle{ab, bc, ca}})
            fine.triangles.push_back(part);
    }
    return fine;
}

std::size_t triangles_in(const anatomy::Atlas& atlas) {
    std::size_t sum = 0;
    for (const anatomy::Structure& structure : atlas.structures) sum += structure.surface.triangles.size();
    return sum;
}

// Twenty spheres in one another, five guarded ones beside them, of so many triangles in all.
void growth(double millions, int runs) {
    const int n = static_cast<int>(std::sqrt(millions * 1e6 / 25.0 / 12.0));
    std::vector<anatomy::Structure> structures;
    for (int i = 0; i < 20; ++i) {
        const std::string id = "layer-" + std::to_string(i);
        structures.push_back(test::solid(id.c_str(), anatomy::Tissue::muscle,
                                         test::sphere({0, 0, 0}, 100.0f - 4.0f * static_cast<float>(i), n)));
    }
    for (int i = 0; i < 5; ++i) {
        const std::string id = "vessel-" + std::to_string(i);
        structures.push_back(test::solid(id.c_str(), anatomy::Tissue::artery,
                                         test::sphere({30.0f + 5.0f * static_cast<float>(i), 0, 40}, 10, n)));
    }
    const anatomy::AtlasPtr atlas = test::atlas_of(std::move(structures));
    const anatomy::ProbeIndex index(atlas);
    Random random;
    Samples us;
    for (int i = 0; i < runs; ++i) {
        const glm::dvec3 entry{random.number(-20, 20), random.number(-20, 20), 110};
        const glm::dvec3 aim{random.number(-20, 20), random.number(-20, 20), 0};
        us.push_back(us_of([&] { index.probe({entry, glm::normalize(aim - entry), 60.0}); }));
    }
    char name[96];
    std::snprintf(name, sizeof name, "full probe, %.2f million triangles",
                  static_cast<double>(triangles_in(*atlas)) / 1e6);
    print_row(name, us);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2) {
        std::fprintf(stderr, "usage: drypoint-bench-needles MODEL [NEEDLES]\n");
        return 2;
    }
    const int count = argc > 2 ? std::atoi(argv[2]) : 200;
    base::Result<anatomy::Atlas> loaded = io::load_model(argv[1]);
    if (!loaded) return 1;
    const std::vector<Needle> needles = random_needles(std::max(1, count));
    int differing = 0;
    for (int level = 0; level < 2; ++level) {
        char label[48];
        std::snprintf(label, sizeof label, " (%.2f million triangles)",
                      static_cast<double>(triangles_in(*loaded)) / 1e6);
        Compared compared{*loaded, needles, label};
        compared.run();
        differing += compared.differing;
        for (anatomy::Structure& structure : loaded->structures) structure.surface = finer(structure.surface);
    }
    for (const double millions : {0.1, 0.3, 1.0, 3.0}) growth(millions, std::max(1, count));
    if (differing > 0) std::fprintf(stderr, "%d answers differ\n", differing);
    return differing > 0 ? 3 : 0;
}
