#include "anatomy/tissue.h"

#include <array>

namespace drypoint::anatomy {
namespace {

constexpr std::array<std::string_view, tissue_count> tissue_names{
    "skin",     "fat",  "fascia", "muscle", "tendon", "ligament", "membrane", "cartilage",
    "meniscus", "bone", "joint",  "artery", "vein",   "nerve",    "other"};
constexpr std::array<std::string_view, layer_count> layer_names{"skin", "fat", "fascia", "superficial", "deep", "bone"};
constexpr std::array<std::string_view, 3> side_names{"right", "left", "none"};

template <typename Enum, std::size_t N>
std::optional<Enum> find(const std::array<std::string_view, N>& names, std::string_view name) {
    for (std::size_t i = 0; i < N; ++i) {
        if (names[i] == name) return static_cast<Enum>(i);
    }
    return std::nullopt;
}

}  // namespace

std::string_view name(Tissue tissue) {
    return tissue_names[static_cast<std::size_t>(tissue)];
}
std::optional<Tissue> tissue_named(std::string_view name) {
    return find<Tissue>(tissue_names, name);
}

bool is_hazard(Tissue tissue) {
    return tissue == Tissue::artery || tissue == Tissue::vein || tissue == Tissue::nerve || tissue == Tissue::joint;
}

std::string_view name(Layer layer) {
    return layer_names[static_cast<std::size_t>(layer)];
}
std::optional<Layer> layer_named(std::string_view name) {
    return find<Layer>(layer_names, name);
}

bool is_cover(Tissue tissue) {
    return tissue == Tissue::skin || tissue == Tissue::fat || tissue == Tissue::fascia;
}

Layer default_layer(Tissue tissue) {
    switch (tissue) {
        case Tissue::skin:
            return Layer::skin;
        case Tissue::fat:
            return Layer::fat;
        case Tissue::fascia:
            return Layer::fascia;
        case Tissue::muscle:
        case Tissue::tendon:
        case Tissue::other:
            return Layer::superficial;
        case Tissue::bone:
        case Tissue::cartilage:
        case Tissue::meniscus:
            return Layer::bone;
        case Tissue::ligament:
        case Tissue::membrane:
        case Tissue::joint:
        case Tissue::artery:
        case Tissue::vein:
        case Tissue::nerve:
            return Layer::deep;
    }
    return Layer::superficial;
}

std::string_view name(Side side) {
    return side_names[static_cast<std::size_t>(side)];
}

std::optional<Side> side_named(std::string_view name) {
    for (std::size_t i = 0; i < side_names.size(); ++i) {
        if (side_names[i] == name) return static_cast<Side>(i);
    }
    return std::nullopt;
}

}  // namespace drypoint::anatomy
