#include "io/mesh_envelope.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <set>
#include <vector>

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

std::vector<std::string_view> words_of(std::string_view line) {
    std::vector<std::string_view> words;
    for (std::size_t at = line.find_first_not_of(" \t\r"); at != std::string_view::npos;) {
        const std::size_t end = std::min(line.find_first_of(" \t\r", at), line.size());
        words.push_back(line.substr(at, end - at));
        at = line.find_first_not_of(" \t\r", end);
    }
    return words;
}

bool is_ply_type(std::string_view word) {
    static const std::set<std::string_view> types{"char",  "uchar",  "short",   "ushort", "int",   "uint",
                                                  "float", "double", "int8",    "uint8",  "int16", "uint16",
                                                  "int32", "uint32", "float32", "float64"};
    return types.count(word) != 0;
}

bool is_ply_format(const std::vector<std::string_view>& words) {
    return words.size() == 3 && words[2] == "1.0" &&
           (words[1] == "ascii" || words[1] == "binary_little_endian" || words[1] == "binary_big_endian");
}

bool is_ply_property(const std::vector<std::string_view>& words) {
    if (words.size() == 3) return is_ply_type(words[1]);
    return words.size() == 5 && words[1] == "list" && is_ply_type(words[2]) && is_ply_type(words[3]);
}

// Every element takes a byte at least, so a count beyond the file's length is a lie.
std::string ply_element_problem(const std::vector<std::string_view>& words, std::size_t bytes) {
    std::uint64_t count = 0;
    if (words.size() != 3) return "has an element without a count in its header";
    const char* end = words[2].data() + words[2].size();
    const auto read = std::from_chars(words[2].data(), end, count);
    if (read.ec != std::errc{} || read.ptr != end) return "has an element without a count in its header";
    if (count > bytes) return "promises " + std::to_string(count) + " elements, which do not fit into it";
    return "";
}

// Line by line, because Assimp's parser of headers runs in circles on lines that it does not know.
std::string ply_problem(std::string_view bytes) {
    if (!starts_with(bytes, "ply")) return "is no PLY";
    for (std::size_t at = bytes.find('\n'), number = 2; at != std::string_view::npos; ++number) {
        const std::size_t end = std::min(bytes.find('\n', at + 1), bytes.size());
        const std::vector<std::string_view> words = words_of(bytes.substr(at + 1, end - at - 1));
        const std::string_view first = words.empty() ? std::string_view() : words.front();
        if (first == "end_header" && words.size() == 1) return "";
        if (first == "element") {
            const std::string problem = ply_element_problem(words, bytes.size());
            if (!problem.empty()) return problem;
        } else if (first != "comment" && first != "obj_info" && !(first == "format" && is_ply_format(words)) &&
                   !(first == "property" && is_ply_property(words))) {
            return "is no PLY: line " + std::to_string(number) + " of its header means nothing";
        }
        at = end < bytes.size() ? end : std::string_view::npos;
    }
    return "is a PLY without an end of its header";
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
