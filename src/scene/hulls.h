#pragma once
// Hulls on the limb: round a hazard that the verdict on the needle speaks of, the room in which its course was found to
// wander between people.

#include <map>
#include <vector>

#include "anatomy/assess.h"
#include "scene/palette.h"
#include "scene/point_paint.h"
#include "scene/scene.h"
#include "session/model.h"

namespace drypoint::scene {

// The surface moved outward along its normals, without creases, but not through `limit`: at a tube the tube that is so
// much wider, as far as the limb reaches. Where it bends more sharply than that it crosses itself: to be looked at, not to
// be measured. `limit` may be empty.
geometry::ShadedMesh widened(const geometry::TriangleMesh& surface, float by_mm, const geometry::TriangleMesh& limit);

// That, to be drawn, and how it is: translucent and hatched in the colour of risk. `index`: of the item.
PatchPtr hull_of(const geometry::TriangleMesh& surface, double by_mm, const geometry::TriangleMesh& limit);
void add_hull(const PatchPtr& hull, std::size_t index, bool closed, const Palette& palette, Scene& scene);

// The visible hazards among the reasons for the verdict that have a published spread: indices in the atlas. None under a
// solid skin.
std::vector<std::size_t> shown_hulls(const session::Snapshot& snapshot, const anatomy::Assessment& assessment);

// Made once for each hazard of a model.
class Hulls {
  public:
    // Adds a hatched, translucent item for each shown hull. Its index lies beyond those of the atlas: it is no structure
    // and cannot be picked.
    void add(const session::Snapshot& snapshot, const anatomy::Assessment& assessment, const Palette& palette,
             Scene& scene);

  private:
    session::WorldPtr world_;
    std::map<std::size_t, PatchPtr> hulls_;  // by structure
};

}  // namespace drypoint::scene
