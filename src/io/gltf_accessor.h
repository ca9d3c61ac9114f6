#pragma once
// Numbers out of a glTF accessor, after every bound has been checked. Private to the glTF reader.

#include <cstdint>
#include <string>
#include <vector>

#include <glm/vec3.hpp>

#include "io/gltf_parse.h"

namespace drypoint::io {

// What is wrong is said in `problem` as the end of a sentence ("reaches beyond its buffer"); empty: it went well.
// Numbers that are not finite are a problem of positions and of normals alike.
std::vector<glm::vec3> read_vectors(const GltfSource& source, int accessor, std::string& problem);

// Single numbers of any kind that `read_vectors` takes.
std::vector<float> read_numbers(const GltfSource& source, int accessor, std::string& problem);

// Unsigned integers of 8, 16 or 32 bits, each below `limit`.
std::vector<std::uint32_t> read_indices(const GltfSource& source, int accessor, std::size_t limit,
                                        std::string& problem);

// How many elements an accessor holds, without reading them; 0 if there is no such accessor.
std::size_t count_of(const GltfSource& source, int accessor);

}  // namespace drypoint::io
