// The shipped model obeys glTF's rules and reads the same elsewhere.
#include <doctest/doctest.h>

#include <cmath>
#include <cstring>
#include <filesystem>
#include <limits>

#include <assimp/Importer.hpp>
#include <assimp/scene.h>
#include <nlohmann/json.hpp>

#include "geometry/mesh_check.h"
#include "geometry/weld.h"
#include "io/file.h"
#include "source_dir.h"

using nlohmann::json;

namespace {

constexpr std::uint32_t json_code = 0x4E4F534A;  // "JSON"
constexpr std::uint32_t bin_code = 0x004E4942;   // "BIN\0"
constexpr int floats = 5126;

std::string path() {
    return (std::filesystem::path(source_dir()) / "models" / "knee_thigh.glb").string();
}

struct Parsed {
    json tree;
    std::string bin;

    std::size_t number(const json& object, const char* key, std::size_t otherwise) const {
        return object.contains(key) ? object[key].get<std::size_t>() : otherwise;
    }
    // The accessor's bytes; it is tightly packed.
    const char* data(const json& accessor) const {
        const json& view = tree["bufferViews"][accessor["bufferView"].get<std::size_t>()];
        return bin.data() + number(view, "byteOffset", 0) + number(accessor, "byteOffset", 0);
    }
};

template <typename T>
T read(const char* bytes, std::size_t n = 0) {
    T value;
    std::memcpy(&value, bytes + n * sizeof(T), sizeof(T));
    return value;
}

Parsed load() {
    const auto bytes = drypoint::io::read_file(path());
    REQUIRE(bytes);
    REQUIRE(bytes->size() > 28);
    const char* at = bytes->data();
    CHECK(bytes->substr(0, 4) == "glTF");
    CHECK(read<std::uint32_t>(at, 1) == 2);
    CHECK(read<std::uint32_t>(at, 2) == bytes->size());
    const auto json_size = read<std::uint32_t>(at, 3);
    REQUIRE(read<std::uint32_t>(at, 4) == json_code);
    CHECK(json_size % 4 == 0);
    Parsed glb;
    glb.tree = json::parse(bytes->substr(20, json_size));
    const char* chunk = at + 20 + json_size;
    const auto bin_size = read<std::uint32_t>(chunk, 0);
    REQUIRE(read<std::uint32_t>(chunk, 1) == bin_code);
    CHECK(20 + json_size + 8 + bin_size == bytes->size());
    glb.bin = bytes->substr(20 + json_size + 8, bin_size);
    return glb;
}

// The nodes of the scene that have a mesh: the structures at full detail.
std::vector<json> structures_of(const Parsed& glb) {
    std::vector<json> nodes;
    for (const json& index : glb.tree["scenes"][0]["nodes"]) {
        const json& node = glb.tree["nodes"][index.get<std::size_t>()];
        if (node.contains("mesh")) nodes.push_back(node);
    }
    return nodes;
}

const json& primitive_of(const Parsed& glb, const json& node) {
    return glb.tree["meshes"][node["mesh"].get<std::size_t>()]["primitives"][0];
}

const json& light_node(const Parsed& glb, const json& node) {
    return glb.tree["nodes"][node["extensions"]["MSFT_lod"]["ids"][0].get<std::size_t>()];
}

// Welded: all vertices at one place are one.
drypoint::geometry::TriangleMesh mesh_of(const Parsed& glb, const json& primitive) {
    const json& positions = glb.tree["accessors"][primitive["attributes"]["POSITION"].get<std::size_t>()];
    const json& indices = glb.tree["accessors"][primitive["indices"].get<std::size_t>()];
    std::vector<glm::vec3> places;
    for (std::size_t n = 0; n < positions["count"].get<std::size_t>(); ++n) {
        const char* data = glb.data(positions);
        places.emplace_back(read<float>(data, n * 3), read<float>(data, n * 3 + 1), read<float>(data, n * 3 + 2));
    }
    std::vector<drypoint::geometry::Triangle> triangles;
    for (std::size_t n = 0; n < indices["count"].get<std::size_t>(); n += 3) {
        const char* data = glb.data(indices);
        triangles.push_back({read<std::uint16_t>(data, n), read<std::uint16_t>(data, n + 1), read<std::uint16_t>(data, n + 2)});
    }
    return drypoint::geometry::weld(places, triangles);
}

std::size_t component_bytes(int type) {
    return type == 5121 ? 1 : type == 5123 ? 2 : 4;
}

std::size_t components(const std::string& type) {
    return type == "SCALAR" ? 1 : type == "VEC3" ? 3 : 0;
}

}  // namespace

