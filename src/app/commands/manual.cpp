#include <iostream>
#include <memory>

#include "app/commands/commands.h"
#include "app/exit_code.h"

namespace drypoint::app {

CommandBody bind_manual(OptionSet&) {
    return [] {
        std::cout << manual_page();
        return ok;
    };
}

CommandBody bind_completion(OptionSet& set) {
    const auto shell = std::make_shared<std::string>();
    set.choice("SHELL", *shell, "bash or zsh", {"bash", "zsh"}, Needed::yes);
    return [shell] {
        std::cout << completion_script(*shell);
        return ok;
    };
}

}  // namespace drypoint::app
