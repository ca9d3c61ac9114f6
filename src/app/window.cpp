#include "app/window.h"

#include <algorithm>
#include <utility>

#include <epoxy/gl.h>

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include "app/keymap.h"

namespace drypoint::app {

// What GLFW's callbacks leave for the next frame. ImGui's back end calls them before its own.
struct Window::Inbox {
    std::vector<ui::Chord> keys;
    std::set<std::string, std::less<>> held;
    bool activity = true;
    bool repeating = false;

    static Inbox& of(GLFWwindow* window) { return *static_cast<Inbox*>(glfwGetWindowUserPointer(window)); }

    void add(const ui::Chord& chord) {
        if (!repeating || repeats(chord)) keys.push_back(chord);
    }

    static void on_key(GLFWwindow* window, int key, int scancode, int action, int mods) {
        Inbox& inbox = of(window);
        inbox.activity = true;
        inbox.repeating = action == GLFW_REPEAT;
        const auto plain = chord_of_key(key, scancode, 0);
        if (plain && action == GLFW_RELEASE) inbox.held.erase(plain->key);
        if (plain && action == GLFW_PRESS) inbox.held.insert(plain->key);
        if (action == GLFW_RELEASE) return;
        if (const auto chord = chord_of_key(key, scancode, mods)) inbox.add(*chord);
    }

    static void on_character(GLFWwindow* window, unsigned code_point) {
        Inbox& inbox = of(window);
        inbox.activity = true;
        const auto chord = chord_of_character(code_point);
        if (!chord) return;
        // Where "/" is Shift+7, the 7 was a means to an end.
        const bool by_digit = !inbox.keys.empty() && inbox.keys.back().shift && !inbox.keys.back().ctrl &&
                              inbox.keys.back().key.size() == 1 && inbox.keys.back().key[0] >= '0' &&
                              inbox.keys.back().key[0] <= '9';
        if (by_digit && ui::row_of(*chord) != nullptr) inbox.keys.pop_back();
        inbox.add(*chord);
    }

    // A key that is let go elsewhere is not heard of here.
    static void on_focus(GLFWwindow* window, int) {
        of(window).held.clear();
        of(window).activity = true;
    }

    static void wake(GLFWwindow* window) { of(window).activity = true; }
};

namespace {

std::string last_error() {
    const char* words = nullptr;
    glfwGetError(&words);
    return words != nullptr ? words : "";
}

void ask_for_core_profile() {
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
    glfwWindowHint(GLFW_DEPTH_BITS, 0);  // the limb is drawn into framebuffers of the renderer's own
    glfwWindowHint(GLFW_STENCIL_BITS, 0);
    glfwWindowHint(GLFW_SCALE_TO_MONITOR, GLFW_TRUE);
}

}  // namespace

Window::Window(GLFWwindow* handle, std::unique_ptr<Inbox> inbox) : handle_(handle), inbox_(std::move(inbox)) {
    glfwSetWindowUserPointer(handle_, inbox_.get());
    glfwSetKeyCallback(handle_, Inbox::on_key);
    glfwSetWindowFocusCallback(handle_, Inbox::on_focus);
    glfwSetCharCallback(handle_, Inbox::on_character);
    glfwSetMouseButtonCallback(handle_, [](GLFWwindow* w, int, int, int) { Inbox::wake(w); });
    glfwSetCursorPosCallback(handle_, [](GLFWwindow* w, double, double) { Inbox::wake(w); });
    glfwSetCursorEnterCallback(handle_, [](GLFWwindow* w, int) { Inbox::wake(w); });
    glfwSetScrollCallback(handle_, [](GLFWwindow* w, double, double) { Inbox::wake(w); });
    glfwSetFramebufferSizeCallback(handle_, [](GLFWwindow* w, int, int) { Inbox::wake(w); });
    glfwSetWindowRefreshCallback(handle_, [](GLFWwindow* w) { Inbox::wake(w); });
    glfwSetWindowFocusCallback(handle_, [](GLFWwindow* w, int) { Inbox::wake(w); });
    glfwSetWindowContentScaleCallback(handle_, [](GLFWwindow* w, float, float) { Inbox::wake(w); });
}

Window::Window(Window&& other) noexcept
    : handle_(std::exchange(other.handle_, nullptr)), inbox_(std::move(other.inbox_)) {}

Window::~Window() {
    if (handle_ == nullptr) return;
    glfwDestroyWindow(handle_);
    glfwTerminate();
}

base::Result<Window> Window::open(glm::ivec2 size, const char* title) {
    if (glfwInit() != GLFW_TRUE) {
        return base::failure<Window>(base::error({}, "there is no display to open a window on",
                                                 "make pictures without one: drypoint render", "no-display"));
    }
    ask_for_core_profile();
    GLFWwindow* handle = glfwCreateWindow(size.x, size.y, title, nullptr, nullptr);
    if (handle == nullptr) {
        const std::string why = last_error();
        glfwTerminate();
        return base::failure<Window>(base::error({},
                                                 "this display offers no OpenGL 3.3" + (why.empty() ? "" : ": " + why),
                                                 "update the graphics driver, or use Mesa's software one: "
                                                 "LIBGL_ALWAYS_SOFTWARE=1 drypoint",
                                                 "no-opengl"));
    }
    glfwMakeContextCurrent(handle);
    glfwSwapInterval(1);
    glfwSetWindowSizeLimits(handle, 640, 400, GLFW_DONT_CARE, GLFW_DONT_CARE);
    return base::success(Window(handle, std::make_unique<Inbox>()));
}

glm::ivec2 Window::framebuffer_size() const {
    glm::ivec2 size{0};
    glfwGetFramebufferSize(handle_, &size.x, &size.y);
    return size;
}

float Window::pixel_ratio() const {
    float x = 1, y = 1;
    glfwGetWindowContentScale(handle_, &x, &y);
    return std::clamp(std::max(x, y), 1.0f, 4.0f);
}

bool Window::wants_to_close() const {
    return glfwWindowShouldClose(handle_) == GLFW_TRUE;
}

void Window::wait(double seconds) {
    if (seconds == 0)
        glfwPollEvents();
    else if (seconds < 0)
        glfwWaitEvents();
    else
        glfwWaitEventsTimeout(seconds);
}

bool Window::take_activity() {
    return std::exchange(inbox_->activity, false);
}

const std::set<std::string, std::less<>>& Window::held_keys() const {
    return inbox_->held;
}

std::vector<ui::Chord> Window::take_keys() {
    return std::exchange(inbox_->keys, {});
}

void Window::show_picture() {
    glfwSwapBuffers(handle_);
}

double Window::now_s() {
    return glfwGetTime();
}

}  // namespace drypoint::app
