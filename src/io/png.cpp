#include "io/png.h"

#include <stb/stb_image.h>
#include <stb/stb_image_write.h>

#include <memory>

#include "io/file.h"

namespace drypoint::io {
namespace {

constexpr int most_pixels_a_side = 16384;

void append(void* context, void* data, int size) {
    static_cast<std::string*>(context)->append(static_cast<const char*>(data), static_cast<std::size_t>(size));
}

base::Issue issue(const std::string& path, std::string message) {
    return base::error(base::in_file(path), std::move(message), {}, "png");
}

std::size_t bytes_of(int width, int height) {
    return std::size_t{4} * static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
}

bool sound(int width, int height) {
    return width > 0 && height > 0 && width <= most_pixels_a_side && height <= most_pixels_a_side;
}

}  // namespace

base::Issues write_png(const std::string& path, const base::Image& image) {
    if (!sound(image.width, image.height) || image.rgba.size() != bytes_of(image.width, image.height))
        return {issue(path, "cannot be written: the picture has no size, or a wrong one")};
    std::string bytes;
    if (stbi_write_png_to_func(append, &bytes, image.width, image.height, 4, image.rgba.data(), image.width * 4) == 0)
        return {issue(path, "cannot be written: the picture does not fit into memory")};
    return write_file_atomically(path, bytes);
}

base::Result<base::Image> read_png(const std::string& path) {
    base::Result<std::string> bytes = read_file(path, std::size_t{256} << 20);
    if (!bytes) return base::failure<base::Image>(std::move(bytes.issues));
    const auto* data = reinterpret_cast<const stbi_uc*>(bytes->data());
    const int size = static_cast<int>(bytes->size());
    int width = 0;
    int height = 0;
    int channels = 0;
    if (stbi_info_from_memory(data, size, &width, &height, &channels) == 0 || !sound(width, height))
        return base::failure<base::Image>(issue(path, "is no picture that can be read"));
    const std::unique_ptr<stbi_uc, void (*)(void*)> pixels(
        stbi_load_from_memory(data, size, &width, &height, &channels, 4), stbi_image_free);
    if (pixels == nullptr) return base::failure<base::Image>(issue(path, "is a damaged picture"));
    base::Image image;
    image.width = width;
    image.height = height;
    image.rgba.assign(pixels.get(), pixels.get() + bytes_of(width, height));
    return base::success(std::move(image));
}

}  // namespace drypoint::io
