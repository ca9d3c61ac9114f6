// The shipped model's skin, fat and fascia in every body build: as thick as builds.toml says, and nothing crosses.

#include <cmath>
#include <cstring>
#include <filesystem>
#include <map>
#include <optional>

#include <doctest/doctest.h>
#include <glm/geometric.hpp>
#include <nlohmann/json.hpp>

#include "builds.h"
#include "geometry/nearest_point.h"
#include "geometry/self_intersections.h"
#include "geometry/surface_index.h"
#include "geometry/weld.h"
#include "io/file.h"
#include "mesh_tools.h"
#include "source_dir.h"

using namespace drypoint;
using namespace drypoint::builder;
using geometry::TriangleMesh;
using nlohmann::json;

namespace {

const std::filesystem::path root = source_dir();

struct Shape {
    TriangleMesh mesh;  // as it is drawn
    std::map<std::string, std::vector<glm::vec3>> ways;  // of its morph targets
};

class Model {
  public:
    Model() {
        const auto bytes = io::read_file((root / "models" / "knee_thigh.glb").string());
        REQUIRE(bytes);
        const auto number = [&](std::size_t at) {
            std::uint32_t value = 0;
            std::memcpy(&value, bytes->data() + at, sizeof value);
            return value;
        };
        const std::size_t length = number(12);
        tree_ = json::parse(bytes->substr(20, length));
        bin_ = bytes->substr(28 + length);
        for (const json& node : tree_["nodes"]) {
            if (node.contains("mesh") && node.contains("extras")) shapes[node["extras"]["id"].get<std::string>()] = shape_of(tree_["meshes"][node["mesh"].get<std::size_t>()]);
        }
    }

    // Welded. Weight 1 is the whole way to that build.
    TriangleMesh in_build(const std::string& id, const std::string& build, float weight = 1.0f) const {
        const Shape& shape = shapes.at(id);
        TriangleMesh mesh = shape.mesh;
        const auto way = shape.ways.find(build);
        for (std::size_t n = 0; way != shape.ways.end() && n < mesh.positions.size(); ++n) mesh.positions[n] += way->second[n] * weight;
        return geometry::weld(mesh.positions, mesh.triangles);
    }

    std::map<std::string, Shape> shapes;

  private:
    template <typename T>
    std::vector<T> read(std::size_t accessor_index, std::size_t each) const {
        const json& accessor = tree_["accessors"][accessor_index];
        const json& view = tree_["bufferViews"][accessor["bufferView"].get<std::size_t>()];
        std::vector<T> values(accessor["count"].get<std::size_t>() * each);
        std::memcpy(values.data(), bin_.data() + view.value("byteOffset", std::size_t{0}), values.size() * sizeof(T));
        return values;
    }

    std::vector<glm::vec3> vectors(std::size_t accessor) const {
        const std::vector<float> flat = read<float>(accessor, 3);
        std::vector<glm::vec3> result;
        for (std::size_t n = 0; n < flat.size(); n += 3) result.push_back(glm::vec3(flat[n], flat[n + 1], flat[n + 2]) * 1000.0f);
        return result;
    }

    Shape shape_of(const json& mesh) const {
        const json& primitive = mesh["primitives"][0];
        Shape shape;
        shape.mesh.positions = vectors(primitive["attributes"]["POSITION"].get<std::size_t>());
        const std::vector<std::uint16_t> corners = read<std::uint16_t>(primitive["indices"].get<std::size_t>(), 1);
        for (std::size_t n = 0; n < corners.size(); n += 3) shape.mesh.triangles.push_back({corners[n], corners[n + 1], corners[n + 2]});
        for (std::size_t n = 0; primitive.contains("targets") && n < primitive["targets"].size(); ++n) {
            shape.ways[mesh["extras"]["targetNames"][n].get<std::string>()] = vectors(primitive["targets"][n]["POSITION"].get<std::size_t>());
        }
        return shape;
    }

