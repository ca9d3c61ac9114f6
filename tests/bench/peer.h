#pragma once
// What is asked of a library that is compared with ours: the crossings of a line with all surfaces, and the distance of
// a place to one of them.

#include <memory>
#include <string>
#include <vector>

#include <glm/vec3.hpp>

#include "geometry/triangle_mesh.h"

namespace drypoint::bench {

using Surfaces = std::vector<const geometry::TriangleMesh*>;

class Peer {
  public:
    Peer() = default;
    Peer(const Peer&) = delete;
    Peer& operator=(const Peer&) = delete;
    virtual ~Peer() = default;

    virtual std::string name_of_crossings() const = 0;
    virtual std::string name_of_distance() const = 0;
    // Distances from `from` towards `to`, in any order.
    virtual void crossings(const glm::dvec3& from, const glm::dvec3& to, std::vector<double>& depths) = 0;
    // Whether a crossing is left out that goes in, or out, a second time.
    virtual bool keeps_only_turns() const { return false; }
    // To one surface; more than reach_mm may be given as any larger number.
    virtual double distance(std::size_t surface, const glm::dvec3& place, double reach_mm) = 0;
};

#ifdef DRYPOINT_BENCH_CGAL
std::unique_ptr<Peer> cgal_peer(const Surfaces& surfaces);
#endif
#ifdef DRYPOINT_BENCH_VTK
std::unique_ptr<Peer> vtk_peer(const Surfaces& surfaces);
#endif

}  // namespace drypoint::bench
