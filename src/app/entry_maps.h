#pragma once
// The safe-entry map of the chosen point, worked out beside the frames: a frame only asks whether it is ready.

#include <future>
#include <memory>
#include <optional>

#include "app/needle_probe.h"
#include "session/findings.h"
#include "session/model.h"

namespace drypoint::app {

class EntryMaps {
  public:
    // The map that the plan asks for; null: none, or it is not ready. Begins the work where nothing else is under way.
    std::shared_ptr<const session::MapFindings> wanted(const session::WorldPtr& world, const session::Plan& plan,
                                                       NeedleProbe& probe);
    // Something is under way: ask again.
    bool is_working() const { return work_.valid(); }
    // Until nothing is under way. For scripts and tests, so that they do not depend on time.
    void finish() const {
        if (work_.valid()) work_.wait();
    }

  private:
    void take();

    std::future<std::shared_ptr<const session::MapFindings>> work_;  // waits for its end when it goes
    session::WorldPtr world_;  // of the work under way, or of the last that was done
    std::shared_ptr<const session::MapFindings> last_;
};

}  // namespace drypoint::app
