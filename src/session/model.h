#pragma once
// All that Drypoint knows about what the user is doing, as one value. It changes only in update().

#include <optional>
#include <set>
#include <string>
#include <vector>

#include <glm/vec2.hpp>

#include "anatomy/atlas.h"
#include "anatomy/body.h"
#include "anatomy/own_path.h"
#include "geometry/camera.h"
#include "session/findings.h"
#include "session/world.h"

namespace drypoint::session {

struct Appearance {
    bool visible = true;
    float opacity = 1.0f;  // 0..1

    friend bool operator==(const Appearance&, const Appearance&) = default;
};

// One structure shown alone, and what everything looked like before, to be given back exactly.
struct Isolation {
    base::Id id;
    std::vector<Appearance> before;

    friend bool operator==(const Isolation&, const Isolation&) = default;
};

// The needle on its way to the chosen point.
struct NeedleState {
    double depth_mm = 0.0;  // of the tip, from the skin; 0: it stands on the skin

    friend bool operator==(const NeedleState&, const NeedleState&) = default;
};

// The needle's own way, instead of the taught path of the chosen point.
struct OwnWay {
    anatomy::NeedleMove move;                // from the taught path
    std::optional<anatomy::FixedLine> line;  // placed by hand instead
    anatomy::PathGeometry way;               // where that is on this model: follows from the rest and from the point

    friend bool operator==(const OwnWay& a, const OwnWay& b) { return a.move == b.move && a.line == b.line; }
};

// A needle that is only tried: it springs back to its way when it is let go of.
struct Trial {
    double lean_medial_deg = 0.0, lean_proximal_deg = 0.0;  // more than its way
    double depth_mm = 0.0;                                  // of the tip
    bool held = true;                                       // false: let go of; it can still be kept
    anatomy::PathGeometry way;                              // follows from the rest

    friend bool operator==(const Trial& a, const Trial& b) {
        return a.lean_medial_deg == b.lean_medial_deg && a.lean_proximal_deg == b.lean_proximal_deg &&
               a.depth_mm == b.depth_mm && a.held == b.held;
    }
};

// The rooms of Study.
enum class Room { explore, needle, session };
inline constexpr int room_count = 3;
std::string_view name(Room room);
std::optional<Room> room_named(std::string_view name);

// What is shown of the limb, set aside: in the session, or out of it while a session is under way.
struct Picture {
    std::vector<Appearance> appearance;
    std::optional<Isolation> isolation;
    std::optional<NeedleState> needle;
    std::optional<OwnWay> own;
    bool referral = false;
    geometry::Camera camera;

    friend bool operator==(const Picture&, const Picture&) = default;
};

// The treatment session on the chosen point. Leaving its room only sets it aside.
struct Treatment {
    base::Id step;            // where it is
    std::size_t reached = 0;  // the farthest step that was come to, by position
    std::set<base::Id> done;  // steps that were done; what was passed and is in neither set was skipped
    std::set<base::Id> read;  // steps that ask for nothing of the needle and were gone through, not marked as done
    bool needled = false;     // the needle was in at some time
    Picture aside;            // of the other rooms while it is open, else its own

    friend bool operator==(const Treatment&, const Treatment&) = default;
};

// What lies beyond a plane is cut away: kept is where dot(normal, place) <= at_mm.
struct Section {
    glm::vec3 normal{0.0f, 0.0f, 1.0f};  // of unit length
    float at_mm = 0.0f;

    friend bool operator==(const Section&, const Section&) = default;
};

// What undo covers.
struct Plan {
    anatomy::Body body;
    std::vector<Appearance> appearance;  // one per structure, in the atlas's order
    std::optional<Isolation> isolation;
    base::Id xray;  // all but this structure is clear; empty: nothing is
    std::optional<Section> section;
    base::Id condition;                 // chosen; empty: none
    base::Id zone;                      // an area of pain, chosen; empty: none
    base::Id point;                     // chosen trigger point; empty: none
    std::optional<NeedleState> needle;  // only with a point that has a path
    std::optional<OwnWay> own;          // nothing: the needle follows the taught path; never in the session
    base::Id needle_choice;             // of the catalogue; empty: the shortest that reaches
    bool entry_map = false;             // the safe-entry map is asked for
    double map_margin_mm = 10.0;        // what counts as to spare there
    bool referral = true;               // where the chosen point's pain is felt is painted on the skin
    Room room = Room::explore;
    std::optional<Treatment> session;  // nothing: none has begun

