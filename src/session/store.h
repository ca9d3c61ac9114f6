#pragma once
// The one writer. Holds the model, undo, and the log of everything that was asked for.

#include <cstdint>
#include <vector>

#include "session/action.h"
#include "session/model.h"
#include "session/update.h"

namespace drypoint::session {

// Milliseconds since the session began: an argument, never a clock.
struct Tick {
    std::int64_t ms = 0;
};

struct LogEntry {
    Tick at;
    Action action;
};

class Store {
  public:
    explicit Store(WorldPtr world);
    explicit Store(anatomy::AtlasPtr atlas);  // without content

    // Applies an action and keeps it in the log (hovering is not kept). Returns what the program is asked to do.
    std::vector<Effect> dispatch(const Action& action, Tick at = {});

    Snapshot snapshot() const;
    const Model& model() const { return model_; }
    const anatomy::AtlasPtr& atlas() const { return world_->atlas; }
    const WorldPtr& world() const { return world_; }
    const std::vector<LogEntry>& log() const { return log_; }
    bool can_undo() const { return !undo_.empty(); }
    bool can_redo() const { return !redo_.empty(); }
    // Grows with every change of the model: the same number, the same picture.
    std::uint64_t revision() const { return revision_; }

  private:
    void step_history(std::vector<Plan>& from, std::vector<Plan>& to, const char* when_empty);
    void remember(const Plan& before, const Action& action);

    void show_body_of(const Model& before);

    Worlds worlds_;
    WorldPtr world_;  // of the body that is shown
    Model model_;
    std::vector<Plan> undo_, redo_;
    std::string gesture_;  // what is being dragged, so that one drag is one step; empty: nothing
    std::vector<LogEntry> log_;
    std::uint64_t revision_ = 0;
};

// replay(log) == state.
Store replay(WorldPtr world, const std::vector<LogEntry>& log);
Store replay(anatomy::AtlasPtr atlas, const std::vector<LogEntry>& log);

}  // namespace drypoint::session
