#include "claims.h"

#include <algorithm>

#include <glm/common.hpp>

#include "fascia.h"
#include "joint.h"
#include "mesh_tools.h"
#include "parallel.h"
#include "solids.h"
#include "surface.h"
#include "topology.h"
#include "tube.h"

namespace drypoint::builder {
namespace {

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

// The fascia's inner surface over what it covers, on a lattice that is fine enough to lead courses by.
Field fascia_over(const std::vector<Claimed>& claimed, const std::vector<Course>& courses, const Field& skin, const Builds& builds, unsigned threads) {
    Content content;
    std::vector<Curve> covered;
    for (const Course& course : courses) covered.push_back(beneath_fascia(course, short_of_piercing_mm));
    for (const Claimed& item : claimed) content.add(item.field);
    for (const Curve& curve : covered) {
        if (curve.points.size() > 1) content.add(curve);
    }
    FasciaInput input;
    input.deep = [&](const glm::dvec3& p) { return content(p); };
    input.measured_skin = &skin;
    input.builds = &builds;
    input.step = 3.0;
    input.threads = threads;
    return fascia_inside(input, CutPlanes{}, HipContour{});
}

}  // namespace

std::vector<Claimed> claim(const std::vector<Solid>& solids, unsigned threads) {
    std::vector<Field> fields = share_out(solids, gap_mm, threads);
    std::vector<Claimed> claimed;
    for (std::size_t n = 0; n < solids.size(); ++n) claimed.push_back({solids[n].id, solids[n].rank, std::move(fields[n])});
    unite_recess(claimed);
    return claimed;
}

std::vector<Course> lead_courses(const Figures& figures, const Catalog& catalog, const std::vector<Claimed>& claimed, const Builds& builds,
                                 unsigned threads) {
    std::vector<Course> courses = courses_of(figures.courses, catalog);
    Content bones;
    Content deep;
    Surroundings around = surroundings_of(claimed, catalog, bones, deep);
    std::optional<Field> skin;
    if (has_skin(figures)) {
        skin = measured_skin(figures);
        around.skin = [&](const glm::dvec3& p) { return beneath_skin(*skin, p); };
    }
    std::optional<Field> fascia;
    const bool any_outside = std::any_of(courses.begin(), courses.end(), [](const Course& course) { return course.outside_fascia_below > 0.0; });
    if (any_outside && skin) {
        fascia = fascia_over(claimed, courses, *skin, builds, threads);
        around.fascia = [&](const glm::dvec3& p) { return sample(*fascia, p) - builds.fascia_at(p.y); };
    }
    settle(courses, around, catalog);
    return courses;
}

void carve_courses(std::vector<Claimed>& claimed, const std::vector<Course>& courses, double step, unsigned threads) {
    const double gap = gap_mm + 0.1 * step;  // a little more, because a coarse lattice rounds narrow beds
    parallel_for(claimed.size(), threads, [&](std::size_t n) {
        if (claimed[n].rank == 0) return;
        for (const Course& course : courses) carve(claimed[n].field, course.curve, gap);
    });
}

void open_edges(Field& field, const std::string& tissue) {
    if (tissue == "muscle") {
        open(field, muscle_opening * field.step, 1);
    } else if (tissue == "cartilage") {
        open(field, 0.8 * field.step);
    } else if (tissue == "joint") {
        open(field, field.step);
    } else {
        open(field,
             (rank_of(tissue) > rank_of("muscle") ? 0.7 : 0.4) * field.step);  // thin layers must not wear through
    }
}

void open_all(std::vector<Claimed>& claimed, const Catalog& catalog, unsigned threads) {
    parallel_for(claimed.size(), threads,
                 [&](std::size_t n) { open_edges(claimed[n].field, find(catalog, claimed[n].id)->tissue); });
}

void cut_all_handles(std::vector<Claimed>& claimed, const Catalog& catalog, unsigned threads) {
    parallel_for(claimed.size(), threads, [&](std::size_t n) {
        const CatalogEntry& entry = *find(catalog, claimed[n].id);
        const geometry::TriangleMesh surface = keep_pieces(extract(claimed[n].field), entry.pieces, least_piece_mm3);
        if (handles_of(surface) > entry.handles) cut_handles(claimed[n].field);
    });
}

}  // namespace drypoint::builder
