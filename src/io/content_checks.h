#pragma once
// Inside io only: what a content file must keep beyond the table of its kind. All findings in the file's order.

#include <string>

#include "base/issue.h"
#include "io/toml_file.h"

namespace drypoint::io {

// Of every statement in `entry`: no empty text, a source unless nothing was found.
base::Issues check_statements(const TomlValue& entry, const std::string& file);

// Of a trigger point: stretches run upwards, a dot has a place, an offset has one unit.
base::Issues check_trigger_point(const TomlValue& entry, const std::string& file);

// Of a path: "towards" names what, depth to the stop has a stop.
base::Issues check_needle_path(const TomlValue& entry, const std::string& file);

// Of a zone: its stretch runs upwards.
base::Issues check_zone(const TomlValue& entry, const std::string& file);

// Of a condition: either an alias and nothing else, or evidence and targets.
base::Issues check_condition(const TomlValue& entry, const std::string& file);

}  // namespace drypoint::io
