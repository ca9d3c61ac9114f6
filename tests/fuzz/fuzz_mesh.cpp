// Any bytes as OBJ, STL, PLY or FBX: the first byte chooses. What is found inside Assimp itself is not ours to mend.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "io/assimp_reader.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using drypoint::io::MeshFormat;
    if (size == 0) return 0;
    constexpr MeshFormat formats[] = {MeshFormat::obj, MeshFormat::stl, MeshFormat::ply, MeshFormat::fbx};
    const std::string rest(reinterpret_cast<const char*>(data) + 1, size - 1);
    const auto model = drypoint::io::read_with_assimp(rest, "fuzz", formats[data[0] % 4]);
    if (!model && model.issues.empty()) std::abort();
    return 0;
}
