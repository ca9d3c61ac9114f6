#pragma once
// Ids are kebab case: "biceps-femoris-long-head". They name things in content, scripts, logs and reports.

#include <string>
#include <string_view>

namespace drypoint::base {

using Id = std::string;

// Lower-case letters and digits in words joined by single hyphens; not empty.
bool is_kebab_case(std::string_view text);

// "Right vastus medialis (FJ12)" -> "right-vastus-medialis-fj12"; what is not ASCII letter or digit becomes a hyphen.
// May return an empty string.
Id to_kebab_case(std::string_view text);

// Levenshtein distance in bytes.
std::size_t edit_distance(std::string_view a, std::string_view b);

// The candidate closest to `text` by edit distance (at most a third of its length apart), or "". For "did you mean".
template <typename Range>
std::string nearest(std::string_view text, const Range& candidates) {
    std::string best;
    std::size_t best_distance = text.size() / 3 + 1;
    for (const auto& candidate : candidates) {
        const std::size_t distance = edit_distance(text, candidate);
        if (distance < best_distance) {
            best_distance = distance;
            best = candidate;
        }
    }
    return best;
}

}  // namespace drypoint::base
