// What a sound glTF file means, and that a broken one costs no more than it must.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "geometry/mesh_check.h"
#include "geometry/weld.h"
#include "io/gltf_reader.h"
#include "support/glb.h"
#include "support/temporary_folder.h"

using namespace drypoint;
using io::ImportedModel;
using test::Glb;

namespace {

base::Result<ImportedModel> read(const Glb& glb) {
    return io::read_gltf(glb.bytes(), "test.glb");
}

// The only node of a file that must read without a word.
io::ImportedNode only_node(const Glb& glb) {
    const auto model = read(glb);
    for (const base::Issue& issue : model.issues) INFO(to_string(issue));
    CHECK(model.issues.empty());
    REQUIRE(model);
    REQUIRE(model->nodes.size() == 1);
    return model->nodes[0];
}

double volume(const geometry::ShadedMesh& mesh) {
    return geometry::check_mesh(geometry::weld(mesh.positions, mesh.triangles)).volume_mm3;
}

glm::vec3 highest(const geometry::ShadedMesh& mesh) {
    glm::vec3 high(-1e30f);
    for (const glm::vec3& p : mesh.positions) high = glm::max(high, p);
    return high;
}

// The file loads without this node; the issue names it and contains `words`.
void check_left_out(Glb glb, const std::string& words) {
    nlohmann::json sound = {{"name", "Sound"}, {"mesh", glb.add_mesh(test::tetrahedron(1.0f))}};
    glb.add_node(std::move(sound));
    const auto model = read(glb);
    REQUIRE(model);
    REQUIRE(model->nodes.size() == 1);
    CHECK(model->nodes[0].name == "Sound");
    REQUIRE(model.issues.size() == 1);
    INFO(to_string(model.issues[0]));
    CHECK(model.issues[0].place.node == "Thing");
    CHECK(model.issues[0].message.find(words) != std::string::npos);
}

}  // namespace

TEST_CASE("metres become millimetres, once") {
    const io::ImportedNode node = only_node(test::one_tetrahedron());
    CHECK(node.name == "Thing");
    CHECK(highest(node.mesh) == glm::vec3(1000.0f));
    CHECK(volume(node.mesh) == doctest::Approx(1e9 / 6));
    CHECK(node.mesh.normals.empty());
}

TEST_CASE("extras say what a node is") {
    const io::ImportedNode node = only_node(test::one_tetrahedron({{"name", "n"},
                                                                   {"extras",
                                                                    {{"id", "femur"},
                                                                     {"name", "Femur"},
                                                                     {"latin", "Os femoris"},
                                                                     {"tissue", "bone"},
                                                                     {"group", "bones"},
                                                                     {"layer", "bone"},
                                                                     {"side", "right"},
                                                                     {"hazard", false},
                                                                     {"uncertain", true}}}}));
    CHECK(node.extras.id == "femur");
    CHECK(node.extras.latin == "Os femoris");
    CHECK(node.extras.tissue == "bone");
    CHECK(node.extras.hazard == false);
    CHECK(node.extras.uncertain == true);
    CHECK_FALSE(node.extras.landmark);
}

TEST_CASE("extras of the wrong type are ignored with a warning that names the node and the key") {
    const auto model = read(test::one_tetrahedron({{"name", "n"}, {"extras", {{"id", 7}, {"hazard", "yes"}}}}));
    REQUIRE(model);
    REQUIRE(model.issues.size() == 2);
    CHECK(to_string(model.issues[0]) == "test.glb: \"n\": extras: id is not a text; it is ignored");
    CHECK(to_string(model.issues[1]) == "test.glb: \"n\": extras: hazard is not true or false; it is ignored");
    CHECK(model.issues[0].severity == base::Severity::warning);
}

TEST_CASE("a landmark is a node without a mesh, where its place in the tree puts it") {
    Glb glb = test::one_tetrahedron();
    glb.json["nodes"].push_back(
        {{"name", "asis"},
         {"translation", {0.0, 0.25, 0.0}},
         {"extras", {{"id", "asis"}, {"landmark", true}, {"kind", "surface"}, {"on", "hip-bone"}}}});
    glb.add_node({{"name", "parent"}, {"translation", {-0.125, 0.5, 1.0}}, {"children", {1}}});
    const auto model = read(glb);
    REQUIRE(model);
    CHECK(model.issues.empty());
    REQUIRE(model->nodes.size() == 2);
    CHECK(model->nodes[1].extras.landmark);
    CHECK(model->nodes[1].extras.on == "hip-bone");
    CHECK(model->nodes[1].origin_mm == glm::vec3(-125.0f, 750.0f, 1000.0f));
}

