#pragma once
// What a sentence of content is: two texts, where it comes from and how sure it is. Everything clinical is made of
// these.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/issue.h"

namespace drypoint::anatomy {

// How a statement was come by. docs/content.md explains the words to people.
enum class Status {
    page,        // read in a web page
    abstract,    // read in a paper's abstract or a trial's registration
    code,        // read in a public repository
    derived,     // worked out from named sources
    convention,  // chosen by this project, so that something can be drawn
    unverified,  // standard teaching, not checked against a source
    claim,       // a clinic's own claim
    not_found    // looked for, no figure found
};
inline constexpr int status_count = 8;

std::string_view name(Status status);  // "not-found"
std::optional<Status> status_named(std::string_view name);
std::vector<std::string> status_names();

struct Statement {
    std::string professional;
    std::string plain;  // sentences of at most 15 words
    Status status = Status::unverified;
    std::vector<base::Id> sources;  // of Content::sources; empty only for not_found
};

struct Source {
    base::Id id;
    std::string citation;
    std::string address;   // empty: not kept
    std::string how_seen;  // "abstract"
    std::string note;      // may be empty
    base::Place place;
};

// How certain the evidence is, as one sees it in a pie of four quarters.
enum class Certainty { none, very_low, low, moderate, high };

std::string_view name(Certainty certainty);  // "very-low"
std::optional<Certainty> certainty_named(std::string_view name);
std::vector<std::string> certainty_names();

}  // namespace drypoint::anatomy
