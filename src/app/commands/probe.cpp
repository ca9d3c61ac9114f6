#include <cstdio>
#include <iostream>
#include <memory>

#include <glm/geometric.hpp>

#include "anatomy/own_path.h"
#include "app/commands/commands.h"
#include "app/exit_code.h"
#include "app/needle_desk.h"
#include "io/own_path_file.h"

namespace drypoint::app {
namespace {

struct ProbeOptions {
    NeedleRequest request;
    std::vector<double> entry, target;
    std::string path_file, save;
    double depth_mm = -1.0;
};

void print_layers(const anatomy::Atlas& atlas, const anatomy::PathReport& report) {
    std::printf("\n%8s %8s  layer\n", "from", "to");
    for (const anatomy::LayerPassed& layer : report.layers) {
        const char* name = layer.structure ? atlas.structures[*layer.structure].name.c_str() : "Connective tissue";
        std::printf("%8.1f ", layer.enter_mm);
        layer.exit_mm ? std::printf("%8.1f  %s\n", *layer.exit_mm, name) : std::printf("%8s  %s\n", "open", name);
    }
}

void print_clearances(const anatomy::Atlas& atlas, const anatomy::PathReport& report) {
    std::printf("\n%8s %8s %8s  nearest hazards (hull: %.3g times the published spread; none: no figure)\n", "mm",
                "hull", "at depth", report.hull_k);
    for (const anatomy::Clearance& clearance : report.clearances) {
        std::printf("%8.1f ", clearance.distance_mm);
        clearance.hull_distance_mm ? std::printf("%8.1f", *clearance.hull_distance_mm) : std::printf("%8s", "none");
        std::printf(" %8.1f  %s\n", clearance.at_depth_mm, atlas.structures[clearance.structure].name.c_str());
    }
}

void print_text(const NeedleDesk& desk, const anatomy::Assessment& assessment) {
    const anatomy::PathReport& report = assessment.report;
    std::printf("Depth %.1f mm", report.needle.depth_mm);
    if (assessment.needle != nullptr)
        std::printf(", needle %s, %.1f mm outside", assessment.needle->name.c_str(), assessment.outside_mm);
    std::printf(". Distances in this model, not a safe depth.\n\nVerdict: %s\n",
                std::string(anatomy::name(assessment.judgement.verdict)).c_str());
    for (const anatomy::Reason& reason : assessment.judgement.reasons)
        std::printf("  %-7s %s (%s)\n", std::string(anatomy::name(reason.rule->verdict)).c_str(),
                    desk.safety.sentence(reason).c_str(), reason.rule->id.c_str());
    print_layers(desk.atlas(), report);
    print_clearances(desk.atlas(), report);
}

// The needle that the options ask for, and what it is aimed at.
struct Aim {
    anatomy::NeedleUse use;
    io::ProbedPath path;
    anatomy::PathGeometry way;
    anatomy::OwnPath own;  // the same as a file of a person's own
};

Aim aim_along(const NeedleDesk& desk, const anatomy::PathGeometry& way, const anatomy::NeedlePath* path,
              const anatomy::TriggerPoint* point) {
    Aim aim;
    aim.way = way;
    if (path != nullptr) {
        aim.use = anatomy::use_of(desk.content(), desk.atlas(), *path, way);
        aim.path.path = path->id;
    } else {
        aim.use.line = {way.entry_mm, way.direction, way.depth_mm, 0.0};
        if (point != nullptr) aim.use.muscle = desk.atlas().index_of(point->muscle);
    }
    if (point != nullptr) aim.path.point = aim.own.point = point->id;
    aim.path.target_mm = way.target_mm;
    return aim;
}

std::optional<Aim> aim_at_point(const ProbeOptions& options, const NeedleDesk& desk) {
    const std::optional<AskedPath> asked = find_path(desk, options.request);
    if (!asked) return std::nullopt;
    if (!asked->way) {
        say_no_path(options.request, *asked);
        return std::nullopt;
    }
    return aim_along(desk, *asked->way, asked->path, asked->point);
}

std::optional<Aim> aim_by(const anatomy::OwnPath& own, const NeedleDesk& desk) {
    base::Issues issues;
    const auto way = anatomy::resolve_own_path(desk.content(), desk.atlas(), own, issues);
    print_issues(issues);
    if (!way) return std::nullopt;
    const anatomy::TriggerPoint* point = desk.content().find_point(own.point);
    const anatomy::NeedlePath* path = own.line || point == nullptr ? nullptr : desk.content().path_of(point->id);
    Aim aim = aim_along(desk, *way, path, point);
    aim.use.needle = desk.content().find_needle(own.needle);
    aim.own = own;
    return aim;
}

std::optional<Aim> aim_by_file(const std::string& file, const NeedleDesk& desk) {
    const base::Result<anatomy::OwnPath> own = io::load_own_path(file, desk.content());
    print_issues(own.issues);
    if (!own) return std::nullopt;
    return aim_by(*own, desk);
}

std::optional<Aim> aim_along_line(const ProbeOptions& options, const NeedleDesk& desk) {
    anatomy::OwnPath own;
    own.line = anatomy::FixedLine{{options.entry[0], options.entry[1], options.entry[2]},
                                  {options.target[0], options.target[1], options.target[2]},
                                  desk.atlas().content_hash};
    return aim_by(own, desk);
}

bool save(const ProbeOptions& options, const NeedleDesk& desk, const Aim& aim) {
    anatomy::OwnPath own = aim.own;
    if (own.title.empty()) own.title = own.point.empty() ? "A line" : own.point;
    if (!options.request.needle.empty()) own.needle = options.request.needle;
    const double depth = aim.use.line.depth_mm;
    own.body = {anatomy::shown_side(desk.atlas()), desk.atlas().build};
    if (own.line) {
        own.line->entry_mm = aim.way.entry_mm;
        own.line->target_mm = aim.way.entry_mm + aim.way.direction * depth;
        own.line->model = desk.atlas().content_hash;
    } else {
        own.move.depth_mm = depth;
    }
    const base::Issues issues = io::save_own_path(options.save, own);
    print_issues(issues);
    return issues.empty();
}

int run_probe(const ProbeOptions& options) {
    const bool line = options.entry.size() == 3 && options.target.size() == 3;
    const bool point = !options.request.point.empty() || !options.request.path.empty();
    if ((line ? 1 : 0) + (point ? 1 : 0) + (options.path_file.empty() ? 0 : 1) != 1) {
        std::cerr
            << "error: give --point, --path or --path-file, or --entry and --target (see: drypoint probe --help)\n";
        return wrong_usage;
    }
    const auto desk = open_needle_desk(options.request);
    const anatomy::Needle* needle = nullptr;
    if (!desk || !find_needle(*desk, options.request.needle, needle)) return failed;
    std::optional<Aim> aim;
    if (line) aim = aim_along_line(options, *desk);
    if (point) aim = aim_at_point(options, *desk);
    if (!options.path_file.empty()) aim = aim_by_file(options.path_file, *desk);
    if (!aim) return line ? wrong_usage : failed;
    if (needle != nullptr) aim->use.needle = needle;
    if (options.depth_mm >= 0.0) aim->use.line.depth_mm = options.depth_mm;
    const anatomy::Assessment assessment = anatomy::assess(desk->index, desk->safety, aim->use, options.request.hull_k);
    print_issues(assessment.report.issues);
    aim->path.way = &aim->way;
    if (options.request.json) {
        std::cout << io::probe_json(desk->report(), assessment, aim->path);
    } else {
        print_text(*desk, assessment);
    }
    if (!options.save.empty() && !save(options, *desk, *aim)) return failed;
    return base::has_error(assessment.report.issues) ? failed : ok;
}

}  // namespace

CommandBody bind_probe(OptionSet& set) {
    const auto options = std::make_shared<ProbeOptions>();
    options->request.bind(set);
    set.text("--path-file", options->path_file, "Instead: a path of your own (docs/needle.md)", "FILE");
    set.point("--entry", options->entry, "Instead: where the needle meets the skin, mm");
    set.point("--target", options->target, "and what it is aimed at, mm");
    set.number("--depth", options->depth_mm, "Depth of the tip in mm; up to the target if left out", 0.0, 1000.0);
    set.text("--save", options->save, "Write the needle as a path of your own", "FILE");
    return [options] { return run_probe(*options); };
}

}  // namespace drypoint::app
