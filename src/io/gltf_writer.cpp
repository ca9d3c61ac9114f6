#include "io/gltf_writer.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <map>
#include <type_traits>

#include <glm/common.hpp>
#include <tiny_gltf.h>

#include "io/gltf_attributes.h"

namespace drypoint::io {
namespace {

constexpr float metres_per_mm = 0.001f;
constexpr std::size_t most_vertices = 65535;  // 65535 itself is the restart index

tinygltf::Value to_value(const ExtraValue& extra) {
    if (const auto* flag = std::get_if<bool>(&extra)) return tinygltf::Value(*flag);
    if (const auto* number = std::get_if<double>(&extra)) return tinygltf::Value(*number);
    if (const auto* text = std::get_if<std::string>(&extra)) return tinygltf::Value(*text);
    tinygltf::Value::Array list;
    for (const std::string& text : std::get<std::vector<std::string>>(extra)) list.push_back(tinygltf::Value(text));
    return tinygltf::Value(std::move(list));
}

tinygltf::Value to_value(const Extras& extras) {
    tinygltf::Value::Object object;
    for (const auto& [key, value] : extras) object[key] = to_value(value);
    return tinygltf::Value(std::move(object));
}

class Writer {
  public:
    explicit Writer(const GltfDocument& document) {
        model_.asset.version = "2.0";
        model_.asset.generator = document.generator;
        model_.asset.copyright = document.copyright;
        if (!document.extras.empty()) model_.asset.extras = to_value(document.extras);
        model_.buffers.emplace_back();
        model_.scenes.emplace_back();
        model_.defaultScene = 0;
        for (const GltfMaterial& material : document.materials) add(material);
        for (const GltfPart& part : document.parts) add(part);
        for (const GltfPoint& point : document.points) add(point);
    }

    tinygltf::Model& model() { return model_; }

  private:
    void add(const GltfMaterial& material) {
        tinygltf::Material out;
        out.name = material.name;
        out.pbrMetallicRoughness.baseColorFactor.assign(material.colour.begin(), material.colour.end());
        out.pbrMetallicRoughness.metallicFactor = 0.0;
        out.pbrMetallicRoughness.roughnessFactor = material.roughness;
        out.doubleSided = material.double_sided;
        model_.materials.push_back(std::move(out));
    }

    void add(const GltfPart& part) {
        std::vector<glm::vec3> positions = part.mesh.positions;
        for (glm::vec3& position : positions) position *= metres_per_mm;
        tinygltf::Primitive primitive;
        primitive.mode = TINYGLTF_MODE_TRIANGLES;
        primitive.material = static_cast<int>(part.material);
        primitive.attributes["POSITION"] = add_vectors(positions, true);
        primitive.attributes["NORMAL"] = add_vectors(part.mesh.normals, false);
        if (!part.mesh.fibres.empty()) primitive.attributes[fibre_attribute] = add_vectors(part.mesh.fibres, false);
        if (!part.mesh.tendon.empty()) primitive.attributes[tendon_attribute] = add_numbers(part.mesh.tendon);
        if (!part.mesh.occlusion.empty()) primitive.attributes[occlusion_attribute] = add_numbers(part.mesh.occlusion);
        if (!part.mesh.assumed.empty()) primitive.attributes[assumed_attribute] = add_numbers(part.mesh.assumed);
        primitive.indices = add_indices(part.mesh.triangles);
        tinygltf::Mesh mesh;
        mesh.name = part.name;
        for (const geometry::MorphTarget& target : part.mesh.targets) primitive.targets.push_back(add_target(target));
        if (!part.mesh.targets.empty()) name_targets(mesh, part.mesh.targets);
        mesh.primitives.push_back(std::move(primitive));
        tinygltf::Node& node = add_node(part.name, part.extras);
        node.mesh = static_cast<int>(model_.meshes.size());
        model_.meshes.push_back(std::move(mesh));
        if (!part.mesh.light.empty()) add_light(part.mesh.light);
    }

    // The part that was added last once more, with other triangles.
    void add_light(const std::vector<geometry::Triangle>& triangles) {
        tinygltf::Mesh mesh = model_.meshes.back();
        mesh.name += light_suffix;
        mesh.primitives.front().indices = add_indices(triangles);
        tinygltf::Node node;
        node.name = mesh.name;
        node.mesh = static_cast<int>(model_.meshes.size());
        model_.meshes.push_back(std::move(mesh));
        tinygltf::Value::Object lod;
        lod["ids"] = tinygltf::Value(tinygltf::Value::Array{tinygltf::Value(static_cast<int>(model_.nodes.size()))});
        model_.nodes.back().extensions[lod_extension] = tinygltf::Value(std::move(lod));
        model_.nodes.push_back(std::move(node));
        if (model_.extensionsUsed.empty()) model_.extensionsUsed.push_back(lod_extension);
    }

    std::map<std::string, int> add_target(const geometry::MorphTarget& target) {
        std::vector<glm::vec3> ways = target.positions;
        for (glm::vec3& way : ways) way *= metres_per_mm;
        std::map<std::string, int> attributes{{"POSITION", add_vectors(ways, true)}};
        if (!target.normals.empty()) attributes["NORMAL"] = add_vectors(target.normals, false);
        return attributes;
    }

    // All weights 0: the mesh as it is. Where viewers look for names is a custom of the exporters, not part of the standard.
    static void name_targets(tinygltf::Mesh& mesh, const std::vector<geometry::MorphTarget>& targets) {
        tinygltf::Value::Array names;
        for (const geometry::MorphTarget& target : targets) names.push_back(tinygltf::Value(target.name));
        tinygltf::Value::Object extras;
        extras["targetNames"] = tinygltf::Value(std::move(names));
        mesh.extras = tinygltf::Value(std::move(extras));
        mesh.weights.assign(targets.size(), 0.0);
    }

