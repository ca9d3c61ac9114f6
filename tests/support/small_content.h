#pragma once
// A tiny content made in code for the boxes of small_atlas.h: one muscle, one point, one path.

#include "anatomy/content.h"

namespace drypoint::test {

inline anatomy::TriggerPoint small_point() {
    anatomy::TriggerPoint point;
    point.id = "vastus-medialis-1";
    point.code = "VM1";
    point.muscle = "vastus-medialis";
    point.anchor.layer = {0.0, 1.0};
    point.anchor.band = anatomy::Band{{"above", "below"}, {0.5, 1.0}, {}};
    point.place = base::at("vm1.toml", 1, 1);
    point.anchor.place = base::at("vm1.toml", 9, 1);
    return point;
}

inline anatomy::Content small_content() {
    anatomy::Content content;
    anatomy::Muscle muscle;
    muscle.id = "vastus-medialis";
    muscle.name = "Vastus medialis";
    content.muscles.push_back(muscle);
    content.points.push_back(small_point());
    anatomy::NeedlePath path;
    path.id = "vastus-medialis-1-taught";
    path.point = "vastus-medialis-1";
    path.angle_deg = 90.0;
    path.stop_bone = "femur";
    path.place = base::at("path.toml", 1, 1);
    content.paths.push_back(path);
    content.conventions.fingerwidth_mm = 17.5;
    content.conventions.skin_normal_over_mm = 20.0;
    content.conventions.belly_thickness_mm = 8.0;
    content.conventions.belly_slide_mm = 20.0;
    return content;
}

}  // namespace drypoint::test
