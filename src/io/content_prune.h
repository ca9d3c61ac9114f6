#pragma once
// Inside io only: what leans on entries that were left out, and what only shows once all is read.

#include "anatomy/content.h"

namespace drypoint::io {

// Leaves out points without their muscle, paths without their point, second codes and aliases that lead nowhere or in a
// circle, each with an issue; takes ids that are gone out of lists. What remains refers only to what is there.
void prune(anatomy::Content& content, base::Issues& issues);

}  // namespace drypoint::io
