#include "scene/slice.h"

#include <algorithm>
#include <cmath>

#include <glm/geometric.hpp>

#include "anatomy/own_path.h"
#include "geometry/contour.h"
#include "scene/on_cuts.h"

namespace drypoint::scene {
namespace {

constexpr double hull_step_mm = 1.0;

bool overlap(const geometry::Bounds& a, const geometry::Bounds& b) {
    for (int axis = 0; axis < 3; ++axis) {
        if (a.min[axis] > b.max[axis] || b.min[axis] > a.max[axis]) return false;
    }
    return true;
}

class Cutter {
  public:
    Cutter(const SliceSubject& subject, const geometry::CutPlane& plane, const SliceWindow& window)
        : subject_(subject) {
        slice_.plane = plane;
        slice_.low = window.low;
        slice_.high = window.high;
        for (const glm::dvec2& corner : {window.low, window.high, glm::dvec2(window.low.x, window.high.y),
                                         glm::dvec2(window.high.x, window.low.y)}) {
            box_.add(glm::vec3(plane.in_space(corner)));
        }
    }

    Slice run() {
        const auto named = [this](const glm::dvec3& way) { return anatomy::direction_of(way, subject_.side); };
        slice_.right = named(slice_.plane.u);
        slice_.up = named(slice_.plane.v);
        slice_.away = named(-glm::cross(slice_.plane.u, slice_.plane.v));
        add_parts();
        add_hulls();
        add_needles();
        return std::move(slice_);
    }

  private:
    double off_plane(const glm::dvec3& at) const {
        return std::abs(glm::dot(glm::cross(slice_.plane.u, slice_.plane.v), at - slice_.plane.origin_mm));
    }

    void add_parts() {
        const std::vector<anatomy::Structure>& structures = subject_.atlas.structures;
        for (std::size_t i = 0; i < structures.size(); ++i) {
            const anatomy::Structure& structure = structures[i];
            if (!overlap(structure.bounds, box_) || !geometry::crosses(structure.bounds, slice_.plane)) continue;
            SlicePart part{
                i, structure.tissue, geometry::with_ends_joined(geometry::cut(structure.surface, slice_.plane)), {}};
            part.fill = geometry::fill(part.loops, slice_.low.y, slice_.high.y);
            if (part.fill.empty()) continue;
            if (structure.tissue == anatomy::Tissue::skin) add_limb(structure.surface);
            slice_.parts.push_back(std::move(part));
        }
        std::stable_sort(slice_.parts.begin(), slice_.parts.end(), [](const SlicePart& a, const SlicePart& b) {
            return cut_order(a.tissue) < cut_order(b.tissue);
        });
    }

    // The skin is a shell: its outlines without its holes, each closed by itself where the model ends.
    void add_limb(const geometry::TriangleMesh& skin) {
        std::vector<geometry::CutLoop> outlines;
        for (geometry::CutLoop& loop : geometry::cut(skin, slice_.plane)) {
            loop.closed = true;
            if (geometry::signed_area_mm2(loop) > 0.0) outlines.push_back(std::move(loop));
        }
        slice_.limb = geometry::fill(outlines, slice_.low.y, slice_.high.y);
    }

    void add_hulls() {
        if (subject_.index == nullptr) return;
        for (const std::size_t i : subject_.index->hazards()) {
            const double width = subject_.index->spread_mm(i).value_or(0.0) * subject_.probe.hull_k;
            if (width <= 0.0) continue;
            geometry::Bounds reach = subject_.atlas.structures[i].bounds;
            reach.min -= static_cast<float>(width);
            reach.max += static_cast<float>(width);
            if (!overlap(reach, box_) || !geometry::crosses(reach, slice_.plane)) continue;
            SliceHull hull{i, geometry::contour(hull_of(i, width), slice_.low, slice_.high, hull_step_mm)};
            if (!hull.outline.empty()) slice_.hulls.push_back(std::move(hull));
        }
    }

    // How far a place of the plane is from the hull; below 0 inside. Inside the hazard itself it is taken as its wall.
    geometry::Distance hull_of(std::size_t structure, double width) const {
        const auto part = std::find_if(slice_.parts.begin(), slice_.parts.end(),
                                       [structure](const SlicePart& one) { return one.structure == structure; });
        const std::vector<geometry::CutLoop>* inside = part != slice_.parts.end() ? &part->loops : nullptr;
        return [this, structure, width, inside](const glm::dvec2& at) {
            constexpr double far_mm = 200.0;
            const glm::dvec3 place = slice_.plane.in_space(at);
            const auto nearest = subject_.index->nearest_to(structure, {place, place}, far_mm);
            const double distance = nearest ? nearest->distance_mm : far_mm;
            return (inside != nullptr && geometry::is_inside(*inside, at) ? -distance : distance) - width;
        };
    }

    void add_needles() {
        const anatomy::PathReport& probe = subject_.probe;
        slice_.entry = slice_.plane.in_plane(probe.needle.entry_mm);
        slice_.tip = slice_.plane.in_plane(probe.tip_mm);
        if (subject_.taught) {
            slice_.taught = SliceGhost{slice_.plane.in_plane(subject_.taught->from),
                                       slice_.plane.in_plane(subject_.taught->to), off_plane(subject_.taught->to)};
        }
        if (probe.clearances.empty()) return;
        const anatomy::Clearance& first = probe.clearances.front();
        const glm::dvec3 shaft = probe.needle.entry_mm + probe.needle.direction * first.at_depth_mm;
        slice_.nearest =
            SliceNearest{first.structure, slice_.plane.in_plane(shaft), slice_.plane.in_plane(first.nearest_mm),
                         first.distance_mm, off_plane(first.nearest_mm)};
    }

    const SliceSubject& subject_;
    geometry::Bounds box_;  // of the window in space
    Slice slice_;
};

}  // namespace

Slice build_slice(SliceKind kind, const SliceSubject& subject, const SliceWindow& window) {
    const glm::dvec3& direction = subject.probe.needle.direction;
    const glm::dvec3 proximal = anatomy::frame_of(direction, subject.side).proximal;
    const glm::dvec3 right = glm::cross(direction, proximal);
    const geometry::CutPlane plane = kind == SliceKind::along
                                         ? geometry::CutPlane{subject.probe.needle.entry_mm, right, -direction}
                                         : geometry::CutPlane{subject.probe.tip_mm, right, proximal};
    return Cutter(subject, plane, window).run();
}

}  // namespace drypoint::scene
