#pragma once
// A guided walk: steps with a text in both registers and the actions that bring the picture there.

#include <string>
#include <vector>

#include "base/id.h"
#include "base/issue.h"

namespace drypoint::session {

struct WalkthroughStep {
    std::string title;
    std::string professional;
    std::string plain;
    std::vector<std::string> actions;  // as text: "look-from medial"; checked when the file is read
    base::Place place;
};

struct Walkthrough {
    base::Id id;  // the file's name
    std::string title;
    std::string plain_title;
    std::vector<WalkthroughStep> steps;
    base::Place place;
};

}  // namespace drypoint::session
