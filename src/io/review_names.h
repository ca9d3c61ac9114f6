#pragma once
// Inside io only: what a reviewer calls the entries, keys and files whose statements are to be signed.

#include <string>
#include <vector>

#include "anatomy/content.h"

namespace drypoint::io {

// A part of the review: all statements of one kind.
struct ReviewPart {
    std::string kind;   // as StatementAt says
    std::string title;  // "Conditions"
    std::string about;  // one sentence: what there is to decide
};

// What a clinician decides first comes first.
const std::vector<ReviewPart>& review_parts();

// "VM1, Vastus medialis"; the id where an entry has no name.
std::string review_title(const anatomy::Content& content, const anatomy::StatementAt& at);

// What else the program says of the entry and no statement holds: where a dot is drawn, how sure the evidence is. May be empty.
std::string review_note(const anatomy::Content& content, const anatomy::StatementAt& at);

// "Exact spot", "Points taught first: VM1, VL4", "Study 2: RCT, n = 40, certainty low".
std::string review_key(const anatomy::Content& content, const anatomy::StatementAt& at);

}  // namespace drypoint::io
