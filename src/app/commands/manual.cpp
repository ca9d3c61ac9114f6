#include <iostream>
#include <memory>

#include "app/commands/commands.h"
#include "app/exit_code.h"

namespace drypoint::app {

CommandBody bind_manual(CLI::App&) {
    return [] {
        std::cout << manual_page();
        return ok;
    };
}

CommandBody bind_completion(CLI::App& app) {
    const auto shell = std::make_shared<std::string>();
    app.add_option("SHELL", *shell, "bash or zsh")->required()->check(CLI::IsMember({"bash", "zsh"}));
    return [shell] {
        std::cout << completion_script(*shell);
        return ok;
    };
}

}  // namespace drypoint::app
