#include <filesystem>
#include <iostream>
#include <memory>

#include "app/commands/commands.h"
#include "app/exit_code.h"
#include "app/program_files.h"
#include "io/file.h"
#include "io/schemas.h"

namespace drypoint::app {

CommandBody bind_schema(OptionSet& set) {
    const auto folder = std::make_shared<std::string>("data/schema");
    set.text("-o,--output", *folder, "Folder to write to", "FOLDER");
    return [folder] {
        std::error_code not_made;
        std::filesystem::create_directories(*folder, not_made);
        for (const io::SchemaFile& schema : io::schema_files()) {
            const std::string path = (std::filesystem::path(*folder) / schema.name).string();
            const base::Issues issues = io::write_file_atomically(path, schema.bytes);
            print_issues(issues);
            if (!issues.empty()) return failed;
            std::cout << path << '\n';
        }
        return ok;
    };
}

}  // namespace drypoint::app
