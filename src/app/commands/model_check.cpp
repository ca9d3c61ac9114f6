#include <cstdio>
#include <iostream>
#include <memory>

#include "anatomy/model_check.h"
#include "app/commands/commands.h"
#include "app/exit_code.h"
#include "app/open_model.h"
#include "io/model_reports.h"
#include "io/structure_list.h"

namespace drypoint::app {
namespace {

struct ModelCheckOptions {
    std::string model;
    BodyRequest body;
    bool json = false;
    bool foreign = false;
    double spacing_mm = 0.5;
};

const char* word(bool good, const char* if_not) {
    return good ? "" : if_not;
}

void print_structure(const anatomy::StructureCheck& structure) {
    const geometry::MeshReport& mesh = structure.mesh;
    std::printf("%-48s %7zu %9.2f cm3 %2zu piece%s %s%s%s", structure.id.c_str(), mesh.triangles,
                mesh.volume_mm3 / 1000.0, mesh.pieces, mesh.pieces == 1 ? " " : "s", word(mesh.closed(), "OPEN "),
                word(mesh.manifold(), "NOT MANIFOLD "), word(mesh.outward(), "NOT OUTWARD "));
    if (structure.thinnest_mm) std::printf("thinnest %.2f mm ", *structure.thinnest_mm);
    if (mesh.handles > 0) std::printf("%zu handles ", mesh.handles);
    if (structure.self_intersections > 0) std::printf("CROSSES ITSELF %zu times", structure.self_intersections);
    std::printf("\n");
}

void print_text(const anatomy::ModelReport& report) {
    for (const anatomy::StructureCheck& structure : report.structures) print_structure(structure);
    for (const anatomy::SharedSpace& shared : report.shared_space) {
        std::printf("%s and %s share %.3f cm3\n", shared.a.c_str(), shared.b.c_str(), shared.volume_cm3);
    }
    for (const anatomy::InMuscle& inside : report.hazards_in_muscle) {
        std::printf("%s runs inside of %s for %.0f mm%s\n", inside.hazard.c_str(), inside.muscle.c_str(), inside.length_mm,
                    inside.on_purpose ? ", on purpose" : "");
    }
    for (const anatomy::OffBone& landmark : report.landmarks_off_bone) {
        std::printf("landmark %s lies ", landmark.landmark.c_str());
        landmark.distance_mm ? std::printf("%.2f mm off %s\n", *landmark.distance_mm, landmark.on.c_str())
                             : std::printf("on %s, which the model lacks\n", landmark.on.c_str());
    }
    for (const base::Id& id : report.missing) std::printf("%s is missing\n", id.c_str());
    std::printf("%zu structures, %zu problems\n", report.structures.size(), report.problems());
}

int run_check(const ModelCheckOptions& options) {
    const std::optional<OpenedModel> opened = open_model(options.model, options.body);
    if (!opened) return failed;
    anatomy::CheckOptions check;
    check.ray_spacing_mm = options.spacing_mm;
    if (!options.foreign) {
        base::Result<io::StructureList> list =
            io::load_structure_list((opened->files.data() / "anatomy" / "structures.toml").string());
        print_issues(list.issues);
        if (!list) return failed;
        check.expected = std::move(list->ids);
        check.on_purpose = std::move(list->enters);
    }
    const anatomy::ModelReport report = anatomy::check_model(*opened->atlas, check);
    options.json ? void(std::cout << io::model_check_json(*opened->atlas, report)) : print_text(report);
    return report.problems() == 0 ? ok : failed;
}

}  // namespace

CommandBody bind_model_check(OptionSet& set) {
    const auto options = std::make_shared<ModelCheckOptions>();
    set.positional("FILE", options->model, model_help);
    options->body.bind(set);
    set.flag("--foreign", options->foreign, "Do not ask for the structures of data/anatomy/structures.toml");
    set.number("--spacing", options->spacing_mm, "Of the rays that measure shared space, mm; 0: it is not measured",
               0.0, 10.0);
    set.flag("--json", options->json, "Report as JSON");
    return [options] { return run_check(*options); };
}

}  // namespace drypoint::app
