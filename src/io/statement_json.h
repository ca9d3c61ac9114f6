#pragma once
// Inside io only: a statement in a JSON report.

#include "anatomy/statement.h"
#include "io/report_json.h"

namespace drypoint::io {

// {"professional", "plain", "status", "sources"}
Json statement_json(const anatomy::Statement& statement);

}  // namespace drypoint::io
