#include "ui/context.h"

#include <cmath>

namespace drypoint::ui {
namespace {

std::string in_register(const Context& c, std::string_view key) {
    const std::size_t dot = key.find('.');
    if (c.model().words != session::Words::plain || dot == std::string_view::npos) return std::string(key);
    const std::string plain = std::string(key.substr(0, dot)) + "-plain" + std::string(key.substr(dot));
    return c.texts.has(plain) ? plain : std::string(key);
}

}  // namespace

std::string Context::t(std::string_view key) const {
    return texts(in_register(*this, key));
}

std::string Context::t(std::string_view key, std::initializer_list<std::string_view> values) const {
    return texts(in_register(*this, key), values);
}

float Context::px(float units) const {
    return std::round(units * layout.scale);
}

const session::Appearance& Context::appearance(const anatomy::Structure& structure) const {
    return model().plan.appearance[static_cast<std::size_t>(&structure - atlas().structures.data())];
}

void Context::wake_at(double time_s) {
    if (state.wake_at_s == 0 || time_s < state.wake_at_s) state.wake_at_s = time_s;
}

}  // namespace drypoint::ui