TEST_CASE("transforms go from the leaf to the root: scale, then turn, then move") {
    Glb glb;
    const int mesh = glb.add_mesh(test::tetrahedron(1.0f));
    const double half = std::sqrt(0.5);
    // 90 degrees about z brings x to y.
    glb.json["nodes"].push_back(
        {{"mesh", mesh}, {"scale", {2, 1, 1}}, {"rotation", {0, 0, half, half}}, {"translation", {10, 0, 0}}});
    glb.add_node({{"children", {0}}, {"translation", {0, 0, 5}}});
    const io::ImportedNode node = only_node(glb);
    CHECK(highest(node.mesh).y == doctest::Approx(2000));
    CHECK(highest(node.mesh).x == doctest::Approx(10000));
    CHECK(highest(node.mesh).z == doctest::Approx(6000));
    CHECK(volume(node.mesh) == doctest::Approx(2e9 / 6));
}

TEST_CASE("a matrix is read column by column") {
    const io::ImportedNode node =
        only_node(test::one_tetrahedron({{"name", "n"}, {"matrix", {1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 7, 8, 9, 1}}}));
    CHECK(node.origin_mm == glm::vec3(7000, 8000, 9000));
    CHECK(highest(node.mesh) == glm::vec3(8000, 9000, 10000));
}

TEST_CASE("a mirrored node stays outward, and its normals are turned with it") {
    Glb glb;
    geometry::TriangleMesh shape = test::tetrahedron(1.0f);
    const int positions = glb.add_vectors(shape.positions);
    const int normals = glb.add_vectors({{-1, 0, 0}, {1, 0, 0}, {0, 1, 0}, {0, 0, 1}});
    const int indices = glb.add_indices({0, 2, 1, 0, 1, 3, 0, 3, 2, 1, 2, 3});
    const int mesh =
        glb.add_primitive_mesh({{"attributes", {{"POSITION", positions}, {"NORMAL", normals}}}, {"indices", indices}});
    glb.add_node({{"mesh", mesh}, {"scale", {-1, 1, 1}}});
    const io::ImportedNode node = only_node(glb);
    CHECK(volume(node.mesh) == doctest::Approx(1e9 / 6));
    REQUIRE(node.mesh.normals.size() == 4);
    CHECK(node.mesh.normals[1] == glm::vec3(-1, 0, 0));
}

TEST_CASE("primitives of one mesh are joined, strips and fans become triangles") {
    Glb glb;
    const int positions = glb.add_vectors({{0, 0, 0}, {1, 0, 0}, {0, 1, 0}, {1, 1, 0}, {0, 2, 0}});
    const nlohmann::json attributes = {{"POSITION", positions}};
    const int mesh = glb.add_primitive_mesh({{"attributes", attributes}, {"mode", 5}});
    glb.json["meshes"][static_cast<std::size_t>(mesh)]["primitives"].push_back(
        {{"attributes", attributes}, {"indices", glb.add_indices({0, 1, 3, 2})}, {"mode", 6}});
    glb.add_node({{"mesh", mesh}});
    const io::ImportedNode node = only_node(glb);
    CHECK(node.mesh.positions.size() == 10);
    REQUIRE(node.mesh.triangles.size() == 5);
    // Everything lies in one plane and must face the same way.
    for (const geometry::Triangle& t : node.mesh.triangles) {
        const glm::vec3 a = node.mesh.positions[t[0]];
        CHECK(glm::cross(node.mesh.positions[t[1]] - a, node.mesh.positions[t[2]] - a).z > 0);
    }
}

