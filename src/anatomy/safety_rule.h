#pragma once
// One rule of safety as data/safety.toml gives it. anatomy/safety.h applies them.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "anatomy/statement.h"

namespace drypoint::anatomy {

enum class Verdict { ok, caution, stop };

std::string_view name(Verdict verdict);
std::optional<Verdict> verdict_named(std::string_view name);
std::vector<std::string> verdict_names();

// What a rule looks at.
enum class SafetyTest {
    touches,            // the shaft touches or enters a hazard
    nearer_than,        // comes nearer to a hazard than `mm`
    in_hull,            // runs where a hazard's course may lie in others
    not_in_model,       // a hazard that belongs here is not in the model
    through_bone,       // the tip lies beyond the face of a bone
    bone_contact,       // the tip stands on a bone that does not stop this path
    outside_less_than,  // less than `mm` of the needle stays outside
    no_needle,          // no needle is long enough
    other_muscle,       // the tip is not in the muscle that it is meant for
    guessed,            // an open surface was guessed at
    fold,               // the path goes through a lifted fold
    otherwise           // none of the others
};

std::optional<SafetyTest> safety_test_named(std::string_view name);  // "nearer-than"
std::vector<std::string> safety_test_names();

struct SafetyRule {
    base::Id id;
    SafetyTest when = SafetyTest::otherwise;
    Verdict verdict = Verdict::caution;
    std::optional<double> mm;  // of the tests that compare
    base::Id structure;        // only this one; empty: every hazard
    Statement words;           // {name}, {mm} and {limit} stand for what was found
    base::Place place;
};

}  // namespace drypoint::anatomy
