#pragma once
// Our meshes as CGAL's and back. Private to the files that include CGAL.

#include <stdexcept>

#include <CGAL/Surface_mesh.h>

#include "geometry/triangle_mesh.h"

namespace drypoint::builder {

template <typename Point>
CGAL::Surface_mesh<Point> to_cgal(const geometry::TriangleMesh& mesh) {
    using Mesh = CGAL::Surface_mesh<Point>;
    Mesh result;
    result.reserve(static_cast<typename Mesh::size_type>(mesh.positions.size()),
                   static_cast<typename Mesh::size_type>(mesh.triangles.size() * 3 / 2 + 16),
                   static_cast<typename Mesh::size_type>(mesh.triangles.size()));
    for (const glm::vec3& p : mesh.positions) result.add_vertex(Point(p.x, p.y, p.z));
    for (const geometry::Triangle& t : mesh.triangles) {
        using Vertex = typename Mesh::Vertex_index;
        const auto face = result.add_face(Vertex(t[0]), Vertex(t[1]), Vertex(t[2]));
        if (face == Mesh::null_face()) throw std::logic_error("the surface is not manifold");
    }
    return result;
}

// `to_vector` turns a point into one of floats.
template <typename Point, typename ToVector>
geometry::TriangleMesh from_cgal(CGAL::Surface_mesh<Point>& mesh, const ToVector& to_vector) {
    mesh.collect_garbage();
    geometry::TriangleMesh result;
    for (const auto vertex : mesh.vertices()) result.positions.push_back(to_vector(mesh.point(vertex)));
    for (const auto face : mesh.faces()) {
        geometry::Triangle triangle{};
        std::size_t n = 0;
        for (const auto vertex : mesh.vertices_around_face(mesh.halfedge(face))) triangle[n++] = static_cast<std::uint32_t>(vertex);
        result.triangles.push_back(triangle);
    }
    return result;
}

}  // namespace drypoint::builder
