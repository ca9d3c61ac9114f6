// Pictures and files, written and read back.
#include <doctest/doctest.h>

#include <filesystem>

#include "base/image_compare.h"
#include "io/file.h"
#include "io/png.h"
#include "support/temporary_folder.h"

using namespace drypoint;
using test::TemporaryFolder;

namespace {

base::Image pattern(int width, int height) {
    base::Image image;
    image.width = width;
    image.height = height;
    for (int i = 0; i < width * height * 4; ++i) image.rgba.push_back(static_cast<std::uint8_t>(i * 37 % 251));
    return image;
}

std::size_t files_in(const std::string& folder) {
    const std::filesystem::directory_iterator entries(folder);
    return static_cast<std::size_t>(std::distance(begin(entries), end(entries)));
}

}  // namespace

TEST_CASE("a picture comes back as it was, and the same picture gives the same bytes") {
    const TemporaryFolder folder;
    const base::Image image = pattern(17, 9);
    REQUIRE(io::write_png(folder.path("a.png"), image).empty());
    REQUIRE(io::write_png(folder.path("b.png"), image).empty());
    const auto read = io::read_png(folder.path("a.png"));
    REQUIRE(read);
    CHECK(read->width == 17);
    CHECK(read->height == 9);
    CHECK(read->rgba == image.rgba);
    CHECK(*io::read_file(folder.path("a.png")) == *io::read_file(folder.path("b.png")));
    CHECK(files_in(folder.path("")) == 2);
}

TEST_CASE("a picture without size, or with too few bytes, is not written") {
    const TemporaryFolder folder;
    CHECK_FALSE(io::write_png(folder.path("a.png"), {}).empty());
    base::Image image = pattern(4, 4);
    image.rgba.pop_back();
    CHECK_FALSE(io::write_png(folder.path("a.png"), image).empty());
    CHECK(files_in(folder.path("")) == 0);
}

TEST_CASE("a picture that is none, or cut off, is one issue") {
    const TemporaryFolder folder;
    CHECK(io::read_png(folder.file("a.png", "hello")).issues.size() == 1);
    CHECK(io::read_png(folder.file("b.png", "")).issues.size() == 1);
    REQUIRE(io::write_png(folder.path("c.png"), pattern(20, 20)).empty());
    const std::string whole = *io::read_file(folder.path("c.png"));
    CHECK_FALSE(io::read_png(folder.file("c.png", whole.substr(0, whole.size() / 2))));
}

TEST_CASE("a file is replaced as a whole, and no trace of the writing is left") {
    const TemporaryFolder folder;
    const std::string path = folder.file("a.txt", "old");
    REQUIRE(io::write_file_atomically(path, "new").empty());
    CHECK(*io::read_file(path) == "new");
    CHECK(files_in(folder.path("")) == 1);
    const base::Issues issues = io::write_file_atomically(folder.path("no/such/folder.txt"), "x");
    REQUIRE(issues.size() == 1);
    CHECK(issues[0].message.find("cannot be written") == 0);
}

TEST_CASE("a file larger than allowed is refused, one as large is read") {
    const TemporaryFolder folder;
    const std::string path = folder.file("a", "12345");
    CHECK(*io::read_file(path, 5) == "12345");
    CHECK_FALSE(io::read_file(path, 4));
}

TEST_CASE("extensions are lower case and come from the last part of the path") {
    CHECK(io::extension_of("a/b.c/Model.GLB") == "glb");
    CHECK(io::extension_of("a/b.c/model") == "");
    CHECK(io::extension_of("archive.tar.gz") == "gz");
}

TEST_CASE("pictures are compared by mean, by share and by the largest difference") {
    const base::Image a = pattern(10, 10);
    CHECK(base::compare(a, a)->mean == 0.0);
    CHECK(base::compare(a, a)->share == 0.0);
    base::Image b = a;
    b.rgba[0] = static_cast<std::uint8_t>(b.rgba[0] + 100);
    b.rgba[4] = static_cast<std::uint8_t>(b.rgba[4] + 8);
    const auto difference = base::compare(a, b, 8);
    REQUIRE(difference);
    CHECK(difference->mean == doctest::Approx(108.0 / 400.0));
    CHECK(difference->share == doctest::Approx(0.01));
    CHECK(difference->largest == 100);
    CHECK_FALSE(base::compare(a, pattern(10, 9)));
    const base::Image picture = base::difference_picture(a, b);
    CHECK(picture.rgba[0] == 255);
    CHECK(picture.rgba[3] == 255);
    CHECK(picture.rgba.size() == a.rgba.size());
}

TEST_CASE("a device is never replaced by a file") {
    const base::Issues issues = io::write_file_atomically("/dev/full", "x");
    REQUIRE(issues.size() == 1);
    CHECK(base::to_string(issues[0]) == "/dev/full: is no file that could be written (name a file)");
}
