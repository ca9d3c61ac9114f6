#include "model.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numeric>
#include <optional>

#include <glm/geometric.hpp>

#include "claims.h"
#include "clothe.h"
#include "fairing.h"
#include "fibres.h"
#include "gaps.h"
#include "mend.h"
#include "mesh_tools.h"
#include "normals.h"
#include "occlusion.h"
#include "parallel.h"
#include "reclaim.h"
#include "simplify.h"
#include "solids.h"
#include "surface.h"
#include "tube.h"

namespace drypoint::builder {
namespace {

using geometry::TriangleMesh;

constexpr int fairing_rounds = 40;

double surface_area(const TriangleMesh& mesh) {
    double sum = 0.0;
    for (const geometry::Triangle& t : mesh.triangles) {
        const glm::dvec3 a = mesh.positions[t[0]];
        sum += glm::length(glm::cross(glm::dvec3(mesh.positions[t[1]]) - a, glm::dvec3(mesh.positions[t[2]]) - a)) / 2.0;
    }
    return sum;
}

// Small and thin things need more triangles for their size than large smooth ones.
double importance(const CatalogEntry& entry, double area) {
    double factor = entry.layer == "deep" && entry.tissue == "muscle" ? 0.8 : 1.0;
    if (entry.tissue == "bone") factor = 1.1;
    if (entry.group == "knee") factor = 0.8;
    return factor * std::pow(area, 0.75);
}

bool intersect_at_all(const Field& a, const Field& b) {
    const glm::dvec3 low = glm::max(glm::dvec3(a.box.low) * a.step, glm::dvec3(b.box.low) * b.step);
    const glm::dvec3 high = glm::min(glm::dvec3(a.box.high()) * a.step, glm::dvec3(b.box.high()) * b.step);
    return low.x < high.x && low.y < high.y && low.z < high.z;
}

struct Sources {
    std::vector<Claimed> solids;
    std::vector<Course> courses;
    std::optional<Envelope> envelope;
};

const Field* field_of(const Sources& sources, const std::string& id) {
    for (const Claimed& item : sources.solids) {
        if (item.id == id) return &item.field;
    }
    return nullptr;
}

// Smooths the solid's edges within its own space and what lies nearer to it than to anything else, and gives muscles and
// membranes back what triangles and smoothing took of their volume. Cut ends stay flat.
void fair_solid(TriangleMesh& mesh, const CatalogEntry& entry, const Sources& sources) {
    const Field& own = *field_of(sources, entry.id);
    Content others;
    for (const Claimed& item : sources.solids) {
        if (item.id != entry.id && !intersect_at_all(item.field, own)) continue;
        if (item.id != entry.id) others.add(item.field);
    }
    for (const Course& course : sources.courses) others.add(course.curve);
    const double cut_y = entry.cut == "ankle" ? ankle_cut_y : entry.cut == "top" ? top_cut_y : -1e9;
    const auto free = [&](const glm::dvec3& from, const glm::dvec3& to) {
        if (std::abs(from.y - cut_y) < 1.5) return false;
        const double outside = sample(own, to);
        return outside <= 0.02 || others(to) >= outside + gap_mm;
    };
    fair(mesh, fairing_rounds, free);
    if (entry.tissue == "muscle" || entry.tissue == "membrane") swell(mesh, volume(own), free);
}

void sweep_courses(Sources& sources, const Catalog& catalog, std::vector<Part>& parts) {
    const std::vector<TubeEnds> ends = ends_of(sources.courses, catalog);
    for (std::size_t n = 0; n < sources.courses.size(); ++n) {
        for (Part& part : parts) {
            if (part.entry.id == sources.courses[n].id) part.surface = sweep(sources.courses[n].curve, ends[n], gap_mm);
        }
    }
}

// Simplified to `target` triangles, or to more if it crosses itself otherwise.
TriangleMesh thinned_out(const TriangleMesh& fine, std::size_t target) {
    constexpr int rounds = 12;
    TriangleMesh coarse;
    for (const double share : {1.0, 1.5, 2.2, 3.2}) {
        coarse = simplify(fine, static_cast<std::size_t>(static_cast<double>(target) * share));
        if (uncross(coarse, rounds)) break;
    }
    return coarse;
}

// Meshes all solids, then thins them out to what the tubes and the envelope leave of the budget.
void mesh_solids(const Sources& sources, std::vector<Part>& parts, const BuildOptions& options) {
    std::vector<std::size_t> todo;
    std::size_t used = 0;
    for (std::size_t n = 0; n < parts.size(); ++n) {
        used += parts[n].surface.triangles.size();
        if (parts[n].surface.triangles.empty() && field_of(sources, parts[n].entry.id)) todo.push_back(n);
    }
    parallel_for(todo.size(), options.threads, [&](std::size_t n) {
        Part& part = parts[todo[n]];
        part.surface = keep_pieces(extract(*field_of(sources, part.entry.id)), part.entry.pieces, least_piece_mm3);
        if (part.entry.tissue != "bone") fair_solid(part.surface, part.entry, sources);
    });
    std::vector<double> weights;
    for (const std::size_t n : todo) weights.push_back(importance(parts[n].entry, surface_area(parts[n].surface)));
    const double total = std::accumulate(weights.begin(), weights.end(), 0.0);
    const double budget = static_cast<double>(options.triangles - std::min(used, options.triangles));
    // The largest first, so that threads end together.
    std::vector<std::size_t> order(todo.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return parts[todo[a]].surface.triangles.size() > parts[todo[b]].surface.triangles.size();
    });
    parallel_for(order.size(), options.threads, [&](std::size_t n) {
        Part& part = parts[todo[order[n]]];
        const auto target = static_cast<std::size_t>(budget * weights[order[n]] / total);
        part.surface = thinned_out(part.surface, std::max<std::size_t>(target, 200));
    });
}

void shade_all(const Sources& sources, std::vector<Part>& parts, const BuildOptions& options) {
    parallel_for(parts.size(), options.threads, [&](std::size_t n) {
        Part& part = parts[n];
        part.shading = shade(part.surface, field_of(sources, part.entry.id));
        order_for_drawing(part.shading);
    });
}

// A second, lighter list of triangles for each part, to be drawn while the view moves.
void lighten_all(std::vector<Part>& parts, unsigned threads) {
    constexpr double share = 0.24;
    constexpr std::size_t least = 200;
    parallel_for(parts.size(), threads, [&](std::size_t n) {
        Part& part = parts[n];
        const auto target = static_cast<std::size_t>(share * static_cast<double>(part.surface.triangles.size()));
        part.shading.light = on_shading(thinned(part.surface, std::max(target, least)), part.surface, part.shading);
    });
}

// For each of the shading's vertices the one of the surface that lies at the same place.
std::vector<std::size_t> sources_of(const Part& part) {
    std::map<std::array<float, 3>, std::size_t> at;
    for (std::size_t n = 0; n < part.surface.positions.size(); ++n) {
        const glm::vec3& p = part.surface.positions[n];
        at.insert({{p.x, p.y, p.z}, n});
    }
    std::vector<std::size_t> result;
    for (const glm::vec3& p : part.shading.positions) result.push_back(at.at({p.x, p.y, p.z}));
    return result;
}

// Straps run along the path that they were laid on, all else along its own length. Only muscles are flesh in part.
void spread_fibres(Part& part, const Figures& figures) {
    const std::vector<StrapFigure>& straps = figures.joint.straps;
    const auto strap = std::find_if(straps.begin(), straps.end(), [&](const StrapFigure& one) { return one.id == part.entry.id; });
    Fibres fibres;
    if (strap == straps.end()) {
        fibres = fibres_of(part.surface, part.entry.cut == "top");
    } else {
        fibres.directions = directions_along(part.surface, strap->path);
    }
    for (const std::size_t n : sources_of(part)) {
        part.shading.fibres.push_back(fibres.directions[n]);
        if (part.entry.tissue == "muscle") part.shading.tendon.push_back(fibres.tendon[n]);
    }
}

// The other builds' surfaces as morph targets, and where the thickness was assumed.
void spread_builds(Part& part, const std::array<TriangleMesh, build_count>& surfaces, const std::vector<float>& assumed) {
    const std::vector<std::size_t> sources = sources_of(part);
    for (const std::size_t n : sources) part.shading.assumed.push_back(assumed[n]);
    for (std::size_t build = 0; build < build_count; ++build) {
        if (build == average_build) continue;
        std::vector<glm::vec3> positions;
        for (const std::size_t n : sources) positions.push_back(surfaces[build].positions[n]);
        part.shading.targets.push_back(target_to(part.shading, build_names[build], positions));
    }
}

bool wraps(const std::string& id) {
    return id == "skin" || id == "subcutaneous-fat" || id == "fascia-lata" || id == "crural-fascia";
}

// The iliotibial tract is the fascia that is drawn out along one line.
bool has_fibres(const CatalogEntry& entry) {
    return entry.tissue == "muscle" || entry.tissue == "tendon" || entry.tissue == "ligament" || (entry.tissue == "fascia" && !wraps(entry.id));
}

// Fibres, and tendon of muscles; how much light reaches all but what wraps the limb and the joint cavity, which are seen through or
// taken off.
void describe_vertices(std::vector<Part>& parts, const Figures& figures, unsigned threads) {
    std::vector<const TriangleMesh*> opaque;
    for (const Part& part : parts) {
        const bool hides = wraps(part.entry.id) || part.entry.tissue == "joint";
        opaque.push_back(hides ? nullptr : &part.surface);
    }
    const geometry::RayCaster caster(opaque);
    parallel_for(parts.size(), threads, [&](std::size_t n) {
        if (parts[n].surface.triangles.empty()) return;
        if (has_fibres(parts[n].entry)) spread_fibres(parts[n], figures);
        if (opaque[n]) parts[n].shading.occlusion = occlusion_of(parts[n].shading, caster);
    });
}

void take_envelope(const Sources& sources, std::vector<Part>& parts) {
    if (!sources.envelope) return;
    const Envelope& envelope = *sources.envelope;
    for (Part& part : parts) {
        if (part.entry.id == "skin") part.surface = envelope.skin[average_build];
        if (part.entry.id == "subcutaneous-fat") part.surface = envelope.fat[average_build];
        if (part.entry.id == "fascia-lata") part.surface = envelope.thigh_fascia;
        if (part.entry.id == "crural-fascia") part.surface = envelope.leg_fascia;
    }
}

// A tube's mean square radius, because volumes are compared.
double figure_radius(const Curve& curve) {
    double sum = 0.0;
    for (const double radius : curve.radii) sum += radius * radius;
    return std::sqrt(sum / static_cast<double>(curve.radii.size()));
}

std::vector<TubeCheck> check_tubes(std::vector<Course>& courses, const Catalog& catalog, const std::vector<Part>& parts) {
    const std::vector<TubeEnds> ends = ends_of(courses, catalog);
    std::vector<TubeCheck> checks;
    for (std::size_t n = 0; n < courses.size(); ++n) {
        const auto part = std::find_if(parts.begin(), parts.end(), [&](const Part& one) { return one.entry.id == courses[n].id; });
        const int round_ends = (ends[n].first == End::round && !ends[n].first_on ? 1 : 0) + (ends[n].last == End::round && !ends[n].last_on ? 1 : 0);
        checks.push_back({courses[n].id, mean_radius(part->surface, courses[n].curve, round_ends), figure_radius(courses[n].curve)});
    }
    return checks;
}

struct Measured {
    std::vector<Overlap> overlaps;
    std::vector<FreeOutline> outlines;  // of the sections, in their order
    std::vector<Sliver> slivers;        // the same
    std::vector<SliverCheck> sliver_checks;
    std::vector<std::pair<std::string, double>> taken_mm3;
    std::vector<Gap> gaps;
};

Measured measure(const std::vector<Solid>& solids, const Sources& sources, const Inputs& inputs, unsigned threads) {
    constexpr double least_overlap_cm3 = 0.1;
    Measured measured;
    measured.overlaps = overlaps_of(solids, sources.solids, least_overlap_cm3, threads);
    const std::vector<double> taken = taken_from(solids, sources.solids, threads);
    for (std::size_t n = 0; n < solids.size(); ++n) measured.taken_mm3.push_back({solids[n].id, taken[n]});
    const std::vector<SectionFigure>& sections = inputs.figures.sections;
    measured.outlines.resize(sections.size());
    measured.slivers.resize(sections.size());
    parallel_for(sections.size(), threads, [&](std::size_t n) {
        const CatalogEntry& entry = *find(inputs.catalog, sections[n].id);
        if (entry.tissue == "skin") return;
        const auto has_id = [&](const auto& item) { return item.id == entry.id; };
        const Claimed& won = *std::find_if(sources.solids.begin(), sources.solids.end(), has_id);
        const Opened own = opened(*std::find_if(solids.begin(), solids.end(), has_id), won, entry.tissue);
        measured.outlines[n] = free_outline(sections[n], entry, solids, sources.courses, own);
        measured.slivers[n] = sliver_of(won, own);
    });
    return measured;
}

// After what the opening took was mended and taken back.
void measure_rest(Measured& measured, const std::vector<Solid>& solids, const Sources& sources, unsigned threads) {
    measured.gaps = gaps_of(solids, sources.solids, sources.courses, threads);
    for (const Sliver& sliver : measured.slivers) {
        if (!sliver.points.empty()) measured.sliver_checks.push_back(check_sliver(sliver, sources.solids));
    }
}

void compare(Model& model, Measured measured, const Inputs& inputs, unsigned threads) {
    const auto part_of = [&](const std::string& id) {
        return std::find_if(model.parts.begin(), model.parts.end(), [&](const Part& part) { return part.entry.id == id; });
    };
    for (const auto& [id, taken] : measured.taken_mm3) {
        const auto part = part_of(id);
        if (part != model.parts.end()) part->taken_cm3 = taken / 1000.0;
    }
    model.overlaps = std::move(measured.overlaps);
    model.gaps = std::move(measured.gaps);
    model.slivers = std::move(measured.sliver_checks);
    const std::vector<SectionFigure>& sections = inputs.figures.sections;
    model.outlines.resize(sections.size());
    parallel_for(sections.size(), threads, [&](std::size_t n) {
        model.outlines[n] = check_outline(sections[n].id, measured.outlines[n], part_of(sections[n].id)->surface);
    });
}

std::vector<Part> empty_parts(const Inputs& inputs) {
    std::vector<Part> parts;
    for (const CatalogEntry& entry : inputs.catalog) {
        Part part;
        part.entry = entry;
        for (const SectionFigure& figure : inputs.figures.sections) {
            if (figure.id == entry.id) part.figure_cm3 = kept_volume(figure, cut_of(entry));
        }
        parts.push_back(std::move(part));
    }
    return parts;
}

void remark_on(const std::vector<Part>& parts, std::vector<std::string>& remarks) {
    for (const Part& part : parts) {
        if (part.surface.triangles.empty()) {
            remarks.push_back(part.entry.id + ": empty");
            continue;
        }
        const MeshFaults faults = faults_of(part.surface);
        if (!faults.none()) {
            remarks.push_back(part.entry.id + ": " + std::to_string(faults.open_edges) + " open edges, " +
                              std::to_string(faults.bad_edges) + " bad edges, " + std::to_string(faults.bad_vertices) +
                              " bad vertices, " + std::to_string(faults.degenerate) + " degenerate triangles");
        }
        if (signed_volume(part.surface) <= 0.0) remarks.push_back(part.entry.id + ": looks inward");
    }
}

void remark_on_moves(const std::vector<CourseMove>& moves, std::vector<std::string>& remarks) {
    constexpr double seen = 0.05;  // in a table of tenths of millimetres
    for (const CourseMove& move : moves) {
        if (move.beyond_mm < seen) continue;
        remarks.push_back(move.id + ": lies " + std::to_string(move.beyond_mm) + " mm further from its figure than it may");
    }
}

// Sections and the landmarks that lie on them go together.
void move_figure(Figures& figures, const CatalogEntry& entry) {
    if (entry.moved_mm == glm::dvec3(0.0)) return;
    for (SectionFigure& figure : figures.sections) {
        if (figure.id != entry.id) continue;
        for (Level& level : figure.levels) {
            level.y += entry.moved_mm.y;
            for (FourierOutline& outline : level.outlines) outline.centre += glm::dvec2(entry.moved_mm.x, entry.moved_mm.z);
        }
    }
    for (LandmarkFigure& landmark : figures.landmarks) {
        if (landmark.on == entry.id) landmark.at += entry.moved_mm;
    }
}

// Whose line was corrected is as uncertain as what was never measured. An unknown name is an error.
base::Issues correct_courses(Inputs& inputs, const std::vector<Correction>& corrections) {
    for (const Correction& correction : corrections) {
        const auto has_id = [&](const auto& item) { return item.id == correction.course; };
        const auto figure = std::find_if(inputs.figures.courses.begin(), inputs.figures.courses.end(), has_id);
        if (figure == inputs.figures.courses.end()) {
            return {base::error({}, "corrections.toml: " + correction.course + ": is no course of the figures")};
        }
        inputs.corrected.push_back(correct(*figure, correction));
        std::find_if(inputs.catalog.begin(), inputs.catalog.end(), has_id)->uncertain = true;
    }
    return {};
}

}  // namespace

