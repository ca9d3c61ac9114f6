#pragma once
// What a structure is made of, and in which layer it is peeled off.

#include <optional>
#include <string_view>

namespace drypoint::anatomy {

enum class Tissue {
    skin,
    fat,
    fascia,
    muscle,
    tendon,
    ligament,
    membrane,
    cartilage,
    meniscus,
    bone,
    joint,
    artery,
    vein,
    nerve,
    other
};
inline constexpr int tissue_count = 15;

std::string_view name(Tissue tissue);  // "muscle"
std::optional<Tissue> tissue_named(std::string_view name);

// A needle must keep off it: vessels, nerves, the joint cavity.
bool is_hazard(Tissue tissue);
// Skin, fat, fascia: what lies over muscles.
bool is_cover(Tissue tissue);

// From the outside inwards, as they are peeled off.
enum class Layer { skin, fat, fascia, superficial, deep, bone };
inline constexpr int layer_count = 6;

std::string_view name(Layer layer);
std::optional<Layer> layer_named(std::string_view name);
// The layer of a structure whose model does not say it.
Layer default_layer(Tissue tissue);

enum class Side { right, left, none };
std::string_view name(Side side);
std::optional<Side> side_named(std::string_view name);

}  // namespace drypoint::anatomy
