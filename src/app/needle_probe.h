#pragma once
// The probe of the needle as it lies now, computed again only when it has moved.

#include <optional>

#include "anatomy/probe.h"
#include "session/model.h"

namespace drypoint::app {

class NeedleProbe {
  public:
    // Null without a needle. The index is built at the first needle. Valid until the next call.
    const anatomy::PathReport* report(const session::World& world, const session::Plan& plan);

  private:
    std::optional<anatomy::ProbeIndex> index_;
    std::optional<anatomy::PathReport> report_;
    base::Id point_;
};

}  // namespace drypoint::app
