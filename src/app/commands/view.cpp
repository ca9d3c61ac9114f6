#include <memory>

#include "app/commands/commands.h"
#include "app/exit_code.h"
#include "app/open_model.h"
#include "app/window_loop.h"

namespace drypoint::app {

CommandBody bind_view(OptionSet& set) {
    const auto file = std::make_shared<std::string>();
    set.positional("FILE", *file, "Model to show; the default limb if left out");
    return [file]() -> int {
        std::optional<OpenedModel> opened = open_model(*file);
        return opened ? run_window(std::move(*opened)) : failed;
    };
}

}  // namespace drypoint::app
