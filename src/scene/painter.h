#pragma once
// What is painted on the limb now. Patches are cut out once, when what they show is chosen.

#include "scene/point_paint.h"
#include "session/model.h"

namespace drypoint::scene {

class Painter {
  public:
    // The chosen area of pain; the chosen point's band and classic spot, and its referral where that is shown. Nothing
    // on what is hidden.
    std::vector<Paint> paints(const session::Snapshot& snapshot, const Palette& palette);

  private:
    void forget_others(const session::WorldPtr& world, const base::Id& point, const base::Id& zone);
    void make(const session::World& world, const session::PlacedPoint* point, const session::Plan& plan);

    // What the patches below belong to.
    session::WorldPtr world_;
    base::Id point_, zone_;
    bool has_band_ = false, has_referral_ = false, has_zone_ = false;
    PatchPtr band_, classic_spot_, referral_, zone_patch_;
};

}  // namespace drypoint::scene
