#include "simplify.h"

#include <stdexcept>

#include <CGAL/Simple_cartesian.h>
#include <CGAL/Surface_mesh.h>
#include <CGAL/Surface_mesh_simplification/Policies/Edge_collapse/Bounded_normal_change_placement.h>
#include <CGAL/Surface_mesh_simplification/Policies/Edge_collapse/Constrained_placement.h>
#include <CGAL/Surface_mesh_simplification/Policies/Edge_collapse/Count_stop_predicate.h>
#include <CGAL/Surface_mesh_simplification/Policies/Edge_collapse/LindstromTurk.h>
#include <CGAL/Surface_mesh_simplification/edge_collapse.h>

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

Mesh to_cgal(const geometry::TriangleMesh& mesh) {
    Mesh result;
    result.reserve(static_cast<Mesh::size_type>(mesh.positions.size()),
                   static_cast<Mesh::size_type>(mesh.triangles.size() * 3 / 2 + 16),
                   static_cast<Mesh::size_type>(mesh.triangles.size()));
    for (const glm::vec3& p : mesh.positions) result.add_vertex(Point(p.x, p.y, p.z));
    for (const geometry::Triangle& t : mesh.triangles) {
        const auto face = result.add_face(Mesh::Vertex_index(t[0]), Mesh::Vertex_index(t[1]), Mesh::Vertex_index(t[2]));
        if (face == Mesh::null_face()) throw std::logic_error("simplify: the surface is not manifold");
    }
    return result;
}

geometry::TriangleMesh from_cgal(Mesh& mesh) {
    mesh.collect_garbage();
    geometry::TriangleMesh result;
    for (const Mesh::Vertex_index vertex : mesh.vertices()) {
        const Point& p = mesh.point(vertex);
        result.positions.push_back(glm::vec3(glm::dvec3(p.x(), p.y(), p.z())));
    }
    for (const Mesh::Face_index face : mesh.faces()) {
        geometry::Triangle triangle{};
        std::size_t n = 0;
        for (const Mesh::Vertex_index vertex : mesh.vertices_around_face(mesh.halfedge(face))) {
            triangle[n++] = static_cast<std::uint32_t>(vertex);
        }
        result.triangles.push_back(triangle);
    }
    return result;
}

}  // namespace

geometry::TriangleMesh simplify(const geometry::TriangleMesh& mesh, std::size_t triangles) {
    if (mesh.triangles.size() <= triangles) return mesh;
    Mesh surface = to_cgal(mesh);
    const sms::Count_stop_predicate<Mesh> stop(triangles * 3 / 2);  // counts edges
    const RimMap rim{&surface};
    using Placement = sms::Constrained_placement<sms::LindstromTurk_placement<Mesh>, RimMap>;
    const sms::Bounded_normal_change_placement<Placement> placement{Placement(rim)};
    sms::edge_collapse(surface, stop,
                       CGAL::parameters::edge_is_constrained_map(rim).get_placement(placement).get_cost(
                           sms::LindstromTurk_cost<Mesh>()));
    return from_cgal(surface);
}

}  // namespace drypoint::builder
