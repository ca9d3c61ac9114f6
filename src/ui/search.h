#pragma once
// Search-as-you-type over names, Latin, ids, groups, tissues and lay words; over conditions and points by all that
// the content knows them by.

#include <string>
#include <string_view>
#include <vector>

#include "anatomy/atlas.h"
#include "session/world.h"
#include "ui/texts.h"

namespace drypoint::ui {

// Positions in atlas.structures, best first: every word of the query begins or lies in one of the structure's words.
std::vector<std::size_t> find_structures(const anatomy::Atlas& atlas, const Texts& texts, std::string_view query);

// The same, and the muscles that the content knows by other words.
std::vector<std::size_t> find_structures(const session::World& world, const Texts& texts, std::string_view query);

// Positions in content.conditions, points, zones and topics, best first: by name, other names, symptoms and
// areas of pain.
std::vector<std::size_t> find_conditions(const session::World& world, std::string_view query);
std::vector<std::size_t> find_points(const session::World& world, std::string_view query);
std::vector<std::size_t> find_zones(const session::World& world, std::string_view query);
std::vector<std::size_t> find_topics(const session::World& world, std::string_view query);

// Words of this model that are spelt nearly like the query; at most `most`.
std::vector<std::string> near_spellings(const anatomy::Atlas& atlas, const Texts& texts, std::string_view query,
                                        std::size_t most = 3);

}  // namespace drypoint::ui