TEST_CASE("the model's size stays within 300,000 triangles and 16 MB, and it says whom it is owed to") {
    const Parsed glb = load();
    CHECK(std::filesystem::file_size(path()) <= 16'000'000);
    CHECK(glb.tree["asset"]["version"] == "2.0");
    CHECK(glb.tree["asset"]["copyright"].get<std::string>().find("BodyParts3D") != std::string::npos);
    std::size_t corners = 0;
    for (const json& node : structures_of(glb))
        corners += glb.tree["accessors"][primitive_of(glb, node)["indices"].get<std::size_t>()]["count"].get<std::size_t>();
    CHECK(corners / 3 <= 300'000);
    CHECK(corners % 3 == 0);
}

TEST_CASE("buffers, views and accessors lie within one another and are aligned") {
    const Parsed glb = load();
    REQUIRE(glb.tree["buffers"].size() == 1);
    const auto buffer = glb.tree["buffers"][0]["byteLength"].get<std::size_t>();
    CHECK(buffer <= glb.bin.size());
    CHECK(glb.bin.size() - buffer < 4);
    for (const json& view : glb.tree["bufferViews"])
        CHECK(glb.number(view, "byteOffset", 0) + view["byteLength"].get<std::size_t>() <= buffer);
    for (const json& accessor : glb.tree["accessors"]) {
        const json& view = glb.tree["bufferViews"][accessor["bufferView"].get<std::size_t>()];
        const std::size_t unit = component_bytes(accessor["componentType"].get<int>());
        const std::size_t needed = accessor["count"].get<std::size_t>() * unit * components(accessor["type"]);
        CHECK(needed > 0);
        CHECK_FALSE(view.contains("byteStride"));
        CHECK(glb.number(accessor, "byteOffset", 0) + needed <= view["byteLength"].get<std::size_t>());
        CHECK((glb.number(view, "byteOffset", 0) + glb.number(accessor, "byteOffset", 0)) % unit == 0);
    }
}

TEST_CASE("bounds of positions are exact, normals are of unit length, indices point at vertices") {
    const Parsed glb = load();
    for (const json& mesh : glb.tree["meshes"]) {
        for (const json& primitive : mesh["primitives"]) {
            CAPTURE(primitive.dump());
            CHECK(primitive.value("mode", 4) == 4);
            const json& positions = glb.tree["accessors"][primitive["attributes"]["POSITION"].get<std::size_t>()];
            const json& normals = glb.tree["accessors"][primitive["attributes"]["NORMAL"].get<std::size_t>()];
            const json& indices = glb.tree["accessors"][primitive["indices"].get<std::size_t>()];
            const auto count = positions["count"].get<std::size_t>();
            REQUIRE(positions["componentType"] == floats);
            REQUIRE(normals["count"] == count);
            std::array<float, 3> low{};
            std::array<float, 3> high{};
            low.fill(std::numeric_limits<float>::infinity());
            high.fill(-std::numeric_limits<float>::infinity());
            std::size_t bent = 0;
            for (std::size_t n = 0; n < count; ++n) {
                double length2 = 0.0;
                for (std::size_t axis = 0; axis < 3; ++axis) {
                    const float value = read<float>(glb.data(positions), n * 3 + axis);
                    low[axis] = std::min(low[axis], value);
                    high[axis] = std::max(high[axis], value);
                    const double part = read<float>(glb.data(normals), n * 3 + axis);
                    length2 += part * part;
                }
                if (!(std::abs(std::sqrt(length2) - 1.0) < 5e-4)) ++bent;  // the official validator's own limit
            }
            CHECK(bent == 0);
            for (std::size_t axis = 0; axis < 3; ++axis) {
                CHECK(positions["min"][axis].get<float>() == low[axis]);
                CHECK(positions["max"][axis].get<float>() == high[axis]);
            }
            const int type = indices["componentType"].get<int>();
            REQUIRE((type == 5123 || type == 5125));
            std::size_t lost = 0;
            for (std::size_t n = 0; n < indices["count"].get<std::size_t>(); ++n) {
                const std::uint32_t index =
                    type == 5123 ? read<std::uint16_t>(glb.data(indices), n) : read<std::uint32_t>(glb.data(indices), n);
                if (index >= count) ++lost;
            }
            CHECK(lost == 0);
        }
    }
}

TEST_CASE("vertices of muscles, tendons and ligaments say which way fibres run, of muscles how much is tendon, all but what wraps the limb and the cavity how much light comes") {
    const Parsed glb = load();
    for (const json& node : structures_of(glb)) {
        CAPTURE(node["name"].get<std::string>());
        const std::string id = node["extras"]["id"];
        const bool muscle = node["extras"]["tissue"] == "muscle";
        const bool wraps = id == "skin" || id == "subcutaneous-fat" || id == "fascia-lata" || id == "crural-fascia";
        const std::string tissue = node["extras"]["tissue"];
        const bool fibrous = muscle || tissue == "tendon" || tissue == "ligament" || id == "iliotibial-tract";
        const bool hides = wraps || id == "joint-cavity";
        const json& attributes = glb.tree["meshes"][node["mesh"].get<std::size_t>()]["primitives"][0]["attributes"];
        const auto count = glb.tree["accessors"][attributes["POSITION"].get<std::size_t>()]["count"].get<std::size_t>();
        CHECK(attributes.contains("_FIBRE") == fibrous);
        CHECK(attributes.contains("_TENDON") == muscle);
        CHECK(attributes.contains("_OCCLUSION") == !hides);
        for (const char* name : {"_FIBRE", "_TENDON", "_OCCLUSION"}) {
            if (!attributes.contains(name)) continue;
            CAPTURE(name);
            const json& accessor = glb.tree["accessors"][attributes[name].get<std::size_t>()];
            REQUIRE(accessor["count"] == count);
            REQUIRE(accessor["componentType"] == floats);
            const std::size_t each = components(accessor["type"]);
            std::size_t wrong = 0;
            for (std::size_t n = 0; n < count; ++n) {
                double length2 = 0.0;
                for (std::size_t k = 0; k < each; ++k) length2 += std::pow(read<float>(glb.data(accessor), n * each + k), 2.0);
                const double length = std::sqrt(length2);
                wrong += (each == 3 ? std::abs(length - 1.0) < 5e-4 : length <= 1.0) ? 0 : 1;
            }
            CHECK(wrong == 0);
        }
    }
}

TEST_CASE("skin and fat have a lean and a heavy shape, with exact bounds and all weights 0, and say where they were assumed; nothing else") {
    const Parsed glb = load();
    for (const json& node : structures_of(glb)) {
        const std::string id = node["extras"]["id"];
        CAPTURE(id);
        const json& mesh = glb.tree["meshes"][node["mesh"].get<std::size_t>()];
        const json& primitive = mesh["primitives"][0];
        const bool bodied = id == "skin" || id == "subcutaneous-fat";
        CHECK(primitive.contains("targets") == bodied);
        CHECK(primitive["attributes"].contains("_ASSUMED") == bodied);
        if (!bodied) continue;
        CHECK(mesh["extras"]["targetNames"] == json({"lean", "heavy"}));
        CHECK(mesh["weights"] == json({0.0, 0.0}));
        REQUIRE(primitive["targets"].size() == 2);
        const auto accessor = [&](const json& index) -> const json& { return glb.tree["accessors"][index.get<std::size_t>()]; };
        const auto count = accessor(primitive["attributes"]["POSITION"])["count"].get<std::size_t>();
        std::size_t assumed = 0;
        const json& shares = accessor(primitive["attributes"]["_ASSUMED"]);
        REQUIRE(shares["count"] == count);
        for (std::size_t n = 0; n < count; ++n) {
            const float share = read<float>(glb.data(shares), n);
            CHECK((share == 0.0f || share == 1.0f));
            assumed += share == 1.0f ? 1 : 0;
        }
        CHECK(assumed > count / 3);
        CHECK(assumed < count);
        for (const json& target : primitive["targets"]) {
            const json& ways = accessor(target["POSITION"]);
            REQUIRE(ways["count"] == count);
            REQUIRE(accessor(target["NORMAL"])["count"] == count);
            for (std::size_t axis = 0; axis < 3; ++axis) {
                float low = std::numeric_limits<float>::infinity();
                float high = -low;
                for (std::size_t n = 0; n < count; ++n) {
                    const float value = read<float>(glb.data(ways), n * 3 + axis);
                    low = std::min(low, value);
                    high = std::max(high, value);
                }
                CHECK(ways["min"][axis].get<float>() == low);
                CHECK(ways["max"][axis].get<float>() == high);
            }
        }
    }
}

TEST_CASE("each structure has a lighter level of detail: a quarter of its triangles or 200, closed, manifold and outward, all vertices its own") {
    const Parsed glb = load();
    CHECK(glb.tree["extensionsUsed"] == json({"MSFT_lod"}));
    CHECK_FALSE(glb.tree.contains("extensionsRequired"));
    std::size_t all = 0;
    std::size_t all_light = 0;
    for (const json& node : structures_of(glb)) {
        CAPTURE(node["name"].get<std::string>());
        REQUIRE(node["extensions"]["MSFT_lod"]["ids"].size() == 1);
        const json& light = light_node(glb, node);
        CHECK(light["name"].get<std::string>() == node["name"].get<std::string>() + ".light");
        json as_full = primitive_of(glb, light);
        CHECK(as_full["indices"] != primitive_of(glb, node)["indices"]);
        as_full["indices"] = primitive_of(glb, node)["indices"];
        CHECK(as_full == primitive_of(glb, node));
        const auto full = mesh_of(glb, primitive_of(glb, node));
        const auto mesh = mesh_of(glb, primitive_of(glb, light));
        CHECK(mesh.triangles.size() <= std::max<std::size_t>(200, full.triangles.size() / 4));
        const auto check = drypoint::geometry::check_mesh(mesh);
        CHECK(check.closed());
        CHECK(check.manifold());
        CHECK(check.outward());
        all += full.triangles.size();
        all_light += mesh.triangles.size();
    }
    CHECK(all_light * 4 <= all);
}

TEST_CASE("Assimp reads the same meshes: names, counts and bounds") {
    const Parsed glb = load();
    Assimp::Importer importer;
    const aiScene* scene = importer.ReadFile(path(), 0);
    REQUIRE(scene != nullptr);
    // It leaves out what is in no scene: the lighter level of detail.
    REQUIRE(scene->mNumMeshes == structures_of(glb).size());
    std::size_t looked_at = 0;
    for (const json& node : structures_of(glb)) {
        const json& primitive = glb.tree["meshes"][node["mesh"].get<std::size_t>()]["primitives"][0];
        const json& positions = glb.tree["accessors"][primitive["attributes"]["POSITION"].get<std::size_t>()];
        const json& indices = glb.tree["accessors"][primitive["indices"].get<std::size_t>()];
        CAPTURE(node["name"].get<std::string>());
        const aiNode* found = scene->mRootNode->FindNode(node["name"].get<std::string>().c_str());
        REQUIRE(found != nullptr);
        REQUIRE(found->mNumMeshes == 1);
        const aiMesh& mesh = *scene->mMeshes[found->mMeshes[0]];
        CHECK(mesh.mNumVertices == positions["count"].get<unsigned>());
        CHECK(mesh.mNumFaces * 3 == indices["count"].get<unsigned>());
        aiVector3D low = mesh.mVertices[0];
        aiVector3D high = low;
        for (unsigned n = 0; n < mesh.mNumVertices; ++n) {
            for (unsigned axis = 0; axis < 3; ++axis) {
                low[axis] = std::min(low[axis], mesh.mVertices[n][axis]);
                high[axis] = std::max(high[axis], mesh.mVertices[n][axis]);
            }
        }
        for (unsigned axis = 0; axis < 3; ++axis) {
            CHECK(low[axis] == doctest::Approx(positions["min"][axis].get<float>()).epsilon(1e-6));
            CHECK(high[axis] == doctest::Approx(positions["max"][axis].get<float>()).epsilon(1e-6));
        }
        ++looked_at;
    }
    CHECK(looked_at * 2 == glb.tree["meshes"].size());
}
