#pragma once
// What the builder says about a model, as text.

#include <iosfwd>

#include "model.h"

namespace drypoint::builder {

// A few lines; with `tables` also every structure, every course that moved and every landmark.
void report(std::ostream& out, const Model& model, bool tables);

}  // namespace drypoint::builder
