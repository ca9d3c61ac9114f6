#include "io/mesh_envelope.h"

#include <charconv>
#include <cstdint>

#include "io/file.h"

namespace drypoint::io {
namespace {

constexpr std::size_t stl_header_size = 84;
constexpr std::size_t stl_triangle_size = 50;
constexpr std::string_view fbx_magic = "Kaydara FBX Binary";

bool starts_with(std::string_view text, std::string_view start) {
    return text.substr(0, start.size()) == start;
}

std::uint64_t stl_count(std::string_view bytes) {
    std::uint64_t value = 0;
    for (std::size_t i = 4; i-- > 0;) value = value << 8 | static_cast<unsigned char>(bytes[80 + i]);
    return value;
}

// Some programs begin binary files with "solid" too: then the length decides.
bool is_text_stl(std::string_view bytes) {
    if (!starts_with(bytes, "solid")) return false;
    return bytes.size() < stl_header_size || bytes.size() != stl_header_size + stl_count(bytes) * stl_triangle_size;
}

std::string stl_problem(std::string_view bytes) {
    if (is_text_stl(bytes)) return bytes.find("facet") == std::string_view::npos ? "is an STL without a facet" : "";
    if (bytes.size() < stl_header_size) return "is cut off: an STL has at least 84 bytes";
    const std::uint64_t count = stl_count(bytes);
    const std::size_t room = (bytes.size() - stl_header_size) / stl_triangle_size;
    if (count <= room) return "";
    return "is cut off, or no STL: it promises " + std::to_string(count) + " triangles and has room for " +
           std::to_string(room);
}

std::string fbx_problem(std::string_view bytes) {
    if (starts_with(bytes, fbx_magic)) return "";
    const std::string_view head = bytes.substr(0, 4096);
    return head.find("FBX") != std::string_view::npos && head.find('\0') == std::string_view::npos ? "" : "is no FBX";
}

// Every element takes a byte at least, so a count beyond the file's length is a lie.
std::string ply_problem(std::string_view bytes) {
    if (!starts_with(bytes, "ply")) return "is no PLY";
    const std::size_t end = bytes.find("end_header");
    if (end == std::string_view::npos) return "is a PLY without an end of its header";
    const std::string_view header = bytes.substr(0, end);
    for (std::size_t at = header.find("element "); at != std::string_view::npos; at = header.find("element ", at + 1)) {
        const std::string_view line = header.substr(at, header.find_first_of("\r\n", at) - at);
        const std::size_t space = line.find_last_of(' ');
        std::uint64_t count = 0;
        const auto read = std::from_chars(line.data() + space + 1, line.data() + line.size(), count);
        if (read.ec != std::errc{}) return "has an element without a count in its header";
        if (count > bytes.size()) return "promises " + std::to_string(count) + " elements, which do not fit into it";
    }
    return "";
}

}  // namespace

std::optional<MeshFormat> mesh_format(std::string_view bytes, const std::string& path) {
    if (starts_with(bytes, fbx_magic) || starts_with(bytes, "; FBX")) return MeshFormat::fbx;
    if (starts_with(bytes, "ply\n") || starts_with(bytes, "ply\r")) return MeshFormat::ply;
    const std::string extension = extension_of(path);
    if (extension == "obj") return MeshFormat::obj;
    if (extension == "stl") return MeshFormat::stl;
    if (extension == "ply") return MeshFormat::ply;
    if (extension == "fbx") return MeshFormat::fbx;
    if (starts_with(bytes, "solid ")) return MeshFormat::stl;
    return std::nullopt;
}

std::optional<base::Issue> mesh_envelope_issue(std::string_view bytes, const std::string& path, MeshFormat format) {
    std::string problem;
    if (format == MeshFormat::stl) problem = stl_problem(bytes);
    if (format == MeshFormat::fbx) problem = fbx_problem(bytes);
    if (format == MeshFormat::ply) problem = ply_problem(bytes);
    if (problem.empty()) return std::nullopt;
    return base::error(base::in_file(path), problem, "copy it again, or check its extension", "mesh-file");
}

}  // namespace drypoint::io
