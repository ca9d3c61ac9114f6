#pragma once
// How a step of the session sets the scene, and cameras that face a trigger point.

#include "session/model.h"

namespace drypoint::session {

// Half the height of the picture round a point, and round a needle's entry.
inline constexpr float point_frame_mm = 150.0f;
inline constexpr float entry_frame_mm = 75.0f;
inline constexpr float needle_room_frame_mm = 110.0f;
// Likewise when a point was just chosen, so that the limb round it is recognised.
inline constexpr float choice_frame_mm = 200.0f;

// From outside, along the needle or, without one, from the place's side of the limb; turned aside by `aside_deg`, so
// that a needle is seen from beside. The point must be placed.
geometry::Camera camera_for_point(const PlacedPoint& point, const Model& model, float half_height_mm, float aside_deg);

// The needle to this point seen from beside, its entry on the near side: as the limb is seen now if that shows it, else
// turned as little as possible. The point must be placed.
geometry::Camera camera_beside_needle(const PlacedPoint& point, const Model& model, float half_height_mm);

// From the handle along the needle, close by.
geometry::Camera camera_down_needle(const anatomy::PathGeometry& way, const Model& model);

// Faces all placed points of a list at once, with these places in the picture too; nothing if no point is placed.
std::optional<geometry::Camera> camera_for_points(const std::vector<const PlacedPoint*>& points,
                                                  const std::vector<glm::dvec3>& also_mm, const Model& model);

// Faces an area of pain.
geometry::Camera camera_for_zone(const anatomy::ZoneOnModel& zone, const Model& model);

// Camera, visibility and needle as the step asks for. The point may be null.
void set_stage(const anatomy::Stage& stage, const PlacedPoint* point, const anatomy::Atlas& atlas, Model& model);

}  // namespace drypoint::session
