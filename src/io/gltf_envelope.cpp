#include "io/gltf_envelope.h"

#include <cstdint>
#include <cstring>

namespace drypoint::io {
namespace {

constexpr std::size_t header_size = 12;
constexpr std::size_t chunk_header_size = 8;
constexpr std::uint32_t json_chunk = 0x4E4F534Au;
constexpr int deepest_nesting = 64;

std::uint32_t little_endian(std::string_view bytes, std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t i = 4; i-- > 0;) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
    return value;
}

base::Issue issue(const std::string& path, std::string message, std::string hint = {}) {
    return base::error(base::in_file(path), std::move(message), std::move(hint), "gltf");
}

base::Issue cut_off(const std::string& path, std::size_t promised, std::size_t there) {
    return issue(path,
                 "is cut off: it promises " + std::to_string(promised) + " bytes and has " + std::to_string(there),
                 "copy or download it again");
}

bool too_deep(std::string_view json) {
    int depth = 0;
    bool in_string = false;
    for (std::size_t i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (in_string) {
            if (c == '\\') ++i;
            if (c == '"') in_string = false;
        } else if (c == '"') {
            in_string = true;
        } else if (c == '{' || c == '[') {
            if (++depth > deepest_nesting) return true;
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return false;
}

std::optional<base::Issue> json_issue(std::string_view json, const std::string& path) {
    if (json.find_first_not_of(" \t\r\n") == std::string_view::npos) return issue(path, "has no JSON in it");
    if (too_deep(json))
        return issue(path, "its JSON is nested more than " + std::to_string(deepest_nesting) + " levels deep");
    return std::nullopt;
}

std::optional<base::Issue> binary_issue(std::string_view bytes, const std::string& path) {
    if (bytes.size() < header_size + chunk_header_size)
        return cut_off(path, header_size + chunk_header_size, bytes.size());
    const std::uint32_t version = little_endian(bytes, 4);
    if (version != 2)
        return issue(path, "is glTF version " + std::to_string(version) + "; only version 2 is read", "convert it");
    const std::size_t length = little_endian(bytes, 8);
    if (length > bytes.size()) return cut_off(path, length, bytes.size());
    const std::size_t json_length = little_endian(bytes, header_size);
    if (little_endian(bytes, header_size + 4) != json_chunk)
        return issue(path, "does not begin with a JSON chunk, as binary glTF must");
    const std::size_t json_end = header_size + chunk_header_size + json_length;
    if (json_end > length) return cut_off(path, json_end, length);
    if (json_end != length) {
        if (json_end + chunk_header_size > length) return cut_off(path, json_end + chunk_header_size, length);
        const std::size_t end = json_end + chunk_header_size + little_endian(bytes, json_end);
        if (end > length) return cut_off(path, end, length);
    }
    return json_issue(bytes.substr(header_size + chunk_header_size, json_length), path);
}

}  // namespace

bool is_binary_gltf(std::string_view bytes) {
    return bytes.substr(0, 4) == "glTF";
}

std::optional<base::Issue> envelope_issue(std::string_view bytes, const std::string& path) {
    if (is_binary_gltf(bytes)) return binary_issue(bytes, path);
    return json_issue(bytes, path);
}

}  // namespace drypoint::io
