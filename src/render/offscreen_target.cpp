#include "render/offscreen_target.h"

#include <algorithm>
#include <array>

#include <epoxy/gl.h>

#include "render/frame.h"

namespace drypoint::render {
namespace {

// The renderer multiplies colours by alpha; pictures keep both apart.
void straighten_alpha(std::vector<std::uint8_t>& rgba) {
    for (std::size_t i = 0; i < rgba.size(); i += 4) {
        const unsigned alpha = rgba[i + 3];
        if (alpha == 255 || alpha == 0) continue;
        for (std::size_t k = i; k < i + 3; ++k) {
            rgba[k] = static_cast<std::uint8_t>(std::min(255U, (rgba[k] * 255U + alpha / 2) / alpha));
        }
    }
}

void flip_rows(base::Image& image) {
    const std::ptrdiff_t row = static_cast<std::ptrdiff_t>(image.width) * 4;
    for (int y = 0; y < image.height / 2; ++y) {
        const auto upper = image.rgba.begin() + y * row;
        std::swap_ranges(upper, upper + row, image.rgba.begin() + (image.height - 1 - y) * row);
    }
}

}  // namespace

int longest_side_px() {
    GLint texture = 0;
    GLint buffer = 0;
    std::array<GLint, 2> viewport{};
    glGetIntegerv(GL_MAX_TEXTURE_SIZE, &texture);
    glGetIntegerv(GL_MAX_RENDERBUFFER_SIZE, &buffer);
    glGetIntegerv(GL_MAX_VIEWPORT_DIMS, viewport.data());
    return std::min({texture, buffer, viewport[0], viewport[1]}) / most_texels_per_px;
}

OffscreenTarget::OffscreenTarget(glm::ivec2 size) {
    canvas_.resize(size);
}

base::Image OffscreenTarget::read() const {
    base::Image image{canvas_.size().x, canvas_.size().y, {}};
    image.rgba.resize(static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height) * 4);
    glBindFramebuffer(GL_READ_FRAMEBUFFER, canvas_.framebuffer());
    glPixelStorei(GL_PACK_ALIGNMENT, 4);
    glReadPixels(0, 0, image.width, image.height, GL_RGBA, GL_UNSIGNED_BYTE, image.rgba.data());
    flip_rows(image);
    straighten_alpha(image.rgba);
    return image;
}

void OffscreenTarget::show() const {
    const glm::ivec2 size = canvas_.size();
    glBindFramebuffer(GL_READ_FRAMEBUFFER, canvas_.framebuffer());
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, 0);
    glBlitFramebuffer(0, 0, size.x, size.y, 0, 0, size.x, size.y, GL_COLOR_BUFFER_BIT, GL_NEAREST);
}

}  // namespace drypoint::render
