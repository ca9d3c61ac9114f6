#include "io/walkthrough_file.h"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "io/report_json.h"
#include "io/toml_file.h"
#include "session/action_table.h"

namespace drypoint::io {
namespace fs = std::filesystem;
namespace {

// What a step must not do: the walkthrough would steer itself, or the program.
const std::vector<std::string>& forbidden_actions() {
    static const std::vector<std::string> names{"start-walkthrough", "leave-walkthrough", "next-step",
                                                "previous-step",     "save-picture",      "quit",
                                                "set-viewport",      "set-text-scale"};
    return names;
}

// An issue if the text is no action that a step may hold.
void check_action(const TomlValue& value, const std::string& path, base::Issues& issues) {
    const base::Result<session::Action> action = session::parse_action(value.text);
    if (!action) {
        base::Issue issue = action.issues.front();
        issue.place = base::at(path, value.line, value.column + issue.place.column);
        issue.code = "bad-action";
        issues.push_back(std::move(issue));
        return;
    }
    const std::string name = value.text.substr(0, value.text.find(' '));
    if (std::find(forbidden_actions().begin(), forbidden_actions().end(), name) == forbidden_actions().end()) return;
    issues.push_back(base::error(base::at(path, value.line, value.column), "a step cannot do " + name,
                                 "steps change what is seen; people go forward and back", "bad-action"));
}

session::WalkthroughStep step_from(const TomlValue& entry, const std::string& path, base::Issues& issues) {
    session::WalkthroughStep step;
    step.title = text_of(entry, "title");
    step.professional = text_of(entry, "professional");
    step.plain = text_of(entry, "plain");
    step.place = base::at(path, entry.line, entry.column);
    const TomlValue* actions = entry.find("do");
    if (actions == nullptr) return step;
    for (const TomlValue& action : actions->items) {
        const std::size_t before = issues.size();
        check_action(action, path, issues);
        if (issues.size() == before) step.actions.push_back(action.text);
    }
    return step;
}

}  // namespace

const Rule& walkthrough_rule() {
    static const Rule step = table_rule(
        {required("title", text_rule("a few words")),
         required("professional", text_rule("what is said to professionals")),
         required("plain", text_rule("the same in plain words: sentences of at most 15 words")),
         optional("do", list_of(text_rule("an action: look-from medial"), "what brings the picture there, in order"))},
        "a step");
    static const Rule rule = table_rule(
        {required("title", text_rule("what it is called")), required("plain_title", text_rule("the same for everyone")),
         required("step", list_of(step, "in order; each builds on those before it"))},
        "a guided walk");
    return rule;
}

base::Result<session::Walkthrough> load_walkthrough(const std::string& path) {
    base::Result<TomlValue> file = read_toml(path);
    if (!file) return base::failure<session::Walkthrough>(std::move(file.issues));
    base::Issues issues = std::move(file.issues);
    base::Issues found = check(*file, walkthrough_rule(), path);
    issues.insert(issues.end(), found.begin(), found.end());
    if (base::has_error(issues)) return base::failure<session::Walkthrough>(std::move(issues));

    session::Walkthrough walkthrough;
    walkthrough.id = base::to_kebab_case(fs::path(path).stem().string());
    walkthrough.title = text_of(*file, "title");
    walkthrough.plain_title = text_of(*file, "plain_title");
    walkthrough.place = base::at(path, 1, 1);
    for (const TomlValue& entry : file->find("step")->items)
        walkthrough.steps.push_back(step_from(entry, path, issues));
    if (walkthrough.steps.empty()) {
        issues.push_back(
            base::error(base::at(path, 1, 1), "a walkthrough needs at least one [[step]]", "add one", "no-step"));
        return base::failure<session::Walkthrough>(std::move(issues));
    }
    return base::success(std::move(walkthrough), std::move(issues));
}

base::Result<std::vector<session::Walkthrough>> load_walkthroughs(const std::string& folder) {
    std::vector<std::string> paths;
    std::error_code failed;
    for (const auto& entry : fs::directory_iterator(folder, failed)) {
        if (entry.path().extension() == ".toml") paths.push_back(entry.path().string());
    }
    std::sort(paths.begin(), paths.end());
    base::Result<std::vector<session::Walkthrough>> all;
    all.value.emplace();
    for (const std::string& path : paths) {
        base::Result<session::Walkthrough> one = load_walkthrough(path);
        all.issues.insert(all.issues.end(), one.issues.begin(), one.issues.end());
        if (one) all->push_back(std::move(*one));
    }
    return all;
}

std::string list_walkthroughs_json(const std::vector<session::Walkthrough>& walkthroughs, const anatomy::Atlas& atlas) {
    Json json = report_header("list walkthroughs", atlas);
    json["items"] = Json::array();
    for (const session::Walkthrough& one : walkthroughs) {
        json["items"].push_back({{"id", one.id}, {"name", one.title}, {"steps", one.steps.size()}});
    }
    return dump(json);
}

}  // namespace drypoint::io
