#pragma once
// The program on a small model, without window and without OpenGL.

#include <doctest/doctest.h>

#include "app/stage.h"
#include "source_dir.h"
#include "support/small_world.h"

namespace drypoint::test {

inline app::Look look() {
    base::Result<app::Look> result = app::read_look({source_dir()});
    for (const base::Issue& issue : result.issues) MESSAGE(base::to_string(issue));
    REQUIRE(result);
    return std::move(*result);
}

inline app::Stage stage(session::WorldPtr world) {
    return app::Stage(std::move(world), look(), nullptr);
}

inline app::Stage stage() {
    return stage(session::make_world(small_atlas()));
}

// With two points, a condition and a session.
inline app::Stage stage_with_content() {
    base::Issues issues;
    return app::Stage(small_world(issues), look(), nullptr);
}

// A window to try the interface in.
struct Case {
    glm::ivec2 size;
    float scale;
};

inline void at(app::Stage& stage, const Case& one) {
    stage.resize(one.size);
    stage.desk().store.dispatch(session::SetTextScale{one.scale});
    stage.settle();
}

}  // namespace drypoint::test
