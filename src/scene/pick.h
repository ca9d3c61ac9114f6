#pragma once
// What lies under the pointer: the same list that is drawn.

#include <memory>
#include <optional>

#include <glm/vec2.hpp>
#include <glm/vec3.hpp>

#include "anatomy/atlas.h"
#include "scene/scene.h"

namespace drypoint::scene {

struct Hit {
    std::size_t index;  // of the structure in the atlas
    glm::vec3 at_mm;
};

// Holds the ray queries of one atlas. Building takes about 0.1 s for 300,000 triangles, so it happens at the first
// pick.
class Picker {
  public:
    explicit Picker(anatomy::AtlasPtr atlas);
    ~Picker();
    Picker(Picker&&) noexcept;
    Picker& operator=(Picker&&) noexcept;

    const anatomy::AtlasPtr& atlas() const;

    // The first surface on the ray whose item is drawn with an opacity of at least picked_opacity; if there is none,
    // the first surface that is drawn at all. Faces that culling leaves out are not hit. Pixels count from the top
    // left. `scene` was built from this atlas.
    std::optional<Hit> pick(const Scene& scene, glm::vec2 size_px, glm::vec2 pixel);

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace drypoint::scene
