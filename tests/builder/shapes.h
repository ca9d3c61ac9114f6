#pragma once
// Figures of simple solids whose area and volume are known.

#include <cmath>
#include <numbers>

#include "figures.h"

namespace shapes {

using drypoint::builder::FourierOutline;
using drypoint::builder::SectionFigure;

inline constexpr double pi = std::numbers::pi;

// An ellipse is the first harmonic alone.
inline FourierOutline ellipse(double half_x, double half_z, glm::dvec2 centre = glm::dvec2(0.0)) {
    return {centre, {{half_x, 0.0, 0.0, half_z}}};
}

// A frustum round the y axis, from y = 0 with one radius to the last plane with the other.
inline SectionFigure frustum(double bottom_radius, double top_radius, int planes, double spacing) {
    SectionFigure figure;
    figure.id = "frustum";
    figure.spacing = spacing;
    for (int n = 0; n < planes; ++n) {
        const double t = static_cast<double>(n) / (planes - 1);
        const double radius = bottom_radius * (1.0 - t) + top_radius * t;
        figure.levels.push_back({n * spacing, {ellipse(radius, radius)}});
    }
    return figure;
}

}  // namespace shapes