TEST_CASE("normalised integers are fractions, as quantised files hold them") {
    Glb glb;
    const int positions =
        glb.add(std::vector<std::int16_t>{0, 0, 0, 32767, 0, 0, 0, 32767, 0, 0, 0, -32767}, 5122, "VEC3", 3);
    glb.json["accessors"][0]["normalized"] = true;
    glb.add_node({{"mesh", glb.add_primitive_mesh({{"attributes", {{"POSITION", positions}}},
                                                   {"indices", glb.add_indices({0, 1, 2, 0, 2, 3})}})}});
    const io::ImportedNode node = only_node(glb);
    CHECK(node.mesh.positions[1] == glm::vec3(1000, 0, 0));
    CHECK(node.mesh.positions[3] == glm::vec3(0, 0, -1000));
}

TEST_CASE("interleaved buffers are read by their stride") {
    Glb glb;
    glb.add(std::vector<float>{0, 0, 0, 9, 9, 9, 1, 0, 0, 9, 9, 9, 0, 1, 0, 9, 9, 9}, 5126, "VEC3", 3);
    glb.json["bufferViews"][0]["byteStride"] = 24;
    glb.json["accessors"][0]["count"] = 3;
    glb.add_node({{"mesh", glb.add_primitive_mesh({{"attributes", {{"POSITION", 0}}}})}});
    const io::ImportedNode node = only_node(glb);
    CHECK(highest(node.mesh) == glm::vec3(1000, 1000, 0));
}

TEST_CASE("a node is called by its name, else its mesh's, else its number") {
    Glb glb;
    const int named = glb.add_mesh(test::tetrahedron(1.0f));
    glb.json["meshes"][static_cast<std::size_t>(named)]["name"] = "Mesh";
    const int nameless = glb.add_mesh(test::tetrahedron(1.0f));
    glb.add_node({{"mesh", named}});
    glb.add_node({{"mesh", nameless}});
    const auto model = read(glb);
    REQUIRE(model);
    CHECK(model->nodes[0].name == "Mesh");
    CHECK(model->nodes[1].name == "node 1");
}

TEST_CASE("what a file says of its vertices is read, turned with the node, and ignored with a word where it does not fit") {
    nlohmann::json node = {{"name", "Thing"}, {"rotation", {0.0, 0.0, 0.70710678, 0.70710678}}};  // x to y
    Glb glb = test::one_tetrahedron(std::move(node));
    nlohmann::json& attributes = glb.json["meshes"][0]["primitives"][0]["attributes"];
    attributes["_FIBRE"] = glb.add_vectors(std::vector<glm::vec3>(4, glm::vec3(1, 0, 0)));
    attributes["_TENDON"] = glb.add(std::vector<float>{0.0f, 0.25f, 0.5f, 1.0f}, 5126, "SCALAR", 1);
    attributes["_OCCLUSION"] = glb.add(std::vector<float>(4, 0.5f), 5126, "SCALAR", 1);
    const io::ImportedNode sound = only_node(glb);
    REQUIRE(sound.mesh.fibres.size() == 4);
    CHECK(glm::distance(sound.mesh.fibres[2], glm::vec3(0, 1, 0)) < 1e-5f);
    CHECK(sound.mesh.tendon == std::vector<float>{0.0f, 0.25f, 0.5f, 1.0f});
    CHECK(sound.mesh.occlusion == std::vector<float>(4, 0.5f));

    attributes["_FIBRE"] = attributes["_TENDON"];
    attributes["_TENDON"] = glb.add(std::vector<float>(3, 0.0f), 5126, "SCALAR", 1);
    attributes["_OCCLUSION"] = 99;
    const auto model = read(glb);
    REQUIRE(model);
    CHECK(model->nodes[0].mesh.triangles.size() == 4);
    CHECK(model->nodes[0].mesh.fibres.empty());
    CHECK(model->nodes[0].mesh.tendon.empty());
    CHECK(model->nodes[0].mesh.occlusion.empty());
    CHECK(model.issues.size() == 3);
}

