#pragma once
// Where the air begins: the skin's outer surface in each body build.

#include <array>

#include "builds.h"
#include "fascia.h"
#include "field.h"

namespace drypoint::builder {

// What skin and fat are laid on: the fascia's outer surface, bridged with a ball of 32 mm and smoothed; and how thick they are laid on,
// so that at every site they are as thick as the table says from the fascia itself: what the bridging adds there is taken off. Courses
// that run outside of the fascia lie in the fat and do not count.
struct SkinBase {
    Field level;
    Builds laid;
};
SkinBase skin_base(const FasciaInput& input, const Field& inside, const CutPlanes& planes, const HipContour& hip);

// Distance to the skin's outer surface in one build, true within 30 mm. It keeps `room` from what it covers.
Field skin_field(const SkinBase& base, const Distance& covered, double room, std::size_t build, unsigned threads);

// Takes off `laid` what the builds' fields still differ from the table by.
void correct(SkinBase& base, const std::array<Field, build_count>& fields, const Field& inside, const Builds& builds);

}  // namespace drypoint::builder
