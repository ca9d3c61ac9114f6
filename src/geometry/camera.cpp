#include "geometry/camera.h"

#include <algorithm>
#include <cmath>

#include <glm/gtc/matrix_transform.hpp>
#include <glm/trigonometric.hpp>

namespace drypoint::geometry {
namespace {

constexpr float min_distance_mm = 5.0f;
constexpr float max_distance_mm = 20000.0f;

float half_height_at_pivot(const Camera& camera) {
    return camera.distance_mm * std::tan(glm::radians(camera.field_of_view_deg) * 0.5f);
}

// Pixel to picture coordinates: -aspect..aspect to the right, -1..1 upwards.
glm::vec2 picture_coordinates(glm::vec2 size_px, glm::vec2 pixel) {
    return {(2.0f * pixel.x - size_px.x) / size_px.y, (size_px.y - 2.0f * pixel.y) / size_px.y};
}

}  // namespace

CameraAxes axes(const Camera& camera) {
    const float azimuth = glm::radians(camera.azimuth_deg);
    const float elevation = glm::radians(camera.elevation_deg);
    const float roll = glm::radians(camera.roll_deg);
    const glm::vec3 backward{std::sin(azimuth) * std::cos(elevation), std::sin(elevation),
                             std::cos(azimuth) * std::cos(elevation)};
    const glm::vec3 level{std::cos(azimuth), 0.0f, -std::sin(azimuth)};
    const glm::vec3 upright = glm::cross(backward, level);
    return {level * std::cos(roll) + upright * std::sin(roll), upright * std::cos(roll) - level * std::sin(roll),
            backward};
}

glm::vec3 eye(const Camera& camera) {
    return camera.pivot + axes(camera).backward * camera.distance_mm;
}

glm::mat4 view_matrix(const Camera& camera) {
    const CameraAxes frame = axes(camera);
    const glm::vec3 from = eye(camera);
    glm::mat4 view(1.0f);
    for (int i = 0; i < 3; ++i) {
        view[i][0] = frame.right[i];
        view[i][1] = frame.up[i];
        view[i][2] = frame.backward[i];
    }
    view[3] = glm::vec4(-glm::dot(frame.right, from), -glm::dot(frame.up, from), -glm::dot(frame.backward, from), 1.0f);
    return view;
}

glm::mat4 projection_matrix(const Camera& camera, float aspect, const Bounds& scene) {
    const float radius = std::max(scene.radius(), 1.0f) * 1.01f;
    const glm::vec3 centre = scene.empty() ? camera.pivot : scene.centre();
    const float depth = glm::dot(eye(camera) - centre, axes(camera).backward);
    const float far_mm = std::max(depth + radius, min_distance_mm);
    if (camera.parallel) {
        const float h = half_height_at_pivot(camera);
        return glm::ortho(-h * aspect, h * aspect, -h, h, depth - radius, far_mm);
    }
    const float near_mm = std::max(depth - radius, far_mm * 1e-3f);
    return glm::perspective(glm::radians(camera.field_of_view_deg), aspect, near_mm, far_mm);
}

glm::vec3 project(const Camera& camera, const Bounds& scene, glm::vec2 size_px, const glm::vec3& world) {
    const glm::vec4 clip =
        projection_matrix(camera, size_px.x / size_px.y, scene) * view_matrix(camera) * glm::vec4(world, 1.0f);
    if (clip.w <= 0.0f) return {0.0f, 0.0f, 2.0f};
    const glm::vec3 ndc = glm::vec3(clip) / clip.w;
    return {(ndc.x + 1.0f) * 0.5f * size_px.x, (1.0f - ndc.y) * 0.5f * size_px.y, ndc.z};
}

Ray ray_through(const Camera& camera, glm::vec2 size_px, glm::vec2 pixel) {
    const CameraAxes frame = axes(camera);
    const glm::vec2 at = picture_coordinates(size_px, pixel) * half_height_at_pivot(camera);
    const glm::vec3 target = camera.pivot + frame.right * at.x + frame.up * at.y;
    if (camera.parallel) return {target + frame.backward * max_distance_mm, -frame.backward};
    return {eye(camera), glm::normalize(target - eye(camera))};
}

float mm_per_pixel(const Camera& camera, float height_px) {
    return 2.0f * half_height_at_pivot(camera) / height_px;
}

Camera framed(const Camera& camera, const Bounds& box, float aspect, float margin) {
    if (box.empty()) return camera;
    Camera result = camera;
    result.pivot = box.centre();
    const CameraAxes frame = axes(camera);
    const float slope = std::tan(glm::radians(camera.field_of_view_deg) * 0.5f) / margin;
    float distance = min_distance_mm;
    for (int corner = 0; corner < 8; ++corner) {
        const glm::vec3 p =
            glm::vec3((corner & 1) != 0 ? box.max.x : box.min.x, (corner & 2) != 0 ? box.max.y : box.min.y,
                      (corner & 4) != 0 ? box.max.z : box.min.z) -
            result.pivot;
        const float across = std::abs(glm::dot(p, frame.right)) / aspect;
        const float upward = std::abs(glm::dot(p, frame.up));
        const float towards = camera.parallel ? 0.0f : glm::dot(p, frame.backward);
        distance = std::max(distance, std::max(across, upward) / slope + towards);
    }
    result.distance_mm = std::min(distance, max_distance_mm);
    return result;
}

Camera mirrored(const Camera& camera) {
    Camera result = camera;
    result.pivot.x = -camera.pivot.x;
    result.azimuth_deg = -camera.azimuth_deg;
    result.roll_deg = -camera.roll_deg;
    return result;
}

Camera orbited(const Camera& camera, float right_deg, float up_deg) {
    Camera result = camera;
    result.azimuth_deg = std::remainder(camera.azimuth_deg + right_deg, 360.0f);
    result.elevation_deg = std::clamp(camera.elevation_deg + up_deg, -90.0f, 90.0f);
    return result;
}

Camera turned_freely(const Camera& camera, float right_deg, float up_deg) {
    CameraAxes frame = axes(camera);
    const auto turn = [&frame](float degrees, const glm::vec3& about) {
        const glm::mat3 by(glm::rotate(glm::mat4(1.0f), glm::radians(degrees), about));
        frame = {by * frame.right, by * frame.up, by * frame.backward};
    };
    turn(right_deg, frame.up);
    turn(-up_deg, frame.right);
    Camera result = camera;
    const float height = glm::clamp(frame.backward.y, -1.0f, 1.0f);
    result.elevation_deg = glm::degrees(std::asin(height));
    // Straight from above or below the azimuth means nothing by itself: it stays, and the roll takes the rest.
    if (std::abs(height) < 0.99999f)
        result.azimuth_deg = glm::degrees(std::atan2(frame.backward.x, frame.backward.z));
    result.roll_deg = 0.0f;
    const CameraAxes upright = axes(result);
    result.roll_deg =
        glm::degrees(std::atan2(glm::dot(frame.right, upright.up), glm::dot(frame.right, upright.right)));
    return result;
}

Camera panned(const Camera& camera, glm::vec2 by_px, float height_px) {
    const CameraAxes frame = axes(camera);
    const float scale = mm_per_pixel(camera, height_px);
    Camera result = camera;
    result.pivot += (frame.up * by_px.y - frame.right * by_px.x) * scale;
    return result;
}

Camera zoomed(const Camera& camera, float factor, glm::vec2 size_px, glm::vec2 pointer_px) {
    Camera result = camera;
    result.distance_mm = std::clamp(camera.distance_mm / factor, min_distance_mm, max_distance_mm);
    const glm::vec2 at = picture_coordinates(size_px, pointer_px);
    const float shift = half_height_at_pivot(camera) - half_height_at_pivot(result);
    const CameraAxes frame = axes(camera);
    result.pivot += (frame.right * at.x + frame.up * at.y) * shift;
    return result;
}

}  // namespace drypoint::geometry
