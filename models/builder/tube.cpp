#include "tube.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include <glm/common.hpp>
#include <glm/geometric.hpp>

namespace drypoint::builder {
namespace {

using geometry::TriangleMesh;

constexpr double pi = std::numbers::pi;

// Which points of a fine curve become rings: at the latest after 7 mm, a bend of 9 degrees or a tenth of the radius.
std::vector<std::size_t> ring_places(const Curve& fine) {
    std::vector<std::size_t> places{0};
    double way = 0.0;
    for (std::size_t n = 1; n + 1 < fine.points.size(); ++n) {
        way += glm::distance(fine.points[n - 1], fine.points[n]);
        const std::size_t last = places.back();
        const double cosine = glm::dot(tangent(fine.points, last), tangent(fine.points, n));
        const double growth = std::abs(fine.radii[n] - fine.radii[last]) / fine.radii[last];
        if (way < 7.0 && cosine > std::cos(9.0 * pi / 180.0) && growth < 0.1) continue;
        places.push_back(n);
        way = 0.0;
    }
    places.push_back(fine.points.size() - 1);
    return places;
}

// An end that is laid on another's wall slides along the tube: no ring may stand in its way.
void make_room(std::vector<std::size_t>& places, const Curve& fine, const TubeEnds& ends) {
    constexpr double room = 1.5;  // radii
    const auto near = [&](std::size_t n, std::size_t end) { return glm::distance(fine.points[n], fine.points[end]) < room * fine.radii[end]; };
    const std::size_t last = places.back();
    const auto in_the_way = [&](std::size_t n) {
        if (n == 0 || n == last) return false;
        return (ends.first_on && near(n, 0)) || (ends.last_on && near(n, last));
    };
    places.erase(std::remove_if(places.begin(), places.end(), in_the_way), places.end());
}

int sides_for(double radius) { return std::clamp(static_cast<int>(std::lround(2.0 * pi * radius / 1.4)), 8, 20); }

glm::dvec3 any_normal(const glm::dvec3& along) {
    const glm::dvec3 axis = std::abs(along.x) < 0.8 ? glm::dvec3(1.0, 0.0, 0.0) : glm::dvec3(0.0, 0.0, 1.0);
    return glm::normalize(axis - along * glm::dot(axis, along));
}

class Sweeper {
  public:
    Sweeper(int sides, double gap) : sides_(sides), gap_(gap) {
        // A polygon with the area of the circle.
        const double angle = 2.0 * pi / sides;
        widen_ = std::sqrt(angle / std::sin(angle));
    }

    TriangleMesh run(const Curve& fine, const TubeEnds& ends) {
        std::vector<std::size_t> places = ring_places(fine);
        make_room(places, fine, ends);
        glm::dvec3 normal = any_normal(tangent(fine.points, 0));
        for (std::size_t n = 0; n < places.size(); ++n) {
            const std::size_t at = places[n];
            glm::dvec3 along = tangent(fine.points, at);
            if (n == 0 && ends.first_along) along = *ends.first_along;
            if (n + 1 == places.size() && ends.last_along) along = *ends.last_along;
            normal = glm::normalize(normal - along * glm::dot(normal, along));
            const glm::dvec3& centre = fine.points[at];
            if (n == 0) start(centre, along, normal, fine.radii[at], ends);
            if (n > 0 || ends.first == End::flat || ends.first_on) ring(centre, along, normal, fine.radii[at], 0.0);
            if (n == 0 && ends.first_on) lay_on_wall(*ends.first_on, along);
            if (n + 1 == places.size()) finish(centre, along, normal, fine.radii[at], ends);
        }
        return std::move(mesh_);
    }

  private:
    std::uint32_t add(const glm::dvec3& point) {
        mesh_.positions.push_back(glm::vec3(point));
        return static_cast<std::uint32_t>(mesh_.positions.size() - 1);
    }

    // A ring, joined to the one before or to the first pole. `lift` > 0 makes it a ring of a rounded end.
    void ring(const glm::dvec3& centre, const glm::dvec3& along, const glm::dvec3& normal, double radius, double offset) {
        const glm::dvec3 side = glm::cross(along, normal);
        const auto first = static_cast<std::uint32_t>(mesh_.positions.size());
        for (int n = 0; n < sides_; ++n) {
            const double angle = 2.0 * pi * n / sides_;
            add(centre + along * offset + (normal * std::cos(angle) + side * std::sin(angle)) * (radius * widen_));
        }
        const auto count = static_cast<std::uint32_t>(sides_);
        for (std::uint32_t n = 0; n < count; ++n) {
            const std::uint32_t m = (n + 1) % count;
            if (last_ring_ == none) {
                if (pole_ != none) mesh_.triangles.push_back({pole_, first + m, first + n});
            } else {
                mesh_.triangles.push_back({last_ring_ + n, last_ring_ + m, first + m});
                mesh_.triangles.push_back({last_ring_ + n, first + m, first + n});
            }
        }
        last_ring_ = first;
    }

