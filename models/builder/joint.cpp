#include "joint.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include <glm/common.hpp>
#include <glm/geometric.hpp>

namespace drypoint::builder {
namespace {

double smoothstep(double from, double to, double x) {
    const double t = std::clamp((x - from) / (to - from), 0.0, 1.0);
    return t * t * (3.0 - 2.0 * t);
}

// Middle between the two condyles and how far forward the groove begins, of this subject.
constexpr double knee_middle_x = -74.0;
constexpr double groove_z = 84.0;

// How much of its full thickness the cartilage has on a place of the bone that looks towards `n`.
double share_on_femur(const glm::dvec3& p, const glm::dvec3& n, double below_y) {
    const double top = p.z > groove_z ? below_y : below_y - 10.0;  // the back of the condyles ends lower than the groove
    const double height = smoothstep(top, top - 5.0, p.y);
    const double sides = smoothstep(0.88, 0.70, std::abs(n.x));
    const double not_up = smoothstep(0.45, 0.15, n.y);
    // The notch between the condyles, behind the groove, carries the cruciate ligaments instead.
    const double notch = p.z > groove_z ? 1.0 : smoothstep(7.0, 11.0, std::abs(p.x - knee_middle_x));
    return height * sides * not_up * notch;
}

double share_on_tibia(const glm::dvec3& p, const glm::dvec3& n, double above_y) {
    const double height = smoothstep(above_y, above_y + 2.0, p.y);
    const double eminence = smoothstep(4.0, 8.0, std::abs(p.x - knee_middle_x));
    return height * eminence * smoothstep(0.35, 0.60, n.y);
}

double share_on_patella(const glm::dvec3& p, const glm::dvec3& n) {
    return smoothstep(384.0, 389.0, p.y) * smoothstep(-0.2, -0.5, n.z);
}

// z of the bone's front at a place.
double front_of(const Field& bone, double x, double y) {
    double z = 150.0;
    while (z > 60.0 && sample(bone, {x, y, z}) > 0.0) z -= 0.25;
    return z;
}

Field field_on(const Field& bone, double low_y, double high_y, double step) {
    glm::dvec3 low = glm::dvec3(bone.box.low) * bone.step;
    glm::dvec3 high = glm::dvec3(bone.box.high() - 1) * bone.step;
    low.y = std::max(low.y, low_y);
    high.y = std::min(high.y, high_y);
    return Field(step, box_around(low, high, 0.0, step));
}

}  // namespace

Field meniscus(const MeniscusFigure& figure, const Field& tibia, double step) {
    constexpr double inner_height = 1.2;
    constexpr double lift = 1.6;  // of its underside above the bone; cartilage lies between
    const double widest = std::max(figure.half_left_right, figure.half_front_back);
    const glm::dvec3 half(widest, 2.0 * figure.rim_height, widest);
    Field field(step, box_around(figure.centre - half, figure.centre + half, 6.0, step));
    const double half_arc = figure.arc_deg * std::numbers::pi / 360.0;
    for_each_point(field.box, [&](int i, int j, int k) {
        const glm::dvec3 p = field.position(i, j, k) - figure.centre;
        const double x = figure.open_to_left ? -p.x : p.x;  // the C opens towards -x
        const double u = x / figure.half_left_right;
        const double v = p.z / figure.half_front_back;
        const double rho = std::sqrt(u * u + v * v);
        const double scale = rho > 1e-6 ? std::sqrt(x * x + p.z * p.z) / rho : widest;
        const double outside = (rho - 1.0) * scale;
        const double within = (figure.inner_fraction - rho) * scale;
        const double rim = std::clamp((rho - figure.inner_fraction) / (1.0 - figure.inner_fraction), 0.0, 1.0);
        const double height = inner_height + (figure.rim_height - inner_height) * rim;
        const double above = std::abs(sample(tibia, field.position(i, j, k)) - lift - height / 2.0) - height / 2.0;
        const double past_horn = (std::abs(std::atan2(v, u)) - half_arc) * scale * rho;
        field.at(i, j, k) = static_cast<float>(std::max({outside, within, above, past_horn}));
    });
    for (int pass = 0; pass < 2; ++pass) smooth(field);
    redistance(field);
    return field;
}

Field cartilage(const CartilageFigure& figure, const Field& bone, double step) {
    const bool on_femur = figure.on == "femur";
    const bool on_tibia = figure.on == "tibia";
    const double low = on_tibia ? figure.limit_y - 6.0 : -1e9;
    const double high = on_femur ? figure.limit_y + 6.0 : 1e9;
    Field field = field_on(bone, low, high, step);
    for_each_point(field.box, [&](int i, int j, int k) {
        const glm::dvec3 p = field.position(i, j, k);
        const double distance = sample(bone, p);
        float& value = field.at(i, j, k);
        value = static_cast<float>(std::max(0.5, distance));
        if (std::abs(distance) > figure.thickness + 3.0) return;
        const glm::dvec3 n = direction(bone, p, glm::dvec3(0.0));
        double share = on_femur ? share_on_femur(p, n, figure.limit_y) : share_on_patella(p, n);
        if (on_tibia) share = share_on_tibia(p, n, figure.limit_y);
        // A share below a fifth would be a flake; the border ends there.
        const double thickness = share > 0.2 ? figure.thickness * share : 0.0;
        value = static_cast<float>(std::max(distance - thickness, share > 0.2 ? -distance : 0.5));
    });
    smooth(field);
    redistance(field);
    return field;
}

Field fat_pad(const JointFigure& figure, double step) {
    const glm::dvec3& axes = figure.fat_pad_half_axes;
    Field field(step, box_around(figure.fat_pad_centre - axes, figure.fat_pad_centre + axes, 6.0, step));
    const double smallest = std::min({axes.x, axes.y, axes.z});
    for_each_point(field.box, [&](int i, int j, int k) {
        const glm::dvec3 p = (field.position(i, j, k) - figure.fat_pad_centre) / axes;
        field.at(i, j, k) = static_cast<float>((glm::length(p) - 1.0) * smallest);
    });
    redistance(field);
    return field;
}

Field cavity_round_condyles(const JointFigure& figure, const Distance& joint_surface, double step) {
    const glm::dvec3 low(knee_middle_x - 52.0, figure.cavity_from_y, 24.0);
    const glm::dvec3 high(knee_middle_x + 54.0, figure.cavity_to_y, 118.0);
    Field field(step, box_around(low, high, 2.0, step));
    for_each_point(field.box, [&](int i, int j, int k) {
        const glm::dvec3 p = field.position(i, j, k);
        // Behind, the capsule ends on the condyles; in front it goes on into the recess.
        const double top = figure.cavity_to_y - 18.0 * smoothstep(groove_z + 6.0, groove_z - 6.0, p.z);
        const double outside = std::max({figure.cavity_from_y - p.y, p.y - top, low.z - p.z, p.z - high.z});
        const double distance = joint_surface(p);
        // At the sides of the condyles it is a slit.
        const double sideways = distance < 6.0 ? std::abs(slope_of(joint_surface, p).x) : 0.0;
        const double thickness = figure.cavity_thickness * (1.0 - 0.5 * smoothstep(0.7, 0.95, sideways));
        field.at(i, j, k) = static_cast<float>(std::max(distance - thickness, outside));
    });
    smooth(field);
    redistance(field);
    return field;
}

Field suprapatellar_recess(const JointFigure& figure, const Field& femur, double patella_base_y, double step) {
    constexpr double middle_x = -86.0;  // behind the quadriceps tendon
    const double half = figure.recess_thickness / 2.0;
    const double top = patella_base_y + figure.recess_above_patella;
    StrapFigure strap;
    strap.width = {figure.recess_width, figure.recess_width};
    strap.thickness = {figure.recess_thickness, figure.recess_thickness};
    for (const double y : {patella_base_y - 12.0, (patella_base_y + top) / 2.0, top - 5.0}) {  // strap_of() adds 5 mm
        strap.path.push_back({middle_x, y, front_of(femur, middle_x, y) + half + 0.3});
    }
    const Distance bone = [&](const glm::dvec3& p) { return sample(femur, p); };
    Sheet sheet = strap_of(strap, "left-right", bone);
    // Wrapped round the front of the femur: back until it lies on it, at most 9 mm.
    for (auto& row : sheet.rows) {
        for (glm::dvec3& p : row) {
            for (int n = 0; n < 36 && bone(p) > half + 0.3; ++n) p.z -= 0.25;
        }
    }
    lay_on(sheet, bone, 0.3);
    return field_of(sheet, step);
}

void unite(Field& a, const Field& b) {
    for_each_point(a.box, [&](int i, int j, int k) {
        float& value = a.at(i, j, k);
        value = std::min(value, static_cast<float>(sample(b, a.position(i, j, k))));
    });
}

}  // namespace drypoint::builder
