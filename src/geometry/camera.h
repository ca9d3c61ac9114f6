#pragma once
// The camera as a value: it orbits a pivot. Millimetres and degrees; the frame is glTF's (y up).

#include <glm/mat4x4.hpp>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>

#include "geometry/bounds.h"

namespace drypoint::geometry {

struct Camera {
    glm::vec3 pivot{0.0f};         // what it turns round and looks at
    float azimuth_deg = 0.0f;      // 0: from +z (the subject's front); 90: from +x (the subject's left)
    float elevation_deg = 0.0f;    // -90..90; 90: from above
    float roll_deg = 0.0f;         // turns the picture, counter-clockwise positive
    float distance_mm = 1000.0f;   // eye to pivot, > 0
    float field_of_view_deg = 30;  // vertical
    bool parallel = false;         // same height of view at the pivot, no perspective

    friend bool operator==(const Camera&, const Camera&) = default;
};

// Unit vectors of the picture in world space: right, up, and backward (from the pivot to the eye).
struct CameraAxes {
    glm::vec3 right, up, backward;
};
CameraAxes axes(const Camera& camera);
glm::vec3 eye(const Camera& camera);

// World to eye space (right-handed, looking down -z), and eye to clip space (OpenGL's, z in -1..1).
// The near and far planes enclose `scene`.
glm::mat4 view_matrix(const Camera& camera);
glm::mat4 projection_matrix(const Camera& camera, float aspect, const Bounds& scene);

// World point to pixels of a picture of this size, origin top left; z = depth in -1..1. Behind the eye: z > 1.
glm::vec3 project(const Camera& camera, const Bounds& scene, glm::vec2 size_px, const glm::vec3& world);

struct Ray {
    glm::vec3 origin, direction;  // direction has unit length
};
// The ray through a pixel. In parallel projection it starts behind everything that the camera sees.
Ray ray_through(const Camera& camera, glm::vec2 size_px, glm::vec2 pixel);

// Millimetres per pixel at the pivot.
float mm_per_pixel(const Camera& camera, float height_px);

// Moves the camera so that `box` fills a picture of this aspect with a margin; directions stay.
Camera framed(const Camera& camera, const Bounds& box, float aspect, float margin = 1.08f);

// What it shows mirrored at the plane x = 0, seen from the mirrored place.
Camera mirrored(const Camera& camera);

Camera orbited(const Camera& camera, float right_deg, float up_deg);    // elevation stays within +-90
// About the picture's own axes, without a limit: the limb tilts as well.
Camera turned_freely(const Camera& camera, float right_deg, float up_deg);
Camera panned(const Camera& camera, glm::vec2 by_px, float height_px);  // the limb follows the pointer
Camera zoomed(const Camera& camera, float factor, glm::vec2 size_px,
              glm::vec2 pointer_px);  // > 1: nearer; keeps what is under the pointer

}  // namespace drypoint::geometry
