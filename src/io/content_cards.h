#pragma once
// What the content holds about one thing, as a report of docs/commands.md and as text: `drypoint show`.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "anatomy/content.h"
#include "anatomy/search_index.h"

namespace drypoint::io {

enum class CardForm { json, text };

// "condition", "point", "muscle", "zone", "topic", "test", "source".
std::vector<std::string> card_kinds();

// Everything about one entry. A point also by its code, in any case. Nothing: there is no such kind or entry.
std::optional<std::string> show_card(const anatomy::Content& content, std::string_view kind, std::string_view id,
                                     CardForm form);

// The ids of a kind, for "did you mean".
std::vector<std::string> ids_of_kind(const anatomy::Content& content, std::string_view kind);

// What a search found, best first; a zone with the points that send pain there.
std::string show_hits(const anatomy::Content& content, const std::vector<anatomy::SearchHit>& hits, CardForm form);

}  // namespace drypoint::io
