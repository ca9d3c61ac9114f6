#pragma once

namespace drypoint::render {

// Never changes what an item means. Coarse: a quarter of the pixels, where a picture of all of them would take too long.
// At rest the picture is also smoothed at its edges and softly occluded.
enum class Quality { coarse, moving, rest };

}  // namespace drypoint::render
