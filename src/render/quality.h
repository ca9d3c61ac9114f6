#pragma once

namespace drypoint::render {

// Never changes what an item means. Coarse: a quarter of the pixels, where a picture of all of them would take too long.
// Both draw lighter triangles where a mesh has some. At rest all triangles are drawn, and the picture is smoothed at its
// edges and softly occluded.
enum class Quality { coarse, moving, rest };

}  // namespace drypoint::render
