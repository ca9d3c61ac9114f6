#pragma once
// data/anatomy/structures.toml: what each structure is called, what it is, and how it hangs together with others.

#include <filesystem>
#include <optional>
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
    std::optional<double> outside_fascia_below;  // courses: the height below which it runs outside of the deep fascia
    double most_off_fascia = 2.5;                // and how far its wall may lie off it
};

// In the order of the file.
using Catalog = std::vector<CatalogEntry>;

const CatalogEntry* find(const Catalog& catalog, std::string_view id);

// Unknown keys, missing keys, unknown words and references to nothing are errors with their line.
base::Result<Catalog> read_catalog(const std::filesystem::path& file);

}  // namespace drypoint::builder
