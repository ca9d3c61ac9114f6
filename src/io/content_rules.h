#pragma once
// What each kind of content file may hold: one table per kind. docs/content.md says the same in words.

#include <string>

#include "io/toml_table.h"

namespace drypoint::io {

// A list file holds entries under one key ([[muscle]]); the rule is that of one entry.
const Rule& source_rule();
const Rule& muscle_rule();
const Rule& hazard_rule();
const Rule& needle_rule();
const Rule& harm_rule();
const Rule& step_rule();
const Rule& midpoint_rule();
const Rule& zone_rule();
const Rule& topic_rule();
const Rule& test_rule();
const Rule& claim_rule();
const Rule& search_rule();
// One file each.
const Rule& trigger_point_rule();
const Rule& needle_path_rule();
const Rule& condition_rule();
const Rule& conventions_rule();
const Rule& ids_rule();
const Rule& reading_rule();

// A whole list file.
Rule list_file_rule(const std::string& key, const Rule& entry);

// Parts that other tables are made of: a statement with the keys of its place before it, its status, its sources.
Rule statement_rule(std::string doc, std::vector<KeyRule> keys = {});
Rule status_rule();
Rule sources_rule();

}  // namespace drypoint::io
