#include "io/gltf_parse.h"

#include <tiny_gltf.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <set>

#include "io/file.h"
#include "io/gltf_attributes.h"
#include "io/gltf_envelope.h"

namespace drypoint::io {
namespace {

namespace fs = std::filesystem;
using tinygltf::Model;

// What tinygltf may read beside the file: buffers inside its folder, nothing else.

struct Folder {
    fs::path path;
    std::string refused;  // the last request that was turned down
};

// The file meant by a request, or an empty path if it is not inside the folder.
fs::path inside(const Folder& folder, const std::string& request) {
    const fs::path relative(request);
    if (relative.empty() || relative.is_absolute()) return {};
    std::error_code error;
    const fs::path root = fs::canonical(folder.path, error);
    if (error) return {};
    const fs::path file = fs::weakly_canonical(root / relative, error);
    if (error) return {};
    const auto [end_of_root, rest] = std::mismatch(root.begin(), root.end(), file.begin(), file.end());
    return end_of_root == root.end() && rest != file.end() ? file : fs::path();
}

bool file_exists(const std::string& request, void* data) {
    auto& folder = *static_cast<Folder*>(data);
    const fs::path file = inside(folder, request);
    if (file.empty()) {
        folder.refused = request;
        return false;
    }
    std::error_code error;
    return fs::is_regular_file(file, error);
}

std::string same_path(const std::string& path, void*) {
    return path;
}

bool read_whole_file(std::vector<unsigned char>* out, std::string* problem, const std::string& request, void* data) {
    const fs::path file = inside(*static_cast<Folder*>(data), request);
    if (file.empty()) return false;
    const base::Result<std::string> bytes = read_file(file.string());
    if (!bytes) {
        *problem = bytes.issues.front().message;
        return false;
    }
    out->assign(bytes->begin(), bytes->end());
    return true;
}

bool write_nothing(std::string*, const std::string&, const std::vector<unsigned char>&, void*) {
    return false;
}

bool ignore_image(tinygltf::Image*, int, std::string*, std::string*, int, int, const unsigned char*, int, void*) {
    return true;
}

std::string unknown_extension(const Model& model) {
    static const std::set<std::string> known{"KHR_mesh_quantization", "KHR_texture_transform", lod_extension};
    for (const std::string& name : model.extensionsRequired)
        if (known.count(name) == 0 && name.rfind("KHR_materials_", 0) != 0) return name;
    return {};
}

std::string one_line(const std::string& text) {
    std::string line = text.substr(0, text.find_last_not_of(" \n.") + 1);
    for (char& c : line)
        if (c == '\n') c = ' ';
    return line.substr(0, 300);
}

// ---- the JSON, slimmed

using SortedJson = nlohmann::json;

constexpr std::size_t glb_prefix_size = 20;  // header, length and kind of the JSON chunk

std::uint32_t little_endian(std::string_view bytes, std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t i = 4; i-- > 0;) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
    return value;
}

// The envelope has been checked: the lengths fit.
std::string_view json_of(std::string_view bytes) {
    return is_binary_gltf(bytes) ? bytes.substr(glb_prefix_size, little_endian(bytes, 12)) : bytes;
}

std::string_view binary_chunk_of(std::string_view bytes) {
    if (!is_binary_gltf(bytes)) return {};
    const std::size_t at = glb_prefix_size + little_endian(bytes, 12);
    if (at >= little_endian(bytes, 8)) return {};
    return bytes.substr(at + 8, little_endian(bytes, at));
}

// Only what is read here. Of materials the name; no pictures, animations, skins, cameras or extensions.
void slim(SortedJson& json) {
    for (const char* key : {"images", "textures", "samplers", "animations", "skins", "cameras", "extensions", "extras"})
        json.erase(key);
    const auto materials = json.find("materials");
    if (materials == json.end() || !materials->is_array()) return;
    for (SortedJson& material : *materials) {
        SortedJson name = SortedJson::object();
        if (material.is_object() && material.contains("name")) name["name"] = material["name"];
        material = std::move(name);
    }
}

// The first buffer of a GLB is its binary chunk. tinygltf gets four bytes in its place; `size` is how long it says it
// is.
bool take_binary_buffer(SortedJson& json, std::size_t& size) {
    const auto buffers = json.find("buffers");
    if (buffers == json.end() || !buffers->is_array() || buffers->empty()) return false;
    SortedJson& first = buffers->front();
    if (!first.is_object() || first.contains("uri")) return false;
    const auto length = first.find("byteLength");
    if (length == first.end() || !length->is_number_unsigned()) return false;
    size = length->get<std::size_t>();
    *length = 4;
    return true;
}

std::string number(std::size_t value) {
    std::string bytes;
    for (int i = 0; i < 4; ++i) bytes += static_cast<char>(value >> (8 * i) & 0xff);
    return bytes;
}

std::string wrapped(std::string json) {
    while (json.size() % 4 != 0) json += ' ';
    return "glTF" + number(2) + number(glb_prefix_size + json.size() + 12) + number(json.size()) + "JSON" + json +
           number(4) + std::string("BIN\0\0\0\0\0", 8);
}

bool load(const std::string& json, bool binary, Folder& folder, Model& model, std::string& problem) {
    tinygltf::TinyGLTF parser;
    parser.SetImageLoader(ignore_image, nullptr);
    parser.SetFsCallbacks({file_exists, same_path, read_whole_file, write_nothing, &folder});
    std::string warning;
    try {
        if (!binary)
            return parser.LoadASCIIFromString(&model, &problem, &warning, json.data(),
                                              static_cast<unsigned int>(json.size()), "");
        const std::string glb = wrapped(json);
        const auto* data = reinterpret_cast<const unsigned char*>(glb.data());
        return parser.LoadBinaryFromMemory(&model, &problem, &warning, data, static_cast<unsigned int>(glb.size()));
    } catch (const std::bad_alloc&) {
        throw;
    } catch (const std::exception& exception) {
        problem = exception.what();
        return false;
    }
}

}  // namespace

