// From a file to an atlas: names, profiles, units, hashes, and one clear line when it cannot be.
#include <doctest/doctest.h>

#include <sys/stat.h>

#include "geometry/mesh_check.h"
#include "io/content_hash.h"
#include "io/model_file.h"
#include "support/glb.h"
#include "support/temporary_folder.h"

using namespace drypoint;
using test::Glb;
using test::TemporaryFolder;

namespace {

// A failure with exactly one issue; its text.
std::string complaint(const std::string& path) {
    const auto atlas = io::load_model(path);
    CHECK_FALSE(atlas);
    REQUIRE(atlas.issues.size() == 1);
    CHECK(atlas.issues[0].severity == base::Severity::error);
    CHECK(atlas.issues[0].place.file == path);
    return atlas.issues[0].message;
}

Glb named_nodes(const std::vector<std::string>& names) {
    Glb glb;
    const int mesh = glb.add_mesh(test::tetrahedron(1.0f));
    for (const std::string& name : names) glb.add_node({{"name", name}, {"mesh", mesh}});
    return glb;
}

io::ModelProfile profile_of(const std::vector<std::string>& names) {
    io::ModelProfile profile;
    profile.copyright = "(c) them";
    for (const std::string& name : names) {
        io::NodeMeaning meaning;
        meaning.id = base::to_kebab_case("our " + name);
        meaning.name = "Our " + name;
        meaning.tissue = anatomy::Tissue::muscle;
        profile.nodes[name] = meaning;
    }
    anatomy::Landmark landmark;
    landmark.id = "somewhere";
    profile.landmarks.push_back(landmark);
    return profile;
}

const char* cube_obj =
    "o Femur\nv 0 0 0\nv 1 0 0\nv 1 1 0\nv 0 1 0\nv 0 0 1\nv 1 0 1\nv 1 1 1\nv 0 1 1\n"
    "f 1 4 3 2\nf 5 6 7 8\nf 1 2 6 5\nf 2 3 7 6\nf 3 4 8 7\nf 4 1 5 8\n";

std::string binary_stl(float size, std::uint32_t promised, std::uint32_t there) {
    const geometry::TriangleMesh mesh = test::tetrahedron(size);
    std::string bytes(80, ' ');
    bytes += Glb::number(promised);
    for (std::uint32_t i = 0; i < there; ++i) {
        float numbers[12] = {};
        for (std::size_t c = 0; c < 3; ++c)
            std::memcpy(numbers + 3 + 3 * c, &mesh.positions[mesh.triangles[i % 4][c]], 12);
        bytes.append(reinterpret_cast<const char*>(numbers), sizeof numbers);
        bytes.append(2, '\0');
    }
    return bytes;
}

}  // namespace

TEST_CASE("our own nodes become structures by their extras, landmarks by theirs") {
    Glb glb = test::one_tetrahedron(
        {{"name", "node of the femur"},
         {"extras", {{"id", "femur"}, {"name", "Femur"}, {"tissue", "bone"}, {"side", "right"}}}});
    glb.add_node({{"name", "asis"},
                  {"translation", {1, 2, 3}},
                  {"extras", {{"id", "asis"}, {"landmark", true}, {"kind", "centre"}, {"on", "femur"}}}});
    const TemporaryFolder folder;
    const std::string path = folder.file("a.glb", glb.bytes());
    const auto atlas = io::load_model(path);
    REQUIRE(atlas);
    CHECK(atlas.issues.empty());
    CHECK(atlas->file == path);
    CHECK(atlas->content_hash == io::content_hash(glb.bytes()));
    const anatomy::Structure* femur = atlas->find("femur");
    REQUIRE(femur != nullptr);
    CHECK(femur->name == "Femur");
    CHECK(femur->node == "node of the femur");
    CHECK(femur->tissue == anatomy::Tissue::bone);
    CHECK(femur->layer == anatomy::Layer::bone);
    CHECK(femur->side == anatomy::Side::right);
    CHECK(femur->recognised);
    CHECK(femur->shading.normals.size() == femur->shading.positions.size());
    CHECK(femur->bounds.max == glm::vec3(1000.0f));
    const anatomy::Landmark* asis = atlas->find_landmark("asis");
    REQUIRE(asis != nullptr);
    CHECK(asis->at_mm == glm::vec3(1000, 2000, 3000));
    CHECK(asis->kind == anatomy::LandmarkKind::centre);
    CHECK(asis->on == "femur");
}

