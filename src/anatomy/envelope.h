#pragma once
// What lies round all else, so that the rest is seen only where it is clear or hidden.

#include "anatomy/atlas.h"

namespace drypoint::anatomy {

// Skin, the fat below it, and a sheet of fascia within whose bounds a whole muscle lies: the deep fascia of thigh and leg,
// and not a band such as the iliotibial tract.
bool is_envelope(const Structure& structure, const Atlas& atlas);

}  // namespace drypoint::anatomy
