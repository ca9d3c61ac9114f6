#pragma once
// data/anatomy/structures.toml: what each structure is called, what it is, and how it hangs together with others.

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <glm/vec3.hpp>

#include "base/result.h"

namespace drypoint::builder {

struct CatalogEntry {
    std::string id;
    std::string name;
    std::string latin;
    std::string tissue;
    std::string group;
    std::string layer;
    bool hazard = false;     // always for arteries, veins, nerves
    bool uncertain = false;  // always for nerves
    std::string cut;         // "", "ankle" or "top": ends flat on that common plane
    std::string continues;
    std::string branches_from;
    std::string ends_on;
    std::vector<std::string> enters;
    std::string across;  // straps: "left-right", "up-down", "along-bone"
    int pieces = 1;
    int handles = 0;             // rings that it has by nature
    glm::dvec3 moved_mm{0.0};  // its figure, before anything else
};

// In the order of the file.
using Catalog = std::vector<CatalogEntry>;

const CatalogEntry* find(const Catalog& catalog, std::string_view id);

// Unknown keys, missing keys, unknown words and references to nothing are errors with their line.
base::Result<Catalog> read_catalog(const std::filesystem::path& file);

// How thick skin and fat together are, from deep fascia to air, by height; between two heights the value goes evenly.
struct FatFigure {
    struct Site {
        double y = 0.0;
        double skin_and_fat = 0.0;
        double most = 0.0;  // where the measured skin lies further out it is kept, up to this thickness
    };
    double skin = 0.0;        // thickness of the skin alone
    std::vector<Site> sites;  // lowest first

    Site at(double y) const;
};

base::Result<FatFigure> read_fat(const std::filesystem::path& file);

}  // namespace drypoint::builder
