#pragma once
// Inside io only: checked entries of content files as values. What the rules of content_rules.h promise is relied on.

#include <optional>
#include <string>
#include <string_view>

#include "anatomy/content.h"
#include "io/toml_file.h"

namespace drypoint::io {

anatomy::Source source_from(const TomlValue& entry, const std::string& file);
anatomy::Muscle muscle_from(const TomlValue& entry, const std::string& file);
anatomy::HazardGroup hazard_from(const TomlValue& entry, const std::string& file);
anatomy::Needle needle_from(const TomlValue& entry, const std::string& file);
anatomy::Harm harm_from(const TomlValue& entry, const std::string& file);
anatomy::Midpoint midpoint_from(const TomlValue& entry, const std::string& file);
anatomy::Zone zone_from(const TomlValue& entry, const std::string& file);
anatomy::Topic topic_from(const TomlValue& entry, const std::string& file);
anatomy::EvaluationTest test_from(const TomlValue& entry, const std::string& file);
anatomy::Claim claim_from(const TomlValue& entry, const std::string& file);
anatomy::SearchWords search_words_from(const TomlValue& entry, const std::string& file);
anatomy::SessionStep step_from(const TomlValue& entry, const std::string& file);
anatomy::TriggerPoint trigger_point_from(const TomlValue& entry, const std::string& file);
anatomy::NeedlePath needle_path_from(const TomlValue& entry, const std::string& file);
anatomy::Condition condition_from(const TomlValue& entry, const std::string& file);
anatomy::Conventions conventions_from(const TomlValue& file, const std::string& path);
anatomy::Reading reading_from(const TomlValue& file);

// Parts that other tables are made of.
anatomy::Statement statement_of(const TomlValue& table);
std::optional<double> maybe_number_of(const TomlValue& table, std::string_view key);

}  // namespace drypoint::io
