#include "app/ui_driver.h"

#include <charconv>
#include <functional>
#include <sstream>
#include <utility>

#include "app/path_files.h"
#include "app/ui_expect.h"
#include "base/id.h"
#include "io/png.h"
#include "session/action_table.h"

namespace drypoint::app {
namespace {

using Words = std::vector<std::string>;

// An empty string is success; anything else says what went wrong.
using Outcome = std::string;

struct Script {
    Stage& stage;
    std::string folder;
    std::string line;  // as it was written
};

// Words between blanks; "a few words" in double quotes are one. What follows a lone # is a comment.
Words split_words(const std::string& line) {
    Words words;
    std::size_t at = 0;
    while ((at = line.find_first_not_of(" \t\r", at)) != std::string::npos && line[at] != '#') {
        const bool quoted = line[at] == '"';
        const std::size_t end = quoted ? line.find('"', at + 1) : line.find_first_of(" \t\r", at);
        words.push_back(
            line.substr(at + (quoted ? 1 : 0), end == std::string::npos ? end : end - at - (quoted ? 1 : 0)));
        if (end == std::string::npos) break;
        at = end + 1;
    }
    return words;
}

bool number(const std::string& text, float& value) {
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    return read.ec == std::errc() && read.ptr == text.data() + text.size();
}

const ui::Widget* on_screen(Stage& stage, const std::string& name) {
    const ui::Widget* widget = stage.desk().registry.find(name);
    if (widget == nullptr || widget->visible) return widget;
    stage.desk().ui.scroll_to = name;
    stage.settle();
    stage.settle();  // the registry tells of the frame before
    return stage.desk().registry.find(name);
}

// The middle of a widget, or why it cannot be reached.
Outcome reach(Stage& stage, const std::string& name, glm::vec2& at) {
    const ui::Widget* widget = on_screen(stage, name);
    if (widget == nullptr) return unknown_widget(stage.desk().registry, name);
    if (!widget->visible) return name + " cannot be brought on screen";
    if (widget->layer < stage.desk().registry.top_layer()) return name + " lies under a sheet or a menu";
    const ImVec2 centre = widget->rect.GetCenter();
    at = {centre.x, centre.y};
    return {};
}

void press(Stage& stage, glm::vec2 at, int button, int times) {
    stage.move(at);
    stage.wait(0.5);  // so that two clicks of a script are never taken for a double one
    for (int i = 0; i < times; ++i) {
        stage.button(button, true);
        stage.button(button, false);
    }
    stage.settle();
}

glm::vec2 in_viewport(Stage& stage, float x, float y) {
    const ImRect& v = stage.desk().layout(stage.size()).viewport;
    return {v.Min.x + x * v.GetWidth(), v.Min.y + y * v.GetHeight()};
}

// "NAME", or "X Y" in parts of the viewport.
Outcome place(Script& s, const Words& words, std::size_t first, glm::vec2& at) {
    float x = 0, y = 0;
    if (words.size() >= first + 2 && number(words[first], x) && number(words[first + 1], y)) {
        at = in_viewport(s.stage, x, y);
        return {};
    }
    return reach(s.stage, words[first], at);
}

Outcome click_with(Script& s, const Words& words, int button, int times) {
    glm::vec2 at{};
    if (Outcome wrong = place(s, words, 1, at); !wrong.empty()) return wrong;
    press(s.stage, at, button, times);
    return {};
}

Outcome hover(Script& s, const Words& words) {
    glm::vec2 at{};
    if (Outcome wrong = place(s, words, 1, at); !wrong.empty()) return wrong;
    s.stage.move(at);
    s.stage.settle();
    return {};
}

Outcome drag(Script& s, const Words& words) {
    glm::vec2 at{}, by{};
    if (Outcome wrong = reach(s.stage, words[1], at); !wrong.empty()) return wrong;
    if (!number(words[2], by.x) || !number(words[3], by.y)) return "drag takes two numbers after the name";
    const int button = words.size() > 4 && words[4] == "right" ? 1 : 0;
    const float scale = s.stage.desk().scale();
    constexpr int steps = 8;
    s.stage.move(at);
    s.stage.wait(0.5);
    s.stage.button(button, true);
    for (int i = 1; i <= steps; ++i) s.stage.move(at + by * scale * (static_cast<float>(i) / steps));
    s.stage.button(button, false);
    s.stage.settle();
    return {};
}

Outcome roll(Script& s, const Words& words) {
    float steps = 0;
    if (!number(words[1], steps)) return "wheel takes a number of steps";
    s.stage.wheel(steps);
    return {};
}

Outcome hold(Script& s, const Words& words) {
    s.stage.keep_down(words[1], true);
    return {};
}

Outcome let_go(Script& s, const Words& words) {
    s.stage.keep_down(words[1], false);
    return {};
}

Outcome type(Script& s, const Words& words) {
    s.stage.type(words[1]);
    return {};
}

Outcome key(Script& s, const Words& words) {
    s.stage.key(ui::parse_chord(words[1]));
    return {};
}

Outcome wait(Script& s, const Words& words) {
    float seconds = 0;
    if (!number(words[1], seconds) || seconds <= 0) return "wait takes seconds";
    s.stage.wait(static_cast<double>(seconds));
    return {};
}

Outcome act(Script& s, const Words&) {
    const std::string text = s.line.substr(s.line.find("do") + 2);
    const base::Result<session::Action> action = session::parse_action(text);
    if (!action) return action.issues.front().message;
    carry_out_paths(s.stage.desk(), s.stage.desk().store.dispatch(*action));
    s.stage.settle();
    return {};
}

Outcome screenshot(Script& s, const Words& words) {
    if (s.stage.is_moving()) s.stage.wait(0.5);  // a picture is one of the limb at rest
    const base::Image image = s.stage.picture();
    if (image.rgba.empty()) return {};
    const std::string file = s.folder + "/" + words[1];
    const base::Issues issues = io::write_png(file, image);
    return issues.empty() ? Outcome() : file + " " + issues.front().message;
}

Outcome resize(Script& s, const Words& words) {
    const std::size_t x = words[1].find('x');
    float width = 0, height = 0;
    const bool fine = x != std::string::npos && number(words[1].substr(0, x), width) &&
                      number(words[1].substr(x + 1), height) && width >= 1 && height >= 1 && width <= 8192 &&
                      height <= 8192;
    if (!fine) return "resize takes WIDTHxHEIGHT like 1280x720";
    s.stage.resize({static_cast<int>(width), static_cast<int>(height)});
    s.stage.settle();
    return {};
}

Outcome scale(Script& s, const Words& words) {
    float value = 0;
    if (!number(words[1], value)) return "scale takes a number from 1 to 3";
    s.stage.desk().store.dispatch(session::SetTextScale{value});
    s.stage.settle();
    return s.stage.desk().store.model().message;
}

Outcome expect(Script& s, const Words& words) {
    return check_expectation(s.stage.desk(), words);
}

struct UiCommand {
    const char* name;
    const char* arguments;
    std::size_t least;  // words, the name included
    const char* help;
    std::function<Outcome(Script&, const Words&)> run;
};

const std::vector<UiCommand>& ui_commands() {
    const auto click = [](int button, int times) {
        return [button, times](Script& s, const Words& words) { return click_with(s, words, button, times); };
    };
    static const std::vector<UiCommand> table{
        {"click", "NAME | X Y", 2, "left click on a widget, or on a point of the picture in parts of it", click(0, 1)},
        {"double-click", "NAME | X Y", 2, "two quick clicks", click(0, 2)},
        {"right-click", "NAME | X Y", 2, "opens the context menu", click(1, 1)},
        {"hover", "NAME | X Y", 2, "rest the pointer there", hover},
        {"drag", "NAME DX DY [right]", 4, "press on a widget, move by units at 100 %, let go", drag},
        {"wheel", "STEPS", 2, "roll the wheel where the pointer is; positive is nearer", roll},
        {"type", "TEXT", 2, "type letter by letter", type},
        {"key", "CHORD", 2, "press a key: ctrl+z, /, f1", key},
        {"hold", "KEY", 2, "keep a key down: hold l", hold},
        {"let-go", "KEY", 2, "let it go", let_go},
        {"do", "ACTION ...", 2, "an action in its text form: do isolate femur", act},
        {"wait", "SECONDS", 2, "let time pass", wait},
        {"resize", "WxH", 2, "make the window this large", resize},
        {"scale", "FACTOR", 2, "text size, 1 to 3", scale},
        {"screenshot", "FILE", 2, "write a picture of the window as PNG, once the limb is at rest", screenshot},
        {"expect", "WHAT ...", 2, "fail unless it is so", expect},
    };
    return table;
}

Outcome run_line(Script& script) {
    const Words words = split_words(script.line);
    if (words.empty()) return {};
    std::vector<std::string> names;
    for (const UiCommand& command : ui_commands()) {
        names.emplace_back(command.name);
        if (words[0] != command.name) continue;
        if (words.size() < command.least) return std::string(command.name) + " takes " + command.arguments;
        return command.run(script, words);
    }
    const std::string near = base::nearest(words[0], names);
    return "unknown command " + words[0] + (near.empty() ? "" : "; did you mean " + near + "?");
}

}  // namespace

base::Issues run_ui_script(Stage& stage, const std::string& text, const std::string& file, const std::string& folder) {
    Script script{stage, folder, {}};
    std::istringstream lines(text);
    for (int number_of_line = 1; std::getline(lines, script.line); ++number_of_line) {
        const std::size_t start = script.line.find_first_not_of(" \t\r");
        if (start == std::string::npos || script.line[start] == '#') continue;
        const Outcome wrong = run_line(script);
        if (!wrong.empty()) return {base::error(base::at(file, number_of_line, 0), wrong)};
    }
    return {};
}

std::vector<UiCommandHelp> ui_command_help() {
    std::vector<UiCommandHelp> help;
    for (const UiCommand& command : ui_commands()) {
        help.push_back({std::string(command.name) + ' ' + command.arguments, command.help});
    }
    for (const UiCommandHelp& expectation : expectation_help()) help.push_back(expectation);
    return help;
}

}  // namespace drypoint::app
