#pragma once
// Every statement of the content on paper, for a clinician to sign: `drypoint show review`.

#include <string>

#include "anatomy/content.h"

namespace drypoint::io {

// One HTML file that needs nothing else. The same content gives the same bytes.
std::string review_html(const anatomy::Content& content);

}  // namespace drypoint::io
