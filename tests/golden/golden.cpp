#include "golden/golden.h"

#include <doctest/doctest.h>

#include <filesystem>

#include "base/image_compare.h"
#include "io/png.h"
#include "source_dir.h"

namespace drypoint::test {
namespace {

const std::filesystem::path source = ::source_dir();

std::string write(const std::string& file, const base::Image& image) {
    const std::filesystem::path folder = source / "build" / "golden";
    std::filesystem::create_directories(folder);
    CHECK(io::write_png((folder / file).string(), image).empty());
    return (folder / file).string();
}

}  // namespace

void check_golden(const std::string& name, const base::Image& image) {
    const std::filesystem::path path = source / "tests" / "golden" / "images" / (name + ".png");
    if (!std::filesystem::exists(path)) {
        FAIL_CHECK(name << " has no baseline; look at " << write(name + ".png", image) << " and copy it to " << path);
        return;
    }
    const auto baseline = io::read_png(path.string());
    REQUIRE(baseline);
    const auto difference = base::compare(*baseline, image);
    if (!difference) {
        FAIL_CHECK(name << " has another size than its baseline: " << write(name + ".png", image));
        return;
    }
    if (difference->mean <= most_mean && difference->share <= most_share) return;
    write(name + "-difference.png", base::difference_picture(*baseline, image));
    FAIL_CHECK(name << " differs: mean " << difference->mean << ", share " << difference->share << ", largest "
                    << difference->largest << "; see " << write(name + ".png", image) << " and its -difference");
}

}  // namespace drypoint::test