    void start(const glm::dvec3& centre, const glm::dvec3& along, const glm::dvec3& normal, double radius,
               const TubeEnds& ends) {
        if (ends.first == End::flat || ends.first_on) {
            pole_ = add(centre);
            return;
        }
        pole_ = add(centre - along * radius);
        for (const double angle : {pi / 6.0, pi / 3.0, pi / 2.0}) {
            ring(centre, along, normal, radius * std::sin(angle), -radius * std::cos(angle));
        }
    }

    void finish(const glm::dvec3& centre, const glm::dvec3& along, const glm::dvec3& normal, double radius,
                const TubeEnds& ends) {
        double tip = 0.0;
        if (ends.last == End::round && !ends.last_on) {
            for (const double angle : {pi / 3.0, pi / 6.0}) {
                ring(centre, along, normal, radius * std::sin(angle), radius * std::cos(angle));
            }
            tip = radius;
        }
        pole_ = add(centre + along * tip);
        const auto count = static_cast<std::uint32_t>(sides_);
        for (std::uint32_t n = 0; n < count; ++n) {
            mesh_.triangles.push_back({last_ring_ + n, last_ring_ + (n + 1) % count, pole_});
        }
        if (ends.last_on) lay_on_wall(*ends.last_on, -along);
    }

    // Moves the last ring and the pole along the tube until they are `gap` away from the other's wall.
    void lay_on_wall(const Curve& other, const glm::dvec3& away) {
        const auto slide = [&](std::uint32_t vertex) {
            glm::dvec3 point = glm::dvec3(mesh_.positions[vertex]);
            for (int round = 0; round < 24; ++round) {
                const Nearest foot = nearest(other, point);
                const double missing = foot.radius + gap_ - foot.distance;
                if (std::abs(missing) < 1e-3) break;
                point += away * std::clamp(missing, -1.0, 1.0) * 0.8;
            }
            mesh_.positions[vertex] = glm::vec3(point);
        };
        slide(pole_);
        for (std::uint32_t n = 0; n < static_cast<std::uint32_t>(sides_); ++n) slide(last_ring_ + n);
    }

    static constexpr std::uint32_t none = ~0u;
    int sides_;
    double gap_;
    double widen_;
    std::uint32_t pole_ = none;
    std::uint32_t last_ring_ = none;
    TriangleMesh mesh_;
};

}  // namespace

TriangleMesh sweep(const Curve& curve, const TubeEnds& ends, double gap) {
    const Curve fine = resampled(curve, 1.0);
    const double widest = *std::max_element(fine.radii.begin(), fine.radii.end());
    return Sweeper(sides_for(widest), gap).run(fine, ends);
}

double tube_distance(const Curve& curve, const glm::dvec3& point) {
    const Nearest foot = nearest(curve, point);
    return foot.distance - foot.radius;
}

void carve(Field& field, const Curve& curve, double gap) {
    constexpr double reach = 3.0;  // beyond the wall; further out the solid is not touched
    for (std::size_t n = 0; n + 1 < curve.points.size(); ++n) {
        const glm::dvec3& a = curve.points[n];
        const glm::dvec3& b = curve.points[n + 1];
        const double widest = std::max(curve.radii[n], curve.radii[n + 1]);
        const Box block =
            intersect(field.box, box_around(glm::min(a, b), glm::max(a, b), widest + gap + reach, field.step));
        if (block.empty()) continue;
        const glm::dvec3 edge = b - a;
        const double length2 = std::max(glm::dot(edge, edge), 1e-12);
        for_each_point(block, [&](int i, int j, int k) {
            const glm::dvec3 point = field.position(i, j, k);
            const double t = std::clamp(glm::dot(point - a, edge) / length2, 0.0, 1.0);
            const double radius = curve.radii[n] * (1.0 - t) + curve.radii[n + 1] * t;
            const double inside = gap + radius - glm::distance(point, a + edge * t);
            float& value = field.at(i, j, k);
            value = std::max(value, static_cast<float>(inside));
        });
    }
}

}  // namespace drypoint::builder
