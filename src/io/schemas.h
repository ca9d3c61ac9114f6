#pragma once
// The JSON Schemas of all kinds of file that people write: what stands in data/schema/.

#include <string>
#include <vector>

namespace drypoint::io {

struct SchemaFile {
    std::string name;   // "model-profile.schema.json"
    std::string bytes;  // as it must stand in data/schema/
};

std::vector<SchemaFile> schema_files();

}  // namespace drypoint::io
