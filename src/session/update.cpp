#include "session/update.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace drypoint::session {
namespace {

constexpr std::size_t camera_history_length = 64;

// What the branches below share: the model being changed, and a way to refuse.
struct Context {
    Update& result;
    const anatomy::Atlas& atlas;

    Model& model() const { return result.model; }
    Plan& plan() const { return result.model.plan; }

    void refuse(std::string why) const {
        result.refused = true;
        result.model.message = std::move(why);
    }

    // The position of a structure, or a refusal that names the nearest id.
    std::optional<std::size_t> structure(const base::Id& id) const {
        const std::optional<std::size_t> index = atlas.index_of(id);
        if (index) return index;
        std::vector<std::string> ids;
        for (const anatomy::Structure& structure : atlas.structures) ids.push_back(structure.id);
        const std::string near = base::nearest(id, ids);
        refuse("This model has no structure \"" + id + "\"" + (near.empty() ? "" : "; the nearest name is " + near));
        return std::nullopt;
    }

    Appearance& appearance(std::size_t index) const { return plan().appearance[index]; }
};

float aspect_of(const Model& model) {
    return static_cast<float>(model.viewport_px.x) / static_cast<float>(model.viewport_px.y);
}

// Views jump and can be taken back; drags move on from where they are.
void jump_to(Model& model, const geometry::Camera& camera) {
    if (camera == model.camera) return;
    model.camera_back.push_back(model.camera);
    if (model.camera_back.size() > camera_history_length) model.camera_back.erase(model.camera_back.begin());
    model.camera_forward.clear();
    model.camera = camera;
}

void step_camera(Model& model, std::vector<geometry::Camera>& from, std::vector<geometry::Camera>& to) {
    if (from.empty()) return;
    to.push_back(model.camera);
    model.camera = from.back();
    from.pop_back();
}

void leave_isolation(Plan& plan) {
    if (!plan.isolation) return;
    plan.appearance = plan.isolation->before;
    plan.isolation.reset();
}

bool in_range(float value, float low, float high) {
    return std::isfinite(value) && value >= low && value <= high;
}

void apply(const Select& action, const Context& c) {
    if (action.structure.empty() || c.structure(action.structure)) c.model().selected = action.structure;
}

void apply(const Hover& action, const Context& c) {
    if (action.structure.empty() || c.structure(action.structure)) c.model().hovered = action.structure;
}

void apply(const Hide& action, const Context& c) {
    if (const auto index = c.structure(action.structure)) c.appearance(*index).visible = false;
}

void apply(const Show& action, const Context& c) {
    if (const auto index = c.structure(action.structure)) c.appearance(*index).visible = true;
}

void apply(const ShowAll&, const Context& c) {
    leave_isolation(c.plan());
    for (Appearance& appearance : c.plan().appearance) appearance.visible = true;
}

void apply(const HideOthers& action, const Context& c) {
    const auto index = c.structure(action.structure);
    if (!index) return;
    for (Appearance& appearance : c.plan().appearance) appearance.visible = false;
    c.appearance(*index).visible = true;
}

void apply(const Isolate& action, const Context& c) {
    const auto index = c.structure(action.structure);
    if (!index) return;
    const bool same = c.plan().isolation && c.plan().isolation->id == action.structure;
    leave_isolation(c.plan());
    if (same) return;
    c.plan().isolation = Isolation{action.structure, c.plan().appearance};
    for (Appearance& appearance : c.plan().appearance) appearance.visible = false;
    c.appearance(*index) = Appearance{};
}

void apply(const LeaveIsolation&, const Context& c) {
    leave_isolation(c.plan());
}

void apply(const SetOpacity& action, const Context& c) {
    const auto index = c.structure(action.structure);
    if (!index) return;
    if (!in_range(action.opacity, 0.0f, 1.0f)) return c.refuse("Opacity goes from 0 to 1");
    c.appearance(*index).opacity = action.opacity;
}

template <typename Change>
void for_layer(anatomy::Layer layer, const Context& c, Change change) {
    bool any = false;
    for (std::size_t i = 0; i < c.atlas.structures.size(); ++i) {
        if (c.atlas.structures[i].layer != layer) continue;
        change(c.appearance(i));
        any = true;
    }
    if (!any) c.refuse("This model has nothing in the layer " + std::string(anatomy::name(layer)));
}

void apply(const ShowLayer& action, const Context& c) {
    for_layer(action.layer, c, [](Appearance& appearance) { appearance.visible = true; });
}

void apply(const HideLayer& action, const Context& c) {
    for_layer(action.layer, c, [](Appearance& appearance) { appearance.visible = false; });
}

void apply(const SetLayerOpacity& action, const Context& c) {
    if (!in_range(action.opacity, 0.0f, 1.0f)) return c.refuse("Opacity goes from 0 to 1");
    for_layer(action.layer, c, [&action](Appearance& appearance) { appearance.opacity = action.opacity; });
}

void apply(const EndGesture&, const Context&) {}

void apply(const LookFrom& action, const Context& c) {
    const geometry::Bounds box = visible_bounds(c.plan(), c.atlas);
    jump_to(c.model(), camera_for(action.view, box, aspect_of(c.model()), c.model().camera.parallel));
}

void apply(const ResetView&, const Context& c) {
    apply(LookFrom{View::anterior}, c);
}

void apply(const CentreOn& action, const Context& c) {
    const auto index = c.structure(action.structure);
    if (!index) return;
    constexpr float margin = 1.6f;  // so that its neighbours are seen too
    jump_to(c.model(),
            geometry::framed(c.model().camera, c.atlas.structures[*index].bounds, aspect_of(c.model()), margin));
}

void apply(const Orbit& action, const Context& c) {
    if (!std::isfinite(action.right_deg) || !std::isfinite(action.up_deg)) return c.refuse("Angles are finite numbers");
    c.model().camera = geometry::orbited(c.model().camera, action.right_deg, action.up_deg);
}

void apply(const Pan& action, const Context& c) {
    if (!std::isfinite(action.right) || !std::isfinite(action.down)) return c.refuse("Distances are finite numbers");
    c.model().camera = geometry::panned(c.model().camera, {action.right, action.down}, 1.0f);
}

void apply(const Zoom& action, const Context& c) {
    if (!in_range(action.factor, 0.01f, 100.0f)) return c.refuse("The factor of a zoom goes from 0.01 to 100");
    if (!std::isfinite(action.x) || !std::isfinite(action.y)) return c.refuse("Zoom needs a point of the picture");
    const glm::vec2 size{aspect_of(c.model()), 1.0f};
    c.model().camera = geometry::zoomed(c.model().camera, action.factor, size, glm::vec2(action.x, action.y) * size);
}

void apply(const SetParallel& action, const Context& c) {
    c.model().camera.parallel = action.on;
}

void apply(const SetCamera& action, const Context& c) {
    geometry::Camera camera = c.model().camera;
    camera.pivot = {action.pivot_x, action.pivot_y, action.pivot_z};
    camera.azimuth_deg = action.azimuth_deg;
    camera.elevation_deg = action.elevation_deg;
    camera.roll_deg = action.roll_deg;
    camera.distance_mm = action.distance_mm;
    const bool usable = in_range(camera.elevation_deg, -90.0f, 90.0f) && in_range(camera.distance_mm, 5.0f, 20000.0f) &&
                        std::isfinite(glm::dot(camera.pivot, camera.pivot)) && std::isfinite(camera.azimuth_deg) &&
                        std::isfinite(camera.roll_deg);
    if (!usable)
        return c.refuse("A camera needs an elevation from -90 to 90 degrees and a distance from 5 to 20000 mm");
    jump_to(c.model(), camera);
}

void apply(const CameraBack&, const Context& c) {
    if (c.model().camera_back.empty()) return c.refuse("No earlier view");
    step_camera(c.model(), c.model().camera_back, c.model().camera_forward);
}

void apply(const CameraForward&, const Context& c) {
    if (c.model().camera_forward.empty()) return c.refuse("No later view");
    step_camera(c.model(), c.model().camera_forward, c.model().camera_back);
}

void apply(const SetViewport& action, const Context& c) {
    constexpr int largest_px = 16384;
    const int smaller = std::min(action.width_px, action.height_px);
    const int larger = std::max(action.width_px, action.height_px);
    if (smaller < 1 || larger > largest_px) return c.refuse("A picture is 1 to 16384 pixels wide and high");
    c.model().viewport_px = {action.width_px, action.height_px};
}

void apply(const Undo&, const Context&) {}
void apply(const Redo&, const Context&) {}

void apply(const Search& action, const Context& c) {
    c.model().search = action.text;
}

void apply(const SetTextScale& action, const Context& c) {
    if (!in_range(action.scale, 1.0f, 3.0f)) return c.refuse("Text goes from 100 to 300 %");
    c.model().text_scale = action.scale;
}

void apply(const SavePicture& action, const Context& c) {
    c.result.effects.emplace_back(action);
}
void apply(const Quit& action, const Context& c) {
    c.result.effects.emplace_back(action);
}

}  // namespace

Update update(Model model, const Action& action, const anatomy::Atlas& atlas) {
    Update result;
    result.model = std::move(model);
    result.model.message.clear();
    const Context context{result, atlas};
    std::visit([&context](const auto& one) { apply(one, context); }, action);
    return result;
}

}  // namespace drypoint::session
