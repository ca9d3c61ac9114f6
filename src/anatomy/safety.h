#pragma once
// What is to be said about a needle: ok, caution or stop, and why. The rules are data (data/safety.toml), each with its
// source or marked as this project's convention. A verdict is about this model, never about a patient.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "anatomy/probe.h"
#include "anatomy/safety_rule.h"

namespace drypoint::anatomy {

struct Content;
struct HazardGroup;
struct Needle;
struct NeedlePath;

// Why. The sentence is made when it is read: a map asks for thousands of verdicts.
struct Reason {
    const SafetyRule* rule = nullptr;  // of the content
    std::optional<std::size_t> structure;
    const HazardGroup* group = nullptr;  // of what is not in the model
    double mm = 0.0;
};

struct Judgement {
    Verdict verdict = Verdict::ok;
    std::vector<Reason> reasons;  // the gravest first, then in the order of the rules; never empty if there are rules
};

// What the needle is meant for.
struct Purpose {
    const NeedlePath* path = nullptr;   // null: any line
    std::optional<std::size_t> muscle;  // where the tip ought to be
    const Needle* needle = nullptr;     // null: none is long enough
    double outside_mm = 0.0;            // of that needle
    bool fold = false;                  // the line runs in a lifted fold
};

// Judges needles on one model. Keeps references: content and atlas must outlive it.
class Safety {
  public:
    Safety(const Content& content, const Atlas& atlas);

    Judgement judge(const PathReport& report, const Purpose& purpose) const;

    // How far a hazard is looked for, so that every rule but the hull's can be answered.
    double reach_mm(std::size_t structure) const;
    // How much of a needle must stay outside; 0 if no rule says so.
    double outside_at_least_mm() const;

    // The shortest of the path's needles that reaches so deep and leaves enough outside, else the shortest of the
    // catalogue; of equal length the thinner. Null: none.
    const Needle* needle_for(double depth_mm, const NeedlePath* path = nullptr) const;

    std::string sentence(const Reason& reason, bool plain = false) const;

  private:
    void judge_clearances(const PathReport& report, std::vector<Reason>& reasons) const;
    void judge_rule(const SafetyRule& rule, const PathReport& report, const Purpose& purpose,
                    std::vector<Reason>& reasons) const;
    void judge_missing(const SafetyRule& rule, const PathReport& report, const Purpose& purpose,
                       std::vector<Reason>& reasons) const;

    // A group of hazards of which something is not in this model.
    struct Gap {
        const HazardGroup* group;
        std::vector<std::size_t> present;  // what of it is
    };

    const Content& content_;
    const Atlas& atlas_;
    std::vector<Gap> gaps_;
};

}  // namespace drypoint::anatomy
