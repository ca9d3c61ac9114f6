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
    std::string model;
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

int run_probe(const Options& options) {
    const glm::dvec3 entry{options.entry[0], options.entry[1], options.entry[2]};
    const glm::dvec3 target{options.target[0], options.target[1], options.target[2]};
    const double length = glm::distance(entry, target);
    if (!(length > 1e-6)) {
        std::cerr << "error: --entry and --target are the same point (a needle needs a direction)\n";
        return wrong_usage;
    }
    const std::optional<OpenedModel> opened = open_model(options.model);
    if (!opened) return failed;
    const anatomy::ProbeIndex index(opened->atlas);
    const double depth = options.depth_mm < 0.0 ? length : options.depth_mm;
    const anatomy::PathReport report = index.probe({entry, (target - entry) / length, depth});
    print_issues(report.issues);
    if (options.json) {
        std::cout << io::probe_json(*opened->atlas, report, target);
    } else {
        print_text(*opened->atlas, report);
    }
    return base::has_error(report.issues) ? failed : ok;
}

}  // namespace

CommandBody bind_probe(OptionSet& set) {
    const auto options = std::make_shared<Options>();
    set.text("--model", options->model, model_help, "FILE");
    set.point("--entry", options->entry, "Where the needle meets the skin, mm", Needed::yes);
    set.point("--target", options->target, "What it is aimed at, mm", Needed::yes);
    set.number("--depth", options->depth_mm, "Depth of the tip in mm; up to the target if left out", 0.0, 1000.0);
    set.flag("--json", options->json, "Report as JSON");
    return [options] { return run_probe(*options); };
}

}  // namespace drypoint::app
