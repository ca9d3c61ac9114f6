// A corpus of broken models: each gets an answer, none a crash. Small enough to run under the sanitisers.
#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "io/model_file.h"
#include "support/glb.h"
#include "support/temporary_folder.h"

using namespace drypoint;
using test::Glb;
using test::TemporaryFolder;

// Assimp loses memory of its own when it gives up on a file; the leak sanitiser is asked to report ours only.
extern "C" const char* __lsan_default_suppressions() {
    return "leak:libassimp";
}

namespace {

Glb rich_glb() {
    Glb glb = test::one_tetrahedron({{"name", "Thing"}, {"extras", {{"id", "thing"}, {"tissue", "bone"}}}});
    const int positions = glb.add_vectors({{0, 0, 0}, {1, 0, 0}, {0, 1, 0}});
    const int normals = glb.add_vectors({{0, 0, 1}, {0, 0, 1}, {0, 0, 1}});
    const int mesh = glb.add_primitive_mesh({{"attributes", {{"POSITION", positions}, {"NORMAL", normals}}}});
    glb.add_node({{"name", "Sheet"}, {"mesh", mesh}, {"rotation", {0, 0, 0, 1}}, {"scale", {1, 2, 3}}});
    glb.add_node({{"name", "mark"}, {"translation", {1, 2, 3}}, {"extras", {{"id", "mark"}, {"landmark", true}}}});
    return glb;
}

// Whatever comes back is whole: a value that can be used, or issues that say why there is none.
void check_answer(const base::Result<anatomy::Atlas>& atlas) {
    if (!atlas) {
        CHECK(base::has_error(atlas.issues));
        return;
    }
    CHECK_FALSE(atlas->structures.empty());
    for (const anatomy::Structure& structure : atlas->structures) {
        for (const geometry::Triangle& t : structure.surface.triangles)
            for (const std::uint32_t v : t) REQUIRE(v < structure.surface.positions.size());
        REQUIRE(structure.shading.positions.size() == structure.shading.normals.size());
        for (const geometry::Triangle& t : structure.shading.triangles)
            for (const std::uint32_t v : t) REQUIRE(v < structure.shading.positions.size());
    }
}

}  // namespace

TEST_CASE("a GLB cut off anywhere is refused in one line that says so or says what is wrong") {
    const std::string whole = rich_glb().bytes();
    const TemporaryFolder folder;
    for (std::size_t length = 0; length < whole.size(); length += length < 64 ? 1 : 7) {
        CAPTURE(length);
        const auto atlas = io::load_model(folder.file("cut.glb", whole.substr(0, length)));
        CHECK_FALSE(atlas);
        REQUIRE(atlas.issues.size() == 1);
        if (length >= 4) CHECK(atlas.issues[0].message.find("is cut off") != std::string::npos);
    }
    CHECK(io::load_model(folder.file("whole.glb", whole)));
}

TEST_CASE("any byte of a GLB may be wrong") {
    const std::string whole = rich_glb().bytes();
    const TemporaryFolder folder;
    std::mt19937 random(20);
    for (int round = 0; round < 1500; ++round) {
        std::string spoilt = whole;
        const int changes = 1 + static_cast<int>(random() % 4);
        for (int i = 0; i < changes; ++i) spoilt[random() % spoilt.size()] = static_cast<char>(random());
        CAPTURE(round);
        check_answer(io::load_model(folder.file("spoilt.glb", spoilt)));
    }
}

TEST_CASE("any number in the JSON may be a lie") {
    const Glb sound = rich_glb();
    const TemporaryFolder folder;
    const nlohmann::json flat = sound.json.flatten();
    for (const auto& entry : flat.items()) {
        for (const nlohmann::json& lie :
             {nlohmann::json(-1), nlohmann::json(4294967295u), nlohmann::json(1e300), nlohmann::json("text"),
              nlohmann::json(nullptr), nlohmann::json::array(), nlohmann::json::object(), nlohmann::json(true)}) {
            Glb glb = sound;
            nlohmann::json spoilt = flat;
            spoilt[entry.key()] = lie;
            try {
                glb.json = spoilt.unflatten();
            } catch (const nlohmann::json::exception&) {
                continue;  // an empty array or object cannot be unflattened
            }
            CAPTURE(entry.key());
            CAPTURE(lie.dump());
            check_answer(io::load_model(folder.file("lie.glb", glb.bytes())));
        }
    }
}

