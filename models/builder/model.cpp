#include "model.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>
#include <set>
#include <stdexcept>

#include <glm/geometric.hpp>

#include "compete.h"
#include "content.h"
#include "courses.h"
#include "envelope.h"
#include "fairing.h"
#include "joint.h"
#include "mesh_tools.h"
#include "normals.h"
#include "parallel.h"
#include "simplify.h"
#include "solids.h"
#include "surface.h"
#include "tube.h"

namespace drypoint::builder {
namespace {

using geometry::TriangleMesh;

constexpr double least_piece_mm3 = 200.0;
constexpr int fairing_rounds = 40;
constexpr double course_padding_mm = 1.3;  // round courses where fat is laid round them

// A solid that won its space, ready for meshing.
struct Claimed {
    std::string id;
    int rank;
    Field field;
};

std::vector<Claimed> claim(std::vector<Solid> solids, unsigned threads) {
    std::vector<Field> fields = share_out(solids, gap_mm, threads);
    std::vector<Claimed> claimed;
    for (std::size_t n = 0; n < solids.size(); ++n) claimed.push_back({solids[n].id, solids[n].rank, std::move(fields[n])});
    return claimed;
}

void unite_recess(std::vector<Claimed>& claimed) {
    const auto find_by_id = [&](const char* id) {
        return std::find_if(claimed.begin(), claimed.end(), [&](const Claimed& item) { return item.id == id; });
    };
    const auto recess = find_by_id(recess_id);
    const auto cavity = find_by_id("joint-cavity");
    if (recess == claimed.end() || cavity == claimed.end()) return;
    const glm::ivec3 low = glm::min(cavity->field.box.low, recess->field.box.low);
    const glm::ivec3 high = glm::max(cavity->field.box.high(), recess->field.box.high());
    Field both(cavity->field.step, {low, high - low});
    unite(both, cavity->field);
    unite(both, recess->field);
    cavity->field = std::move(both);
    claimed.erase(recess);
}

Surroundings surroundings_of(const std::vector<Claimed>& claimed, const Catalog& catalog, Content& bones, Content& deep) {
    Surroundings around;
    for (const Claimed& item : claimed) {
        if (item.rank == 0) bones.add(item.field);
        if (item.id != "joint-cavity") deep.add(item.field);
        if (find(catalog, item.id)->tissue == "muscle") around.muscles.push_back({item.id, &item.field});
    }
    around.bone = [&bones](const glm::dvec3& p) { return bones(p); };
    around.deep = [&deep](const glm::dvec3& p) { return deep(p); };
    return around;
}

bool has_skin(const Figures& figures) {
    return std::any_of(figures.sections.begin(), figures.sections.end(), [](const SectionFigure& figure) { return figure.id == "skin"; });
}

// Fades out towards the height where the skin's figures end.
double beneath_skin(const Field& skin, const glm::dvec3& p) {
    if (p.y > 640.0) return -static_cast<double>(band);
    return sample(skin, p) - std::max(0.0, p.y - 560.0) * 0.15;
}

void carve_courses(std::vector<Claimed>& claimed, const std::vector<Course>& courses, double step, unsigned threads) {
    const double gap = gap_mm + 0.1 * step;  // a little more, because a coarse lattice rounds narrow beds
    parallel_for(claimed.size(), threads, [&](std::size_t n) {
        if (claimed[n].rank == 0) return;
        for (const Course& course : courses) carve(claimed[n].field, course.curve, gap);
    });
}

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

// Takes feather edges away that triangles could only show as teeth, rounds ridges, and leaves no specks of cartilage.
void open_all(std::vector<Claimed>& claimed, const Catalog& catalog, unsigned threads) {
    parallel_for(claimed.size(), threads, [&](std::size_t n) {
        const std::string& tissue = find(catalog, claimed[n].id)->tissue;
        const double step = claimed[n].field.step;
        if (tissue == "muscle") {
            open(claimed[n].field, 0.4 * step, 1);
        } else if (tissue == "cartilage") {
            open(claimed[n].field, 0.8 * step);
        } else {
            open(claimed[n].field, (claimed[n].rank > rank_of("muscle") ? 0.7 : 0.4) * step);  // thin layers must not wear through
        }
    });
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

// Smooths the solid's edges within its own space and what lies nearer to it than to anything else. Cut ends stay flat.
void fair_solid(TriangleMesh& mesh, const CatalogEntry& entry, const Sources& sources) {
    const Field& own = *field_of(sources, entry.id);
    Content others;
    for (const Claimed& item : sources.solids) {
        if (item.id != entry.id && !intersect_at_all(item.field, own)) continue;
        if (item.id != entry.id) others.add(item.field);
    }
    for (const Course& course : sources.courses) others.add(course.curve);
    const double cut_y = entry.cut == "ankle" ? ankle_cut_y : entry.cut == "top" ? top_cut_y : -1e9;
    fair(mesh, fairing_rounds, [&](const glm::dvec3& from, const glm::dvec3& to) {
        if (std::abs(from.y - cut_y) < 1.5) return false;
        const double outside = sample(own, to);
        return outside <= 0.02 || others(to) >= outside + gap_mm;
    });
}

void sweep_courses(Sources& sources, const Catalog& catalog, std::vector<Part>& parts) {
    const std::vector<TubeEnds> ends = ends_of(sources.courses, catalog);
    for (std::size_t n = 0; n < sources.courses.size(); ++n) {
        for (Part& part : parts) {
            if (part.entry.id == sources.courses[n].id) part.surface = sweep(sources.courses[n].curve, ends[n], gap_mm);
        }
    }
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
        part.surface = simplify(part.surface, std::max<std::size_t>(target, 200));
    });
}

void shade_all(const Sources& sources, std::vector<Part>& parts, const BuildOptions& options) {
    parallel_for(parts.size(), options.threads, [&](std::size_t n) {
        Part& part = parts[n];
        part.shading = shade(part.surface, field_of(sources, part.entry.id));
        order_for_drawing(part.shading);
    });
}

Envelope make_envelope(const Sources& sources, const Inputs& inputs, const BuildOptions& options) {
    const Field skin = measured_skin(inputs.figures);
    std::vector<Curve> padded;
    for (const Course& course : sources.courses) {
        padded.push_back(course.curve);
        for (double& radius : padded.back().radii) radius += course_padding_mm;
    }
    Content content;
    Content wide;
    for (const Claimed& item : sources.solids) {
        content.add(item.field);
        wide.add(item.field);
    }
    for (const Course& course : sources.courses) content.add(course.curve);
    for (const Curve& curve : padded) wide.add(curve);
    EnvelopeInput input;
    input.content = [&](const glm::dvec3& p) { return content(p); };
    input.wide = [&](const glm::dvec3& p) { return wide(p); };
    input.measured_skin = &skin;
    input.fat = inputs.fat;
    input.threads = options.threads;
    return wrap(input, CutPlanes{}, HipContour{});
}

void take_envelope(const Sources& sources, std::vector<Part>& parts) {
    if (!sources.envelope) return;
    for (Part& part : parts) {
        if (part.entry.id == "skin") part.surface = sources.envelope->skin;
        if (part.entry.id == "subcutaneous-fat") part.surface = sources.envelope->fat;
    }
}

std::vector<CourseMove> moves_of(const std::vector<Course>& courses) {
    std::vector<CourseMove> moves;
    for (const Course& course : courses) {
        CourseMove move{course.id, 0.0, 0.0, course.curve.points.front()};
        for (std::size_t n = 0; n < course.curve.points.size(); ++n) {
            const double way = glm::distance(course.curve.points[n], course.measured.points[n]);
            move.mean_mm += way / static_cast<double>(course.curve.points.size());
            if (way > move.most_mm) {
                move.most_mm = way;
                move.where = course.curve.points[n];
            }
        }
        moves.push_back(move);
    }
    return moves;
}

std::vector<Part> empty_parts(const Inputs& inputs) {
    std::vector<Part> parts;
    for (const CatalogEntry& entry : inputs.catalog) {
        Part part;
        part.entry = entry;
        for (const SectionFigure& figure : inputs.figures.sections) {
            if (figure.id == entry.id) part.figure_cm3 = figure.volume_cm3;
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

}  // namespace

base::Result<Inputs> read_inputs(const std::filesystem::path& folder) {
    auto figures = read_figures(folder);
    if (!figures) return base::failure<Inputs>(figures.issues);
    auto catalog = read_catalog(folder / "structures.toml");
    if (!catalog) return base::failure<Inputs>(catalog.issues);
    auto fat = read_fat(folder / "fat.toml");
    if (!fat) return base::failure<Inputs>(fat.issues);

    std::vector<std::string> ids;
    for (const SectionFigure& figure : figures->sections) ids.push_back(figure.id);
    for (const CourseFigure& figure : figures->courses) ids.push_back(figure.id);
    for (const SheetFigure& figure : figures->sheets) ids.push_back(figure.id);
    for (const StrapFigure& figure : figures->joint.straps) ids.push_back(figure.id);
    for (const MeniscusFigure& figure : figures->joint.menisci) ids.push_back(figure.id);
    for (const CartilageFigure& figure : figures->joint.cartilages) ids.push_back(figure.id);
    ids.insert(ids.end(), {"infrapatellar-fat-pad", "joint-cavity", "subcutaneous-fat"});
    for (const std::string& id : ids) {
        if (find(*catalog, id)) continue;
        return base::failure<Inputs>(base::error({}, "structures.toml: " + id + ": is in the figures but not here"));
    }
    return base::success(Inputs{std::move(*figures), std::move(*catalog), std::move(*fat)});
}

Model build(const Inputs& inputs, const BuildOptions& options) {
    Sources sources;
    sources.solids = claim(make_solids(inputs.figures, inputs.catalog, options.step, options.threads), options.threads);
    unite_recess(sources.solids);
    sources.courses = courses_of(inputs.figures.courses, inputs.catalog);
    {
        Content bones;
        Content deep;
        Surroundings around = surroundings_of(sources.solids, inputs.catalog, bones, deep);
        std::optional<Field> skin;
        if (has_skin(inputs.figures)) {
            skin = measured_skin(inputs.figures);
            around.skin = [&](const glm::dvec3& p) { return beneath_skin(*skin, p); };
        }
        settle(sources.courses, around, inputs.catalog);
    }
    carve_courses(sources.solids, sources.courses, options.step, options.threads);
    open_all(sources.solids, inputs.catalog, options.threads);
    if (options.envelope) sources.envelope = make_envelope(sources, inputs, options);

    Model model;
    model.parts = empty_parts(inputs);
    sweep_courses(sources, inputs.catalog, model.parts);
    take_envelope(sources, model.parts);
    mesh_solids(sources, model.parts, options);
    shade_all(sources, model.parts, options);
    std::vector<NamedSurface> surfaces;
    for (const Part& part : model.parts) surfaces.push_back({part.entry.id, &part.surface});
    model.landmarks = snap(inputs.figures.landmarks, surfaces);
    model.moves = moves_of(sources.courses);
    remark_on(model.parts, model.remarks);
    if (sources.envelope) {
        model.skin_and_fat_mm = {sources.envelope->thinnest, sources.envelope->thickest};
    }
    return model;
}

}  // namespace drypoint::builder
