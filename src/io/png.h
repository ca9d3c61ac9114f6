#pragma once

#include <string>

#include "base/image.h"
#include "base/result.h"

namespace drypoint::io {

// The same image gives the same bytes. A reader of `path` sees the old picture or the whole new one.
base::Issues write_png(const std::string& path, const base::Image& image);

// 8-bit RGBA, whatever the file holds. At most 16384 pixels a side.
base::Result<base::Image> read_png(const std::string& path);

}  // namespace drypoint::io
