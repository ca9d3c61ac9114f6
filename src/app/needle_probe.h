#pragma once
// What the needle meets as it lies now, and the slices through it: computed again only when it has moved.

#include <array>
#include <memory>
#include <optional>

#include "anatomy/assess.h"
#include "scene/slice.h"
#include "session/model.h"

namespace drypoint::app {

class NeedleProbe {
  public:
    // Null without a needle. The index is built at the first needle. Valid until the next call.
    const anatomy::Assessment* assess(const session::WorldPtr& world, const session::Model& model);
    // The words of verdicts. Null before the first needle.
    const anatomy::Safety* safety() const { return safety_ ? &*safety_ : nullptr; }
    // Through the needle as it lies; null without one. Valid until the next call for this kind.
    const scene::Slice* slice(const session::WorldPtr& world, const session::Model& model, scene::SliceKind kind,
                              const scene::SliceWindow& window);
    // Shared with what works beside the frames. Never null after the first needle.
    std::shared_ptr<const anatomy::ProbeIndex> index(const session::WorldPtr& world);

  private:
    session::WorldPtr world_;  // that all below belongs to
    std::shared_ptr<const anatomy::ProbeIndex> index_;
    std::optional<anatomy::Safety> safety_;
    std::optional<anatomy::Assessment> assessment_;
    base::Id point_, needle_;
    std::array<std::optional<scene::Slice>, 2> slices_;  // by kind
};

}  // namespace drypoint::app
