#pragma once
// glTF files made in memory, sound unless a test spoils them.

#include <cstring>
#include <string>
#include <vector>

#include <glm/vec3.hpp>
#include <nlohmann/json.hpp>

#include "geometry/triangle_mesh.h"
#include "support/solids.h"

namespace drypoint::test {

class Glb {
  public:
    nlohmann::json json = {{"asset", {{"version", "2.0"}}},
                           {"scene", 0},
                           {"scenes", {{{"nodes", nlohmann::json::array()}}}},
                           {"nodes", nlohmann::json::array()},
                           {"meshes", nlohmann::json::array()},
                           {"accessors", nlohmann::json::array()},
                           {"bufferViews", nlohmann::json::array()},
                           {"buffers", nlohmann::json::array()}};
    std::string bin;

    // Returns the accessor's number.
    template <typename T>
    int add(const std::vector<T>& numbers, int component_type, const char* type, std::size_t components) {
        while (bin.size() % 4 != 0) bin += '\0';
        const std::size_t bytes = numbers.size() * sizeof(T);
        json["bufferViews"].push_back({{"buffer", 0}, {"byteOffset", bin.size()}, {"byteLength", bytes}});
        bin.append(reinterpret_cast<const char*>(numbers.data()), bytes);
        json["accessors"].push_back({{"bufferView", json["bufferViews"].size() - 1},
                                     {"componentType", component_type},
                                     {"count", numbers.size() / components},
                                     {"type", type}});
        return static_cast<int>(json["accessors"].size()) - 1;
    }

    int add_vectors(const std::vector<glm::vec3>& vectors) {
        std::vector<float> numbers;
        for (const glm::vec3& v : vectors) numbers.insert(numbers.end(), {v.x, v.y, v.z});
        return add(numbers, 5126, "VEC3", 3);
    }

    int add_indices(const std::vector<std::uint16_t>& indices) { return add(indices, 5123, "SCALAR", 1); }

    int add_primitive_mesh(nlohmann::json primitive) {
        json["meshes"].push_back({{"primitives", {std::move(primitive)}}});
        return static_cast<int>(json["meshes"].size()) - 1;
    }

    // The positions are metres.
    int add_mesh(const geometry::TriangleMesh& mesh) {
        std::vector<std::uint16_t> indices;
        for (const geometry::Triangle& t : mesh.triangles)
            for (const std::uint32_t v : t) indices.push_back(static_cast<std::uint16_t>(v));
        const int positions = add_vectors(mesh.positions);
        return add_primitive_mesh({{"attributes", {{"POSITION", positions}}}, {"indices", add_indices(indices)}});
    }

    // A root node; returns its number.
    int add_node(nlohmann::json node) {
        json["nodes"].push_back(std::move(node));
        const int number = static_cast<int>(json["nodes"].size()) - 1;
        json["scenes"][0]["nodes"].push_back(number);
        return number;
    }

    std::string bytes() const {
        nlohmann::json whole = json;
        std::string data = bin;
        while (data.size() % 4 != 0) data += '\0';
        if (!data.empty()) whole["buffers"] = {{{"byteLength", data.size()}}};
        std::string text = whole.dump();
        while (text.size() % 4 != 0) text += ' ';
        std::string file = "glTF" + number(2) + number(12 + 8 + text.size() + (data.empty() ? 0 : 8 + data.size()));
        file += number(text.size()) + "JSON" + text;
        if (!data.empty()) file += number(data.size()) + std::string("BIN\0", 4) + data;
        return file;
    }

    static std::string number(std::size_t value) {
        std::string bytes;
        for (int i = 0; i < 4; ++i) bytes += static_cast<char>(value >> (8 * i) & 0xff);
        return bytes;
    }
};

// A square tetrahedron of this size with a corner at the origin; outward.
inline geometry::TriangleMesh tetrahedron(float size) {
    return {{{0, 0, 0}, {size, 0, 0}, {0, size, 0}, {0, 0, size}}, {{0, 2, 1}, {0, 1, 3}, {0, 3, 2}, {1, 2, 3}}};
}

// One sound node: a tetrahedron of 1 m.
inline Glb one_tetrahedron(nlohmann::json node = {{"name", "Thing"}}) {
    Glb glb;
    node["mesh"] = glb.add_mesh(tetrahedron(1.0f));
    glb.add_node(std::move(node));
    return glb;
}

}  // namespace drypoint::test
