#include <iostream>
#include <memory>

#include "anatomy/search_index.h"
#include "app/commands/commands.h"
#include "app/exit_code.h"
#include "app/open_model.h"
#include "io/content_cards.h"

namespace drypoint::app {
namespace {

struct FindOptions {
    std::vector<std::string> words;
    bool json = false;
};

int run_find(const FindOptions& options) {
    const std::optional<anatomy::Content> content = open_content();
    if (!content) return failed;
    std::string query;
    for (const std::string& word : options.words) query += (query.empty() ? "" : " ") + word;
    const auto hits = anatomy::SearchIndex(*content).find(query);
    std::cout << io::show_hits(*content, hits, options.json ? io::CardForm::json : io::CardForm::text);
    if (!hits.empty()) return ok;
    std::cerr << "error: nothing is known as \"" << query << "\" (see: drypoint list conditions)\n";
    return failed;
}

}  // namespace

CommandBody bind_find(OptionSet& set) {
    const auto options = std::make_shared<FindOptions>();
    set.positionals("WORDS", options->words, "What people call it, or where it hurts");
    set.flag("--json", options->json, "Report as JSON");
    return [options] { return run_find(*options); };
}

}  // namespace drypoint::app
