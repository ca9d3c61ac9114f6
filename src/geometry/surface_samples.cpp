#include "geometry/surface_samples.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <tuple>

#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/vector_relational.hpp>

#include "geometry/line_triangle.h"

namespace drypoint::geometry {
namespace {

struct Face {
    glm::dvec3 a, b, c;
    glm::dvec3 area;  // along the normal, twice the triangle's
};

std::vector<Face> faces_around(const TriangleMesh& mesh, const SampleRequest& request) {
    std::vector<Face> faces;
    const double reach = request.reach_mm + request.normal_over_mm;
    for (const Triangle& t : mesh.triangles) {
        Face face{mesh.positions[t[0]], mesh.positions[t[1]], mesh.positions[t[2]], {}};
        const glm::dvec3 low = glm::min(face.a, glm::min(face.b, face.c)) - request.around_mm;
        const glm::dvec3 high = glm::max(face.a, glm::max(face.b, face.c)) - request.around_mm;
        if (glm::any(glm::greaterThan(low, glm::dvec3(reach))) || glm::any(glm::lessThan(high, glm::dvec3(-reach))))
            continue;
        face.area = glm::cross(face.b - face.a, face.c - face.a);
        if (glm::dot(face.area, face.a - request.around_mm) > 0.0) faces.push_back(face);
    }
    return faces;
}

// A place on a face, and its place in the order: axis of the lattice's lines, which way the face looks along it, row,
// place in the row (every other row backwards).
struct Place {
    int axis;
    bool forward;
    int row, column;
    double t;
    glm::dvec3 at_mm;
    glm::dvec3 area;  // of the face that the place stands for, along its normal
};

// Areas gathered in cells, so that the mean normal round a place is a sum over a few cells.
class NormalField {
  public:
    NormalField(const std::vector<Place>& places, const SampleRequest& request)
        : cell_mm_(request.normal_over_mm / cells_across),
          low_(request.around_mm - glm::dvec3(request.reach_mm + request.normal_over_mm)),
          n_(static_cast<int>(2.0 * (request.reach_mm + request.normal_over_mm) / cell_mm_) + 1),
          sums_(static_cast<std::size_t>(n_) * static_cast<std::size_t>(n_) * static_cast<std::size_t>(n_)) {
        for (const Place& place : places) {
            const auto cell = cell_of(place.at_mm);
            if (inside(cell)) sums_[index(cell)] += place.area;
        }
    }

    // Zero if there are no faces near.
    glm::dvec3 normal_at(const glm::dvec3& place) const {
        const auto centre = cell_of(place);
        glm::dvec3 sum(0.0);
        constexpr int r = cells_across / 2;
        for (int z = -r; z <= r; ++z)
            for (int y = -r; y <= r; ++y)
                for (int x = -r; x <= r; ++x) {
                    if (x * x + y * y + z * z > r * r + 1) continue;
                    const std::array<int, 3> cell{centre[0] + x, centre[1] + y, centre[2] + z};
                    if (inside(cell)) sum += sums_[index(cell)];
                }
        const double length = glm::length(sum);
        return length > 0.0 ? sum / length : glm::dvec3(0.0);
    }

  private:
    static constexpr int cells_across = 7;

    std::array<int, 3> cell_of(const glm::dvec3& place) const {
        const glm::dvec3 at = (place - low_) / cell_mm_;
        return {static_cast<int>(std::floor(at.x)), static_cast<int>(std::floor(at.y)),
                static_cast<int>(std::floor(at.z))};
    }
    bool inside(const std::array<int, 3>& cell) const {
        return std::all_of(cell.begin(), cell.end(), [this](int i) { return i >= 0 && i < n_; });
    }
    std::size_t index(const std::array<int, 3>& cell) const {
        const auto n = static_cast<std::size_t>(n_);
        return (static_cast<std::size_t>(cell[2]) * n + static_cast<std::size_t>(cell[1])) * n +
               static_cast<std::size_t>(cell[0]);
    }

    double cell_mm_;
    glm::dvec3 low_;
    int n_;
    std::vector<glm::dvec3> sums_;
};

int main_axis(const glm::dvec3& v) {
    int axis = 0;
    for (int i = 1; i < 3; ++i)
        if (std::abs(v[i]) > std::abs(v[axis])) axis = i;
    return axis;
}

void sample_face(const Face& face, const SampleRequest& request, std::vector<Place>& found) {
    const int z = main_axis(face.area);
    const int x = (z + 1) % 3;
    const int y = (z + 2) % 3;
    const double h = request.spacing_mm;
    const glm::dvec3 low = glm::min(face.a, glm::min(face.b, face.c));
    const glm::dvec3 high = glm::max(face.a, glm::max(face.b, face.c));
    const double reach = request.reach_mm + request.normal_over_mm / 2.0;
    const auto first = [&](int axis) {
        return static_cast<int>(std::ceil(std::max(low[axis], request.around_mm[axis] - reach) / h));
    };
    const auto last = [&](int axis) {
        return static_cast<int>(std::floor(std::min(high[axis], request.around_mm[axis] + reach) / h));
    };
    glm::dvec3 along(0.0);
    along[z] = 1.0;
    const glm::dvec3 area = face.area * (h * h / std::abs(face.area[z]));
    for (int row = first(y); row <= last(y); ++row) {
        for (int column = first(x); column <= last(x); ++column) {
            glm::dvec3 origin(0.0);
            origin[x] = column * h;
            origin[y] = row * h;
            const auto hit = LineFrame(origin, along).cross(face.a, face.b, face.c);
            if (!hit) continue;
            const glm::dvec3 at = origin + along * hit->t;
            if (glm::distance(at, request.around_mm) > reach) continue;
            found.push_back({z, face.area[z] > 0.0, row, row % 2 == 0 ? column : -column, hit->t, at, area});
        }
    }
}

}  // namespace

std::vector<SurfaceSample> samples_around(const TriangleMesh& mesh, const SampleRequest& request) {
    std::vector<Place> places;
    for (const Face& face : faces_around(mesh, request)) sample_face(face, request, places);
    std::sort(places.begin(), places.end(), [](const Place& a, const Place& b) {
        return std::tie(a.axis, a.forward, a.row, a.column, a.t) < std::tie(b.axis, b.forward, b.row, b.column, b.t);
    });
    const NormalField normals(places, request);
    std::vector<SurfaceSample> samples;
    samples.reserve(places.size());
    for (const Place& place : places) {
        if (glm::distance(place.at_mm, request.around_mm) > request.reach_mm) continue;
        const glm::dvec3 outward = normals.normal_at(place.at_mm);
        if (glm::dot(outward, place.at_mm - request.around_mm) > 0.0) samples.push_back({place.at_mm, outward});
    }
    return samples;
}

}  // namespace drypoint::geometry
