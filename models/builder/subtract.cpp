#include "subtract.h"

#include <stdexcept>

#include <CGAL/Exact_predicates_exact_constructions_kernel.h>
#include <CGAL/Polygon_mesh_processing/corefinement.h>

#include "cgal_mesh.h"
#include "simplify.h"

namespace drypoint::builder {
namespace {

using Exact = CGAL::Exact_predicates_exact_constructions_kernel::Point_3;

constexpr double least_edge = 0.03;  // mm

float rounded(const Exact::R::FT& value) { return static_cast<float>(CGAL::to_double(CGAL::exact(value))); }

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
    return without_short_edges(cut, surface, least_edge);
}

}  // namespace drypoint::builder
