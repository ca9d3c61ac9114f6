#include "document.h"

#include <algorithm>
#include <cmath>

namespace drypoint::builder {
namespace {

struct Look {
    const char* tissue;
    unsigned srgb;
    double roughness;
};

// The viewer's standard palette, so that the file looks alike elsewhere.
constexpr Look looks[] = {
    {"bone", 0xE4D9C3, 0.75},     {"muscle", 0xA9544B, 0.65},    {"tendon", 0xE2D6C2, 0.55},   {"ligament", 0xDCCFB6, 0.6},
    {"membrane", 0xD5CABB, 0.7},  {"fascia", 0xD9D0C4, 0.6},     {"fat", 0xECD79B, 0.7},       {"skin", 0xD8AB90, 0.7},
    {"cartilage", 0xC9DCE0, 0.4}, {"meniscus", 0xC8CDBE, 0.5},   {"joint", 0x8FC2D6, 0.4},     {"artery", 0xD2453A, 0.5},
    {"vein", 0x5B7FC4, 0.5},      {"nerve", 0xECC94F, 0.6},
};

double to_linear(unsigned channel) {
    const double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

std::vector<io::GltfMaterial> materials() {
    std::vector<io::GltfMaterial> result;
    for (const Look& look : looks) {
        io::GltfMaterial material;
        material.name = look.tissue;
        // Four digits are more than eight bits need, and the file says them shortly.
        const auto rounded = [](double value) { return std::round(value * 1e4) / 1e4; };
        material.colour = {rounded(to_linear(look.srgb >> 16)), rounded(to_linear(look.srgb >> 8 & 0xFF)),
                           rounded(to_linear(look.srgb & 0xFF)), 1.0};
        material.roughness = look.roughness;
        result.push_back(std::move(material));
    }
    return result;
}

std::size_t material_of(const std::string& tissue) {
    const auto it = std::find_if(std::begin(looks), std::end(looks), [&](const Look& look) { return tissue == look.tissue; });
    return it == std::end(looks) ? 0 : static_cast<std::size_t>(it - std::begin(looks));
}

io::GltfPart to_part(const Part& part) {
    const CatalogEntry& entry = part.entry;
    return {entry.name,
            {{"id", entry.id},
             {"name", entry.name},
             {"latin", entry.latin},
             {"tissue", entry.tissue},
             {"group", entry.group},
             {"layer", entry.layer},
             {"side", std::string("right")},
             {"hazard", entry.hazard},
             {"uncertain", entry.uncertain}},
            part.shading,
            material_of(entry.tissue)};
}

io::GltfPoint to_point(const Landmark& landmark) {
    // Micrometres: what the figures and the mesh can say.
    const auto rounded = [](double mm) { return std::round(mm * 1e3) / 1e3; };
    const glm::dvec3& at = landmark.at;
    return {landmark.figure.id,
            {{"id", landmark.figure.id},
             {"landmark", true},
             {"kind", landmark.figure.kind},
             {"on", landmark.figure.on},
             {"moved_mm", std::round(landmark.moved_mm * 10.0) / 10.0}},
            {rounded(at.x), rounded(at.y), rounded(at.z)}};
}

}  // namespace

io::GltfDocument to_document(const Model& model) {
    io::GltfDocument document;
    document.generator = "drypoint-build-model";
    document.copyright = "Made from BodyParts3D, (c) The Database Center for Life Science, CC BY 4.0; changed, see models/LICENSE";
    document.extras = {
        {"notes", std::vector<std::string>{
                      "One subject, partly an artist's work: shapes and volumes are not means of many people.",
                      "Nerves are not in the source; they were placed by their published relations and are the least certain part.",
                      "Parts of the lines of a few vessels could not be right; data/anatomy/corrections.toml says what was put in their place.",
                      "Skin and fat are as thick as data/anatomy/builds.toml says; where no published figure stands behind that, their "
                      "vertices say so (_ASSUMED = 1). Morph targets: a lean and a heavy build. The hip's contour is made up.",
                      "Figures end at the ankle (y = 0.056), at the iliac crest and beside the body's middle: flat ends are cuts."}},
        {"frame", std::string("x to the subject's left, y up, z forward; metres; right limb")}};
    document.materials = materials();
    for (const Part& part : model.parts) {
        if (!part.shading.triangles.empty()) document.parts.push_back(to_part(part));
    }
    for (const Landmark& landmark : model.landmarks) document.points.push_back(to_point(landmark));
    return document;
}

}  // namespace drypoint::builder
