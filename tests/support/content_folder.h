#pragma once
// A copy of data/ that a test may break, removed at the end.

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "source_dir.h"

namespace drypoint::test {

class ContentFolder {
  public:
    ContentFolder() {
        namespace fs = std::filesystem;
        static int count = 0;
        folder_ = fs::temp_directory_path() /
                  ("drypoint-content-" + std::to_string(getpid()) + "-" + std::to_string(count++));
        fs::create_directories(folder_ / "anatomy");
        fs::copy(fs::path(source_dir()) / "data/anatomy/spread.toml", folder_ / "anatomy/spread.toml");
        for (const auto& entry : fs::directory_iterator(fs::path(source_dir()) / "data")) {
            const std::string name = entry.path().filename().string();
            const bool is_content = entry.path().extension() == ".toml" || name == "trigger_points" ||
                                    name == "needle_paths" || name == "conditions";
            if (is_content) fs::copy(entry.path(), folder_ / name, fs::copy_options::recursive);
        }
    }
    ~ContentFolder() {
        std::error_code error;
        std::filesystem::remove_all(folder_, error);
    }
    ContentFolder(const ContentFolder&) = delete;
    ContentFolder& operator=(const ContentFolder&) = delete;

    std::string path() const { return folder_.string(); }
    std::string path_of(const std::string& name) const { return (folder_ / name).string(); }

    std::string read(const std::string& name) const {
        std::ifstream in(folder_ / name, std::ios::binary);
        std::ostringstream text;
        text << in.rdbuf();
        return text.str();
    }
    void write(const std::string& name, const std::string& bytes) const {
        std::ofstream(folder_ / name, std::ios::binary) << bytes;
    }
    // The first occurrence; false if there is none.
    bool replace(const std::string& name, const std::string& what, const std::string& by) const {
        std::string text = read(name);
        const std::size_t at = text.find(what);
        if (at == std::string::npos) return false;
        write(name, text.replace(at, what.size(), by));
        return true;
    }
    void remove(const std::string& name) const { std::filesystem::remove_all(folder_ / name); }

  private:
    std::filesystem::path folder_;
};

}  // namespace drypoint::test
