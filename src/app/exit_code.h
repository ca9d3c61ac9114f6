#pragma once

namespace drypoint::app {

// What the program ends with. Scripts may rely on it.
enum ExitCode : int { ok = 0, failed = 1, wrong_usage = 2, comparison_differs = 3 };

}  // namespace drypoint::app