TEST_CASE("the hash is SHA-256: the standard's own examples") {
    CHECK(io::content_hash("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(io::content_hash("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST_CASE("a model without skin or nerves says what that means") {
    const TemporaryFolder folder;
    const auto atlas = io::load_model(folder.file("a.glb", test::one_tetrahedron().bytes()));
    REQUIRE(atlas);
    REQUIRE(atlas->notes.size() == 2);
    CHECK(atlas->notes[0].find("no skin") != std::string::npos);
    CHECK(atlas->notes[1].find("no verdict can be better than caution") != std::string::npos);
}

TEST_CASE("a foreign node is shown as it is: id from its name, tissue from its words") {
    const TemporaryFolder folder;
    const auto atlas = io::load_model(
        folder.file("a.glb", named_nodes({"Left Popliteal Artery", "Interosseous membrane", "Thing.001"}).bytes()));
    REQUIRE(atlas);
    const anatomy::Structure* artery = atlas->find("left-popliteal-artery");
    REQUIRE(artery != nullptr);
    CHECK(artery->name == "Left Popliteal Artery");
    CHECK(artery->tissue == anatomy::Tissue::artery);
    CHECK(artery->hazard);
    CHECK(artery->side == anatomy::Side::left);
    CHECK_FALSE(artery->recognised);
    CHECK(atlas->find("interosseous-membrane")->tissue == anatomy::Tissue::membrane);
    CHECK(atlas->find("thing-001")->tissue == anatomy::Tissue::other);
}

TEST_CASE("a name that is no letters at all still gets an id") {
    const TemporaryFolder folder;
    const auto atlas = io::load_model(folder.file("a.glb", named_nodes({"\xe8\x86\x9d", "\xe9\xaa\xa8"}).bytes()));
    REQUIRE(atlas);
    for (const anatomy::Structure& structure : atlas->structures) CHECK(base::is_kebab_case(structure.id));
}

TEST_CASE("a profile is used if it knows at least half of the nodes, and of two the one that knows more") {
    const TemporaryFolder folder;
    const std::string path = folder.file("a.glb", named_nodes({"a", "b", "c", "d"}).bytes());
    io::LoadOptions options;
    options.profiles = {profile_of({"a"})};
    CHECK_FALSE(io::load_model(path, options)->find("our-a"));
    options.profiles = {profile_of({"a", "b"}), profile_of({"b", "c", "d", "z"})};
    const auto atlas = io::load_model(path, options);
    REQUIRE(atlas);
    CHECK(atlas->find("our-d")->name == "Our d");
    CHECK(atlas->find("our-d")->recognised);
    CHECK_FALSE(atlas->find("a")->recognised);
    CHECK(atlas->find_landmark("somewhere") != nullptr);
    CHECK(atlas->copyright == "(c) them");
}

TEST_CASE("our own nodes need no profile, and a broken profile costs only its names") {
    const TemporaryFolder folder;
    folder.file("profiles/bad.toml", "nodes = 3\n");
    io::LoadOptions options;
    options.profiles_folder = folder.path("profiles");
    const std::string ours =
        folder.file("ours.glb", test::one_tetrahedron({{"extras", {{"id", "x"}, {"tissue", "bone"}}}}).bytes());
    CHECK(io::load_model(ours, options).issues.empty());
    const auto foreign = io::load_model(folder.file("theirs.glb", named_nodes({"a"}).bytes()), options);
    CHECK(foreign);
    REQUIRE_FALSE(foreign.issues.empty());
    CHECK(foreign.issues[0].severity == base::Severity::warning);
}

TEST_CASE("OBJ, STL and PLY hold no unit: small ones are metres, others millimetres, and a warning says so") {
    const TemporaryFolder folder;
    const auto small = io::load_model(folder.file("cube.obj", cube_obj));
    REQUIRE(small);
    REQUIRE(small.issues.size() == 1);
    CHECK(small.issues[0].severity == base::Severity::warning);
    CHECK(small.issues[0].message.find("taken for metres") != std::string::npos);
    REQUIRE(small->structures.size() == 1);
    CHECK(small->structures[0].id == "femur");
    CHECK(small->structures[0].tissue == anatomy::Tissue::bone);
    const geometry::MeshReport cube = geometry::check_mesh(small->structures[0].surface);
    CHECK(cube.outward());
    CHECK(cube.volume_mm3 == doctest::Approx(1e9));

    const auto large = io::load_model(folder.file("large.stl", binary_stl(30.0f, 4, 4)));
    REQUIRE(large);
    CHECK(large.issues[0].message.find("taken for millimetres") != std::string::npos);
    CHECK(large->structures[0].id == "large");
    const geometry::MeshReport solid = geometry::check_mesh(large->structures[0].surface);
    CHECK(solid.vertices == 4);
    CHECK(solid.outward());
    CHECK(solid.volume_mm3 == doctest::Approx(27000.0 / 6));

    const auto ply = io::load_model(folder.file(
        "t.ply",
        "ply\nformat ascii 1.0\nelement vertex 3\nproperty float x\nproperty float y\nproperty float z\n"
        "element face 1\nproperty list uchar int vertex_indices\nend_header\n0 0 0\n20 0 0\n0 20 0\n3 0 1 2\n"));
    REQUIRE(ply);
    CHECK(ply->structures[0].bounds.max == glm::vec3(20, 20, 0));
}

TEST_CASE("an FBX says its unit itself, and may have z up") {
    // The least of an ASCII FBX: one triangle in a file whose unit is the metre (100 centimetres).
    const auto fbx = [](int up) {
        return std::string(
                   "; FBX 7.3.0 project file\nFBXHeaderExtension:  {\n\tFBXHeaderVersion: 1003\n\tFBXVersion: 7300\n}\n"
                   "GlobalSettings:  {\n\tVersion: 1000\n\tProperties70:  {\n"
                   "\t\tP: \"UpAxis\", \"int\", \"Integer\", \"\",") +
               std::to_string(up) +
               "\n\t\tP: \"UnitScaleFactor\", \"double\", \"Number\", \"\",100\n\t}\n}\n"
               "Objects:  {\n\tGeometry: 10, \"Geometry::\", \"Mesh\" {\n"
               "\t\tVertices: *9 {\n\t\t\ta: 0,0,0,1,0,0,0,0,2\n\t\t}\n"
               "\t\tPolygonVertexIndex: *3 {\n\t\t\ta: 0,1,-3\n\t\t}\n\t\tGeometryVersion: 124\n\t}\n"
               "\tModel: 20, \"Model::Tibia\", \"Mesh\" {\n\t\tVersion: 232\n\t}\n}\n"
               "Connections:  {\n\tC: \"OO\",20,0\n\tC: \"OO\",10,20\n}\n";
    };
    const TemporaryFolder folder;
    const auto y_up = io::load_model(folder.file("y.fbx", fbx(1)));
    for (const base::Issue& issue : y_up.issues) MESSAGE(to_string(issue));
    REQUIRE(y_up);
    CHECK(y_up.issues.empty());
    CHECK(y_up->structures[0].id == "tibia");
    CHECK(y_up->structures[0].bounds.max == glm::vec3(1000, 0, 2000));
    const auto z_up = io::load_model(folder.file("z.fbx", fbx(2)));
    REQUIRE(z_up);
    CHECK(z_up->structures[0].bounds.max == glm::vec3(1000, 2000, 0));
}

TEST_CASE("a file that is no file says so in one line") {
    const TemporaryFolder folder;
    CHECK(complaint(folder.path("missing.glb")) == "there is no such file");
    CHECK(complaint(folder.path("")) == "is a folder, not a file");
    CHECK(complaint(folder.file("empty.glb", "")) == "is empty");
    CHECK(complaint(folder.file("empty.obj", "")) == "is empty");
    CHECK(complaint(folder.file("story.txt", "Once upon a time")) == "is no kind of model that Drypoint knows");
    CHECK(complaint("/dev/zero") == "is not a regular file");
    REQUIRE(::mkfifo(folder.path("pipe.glb").c_str(), 0600) == 0);
    CHECK(complaint(folder.path("pipe.glb")) == "is not a regular file");
}

TEST_CASE("a file without a surface says so") {
    Glb glb;
    glb.add_node({{"name", "nothing"}});
    const TemporaryFolder folder;
    CHECK(complaint(folder.file("a.glb", glb.bytes())) == "holds no surface that can be shown");
}

TEST_CASE("content decides before the extension: a GLB is read whatever it is called") {
    const TemporaryFolder folder;
    CHECK(io::load_model(folder.file("model.stl", test::one_tetrahedron().bytes())));
}

TEST_CASE("an STL whose count lies, an FBX and a PLY that are none: one line each") {
    const TemporaryFolder folder;
    CHECK(complaint(folder.file("a.stl", binary_stl(1, 4000000000u, 4))) ==
          "is cut off, or no STL: it promises 4000000000 triangles and has room for 4");
    CHECK(complaint(folder.file("short.stl", "abc")) == "is cut off: an STL has at least 84 bytes");
    CHECK(complaint(folder.file("words.stl", "solid but nothing else")) == "is an STL without a facet");
    CHECK(complaint(folder.file("a.fbx", "hello")) == "is no FBX");
    CHECK(
        complaint(folder.file("b.fbx", std::string("Kaydara FBX Binary  \0\x1a\0junk", 27))).find("no readable fbx") !=
        std::string::npos);
    CHECK(complaint(folder.file("a.ply", "hello")) == "is no PLY");
    CHECK(complaint(folder.file("b.ply", "ply\nformat ascii 1.0\nelement vertex 4000000000\nend_header\n")) ==
          "promises 4000000000 elements, which do not fit into it");
    complaint(folder.file("a.obj", "f 1 2 3\n"));
}

TEST_CASE("an OBJ cannot make us open other files") {
    const TemporaryFolder folder;
    folder.file("other.mtl", "newmtl bone\n");
    const auto atlas =
        io::load_model(folder.file("a.obj", std::string("mtllib other.mtl\nmtllib /etc/passwd\n") + cube_obj));
    CHECK(atlas);
}
