#include "session/model.h"

#include <array>

#include "anatomy/envelope.h"

namespace drypoint::session {
namespace {

struct ViewDirection {
    std::string_view name;
    float azimuth_deg;
    float elevation_deg;
};

constexpr std::array<ViewDirection, view_count> views{{{"anterior", 0.0f, 0.0f},
                                                       {"posterior", 180.0f, 0.0f},
                                                       {"medial", 90.0f, 0.0f},
                                                       {"lateral", -90.0f, 0.0f},
                                                       {"proximal", 0.0f, 90.0f},
                                                       {"distal", 0.0f, -90.0f}}};

constexpr std::array<std::string_view, room_count> room_names{"explore", "needle", "session"};
constexpr std::array<std::string_view, colours_count> colours_names{"standard", "colour-safe", "high-contrast", "print"};
constexpr std::array<std::string_view, words_count> words_names{"professional", "plain"};

template <typename Enum, std::size_t N>
std::optional<Enum> find(const std::array<std::string_view, N>& names, std::string_view name) {
    for (std::size_t i = 0; i < N; ++i) {
        if (names[i] == name) return static_cast<Enum>(i);
    }
    return std::nullopt;
}

}  // namespace

std::string_view name(Room room) {
    return room_names[static_cast<std::size_t>(room)];
}
std::optional<Room> room_named(std::string_view name) {
    return find<Room>(room_names, name);
}
std::string_view name(Words words) {
    return words_names[static_cast<std::size_t>(words)];
}
std::optional<Words> words_named(std::string_view name) {
    return find<Words>(words_names, name);
}

std::string_view name(Colours colours) {
    return colours_names[static_cast<std::size_t>(colours)];
}
std::optional<Colours> colours_named(std::string_view name) {
    return find<Colours>(colours_names, name);
}

std::string_view name(View view) {
    return views[static_cast<std::size_t>(view)].name;
}

std::optional<View> view_named(std::string_view name) {
    for (std::size_t i = 0; i < views.size(); ++i) {
        if (views[i].name == name) return static_cast<View>(i);
    }
    return std::nullopt;
}

geometry::Camera camera_for(View view, anatomy::Side side, const geometry::Bounds& box, float aspect, bool parallel) {
    const ViewDirection& direction = views[static_cast<std::size_t>(view)];
    geometry::Camera camera;
    camera.azimuth_deg = direction.azimuth_deg;
    camera.elevation_deg = direction.elevation_deg;
    camera.parallel = parallel;
    if (side == anatomy::Side::left) camera = geometry::mirrored(camera);
    return geometry::framed(camera, box, aspect);
}

geometry::Bounds visible_bounds(const Plan& plan, const anatomy::Atlas& atlas) {
    geometry::Bounds box;
    for (std::size_t i = 0; i < atlas.structures.size(); ++i) {
        if (plan.appearance[i].visible) box.add(atlas.structures[i].bounds);
    }
    return box.empty() ? atlas.bounds : box;
}

bool shows_map(const Snapshot& snapshot) {
    return snapshot.map != nullptr && snapshot.model.plan.room == Room::needle;
}

Model initial_model(const anatomy::Atlas& atlas) {
    Model model;
    model.plan.appearance.resize(atlas.structures.size());
    for (std::size_t i = 0; i < atlas.structures.size(); ++i) {
        if (!anatomy::is_envelope(atlas.structures[i], atlas)) continue;
        const anatomy::Tissue tissue = atlas.structures[i].tissue;
        Appearance& appearance = model.plan.appearance[i];
        appearance.visible = tissue == anatomy::Tissue::skin;
        if (tissue == anatomy::Tissue::skin) appearance.opacity = initial_skin_opacity;
        if (tissue == anatomy::Tissue::fascia) appearance.opacity = initial_fascia_opacity;
    }
    const float aspect = static_cast<float>(model.viewport_px.x) / static_cast<float>(model.viewport_px.y);
    model.camera = camera_for(View::anterior, anatomy::shown_side(atlas), visible_bounds(model.plan, atlas), aspect);
    return model;
}

}  // namespace drypoint::session
