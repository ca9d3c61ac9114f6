#include <cmath>
#include <cstdio>
#include <iostream>
#include <memory>

#include <glm/geometric.hpp>

#include "anatomy/probe.h"
#include "app/commands/commands.h"
#include "app/exit_code.h"
#include "app/open_model.h"
#include "io/probe_report.h"

namespace drypoint::app {
namespace {

struct Options {
    std::string model, point;
    std::vector<double> entry, target;
    double depth_mm = -1.0;
    bool json = false;
};

void print_text(const anatomy::Atlas& atlas, const anatomy::PathReport& report) {
    std::printf("Depth %.1f mm. Distances in this model, not a safe depth.\n\n%8s %8s  layer\n", report.needle.depth_mm,
                "from", "to");
    for (const anatomy::LayerPassed& layer : report.layers) {
        const char* name = layer.structure ? atlas.structures[*layer.structure].name.c_str() : "Connective tissue";
        std::printf("%8.1f ", layer.enter_mm);
        layer.exit_mm ? std::printf("%8.1f  %s\n", *layer.exit_mm, name) : std::printf("%8s  %s\n", "open", name);
    }
    std::printf("\n%8s %8s  nearest hazards\n", "mm", "at depth");
    for (const anatomy::Clearance& clearance : report.clearances) {
        std::printf("%8.1f %8.1f  %s\n", clearance.distance_mm, clearance.at_depth_mm,
                    atlas.structures[clearance.structure].name.c_str());
    }
}

// The needle that the options ask for, and what it is aimed at.
struct Aim {
    anatomy::NeedleLine needle;
    io::ProbedPath path;
};

std::optional<Aim> aim_at_point(const Options& options, const session::World& world) {
    const session::PlacedPoint* placed = world.find_point(options.point);
    if (placed == nullptr) {
        std::cerr << "error: there is no trigger point \"" << options.point << "\" (see: drypoint list points)\n";
        return std::nullopt;
    }
    if (!placed->way) {
        const std::string never = anatomy::why_never_needled(*world.content.find_point(placed->id));
        std::cerr << "error: "
                  << (never.empty() ? options.point + " has no needle path on this model: it cannot be placed" : never)
                  << '\n';
        return std::nullopt;
    }
    const anatomy::PathGeometry& way = *placed->way;
    const double depth = options.depth_mm < 0.0 ? way.depth_mm : options.depth_mm;
    return Aim{{way.entry_mm, way.direction, depth}, {placed->path, placed->id, way.target_mm, &way}};
}

std::optional<Aim> aim_along_line(const Options& options) {
    const glm::dvec3 entry{options.entry[0], options.entry[1], options.entry[2]};
    const glm::dvec3 target{options.target[0], options.target[1], options.target[2]};
    const double length = glm::distance(entry, target);
    if (!(length > 1e-6)) {
        std::cerr << "error: --entry and --target are the same point (a needle needs a direction)\n";
        return std::nullopt;
    }
    const double depth = options.depth_mm < 0.0 ? length : options.depth_mm;
    return Aim{{entry, (target - entry) / length, depth}, {{}, {}, target, nullptr}};
}

int run_probe(const Options& options) {
    const bool line = options.entry.size() == 3 && options.target.size() == 3;
    if (line == !options.point.empty()) {
        std::cerr << "error: give --point, or --entry and --target (see: drypoint probe --help)\n";
        return wrong_usage;
    }
    const std::optional<OpenedWorld> opened = open_world(options.model);
    if (!opened) return failed;
    const session::World& world = *opened->world;
    const std::optional<Aim> aim = line ? aim_along_line(options) : aim_at_point(options, world);
    if (!aim) return line ? wrong_usage : failed;
    const anatomy::PathReport report = anatomy::ProbeIndex(world.atlas).probe(aim->needle);
    print_issues(report.issues);
    if (options.json) {
        std::cout << io::probe_json(world.content, *world.atlas, report, aim->path);
    } else {
        print_text(*world.atlas, report);
    }
    return base::has_error(report.issues) ? failed : ok;
}

}  // namespace

CommandBody bind_probe(OptionSet& set) {
    const auto options = std::make_shared<Options>();
    set.text("--model", options->model, model_help, "FILE");
    set.text("--point", options->point, "A trigger point, by id or code: its taught path", "ID");
    set.point("--entry", options->entry, "Instead: where the needle meets the skin, mm");
    set.point("--target", options->target, "and what it is aimed at, mm");
    set.number("--depth", options->depth_mm, "Depth of the tip in mm; up to the target if left out", 0.0, 1000.0);
    set.flag("--json", options->json, "Report as JSON");
    return [options] { return run_probe(*options); };
}

}  // namespace drypoint::app