TEST_CASE("shapes that a body can take on are read by their names, and move with the node; others are left alone") {
    Glb glb = test::one_tetrahedron({{"scale", {1, 2, 1}}});
    nlohmann::json& mesh = glb.json["meshes"][0];
    const int heavy = glb.add_vectors(std::vector<glm::vec3>(4, glm::vec3(0, 0.001f, 0)));
    const int other = glb.add_vectors(std::vector<glm::vec3>(4, glm::vec3(1, 0, 0)));
    mesh["extras"]["targetNames"] = {"smile", "heavy"};
    mesh["primitives"][0]["targets"] = {{{"POSITION", other}}, {{"POSITION", heavy}}};
    mesh["primitives"][0]["attributes"]["_ASSUMED"] = glb.add(std::vector<float>{1, 0, 0, 1}, 5126, "SCALAR", 1);
    const io::ImportedNode node = only_node(glb);
    REQUIRE(node.mesh.targets.size() == 1);
    CHECK(node.mesh.targets[0].name == "heavy");
    CHECK(node.mesh.targets[0].positions.size() == 4);
    CHECK(node.mesh.targets[0].positions[0].y == doctest::Approx(2.0f));
    CHECK(node.mesh.assumed[3] == 1.0f);
}

TEST_CASE("a shape that does not fit its mesh is ignored with a word") {
    Glb glb = test::one_tetrahedron();
    nlohmann::json& mesh = glb.json["meshes"][0];
    mesh["extras"]["targetNames"] = {"lean", 7, "heavy"};
    SUBCASE("too short") {
        mesh["primitives"][0]["targets"] = {{{"POSITION", glb.add_vectors(std::vector<glm::vec3>(3, glm::vec3(1)))}}};
    }
    SUBCASE("not there") { mesh["primitives"][0]["targets"] = {{{"POSITION", 99}}}; }
    const auto model = read(glb);
    REQUIRE(model);
    REQUIRE(model->nodes.size() == 1);
    CHECK(model->nodes[0].mesh.targets.empty());
    CHECK(model.issues.size() == 1);
}

namespace {

// A tetrahedron with a fifth triangle twice over one of its faces, and the tetrahedron alone as its lighter level.
struct TwoLevels {
    Glb glb;
    nlohmann::json& node() { return glb.json["nodes"][0]; }
    nlohmann::json& light_node() { return glb.json["nodes"][1]; }
    nlohmann::json& light_primitive() { return glb.json["meshes"][1]["primitives"][0]; }
};

TwoLevels two_levels(nlohmann::json node = {{"name", "Thing"}}) {
    TwoLevels levels;
    geometry::TriangleMesh full = test::tetrahedron(1.0f);
    const std::vector<std::uint16_t> light{0, 2, 1, 0, 1, 3, 0, 3, 2, 1, 2, 3};
    full.triangles.insert(full.triangles.end(), {{0, 1, 2}, {0, 2, 1}});
    node["mesh"] = levels.glb.add_mesh(full);
    node["extensions"] = {{"MSFT_lod", {{"ids", {1}}}}};
    const nlohmann::json attributes = levels.glb.json["meshes"][0]["primitives"][0]["attributes"];
    const int mesh = levels.glb.add_primitive_mesh({{"attributes", attributes}, {"indices", levels.glb.add_indices(light)}});
    levels.glb.add_node(std::move(node));
    levels.glb.json["nodes"].push_back({{"name", "Thing.light"}, {"mesh", mesh}});
    levels.glb.json["extensionsUsed"] = {"MSFT_lod"};
    return levels;
}

// Read without its lighter level, with so many words.
void check_no_light(TwoLevels levels, std::size_t issues) {
    const auto model = read(levels.glb);
    REQUIRE(model);
    for (const base::Issue& issue : model.issues) INFO(to_string(issue));
    REQUIRE(model.issues.size() == issues);
    REQUIRE(!model->nodes.empty());
    CHECK(model->nodes[0].mesh.triangles.size() == 6);
    CHECK(model->nodes[0].mesh.light.empty());
    if (issues == 0) return;
    CHECK(model.issues[0].place.node == "Thing");
    CHECK(model.issues[0].severity == base::Severity::warning);
    CHECK(model.issues[0].message.find("lighter level") != std::string::npos);
}

}  // namespace

