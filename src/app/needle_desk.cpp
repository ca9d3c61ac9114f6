#include "app/needle_desk.h"

#include <iostream>
#include <utility>

namespace drypoint::app {

void NeedleRequest::bind(OptionSet& set) {
    set.text("--model", model, model_help, "FILE");
    body.bind(set);
    set.text("--point", point, "A trigger point, by id or code: its taught path", "ID");
    set.text("--path", path, "Another path, by id", "ID");
    set.text("--needle", needle, "Needle, by id; the shortest that reaches if left out", "ID");
    set.number("--hull", hull_k, "How many published spreads wide the hulls of hazards are; 1 if left out", 0.0, 10.0);
    set.flag("--json", json, "Report as JSON");
}

NeedleDesk::NeedleDesk(OpenedWorld world)
    : opened(std::move(world)),
      index(opened.world->atlas, opened.world->content.spreads),
      safety(opened.world->content, *opened.world->atlas) {}

std::unique_ptr<NeedleDesk> open_needle_desk(const NeedleRequest& request) {
    std::optional<OpenedWorld> opened = open_world(request.model, request.body);
    if (!opened) return nullptr;
    return std::make_unique<NeedleDesk>(std::move(*opened));
}

bool find_needle(const NeedleDesk& desk, const std::string& id, const anatomy::Needle*& needle) {
    needle = nullptr;
    if (id.empty()) return true;
    needle = desk.content().find_needle(id);
    if (needle == nullptr) std::cerr << "error: there is no needle \"" << id << "\" (see: drypoint list needles)\n";
    return needle != nullptr;
}

std::optional<AskedPath> find_path(const NeedleDesk& desk, const NeedleRequest& request) {
    AskedPath asked;
    if (!request.path.empty()) {
        asked.path = desk.content().find_path(request.path);
        if (asked.path == nullptr) {
            std::cerr << "error: there is no path \"" << request.path << "\" (see: drypoint list paths)\n";
            return std::nullopt;
        }
    }
    const std::string point = asked.path != nullptr ? asked.path->point : request.point;
    const session::PlacedPoint* placed = desk.opened.world->find_point(point);
    if (placed == nullptr) {
        std::cerr << "error: there is no trigger point \"" << point << "\" (see: drypoint list points)\n";
        return std::nullopt;
    }
    asked.point = desk.content().find_point(placed->id);
    asked.dot_mm = placed->place.at_mm;
    if (asked.path == nullptr) {
        if (placed->way) asked.path = desk.content().find_path(placed->path);
        asked.way = placed->way;
        return asked;
    }
    base::Issues issues;
    if (!asked.point->show_only) asked.way = anatomy::resolve_path(desk.content(), desk.atlas(), *asked.path, issues);
    print_issues(issues);
    return asked;
}

void say_no_path(const NeedleRequest& request, const AskedPath& asked) {
    const std::string never = anatomy::why_never_needled(*asked.point);
    const std::string& name = request.path.empty() ? request.point : request.path;
    std::cerr << "error: " << (never.empty() ? name + " has no needle path on this model: it cannot be placed" : never)
              << '\n';
}

}  // namespace drypoint::app
