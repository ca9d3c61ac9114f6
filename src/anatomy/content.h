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
#include "anatomy/teaching.h"
#include "anatomy/trigger_point.h"
#include "anatomy/zone.h"

namespace drypoint::anatomy {

struct Muscle {
    base::Id id;  // also the structure's id
    std::string name, latin, plain_name;
    Statement action;
    Statement nerve;
    base::Place place;
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
    std::optional<double> percent;  // of treatments
    std::optional<int> treatments;  // that were counted
    base::Place place;
};

// A place between two landmarks of the model, so that words such as "between the ankles" have a landmark of their own.
struct Midpoint {
    base::Id id;
    base::Id from, to;  // landmarks of the model
    double at = 0.5;    // share of the way
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

// What has to be done with the needle, beyond reading, before a step counts as done.
enum class StepAct { none, needle_at_target, needle_in_muscle, needle_out };

inline constexpr int step_act_count = 4;
std::string_view name(StepAct act);
std::optional<StepAct> step_act_named(std::string_view name);  // "needle-at-target"
std::vector<std::string> step_act_names();

// What a step repeats from the path of the point.
enum class FromPath { nothing, position, needle };

std::optional<FromPath> from_path_named(std::string_view name);
std::vector<std::string> from_path_names();

struct SessionStep {
    base::Id id;  // "insertion"
    Stage stage;
    StepAct act = StepAct::none;
    double within_mm = 0.0;  // of the target, for needle_at_target
    FromPath from_path = FromPath::nothing;
    Chapter chapter = Chapter::prepare;
    std::string title, plain_title;
    bool optional = false;             // done only if somebody says so
    std::optional<Statement> not_for;  // whom it is not for
    std::vector<Statement> actions;    // what is done, in order
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
    std::vector<base::Id> condition_landmarks;  // seen with a condition's points, where the model has them
    base::Place condition_view_place;           // where they are named
    double fibres_over_mm = 0.0;             // a muscle's own length is measured so far to each side
    std::map<std::string, Statement> words;  // "fingerwidth", "thirds" ...

    double least_angle_deg(Technique technique) const;
};

// Every statement of the content where it stands: for counts, reviews and checks of reading.
struct StatementAt {
    std::string kind;        // "trigger point"
    base::Id owner;          // "vastus-medialis-1"; empty: the file's own
    std::string key;         // "referral.essential", "measured 2"
    bool is_figure = false;  // a number: professional holds label, value and unit, there is no plain text
    Statement statement;
    base::Place place;  // of the plain text
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
    std::vector<Midpoint> midpoints;
    std::vector<Zone> zones;
    std::vector<Topic> topics;
    std::vector<EvaluationTest> tests;
    std::vector<Claim> claims;
    std::vector<SearchWords> search_words;
    Reading reading;
    std::vector<StatementAt> statements;  // of all the above, in the order of the files
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
    const Midpoint* find_midpoint(std::string_view id) const;
    const Zone* find_zone(std::string_view id) const;
    const Topic* find_topic(std::string_view id) const;
    const EvaluationTest* find_test(std::string_view id) const;

    // The condition that holds the evidence and the points: itself, or what it is an alias of. Null: unknown, or a
    // loop.
    const Condition* record_of(const Condition& condition) const;
};

}  // namespace drypoint::anatomy
