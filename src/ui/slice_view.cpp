#include "ui/slice_view.h"

#include <algorithm>
#include <cmath>

#include <glm/geometric.hpp>

#include "scene/on_cuts.h"
#include "scene/slice_labels.h"
#include "ui/draw.h"
#include "ui/names.h"
#include "ui/own_needle.h"
#include "ui/tissue_pattern.h"
#include "ui/type.h"
#include "ui/widgets.h"

namespace drypoint::ui {
namespace {

using anatomy::Tissue;

constexpr ImU32 white = IM_COL32(0xFF, 0xFF, 0xFF, 0xE6);
constexpr double on_the_line_mm = 0.3, in_plane_mm = 1.0, far_beside_mm = 10.0;

struct View {
    Context& c;
    ImDrawList& draw;
    const scene::Slice& slice;
    const SlicePlace& place;

    ImVec2 at(const glm::dvec2& mm) const {
        return {place.box.Min.x + static_cast<float>(mm.x - place.low.x) * place.px_per_mm,
                place.box.Min.y + static_cast<float>(place.high.y - mm.y) * place.px_per_mm};
    }
    float u(float units) const { return units * c.layout.scale; }
};

// Without smoothed edges, so that neighbouring pieces leave no seam.
void fill(const View& v, const std::vector<geometry::Trapezoid>& pieces, ImU32 colour) {
    const ImDrawListFlags flags = v.draw.Flags;
    v.draw.Flags &= ~ImDrawListFlags_AntiAliasedFill;
    for (const geometry::Trapezoid& t : pieces) {
        v.draw.AddQuadFilled(v.at({t.left0, t.v0}), v.at({t.right0, t.v0}), v.at({t.right1, t.v1}),
                             v.at({t.left1, t.v1}), colour);
    }
    v.draw.Flags = flags;
}

void outline(const View& v, const std::vector<geometry::CutLoop>& loops, ImU32 colour, float width) {
    for (const geometry::CutLoop& loop : loops) {
        for (const glm::dvec2& at : loop.points) v.draw.PathLineTo(v.at(at));
        v.draw.PathStroke(colour, loop.closed ? ImDrawFlags_Closed : ImDrawFlags_None, width);
    }
}

void dashed(const View& v, const geometry::CutLoop& loop, ImU32 colour, float width) {
    std::vector<ImVec2> points;
    for (const glm::dvec2& point : loop.points) points.push_back(v.at(point));
    dashed_outline(v.draw, points.data(), static_cast<int>(points.size()), loop.closed, colour, width, v.u(5), v.u(4));
}

void draw_parts(const View& v) {
    fill(v, v.slice.limb, v.c.theme.bg3);
    for (const scene::SlicePart& part : v.slice.parts) {
        fill(v, part.fill, packed(v.c.palette.tissue[static_cast<std::size_t>(part.tissue)]));
        draw_tissue_pattern(v.c, v.draw, part.tissue, part.loops, v.place);
        const bool bright = scene::has_pale_edge(part.tissue);
        if (bright) outline(v, part.loops, v.c.theme.outline, v.u(3.4f));
        outline(v, part.loops, bright ? white : faded(v.c.theme.outline, 0.75f), v.u(bright ? 1.8f : 1.0f));
        const base::Id& id = v.c.atlas().structures[part.structure].id;
        if (id == v.c.model().selected || id == v.c.model().hovered)
            outline(v, part.loops, v.c.theme.accent, v.u(id == v.c.model().selected ? 2.2f : 1.4f));
    }
}

void draw_hulls(const View& v) {
    const ImU32 ink = packed(v.c.palette.risk);
    for (const scene::SliceHull& hull : v.slice.hulls) {
        draw_hatch(v.draw, hull.outline, v.place, v.c.px(7), v.u(1.2f), faded(ink, 0.35f));
        for (const geometry::CutLoop& loop : hull.outline) {
            dashed(v, loop, v.c.theme.outline, v.u(3));
            dashed(v, loop, ink, v.u(1.5f));
        }
    }
}

void thin(const View& v, ImVec2 from, ImVec2 to, ImU32 colour, bool broken) {
    if (!broken) {
        v.draw.AddLine(from, to, v.c.theme.outline, v.u(3.2f));
        v.draw.AddLine(from, to, colour, v.u(1.4f));
        return;
    }
    dashed_line(v.draw, from, to, v.c.theme.outline, v.u(3.2f), v.u(4), v.u(3));
    dashed_line(v.draw, from, to, colour, v.u(1.4f), v.u(4), v.u(3));
}

// The taught path where the needle lies elsewhere, and the target's ring.
void draw_taught(const View& v, bool along) {
    if (!v.slice.taught) return;
    const scene::SliceGhost& ghost = *v.slice.taught;
    const ImU32 colour = faded(packed(v.c.palette.needle), 0.7f);
    const glm::dvec2 way = ghost.tip - ghost.entry;
    const bool elsewhere = std::abs(ghost.entry.x) > on_the_line_mm || std::abs(ghost.tip.x) > on_the_line_mm;
    if (along && elsewhere) {
        thin(v, v.at(ghost.entry - glm::normalize(way) * 14.0), v.at(ghost.entry), colour, false);
        thin(v, v.at(ghost.entry), v.at(ghost.tip), colour, true);
    }
    ring(v.draw, v.at(ghost.tip), v.u(6.5f), packed(v.c.palette.target), v.c.theme.outline, v.u(2));
}

void draw_needle(const View& v, bool along) {
    const ImU32 colour = packed(v.c.palette.needle);
    if (!along) {
        const ImVec2 tip = v.at(v.slice.tip);
        v.draw.AddCircleFilled(tip, v.u(4.5f), v.c.theme.outline);
        v.draw.AddCircle(tip, v.u(4.5f), colour, 0, v.u(1.6f));
        v.draw.AddCircleFilled(tip, v.u(1.6f), colour);
        return;
    }
    const ImVec2 tip = v.at(v.slice.tip), top(tip.x, v.place.box.Min.y);
    dashed_line(v.draw, tip, {tip.x, v.place.box.Max.y}, faded(v.c.theme.outline, 0.8f), v.u(2.6f), v.u(2), v.u(3));
    dashed_line(v.draw, tip, {tip.x, v.place.box.Max.y}, faded(colour, 0.7f), v.u(1.2f), v.u(2), v.u(3));
    v.draw.AddLine(top, tip, v.c.theme.outline, v.u(5));
    v.draw.AddLine(top, tip, colour, v.u(3));
}

// Words with a dark halo on any tissue.
void halo(const View& v, Type type, ImVec2 at, ImU32 ink, const std::string& text) {
    const float off = 1.5f * v.c.layout.scale;
    for (int i = -1; i <= 1; ++i) {
        for (int j = -1; j <= 1; ++j) {
            if (i == 0 && j == 0) continue;
            write(v.c, v.draw, type, at + ImVec2(static_cast<float>(i) * off, static_cast<float>(j) * off),
                  faded(v.c.theme.outline, 0.85f), text);
        }
    }
    write(v.c, v.draw, type, at, ink, text);
}

ImRect halo_in(const View& v, ImVec2 centre, const std::string& text) {
    const ImVec2 size = measure(v.c, Type::regular12, text);
    const ImRect rect(centre - size * 0.5f, centre + size * 0.5f);
    halo(v, Type::regular12, {std::round(rect.Min.x), std::round(rect.Min.y)}, white, text);
    return rect;
}

scene::Rect local(const View& v, const ImRect& rect) {
    const ImVec2& from = v.place.box.Min;
    return {{rect.Min.x - from.x, rect.Min.y - from.y}, {rect.Max.x - from.x, rect.Max.y - from.y}};
}

// Which way is what, at the middles of the edges.
void draw_directions(const View& v, bool along, std::vector<scene::Rect>& taken) {
    const auto opposite = [](anatomy::Direction direction) {
        using anatomy::Direction;
        switch (direction) {
            case Direction::proximal:
                return Direction::distal;
            case Direction::distal:
                return Direction::proximal;
            case Direction::medial:
                return Direction::lateral;
            case Direction::lateral:
                return Direction::medial;
            case Direction::anterior:
                return Direction::posterior;
            case Direction::posterior:
                return Direction::anterior;
        }
        return direction;
    };
    const ImRect& box = v.place.box;
    const ImVec2 middle = box.GetCenter();
    const std::string right = direction_word(v.c, v.slice.right), left = direction_word(v.c, opposite(v.slice.right));
    const float half_right = measure(v.c, Type::regular12, right).x * 0.5f;
    const float half_left = measure(v.c, Type::regular12, left).x * 0.5f;
    const float low = along ? box.Min.y + v.c.px(14) : middle.y;
    taken.push_back(local(v, halo_in(v, {box.Max.x - v.c.px(7) - half_right, low}, right)));
    taken.push_back(local(v, halo_in(v, {box.Min.x + v.c.px(7) + half_left, low}, left)));
    if (along) return;  // there down is deeper
    taken.push_back(local(v, halo_in(v, {middle.x, box.Min.y + v.c.px(12)}, direction_word(v.c, v.slice.up))));
    taken.push_back(
        local(v, halo_in(v, {middle.x, box.Max.y - v.c.px(12)}, direction_word(v.c, opposite(v.slice.up)))));
}

void draw_scale_bar(const View& v, std::vector<scene::Rect>& taken) {
    constexpr float bar_mm = 10.0f;
    const float width = bar_mm * v.place.px_per_mm;
    const ImVec2 end = v.place.box.Max - ImVec2(v.c.px(12), v.c.px(12)), start(end.x - width, end.y);
    v.draw.AddLine(start, end, v.c.theme.outline, v.u(5));
    v.draw.AddLine(start, end, white, v.u(2));
    const std::string text = v.c.t("slice.scale");
    const ImRect words = halo_in(v, {(start.x + end.x) * 0.5f, end.y - v.c.px(13)}, text);
    ImRect all(start - ImVec2(v.c.px(4), v.c.px(22)), end + ImVec2(v.c.px(4), v.c.px(6)));
    all.Add(words);
    taken.push_back(local(v, all));
}

bool is_judged(const Context& c, std::size_t structure) {
    if (c.needle.assessment == nullptr) return false;
    const anatomy::Judgement& judgement = c.needle.assessment->judgement;
    return std::any_of(judgement.reasons.begin(), judgement.reasons.end(),
                       [structure](const anatomy::Reason& one) { return one.structure == structure; });
}

// Of the slice as it lies in its frame, with what labels keep off.
scene::SlicePicture picture_of(const View& v, bool along, std::vector<scene::Rect> taken) {
    const ImVec2 tip = v.at(v.slice.tip);
    const ImRect shaft(tip.x - v.u(6), along ? v.place.box.Min.y : tip.y - v.u(9), tip.x + v.u(6), tip.y + v.u(9));
    taken.push_back(local(v, shaft));
    scene::SlicePicture picture;
    picture.size_px = {v.place.box.GetWidth(), v.place.box.GetHeight()};
    picture.px_per_mm = v.place.px_per_mm;
    picture.scale = v.c.layout.scale;
    picture.reserved = std::move(taken);
    picture.text_size = [&v](std::string_view text, scene::TextStyle) {
        const ImVec2 size = measure(v.c, Type::regular12, text);
        return glm::vec2(size.x, size.y);
    };
    picture.name_of = [&v](const base::Id& id, const std::string& name) { return name_in_register(v.c, id, name); };
    return picture;
}

// How far the nearest hazard is from the shaft, and from this plane, beside its ring.
void write_nearest(const View& v, bool along, const ImRect& mark, bool judged, std::vector<scene::Rect>& taken) {
    const scene::SliceNearest& nearest = *v.slice.nearest;
    const std::string far = scene::millimetres(nearest.distance_mm);
    const bool beside = nearest.off_plane_mm > in_plane_mm;
    const std::string off = beside ? v.c.t("slice.off-plane", {scene::millimetres(nearest.off_plane_mm)}) : "";
    const float sign = judged ? v.u(18) : 0.0f;
    const ImVec2 first = measure(v.c, Type::semibold14, far), second = measure(v.c, Type::regular12, off);
    const ImVec2 size(std::max(sign + first.x, second.x), first.y + (beside ? second.y : 0.0f));
    const auto box = scene::place_beside(local(v, mark), {size.x, size.y}, picture_of(v, along, taken));
    // Where all round it is taken, over what is there: the number counts more.
    const ImVec2 from = box ? v.place.box.Min + ImVec2(box->min.x, box->min.y)
                            : ImVec2(std::min(mark.Max.x + v.u(6), v.place.box.Max.x - size.x - v.u(4)), mark.Min.y);
    if (judged)
        triangle(v.draw, from + ImVec2(v.u(6), first.y * 0.5f), v.u(12), packed(v.c.palette.risk), false);
    halo(v, Type::semibold14, from + ImVec2(sign, 0), white, far);
    if (beside) halo(v, Type::regular12, from + ImVec2(0, first.y), white, off);
    taken.push_back(local(v, {from, from + size}));
}

// The nearest hazard: a ring where it is nearest, and a line to it.
void draw_nearest(const View& v, bool along, std::vector<scene::Rect>& taken) {
    if (!v.slice.nearest) return;
    const scene::SliceNearest& nearest = *v.slice.nearest;
    const ImVec2 at = v.at(nearest.place);
    ImRect inner = v.place.box;
    inner.Expand(-v.c.px(10));
    if (!inner.Contains(at) || nearest.off_plane_mm > far_beside_mm) return;  // the table says it
    const bool judged = is_judged(v.c, nearest.structure);
    const ImU32 colour = judged ? packed(v.c.palette.risk) : v.c.theme.on_outline;
    const ImVec2 shaft = v.at(nearest.shaft);
    if (v.place.box.Contains(shaft)) {
        dashed_line(v.draw, shaft, at, v.c.theme.outline, v.u(3.4f), v.u(3), v.u(3));
        dashed_line(v.draw, shaft, at, colour, v.u(1.6f), v.u(3), v.u(3));
    }
    const float radius = v.u(11);
    if (nearest.off_plane_mm > in_plane_mm) {
        dashed_circle(v.draw, at, radius, v.c.theme.outline, v.u(4.4f));
        dashed_circle(v.draw, at, radius, colour, v.u(2.2f));
    } else {
        ring(v.draw, at, radius, colour, v.c.theme.outline, v.u(2.2f));
    }
    const ImRect mark(at - ImVec2(radius, radius), at + ImVec2(radius, radius));
    taken.push_back(local(v, mark));
    write_nearest(v, along, mark, judged, taken);
}

void draw_names(const View& v, std::vector<scene::Rect> taken, const SliceLook& look) {
    const ImVec2 from = v.place.box.Min;
    const scene::SlicePicture picture = picture_of(v, look.along, std::move(taken));
    for (const scene::SliceLabel& label : scene::slice_labels(v.slice, v.c.atlas(), picture)) {
        const ImRect rect(from.x + label.box.min.x, from.y + label.box.min.y, from.x + label.box.max.x,
                          from.y + label.box.max.y);
        if (label.leads_to) {
            const ImVec2 to = from + ImVec2(label.leads_to->x, label.leads_to->y);
            const ImVec2 near(std::clamp(to.x, rect.Min.x, rect.Max.x), std::clamp(to.y, rect.Min.y, rect.Max.y));
            leader(v.draw, near, to, white, v.c.theme.outline, v.u(1));
        }
        halo(v, Type::regular12, {std::round(rect.Min.x), std::round(rect.Min.y)}, white, label.text);
        announce(v.c, std::string(look.name) + "/label/" + v.c.atlas().structures[label.structure].id, label.text,
                 rect);
    }
}

// The innermost structure under the pointer.
const anatomy::Structure* under(const View& v, ImVec2 pixel) {
    const glm::dvec2 at = v.place.at(pixel);
    for (auto part = v.slice.parts.rbegin(); part != v.slice.parts.rend(); ++part) {
        if (geometry::is_inside(part->loops, at)) return &v.c.atlas().structures[part->structure];
    }
    return nullptr;
}

// In words, for who does not see it.
std::string in_words(const View& v, bool along) {
    const std::string what = v.c.t(along ? "slice.along" : "slice.across");
    if (!v.slice.nearest) return what;
    const anatomy::Structure& structure = v.c.atlas().structures[v.slice.nearest->structure];
    return v.c.t("slice.in-words", {what, name_in_register(v.c, structure.id, structure.name),
                                    scene::millimetres(v.slice.nearest->distance_mm)});
}

void take_pointer(const View& v, const SliceLook& look) {
    Spec spec{.name = look.name, .text = in_words(v, look.along), .role = Role::region};
    if (look.along) {
        spec.role = Role::needle;
        spec.command = Command::needle_focus;
    }
    const Response response = interact(v.c, spec, v.place.box);
    if (!response.hovered) return;
    const anatomy::Structure* structure = under(v, ImGui::GetIO().MousePos);
    if (structure != nullptr) v.c.pointed_at = structure->id;
    if (!response.clicked || place_by_click(v.c)) return;
    v.c.send(session::Select{structure != nullptr ? structure->id : base::Id()});
}

// The name beside the pointer.
void draw_hovered(const View& v) {
    if (!ImGui::IsWindowHovered() || !v.place.box.Contains(ImGui::GetIO().MousePos)) return;
    const anatomy::Structure* structure = under(v, ImGui::GetIO().MousePos);
    if (structure == nullptr) return;
    const std::string name = name_in_register(v.c, structure->id, structure->name);
    const ImVec2 size = measure(v.c, Type::medium14, name) + ImVec2(v.c.px(16), v.c.px(8));
    ImVec2 at = ImGui::GetIO().MousePos + ImVec2(v.c.px(14), v.c.px(12));
    at.x = std::min(at.x, v.c.layout.size.x - size.x - v.c.px(4));
    at.y = std::min(at.y, v.c.layout.size.y - size.y - v.c.px(4));
    ImDrawList& front = *ImGui::GetForegroundDrawList();
    front.AddRectFilled(at, at + size, v.c.theme.plate, v.c.px(4));
    write(v.c, front, Type::medium14, at + ImVec2(v.c.px(8), v.c.px(4)), v.c.theme.t1, name);
}

}  // namespace

void draw_slice(Context& c, ImDrawList& draw, const scene::Slice& slice, const ImRect& box, float px_per_mm,
                const SliceLook& look) {
    const SlicePlace place{box, px_per_mm, slice.low, slice.high, slice.plane};
    const View v{c, draw, slice, place};
    (look.along ? c.state.along : c.state.across) = place;  // first, so that a click in this frame finds it
    take_pointer(v, look);
    draw.AddRectFilled(box.Min, box.Max, c.theme.bg0);
    draw.PushClipRect(box.Min, box.Max, true);
    draw_parts(v);
    draw_hulls(v);
    draw_taught(v, look.along);
    draw_needle(v, look.along);
    std::vector<scene::Rect> taken;
    draw_directions(v, look.along, taken);
    if (look.scale_bar) draw_scale_bar(v, taken);
    draw_nearest(v, look.along, taken);
    draw_names(v, std::move(taken), look);
    draw.PopClipRect();
    draw.AddRect(box.Min, box.Max, c.state.placing != Placing::nothing ? c.theme.accent : c.theme.line2, c.px(4));
    draw_hovered(v);
}

}  // namespace drypoint::ui
