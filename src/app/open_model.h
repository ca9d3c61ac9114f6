#pragma once
// From a file's name, or none, to an atlas: what every command that looks at a model begins with.

#include <optional>
#include <string>
#include <vector>

#include "anatomy/atlas.h"
#include "anatomy/body.h"
#include "anatomy/content.h"
#include "app/options.h"
#include "app/program_files.h"
#include "session/action.h"
#include "session/world.h"

namespace drypoint::app {

// As which body a command shows the model: --side and --body.
struct BodyRequest {
    std::string side, build;  // empty: as the model is

    void bind(OptionSet& set);
    // What was bound, which is checked then.
    anatomy::Body body() const;
    // The same for a store.
    std::vector<session::Action> actions() const;
};

struct OpenedModel {
    ProgramFiles files;
    anatomy::AtlasPtr atlas;
};

// `path` empty: the default model. Issues go to standard error, at most a screenful; nothing comes back if the model
// could not be read.
std::optional<OpenedModel> open_model(const std::string& path, const BodyRequest& as = {});

struct OpenedWorld {
    ProgramFiles files;
    session::WorldPtr world;
};

// The model with the content placed on it. What the model lacks for the content is said; the rest works.
std::optional<OpenedWorld> open_world(const std::string& path, const BodyRequest& as = {});

// The content alone. Issues go to standard error; nothing comes back if it could not be read.
std::optional<anatomy::Content> open_content();

inline constexpr const char* model_help = "Model: .glb, .gltf, .obj, .stl, .ply or .fbx; the default limb if left out";

}  // namespace drypoint::app
