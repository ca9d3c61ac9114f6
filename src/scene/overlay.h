#pragma once
// What is drawn over the picture of the limb, in its pixels: rings of trigger points, taught paths, the needle, the
// nearest hazards, and labels. A pure value: the interface draws it and needs to know no more.

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <glm/vec2.hpp>

#include "anatomy/probe.h"
#include "anatomy/zone.h"
#include "scene/label_layout.h"
#include "scene/naming.h"
#include "scene/palette.h"
#include "session/model.h"

namespace drypoint::scene {

enum class TextStyle { title, line, code };
using TextSize = std::function<glm::vec2(std::string_view, TextStyle)>;  // pixels

// A ring long enough for the point's code.
struct OverlayRing {
    base::Id point;
    std::string code, muscle;  // "VM1", "Vastus medialis"
    glm::vec2 place{0.0f};     // of the point
    glm::vec2 centre{0.0f};    // of the ring: the place, or beside it where rings would cover one another
    glm::vec2 half{0.0f};      // of its width and height
    bool chosen = false;
    bool behind = false;     // it lies on the side turned away
    bool show_only = false;  // explained, never needled
    bool dimmed = false;     // its muscle is hidden
    bool bare = false;       // a dot at its place: no room for its code

    Rect box() const { return {centre - half, centre + half}; }
    friend bool operator==(const OverlayRing&, const OverlayRing&) = default;
};

// A taught path: the entry on the skin, and from there inward.
struct OverlayPath {
    glm::vec2 outside{0.0f}, entry{0.0f}, target{0.0f};
    bool behind = false, dimmed = false;

    friend bool operator==(const OverlayPath&, const OverlayPath&) = default;
};

struct OverlayNeedle {
    glm::vec2 handle_end{0.0f}, handle_start{0.0f};  // the handle lies between them
    glm::vec2 entry{0.0f}, tip{0.0f}, target{0.0f};
    bool at_target = false;
    bool short_of_target = false;   // the rest of the way is a ghost
    bool dimmed = false;            // the point's muscle is hidden
    std::vector<glm::vec2> depths;  // on the shaft, each 5 mm of depth; empty where they would stand too close
    std::optional<glm::vec2> tube_end;  // before it goes in it stands in its guide tube, from the skin to here

    friend bool operator==(const OverlayNeedle&, const OverlayNeedle&) = default;
};

// From the shaft to the nearest point of a hazard.
struct OverlayClearance {
    glm::vec2 from{0.0f}, to{0.0f};
    bool touched = false;
    bool dimmed = false;  // the hazard is hidden

    friend bool operator==(const OverlayClearance&, const OverlayClearance&) = default;
};

// How far the selected structure's branching point moves along the limb between people.
struct OverlayBracket {
    glm::vec2 low{0.0f}, high{0.0f};  // one standard deviation to each side
    glm::vec2 at{0.0f};               // where it is in this model

    friend bool operator==(const OverlayBracket&, const OverlayBracket&) = default;
};

enum class LabelKind { structure, point, clearance, referral, level };

struct OverlayLabel {
    LabelKind kind = LabelKind::structure;
    base::Id id;  // of the structure, point or area of pain; of a level "sciatic-nerve/level"
    std::string title, line;
    std::vector<std::string> title_lines, line_lines;  // the same, broken for the plate
    Rect plate;
    glm::vec2 leader_from{0.0f}, leader_to{0.0f};
    bool strong = false;  // chosen
    bool touched = false;
    bool dimmed = false;  // what it names is hidden

    friend bool operator==(const OverlayLabel&, const OverlayLabel&) = default;
};

struct Overlay {
    Colour point{0.0f}, needle{0.0f}, target{0.0f}, risk{0.0f};
    std::vector<OverlayRing> rings;
    std::vector<OverlayPath> paths;
    std::optional<OverlayNeedle> shaft;
    std::vector<OverlayClearance> clearances;
    std::optional<OverlayBracket> bracket;
    std::vector<OverlayLabel> labels;
    std::size_t more_labels = 0;  // that found no place
    std::optional<Rect> more_plate;

    friend bool operator==(const Overlay&, const Overlay&) = default;
};

// The two rows of the label on an area of pain.
using AreaWords = std::function<std::pair<std::string, std::string>(const anatomy::Zone& area)>;
// And of the label on a bracket.
using LevelWords = std::function<std::pair<std::string, std::string>(double along_mm)>;

struct OverlayOptions {
    glm::vec2 size_px{0.0f};  // of the picture
    float scale = 1.0f;       // of type and marks
    bool labels = true;
    std::vector<Rect> reserved;  // what already stands over the picture
    TextSize text_size;
    NameOf name_of = own_name;
    AreaWords area_words;    // of an area that the chosen point refers to; none: no label
    LevelWords level_words;  // of the selected structure's branching point; none: no label
    std::vector<std::size_t> hulls;  // structures round which a hull is drawn
    std::string hull_words;          // said on their labels
};

// A label's plate, at scale 1: heights of its rows, and the padding round them.
inline constexpr float label_title_row = 19.0f, label_line_row = 16.0f;
inline constexpr float label_padding_x = 7.0f, label_padding_y = 4.0f;

// "4.1 mm"
std::string millimetres(double distance_mm);

// The points that are shown: in the session its own; else those of the chosen condition, those that refer to the chosen
// area of pain, or those of the chosen point's muscle.
std::vector<const session::PlacedPoint*> shown_points(const session::Snapshot& snapshot);

// `probe`: what the needle meets; null without a needle. What belongs to a hidden structure is dimmed; while something
// is isolated, only the needle itself is.
Overlay build_overlay(const session::Snapshot& snapshot, const anatomy::PathReport* probe, const Palette& palette,
                      const OverlayOptions& options);

}  // namespace drypoint::scene
