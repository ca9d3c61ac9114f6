#include "ui/draw.h"

#include <algorithm>
#include <cmath>

namespace drypoint::ui {

void dashed_line(ImDrawList& draw, ImVec2 from, ImVec2 to, ImU32 colour, float width, float dash, float gap) {
    const ImVec2 way = to - from;
    const float length = std::sqrt(ImLengthSqr(way));
    if (length <= 0 || dash + gap <= 0) return;
    const ImVec2 unit = way / length;
    const int count = static_cast<int>(length / (dash + gap)) + 1;
    for (int i = 0; i < count; ++i) {
        const float start = static_cast<float>(i) * (dash + gap);
        const float end = std::min(start + dash, length);
        draw.AddLine(from + unit * start, from + unit * end, colour, width);
    }
}

void dashed_rect(ImDrawList& draw, const ImRect& rect, ImU32 colour, float width, float dash, float gap) {
    dashed_line(draw, rect.GetTL(), rect.GetTR(), colour, width, dash, gap);
    dashed_line(draw, rect.GetTR(), rect.GetBR(), colour, width, dash, gap);
    dashed_line(draw, rect.GetBR(), rect.GetBL(), colour, width, dash, gap);
    dashed_line(draw, rect.GetBL(), rect.GetTL(), colour, width, dash, gap);
}

void dashed_outline(ImDrawList& draw, const ImVec2* points, int count, bool closed, ImU32 colour, float width, float dash,
                    float gap) {
    float way = 0;
    for (int i = 0; i < (closed ? count : count - 1); ++i) {
        const ImVec2 from = points[i], to = points[(i + 1) % count];
        const float length = std::sqrt(ImLengthSqr(to - from));
        for (float at = 0; at < length;) {
            const float phase = std::fmod(way + at, dash + gap);
            const float next = std::min(length, at + (phase < dash ? dash - phase : dash + gap - phase) + 0.01f);
            if (phase < dash)
                draw.AddLine(from + (to - from) * (at / length), from + (to - from) * (next / length), colour, width);
            at = next;
        }
        way += length;
    }
}

void dashed_circle(ImDrawList& draw, ImVec2 centre, float radius, ImU32 colour, float width) {
    constexpr int dashes = 10;
    for (int i = 0; i < dashes; ++i) {
        const float from = static_cast<float>(i) * 2 * IM_PI / dashes;
        draw.PathArcTo(centre, radius, from, from + IM_PI * 1.2f / dashes, 4);
        draw.PathStroke(colour, ImDrawFlags_None, width);
    }
}

void leader(ImDrawList& draw, ImVec2 from, ImVec2 to, ImU32 line, ImU32 under, float scale) {
    draw.AddLine(from, to, under, 3.2f * scale);
    draw.AddLine(from, to, line, 1.3f * scale);
    draw.AddCircleFilled(to, 3.2f * scale, under);
    draw.AddCircleFilled(to, 2.2f * scale, line);
}

void ring(ImDrawList& draw, ImVec2 centre, float radius, ImU32 colour, ImU32 under, float width) {
    draw.AddCircle(centre, radius, under, 0, width * 2.0f);
    draw.AddCircle(centre, radius, colour, 0, width);
}

void triangle(ImDrawList& draw, ImVec2 centre, float size, ImU32 colour, bool filled) {
    const float half = size * 0.5f;
    const ImVec2 top = centre + ImVec2(0, -half);
    const ImVec2 right = centre + ImVec2(half * 1.1f, half * 0.85f);
    const ImVec2 left = centre + ImVec2(-half * 1.1f, half * 0.85f);
    if (filled) {
        draw.AddTriangleFilled(top, right, left, colour);
    } else {
        draw.AddTriangle(top, right, left, colour, std::max(1.0f, size * 0.1f));
        draw.AddLine(centre + ImVec2(0, -half * 0.25f), centre + ImVec2(0, half * 0.25f), colour, size * 0.11f);
        draw.AddCircleFilled(centre + ImVec2(0, half * 0.55f), size * 0.07f, colour);
    }
}

void tick(ImDrawList& draw, ImVec2 centre, float size, ImU32 colour) {
    const ImVec2 points[] = {centre + ImVec2(-size * 0.45f, 0), centre + ImVec2(-size * 0.1f, size * 0.35f),
                             centre + ImVec2(size * 0.5f, -size * 0.38f)};
    draw.AddPolyline(points, 3, colour, ImDrawFlags_None, std::max(1.5f, size * 0.16f));
}

void cross(ImDrawList& draw, ImVec2 centre, float size, ImU32 colour) {
    const float half = size * 0.5f;
    const float width = std::max(1.5f, size * 0.13f);
    draw.AddLine(centre + ImVec2(-half, -half), centre + ImVec2(half, half), colour, width);
    draw.AddLine(centre + ImVec2(-half, half), centre + ImVec2(half, -half), colour, width);
}

void pie(ImDrawList& draw, ImVec2 centre, float radius, int quarters, ImU32 colour) {
    draw.AddCircle(centre, radius - 0.5f, colour, 0, std::max(1.0f, radius * 0.18f));
    if (quarters <= 0) return;
    const float top = -IM_PI * 0.5f;
    for (int i = 0; i < std::min(quarters, 4); ++i) {  // by quarters: a half disc is convex, three quarters are not
        const float from = top + static_cast<float>(i) * IM_PI * 0.5f;
        draw.PathLineTo(centre);
        draw.PathArcTo(centre, radius - 0.5f, from, from + IM_PI * 0.5f, 12);
        draw.PathFillConvex(colour);
    }
}

void hatched_rect(ImDrawList& draw, const ImRect& rect, ImU32 colour, float width, float step) {
    draw.PushClipRect(rect.Min, rect.Max, true);
    for (float x = rect.Min.x - rect.GetHeight(); x < rect.Max.x; x += step) {
        draw.AddLine({x, rect.Max.y}, {x + rect.GetHeight(), rect.Min.y}, colour, width);
    }
    draw.PopClipRect();
}

void brand_mark(ImDrawList& draw, ImVec2 centre, float size, ImU32 line, ImU32 needle) {
    const float half = size * 0.5f;
    const ImVec2 corner(half, half);
    draw.AddRect(centre - corner, centre + corner, line, size * 0.2f, 0, std::max(1.0f, size * 0.07f));
    const float reach = half * 0.5f;
    draw.AddLine(centre + ImVec2(-reach, reach), centre + ImVec2(reach, -reach), needle, std::max(1.5f, size * 0.08f));
    draw.AddCircleFilled(centre + ImVec2(-reach, reach), size * 0.11f, needle);
}

void chevron(ImDrawList& draw, ImVec2 centre, float size, ImU32 colour, Toward toward) {
    const float half = size * 0.5f, side = toward == Toward::left ? -1.0f : 1.0f;
    ImVec2 points[] = {centre + ImVec2(-half * 0.5f * side, -half), centre + ImVec2(half * 0.5f * side, 0),
                       centre + ImVec2(-half * 0.5f * side, half)};
    if (toward == Toward::down) {
        points[0] = centre + ImVec2(-half, -half * 0.5f);
        points[1] = centre + ImVec2(0, half * 0.5f);
        points[2] = centre + ImVec2(half, -half * 0.5f);
    }
    draw.AddPolyline(points, 3, colour, ImDrawFlags_None, std::max(1.5f, size * 0.17f));
}

}  // namespace drypoint::ui
