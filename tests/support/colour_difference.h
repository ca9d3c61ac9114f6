#pragma once
// How far apart two colours look, and how they look to people who see fewer: for tests of the palettes.

#include <array>
#include <cmath>

#include <glm/mat3x3.hpp>
#include <glm/vec3.hpp>

namespace drypoint::test {

// CIELAB under D65.
struct Lab {
    double l, a, b;
};

inline glm::dvec3 to_linear_light(const glm::vec3& srgb) {
    glm::dvec3 result;
    for (int i = 0; i < 3; ++i) {
        const double c = srgb[i];
        result[i] = c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    }
    return result;
}

inline Lab lab_of(const glm::dvec3& light) {
    const auto f = [](double t) { return t > 216.0 / 24389.0 ? std::cbrt(t) : (24389.0 / 27.0 * t + 16.0) / 116.0; };
    const double x = f((0.4124564 * light.r + 0.3575761 * light.g + 0.1804375 * light.b) / 0.95047);
    const double y = f(0.2126729 * light.r + 0.7151522 * light.g + 0.0721750 * light.b);
    const double z = f((0.0193339 * light.r + 0.1191920 * light.g + 0.9503041 * light.b) / 1.08883);
    return {116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)};
}

// CIEDE2000, after Sharma, Wu and Dalal, "The CIEDE2000 color-difference formula", Color Res. Appl. 30 (2005).
inline double ciede2000(const Lab& one, const Lab& two) {
    constexpr double pi = 3.14159265358979323846, degree = pi / 180.0;
    const auto seventh = [](double c) { return std::sqrt(std::pow(c, 7) / (std::pow(c, 7) + std::pow(25.0, 7))); };
    const double chroma = (std::hypot(one.a, one.b) + std::hypot(two.a, two.b)) / 2.0;
    const double stretch = 1.0 + 0.5 * (1.0 - seventh(chroma));
    const double c1 = std::hypot(one.a * stretch, one.b), c2 = std::hypot(two.a * stretch, two.b);
    const auto hue = [&](const Lab& lab, double c) {
        if (c == 0.0) return 0.0;
        const double angle = std::atan2(lab.b, lab.a * stretch) / degree;
        return angle < 0.0 ? angle + 360.0 : angle;
    };
    const double h1 = hue(one, c1), h2 = hue(two, c2);
    const bool grey = c1 * c2 == 0.0;
    double turn = grey ? 0.0 : h2 - h1;
    if (turn > 180.0) turn -= 360.0;
    if (turn < -180.0) turn += 360.0;
    const double dl = two.l - one.l, dc = c2 - c1, dh = 2.0 * std::sqrt(c1 * c2) * std::sin(turn / 2.0 * degree);
    const double l = (one.l + two.l) / 2.0, c = (c1 + c2) / 2.0;
    double h = h1 + h2;
    if (!grey) h = std::abs(h1 - h2) <= 180.0 ? h / 2.0 : (h < 360.0 ? (h + 360.0) / 2.0 : (h - 360.0) / 2.0);
    const double t = 1.0 - 0.17 * std::cos((h - 30.0) * degree) + 0.24 * std::cos(2.0 * h * degree) +
                     0.32 * std::cos((3.0 * h + 6.0) * degree) - 0.20 * std::cos((4.0 * h - 63.0) * degree);
    const double away = (l - 50.0) * (l - 50.0);
    const double sl = 1.0 + 0.015 * away / std::sqrt(20.0 + away), sc = 1.0 + 0.045 * c, sh = 1.0 + 0.015 * c * t;
    const double bend = std::exp(-std::pow((h - 275.0) / 25.0, 2));
    const double rt = -2.0 * seventh(c) * std::sin(60.0 * bend * degree);
    const double x = dl / sl, y = dc / sc, z = dh / sh;
    return std::sqrt(x * x + y * y + z * z + rt * y * z);
}

// Full protanopia, deuteranopia and tritanopia in linear light, after Machado, Oliveira and Fernandes, "A
// physiologically-based model for simulation of color vision deficiency", IEEE TVCG 15 (2009). Rows.
using Rows = std::array<glm::dvec3, 3>;
inline constexpr Rows protanopia{{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}};
inline constexpr Rows deuteranopia{{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}};
inline constexpr Rows tritanopia{{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}};
inline constexpr Rows greyscale{{{0.2126, 0.7152, 0.0722}, {0.2126, 0.7152, 0.0722}, {0.2126, 0.7152, 0.0722}}};

inline glm::dvec3 seen_as(const Rows& rows, const glm::dvec3& light) {
    glm::dvec3 seen;
    for (int i = 0; i < 3; ++i) {
        const glm::dvec3& row = rows[static_cast<std::size_t>(i)];
        seen[i] = std::fmin(std::fmax(row.x * light.x + row.y * light.y + row.z * light.z, 0.0), 1.0);
    }
    return seen;
}

}  // namespace drypoint::test
