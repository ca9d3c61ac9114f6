#include <cstdio>
#include <iostream>
#include <memory>

#include "app/commands/commands.h"
#include "app/exit_code.h"
#include "app/open_model.h"
#include "io/content_reports.h"
#include "io/model_reports.h"
#include "io/walkthrough_file.h"
#include "session/action_table.h"

namespace drypoint::app {
namespace {

struct ListOptions {
    std::string what, model;
    bool json = false;
};

int list_structures(const ListOptions& options) {
    const std::optional<OpenedModel> opened = open_model(options.model);
    if (!opened) return failed;
    if (options.json) {
        std::cout << io::list_structures_json(*opened->atlas);
        return ok;
    }
    for (const anatomy::Structure& structure : opened->atlas->structures) {
        std::printf("%-48s %-10s %-18s %7zu  %s\n", structure.id.c_str(),
                    std::string(anatomy::name(structure.tissue)).c_str(), structure.group.c_str(),
                    structure.surface.triangles.size(), structure.name.c_str());
    }
    for (const std::string& note : opened->atlas->notes) std::printf("\n%s\n", note.c_str());
    return ok;
}

int list_actions() {
    for (const session::ActionRow& row : session::action_rows()) {
        std::string usage = row.name;
        for (const std::string& parameter : row.parameters) usage += " " + parameter;
        std::printf("%-48s %s\n", usage.c_str(), row.help.c_str());
    }
    return ok;
}

// What of the content is listed, and how: as JSON, and as pairs of id and name.
struct ContentList {
    const char* what;
    std::string (*json)(const anatomy::Content&, const anatomy::Atlas&);
    void (*print)(const anatomy::Content&);
};

template <typename Item, typename Words>
void print_rows(const std::vector<Item>& items, Words words) {
    for (const Item& item : items) std::printf("%-36s %s\n", item.id.c_str(), words(item).c_str());
}

const std::vector<ContentList>& content_lists() {
    using anatomy::Content;
    static const std::vector<ContentList> lists{
        {"conditions", io::list_conditions_json,
         [](const Content& c) {
             print_rows(c.conditions, [](const auto& i) {
                 return i.name + " - " + (i.alias_of.empty() ? i.label : "another name for " + i.alias_of);
             });
         }},
        {"points", io::list_points_json,
         [](const Content& c) { print_rows(c.points, [](const auto& i) { return i.code + " in " + i.muscle; }); }},
        {"paths", io::list_paths_json,
         [](const Content& c) { print_rows(c.paths, [](const auto& i) { return "to " + i.point; }); }},
        {"muscles", io::list_muscles_json,
         [](const Content& c) { print_rows(c.muscles, [](const auto& i) { return i.name; }); }},
        {"needles", io::list_needles_json,
         [](const Content& c) { print_rows(c.needles, [](const auto& i) { return i.name; }); }},
        {"zones", io::list_zones_json,
         [](const Content& c) { print_rows(c.zones, [](const auto& i) { return i.name; }); }},
        {"topics", io::list_topics_json,
         [](const Content& c) { print_rows(c.topics, [](const auto& i) { return i.title; }); }},
        {"tests", io::list_tests_json,
         [](const Content& c) { print_rows(c.tests, [](const auto& i) { return i.name; }); }},
        {"sources", io::list_sources_json,
         [](const Content& c) { print_rows(c.sources, [](const auto& i) { return i.citation; }); }},
    };
    return lists;
}

int list_content(const ContentList& list, const ListOptions& options) {
    const std::optional<OpenedWorld> opened = open_world(options.model);
    if (!opened) return failed;
    if (options.json) {
        std::cout << list.json(opened->world->content, *opened->world->atlas);
    } else {
        list.print(opened->world->content);
    }
    return ok;
}

int list_walkthroughs(const ListOptions& options) {
    const std::optional<OpenedWorld> opened = open_world(options.model);
    if (!opened) return failed;
    if (options.json) {
        std::cout << io::list_walkthroughs_json(opened->world->walkthroughs, *opened->world->atlas);
    } else {
        print_rows(opened->world->walkthroughs, [](const auto& i) { return i.title; });
    }
    return ok;
}

int run_list(const ListOptions& options) {
    for (const ContentList& list : content_lists()) {
        if (options.what == list.what) return list_content(list, options);
    }
    if (options.what == "walkthroughs") return list_walkthroughs(options);
    return options.what == "actions" ? list_actions() : list_structures(options);
}

std::vector<std::string> what_can_be_listed() {
    std::vector<std::string> all;
    for (const ContentList& list : content_lists()) all.emplace_back(list.what);
    for (const char* what : {"walkthroughs", "structures", "actions"}) all.emplace_back(what);
    return all;
}

}  // namespace

CommandBody bind_list(OptionSet& set) {
    const auto options = std::make_shared<ListOptions>();
    set.choice("WHAT", options->what,
               "actions: the language of scripts and logs; structures: what the model holds; the rest: content",
               what_can_be_listed(), Needed::yes);
    set.text("--model", options->model, model_help, "FILE");
    set.flag("--json", options->json, "Report as JSON");
    return [options] { return run_list(*options); };
}

}  // namespace drypoint::app
