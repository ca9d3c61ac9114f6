// What is kept between two starts, and where.
#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string>

#include "app/user_files.h"
#include "support/temporary_folder.h"

using namespace drypoint;
namespace fs = std::filesystem;

namespace {

// The three variables that say where, given back at the end of a test.
class Surroundings {
  public:
    Surroundings() {
        for (std::size_t i = 0; i < count; ++i) {
            if (const char* value = std::getenv(names[i])) before_[i] = value;
            ::unsetenv(names[i]);
        }
    }
    ~Surroundings() {
        for (std::size_t i = 0; i < count; ++i) {
            if (before_[i])
                ::setenv(names[i], before_[i]->c_str(), 1);
            else
                ::unsetenv(names[i]);
        }
    }
    Surroundings(const Surroundings&) = delete;
    Surroundings& operator=(const Surroundings&) = delete;

    void set(const char* name, const std::string& value) const { ::setenv(name, value.c_str(), 1); }

  private:
    static constexpr std::size_t count = 3;
    static constexpr const char* names[count] = {"DRYPOINT_HOME", "XDG_STATE_HOME", "HOME"};
    std::optional<std::string> before_[count];
};

}  // namespace

TEST_CASE("DRYPOINT_HOME goes before XDG_STATE_HOME, and that before the home folder") {
    const Surroundings around;
    CHECK(app::state_folder().empty());
    around.set("HOME", "/home/someone");
    CHECK(app::state_folder() == fs::path("/home/someone/.local/state/drypoint"));
    around.set("XDG_STATE_HOME", "/states");
    CHECK(app::state_folder() == fs::path("/states/drypoint"));
    around.set("DRYPOINT_HOME", "/own");
    CHECK(app::state_folder() == fs::path("/own"));
}

TEST_CASE("an accepted notice stays accepted, in a folder that is made for it") {
    const Surroundings around;
    const test::TemporaryFolder folder;
    around.set("DRYPOINT_HOME", folder.path("new/deeper"));
    CHECK_FALSE(app::notice_was_accepted());
    CHECK(app::keep_notice_accepted().empty());
    CHECK(app::notice_was_accepted());
    CHECK(app::keep_notice_accepted().empty());  // again, over the old one
    std::size_t files = 0;
    for (const auto& entry : fs::directory_iterator(app::state_folder())) files += entry.is_regular_file() ? 1 : 0;
    CHECK(files == 1);  // nothing temporary is left
}

TEST_CASE("where nothing can be kept, one warning says so and what helps, and the notice comes again") {
    const Surroundings around;
    SUBCASE("there is no place") {}
    SUBCASE("the place is a file") {
        static const test::TemporaryFolder folder;
        around.set("DRYPOINT_HOME", folder.file("taken", "a file"));
    }
    const base::Issues issues = app::keep_notice_accepted();
    REQUIRE(issues.size() == 1);
    CHECK_FALSE(base::has_error(issues));
    CHECK(base::to_string(issues[0]).find("set DRYPOINT_HOME") != std::string::npos);
    CHECK_FALSE(app::notice_was_accepted());
}