base::Issues parse_gltf(const std::string& bytes, const std::string& path, Model& model,
                        std::vector<std::string_view>& buffers) {
    if (const auto issue = envelope_issue(bytes, path)) return {*issue};
    const std::string_view text = json_of(bytes);
    SortedJson json = SortedJson::parse(text.begin(), text.end(), nullptr, false);
    if (!json.is_object()) return {gltf_issue(path, "is no readable glTF: its JSON is broken")};
    slim(json);
    const bool binary = is_binary_gltf(bytes);
    const std::string_view chunk = binary_chunk_of(bytes);
    std::size_t length = 0;
    const bool in_chunk = binary && take_binary_buffer(json, length);
    if (in_chunk && length > chunk.size())
        return {gltf_issue(path, "its buffer promises " + std::to_string(length) + " bytes, its binary chunk has " +
                                     std::to_string(chunk.size()))};
    Folder folder{fs::path(path).parent_path(), {}};
    if (folder.path.empty()) folder.path = ".";
    std::string problem;
    const std::string slimmed = json.dump(-1, ' ', false, SortedJson::error_handler_t::replace);
    const bool read = load(slimmed, binary, folder, model, problem);
    const std::string extension = unknown_extension(model);
    if (!extension.empty())
        return {gltf_issue(path, "needs the glTF extension " + extension + ", which Drypoint does not read",
                           "export it again without compression")};
    if (!folder.refused.empty() && !read)
        return {gltf_issue(path, "its buffer " + folder.refused + " is not inside the file's own folder",
                           "put the buffer beside the file")};
    if (!read) return {gltf_issue(path, "is no readable glTF: " + one_line(problem))};
    for (const tinygltf::Buffer& buffer : model.buffers)
        buffers.emplace_back(reinterpret_cast<const char*>(buffer.data.data()), buffer.data.size());
    if (in_chunk && !buffers.empty()) buffers.front() = chunk.substr(0, length);
    return {};
}

}  // namespace drypoint::io