    friend bool operator==(const Plan&, const Plan&) = default;
};

// Which of the two texts is shown.
enum class Words { professional, plain };
inline constexpr int words_count = 2;
std::string_view name(Words words);
std::optional<Words> words_named(std::string_view name);

// Which palette of data/palettes/.
enum class Colours { standard, colour_safe, high_contrast, print };
inline constexpr int colours_count = 4;
std::string_view name(Colours colours);  // "colour-safe": also its file's name
std::optional<Colours> colours_named(std::string_view name);

// A walkthrough under way, and what the user had before it, to be given back on leaving.
struct Tour {
    base::Id walkthrough;
    int step = 0;  // from 0
    Plan plan_before;
    geometry::Camera camera_before;

    friend bool operator==(const Tour&, const Tour&) = default;
};

struct Model {
    Plan plan;
    Words words = Words::professional;
    std::optional<Tour> tour;
    std::optional<Trial> trial;  // what-if; not undone, for it springs back by itself
    base::Id topic;              // that is read; empty: none
    base::Id selected;           // a structure; empty: none
    base::Id hovered;            // a structure under the pointer; empty: none

    geometry::Camera camera;
    std::vector<geometry::Camera> camera_back, camera_forward;  // nearest last
    glm::ivec2 viewport_px{1280, 720};                          // the picture that the camera is framed for

    std::string search;       // what stands in the search field
    float text_scale = 1.0f;  // 1..3
    bool free_ball = false;   // a drag turns the limb every way; else it stays upright
    Colours colours = Colours::standard;
    std::string message;  // why the last request was refused, or what it did; empty: nothing to say

    friend bool operator==(const Model&, const Model&) = default;
};

// How far the needle may go: a little beyond the target, so that its stop is felt; never without end.
inline constexpr double beyond_target_mm = 25.0;
// How far an own path may lie from the taught one, and what the margin of the map may be.
inline constexpr double most_lean_deg = 75.0, most_slide_mm = 200.0;
inline constexpr double least_map_margin_mm = 1.0, most_map_margin_mm = 30.0;

// The start: every structure shown, skin nearly clear, fat and the deep fascia peeled off, seen from the front.
Model initial_model(const anatomy::Atlas& atlas);

// Opacity that the skin has at the start, so that what lies beneath is seen.
inline constexpr float initial_skin_opacity = 0.14f;
// And a sheet of fascia round muscles, once it is shown.
inline constexpr float initial_fascia_opacity = 0.24f;

// The anatomical views.
enum class View { anterior, posterior, medial, lateral, proximal, distal };
inline constexpr int view_count = 6;
std::string_view name(View view);
std::optional<View> view_named(std::string_view name);

// The camera of a view, framing `box` in a picture of this aspect. Lateral is the subject's right of a right limb, the
// left of a left one; where no side is known, the right.
geometry::Camera camera_for(View view, anatomy::Side side, const geometry::Bounds& box, float aspect,
                            bool parallel = false);

// What is visible now; everything if nothing is.
geometry::Bounds visible_bounds(const Plan& plan, const anatomy::Atlas& atlas);

// What panels and the scene read.
struct Snapshot {
    anatomy::AtlasPtr atlas;  // that of the world
    WorldPtr world;
    Model model;
    bool can_undo = false;
    bool can_redo = false;
    std::shared_ptr<const MapFindings> map;  // of the chosen point; null: not asked for, or not ready
};

// It is painted on the skin now, instead of where pain is felt.
bool shows_map(const Snapshot& snapshot);

}  // namespace drypoint::session
