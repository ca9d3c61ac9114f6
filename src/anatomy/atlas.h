#pragma once
// The loaded model as anatomy: structures and landmarks, by id. An atlas never changes after loading.

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <glm/vec3.hpp>

#include "anatomy/tissue.h"
#include "base/id.h"
#include "base/issue.h"
#include "geometry/bounds.h"
#include "geometry/triangle_mesh.h"

namespace drypoint::anatomy {

struct Structure {
    base::Id id;        // unique in the atlas: "vastus-medialis"
    std::string name;   // English, Terminologia Anatomica: "Vastus medialis"
    std::string latin;  // "Musculus vastus medialis"; empty if unknown
    std::string node;   // the node of the model's file that it came from
    Tissue tissue = Tissue::other;
    Layer layer = Layer::superficial;
    std::string group;  // kebab case: "anterior-thigh"; empty if unknown
    Side side = Side::none;
    bool hazard = false;             // a needle must keep off it
    bool uncertain = false;          // its place was not measured: nerves, what was drawn from published relations
    bool recognised = true;          // false: a foreign node that no profile names, shown as it is
    geometry::TriangleMesh surface;  // welded, mm
    geometry::ShadedMesh shading;    // as drawn, mm
    geometry::Bounds bounds;
    bool closed = false;  // the surface encloses a volume and faces outward
};

enum class LandmarkKind { surface, centre, derived };

struct Landmark {
    base::Id id;  // "patella-base"
    glm::vec3 at_mm{0.0f};
    base::Id on;  // the structure it lies on; empty for derived ones
    LandmarkKind kind = LandmarkKind::surface;
};

struct Atlas {
    std::vector<Structure> structures;  // sorted by id
    std::vector<Landmark> landmarks;    // sorted by id
    std::string file;                   // as it was named
    std::string content_hash;           // SHA-256 of the file, 64 hex digits
    std::string copyright;              // the model's own line
    geometry::Bounds bounds;
    bool has_builds = false;  // it can be shown leaner and heavier: anatomy/body.h
    double build = 0.0;       // as which it is shown
    bool mirrored = false;    // it is shown as the other limb than that of its file
    std::vector<std::string> notes;  // what people must be told about this model: "This model has no skin: ..."

    const Structure* find(std::string_view id) const;
    std::optional<std::size_t> index_of(std::string_view id) const;
    const Landmark* find_landmark(std::string_view id) const;
    bool has(Tissue tissue) const;
};

// The side that the model shows. None: both, or unknown.
Side shown_side(const Atlas& atlas);

using AtlasPtr = std::shared_ptr<const Atlas>;

// Brings a freshly read model into the form above: sorts, computes bounds and closedness, writes the notes on missing
// skin and nerves. Two structures with one id: the later gets a numbered id, and an issue says so; so where a lighter level
// of detail is none, which is dropped.
Atlas make_atlas(Atlas raw, base::Issues& issues);

}  // namespace drypoint::anatomy
