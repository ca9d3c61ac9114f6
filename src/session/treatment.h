#pragma once
// What became of the steps of the treatment session, and what is still to be done in the one that is open.

#include <cstddef>
#include <optional>
#include <vector>

#include "session/model.h"

namespace drypoint::session {

enum class StepState {
    ahead,    // not come to yet
    current,  // open now
    done,     // left forwards with the needle moved as it asks; what the needle does not show, if somebody said so
    read,     // gone through, and nobody said that it was done
    skipped,  // passed without that
    left_out  // passed, and optional
};

// Of the step at this position of content.session. Without a session all are ahead.
StepState state_of(const World& world, const Plan& plan, std::size_t step);

// Positions of the steps that were passed, neither done nor read, in order; optional ones are not among them.
std::vector<std::size_t> skipped_steps(const World& world, const Plan& plan);

// The position of the open step; nothing: no session has begun.
std::optional<std::size_t> current_step(const World& world, const Plan& plan);

// Whether only a person can say that the step was done: the needle does not show it.
bool is_marked_by_hand(const anatomy::SessionStep& step);

// Whether the tip is below the skin.
bool needle_is_in(const Plan& plan);

// Whether the needle is as the step asks for. A step without an act asks for nothing. In the muscle: in this model,
// along the taught path. Out: and it was in before, for what
// was never in cannot be taken out.
bool act_is_done(const World& world, const Plan& plan, const anatomy::SessionStep& step);

}  // namespace drypoint::session
