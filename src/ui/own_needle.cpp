#include "ui/own_needle.h"

#include <charconv>
#include <cmath>

#include <glm/geometric.hpp>

#include "geometry/nearest_point.h"
#include "session/needle.h"
#include "ui/commands.h"

namespace drypoint::ui {
namespace {

constexpr double lean_deg = 5.0, fine_lean_deg = 1.0, slide_mm = 1.0, fine_slide_mm = 0.5;

const anatomy::PathGeometry* way_now(const Context& c) {
    return session::way_of(*c.snapshot.world, c.model().plan);
}

anatomy::NeedleFrame frame_now(const Context& c) {
    return anatomy::frame_of(way_now(c)->direction, session::side_of_point(*c.snapshot.world, c.model().plan));
}

const SlicePlace* slice_under(const Context& c, ImVec2 at) {
    for (const auto* place : {&c.state.along, &c.state.across}) {
        if (*place && (*place)->box.Contains(at)) return &**place;
    }
    return nullptr;
}

bool over_limb(const Context& c, ImVec2 at) {
    return c.layout.viewport.Contains(at) && ImGui::GetCurrentContext()->HoveredWindow == nullptr;
}

// On the skin: where the eye's ray enters it, or nearest to a place on a slice.
std::optional<glm::dvec3> entry_at(const Context& c, ImVec2 at) {
    const anatomy::Structure* skin = anatomy::skin_of(c.atlas());
    if (skin == nullptr) return std::nullopt;
    if (const SlicePlace* slice = slice_under(c, at)) {
        const auto place = geometry::nearest_outer_point(skin->surface, slice->plane.in_space(slice->at(at)));
        return place ? std::optional<glm::dvec3>(place->at_mm) : std::nullopt;
    }
    if (!over_limb(c, at)) return std::nullopt;
    const ImVec2 size = c.layout.viewport.GetSize(), pixel = at - c.layout.viewport.Min;
    const geometry::Ray ray = geometry::ray_through(c.model().camera, {size.x, size.y}, {pixel.x, pixel.y});
    const auto place = geometry::first_way_in(skin->surface, {glm::dvec3(ray.origin), glm::dvec3(ray.direction)});
    return place ? std::optional<glm::dvec3>(place->at_mm) : std::nullopt;
}

// Beneath the skin: on what is seen of a structure, or anywhere on a slice.
std::optional<glm::dvec3> target_at(const Context& c, ImVec2 at) {
    if (const SlicePlace* slice = slice_under(c, at)) return slice->plane.in_space(slice->at(at));
    if (!over_limb(c, at) || !c.pick) return std::nullopt;
    const ImVec2 pixel = at - c.layout.viewport.Min;
    const std::optional<scene::Hit> hit = c.pick({pixel.x, pixel.y});
    if (!hit || c.atlas().structures[hit->index].tissue == anatomy::Tissue::skin) return std::nullopt;
    return glm::dvec3(hit->at_mm);
}

void lay(Context& c, const glm::dvec3& entry, const glm::dvec3& target) {
    c.send(session::LayLine{entry.x, entry.y, entry.z, target.x, target.y, target.z});
}

bool can_place(Context& c) {
    if (c.model().plan.room == session::Room::needle && way_now(c) != nullptr) return true;
    notify(c, c.t("own.only-in-room"));
    return false;
}

std::string degrees(double value) {
    char text[32];
    const auto end = std::to_chars(text, text + sizeof text, std::abs(value), std::chars_format::fixed, 0).ptr;
    return std::string(text, end);
}

}  // namespace

int medial_on_slices(const Context& c) {
    const anatomy::NeedleFrame frame = frame_now(c);
    return glm::dot(glm::cross(way_now(c)->direction, frame.proximal), frame.medial) < 0.0 ? -1 : 1;
}

void move_needle(Context& c, int to_the_right, int up, bool slide, bool fine) {
    if (way_now(c) == nullptr) return;
    const double medial = to_the_right * medial_on_slices(c), proximal = up;
    const double step = slide ? (fine ? fine_slide_mm : slide_mm) : (fine ? fine_lean_deg : lean_deg);
    if (slide)
        c.send(session::MoveNeedle{medial * step, proximal * step, 0.0, 0.0});
    else
        c.send(session::MoveNeedle{0.0, 0.0, medial * step, proximal * step});
    c.send(session::EndGesture{});
}

void place_at_pointer(Context& c, Placing what) {
    if (!can_place(c)) return;
    const ImVec2 at = ImGui::GetIO().MousePos;
    const anatomy::PathGeometry& way = *way_now(c);
    const double depth = c.model().plan.needle ? c.model().plan.needle->depth_mm : way.depth_mm;
    const bool entry = what == Placing::entry;
    const std::optional<glm::dvec3> place = entry ? entry_at(c, at) : target_at(c, at);
    if (!place) return notify(c, c.t(entry ? "own.no-entry-here" : "own.no-target-here"));
    c.state.placing = Placing::nothing;
    if (entry)
        lay(c, *place, way.entry_mm + way.direction * depth);
    else
        lay(c, way.entry_mm, *place);
}

void ask_for_place(Context& c, Placing what) {
    c.state.placing = c.state.placing == what ? Placing::nothing : what;
    if (c.state.placing != Placing::nothing)
        notify(c, c.t(what == Placing::entry ? "own.click-entry" : "own.click-target"));
}

bool place_by_click(Context& c) {
    if (c.state.placing == Placing::nothing) return false;
    place_at_pointer(c, c.state.placing);
    return true;
}

std::string direction_word(const Context& c, anatomy::Direction direction, bool short_one) {
    return c.t((short_one ? "toward-short." : "toward.") + std::string(anatomy::name(direction)));
}

anatomy::Direction lean_direction(const Context& c, bool proximal, int sign) {
    const anatomy::NeedleFrame frame = frame_now(c);
    const glm::dvec3 way = (proximal ? frame.proximal : frame.medial) * static_cast<double>(sign);
    return anatomy::direction_of(way, session::side_of_point(*c.snapshot.world, c.model().plan));
}

std::string lean_in_words(const Context& c, double medial_deg, double proximal_deg) {
    std::string all;
    const auto add = [&](double value, bool proximal) {
        if (std::abs(value) < 0.5) return;
        const std::string word = direction_word(c, lean_direction(c, proximal, value < 0 ? -1 : 1));
        all += (all.empty() ? "" : ", ") + c.t("own.lean", {degrees(value), word});
    };
    add(medial_deg, false);
    add(proximal_deg, true);
    return all;
}

}  // namespace drypoint::ui
