#pragma once
// A condition of the knee: which points are tried first, what the evidence is, what to beware of.

#include <optional>
#include <string>
#include <vector>

#include "anatomy/statement.h"

namespace drypoint::anatomy {

struct TargetGroup {
    int priority = 1;              // 1 is tried first; groups may share a priority
    std::vector<base::Id> points;  // trigger points
    Statement why;
};

struct Study {
    std::string label;   // one line for the evidence card
    std::string design;  // "RCT"
    std::optional<int> people;
    Certainty certainty = Certainty::none;
    std::string certainty_words;  // as found: "low to moderate (authors)"
    Statement finding;
};

struct Condition {
    base::Id id;             // "jumpers-knee"
    std::string name;        // "Jumper's knee"
    std::string plain_name;  // "Sore tendon below the kneecap"
    base::Id alias_of;       // another condition that holds all the rest; empty: this one does
    Certainty certainty = Certainty::none;
    std::string certainty_words;
    std::string label, plain_label;  // the evidence in a few words: "Conflicting trials"
    Statement evidence;              // its summary; empty for an alias
    std::vector<TargetGroup> targets;
    std::vector<Study> studies;
    std::vector<Statement> precautions;
    std::optional<Statement> note;
    base::Place place;

    // Whether a point is in one of its groups.
    bool takes_in(const base::Id& point) const;
};

}  // namespace drypoint::anatomy
