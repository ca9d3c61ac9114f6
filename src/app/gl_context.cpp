#include "app/gl_context.h"

#include <array>
#include <string_view>

#include <epoxy/egl.h>
#include <epoxy/gl.h>

namespace drypoint::app {
namespace {

constexpr std::array<EGLint, 7> context_wish{
    EGL_CONTEXT_MAJOR_VERSION,           3,       EGL_CONTEXT_MINOR_VERSION, 3, EGL_CONTEXT_OPENGL_PROFILE_MASK,
    EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT, EGL_NONE};

bool client_can(std::string_view extension) {
    const char* all = eglQueryString(EGL_NO_DISPLAY, EGL_EXTENSIONS);
    return all != nullptr && std::string_view(all).find(extension) != std::string_view::npos;
}

// eglGetPlatformDisplayEXT, because libepoxy cannot look the core name up before there is a display.
EGLDisplay surfaceless_display() {
    if (!client_can("EGL_MESA_platform_surfaceless")) return EGL_NO_DISPLAY;
    return eglGetPlatformDisplayEXT(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, nullptr);
}

EGLDisplay device_display() {
    if (!client_can("EGL_EXT_platform_device") || !client_can("EGL_EXT_device_enumeration")) return EGL_NO_DISPLAY;
    EGLDeviceEXT device = nullptr;
    EGLint count = 0;
    if (eglQueryDevicesEXT(1, &device, &count) != EGL_TRUE || count < 1) return EGL_NO_DISPLAY;
    return eglGetPlatformDisplayEXT(EGL_PLATFORM_DEVICE_EXT, device, nullptr);
}

EGLDisplay default_display() {
    return eglGetDisplay(EGL_DEFAULT_DISPLAY);
}

}  // namespace

struct OffscreenContext::State {
    EGLDisplay display = EGL_NO_DISPLAY;
    EGLContext context = EGL_NO_CONTEXT;

    State() = default;
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    ~State() {
        if (context != EGL_NO_CONTEXT) {
            if (eglGetCurrentContext() == context) {
                eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
            }
            eglDestroyContext(display, context);
        }
        // The display stays initialised: it is the process's, and another context may live on it.
    }

    bool open(EGLDisplay candidate) {
        if (candidate == EGL_NO_DISPLAY || eglInitialize(candidate, nullptr, nullptr) != EGL_TRUE) return false;
        if (eglBindAPI(EGL_OPENGL_API) != EGL_TRUE) return false;
        if (!epoxy_has_egl_extension(candidate, "EGL_KHR_surfaceless_context")) return false;
        const std::array<EGLint, 3> wish{EGL_RENDERABLE_TYPE, EGL_OPENGL_BIT, EGL_NONE};
        EGLConfig config = nullptr;
        EGLint count = 0;
        if (!epoxy_has_egl_extension(candidate, "EGL_KHR_no_config_context") &&
            (eglChooseConfig(candidate, wish.data(), &config, 1, &count) != EGL_TRUE || count < 1)) {
            return false;
        }
        context = eglCreateContext(candidate, config, EGL_NO_CONTEXT, context_wish.data());
        if (context == EGL_NO_CONTEXT) return false;
        display = candidate;
        return eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, context) == EGL_TRUE && epoxy_gl_version() >= 33;
    }
};

OffscreenContext::OffscreenContext(std::unique_ptr<State> state) : state_(std::move(state)) {}
OffscreenContext::~OffscreenContext() = default;
OffscreenContext::OffscreenContext(OffscreenContext&&) noexcept = default;
OffscreenContext& OffscreenContext::operator=(OffscreenContext&&) noexcept = default;

void OffscreenContext::make_current() const {
    eglMakeCurrent(state_->display, EGL_NO_SURFACE, EGL_NO_SURFACE, state_->context);
}

base::Result<OffscreenContext> OffscreenContext::create() {
    for (EGLDisplay (*find)() : {surfaceless_display, device_display, default_display}) {
        auto state = std::make_unique<State>();
        if (state->open(find())) return base::success(OffscreenContext(std::move(state)));
    }
    return base::failure<OffscreenContext>(base::error({}, "this computer offers no OpenGL 3.3",
                                                       "install Mesa's drivers (libgl1-mesa-dri) or update them",
                                                       "no-opengl"));
}

}  // namespace drypoint::app
