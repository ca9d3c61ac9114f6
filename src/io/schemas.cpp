#include "io/schemas.h"

#include "io/colours.h"
#include "io/model_profile.h"
#include "io/texts.h"
#include "io/walkthrough_file.h"

namespace drypoint::io {

std::vector<SchemaFile> schema_files() {
    return {
        {"colours.schema.json", json_schema(colours_rule(), "Drypoint palette or theme")},
        {"model-profile.schema.json", json_schema(profile_rule(), "Drypoint model profile")},
        {"walkthrough.schema.json", json_schema(walkthrough_rule(), "Drypoint walkthrough")},
        {"texts.schema.json", json_schema(texts_rule(), "Drypoint texts")},
    };
}

}  // namespace drypoint::io
