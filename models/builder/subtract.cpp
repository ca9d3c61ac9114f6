#include "subtract.h"

#include <array>
#include <set>
#include <stdexcept>

#include <CGAL/Exact_predicates_exact_constructions_kernel.h>
#include <CGAL/Polygon_mesh_processing/corefinement.h>
#include <CGAL/Simple_cartesian.h>
#include <CGAL/Surface_mesh_simplification/Policies/Edge_collapse/Edge_length_cost.h>
#include <CGAL/Surface_mesh_simplification/Policies/Edge_collapse/Edge_length_stop_predicate.h>
#include <CGAL/Surface_mesh_simplification/edge_collapse.h>

#include "cgal_mesh.h"

namespace drypoint::builder {
namespace {

namespace sms = CGAL::Surface_mesh_simplification;
using Exact = CGAL::Exact_predicates_exact_constructions_kernel::Point_3;
using Plain = CGAL::Simple_cartesian<double>::Point_3;

constexpr double least_edge = 0.03;  // mm

float rounded(const Exact::R::FT& value) { return static_cast<float>(CGAL::to_double(CGAL::exact(value))); }

// Into that end of the edge that the surface had before it was cut.
struct AtAnOldEnd {
    const std::set<std::array<double, 3>>* old;
    template <typename Profile>
    boost::optional<Plain> operator()(const Profile& profile) const {
        const Plain& second = profile.p1();
        return old->count({second.x(), second.y(), second.z()}) > 0 ? second : profile.p0();
    }
};

geometry::TriangleMesh without_short_edges(const geometry::TriangleMesh& mesh, const geometry::TriangleMesh& before) {
    std::set<std::array<double, 3>> old;
    for (const glm::vec3& p : before.positions) old.insert({p.x, p.y, p.z});
    auto surface = to_cgal<Plain>(mesh);
    sms::edge_collapse(surface, sms::Edge_length_stop_predicate<double>(least_edge),
                       CGAL::parameters::get_cost(sms::Edge_length_cost<decltype(surface)>()).get_placement(AtAnOldEnd{&old}));
    return from_cgal(surface, [](const Plain& p) { return glm::vec3(glm::dvec3(p.x(), p.y(), p.z())); });
}

}  // namespace

geometry::TriangleMesh subtract(const geometry::TriangleMesh& surface, const std::vector<geometry::TriangleMesh>& others) {
    auto result = to_cgal<Exact>(surface);
    for (const geometry::TriangleMesh& other : others) {
        auto tool = to_cgal<Exact>(other);
        if (!CGAL::Polygon_mesh_processing::corefine_and_compute_difference(result, tool, result))
            throw std::logic_error("subtract: what is left is not manifold");
    }
    const geometry::TriangleMesh cut =
        from_cgal(result, [](const Exact& p) { return glm::vec3(rounded(p.x()), rounded(p.y()), rounded(p.z())); });
    return without_short_edges(cut, surface);
}

}  // namespace drypoint::builder
