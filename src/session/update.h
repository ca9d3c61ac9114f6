#pragma once
// The only place where the model changes.

#include <string>
#include <variant>
#include <vector>

#include "session/action.h"
#include "session/model.h"
#include "session/worlds.h"

namespace drypoint::session {

using Effect = std::variant<SavePicture, SaveBarePicture, SavePath, OpenPath, Quit>;

struct Update {
    Model model;
    std::vector<Effect> effects;
    bool refused = false;  // an impossible request: the model is as it was, but for model.message, which says why
};

// Pure. Undo and Redo are the Store's: here they change nothing.
Update update(Model model, const Action& action, const Worlds& worlds);

}  // namespace drypoint::session
