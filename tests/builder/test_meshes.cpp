// Marching cubes, tubes, simplification, shading and the glTF file.

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <doctest/doctest.h>

#include <glm/geometric.hpp>

#include "compete.h"
#include "fairing.h"
#include "geometry/self_intersections.h"
#include "io/gltf_writer.h"
#include "mesh_tools.h"
#include "normals.h"
#include "shapes.h"
#include "simplify.h"
#include "subtract.h"
#include "surface.h"
#include "tube.h"

using namespace drypoint::builder;
using doctest::Approx;
using drypoint::geometry::TriangleMesh;

namespace {

// Signs from a small generator: every cell configuration turns up, the ambiguous ones too.
Field noise(int size) {
    Field field(1.0, Box{{0, 0, 0}, {size, size, size}}, 1.0f);
    std::uint32_t state = 12345;
    for_each_point(Box{{1, 1, 1}, {size - 2, size - 2, size - 2}}, [&](int i, int j, int k) {
        state = state * 1664525u + 1013904223u;
        field.at(i, j, k) = static_cast<float>(state >> 8) / 8388608.0f - 1.0f;
    });
    return field;
}

Field ball(double radius) {
    Field field(1.0, box_around(glm::dvec3(-radius), glm::dvec3(radius), 4.0, 1.0));
    for_each_point(field.box, [&](int i, int j, int k) {
        field.at(i, j, k) = static_cast<float>(glm::length(field.position(i, j, k)) - radius);
    });
    return field;
}

Curve bent_line(double radius) {
    Curve curve;
    for (int n = 0; n <= 20; ++n) {
        const double angle = shapes::pi / 2.0 * n / 20.0;
        curve.points.push_back({60.0 * std::cos(angle), 60.0 * std::sin(angle), 0.0});
        curve.radii.push_back(radius);
    }
    return curve;
}

}  // namespace

TEST_CASE("the surface of noise is closed, manifold and outward") {
    const TriangleMesh mesh = extract(noise(24));
    CHECK(mesh.triangles.size() > 10000);
    CHECK(faults_of(mesh).none());
    CHECK(signed_volume(mesh) > 0.0);
}

