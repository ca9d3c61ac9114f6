#pragma once
// Solids without handles.

#include "field.h"

namespace drypoint::builder {

// Cuts every handle and opens every inner hollow where the solid is thinnest round it: each piece is grown again from its deepest
// point, the deepest neighbours first, and takes in only simple points (Bertrand and Malandain, A new characterization of
// three-dimensional simple points, 1994), which change neither the number of pieces nor of handles nor of hollows. What would
// close a ring stays out, as a slit about one step wide. Pieces are told as `extract` tells them: by faces of lattice cells.
void cut_handles(Field& field);

}  // namespace drypoint::builder