    json tree_;
    std::string bin_;
};

const Model& model() {
    static const Model loaded;
    return loaded;
}

const Builds& builds() {
    static const Builds read = *read_builds(root / "data" / "anatomy" / "builds.toml");
    return read;
}

// From where the site's way out of the limb's axis leaves the skin, straight to the deep fascia.
double thickness_at(const BuildSite& site, const TriangleMesh& skin, const TriangleMesh& fascia) {
    const geometry::Line line{builds().axis_at(site.y), builds().way_out(site)};
    const std::vector<geometry::Crossing> crossings = geometry::crossings_of_all({&skin}, line, 0.0, 300.0);
    REQUIRE(!crossings.empty());
    return geometry::nearest_point(fascia, line.origin + line.direction * crossings.back().t_mm)->distance_mm;
}

// Where skin and fat end there is no outside.
bool at_cut(const glm::vec3& p) { return p.y < -22.0f || p.y > 958.0f || p.x > 4.0f; }

}  // namespace

TEST_CASE("lean and heavy are the cited row's mean less and plus one SD, average is its mean; all else says that it is assumed") {
    std::size_t cited = 0;
    for (const BuildSite& site : builds().sites) {
        CAPTURE(site.id);
        if (site.assumed) continue;
        ++cited;
        CHECK(site.target[0] == doctest::Approx(site.row_mean - site.row_sd));
        CHECK(site.target[1] == doctest::Approx(site.row_mean));
        CHECK(site.target[2] == doctest::Approx(site.row_mean + site.row_sd));
    }
    CHECK(cited == 6);
}

TEST_CASE("skin and fat are within 1 mm of the table at every site in every build") {
    const TriangleMesh fascia = as_one(model().in_build("fascia-lata", ""), model().in_build("crural-fascia", ""));
    for (std::size_t build = 0; build < build_count; ++build) {
        const TriangleMesh skin = model().in_build("skin", build_names[build]);
        for (const BuildSite& site : builds().sites) {
            CAPTURE(site.id);
            CAPTURE(std::string(build_names[build]));
            CHECK(std::abs(thickness_at(site, skin, fascia) - site.target[build]) < 1.0);
        }
    }
}

TEST_CASE("skin, fat and fascia cross neither themselves nor one another in any build, nor half way to it") {
    const TriangleMesh fascia = as_one(model().in_build("fascia-lata", ""), model().in_build("crural-fascia", ""));
    struct Way {
        const char* build;
        float weight;
    };
    for (const Way& way : {Way{"average", 0.0f}, Way{"lean", 0.5f}, Way{"lean", 1.0f}, Way{"heavy", 0.5f}, Way{"heavy", 1.0f}}) {
        CAPTURE(std::string(way.build));
        CAPTURE(way.weight);
        const TriangleMesh fat = model().in_build("subcutaneous-fat", way.build, way.weight);
        CHECK(geometry::count_self_intersections(as_one(fat, fascia)) == 0);
        CHECK(geometry::count_self_intersections(as_one(fat, model().in_build("skin", way.build, way.weight))) == 0);
    }
}

TEST_CASE("the skin encloses everything by 1.2 mm in every build, but at the cuts") {
    for (const char* build : build_names) {
        CAPTURE(std::string(build));
        const TriangleMesh skin = model().in_build("skin", build);
        const geometry::SurfaceIndex index({&skin});
        std::size_t too_near = 0;
        for (const auto& [id, shape] : model().shapes) {
            if (id == "skin") continue;
            const TriangleMesh mesh = model().in_build(id, build);
            for (const glm::vec3& position : mesh.positions) {
                if (at_cut(position)) continue;
                const glm::dvec3 p(position);
                const auto near = index.nearest(0, {p, p}, 1.2);
                if (!near || near->distance_mm < 1e-6) continue;
                // Through the skin's inner face at right angles: in, and out again.
                const glm::dvec3 way = (near->at_mm - p) / near->distance_mm;
                const auto crossings = index.crossings({p, way}, 0.0, 20.0);
                if (crossings.size() >= 2 && crossings[0].entering && crossings[1].t_mm >= 1.2) continue;
                ++too_near;
                MESSAGE(id, " at ", position.x, " ", position.y, " ", position.z);
            }
        }
        CHECK(too_near == 0);
    }
}
