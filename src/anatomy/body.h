#pragma once
// One model, shown as another body: as the other limb, and with less or more fat. Names never change.

#include <optional>
#include <string>
#include <string_view>

#include <glm/vec3.hpp>

#include "anatomy/tissue.h"

namespace drypoint::anatomy {

struct Atlas;
struct Structure;

// Builds between these are blends. What each measures on the default model: data/anatomy/builds.toml.
inline constexpr double lean_build = -1.0, average_build = 0.0, heavy_build = 1.0;

// The morph targets that a model's skin and fat bear for their builds; as it is, it is the average one.
inline constexpr const char* lean_target = "lean";
inline constexpr const char* heavy_target = "heavy";

struct Body {
    Side side = Side::none;  // none: the side that the model has
    double build = average_build;

    friend bool operator==(const Body&, const Body&) = default;
};

// "lean", "average", "heavy", or nothing: it lies between them.
std::string_view name_of_build(double build);
// By such a name, or a number from -1 to 1.
std::optional<double> build_named(std::string_view name);

// It bears both targets.
bool changes_with_build(const Structure& structure);

// Why this model cannot be shown so; empty: it can.
std::string why_not_shaped(const Atlas& atlas, const Body& body);

// The model as that body; `model` is as it was loaded. Mirrored at the body's middle plane (x = 0) for the other side:
// outside stays outside, and distances stay what they are. Requires: why_not_shaped(model, body) is empty.
Atlas shaped(const Atlas& model, const Body& body);

// Whether the thickness of skin or fat at this place was assumed, for want of a published figure. Nothing: the model
// does not say.
std::optional<bool> thickness_is_assumed(const Structure& structure, const glm::dvec3& place_mm);

}  // namespace drypoint::anatomy
