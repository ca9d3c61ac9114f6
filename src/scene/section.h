#pragma once
// The section plane: what of the limb is cut away, and the faces where it is cut, filled and patterned by tissue.

#include <map>

#include "scene/palette.h"
#include "scene/point_paint.h"
#include "scene/scene.h"
#include "session/model.h"

namespace drypoint::scene {

// How a tissue is filled where it is cut, and the pale edge that sets vessels and nerves off.
std::vector<Tone> cut_tones(anatomy::Tissue tissue, const Palette& palette);

// The filled face of a structure in a plane: x where it is filled, y on its pale edge. Null if the plane misses it.
PatchPtr cut_face(const anatomy::Structure& structure, const CutAway& cut);

// Faces are cut once for each place of the plane, of what is shown.
class Sectioner {
  public:
    // Adds cut and caps; nothing without a section plane.
    void cut(const session::Snapshot& snapshot, const Palette& palette, Scene& scene);

  private:
    session::WorldPtr world_;
    std::optional<CutAway> made_for_;
    std::map<std::size_t, PatchPtr> faces_;  // by structure
};

}  // namespace drypoint::scene
