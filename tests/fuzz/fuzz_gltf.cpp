// Any bytes as a glTF file. The first byte chooses how the rest is wrapped, so that the fuzzer need not find a GLB's
// header and lengths by chance.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "io/gltf_reader.h"

namespace {

std::string number(std::size_t value) {
    std::string bytes;
    for (int i = 0; i < 4; ++i) bytes += static_cast<char>(value >> (8 * i) & 0xff);
    return bytes;
}

// JSON up to the first NUL byte, the rest is the binary chunk; lengths are right.
std::string wrapped(const std::string& input) {
    const std::size_t end = input.find('\0');
    std::string json = input.substr(0, end);
    std::string bin = end == std::string::npos ? "" : input.substr(end + 1);
    while (json.size() % 4 != 0) json += ' ';
    while (bin.size() % 4 != 0) bin += '\0';
    const std::string chunk = bin.empty() ? "" : number(bin.size()) + std::string("BIN\0", 4) + bin;
    return "glTF" + number(2) + number(20 + json.size() + chunk.size()) + number(json.size()) + "JSON" + json + chunk;
}

void check(const drypoint::io::ImportedNode& node) {
    for (const auto& triangle : node.mesh.triangles)
        for (const std::uint32_t vertex : triangle)
            if (vertex >= node.mesh.positions.size()) std::abort();
    if (!node.mesh.normals.empty() && node.mesh.normals.size() != node.mesh.positions.size()) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string rest(reinterpret_cast<const char*>(data) + 1, size - 1);
    const auto model = drypoint::io::read_gltf(data[0] % 2 == 0 ? wrapped(rest) : rest, "fuzz.gltf");
    if (!model && model.issues.empty()) std::abort();
    if (model)
        for (const auto& node : model->nodes) check(node);
    return 0;
}
