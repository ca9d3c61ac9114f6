#include "io/schemas.h"

#include "io/colours.h"
#include "io/content_rules.h"
#include "io/model_profile.h"
#include "io/own_path_file.h"
#include "io/safety_content.h"
#include "io/spread_content.h"
#include "io/texts.h"
#include "io/walkthrough_file.h"

namespace drypoint::io {

std::vector<SchemaFile> schema_files() {
    const auto list = [](const char* key, const Rule& entry, const char* title) {
        return json_schema(list_file_rule(key, entry), title);
    };
    return {
        {"colours.schema.json", json_schema(colours_rule(), "Drypoint theme")},
        {"palette.schema.json", json_schema(palette_rule(), "Drypoint palette")},
        {"condition.schema.json", json_schema(condition_rule(), "Drypoint condition")},
        {"conventions.schema.json", json_schema(conventions_rule(), "Drypoint conventions")},
        {"ids.schema.json", json_schema(ids_rule(), "Drypoint ids")},
        {"needle-path.schema.json", json_schema(needle_path_rule(), "Drypoint needle path")},
        {"own-path.schema.json", json_schema(own_path_rule(), "Drypoint path of one's own")},
        {"trigger-point.schema.json", json_schema(trigger_point_rule(), "Drypoint trigger point")},
        {"harms.schema.json", list("harm", harm_rule(), "Drypoint harms")},
        {"hazards.schema.json", list("hazard", hazard_rule(), "Drypoint hazards")},
        {"midpoints.schema.json", list("midpoint", midpoint_rule(), "Drypoint midpoints")},
        {"zones.schema.json", list("zone", zone_rule(), "Drypoint zones")},
        {"topics.schema.json", list("topic", topic_rule(), "Drypoint topics")},
        {"tests.schema.json", list("test", test_rule(), "Drypoint evaluation tests")},
        {"claims.schema.json", list("claim", claim_rule(), "Drypoint claims")},
        {"search.schema.json", list("entry", search_rule(), "Drypoint search words")},
        {"reading.schema.json", json_schema(reading_rule(), "Drypoint reading")},
        {"muscles.schema.json", list("muscle", muscle_rule(), "Drypoint muscles")},
        {"needles.schema.json", list("needle", needle_rule(), "Drypoint needles")},
        {"safety.schema.json", list("rule", safety_rule(), "Drypoint safety rules")},
        {"session.schema.json", list("step", step_rule(), "Drypoint session")},
        {"spread.schema.json", list("spread", spread_rule(), "Drypoint spread of hazards")},
        {"sources.schema.json", list("source", source_rule(), "Drypoint sources")},
        {"model-profile.schema.json", json_schema(profile_rule(), "Drypoint model profile")},
        {"walkthrough.schema.json", json_schema(walkthrough_rule(), "Drypoint walkthrough")},
        {"texts.schema.json", json_schema(texts_rule(), "Drypoint texts")},
    };
}

}  // namespace drypoint::io
