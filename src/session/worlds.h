#pragma once
// The world of every body that is asked for.

#include <vector>

#include "anatomy/body.h"
#include "session/world.h"

namespace drypoint::session {

// Shapes the model anew when a body is first asked for, and keeps the last few. The same body, the same world.
class Worlds {
  public:
    explicit Worlds(WorldPtr as_loaded) : as_loaded_(std::move(as_loaded)) {}

    const WorldPtr& as_loaded() const { return as_loaded_; }
    // Why the model cannot be shown so; empty: it can.
    std::string why_not(const anatomy::Body& body) const { return anatomy::why_not_shaped(*as_loaded_->atlas, body); }
    // Requires: why_not(body) is empty.
    WorldPtr of(const anatomy::Body& body) const;

  private:
    WorldPtr as_loaded_;
    mutable std::vector<WorldPtr> kept_;  // the last one asked for last
};

}  // namespace drypoint::session
