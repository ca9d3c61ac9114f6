#include "io/schemas.h"

#include "io/colours.h"
#include "io/model_profile.h"
#include "io/texts.h"

namespace drypoint::io {

std::vector<SchemaFile> schema_files() {
    return {
        {"colours.schema.json", json_schema(colours_rule(), "Drypoint palette or theme")},
        {"model-profile.schema.json", json_schema(profile_rule(), "Drypoint model profile")},
        {"texts.schema.json", json_schema(texts_rule(), "Drypoint texts")},
    };
}

}  // namespace drypoint::io
