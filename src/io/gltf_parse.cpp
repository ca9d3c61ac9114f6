#include "io/gltf_parse.h"

#include <tiny_gltf.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "io/file.h"
#include "io/gltf_envelope.h"

namespace drypoint::io {
namespace {

namespace fs = std::filesystem;
using tinygltf::Model;

base::Issue file_issue(const std::string& path, std::string message, std::string hint = {}) {
    return base::error(base::in_file(path), std::move(message), std::move(hint), "gltf");
}

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
    static const std::set<std::string> known{"KHR_mesh_quantization", "KHR_texture_transform"};
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

}  // namespace

base::Issues parse_gltf(const std::string& bytes, const std::string& path, Model& model) {
    if (const auto issue = envelope_issue(bytes, path)) return {*issue};
    Folder folder{fs::path(path).parent_path(), {}};
    if (folder.path.empty()) folder.path = ".";
    tinygltf::TinyGLTF parser;
    parser.SetImageLoader(ignore_image, nullptr);
    parser.SetFsCallbacks({file_exists, same_path, read_whole_file, write_nothing, &folder});
    std::string problem;
    std::string warning;
    bool read = false;
    const auto size = static_cast<unsigned int>(bytes.size());
    try {
        if (is_binary_gltf(bytes)) {
            const auto* data = reinterpret_cast<const unsigned char*>(bytes.data());
            read = parser.LoadBinaryFromMemory(&model, &problem, &warning, data, size);
        } else {
            read = parser.LoadASCIIFromString(&model, &problem, &warning, bytes.data(), size, "");
        }
    } catch (const std::bad_alloc&) {
        return {file_issue(path, "does not fit into memory")};
    } catch (const std::exception& exception) {
        read = false;
        problem = exception.what();
    }
    const std::string extension = unknown_extension(model);
    if (!extension.empty())
        return {file_issue(path, "needs the glTF extension " + extension + ", which Drypoint does not read",
                           "export it again without compression")};
    if (read) return {};
    if (!folder.refused.empty())
        return {file_issue(path, "its buffer " + folder.refused + " is not inside the file's own folder",
                           "put the buffer beside the file")};
    return {file_issue(path, "is no readable glTF: " + one_line(problem))};
}

}  // namespace drypoint::io
