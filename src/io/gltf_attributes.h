#pragma once
// What our own files say of each vertex beyond glTF's own attributes, as plain floats. Other viewers leave them alone.

namespace drypoint::io {

inline constexpr const char* fibre_attribute = "_FIBRE";          // unit vectors, see geometry::ShadedMesh::fibres
inline constexpr const char* tendon_attribute = "_TENDON";        // 0 to 1, ShadedMesh::tendon
inline constexpr const char* occlusion_attribute = "_OCCLUSION";  // 0 to 1, ShadedMesh::occlusion
inline constexpr const char* assumed_attribute = "_ASSUMED";      // 0 or 1, ShadedMesh::assumed

}  // namespace drypoint::io
