// The layers from skin to bone, on and off, and how clear the skin is.
#include <algorithm>
#include <array>
#include <vector>

#include "ui/draw.h"
#include "ui/icons.h"
#include "ui/panel.h"
#include "ui/panels/panels.h"
#include "ui/type.h"
#include "ui/widgets.h"

namespace drypoint::ui {
namespace {

using anatomy::Layer;

struct LayerLook {
    int count = 0, visible = 0;
    float opacity = 0;  // the highest
    std::string text;
    float width = 0;
};

std::string percent(const Context& c, float opacity) {
    return c.t("top.percent", {std::to_string(static_cast<int>(opacity * 100.0f + 0.5f))});
}

// With a crossed eye beside what is peeled off, or, where that has no room, a line through its name.
enum class Hidden { eye, line };

std::vector<LayerLook> looks_of_layers(const Context& c, Hidden hidden) {
    std::vector<LayerLook> layers(anatomy::layer_count);
    for (const anatomy::Structure& structure : c.atlas().structures) {
        LayerLook& layer = layers[static_cast<std::size_t>(structure.layer)];
        const session::Appearance& look = c.appearance(structure);
        ++layer.count;
        layer.visible += look.visible ? 1 : 0;
        layer.opacity = std::max(layer.opacity, look.opacity);
    }
    for (std::size_t i = 0; i < layers.size(); ++i) {
        LayerLook& layer = layers[i];
        layer.text = c.t("layer." + std::string(anatomy::name(static_cast<Layer>(i))));
        const bool faded = layer.visible > 0 && layer.opacity < 0.995f;
        if (faded) layer.text += ' ' + percent(c, layer.opacity);
        layer.width =
            measure(c, Type::medium14, layer.text).x + c.px(layer.visible > 0 || hidden == Hidden::line ? 20 : 40);
        // The skin's number changes under the hand: keep its place wide enough for the longest.
        if (i == 0 && layer.count > 0)
            layer.width = measure(c, Type::medium14, c.t("layer.skin") + ' ' + percent(c, 1)).x + c.px(24);
        layer.width = std::max(layer.width, c.px(40));
    }
    return layers;
}

// On: a bright line above; faded or in part: a dashed one; off: a crossed eye.
void draw_mark_of(const Context& c, ImDrawList& draw, const LayerLook& layer, const ImRect& rect) {
    if (layer.visible == 0) return;
    const bool whole = layer.visible == layer.count && layer.opacity >= 0.995f;
    const float y = rect.Min.y + c.px(1);
    if (whole)
        draw.AddRectFilled(rect.Min, {rect.Max.x, rect.Min.y + c.px(3)}, c.theme.accent);
    else
        dashed_line(draw, {rect.Min.x + c.px(4), y}, {rect.Max.x - c.px(4), y}, c.theme.t3, c.px(3), c.px(6), c.px(3));
}

void draw_hidden(Context& c, ImDrawList& draw, const LayerLook& layer, ImRect rect, Hidden hidden) {
    if (hidden == Hidden::eye) {
        write_icon(c, draw, icon::eye_slash, {rect.Min.x + c.px(17), rect.GetCenter().y}, c.theme.t3, Type::regular14);
        rect.Min.x += c.px(28);
        write_in(c, draw, Type::regular14, rect, c.theme.t3, layer.text);
        return;
    }
    write_in(c, draw, Type::regular14, rect, c.theme.t3, layer.text, 0.5f);
    const float half = measure(c, Type::regular14, layer.text).x * 0.5f;
    const ImVec2 middle = rect.GetCenter();
    draw.AddLine(middle - ImVec2(half, 0), middle + ImVec2(half, 0), c.theme.t3, std::max(1.0f, c.px(1)));
}

void draw_layer(Context& c, Layer which, const LayerLook& layer, const ImRect& rect, Hidden hidden) {
    const std::string id(anatomy::name(which));
    const bool exists = layer.count > 0, seen = layer.visible > 0;
    Spec spec{.name = "layers/" + id, .text = layer.text, .role = Role::toggle, .enabled = exists, .on = seen};
    spec.tip = exists ? c.t(seen ? "layers.hide-tip" : "layers.show-tip",
                            {std::to_string(layer.visible), std::to_string(layer.count)})
                      : c.t("layers.none");
    const Response response = interact(c, spec, rect);
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    const bool lit = response.hovered && exists;
    if (lit) draw.AddRectFilled(rect.Min, rect.Max, c.theme.bg3, c.px(4));
    draw_mark_of(c, draw, layer, rect);
    if (seen)
        write_in(c, draw, Type::medium14, rect, c.theme.t1, layer.text, 0.5f);
    else
        draw_hidden(c, draw, layer, rect, hidden);
    if (!response.clicked) return;
    if (seen)
        c.send(session::HideLayer{which});
    else
        c.send(session::ShowLayer{which});
}

float width_of(const Context& c, const std::vector<LayerLook>& layers) {
    float width = c.px(16);
    for (const LayerLook& layer : layers) width += layer.width;
    return width;
}

void draw_skin_slider(Context& c, const LayerLook& skin, const ImRect& rect) {
    const Spec spec{.name = "layers/skin-opacity",
                    .text = c.t("layers.skin-opacity"),
                    .enabled = skin.visible > 0,
                    .tip = skin.visible > 0 ? std::string() : c.t("layers.skin-hidden"),
                    .explain = true};
    const SliderResponse slid = slider(c, spec, skin.opacity, rect, opacity_range);
    if (slid.value) c.send(session::SetLayerOpacity{Layer::skin, *slid.value});
    if (slid.released) c.send(session::EndGesture{});
}

}  // namespace

void draw_layers_bar(Context& c) {
    if (c.layout.form == Form::tiny) return;  // the list's eyes do it there
    const ImRect& v = c.layout.viewport;
    const float left = v.Min.x + c.px(16) + (c.layout.low ? 0.0f : orientation_marker_width(c) + c.px(8));  // beside the marker
    const float room = v.Max.x - c.px(16) - left;
    Hidden hidden = Hidden::eye;
    std::vector<LayerLook> layers = looks_of_layers(c, hidden);
    float width = width_of(c, layers);
    if (width > room) {
        hidden = Hidden::line;
        layers = looks_of_layers(c, hidden);
        width = width_of(c, layers);
    }
    const float slider_width = c.px(88);
    const bool slides = layers[0].count > 0 && width + slider_width <= room;
    if (slides) width += slider_width;
    const ImRect rect(left, v.Max.y - c.px(56), left + std::min(width, room), v.Max.y - c.px(16));
    const Panel panel(c, "layers", rect, Ground::plate);
    float x = left + c.px(8);
    for (std::size_t i = 0; i < layers.size(); ++i) {
        draw_layer(c, static_cast<Layer>(i), layers[i], {x, rect.Min.y, x + layers[i].width, rect.Max.y}, hidden);
        x += layers[i].width;
        if (i > 0 || !slides) continue;
        draw_skin_slider(c, layers[i], {x, rect.Min.y, x + slider_width - c.px(4), rect.Max.y});
        x += slider_width;
    }
}

}  // namespace drypoint::ui
