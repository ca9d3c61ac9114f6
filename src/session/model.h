#pragma once
// All that Drypoint knows about what the user is doing, as one value. It changes only in update().

#include <optional>
#include <string>
#include <vector>

#include <glm/vec2.hpp>

#include "anatomy/atlas.h"
#include "geometry/camera.h"

namespace drypoint::session {

struct Appearance {
    bool visible = true;
    float opacity = 1.0f;  // 0..1

    friend bool operator==(const Appearance&, const Appearance&) = default;
};

// One structure shown alone, and what everything looked like before, to be given back exactly.
struct Isolation {
    base::Id id;
    std::vector<Appearance> before;

    friend bool operator==(const Isolation&, const Isolation&) = default;
};

// What undo covers.
struct Plan {
    std::vector<Appearance> appearance;  // one per structure, in the atlas's order
    std::optional<Isolation> isolation;

    friend bool operator==(const Plan&, const Plan&) = default;
};

struct Model {
    Plan plan;
    base::Id selected;  // a structure; empty: none
    base::Id hovered;   // a structure under the pointer; empty: none

    geometry::Camera camera;
    std::vector<geometry::Camera> camera_back, camera_forward;  // nearest last
    glm::ivec2 viewport_px{1280, 720};                          // the picture that the camera is framed for

    std::string search;       // what stands in the search field
    float text_scale = 1.0f;  // 1..3
    std::string message;      // why the last request was refused, or what it did; empty: nothing to say

    friend bool operator==(const Model&, const Model&) = default;
};

// The start: every structure shown, skin nearly clear, fat peeled off, seen from the front.
Model initial_model(const anatomy::Atlas& atlas);

// Opacity that the skin has at the start, so that what lies beneath is seen.
inline constexpr float initial_skin_opacity = 0.14f;

// The anatomical views, for the right leg. "lateral" is the subject's right side.
enum class View { anterior, posterior, medial, lateral, proximal, distal };
inline constexpr int view_count = 6;
std::string_view name(View view);
std::optional<View> view_named(std::string_view name);

// The camera of a view, framing `box` in a picture of this aspect.
geometry::Camera camera_for(View view, const geometry::Bounds& box, float aspect, bool parallel = false);

// What is visible now; everything if nothing is.
geometry::Bounds visible_bounds(const Plan& plan, const anatomy::Atlas& atlas);

// What panels and the scene read.
struct Snapshot {
    anatomy::AtlasPtr atlas;
    Model model;
    bool can_undo = false;
    bool can_redo = false;
};

}  // namespace drypoint::session
