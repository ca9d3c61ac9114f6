#include "app/command_line.h"

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <map>
#include <memory>

#include <CLI/CLI.hpp>

#include "app/exit_code.h"
#include "app/open_model.h"
#include "app/picture_set.h"
#include "app/window_loop.h"

namespace drypoint::app {
namespace {

constexpr const char* summary =
    "Drypoint shows the trigger points of the knee and thigh on a 3D limb. For learning, not a medical device.";

// The parser with every command in it, and what to run for each. Shared by parsing, the manual page and completion.
struct Parser {
    CLI::App root{summary, "drypoint"};
    std::map<const CLI::App*, CommandBody> bodies;
    std::map<const CLI::App*, std::string> names;

    Parser() {
        root.set_version_flag("--version", std::string("drypoint ") + DRYPOINT_VERSION);
        root.require_subcommand(0, 1);
        for (const Command& command : commands()) add(command);
    }

    void add(const Command& command) {
        CLI::App* parent = &root;
        std::string word = command.name;
        if (const std::size_t space = word.find(' '); space != std::string::npos) {
            parent = group(word.substr(0, space));
            word = word.substr(space + 1);
        }
        CLI::App* app = parent->add_subcommand(word, command.help);
        if (!command.about.empty()) app->footer(command.about);
        OptionSet options(*app);
        bodies[app] = command.bind(options);
        names[app] = command.name;
    }

    CLI::App* group(const std::string& word) {
        for (CLI::App* known : root.get_subcommands([](const CLI::App*) { return true; })) {
            if (known->get_name() == word) return known;
        }
        CLI::App* app = root.add_subcommand(word, "Commands about the " + word);
        app->require_subcommand(1);
        return app;
    }

    const CommandBody* chosen() const {
        for (const auto& entry : bodies) {
            if (entry.first->parsed()) return &entry.second;
        }
        return nullptr;
    }
};

bool has_display() {
    for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY"}) {
        const char* value = std::getenv(name);
        if (value != nullptr && *value != '\0') return true;
    }
    return false;
}

int start_without_command() {
    if (has_display()) {
        std::optional<OpenedModel> opened = open_model({});
        return opened ? run_window(std::move(*opened)) : failed;
    }
    std::cout << "There is no display: these pictures were made instead (drypoint --help lists what else works).\n";
    return make_picture_set({}, "out");
}

// roff reads a leading dot as a request and a hyphen as a break.
std::string roff(const std::string& text) {
    std::string escaped;
    for (const char c : text) {
        if (c == '-' || c == '\\') escaped += '\\';
        escaped += c;
    }
    return !escaped.empty() && escaped[0] == '.' ? "\\&" + escaped : escaped;
}

// "--size TEXT:WxH", as --help shows it.
std::string option_label(const CLI::Option& option) {
    std::string label = option.get_positional() ? option.get_name() : option.get_name(false, true);
    if (!option.get_type_name().empty() && option.get_items_expected_max() > 0) label += " " + option.get_type_name();
    return label;
}

std::vector<std::string> long_options(const CLI::App& app) {
    std::vector<std::string> found;
    for (const CLI::Option* option : app.get_options()) {
        for (const std::string& name : option->get_lnames()) found.push_back("--" + name);
    }
    return found;
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
    return text;
}

std::string bash_completion() {
    Parser parser;
    std::map<std::string, std::vector<std::string>> after;  // the words that may follow a command
    for (const auto& entry : parser.names) {
        const std::string& name = entry.second;
        const std::size_t space = name.find(' ');
        after[""].push_back(name.substr(0, space));
        if (space != std::string::npos) after[name.substr(0, space)].push_back(name.substr(space + 1));
        for (std::string& option : long_options(*entry.first)) after[name].push_back(std::move(option));
    }
    std::string script = "_drypoint() {\n    local words\n    case \"${COMP_WORDS[*]:1:COMP_CWORD-1}\" in\n";
    for (auto it = after.rbegin(); it != after.rend(); ++it) {
        std::sort(it->second.begin(), it->second.end());
        it->second.erase(std::unique(it->second.begin(), it->second.end()), it->second.end());
        const std::string pattern = it->first.empty() ? "\"\"" : "\"" + it->first + "\"*";
        script += "        " + pattern + ") words=\"" + joined(it->second) + "\" ;;\n";
    }
    script +=
        "    esac\n    COMPREPLY=($(compgen -W \"$words\" -- \"${COMP_WORDS[COMP_CWORD]}\"))\n"
        "    [ ${#COMPREPLY[@]} -gt 0 ] || COMPREPLY=($(compgen -f -- \"${COMP_WORDS[COMP_CWORD]}\"))\n}\n"
        "complete -o filenames -F _drypoint drypoint\n";
    return script;
}

}  // namespace

std::string manual_page() {
    Parser parser;
    std::string page = ".TH DRYPOINT 1 \"\" \"drypoint " DRYPOINT_VERSION
                       "\"\n.SH NAME\ndrypoint \\- 3D anatomical trigger\\-point visualiser\n";
    page += ".SH SYNOPSIS\n.B drypoint\n[\\fICOMMAND\\fR] [\\fIOPTIONS\\fR]\n.SH DESCRIPTION\n" + roff(summary) +
            "\n.SH COMMANDS\n";
    for (const Command& command : commands()) {
        page += ".SS drypoint " + roff(command.name) + "\n" + roff(command.help) + "\n";
        if (!command.about.empty()) page += ".PP\n" + roff(command.about) + "\n";
        for (const auto& entry : parser.names) {
            if (entry.second != command.name) continue;
            for (const CLI::Option* option : entry.first->get_options()) {
                if (option->get_name() == "--help") continue;
                page += ".TP\n.B " + roff(option_label(*option)) + "\n" + roff(option->get_description()) + "\n";
            }
        }
    }
    page += ".SH EXIT STATUS\n0 done; 1 failed; 2 wrong usage; 3 a comparison differs\n";
    page += ".SH ENVIRONMENT\n.TP\n.B DRYPOINT_DATA\nthe folder that holds data/, shaders/ and models/\n";
    page += ".TP\n.B DRYPOINT_FONTS\nthe folder that holds the fonts\n";
    return page;
}

std::string completion_script(const std::string& shell) {
    if (shell == "bash") return bash_completion();
    if (shell == "zsh") return "autoload -U +X bashcompinit && bashcompinit\n" + bash_completion();
    return {};
}

int run(int argc, char** argv) {
    Parser parser;
    try {
        parser.root.parse(argc, argv);
    } catch (const CLI::Success& success) {  // --help, --version
        return parser.root.exit(success) == 0 ? ok : failed;
    } catch (const CLI::ParseError& problem) {
        std::cerr << "error: " << problem.what() << " (see: drypoint --help)\n";
        return wrong_usage;
    }
    if (const CommandBody* body = parser.chosen()) return (*body)();
    return start_without_command();
}

}  // namespace drypoint::app