base::Result<Inputs> read_inputs(const std::filesystem::path& folder) {
    auto figures = read_figures(folder);
    if (!figures) return base::failure<Inputs>(figures.issues);
    auto catalog = read_catalog(folder / "structures.toml");
    if (!catalog) return base::failure<Inputs>(catalog.issues);
    auto corrections = read_corrections(folder / "corrections.toml");
    if (!corrections) return base::failure<Inputs>(corrections.issues);
    auto builds = read_builds(folder / "builds.toml");
    if (!builds) return base::failure<Inputs>(builds.issues);

    std::vector<std::string> ids;
    for (const SectionFigure& figure : figures->sections) ids.push_back(figure.id);
    for (const CourseFigure& figure : figures->courses) ids.push_back(figure.id);
    for (const SheetFigure& figure : figures->sheets) ids.push_back(figure.id);
    for (const StrapFigure& figure : figures->joint.straps) ids.push_back(figure.id);
    for (const MeniscusFigure& figure : figures->joint.menisci) ids.push_back(figure.id);
    for (const CartilageFigure& figure : figures->joint.cartilages) ids.push_back(figure.id);
    ids.insert(ids.end(), {"infrapatellar-fat-pad", "joint-cavity", "subcutaneous-fat", "skin", "fascia-lata", "crural-fascia"});
    for (const std::string& id : ids) {
        if (find(*catalog, id)) continue;
        return base::failure<Inputs>(base::error({}, "structures.toml: " + id + ": is in the figures but not here"));
    }
    for (const CatalogEntry& entry : *catalog) move_figure(*figures, entry);
    Inputs inputs{std::move(*figures), std::move(*catalog), std::move(*builds), {}};
    const base::Issues unknown = correct_courses(inputs, *corrections);
    if (!unknown.empty()) return base::failure<Inputs>(unknown);
    return base::success(std::move(inputs));
}

