#include "app/options.h"

#include <CLI/CLI.hpp>

namespace drypoint::app {
namespace {

void finish(CLI::Option* option, Needed needed) {
    if (needed == Needed::yes) option->required();
}

}  // namespace

void OptionSet::positional(const std::string& name, std::string& target, const std::string& help, Needed needed) {
    finish(app_.add_option(name, target, help), needed);
}

void OptionSet::positionals(const std::string& name, std::vector<std::string>& target, const std::string& help) {
    app_.add_option(name, target, help);
}

void OptionSet::choice(const std::string& name, std::string& target, const std::string& help,
                       const std::vector<std::string>& allowed, Needed needed) {
    CLI::Option* option = app_.add_option(name, target, help)->check(CLI::IsMember(allowed));
    if (!target.empty()) option->capture_default_str();
    finish(option, needed);
}

void OptionSet::text(const std::string& name, std::string& target, const std::string& help, const std::string& shape,
                     Needed needed) {
    CLI::Option* option = app_.add_option(name, target, help)->type_name(shape);
    if (!target.empty()) option->capture_default_str();
    finish(option, needed);
}

void OptionSet::checked(const std::string& name, std::string& target, const std::string& help, const std::string& shape,
                        const std::function<std::string(const std::string& text)>& why_not) {
    app_.add_option(name, target, help)->type_name(shape)->check(why_not);
}

void OptionSet::texts(const std::string& name, std::vector<std::string>& target, const std::string& help,
                      const std::string& shape) {
    app_.add_option(name, target, help)->type_name(shape)->allow_extra_args(false);
}

void OptionSet::list(const std::string& name, std::vector<std::string>& target, const std::string& help,
                     const std::string& shape) {
    app_.add_option(name, target, help)->type_name(shape)->delimiter(',')->allow_extra_args(false);
}

void OptionSet::number(const std::string& name, double& target, const std::string& help, double least, double most) {
    app_.add_option(name, target, help)->check(CLI::Range(least, most));
}

void OptionSet::whole_number(const std::string& name, int& target, const std::string& help, int least, int most) {
    app_.add_option(name, target, help)->check(CLI::Range(least, most))->capture_default_str();
}

void OptionSet::point(const std::string& name, std::vector<double>& target, const std::string& help, Needed needed) {
    finish(app_.add_option(name, target, help)->delimiter(',')->expected(3)->type_name("X,Y,Z"), needed);
}

void OptionSet::flag(const std::string& name, bool& target, const std::string& help) {
    app_.add_flag(name, target, help);
}

}  // namespace drypoint::app
