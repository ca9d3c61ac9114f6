#pragma once
// What is on screen, as a plain value: the renderer turns it into pixels and needs to know no more.

#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

#include <glm/vec3.hpp>

#include "geometry/bounds.h"
#include "geometry/camera.h"
#include "geometry/patch.h"
#include "geometry/triangle_mesh.h"
#include "scene/finish.h"

namespace drypoint::scene {

enum class Surface { plain, skin, fascia, muscle, tendon, bone, cartilage, vessel, nerve };  // how light meets it

struct Item {
    std::size_t index = 0;                             // in the atlas; what picking returns; beyond it: no structure
    std::shared_ptr<const geometry::ShadedMesh> mesh;  // never null in a scene that is drawn
    geometry::Bounds bounds;                           // of the mesh
    glm::vec3 colour{0.5f};                            // sRGB
    Surface surface = Surface::plain;
    float opacity = 1.0f;
    bool xray = false;   // clear in the middle, firm at its edge, whatever it is made of
    bool closed = true;     // and outward: faces turned away are culled; false: both faces are drawn
    float emphasis = 0.0f;  // 0..1: hovered a little, selected more
    float shaded = 1.0f;    // how far the mesh's own occlusion holds: 0 where what stood round it is not drawn

    friend bool operator==(const Item&, const Item&) = default;
};

// How a painted area is filled. Patterns keep their size on the screen, at any distance.
enum class Pattern { flat, dots, ticks, hatch, dashes, cross };

struct Tone {
    std::size_t channel = 0;      // of the patch's values: x, y or z
    float at_least = 0.0f;        // painted where that value is not less
    glm::vec3 fill{0.5f};         // sRGB
    float opacity = 0.5f;         // of the fill; marks of a pattern are nearly solid
    Pattern pattern = Pattern::flat;
    glm::vec3 ink{0.0f};          // sRGB, of the marks
    bool edged = false;           // a thin line along its border

    friend bool operator==(const Tone&, const Tone&) = default;
};

inline constexpr std::size_t most_tones = 4;

// What is painted on a visible item, on its outer face. At each place the first tone that applies is seen.
struct Paint {
    std::size_t index = 0;                         // of the structure in the atlas
    std::shared_ptr<const geometry::Patch> patch;  // never null or empty in a scene that is drawn
    std::vector<Tone> tones;                       // at most most_tones

    friend bool operator==(const Paint&, const Paint&) = default;
};

// Of all items, what lies beyond a plane is not drawn: kept is where dot(normal, place) <= at_mm.
struct CutAway {
    glm::vec3 normal{0.0f, 0.0f, 1.0f};
    float at_mm = 0.0f;

    friend bool operator==(const CutAway&, const CutAway&) = default;
};

// An item is solid, and picked first, from this opacity on.
inline constexpr float solid_opacity = 0.995f;
inline constexpr float picked_opacity = 0.5f;

struct Scene {
    geometry::Camera camera;
    geometry::Bounds bounds;                                  // of the whole model: near and far planes
    glm::vec3 background_top{0.2f}, background_bottom{0.1f};  // sRGB
    glm::vec3 accent{0.7f, 0.65f, 1.0f};                      // sRGB, tints what is emphasised
    Finish finish;
    bool clear_background = false;                            // transparent picture
    std::vector<Item> items;                                  // visible ones only
    std::vector<Paint> paints;                                // in the order in which they lie on one another
    std::optional<CutAway> cut;
    std::vector<Paint> caps;  // the filled faces of what is cut
    float mark_scale = 1.0f;                                  // pixels per unit of a pattern

    friend bool operator==(const Scene&, const Scene&) = default;
};

}  // namespace drypoint::scene