Model build(const Inputs& inputs, const BuildOptions& options) {
    Sources sources;
    std::vector<Solid> solids = make_solids(inputs.figures, inputs.catalog, options.step, options.threads);
    sources.solids = claim(solids, options.threads);
    sources.courses = lead_courses(inputs.figures, inputs.catalog, sources.solids, inputs.builds, options.threads);
    carve_courses(sources.solids, sources.courses, options.step, options.threads);
    Measured measured;
    if (options.measure) measured = measure(solids, sources, inputs, options.threads);
    const std::vector<Cord> cords = open_and_mend(sources.solids, inputs.figures, inputs.catalog, sources.courses, options.threads);
    reclaim(sources.solids, solids, sources.courses, options.threads);
    cut_all_handles(sources.solids, inputs.catalog, options.threads);
    if (options.measure) measure_rest(measured, solids, sources, options.threads);
    solids.clear();
    if (options.envelope) {
        sources.envelope =
            make_envelope(sources.solids, sources.courses, inputs.figures, inputs.catalog, inputs.builds, options.threads);
    }

    Model model;
    model.parts = empty_parts(inputs);
    sweep_courses(sources, inputs.catalog, model.parts);
    take_envelope(sources, model.parts);
    mesh_solids(sources, model.parts, options);
    shade_all(sources, model.parts, options);
    lighten_all(model.parts, options.threads);
    describe_vertices(model.parts, inputs.figures, options.threads);
    if (sources.envelope) {
        for (Part& part : model.parts) {
            if (part.entry.id == "skin") spread_builds(part, sources.envelope->skin, sources.envelope->assumed);
            if (part.entry.id == "subcutaneous-fat") spread_builds(part, sources.envelope->fat, sources.envelope->fat_assumed);
        }
    }
    std::vector<NamedSurface> surfaces;
    for (const Part& part : model.parts) surfaces.push_back({part.entry.id, &part.surface});
    model.landmarks = snap(inputs.figures.landmarks, surfaces);
    for (const Cord& cord : cords) model.cords.push_back({cord.id, cord.line.points.front(), cord.line.points.back(), length(cord.line.points)});
    model.corrected = inputs.corrected;
    for (const Course& course : sources.courses) model.moves.push_back(move_of(course));
    model.tubes = check_tubes(sources.courses, inputs.catalog, model.parts);
    if (options.measure) compare(model, std::move(measured), inputs, options.threads);
    remark_on(model.parts, model.remarks);
    remark_on_moves(model.moves, model.remarks);
    if (sources.envelope) {
        model.skin_and_fat_mm = sources.envelope->thickness;
    }
    return model;
}

}  // namespace drypoint::builder