    void add(const GltfPoint& point) {
        const glm::dvec3 at = point.at_mm * static_cast<double>(metres_per_mm);
        add_node(point.name, point.extras).translation = {at.x, at.y, at.z};
    }

    tinygltf::Node& add_node(const std::string& name, const Extras& extras) {
        tinygltf::Node node;
        node.name = name;
        node.extras = to_value(extras);
        model_.scenes.front().nodes.push_back(static_cast<int>(model_.nodes.size()));
        model_.nodes.push_back(std::move(node));
        return model_.nodes.back();
    }

    int add_vectors(const std::vector<glm::vec3>& vectors, bool with_bounds) {
        std::vector<float> flat;
        flat.reserve(vectors.size() * 3);
        for (const glm::vec3& vector : vectors) flat.insert(flat.end(), {vector.x, vector.y, vector.z});
        const int accessor = add_accessor(add_view(flat, TINYGLTF_TARGET_ARRAY_BUFFER), vectors.size(),
                                          TINYGLTF_COMPONENT_TYPE_FLOAT, TINYGLTF_TYPE_VEC3);
        if (!with_bounds || vectors.empty()) return accessor;
        glm::vec3 low = vectors.front();
        glm::vec3 high = vectors.front();
        for (const glm::vec3& vector : vectors) {
            low = glm::min(low, vector);
            high = glm::max(high, vector);
        }
        model_.accessors.back().minValues = {low.x, low.y, low.z};
        model_.accessors.back().maxValues = {high.x, high.y, high.z};
        return accessor;
    }

    int add_indices(const std::vector<geometry::Triangle>& triangles) {
        std::vector<std::uint16_t> indices;
        for (const geometry::Triangle& triangle : triangles) {
            for (const std::uint32_t index : triangle) indices.push_back(static_cast<std::uint16_t>(index));
        }
        return add_accessor(add_view(indices, TINYGLTF_TARGET_ELEMENT_ARRAY_BUFFER), indices.size(),
                            TINYGLTF_COMPONENT_TYPE_UNSIGNED_SHORT, TINYGLTF_TYPE_SCALAR);
    }

    int add_numbers(const std::vector<float>& numbers) {
        return add_accessor(add_view(numbers, TINYGLTF_TARGET_ARRAY_BUFFER), numbers.size(), TINYGLTF_COMPONENT_TYPE_FLOAT,
                            TINYGLTF_TYPE_SCALAR);
    }

    template <typename Item>
    int add_view(const std::vector<Item>& items, int target) {
        static_assert(std::is_trivially_copyable_v<Item>);
        std::vector<unsigned char>& data = model_.buffers.front().data;
        data.resize((data.size() + 3) / 4 * 4);  // accessors start on multiples of their component's size
        tinygltf::BufferView view;
        view.buffer = 0;
        view.byteOffset = data.size();
        view.byteLength = items.size() * sizeof(Item);
        view.target = target;
        data.resize(data.size() + view.byteLength);
        if (!items.empty()) std::memcpy(data.data() + view.byteOffset, items.data(), view.byteLength);
        model_.bufferViews.push_back(std::move(view));
        return static_cast<int>(model_.bufferViews.size() - 1);
    }

    int add_accessor(int view, std::size_t count, int component, int type) {
        tinygltf::Accessor accessor;
        accessor.bufferView = view;
        accessor.count = count;
        accessor.componentType = component;
        accessor.type = type;
        model_.accessors.push_back(std::move(accessor));
        return static_cast<int>(model_.accessors.size() - 1);
    }

    tinygltf::Model model_;
};

base::Issues check(const GltfDocument& document, const std::string& file) {
    for (const GltfPart& part : document.parts) {
        const std::size_t count = part.mesh.positions.size();
        if (count > most_vertices) {
            return {base::error(base::at_node(file, part.name), std::to_string(count) + " vertices, 16-bit indices reach 65535")};
        }
        const auto fits = [&](std::size_t length) { return length == 0 || length == count; };
        bool attributes_fit = fits(part.mesh.fibres.size()) && fits(part.mesh.tendon.size()) && fits(part.mesh.occlusion.size()) &&
                              fits(part.mesh.assumed.size());
        for (const geometry::MorphTarget& target : part.mesh.targets) {
            attributes_fit = attributes_fit && target.positions.size() == count && fits(target.normals.size());
        }
        for (const geometry::Triangle& triangle : part.mesh.light) {
            attributes_fit = attributes_fit && *std::max_element(triangle.begin(), triangle.end()) < count;
        }
        if (part.mesh.normals.size() != count || !attributes_fit || part.material >= document.materials.size()) {
            return {base::error(base::at_node(file, part.name), "normals, attributes, light triangles or material do not fit the mesh")};
        }
    }
    return {};
}

}  // namespace

base::Issues write_glb(const GltfDocument& document, const std::filesystem::path& file) {
    base::Issues issues = check(document, file.string());
    if (!issues.empty()) return issues;
    std::filesystem::path temporary = file;
    temporary += ".part";
    Writer writer(document);
    tinygltf::TinyGLTF gltf;
    std::error_code code;
    if (!gltf.WriteGltfSceneToFile(&writer.model(), temporary.string(), true, true, false, true)) {
        std::filesystem::remove(temporary, code);
        return {base::error(base::in_file(file.string()), "cannot be written")};
    }
    std::filesystem::rename(temporary, file, code);
    if (code) return {base::error(base::in_file(file.string()), "cannot be written: " + code.message())};
    return {};
}

}  // namespace drypoint::io
