#include "io/content_values.h"

#include <utility>

#include "io/content_parts.h"
#include "io/toml_table.h"

namespace drypoint::io {
namespace {

anatomy::Certainty certainty_from(const TomlValue& table) {
    return anatomy::certainty_named(text_of(table, "level")).value_or(anatomy::Certainty::none);
}

anatomy::Offset offset_from(const TomlValue& entry) {
    using Unit = anatomy::Offset::Unit;
    anatomy::Offset offset;
    offset.toward = anatomy::direction_named(text_of(entry, "toward")).value_or(anatomy::Direction::medial);
    if (const auto mm = maybe_number(entry, "mm")) {
        offset.amount = *mm;
    } else if (const auto fingers = maybe_number(entry, "fingerwidths")) {
        offset.amount = *fingers;
        offset.unit = Unit::fingerwidths;
    } else {
        offset.amount = number_of(entry, "percent_of_line");
        offset.unit = Unit::percent_of_line;
    }
    return offset;
}

anatomy::Band band_from(const TomlValue& entry) {
    anatomy::Band band;
    band.line = line_at(entry, "line");
    band.stretch = stretch_at(entry, "stretch");
    band.words = statement_from(entry);
    return band;
}

anatomy::Anchor anchor_from(const TomlValue& entry, const std::string& file) {
    anatomy::Anchor anchor;
    if (entry.find("line") != nullptr) anchor.line = line_at(entry, "line");
    anchor.at = maybe_number(entry, "at");
    for (const TomlValue& item : table_of(entry, "offsets").items) anchor.offsets.push_back(offset_from(item));
    anchor.side = directions_at(entry, "side");
    anchor.layer = stretch_at(entry, "layer");
    if (const TomlValue* band = entry.find("band")) anchor.band = band_from(*band);
    anchor.words = statement_from(entry);
    anchor.place = place_of(entry, file);
    return anchor;
}

anatomy::Referral referral_from(const TomlValue& entry) {
    anatomy::Referral referral;
    referral.essential = statement_at(entry, "essential");
    referral.spillover = maybe_statement(entry, "spillover");
    referral.seen = maybe_statement(entry, "seen");
    referral.essential_zones = texts_of(table_of(entry, "essential"), "zones");
    referral.spillover_zones = texts_of(table_of(entry, "spillover"), "zones");
    referral.seen_zones = texts_of(table_of(entry, "seen"), "zones");
    return referral;
}

anatomy::TargetGroup target_from(const TomlValue& entry) {
    anatomy::TargetGroup group;
    group.priority = static_cast<int>(table_of(entry, "priority").integer);
    group.points = texts_of(entry, "points");
    group.why = statement_from(entry);
    return group;
}

anatomy::Study study_from(const TomlValue& entry) {
    anatomy::Study study;
    study.label = text_of(entry, "label");
    study.design = text_of(entry, "design");
    study.people = maybe_whole(entry, "n");
    study.certainty = certainty_from(entry);
    study.certainty_words = text_of(entry, "level_words");
    study.finding = statement_from(entry);
    return study;
}

}  // namespace

anatomy::Source source_from(const TomlValue& entry, const std::string& file) {
    anatomy::Source source;
    source.id = text_of(entry, "id");
    source.citation = text_of(entry, "citation");
    source.address = text_of(entry, "address");
    source.how_seen = text_of(entry, "how_seen");
    source.note = text_of(entry, "note");
    source.place = place_of(entry, file);
    return source;
}

anatomy::Muscle muscle_from(const TomlValue& entry, const std::string& file) {
    anatomy::Muscle muscle;
    muscle.id = text_of(entry, "id");
    muscle.name = text_of(entry, "name");
    muscle.latin = text_of(entry, "latin");
    muscle.plain_name = text_of(entry, "plain_name");
    muscle.action = statement_at(entry, "action");
    muscle.nerve = statement_at(entry, "nerve");
    muscle.place = place_of(entry, file);
    return muscle;
}

anatomy::HazardGroup hazard_from(const TomlValue& entry, const std::string& file) {
    anatomy::HazardGroup hazard;
    hazard.id = text_of(entry, "id");
    hazard.name = text_of(entry, "name");
    hazard.plain_name = text_of(entry, "plain_name");
    hazard.structures = texts_of(entry, "structures");
    hazard.not_modelled = texts_of(entry, "not_modelled");
    hazard.runs = statement_at(entry, "runs");
    hazard.why = statement_at(entry, "why");
    for (const TomlValue& item : table_of(entry, "figure").items) hazard.figures.push_back(figure_from(item));
    hazard.place = place_of(entry, file);
    return hazard;
}

anatomy::Needle needle_from(const TomlValue& entry, const std::string& file) {
    anatomy::Needle needle;
    needle.id = text_of(entry, "id");
    needle.name = text_of(entry, "name");
    needle.diameter_mm = number_of(entry, "diameter_mm");
    needle.length_mm = number_of(entry, "length_mm");
    needle.place = place_of(entry, file);
    return needle;
}

anatomy::Harm harm_from(const TomlValue& entry, const std::string& file) {
    anatomy::Harm harm;
    harm.id = text_of(entry, "id");
    harm.label = text_of(entry, "label");
    harm.words = statement_from(entry);
    harm.percent = maybe_number(entry, "percent");
    harm.treatments = maybe_whole(entry, "treatments");
    harm.place = place_of(entry, file);
    return harm;
}

anatomy::Midpoint midpoint_from(const TomlValue& entry, const std::string& file) {
    const anatomy::LandmarkLine between = line_at(entry, "between");
    anatomy::Midpoint midpoint;
    midpoint.id = text_of(entry, "id");
    midpoint.from = between.from;
    midpoint.to = between.to;
    midpoint.at = number_of(entry, "at", midpoint.at);
    midpoint.words = statement_from(entry);
    midpoint.place = place_of(entry, file);
    return midpoint;
}

namespace {

anatomy::Stage stage_from(const TomlValue& entry) {
    anatomy::Stage stage;
    stage.view = anatomy::stage_view_named(text_of(entry, "view")).value_or(anatomy::StageView::keep);
    stage.needle = anatomy::stage_needle_named(text_of(entry, "needle")).value_or(anatomy::StageNeedle::keep);
    if (entry.find("skin_opacity") != nullptr) stage.skin_opacity = number_of(entry, "skin_opacity");
    return stage;
}

}  // namespace

anatomy::SessionStep step_from(const TomlValue& entry, const std::string& file) {
    anatomy::SessionStep step;
    step.id = text_of(entry, "id");
    step.chapter = anatomy::chapter_named(text_of(entry, "chapter")).value_or(anatomy::Chapter::prepare);
    step.title = text_of(entry, "title");
    step.plain_title = text_of(entry, "plain_title");
    step.optional = boolean_of(entry, "optional");
    step.act = anatomy::step_act_named(text_of(entry, "act")).value_or(anatomy::StepAct::none);
    if (entry.find("within_mm") != nullptr) step.within_mm = number_of(entry, "within_mm");
    step.from_path = anatomy::from_path_named(text_of(entry, "from_path")).value_or(anatomy::FromPath::nothing);
    step.not_for = maybe_statement(entry, "not_for");
    if (const TomlValue* stage = entry.find("stage")) step.stage = stage_from(*stage);
    step.actions = statements_at(entry, "action");
    step.done_when = statement_at(entry, "done_when");
    step.stop = maybe_statement(entry, "stop");
    step.say = statements_at(entry, "say");
    step.know = statements_at(entry, "know");
    step.place = place_of(entry, file);
    return step;
}

anatomy::TriggerPoint trigger_point_from(const TomlValue& entry, const std::string& file) {
    anatomy::TriggerPoint point;
    point.id = text_of(entry, "id");
    point.code = text_of(entry, "code");
    point.muscle = text_of(entry, "muscle");
    point.number = maybe_whole(entry, "number");
    point.confidence = text_of(entry, "confidence");
    point.numbering = statement_at(entry, "numbering");
    point.where = statement_at(entry, "where");
    point.exact_spot = statement_at(entry, "exact_spot");
    point.layer = statement_at(entry, "layer");
    point.feel = statement_at(entry, "feel");
    point.symptoms = statement_at(entry, "symptoms");
    point.referral = referral_from(table_of(entry, "referral"));
    point.anchor = anchor_from(table_of(entry, "anchor"), file);
    if (const TomlValue* spot = entry.find("classic_spot")) point.classic_spot = anchor_from(*spot, file);
    point.measured = statements_at(entry, "measured");
    point.show_only = maybe_statement(entry, "show_only");
    point.note = maybe_statement(entry, "note");
    point.place = place_of(entry, file);
    return point;
}

anatomy::NeedlePath needle_path_from(const TomlValue& entry, const std::string& file) {
    anatomy::NeedlePath path;
    path.id = text_of(entry, "id");
    path.point = text_of(entry, "point");
    path.position = statement_at(entry, "position");
    path.entry = statement_at(entry, "entry");
    path.side = directions_at(table_of(entry, "entry"), "side");
    path.direction = statement_at(entry, "direction");
    path.towards = text_of(table_of(entry, "direction"), "towards");
    path.angle = statement_at(entry, "angle");
    path.angle_deg = maybe_number(table_of(entry, "angle"), "deg");
    path.technique_words = statement_at(entry, "technique");
    const std::string kind = text_of(table_of(entry, "technique"), "kind");
    path.technique = anatomy::technique_named(kind).value_or(anatomy::Technique::perpendicular);
    path.stop = statement_at(entry, "stop");
    path.stop_bone = text_of(table_of(entry, "stop"), "bone");
    path.depth = statement_at(entry, "depth");
    path.depth_to_stop = text_of(table_of(entry, "depth"), "rule") == "to-stop";
    path.needle = statement_at(entry, "needle");
    if (const auto why = maybe_statement(entry, "beyond_needles"))
        path.beyond_needles =
            anatomy::BeyondNeedles{number_of(table_of(entry, "beyond_needles"), "from_build", 0.0), *why};
    path.needles = texts_of(entry, "needles");
    path.avoid = texts_of(entry, "avoid");
    path.reported = statements_at(entry, "reported");
    path.thickness = statements_at(entry, "thickness");
    path.place = place_of(entry, file);
    return path;
}

anatomy::Condition condition_from(const TomlValue& entry, const std::string& file) {
    anatomy::Condition condition;
    condition.id = text_of(entry, "id");
    condition.name = text_of(entry, "name");
    condition.plain_name = text_of(entry, "plain_name");
    condition.alias_of = text_of(entry, "alias_of");
    const TomlValue& evidence = table_of(entry, "evidence");
    condition.certainty = certainty_from(evidence);
    condition.certainty_words = text_of(evidence, "level_words");
    condition.label = text_of(evidence, "label");
    condition.plain_label = text_of(evidence, "plain_label");
    condition.evidence = statement_from(evidence);
    for (const TomlValue& item : table_of(entry, "target").items) condition.targets.push_back(target_from(item));
    for (const TomlValue& item : table_of(entry, "study").items) condition.studies.push_back(study_from(item));
    condition.precautions = statements_at(entry, "precaution");
    condition.note = maybe_statement(entry, "note");
    condition.place = place_of(entry, file);
    return condition;
}

anatomy::Conventions conventions_from(const TomlValue& file, const std::string& path) {
    anatomy::Conventions conventions;
    conventions.fingerwidth_mm = number_of(table_of(file, "fingerwidth"), "mm");
    conventions.skin_normal_over_mm = number_of(table_of(file, "skin_normal"), "over_mm");
    conventions.belly_thickness_mm = number_of(table_of(file, "belly"), "thickness_mm");
    conventions.perpendicular_at_least_deg = number_of(table_of(file, "techniques"), "perpendicular_deg");
    conventions.oblique_at_least_deg = number_of(table_of(file, "techniques"), "oblique_deg");
    conventions.fibres_over_mm = number_of(table_of(file, "fibres"), "over_mm");
    if (const TomlValue* view = file.find("condition_view")) {
        conventions.condition_landmarks = texts_of(*view, "landmarks");
        conventions.condition_view_place = place_of(*view, path);
    }
    conventions.belly_slide_mm = number_of(table_of(file, "belly"), "slide_mm");
    for (const TomlMember& member : file.members) conventions.words[member.key] = statement_from(member.value);
    return conventions;
}

anatomy::Statement statement_of(const TomlValue& table) {
    return statement_from(table);
}

std::optional<double> maybe_number_of(const TomlValue& table, std::string_view key) {
    return maybe_number(table, key);
}

}  // namespace drypoint::io
