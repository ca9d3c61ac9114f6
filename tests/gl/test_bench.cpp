#include <doctest/doctest.h>

#include "app/bench_render.h"
#include "support/drawing.h"
#include "support/small_atlas.h"

using namespace drypoint;

TEST_CASE("a row is the median with its spread") {
    CHECK(app::bench_row("a", "ms", {5, 1, 3}).median == 3.0);
    const app::BenchRow even = app::bench_row("a", "ms", {4, 1, 3, 2});
    CHECK(even.median == 2.5);
    CHECK(even.min == 1.0);
    CHECK(even.max == 4.0);
    CHECK(even.n == 4);
    CHECK(app::bench_row("a", "ms", {}).n == 0);
}

TEST_CASE("every flight is measured at both qualities") {
    test::Drawing drawing;
    const auto flights = app::bench_flights(session::make_world(test::small_atlas()), scene::Palette{}, {64, 48}, 3);
    REQUIRE(flights.size() == 8);
    CHECK(flights[0].scene.items.size() + 1 == flights[1].scene.items.size());
    const auto rows = app::bench_render(drawing.renderer(), flights, {64, 48});
    REQUIRE(rows.size() == 16);
    CHECK(rows[0].name == "limb opaque 64x48 moving");
    CHECK(rows[3].name == "limb skin translucent 64x48 rest");
    CHECK(rows[8].name == "knee opaque 64x48 moving");
    for (const app::BenchRow& row : rows) {
        CHECK(row.n == 3);
        CHECK(row.min <= row.median);
        CHECK(row.median <= row.max);
        CHECK(row.processor_ms.has_value());
    }
    CHECK(drawing.renderer().take_errors().empty());
}

TEST_CASE("growth flights have about as many triangles as they say") {
    for (const double millions : {0.01, 0.1}) {
        const auto flights = app::growth_flights({millions}, {64, 48}, 1);
        REQUIRE(flights.size() == 1);
        std::size_t triangles = 0;
        for (const scene::Item& item : flights[0].scene.items) triangles += item.mesh->triangles.size();
        CHECK(static_cast<double>(triangles) == doctest::Approx(millions * 1e6).epsilon(0.15));
    }
}

TEST_CASE("stages add up") {
    app::StageClock clock;
    clock.end_stage("read");
    clock.end_stage("draw");
    const auto rows = clock.rows();
    REQUIRE(rows.size() == 3);
    CHECK(rows[2].median == doctest::Approx(rows[0].median + rows[1].median));
}