TEST_CASE("faults are found") {
    TriangleMesh mesh;
    mesh.positions = {{0, 0, 0}, {1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
    mesh.triangles = {{0, 2, 1}, {0, 1, 3}, {1, 2, 3}, {0, 3, 2}};
    CHECK(faults_of(mesh).none());
    CHECK(signed_volume(mesh) == Approx(1.0 / 6.0));
    TriangleMesh open = mesh;
    open.triangles.pop_back();
    CHECK(faults_of(open).open_edges == 3);
    TriangleMesh flipped = mesh;
    std::swap(flipped.triangles[0][0], flipped.triangles[0][1]);
    CHECK(faults_of(flipped).bad_edges > 0);
    TriangleMesh pinched = mesh;  // a second tetrahedron that shares one corner
    pinched.positions.insert(pinched.positions.end(), {{-1, 0, 0}, {0, -1, 0}, {0, 0, -1}});
    for (const auto& t : std::vector<drypoint::geometry::Triangle>{{0, 5, 4}, {0, 4, 6}, {4, 5, 6}, {0, 6, 5}}) {
        pinched.triangles.push_back(t);
    }
    CHECK(faults_of(pinched).bad_vertices == 1);
}

TEST_CASE("a tube is closed and holds pi r^2 L and its two half balls") {
    for (const double radius : {0.8, 2.0, 4.5}) {
        CAPTURE(radius);
        const Curve curve = bent_line(radius);
        const TriangleMesh mesh = sweep(curve, TubeEnds{}, gap_mm);
        CHECK(faults_of(mesh).none());
        const double line = shapes::pi / 2.0 * 60.0;
        const double exact = shapes::pi * radius * radius * line + 4.0 / 3.0 * shapes::pi * std::pow(radius, 3.0);
        CHECK(signed_volume(mesh) == Approx(exact).epsilon(0.03));
    }
}

TEST_CASE("a branch starts on its parent's wall, a gap away") {
    const Curve parent{{{0.0, -30.0, 0.0}, {0.0, 30.0, 0.0}}, {4.0, 4.0}};
    const Curve child{{{4.1, 0.0, 0.0}, {20.0, -8.0, 0.0}}, {1.5, 1.5}};
    TubeEnds ends;
    ends.first_on = &parent;
    const TriangleMesh mesh = sweep(child, ends, gap_mm);
    CHECK(faults_of(mesh).none());
    double closest = 1e9;
    for (const glm::vec3& p : mesh.positions) closest = std::min(closest, tube_distance(parent, glm::dvec3(p)));
    CHECK(closest == Approx(gap_mm).epsilon(0.1));
}

TEST_CASE("a tube carves a bed that it fits into") {
    Field field = ball(25.0);
    const Curve curve{{{-40.0, 0.0, 0.0}, {40.0, 0.0, 0.0}}, {3.0, 3.0}};
    carve(field, curve, gap_mm);
    CHECK(sample(field, {0.0, 0.0, 0.0}) > 2.5);
    CHECK(sample(field, {0.0, 3.0, 0.0}) == Approx(0.1).epsilon(0.5));
    const TriangleMesh mesh = extract(field);
    CHECK(faults_of(mesh).none());
    CHECK(euler_characteristic(mesh) == 0);  // a tunnel: one handle
}

TEST_CASE("simplification keeps a ball closed and its volume") {
    const TriangleMesh fine = extract(ball(20.0));
    const TriangleMesh coarse = simplify(fine, 800);
    CHECK(coarse.triangles.size() <= 800);
    CHECK(faults_of(coarse).none());
    CHECK(signed_volume(coarse) == Approx(signed_volume(fine)).epsilon(0.002));
}

TEST_CASE("simplification keeps an open surface's rim, and lets no triangle lie in its plane") {
    Field field = ball(20.0);
    const int above = -field.box.low.y;
    Field half(field.step, Box{{field.box.low.x, 0, field.box.low.z}, {field.box.size.x, field.box.size.y - above, field.box.size.z}});
    for_each_point(half.box, [&](int i, int j, int k) { half.at(i, j, k) = field.at(i, j, k); });
    const TriangleMesh fine = extract(half);
    const TriangleMesh coarse = simplify(fine, 900);
    CHECK(coarse.triangles.size() < fine.triangles.size() / 2);
    const auto on_rim = [](const TriangleMesh& mesh) {
        return std::count_if(mesh.positions.begin(), mesh.positions.end(), [](const glm::vec3& p) { return p.y == 0.0f; });
    };
    CHECK(on_rim(coarse) == on_rim(fine));
    for (const auto& t : coarse.triangles) {
        CHECK_FALSE((coarse.positions[t[0]].y == 0.0f && coarse.positions[t[1]].y == 0.0f && coarse.positions[t[2]].y == 0.0f));
    }
    CHECK(faults_of(coarse).bad_edges == 0);
}

TEST_CASE("the lighter triangles of a half ball keep its vertices and volume, are closed, and light its crease as it is") {
    Field field = ball(20.0);
    for_each_point(field.box, [&](int i, int j, int k) {
        field.at(i, j, k) = std::max(field.at(i, j, k), static_cast<float>(field.position(i, j, k).y) - 0.3f);
    });
    const TriangleMesh full = extract(field);
    const TriangleMesh light{full.positions, thinned(full, full.triangles.size() / 4)};
    CHECK(light.triangles.size() <= full.triangles.size() / 4);
    CHECK(light.triangles.size() > full.triangles.size() / 5);
    TriangleMesh used = light;
    drop_unused(used);
    CHECK(faults_of(used).none());
    CHECK(signed_volume(used) == Approx(signed_volume(full)).epsilon(0.01));
    const drypoint::geometry::ShadedMesh shading = shade(full, nullptr);
    CHECK(shading.positions.size() > full.positions.size());  // two normals along the crease
    const auto drawn = on_shading(light.triangles, full, shading);
    REQUIRE(drawn.size() == light.triangles.size());
    std::size_t bent = 0;
    for (const auto& t : drawn) {
        const glm::vec3 a = shading.positions[t[0]];
        const glm::vec3 face = glm::normalize(glm::cross(shading.positions[t[1]] - a, shading.positions[t[2]] - a));
        for (const std::uint32_t corner : t) bent += glm::dot(shading.normals[corner], face) < 0.7f ? 1 : 0;
    }
    CHECK(bent < drawn.size() / 20);
}

TEST_CASE("a tube cut out of a block leaves the block less the tube, with the block's own corners") {
    Field field(1.0, box_around(glm::dvec3(-20.0), glm::dvec3(20.0), 4.0, 1.0));
    for_each_point(field.box, [&](int i, int j, int k) {
        const glm::dvec3 p = glm::abs(field.position(i, j, k));
        field.at(i, j, k) = static_cast<float>(std::max({p.x, p.y, p.z}) - 15.3);
    });
    const TriangleMesh block = extract(field);
    const TriangleMesh through = sweep({{{0.1, -30.0, 0.2}, {0.1, 30.0, 0.2}}, {3.0, 3.0}}, {}, gap_mm);
    const TriangleMesh blind = sweep({{{9.1, 0.0, 0.2}, {9.1, 30.0, 0.2}}, {2.0, 2.0}}, {}, gap_mm);
    const TriangleMesh cut = subtract(block, {through, blind});
    CHECK(faults_of(cut).none());
    CHECK(drypoint::geometry::find_self_intersections(cut).empty());
    CHECK(handles_of(cut) == 1);
    const double taken = shapes::pi * (9.0 * 30.6 + 4.0 * 15.3 + 2.0 / 3.0 * 8.0);
    CHECK(signed_volume(block) - signed_volume(cut) == Approx(taken).epsilon(0.02));
    std::size_t kept = 0;
    for (const glm::vec3& p : block.positions) kept += static_cast<std::size_t>(std::count(cut.positions.begin(), cut.positions.end(), p));
    CHECK(kept > block.positions.size() * 95 / 100);
}

TEST_CASE("a flat cut keeps its crease, a ball has none") {
    Field field = ball(20.0);
    const auto smooth = shade(extract(field), &field);
    CHECK(smooth.positions.size() == extract(field).positions.size());
    for_each_point(field.box, [&](int i, int j, int k) {
        field.at(i, j, k) = std::max(field.at(i, j, k), static_cast<float>(-j) - 0.3f);
    });
    const auto cut = shade(extract(field), &field);
    CHECK(cut.positions.size() > extract(field).positions.size());
    for (const glm::vec3& normal : cut.normals) CHECK(glm::length(normal) == Approx(1.0).epsilon(1e-4));
}

TEST_CASE("a surface that crosses itself in a few places is drawn apart there, and only there") {
    TriangleMesh mesh = extract(ball(12.0));
    const TriangleMesh before = mesh;
    for (const std::size_t n : {100u, 900u}) mesh.positions[n] *= -1.2f;  // spikes through the opposite side
    REQUIRE(drypoint::geometry::count_self_intersections(mesh) > 0);
    CHECK(uncross(mesh, 30));
    CHECK(drypoint::geometry::count_self_intersections(mesh) == 0);
    std::size_t moved = 0;
    for (std::size_t n = 0; n < mesh.positions.size(); ++n) moved += mesh.positions[n] == before.positions[n] ? 0 : 1;
    CHECK(moved < 60);
}

TEST_CASE("crumbs go, large pieces stay when they are listed") {
    Field field(1.0, Box{{-20, -20, -20}, {80, 41, 41}}, 10.0f);
    for_each_point(field.box, [&](int i, int j, int k) {
        const glm::dvec3 p = field.position(i, j, k);
        const double large = glm::length(p) - 12.0;
        const double small = glm::length(p - glm::dvec3(25.0, 0.0, 0.0)) - 8.0;
        const double crumb = glm::length(p - glm::dvec3(45.0, 0.0, 0.0)) - 2.0;
        field.at(i, j, k) = static_cast<float>(std::min({large, small, crumb}));
    });
    const TriangleMesh mesh = extract(field);
    const auto count = [&](int most) { return euler_characteristic(keep_pieces(mesh, most, 200.0)) / 2; };
    CHECK(count(1) == 1);
    CHECK(count(3) == 2);
}

TEST_CASE("the file's bytes depend on the document only") {
    drypoint::io::GltfDocument document;
    document.copyright = "nobody";
    document.materials.emplace_back();
    document.parts.push_back({"Ball", {{"id", std::string("ball")}, {"hazard", false}}, shade(extract(ball(9.0)), nullptr), 0});
    document.points.push_back({"top", {{"landmark", true}}, {0.0, 9.0, 0.0}});
    const auto folder = std::filesystem::temp_directory_path() / "drypoint-test-builder";
    std::filesystem::create_directories(folder);
    const auto bytes = [&](const char* name) {
        REQUIRE(drypoint::io::write_glb(document, folder / name).empty());
        std::ifstream stream(folder / name, std::ios::binary);
        return std::string(std::istreambuf_iterator<char>(stream), {});
    };
    const std::string first = bytes("a.glb");
    CHECK(first.substr(0, 4) == "glTF");
    CHECK(first == bytes("b.glb"));
    CHECK_FALSE(drypoint::io::write_glb(document, folder / "no" / "such" / "c.glb").empty());
    document.parts[0].mesh.tendon = {1.0f};
    CHECK_FALSE(drypoint::io::write_glb(document, folder / "d.glb").empty());
    document.parts[0].mesh.tendon.clear();
    document.parts[0].mesh.targets = {{"heavy", {glm::vec3(1.0f)}, {}}};
    CHECK_FALSE(drypoint::io::write_glb(document, folder / "d.glb").empty());
    document.parts[0].mesh.targets.clear();
    document.parts[0].mesh.light = {{0, 1, 1000000}};
    CHECK_FALSE(drypoint::io::write_glb(document, folder / "d.glb").empty());
    document.parts[0].mesh.light.clear();
    document.parts[0].material = 7;
    CHECK_FALSE(drypoint::io::write_glb(document, folder / "d.glb").empty());
    std::filesystem::remove_all(folder);
}

TEST_CASE("a ball swells to the volume that it should have, as far as it may and at most 0.1 mm") {
    const TriangleMesh before = extract(ball(20.0));
    const auto volume_of = [](double radius) { return 4.0 / 3.0 * shapes::pi * std::pow(radius, 3.0); };
    const auto everywhere = [](const glm::dvec3&, const glm::dvec3&) { return true; };
    TriangleMesh mesh = before;
    swell(mesh, volume_of(20.03), everywhere);
    CHECK(signed_volume(mesh) == Approx(volume_of(20.03)).epsilon(1e-4));
    mesh = before;
    swell(mesh, volume_of(22.0), everywhere);
    CHECK(signed_volume(mesh) == Approx(volume_of(20.1)).epsilon(2e-3));
    mesh = before;
    swell(mesh, volume_of(15.0), everywhere);
    CHECK(mesh.positions == before.positions);
    swell(mesh, volume_of(20.03), [](const glm::dvec3& from, const glm::dvec3&) { return from.x < 0.0; });
    for (std::size_t n = 0; n < mesh.positions.size(); ++n) {
        if (before.positions[n].x >= 0.0f) CHECK(mesh.positions[n] == before.positions[n]);
    }
    CHECK(signed_volume(mesh) > signed_volume(before));
}

TEST_CASE("fairing takes ripples out of a plate's edge, keeps its volume, and goes only where it may") {
    constexpr double ripple = 1.0;
    const auto plate = [&] {
        Field field(1.0, box_around({-20.0, -20.0, -4.0}, {20.0, 20.0, 4.0}, 3.0, 1.0));
        for_each_point(field.box, [&](int i, int j, int k) {
            const glm::dvec3 p = field.position(i, j, k);
            const double rim = 16.0 + ripple * std::sin(30.0 * std::atan2(p.y, p.x));
            field.at(i, j, k) = static_cast<float>(std::max(std::hypot(p.x, p.y) - rim, std::abs(p.z) - 2.0));
        });
        return extract(field);
    }();
    const auto roughness = [](const TriangleMesh& mesh) {
        double least = 1e9;
        double most = 0.0;
        for (const glm::vec3& p : mesh.positions) {
            if (std::abs(p.z) > 0.6f) continue;
            least = std::min(least, std::hypot(static_cast<double>(p.x), static_cast<double>(p.y)));
            most = std::max(most, std::hypot(static_cast<double>(p.x), static_cast<double>(p.y)));
        }
        return most - least;
    };
    TriangleMesh smooth = plate;
    fair(smooth, 40, [](const glm::dvec3&, const glm::dvec3&) { return true; });
    CHECK(roughness(smooth) < 0.7 * roughness(plate));
    CHECK(signed_volume(smooth) == Approx(signed_volume(plate)).epsilon(0.01));
    CHECK(faults_of(smooth).none());

    TriangleMesh held = plate;
    fair(held, 40, [](const glm::dvec3& from, const glm::dvec3& to) { return from.x < 0.0 && to.x < 0.0; });
    for (std::size_t n = 0; n < plate.positions.size(); ++n) {
        if (plate.positions[n].x > 0.0f) CHECK(held.positions[n] == plate.positions[n]);
    }
}
