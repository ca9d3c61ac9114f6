#include "report.h"

#include <algorithm>
#include <cstdarg>
#include <cstdio>
#include <ostream>

#include "mesh_tools.h"

namespace drypoint::builder {
namespace {

__attribute__((format(printf, 1, 2))) std::string format(const char* pattern, ...) {
    char text[256];
    va_list arguments;
    va_start(arguments, pattern);
    std::vsnprintf(text, sizeof text, pattern, arguments);
    va_end(arguments);
    return text;
}

std::size_t piece_count(const geometry::TriangleMesh& mesh) {
    const std::vector<std::uint32_t> pieces = pieces_of(mesh);
    return pieces.empty() ? 0 : *std::max_element(pieces.begin(), pieces.end()) + 1;
}

void report_parts(std::ostream& out, const Model& model) {
    out << "\nstructure                                            triangles  pieces handles   cm3   figure\n";
    for (const Part& part : model.parts) {
        const std::size_t pieces = piece_count(part.surface);
        const auto handles = static_cast<std::ptrdiff_t>(pieces) - euler_characteristic(part.surface) / 2;
        out << format("%-52s %9zu %7zu %7td %6.1f", part.entry.id.c_str(), part.surface.triangles.size(), pieces, handles,
                      signed_volume(part.surface) / 1000.0);
        if (part.figure_cm3 > 0.0 && part.entry.tissue != "skin") {  // a shell here, a solid there
            const double change = signed_volume(part.surface) / 10.0 / part.figure_cm3 - 100.0;
            out << format(" %6.1f %+6.1f %%", part.figure_cm3, change);
        }
        out << '\n';
    }
}

void report_moves(std::ostream& out, const Model& model) {
    out << "\ncourse moved against its figure                       mean    most mm  at (x, y, z)\n";
    for (const CourseMove& move : model.moves) {
        out << format("%-52s %5.1f %8.1f   (%.0f, %.0f, %.0f)\n", move.id.c_str(), move.mean_mm, move.most_mm, move.where.x,
                      move.where.y, move.where.z);
    }
}

void report_landmarks(std::ostream& out, const Model& model) {
    out << "\nlandmark                          moved mm\n";
    for (const Landmark& landmark : model.landmarks) {
        out << format("%-32s %8.1f  %s%s\n", landmark.figure.id.c_str(), landmark.moved_mm, landmark.figure.kind.c_str(),
                      landmark.moved_mm > 8.0 ? "  FURTHER THAN 8 mm" : "");
    }
}

}  // namespace

void report(std::ostream& out, const Model& model, bool tables) {
    if (tables) {
        report_parts(out, model);
        report_moves(out, model);
        report_landmarks(out, model);
        out << '\n';
    }
    std::size_t structures = 0;
    std::size_t triangles = 0;
    for (const Part& part : model.parts) {
        structures += part.surface.triangles.empty() ? 0 : 1;
        triangles += part.surface.triangles.size();
    }
    const auto moved = std::count_if(model.moves.begin(), model.moves.end(),
                                     [](const CourseMove& move) { return move.most_mm > 0.7; });
    double furthest = 0.0;
    for (const Landmark& landmark : model.landmarks) furthest = std::max(furthest, landmark.moved_mm);
    for (const std::string& remark : model.remarks) out << "remark: " << remark << '\n';
    out << structures << " structures, " << triangles << " triangles; " << moved << " of " << model.moves.size()
        << " courses moved by more than 0.7 mm; " << model.landmarks.size() << " landmarks, moved by at most "
        << format("%.1f mm; skin and fat %.1f to %.1f mm", furthest, model.skin_and_fat_mm[0], model.skin_and_fat_mm[1]) << '\n';
}

}  // namespace drypoint::builder
