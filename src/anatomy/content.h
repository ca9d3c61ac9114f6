#pragma once
// All clinical content as values, by id. io/content_reader.h reads it from data/; code holds none of it.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "anatomy/condition.h"
#include "anatomy/needle_path.h"
#include "anatomy/safety_rule.h"
#include "anatomy/spread.h"
#include "anatomy/statement.h"
#include "anatomy/trigger_point.h"

namespace drypoint::anatomy {

struct Muscle {
    base::Id id;  // also the structure's id
    std::string name, latin, plain_name;
    Statement action;
    Statement nerve;
    base::Place place;
};

// One number about a hazard, as it was found. Value and the four numbers are in `unit`.
struct Figure {
    std::string label;
    std::string value;  // "25.3 ± 2.2"; empty: not found
    std::string unit;   // may be empty
    std::optional<double> mean, sd, low, high;
    Status status = Status::not_found;
    std::vector<base::Id> sources;
    std::string note;  // may be empty
};

struct HazardGroup {
    base::Id id;
    std::string name, plain_name;
    std::vector<base::Id> structures;       // of the model
    std::vector<std::string> not_modelled;  // names of what belongs to it and is in no model of ours
    Statement runs;
    Statement why;
    std::vector<Figure> figures;
    base::Place place;
};

// What went wrong how often, as it was counted.
struct Harm {
    base::Id id;
    std::string label;
    Statement words;
    base::Place place;
};

enum class Chapter { prepare, evaluate, set_up, needle, finish };
inline constexpr int chapter_count = 5;

std::string_view name(Chapter chapter);  // "set-up"
std::optional<Chapter> chapter_named(std::string_view name);
std::vector<std::string> chapter_names();

// How a step is shown: from where, and with which needle.
enum class StageView {
    keep,
    limb,
    point,
    entry
};  // the whole limb; round the point, face on; round the entry, from beside
enum class StageNeedle { keep, none, on_skin, at_target };

std::optional<StageView> stage_view_named(std::string_view name);  // "limb"
std::vector<std::string> stage_view_names();
std::optional<StageNeedle> stage_needle_named(std::string_view name);  // "on-skin"
std::vector<std::string> stage_needle_names();

struct Stage {
    StageView view = StageView::keep;
    StageNeedle needle = StageNeedle::keep;
    std::optional<double> skin_opacity;  // 0..1; nothing: as it is
};

struct SessionStep {
    base::Id id;  // "insertion"
    Stage stage;
    Chapter chapter = Chapter::prepare;
    std::string title, plain_title;
    bool optional = false;
    std::vector<Statement> actions;  // what is done, in order
    Statement done_when;
    std::optional<Statement> stop;  // when to stop and withdraw
    std::vector<Statement> say;     // what the patient may be told
    std::vector<Statement> know;    // what is known about it
    base::Place place;
};

// What the project chose, so that words can be drawn.
struct Conventions {
    double fingerwidth_mm = 0.0;
    double belly_thickness_mm = 0.0;          // a dot slides off a rim that is thinner than this,
    double belly_slide_mm = 0.0;              // at most so far
    double skin_normal_over_mm = 0.0;         // diameter round the entry over which the skin's normal is averaged
    double perpendicular_at_least_deg = 0.0;  // between needle and skin, for a technique to go by its name
    double oblique_at_least_deg = 0.0;
    double fibres_over_mm = 0.0;             // a muscle's own length is measured so far to each side
    std::map<std::string, Statement> words;  // "fingerwidth", "thirds" ...

    double least_angle_deg(Technique technique) const;
};

struct Content {
    std::vector<Source> sources;
    std::vector<Muscle> muscles;
    std::vector<HazardGroup> hazards;
    std::vector<HazardSpread> spreads;
    std::vector<SafetyRule> safety;
    std::vector<Needle> needles;
    std::vector<TriggerPoint> points;   // by id
    std::vector<NeedlePath> paths;      // by id
    std::vector<Condition> conditions;  // by id
    std::vector<SessionStep> session;   // in the order of the session
    std::vector<Harm> harms;
    Conventions conventions;
    // The clinical facts' own names -> ours.
    std::map<std::string, base::Id> facts_muscles, facts_hazards;

    const Source* find_source(std::string_view id) const;
    const Muscle* find_muscle(std::string_view id) const;
    const HazardGroup* find_hazard(std::string_view id) const;
    const HazardSpread* find_spread(std::string_view structure) const;
    const Needle* find_needle(std::string_view id) const;
    const TriggerPoint* find_point(std::string_view id_or_code) const;  // the code in any case: "vm1"
    const NeedlePath* find_path(std::string_view id) const;
    const NeedlePath* path_of(std::string_view point) const;  // the first path of a point
    const Condition* find_condition(std::string_view id) const;
    const SessionStep* find_step(std::string_view id) const;

    // The condition that holds the evidence and the points: itself, or what it is an alias of. Null: unknown, or a
    // loop.
    const Condition* record_of(const Condition& condition) const;
};

}  // namespace drypoint::anatomy
