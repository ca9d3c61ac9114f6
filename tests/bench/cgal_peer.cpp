// CGAL's AABB tree, as its manual uses it: one tree of all triangles for lines, one of each surface for distances.
#include <CGAL/AABB_traits.h>
#include <CGAL/AABB_tree.h>
#include <CGAL/AABB_triangle_primitive.h>
#include <CGAL/Simple_cartesian.h>
#include <boost/variant/get.hpp>
#include <cmath>

#include <glm/geometric.hpp>

#include "peer.h"

namespace drypoint::bench {
namespace {

using Kernel = CGAL::Simple_cartesian<double>;
using Point = Kernel::Point_3;
using Triangles = std::vector<Kernel::Triangle_3>;
using Primitive = CGAL::AABB_triangle_primitive<Kernel, Triangles::const_iterator>;
using Tree = CGAL::AABB_tree<CGAL::AABB_traits<Kernel, Primitive>>;

Point point(const glm::dvec3& p) {
    return {p.x, p.y, p.z};
}

Triangles triangles_of(const geometry::TriangleMesh& mesh) {
    Triangles triangles;
    for (const geometry::Triangle& t : mesh.triangles)
        triangles.emplace_back(point(mesh.positions[t[0]]), point(mesh.positions[t[1]]), point(mesh.positions[t[2]]));
    return triangles;
}

class Cgal final : public Peer {
  public:
    explicit Cgal(const Surfaces& surfaces) {
        for (const geometry::TriangleMesh* mesh : surfaces) {
            single_.push_back(std::make_unique<Triangles>(triangles_of(*mesh)));
            trees_.push_back(std::make_unique<Tree>(single_.back()->begin(), single_.back()->end()));
            trees_.back()->accelerate_distance_queries();
            all_.insert(all_.end(), single_.back()->begin(), single_.back()->end());
        }
        tree_.insert(all_.begin(), all_.end());
        tree_.build();
    }

    std::string name_of_crossings() const override { return "CGAL AABB tree"; }
    std::string name_of_distance() const override { return "CGAL AABB tree"; }

    void crossings(const glm::dvec3& from, const glm::dvec3& to, std::vector<double>& depths) override {
        const Kernel::Segment_3 segment(point(from), point(to));
        found_.clear();
        tree_.all_intersections(segment, std::back_inserter(found_));
        for (const auto& one : found_) {
            if (const Point* at = boost::get<Point>(&one->first))
                depths.push_back(std::sqrt(CGAL::squared_distance(segment.source(), *at)));
        }
    }

    double distance(std::size_t surface, const glm::dvec3& place, double) override {
        return std::sqrt(trees_[surface]->squared_distance(point(place)));
    }

  private:
    std::vector<std::unique_ptr<Triangles>> single_;
    std::vector<std::unique_ptr<Tree>> trees_;
    Triangles all_;
    Tree tree_;
    std::vector<boost::optional<Tree::Intersection_and_primitive_id<Kernel::Segment_3>::Type>> found_;
};

}  // namespace

std::unique_ptr<Peer> cgal_peer(const Surfaces& surfaces) {
    return std::make_unique<Cgal>(surfaces);
}

}  // namespace drypoint::bench
