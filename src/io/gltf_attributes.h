#pragma once
// What our own files say beyond glTF's core. Other viewers leave it alone. Attributes of vertices are plain floats.

namespace drypoint::io {

inline constexpr const char* fibre_attribute = "_FIBRE";          // unit vectors, see geometry::ShadedMesh::fibres
inline constexpr const char* tendon_attribute = "_TENDON";        // 0 to 1, ShadedMesh::tendon
inline constexpr const char* occlusion_attribute = "_OCCLUSION";  // 0 to 1, ShadedMesh::occlusion
inline constexpr const char* assumed_attribute = "_ASSUMED";      // 0 or 1, ShadedMesh::assumed

// The extension by which a node names the node of its lighter level of detail, and what the latter's name adds to its own.
inline constexpr const char* lod_extension = "MSFT_lod";
inline constexpr const char* light_suffix = ".light";

}  // namespace drypoint::io