TEST_CASE("a lighter level of detail is fewer triangles over the same vertices, and no structure of its own") {
    const io::ImportedNode node = only_node(two_levels().glb);
    CHECK(node.mesh.triangles.size() == 6);
    REQUIRE(node.mesh.light.size() == 4);
    CHECK(node.mesh.light[1] == geometry::Triangle{0, 1, 3});
    SUBCASE("a mirrored node turns both over") {
        const nlohmann::json mirrored = {{"name", "Thing"}, {"scale", {-1, 1, 1}}};
        TwoLevels levels = two_levels(mirrored);
        levels.light_node()["scale"] = mirrored["scale"];
        const io::ImportedNode turned = only_node(levels.glb);
        CHECK(turned.mesh.light[1] == geometry::Triangle{0, 3, 1});
        CHECK(volume({turned.mesh.positions, {}, turned.mesh.light}) > 0.0);
    }
    SUBCASE("a file without scenes shows it as little") {
        TwoLevels levels = two_levels();
        levels.glb.json.erase("scene");
        levels.glb.json.erase("scenes");
        CHECK(only_node(levels.glb).mesh.light.size() == 4);
    }
    SUBCASE("nor does a file whose reader must know it") {
        TwoLevels levels = two_levels();
        levels.glb.json["extensionsRequired"] = {"MSFT_lod"};
        CHECK(only_node(levels.glb).mesh.light.size() == 4);
    }
    SUBCASE("of several parts, all are lighter") {
        TwoLevels levels = two_levels();
        for (const std::size_t mesh : {0U, 1U}) {
            nlohmann::json& primitives = levels.glb.json["meshes"][mesh]["primitives"];
            primitives.push_back(primitives[0]);
        }
        const io::ImportedNode joined = only_node(levels.glb);
        REQUIRE(joined.mesh.light.size() == 8);
        CHECK(joined.mesh.light[5] == geometry::Triangle{4, 5, 7});
    }
}

TEST_CASE("a lighter level that other programs wrote in another way is left alone without a word") {
    TwoLevels levels = two_levels();
    SUBCASE("vertices of its own") {
        levels.light_primitive()["attributes"]["POSITION"] = levels.glb.add_vectors(test::tetrahedron(1.0f).positions);
    }
    SUBCASE("another place") { levels.light_node()["translation"] = {0, 0, 1}; }
    SUBCASE("more parts") { levels.glb.json["meshes"][1]["primitives"].push_back(levels.light_primitive()); }
    SUBCASE("strips") { levels.light_primitive()["mode"] = 5; }
    SUBCASE("no mesh") { levels.light_node().erase("mesh"); }
    check_no_light(levels, 0);
}

TEST_CASE("a broken lighter level costs itself and one word, nothing else") {
    TwoLevels levels = two_levels();
    SUBCASE("a vertex that does not exist") { levels.light_primitive()["indices"] = levels.glb.add_indices({0, 1, 4}); }
    SUBCASE("no whole triangles") { levels.light_primitive()["indices"] = levels.glb.add_indices({0, 1}); }
    SUBCASE("beyond the buffer") { levels.glb.json["bufferViews"].back()["byteLength"] = 1 << 20; }
    SUBCASE("a node that does not exist") { levels.node()["extensions"]["MSFT_lod"]["ids"] = {99}; }
    SUBCASE("names no node") { levels.node()["extensions"]["MSFT_lod"] = {{"ids", "Thing.light"}}; }
    SUBCASE("an empty list") { levels.node()["extensions"]["MSFT_lod"]["ids"] = nlohmann::json::array(); }
    check_no_light(levels, 1);
}

TEST_CASE("bad normals are computed anew instead of losing the node") {
    Glb glb = test::one_tetrahedron();
    glb.json["meshes"][0]["primitives"][0]["attributes"]["NORMAL"] = 99;
    const auto model = read(glb);
    REQUIRE(model);
    CHECK(model->nodes.size() == 1);
    CHECK(model->nodes[0].mesh.normals.empty());
    REQUIRE(model.issues.size() == 1);
    CHECK(model.issues[0].severity == base::Severity::warning);
}

