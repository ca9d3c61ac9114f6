#pragma once
// What `drypoint bench` compares with: programs that stand beside this one or are installed, run in the same minute.

#include <optional>
#include <string>
#include <vector>

#include "app/bench_render.h"

namespace drypoint::app {

// A row and, where there is one, what it is compared with in the same run.
struct ComparedRow {
    BenchRow row;
    std::string peer;
    std::optional<double> ratio;
};

// For a shell.
std::string quoted(const std::string& text);

// The path of a program of ours beside this one, or none; then `without` is said as a warning: what is missing for it.
std::optional<std::string> program_beside(const std::string& name, const std::string& without);

// Rows that a program prints: tab-separated name, unit, median, min, max, n, peer, ratio, processor time in ms; the last
// three may be empty. Its exit status other than 0 is said as a warning.
std::vector<ComparedRow> rows_of(const std::string& command);

// A whole process, its children included.
struct ProcessUse {
    double wall_ms, processor_ms, memory_mb;  // the most memory at one time
};
// None where it fails. Its output goes nowhere.
std::optional<ProcessUse> run_process(const std::string& command);

}  // namespace drypoint::app
