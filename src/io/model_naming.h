#pragma once
// From a node as a file names it to a structure as anatomy knows it.

#include "anatomy/atlas.h"
#include "io/imported_model.h"
#include "io/model_profile.h"

namespace drypoint::io {

// The profile that knows most of the nodes, and at least half of them; null if none does. Not asked for our own files.
const ModelProfile* profile_for(const ImportedModel& model, const std::vector<ModelProfile>& profiles);

// Everything but the meshes: from the node's extras, else from the profile (may be null), else guessed from the words
// of its name and material; guessed ones are not `recognised`.
anatomy::Structure describe(const ImportedNode& node, const ModelProfile* profile, const std::string& path,
                            base::Issues& issues);

// The landmark that a node's extras describe. No value, and an issue, if they do not.
std::optional<anatomy::Landmark> landmark_of(const ImportedNode& node, const std::string& path, base::Issues& issues);

}  // namespace drypoint::io
