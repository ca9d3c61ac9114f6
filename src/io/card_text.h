#pragma once
// Inside io only: a card as text, so that what it holds is said in one place.

#include <string>

#include "io/report_json.h"

namespace drypoint::io {

// Keys become words, statements two lines and their status with its sources; what is null or empty is left out.
std::string card_text(const Json& card);

}  // namespace drypoint::io
