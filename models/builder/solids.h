#pragma once
// Every solid of the figures before they compete: sections, sheets, straps and the inside of the knee.

#include <optional>
#include <vector>

#include "catalog.h"
#include "compete.h"
#include "figures.h"
#include "loft.h"

namespace drypoint::builder {

// Who wins: bone over all, then cartilage and menisci, then ligaments, tendons and fascia, then muscle. The suprapatellar recess
// wins over muscle, because it is a hazard that must not vanish; the rest of the joint cavity takes what is left.
int rank_of(const std::string& tissue);
inline constexpr int recess_rank = 35;
inline constexpr const char* recess_id = "suprapatellar-recess";  // united with the joint cavity afterwards

// Where the figures stop (`cut` in structures.toml).
inline constexpr double ankle_cut_y = 56.0;
inline constexpr double top_cut_y = 955.0;
std::optional<Cut> cut_of(const CatalogEntry& entry);

// Without the skin. Thin ones lie on a lattice of half the step.
std::vector<Solid> make_solids(const Figures& figures, const Catalog& catalog, double step, unsigned threads);

// The measured skin, which goes on below its lowest plane as it is there.
Field measured_skin(const Figures& figures);

}  // namespace drypoint::builder
