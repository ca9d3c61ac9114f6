#pragma once
// What structures are called on the picture, and whether they are on it.

#include <functional>
#include <string>

#include "session/model.h"

namespace drypoint::scene {

// The name of a structure or muscle in the register that was chosen, from its id and its professional name. Words come
// from the interface's texts, which this layer does not know.
using NameOf = std::function<std::string(const base::Id& id, const std::string& name)>;
inline std::string own_name(const base::Id&, const std::string& name) {
    return name;
}

// Peeled off, hidden, or faded to nothing. `structure`: its position in the atlas.
inline bool is_hidden(const session::Snapshot& snapshot, std::size_t structure) {
    const session::Appearance& look = snapshot.model.plan.appearance[structure];
    return !look.visible || look.opacity <= 0.0f;
}

}  // namespace drypoint::scene
