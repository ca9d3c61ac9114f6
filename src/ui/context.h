#pragma once
// What a panel is given: the state to read, the look, and the places where it leaves actions and widgets' names.

#include <functional>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "anatomy/assess.h"
#include "scene/palette.h"
#include "scene/pick.h"
#include "scene/slice.h"
#include "session/action.h"
#include "session/model.h"
#include "ui/fonts.h"
#include "ui/layout.h"
#include "ui/registry.h"
#include "ui/state.h"
#include "ui/texts.h"
#include "ui/theme.h"

namespace drypoint::ui {

// What the pointer or the focus rests on, to be explained over everything else.
struct Tooltip {
    ImRect about;
    std::string text, keys, line;
};

// What the needle meets as it lies now.
using SliceFunction = std::function<const scene::Slice*(scene::SliceKind kind, const scene::SliceWindow& window)>;
struct NeedleView {
    const anatomy::Assessment* assessment = nullptr;  // null without a needle
    const anatomy::Safety* safety = nullptr;          // the words of verdicts; null likewise
    SliceFunction slice{};                            // through it; gives null without a needle
    bool map_is_coming = false;                       // the safe-entry map is being worked out

    const anatomy::PathReport* report() const { return assessment != nullptr ? &assessment->report : nullptr; }
};

using PickFunction = std::function<std::optional<scene::Hit>(glm::vec2 pixel)>;

struct Context {
    const session::Snapshot& snapshot;
    const Theme& theme;
    const Texts& texts;
    const Fonts& fonts;
    const scene::Palette& palette;
    const Layout& layout;
    const PickFunction& pick;  // pixels of the viewport, from its top left
    const NeedleView& needle;
    bool picture_below = false;  // the limb is drawn before the interface; else the viewport gets a plain ground
    double now_s = 0;

    UiState& state;
    Registry& registry;
    std::vector<session::Action>& actions;

    int layer = 0;          // of the widgets being drawn
    base::Id pointed_at{};  // the structure under the pointer, wherever it is named or shown
    bool hovering = false;  // the pointer is on a widget that has a tooltip
    std::optional<Tooltip> tooltip{};

    float px(float units) const;  // units at 100 % to whole pixels
    void send(session::Action action) { actions.push_back(std::move(action)); }
    // In the chosen register: "layer-plain.deep" stands in for "layer.deep" where plain words are chosen and it exists.
    std::string t(std::string_view key) const;
    std::string t(std::string_view key, std::initializer_list<std::string_view> values) const;
    const anatomy::Atlas& atlas() const { return *snapshot.atlas; }
    const session::Model& model() const { return snapshot.model; }
    const anatomy::Structure* selected() const { return atlas().find(model().selected); }
    const session::Appearance& appearance(const anatomy::Structure& structure) const;
    // Asks to be drawn again at a time.
    void wake_at(double time_s);
};

}  // namespace drypoint::ui