TEST_CASE("each broken accessor costs its own node, is named, and nothing else") {
    Glb glb = test::one_tetrahedron();
    nlohmann::json& positions = glb.json["accessors"][0];
    nlohmann::json& indices = glb.json["accessors"][1];
    nlohmann::json& view = glb.json["bufferViews"][0];
    SUBCASE("more positions than bytes") {
        positions["count"] = 5;
        check_left_out(glb, "reaches beyond its buffer view");
    }
    SUBCASE("so many that the size overflows") {
        positions["count"] = 4294967295u;
        check_left_out(glb, "reaches beyond its buffer view");
    }
    SUBCASE("a count beyond 32 bits") {
        positions["count"] = 1ull << 62;
        check_left_out(glb, "reaches beyond its buffer view");
    }
    SUBCASE("an offset beyond the view") {
        positions["byteOffset"] = 1000;
        check_left_out(glb, "reaches beyond its buffer view");
    }
    SUBCASE("a view beyond its buffer") {
        view["byteOffset"] = 1 << 30;
        check_left_out(glb, "buffer view that reaches beyond its buffer");
    }
    SUBCASE("a view longer than its buffer") {
        view["byteLength"] = 1 << 30;
        check_left_out(glb, "buffer view that reaches beyond its buffer");
    }
    SUBCASE("a stride that does not fit") {
        view["byteStride"] = 8;
        check_left_out(glb, "stride");
    }
    SUBCASE("no such view") {
        positions["bufferView"] = 17;
        check_left_out(glb, "names no buffer view");
    }
    SUBCASE("no such buffer") {
        view["buffer"] = 3;
        check_left_out(glb, "names no buffer");
    }
    SUBCASE("no such accessor") {
        glb.json["meshes"][0]["primitives"][0]["attributes"]["POSITION"] = 40;
        check_left_out(glb, "does not exist");
    }
    SUBCASE("no positions at all") {
        glb.json["meshes"][0]["primitives"][0]["attributes"] = {{"TEXCOORD_0", 0}};
        check_left_out(glb, "has no positions");
    }
    SUBCASE("positions that are pairs") {
        positions["type"] = "VEC2";
        check_left_out(glb, "vectors of three");
    }
    SUBCASE("positions in doubles") {
        positions["componentType"] = 5130;
        check_left_out(glb, "component type");
    }
    SUBCASE("an empty accessor") {
        positions["count"] = 0;
        check_left_out(glb, "is empty");
    }
    SUBCASE("a sparse accessor") {
        positions["sparse"] = {
            {"count", 1}, {"indices", {{"bufferView", 1}, {"componentType", 5123}}}, {"values", {{"bufferView", 0}}}};
        check_left_out(glb, "sparse");
    }
    SUBCASE("an index that names no vertex") {
        glb.bin[48] = 4;
        check_left_out(glb, "names vertex 4 of 4");
    }
    SUBCASE("indices in floats") {
        indices["componentType"] = 5126;
        indices["count"] = 3;
        check_left_out(glb, "unsigned integers");
    }
    SUBCASE("half a triangle") {
        indices["count"] = 11;
        check_left_out(glb, "no whole number of triangles");
    }
    SUBCASE("a position that is not a number") {
        const float nan = std::nanf("");
        std::memcpy(glb.bin.data() + 12, &nan, 4);
        check_left_out(glb, "not finite");
    }
    SUBCASE("an infinite position") {
        const float infinite = INFINITY;
        std::memcpy(glb.bin.data() + 20, &infinite, 4);
        check_left_out(glb, "not finite");
    }
    SUBCASE("a position too far away for millimetres") {
        const float far = 3e38f;
        std::memcpy(glb.bin.data() + 20, &far, 4);
        check_left_out(glb, "too far away");
    }
    SUBCASE("no such mesh") {
        glb.json["nodes"][0]["mesh"] = 8;
        check_left_out(glb, "a mesh that does not exist");
    }
    SUBCASE("lines") {
        glb.json["meshes"][0]["primitives"][0]["mode"] = 1;
        check_left_out(glb, "points or lines");
    }
    SUBCASE("a matrix of five numbers") {
        glb.json["nodes"][0]["matrix"] = {1, 2, 3, 4, 5};
        check_left_out(glb, "transform");
    }
    SUBCASE("a turn about nothing") {
        glb.json["nodes"][0]["rotation"] = {0, 0, 0, 0};
        check_left_out(glb, "transform");
    }
}

TEST_CASE("nodes in a circle are read once, and the circle is told") {
    Glb glb = test::one_tetrahedron();
    glb.json["nodes"][0]["children"] = {1};
    glb.json["nodes"].push_back({{"name", "second"}, {"children", {0}}});
    const auto model = read(glb);
    REQUIRE(model);
    CHECK(model->nodes.size() == 1);
    REQUIRE(model.issues.size() == 1);
    CHECK(model.issues[0].message.find("its own ancestor") != std::string::npos);
}

