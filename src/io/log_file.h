#pragma once
// Logs: JSON Lines, one action each: {"t_ms": 120, "do": "set-opacity skin 0.3"}. A line of plain text is the action at
// once, so that people can write them too; # begins a comment.

#include <string>
#include <vector>

#include "base/result.h"
#include "session/store.h"

namespace drypoint::io {

// Lines that cannot be read give an issue with file, line and column; the others are still there. Entries after the
// first without a time keep the time of the one before.
base::Result<std::vector<session::LogEntry>> read_log(const std::string& path);
base::Result<std::vector<session::LogEntry>> parse_log(const std::string& file_name, const std::string& text);

std::string log_text(const std::vector<session::LogEntry>& log);

// The whole state as one JSON object, for comparing replays.
std::string state_json(const anatomy::Atlas& atlas, const session::Model& model);

}  // namespace drypoint::io
