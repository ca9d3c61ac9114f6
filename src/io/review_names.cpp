#include "io/review_names.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/number.h"

namespace drypoint::io {
namespace {

using anatomy::Content;
using anatomy::StatementAt;

std::string spaced(std::string id) {
    std::replace(id.begin(), id.end(), '-', ' ');
    return id;
}

std::string joined(const std::vector<std::string>& parts, const char* between = ", ") {
    std::string text;
    for (const std::string& part : parts) text += (text.empty() ? "" : between) + part;
    return text;
}

std::string muscle_name(const Content& content, const base::Id& id) {
    const anatomy::Muscle* muscle = content.find_muscle(id);
    return muscle != nullptr ? muscle->name : spaced(id);
}

std::string point_title(const Content& content, const base::Id& id) {
    const anatomy::TriggerPoint* point = content.find_point(id);
    return point != nullptr ? point->code + ", " + muscle_name(content, point->muscle) : id;
}

template <typename Item>
std::string name_in(const std::vector<Item>& items, const base::Id& id, std::string Item::*name) {
    const auto found = std::find_if(items.begin(), items.end(), [&](const Item& item) { return item.id == id; });
    return found != items.end() ? (*found).*name : spaced(id);
}

std::string share(double at) {
    return base::at_most_two_decimals(at * 100.0) + " %";
}

std::string offset_words(const anatomy::Offset& offset) {
    using Unit = anatomy::Offset::Unit;
    const char* unit = offset.unit == Unit::mm             ? " mm "
                       : offset.unit == Unit::fingerwidths ? " fingerwidths "
                                                           : " % of the line ";
    return base::at_most_two_decimals(offset.amount) + unit + std::string(name(offset.toward));
}

std::string sides_words(const std::vector<anatomy::Direction>& sides) {
    if (sides.empty()) return "found from the nearest skin";
    std::vector<std::string> words;
    for (const anatomy::Direction side : sides) words.emplace_back(name(side));
    return "found from " + joined(words, " and ");
}

std::string line_words(const anatomy::LandmarkLine& line) {
    return spaced(line.from) + " to " + spaced(line.to);
}

// "Dot: at 93 % of the line ...; then 1 fingerwidths medial; found from anterior; between 0 % and 33 % of the thickness".
std::string anchor_note(const anatomy::Anchor& anchor) {
    const anatomy::LandmarkLine* line = anchor.line ? &*anchor.line : anchor.band ? &anchor.band->line : nullptr;
    if (line == nullptr) return {};
    const double at = anchor.at ? *anchor.at : anchor.band->stretch.middle();
    std::vector<std::string> parts{"Dot: at " + share(at) + " of the line " + line_words(*line)};
    for (const anatomy::Offset& offset : anchor.offsets) parts.push_back("then " + offset_words(offset));
    parts.push_back(sides_words(anchor.side));
    parts.push_back("between " + share(anchor.layer.from) + " and " + share(anchor.layer.to) +
                    " of the muscle's thickness from its outer face");
    return joined(parts, "; ");
}

std::string point_note(const anatomy::TriggerPoint& point) {
    std::string note = anchor_note(point.anchor);
    if (const auto& band = point.anchor.band) {
        note += ". Band: " + share(band->stretch.from) + " to " + share(band->stretch.to) + " of the line " +
                line_words(band->line);
    }
    if (point.show_only) note += ". Shown and explained, never needled";
    return note + ". Confidence in its place among teachers: " + point.confidence;
}

std::string path_note(const Content& content, const anatomy::NeedlePath& path) {
    std::vector<std::string> avoid, needles;
    for (const base::Id& id : path.avoid) avoid.push_back(name_in(content.hazards, id, &anatomy::HazardGroup::name));
    for (const base::Id& id : path.needles) needles.push_back(name_in(content.needles, id, &anatomy::Needle::name));
    std::vector<std::string> parts{"Technique: " + std::string(name(path.technique))};
    if (path.angle_deg) parts.push_back("angle to the skin: " + base::at_most_two_decimals(*path.angle_deg) + "°");
    if (!path.side.empty()) parts.push_back("entry " + sides_words(path.side));
    parts.push_back(path.towards.empty() ? "drawn at a right angle to the skin" : "drawn towards " + spaced(path.towards));
    parts.push_back(path.depth_to_stop ? "drawn down to the bone" : "drawn to the middle of the point's layer");
    if (!path.stop_bone.empty()) parts.push_back("stops on " + spaced(path.stop_bone));
    if (!needles.empty()) parts.push_back("needles: " + joined(needles));
    if (!avoid.empty()) parts.push_back("keep off: " + joined(avoid));
    return joined(parts, "; ");
}

std::string condition_note(const Content& content, const anatomy::Condition& condition) {
    std::string note = condition.plain_name;
    if (!condition.alias_of.empty())
        return note + ". Another name for " + name_in(content.conditions, condition.alias_of, &anatomy::Condition::name);
    return note + ". Certainty of the evidence: " + condition.certainty_words + " (shown as " +
           spaced(std::string(name(condition.certainty))) + "). In the list: “" + condition.label + "”; plain: “" +
           condition.plain_label + "”";
}

std::string safety_note(const anatomy::SafetyRule& rule) {
    std::string note = "Verdict: " + std::string(name(rule.verdict));
    if (rule.mm) note += "; limit: " + base::at_most_two_decimals(*rule.mm) + " mm";
    if (!rule.structure.empty()) note += "; only for " + spaced(rule.structure);
    return note;
}

// "study 2" -> "study" and 2; 0 without a number.
std::pair<std::string, std::size_t> numbered(const std::string& key) {
    const std::size_t space = key.rfind(' ');
    std::size_t number = 0;
    if (space == std::string::npos) return {key, 0};
    std::from_chars(key.data() + space + 1, key.data() + key.size(), number);
    return {key.substr(0, space), number};
}

std::string key_words(std::string key) {
    for (char& c : key) {
        if (c == '_' || c == '.') c = ' ';
    }
    if (!key.empty() && key[0] >= 'a' && key[0] <= 'z') key[0] = static_cast<char>(key[0] - 'a' + 'A');
    return key;
}

std::string target_words(const Content& content, const anatomy::TargetGroup& group) {
    static constexpr std::array order{"first", "next", "after that"};
    std::vector<std::string> codes;
    for (const base::Id& id : group.points) {
        const anatomy::TriggerPoint* point = content.find_point(id);
        codes.push_back(point != nullptr ? point->code : id);
    }
    const auto rank = static_cast<std::size_t>(std::clamp(group.priority, 1, 3) - 1);
    return std::string("Points taught ") + order[rank] + ": " + joined(codes);
}

std::string study_words(const anatomy::Study& study, std::size_t number) {
    std::string words = "Study " + std::to_string(number) + ", “" + study.label + "”: " + study.design;
    if (study.people) words += ", n = " + std::to_string(*study.people);
    const bool graded = study.certainty != anatomy::Certainty::none;
    return words + (graded ? ", certainty " : ", ") + study.certainty_words;
}

std::string condition_key(const Content& content, const anatomy::Condition& condition, const StatementAt& at) {
    const auto [word, number] = numbered(at.key);
    const std::string& text = at.statement.professional;
    if (word == "target" && number >= 1 && number <= condition.targets.size() &&
        condition.targets[number - 1].why.professional == text)
        return target_words(content, condition.targets[number - 1]);
    if (word == "study" && number >= 1 && number <= condition.studies.size() &&
        condition.studies[number - 1].finding.professional == text)
        return study_words(condition.studies[number - 1], number);
    return key_words(at.key);
}

}  // namespace

const std::vector<ReviewPart>& review_parts() {
    static const std::vector<ReviewPart> parts{
        {"condition", "Conditions", "What the evidence says, which points are taught, what to beware of."},
        {"trigger point", "Trigger points", "Where each point is said to lie, and where the dot is drawn."},
        {"needle path", "Needle paths", "How the needle is said to go in, and how it is drawn."},
        {"safety rule", "Rules for a needle", "When the program says stop or caution."},
        {"hazard", "What to keep off", "Nerves, vessels and joints, with the figures that were found."},
        {"session step", "The session", "Every step, what ends it, when to stop."},
        {"test", "Evaluation", "How tests are done, and their norms."},
        {"harm", "Harms", "What went wrong how often, as it was counted."},
        {"topic", "Topics to learn", "What is said, and what was found."},
        {"claim", "Claims and findings", "What a clinic claims, beside what was found."},
        {"muscle", "Muscles", "Action and nerve."},
        {"zone", "Areas of pain", "Where an area is painted on the skin."},
        {"spread", "How far courses vary", "Published spread of nerves and vessels between people."},
        {"midpoint", "Midpoints", "Places between two landmarks."},
        {"convention", "Conventions", "What this project chose, so that words can be drawn."}};
    return parts;
}

std::string review_title(const Content& content, const StatementAt& at) {
    const base::Id& id = at.owner;
    if (at.kind == "condition") return name_in(content.conditions, id, &anatomy::Condition::name);
    if (at.kind == "trigger point") return point_title(content, id);
    if (at.kind == "needle path") {
        const anatomy::NeedlePath* path = content.find_path(id);
        return path != nullptr ? point_title(content, path->point) : id;
    }
    if (at.kind == "hazard") return name_in(content.hazards, id, &anatomy::HazardGroup::name);
    if (at.kind == "muscle") return name_in(content.muscles, id, &anatomy::Muscle::name);
    if (at.kind == "session step") return name_in(content.session, id, &anatomy::SessionStep::title);
    if (at.kind == "test") return name_in(content.tests, id, &anatomy::EvaluationTest::name);
    if (at.kind == "harm") return name_in(content.harms, id, &anatomy::Harm::label);
    if (at.kind == "topic") return name_in(content.topics, id, &anatomy::Topic::title);
    if (at.kind == "claim") return name_in(content.claims, id, &anatomy::Claim::title);
    if (at.kind == "zone") return name_in(content.zones, id, &anatomy::Zone::name);
    return key_words(spaced(id));
}

std::string review_note(const Content& content, const StatementAt& at) {
    if (at.kind == "trigger point") {
        const anatomy::TriggerPoint* point = content.find_point(at.owner);
        return point != nullptr ? point_note(*point) : "";
    }
    if (at.kind == "needle path") {
        const anatomy::NeedlePath* path = content.find_path(at.owner);
        return path != nullptr ? path_note(content, *path) : "";
    }
    if (at.kind == "condition") {
        const anatomy::Condition* condition = content.find_condition(at.owner);
        return condition != nullptr ? condition_note(content, *condition) : "";
    }
    if (at.kind == "safety rule") {
        for (const anatomy::SafetyRule& rule : content.safety)
            if (rule.id == at.owner) return safety_note(rule);
    }
    return {};
}

std::string review_key(const Content& content, const StatementAt& at) {
    const anatomy::Condition* condition = at.kind == "condition" ? content.find_condition(at.owner) : nullptr;
    return condition != nullptr ? condition_key(content, *condition, at) : key_words(at.key);
}

}  // namespace drypoint::io