TEST_CASE("a hundred thousand nested nodes overflow nothing") {
    Glb glb = test::one_tetrahedron();
    for (int i = 1; i < 100000; ++i) glb.json["nodes"].push_back({{"children", {i + 1}}});
    glb.json["nodes"].push_back({{"mesh", 0}});
    glb.json["scenes"][0]["nodes"].push_back(1);
    const auto model = read(glb);
    REQUIRE(model);
    CHECK(model->nodes.size() == 2);
}

TEST_CASE("a small file that names one mesh a million times is refused before it fills the memory") {
    Glb glb;
    const int mesh = glb.add_mesh(test::gridded_box({0, 0, 0}, {1, 1, 1}, 40));
    for (int i = 0; i < 10000; ++i) glb.add_node({{"mesh", mesh}});
    const auto model = read(glb);
    CHECK_FALSE(model);
    REQUIRE(model.issues.size() == 1);
    CHECK(model.issues[0].message.find("vertices, the most that is read") != std::string::npos);
}

TEST_CASE("what only compressed files need is named") {
    Glb glb = test::one_tetrahedron();
    glb.json["extensionsRequired"] = {"EXT_meshopt_compression"};
    const auto model = read(glb);
    CHECK_FALSE(model);
    CHECK(model.issues[0].message.find("EXT_meshopt_compression") != std::string::npos);
}

TEST_CASE("pictures are not opened, whatever they name") {
    Glb glb = test::one_tetrahedron();
    glb.json["images"] = {{{"uri", "/etc/passwd"}},
                          {{"uri", "http://example.org/a.png"}},
                          {{"bufferView", 0}, {"mimeType", "image/png"}}};
    CHECK(only_node(glb).mesh.triangles.size() == 4);
}

TEST_CASE("a .gltf takes its buffers from its own folder and from nowhere else") {
    const Glb glb = test::one_tetrahedron();
    const test::TemporaryFolder folder;
    folder.file("models/parts/data.bin", glb.bin);
    folder.file("secret.bin", glb.bin);
    std::filesystem::create_symlink(folder.path("secret.bin"), folder.path("models/link.bin"));
    const auto with_buffer = [&](const std::string& uri) {
        nlohmann::json json = glb.json;
        json["buffers"] = {{{"byteLength", glb.bin.size()}, {"uri", uri}}};
        return io::read_gltf(json.dump(), folder.path("models/test.gltf"));
    };
    CHECK(with_buffer("parts/data.bin"));
    CHECK(with_buffer("parts/../parts/data.bin"));
    for (const std::string& uri :
         {std::string("../secret.bin"), std::string("parts/../../secret.bin"), std::string("%2e%2e/secret.bin"),
          std::string("link.bin"), folder.path("secret.bin"), std::string("file://") + folder.path("secret.bin"),
          std::string("missing.bin"), std::string("parts"), std::string("")}) {
        CAPTURE(uri);
        const auto model = with_buffer(uri);
        CHECK_FALSE(model);
        CHECK(model.issues.size() == 1);
    }
    CHECK(with_buffer("../secret.bin").issues[0].message.find("not inside the file's own folder") != std::string::npos);
}

TEST_CASE("buffers inside the text are read") {
    const std::string zeros(48, 'A');  // 36 zero bytes in base 64: three times the origin
    const nlohmann::json json = {
        {"asset", {{"version", "2.0"}}},
        {"scenes", {{{"nodes", {0}}}}},
        {"nodes", {{{"mesh", 0}}}},
        {"meshes", {{{"primitives", {{{"attributes", {{"POSITION", 0}}}}}}}}},
        {"accessors", {{{"bufferView", 0}, {"componentType", 5126}, {"count", 3}, {"type", "VEC3"}}}},
        {"bufferViews", {{{"buffer", 0}, {"byteLength", 36}}}},
        {"buffers", {{{"byteLength", 36}, {"uri", "data:application/octet-stream;base64," + zeros}}}}};
    const auto model = io::read_gltf(json.dump(), "inline.gltf");
    REQUIRE(model);
    CHECK(model->nodes[0].mesh.triangles.size() == 1);
}
