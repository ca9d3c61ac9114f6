#pragma once
// The picture that F12 saves: the limb as the window shows it, without panels, never without its side.

#include "app/frame.h"
#include "base/image.h"
#include "base/result.h"

namespace drypoint::app {

// As large as the viewport. `bare`: only the limb and its side, before a clear background. Between two frames; the
// state, the log and the interface stay as they are. The desk must have a renderer.
base::Result<base::Image> saved_picture(Desk& desk, bool bare);

}  // namespace drypoint::app
