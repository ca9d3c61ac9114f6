#pragma once
// The envelope round what stands in the model after all took their space.

#include "claims.h"
#include "envelope.h"

namespace drypoint::builder {

Envelope make_envelope(const std::vector<Claimed>& solids, const std::vector<Course>& courses, const Figures& figures, const Catalog& catalog,
                       const Builds& builds, unsigned threads);

}  // namespace drypoint::builder
