// What model check finds, against CGAL's answers.

#include <algorithm>
#include <array>
#include <random>
#include <vector>

#include <doctest/doctest.h>

#include <CGAL/Exact_predicates_inexact_constructions_kernel.h>
#include <CGAL/Polygon_mesh_processing/measure.h>
#include <CGAL/Polygon_mesh_processing/orientation.h>
#include <CGAL/Polygon_mesh_processing/self_intersections.h>
#include <CGAL/Surface_mesh.h>

#include "geometry/mesh_check.h"
#include "geometry/self_intersections.h"
#include "support/solids.h"

using namespace drypoint;

namespace {

namespace pmp = CGAL::Polygon_mesh_processing;
using Kernel = CGAL::Exact_predicates_inexact_constructions_kernel;
using Mesh = CGAL::Surface_mesh<Kernel::Point_3>;
using Pairs = std::vector<std::array<std::uint32_t, 2>>;

Mesh to_cgal(const geometry::TriangleMesh& mesh) {
    Mesh result;
    for (const glm::vec3& p : mesh.positions) result.add_vertex(Kernel::Point_3(p.x, p.y, p.z));
    for (const geometry::Triangle& t : mesh.triangles)
        result.add_face(Mesh::Vertex_index(t[0]), Mesh::Vertex_index(t[1]), Mesh::Vertex_index(t[2]));
    return result;
}

// A ball whose vertices were shaken: the more, the more it crosses itself.
geometry::TriangleMesh shaken(unsigned seed, double by) {
    geometry::TriangleMesh mesh = test::sphere({3.0f, -2.0f, 1.0f}, 10.0f, 9);
    std::mt19937 random(seed);
    const auto number = [&] { return (static_cast<double>(random()) / 4294967296.0 - 0.5) * by; };
    for (glm::vec3& p : mesh.positions) p += glm::vec3(glm::dvec3(number(), number(), number()));
    return mesh;
}

Pairs sorted(Pairs pairs) {
    for (auto& pair : pairs) std::sort(pair.begin(), pair.end());
    std::sort(pairs.begin(), pairs.end());
    return pairs;
}

}  // namespace

TEST_CASE("self-intersections are the pairs that CGAL names") {
    std::size_t all = 0;
    for (unsigned seed = 1; seed <= 12; ++seed) {
        CAPTURE(seed);
        const geometry::TriangleMesh mesh = shaken(seed, 0.35 * seed);
        std::vector<std::pair<Mesh::Face_index, Mesh::Face_index>> found;
        pmp::self_intersections(to_cgal(mesh), std::back_inserter(found));
        Pairs expected;
        for (const auto& [a, b] : found) expected.push_back({static_cast<std::uint32_t>(a), static_cast<std::uint32_t>(b)});
        CHECK(sorted(geometry::find_self_intersections(mesh)) == sorted(expected));
        all += expected.size();
    }
    CHECK(all > 500);
}

TEST_CASE("volume and orientation are CGAL's") {
    for (unsigned seed = 1; seed <= 5; ++seed) {
        geometry::TriangleMesh mesh = shaken(seed, 0.2);
        for (const bool turned : {false, true}) {
            if (turned) {
                for (geometry::Triangle& t : mesh.triangles) std::swap(t[1], t[2]);
            }
            const Mesh theirs = to_cgal(mesh);
            const geometry::MeshReport ours = geometry::check_mesh(mesh);
            CHECK(ours.volume_mm3 == doctest::Approx(pmp::volume(theirs)).epsilon(1e-9));
            CHECK(ours.outward() == pmp::is_outward_oriented(theirs));
            CHECK(ours.closed() == CGAL::is_closed(theirs));
        }
    }
}
