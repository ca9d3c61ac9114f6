#pragma once
// What is painted on the limb for a trigger point: the band that it may lie in, on its muscle; where its pain is felt, on
// the skin; the classic spot of books, on its muscle. docs/content.md says what of their shapes is this project's
// convention.

#include <memory>

#include "geometry/patch.h"
#include "scene/palette.h"
#include "scene/scene.h"
#include "session/world.h"

namespace drypoint::scene {

using PatchPtr = std::shared_ptr<const geometry::Patch>;  // null: there is nothing to paint

// As much of the muscle as lies between the band's ends, all round it.
PatchPtr band_patch(const session::World& world, const session::PlacedPoint& point);
// x: how far inside an area of the essential referral, y: of the spill-over.
PatchPtr referral_patch(const session::World& world, const session::PlacedPoint& point);
// The same for one area of pain, as an essential one.
PatchPtr zone_patch(const session::World& world, const base::Id& zone);
// A round mark, half a fingerwidth each way.
PatchPtr classic_spot_patch(const session::World& world, const session::PlacedPoint& point);

std::vector<Tone> band_tones(const Palette& palette);
std::vector<Tone> referral_tones(const Palette& palette);
std::vector<Tone> classic_spot_tones(const Palette& palette);

}  // namespace drypoint::scene