TEST_CASE("JSON garbage, deep nesting and wrong kinds of everything are refused") {
    const TemporaryFolder folder;
    const auto binary = [](std::string json) {
        while (json.size() % 4 != 0) json += ' ';
        return "glTF" + Glb::number(2) + Glb::number(20 + json.size()) + Glb::number(json.size()) + "JSON" + json;
    };
    for (const std::string& json :
         {std::string("{"), std::string("[]"), std::string("null"), std::string("\xff\xfe\x00", 3), std::string("    "),
          std::string("{\"asset\":{\"version\":\"2.0\"}}"),
          std::string("{\"asset\":{\"version\":\"2.0\"},\"nodes\":3}"),
          std::string("{\"asset\":{\"version\":\"2.0\"},\"nodes\":[3],\"scenes\":[[]]}"),
          std::string("{\"asset\":{\"version\":\"2.0\"},\"meshes\":[{\"primitives\":[{}]}],\"nodes\":[{\"mesh\":0}]}"),
          "{\"asset\":{\"version\":\"2.0\"},\"extras\":" + std::string(200000, '[') + std::string(200000, ']') + "}",
          std::string(200000, '[')}) {
        CAPTURE(json.substr(0, 60));
        for (const std::string& path : {folder.file("a.glb", binary(json)), folder.file("a.gltf", json)}) {
            const auto atlas = io::load_model(path);
            CHECK_FALSE(atlas);
            // A node may have been warned of before.
            CHECK(std::count_if(atlas.issues.begin(), atlas.issues.end(),
                                [](const base::Issue& issue) { return issue.severity == base::Severity::error; }) == 1);
        }
    }
}

TEST_CASE("a GLB of another version, or of chunks in the wrong order, is refused by name") {
    const TemporaryFolder folder;
    std::string old = rich_glb().bytes();
    old[4] = 1;
    CHECK(io::load_model(folder.file("old.glb", old)).issues[0].message == "is glTF version 1; only version 2 is read");
    std::string turned = rich_glb().bytes();
    turned.replace(16, 4, std::string("BIN\0", 4));
    CHECK(io::load_model(folder.file("turned.glb", turned)).issues[0].message ==
          "does not begin with a JSON chunk, as binary glTF must");
}

TEST_CASE("OBJ, STL, PLY and FBX: any bytes may be wrong") {
    const std::string obj =
        "o A\nusemtl bone\nv 0 0 0\nv 20 0 0\nv 0 20 0\nv 0 0 20\nvn 0 0 1\nf 1//1 2//1 3//1\nf 1 2 4\n";
    const std::string ply =
        "ply\nformat ascii 1.0\nelement vertex 3\nproperty float x\nproperty float y\nproperty float z\n"
        "element face 1\nproperty list uchar int vertex_indices\nend_header\n0 0 0\n20 0 0\n0 20 0\n3 0 1 2\n";
    const std::string stl =
        "solid a\nfacet normal 0 0 1\nouter loop\nvertex 0 0 0\nvertex 20 0 0\nvertex 0 20 "
        "0\nendloop\nendfacet\nendsolid a\n";
    const TemporaryFolder folder;
    std::mt19937 random(4);
    for (const auto& [name, sound] :
         {std::pair<std::string, std::string>{"a.obj", obj}, {"a.ply", ply}, {"a.stl", stl}}) {
        CHECK(io::load_model(folder.file(name, sound)));
        // Assimp clears 16 MB for every OBJ that it opens.
        const int rounds = name == "a.obj" ? 20 : 150;
        for (int round = 0; round < rounds; ++round) {
            std::string spoilt = sound;
            for (int i = 0; i < 3; ++i) spoilt[random() % spoilt.size()] = static_cast<char>(random() % 128);
            CAPTURE(spoilt);
            check_answer(io::load_model(folder.file(name, spoilt)));
        }
        for (std::size_t length = 1; length < sound.size(); length += name == "a.obj" ? 13 : 5)
            check_answer(io::load_model(folder.file(name, sound.substr(0, length))));
    }
}
