#include "simplify.h"

#include <array>
#include <map>
#include <set>

#include <CGAL/Simple_cartesian.h>
#include <CGAL/Surface_mesh.h>
#include <CGAL/Surface_mesh_simplification/Policies/Edge_collapse/Bounded_normal_change_placement.h>
#include <CGAL/Surface_mesh_simplification/Policies/Edge_collapse/Constrained_placement.h>
#include <CGAL/Surface_mesh_simplification/Policies/Edge_collapse/Count_stop_predicate.h>
#include <CGAL/Surface_mesh_simplification/Policies/Edge_collapse/Edge_length_cost.h>
#include <CGAL/Surface_mesh_simplification/Policies/Edge_collapse/Edge_length_stop_predicate.h>
#include <CGAL/Surface_mesh_simplification/Policies/Edge_collapse/LindstromTurk.h>
#include <CGAL/Surface_mesh_simplification/edge_collapse.h>

#include "cgal_mesh.h"

namespace drypoint::builder {
namespace {

namespace sms = CGAL::Surface_mesh_simplification;
using Point = CGAL::Simple_cartesian<double>::Point_3;
using Mesh = CGAL::Surface_mesh<Point>;

// An open surface keeps its rim and the row of triangles along it: a longer edge between two places of the rim would let a triangle
// lie in the plane of the cut.
struct RimMap {
    using key_type = Mesh::Edge_index;
    using value_type = bool;
    using reference = bool;
    using category = boost::readable_property_map_tag;
    const Mesh* mesh;
    friend bool get(const RimMap& map, key_type edge) {
        return map.mesh->is_border(map.mesh->vertex(edge, 0)) || map.mesh->is_border(map.mesh->vertex(edge, 1));
    }
};

geometry::TriangleMesh to_mesh(Mesh& mesh) {
    return from_cgal(mesh, [](const Point& p) { return glm::vec3(glm::dvec3(p.x(), p.y(), p.z())); });
}

// Collapses an edge into that of its ends that costs less.
struct AtAnEnd {
    template <typename Profile>
    boost::optional<Point> operator()(const Profile& profile) const {
        const sms::LindstromTurk_cost<Mesh> cost;
        const auto at_first = cost(profile, boost::optional<Point>(profile.p0()));
        const auto at_second = cost(profile, boost::optional<Point>(profile.p1()));
        if (!at_first) return at_second ? boost::optional<Point>(profile.p1()) : boost::none;
        return at_second && *at_second < *at_first ? profile.p1() : profile.p0();
    }
};

// Into that end of the edge that the surface had before it was cut.
struct AtAnOldEnd {
    const std::set<std::array<double, 3>>* old;
    template <typename Profile>
    boost::optional<Point> operator()(const Profile& profile) const {
        const Point& second = profile.p1();
        return old->count({second.x(), second.y(), second.z()}) > 0 ? second : profile.p0();
    }
};

}  // namespace

std::vector<geometry::Triangle> thinned(const geometry::TriangleMesh& mesh, std::size_t triangles) {
    if (mesh.triangles.size() <= triangles) return mesh.triangles;
    Mesh surface = to_cgal<Point>(mesh);
    const sms::Count_stop_predicate<Mesh> stop(triangles * 3 / 2);  // counts edges
    const sms::Bounded_normal_change_placement<AtAnEnd> placement{AtAnEnd()};
    sms::edge_collapse(surface, stop,
                       CGAL::parameters::get_placement(placement).get_cost(sms::LindstromTurk_cost<Mesh>()));
    geometry::TriangleMesh coarse = to_mesh(surface);
    // No two vertices of a sound surface lie at one place.
    std::map<std::array<float, 3>, std::uint32_t> at;
    for (std::uint32_t n = 0; n < mesh.positions.size(); ++n) at[{mesh.positions[n].x, mesh.positions[n].y, mesh.positions[n].z}] = n;
    for (geometry::Triangle& triangle : coarse.triangles) {
        for (std::uint32_t& corner : triangle) {
            const glm::vec3& p = coarse.positions[corner];
            corner = at.at({p.x, p.y, p.z});
        }
    }
    return coarse.triangles;
}

geometry::TriangleMesh simplify(const geometry::TriangleMesh& mesh, std::size_t triangles) {
    if (mesh.triangles.size() <= triangles) return mesh;
    Mesh surface = to_cgal<Point>(mesh);
    const sms::Count_stop_predicate<Mesh> stop(triangles * 3 / 2);  // counts edges
    const RimMap rim{&surface};
    using Placement = sms::Constrained_placement<sms::LindstromTurk_placement<Mesh>, RimMap>;
    const sms::Bounded_normal_change_placement<Placement> placement{Placement(rim)};
    sms::edge_collapse(surface, stop,
                       CGAL::parameters::edge_is_constrained_map(rim).get_placement(placement).get_cost(
                           sms::LindstromTurk_cost<Mesh>()));
    return to_mesh(surface);
}

geometry::TriangleMesh without_short_edges(const geometry::TriangleMesh& mesh, const geometry::TriangleMesh& before, double least_mm) {
    std::set<std::array<double, 3>> old;
    for (const glm::vec3& p : before.positions) old.insert({p.x, p.y, p.z});
    auto surface = to_cgal<Point>(mesh);
    sms::edge_collapse(surface, sms::Edge_length_stop_predicate<double>(least_mm),
                       CGAL::parameters::get_cost(sms::Edge_length_cost<decltype(surface)>()).get_placement(AtAnOldEnd{&old}));
    return to_mesh(surface);
}

}  // namespace drypoint::builder
