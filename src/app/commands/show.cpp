#include <iostream>
#include <memory>

#include "app/commands/commands.h"
#include "app/exit_code.h"
#include "app/open_model.h"
#include "base/id.h"
#include "io/content_cards.h"
#include "io/file.h"
#include "io/review_html.h"

namespace drypoint::app {
namespace {

struct ShowOptions {
    std::string what, id, output;
    bool json = false;
};

int write_review(const anatomy::Content& content, const ShowOptions& options) {
    if (options.output.empty()) {
        std::cerr << "error: show review needs -o FILE\n";
        return wrong_usage;
    }
    const base::Issues issues = io::write_file_atomically(options.output, io::review_html(content));
    print_issues(issues);
    if (!issues.empty()) return failed;
    std::cout << options.output << '\n';
    return ok;
}

int show_one(const anatomy::Content& content, const ShowOptions& options) {
    if (options.id.empty()) {
        std::cerr << "error: show " << options.what << " needs an ID\n";
        return wrong_usage;
    }
    const io::CardForm form = options.json ? io::CardForm::json : io::CardForm::text;
    if (const auto card = io::show_card(content, options.what, options.id, form)) {
        std::cout << *card;
        return ok;
    }
    const std::string near = base::nearest(options.id, io::ids_of_kind(content, options.what));
    std::cerr << "error: there is no " << options.what << " \"" << options.id << '"'
              << (near.empty() ? " (see: drypoint find)" : " (did you mean " + near + "?)") << '\n';
    return failed;
}

int run_show(const ShowOptions& options) {
    const std::optional<anatomy::Content> content = open_content();
    if (!content) return failed;
    return options.what == "review" ? write_review(*content, options) : show_one(*content, options);
}

std::vector<std::string> what_can_be_shown() {
    std::vector<std::string> all = io::card_kinds();
    all.emplace_back("review");
    return all;
}

}  // namespace

CommandBody bind_show(OptionSet& set) {
    const auto options = std::make_shared<ShowOptions>();
    set.choice("WHAT", options->what, "What kind of thing", what_can_be_shown(), Needed::yes);
    set.positional("ID", options->id, "Which one; a point also by its code, VM1");
    set.text("-o,--output", options->output, "Of review: the page to write", "FILE");
    set.flag("--json", options->json, "Report as JSON");
    return [options] { return run_show(*options); };
}

}  // namespace drypoint::app
