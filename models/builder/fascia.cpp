#include "fascia.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include <glm/geometric.hpp>

#include "parallel.h"

namespace drypoint::builder {
namespace {

constexpr double ball = 10.0;          // of the closing: the fascia bridges furrows narrower than twice that
constexpr double inset_at_hip = 20.0;  // of the fascia beneath the hip's contour, where nothing of the limb lies
constexpr double room = 0.6;           // between the inner surface and what it covers; simplification uses up part of it
constexpr double clearance = 0.3;      // round a course that pierces the fascia
constexpr double margin = 50.0;        // round the limb, for closing and for fat

glm::dvec3 landmark(const std::vector<LandmarkFigure>& landmarks, const char* id) {
    for (const LandmarkFigure& one : landmarks) {
        if (one.id == id) return one.at;
    }
    throw std::runtime_error(std::string("landmarks.json: has no ") + id);
}

// How far each vertex is from where its course pierces the fascia, over the fascia's whole thickness.
std::vector<double> distances_from_courses(const geometry::TriangleMesh& mesh, const Field& inside, const FasciaInput& input) {
    std::vector<double> values(mesh.positions.size(), 1.0);
    parallel_for(values.size(), input.threads, [&](std::size_t n) {
        const glm::dvec3 p(mesh.positions[n]);
        const glm::dvec3 out = direction(inside, p, glm::dvec3(0.0));
        const double thickness = input.builds->fascia_at(p.y);
        for (const double share : {0.0, 0.5, 1.0}) {
            values[n] = std::min(values[n], input.piercing(p + out * (share * thickness)) - clearance);
        }
    });
    return values;
}

}  // namespace

Box whole_limb(const CutPlanes& planes, double step) {
    return box_around({-190.0, planes.bottom_y, -60.0}, {80.0, planes.top_y, 200.0}, margin, step);
}

Field content_field(const Distance& content, const Box& box, double step, const HipContour& hip, double inset, unsigned threads) {
    Field field(step, box);
    parallel_for(static_cast<std::size_t>(box.size.y), threads, [&](std::size_t plane) {
        const int j = box.low.y + static_cast<int>(plane);
        for_each_point(Box{{box.low.x, j, box.low.z}, {box.size.x, 1, box.size.z}}, [&](int i, int jj, int k) {
            glm::dvec3 p = field.position(i, jj, k);
            p.y = std::min(p.y, hip.waist_y);
            field.at(i, jj, k) = static_cast<float>(content(p));
        });
    });
    add_hip(field, hip, inset, threads);
    return field;
}

Field closed(const Field& content, float radius) {
    Field field = content;
    redistance(field, radius + 8.0f);
    for (float& value : field.values) value -= radius;
    redistance(field, radius + 8.0f);
    for (float& value : field.values) value += radius;
    keep_smaller(field, content, 0.0f);
    return field;
}

void keep_smaller(Field& field, const Field& other, float shift) {
    for (std::size_t n = 0; n < field.values.size(); ++n) field.values[n] = std::min(field.values[n], other.values[n] + shift);
}

void smooth_times(Field& field, int times) {
    for (int n = 0; n < times; ++n) smooth(field);
}

Field fascia_inside(const FasciaInput& input, const CutPlanes& planes, const HipContour& hip) {
    const Box box = whole_limb(planes, input.step);
    const Field content = content_field(input.deep, box, input.step, hip, inset_at_hip, input.threads);
    Field field = closed(content, static_cast<float>(ball));
    for (float& value : field.values) value -= static_cast<float>(room);
    parallel_for(static_cast<std::size_t>(box.size.y), input.threads, [&](std::size_t plane) {
        const int at = box.low.y + static_cast<int>(plane);
        for_each_point(Box{{box.low.x, at, box.low.z}, {box.size.x, 1, box.size.z}}, [&](int i, int j, int k) {
            const glm::dvec3 p = field.position(i, j, k);
            float& value = field.at(i, j, k);
            if (input.measured_skin && p.y < ankle_y + 60.0) {
                const double depth = input.builds->thickness_at(p).mm[average_build] + std::max(0.0, p.y - ankle_y) * 0.2;
                value = std::min(value, static_cast<float>(sample(*input.measured_skin, p) + depth));
            }
            if (!input.outside || std::abs(value) > 8.0f) return;
            const double bed = input.builds->fascia_at(p.y) + 3.0 * clearance - input.outside(p);
            value = std::max(value, static_cast<float>(bed));
        });
    });
    smooth_times(field, 2);
    keep_smaller(field, content, static_cast<float>(-0.5 * room));
    smooth(field);
    redistance(field, 30.0f);
    smooth(field);
    return field;
}

RegionMesh regions_of(geometry::TriangleMesh surface, const Field& inside, const FasciaInput& input, const std::vector<LandmarkFigure>& landmarks) {
    RegionMesh result{std::move(surface), {}};
    result.regions.assign(result.mesh.triangles.size(), Region::thigh);
    const auto heights = [&](const auto& value) {
        std::vector<double> values;
        for (const glm::vec3& p : result.mesh.positions) values.push_back(value(glm::dvec3(p)));
        return values;
    };
    if (input.outside) cut(result, distances_from_courses(result.mesh, inside, input), Region::thigh, Region::opening);
    const glm::dvec3 tubercle = landmark(landmarks, "pubic-tubercle");
    const glm::dvec3 spine = landmark(landmarks, "asis");
    const glm::dvec3 crest = landmark(landmarks, "iliac-crest-highest-point");
    glm::dvec3 up = glm::normalize(glm::cross(spine - tubercle, crest - tubercle));
    if (up.y < 0.0) up = -up;
    constexpr double above_bone = 6.0;
    cut(result, heights([&](const glm::dvec3& p) { return above_bone - glm::dot(p - spine, up); }), Region::thigh, Region::bare);
    cut(result, heights([&](const glm::dvec3& p) { return p.y - input.builds->knee_y; }), Region::thigh, Region::leg);
    return result;
}

}  // namespace drypoint::builder
