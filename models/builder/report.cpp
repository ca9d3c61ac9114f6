#include "report.h"

#include <algorithm>
#include <cmath>
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

// What is left of a change when that is taken off which others took, in per cent of the figure.
double own_change(const Part& part) {
    return (signed_volume(part.surface) / 1000.0 + part.taken_cm3 - part.figure_cm3) / part.figure_cm3 * 100.0;
}

void report_parts(std::ostream& out, const Model& model) {
    out << "\nstructure                                            triangles  pieces handles   cm3   figure   change  taken  else\n";
    for (const Part& part : model.parts) {
        const std::size_t pieces = piece_count(part.surface);
        out << format("%-52s %9zu %7zu %7d %6.1f", part.entry.id.c_str(), part.surface.triangles.size(), pieces,
                      handles_of(part.surface), signed_volume(part.surface) / 1000.0);
        if (part.figure_cm3 > 0.0 && part.entry.tissue != "skin") {  // a shell here, a solid there
            const double change = signed_volume(part.surface) / 10.0 / part.figure_cm3 - 100.0;
            out << format(" %6.1f %+6.1f %% %6.1f %+5.1f %%%s", part.figure_cm3, change, part.taken_cm3, own_change(part),
                          std::abs(own_change(part)) > 5.0 ? "  MORE THAN 5 %" : "");
        }
        if (handles_of(part.surface) != part.entry.handles) out << "  HANDLES NOT LISTED";
        out << '\n';
    }
}

// Those that changed most first.
void report_volumes(std::ostream& out, const Model& model) {
    constexpr double least_per_cent = 8.0;
    const auto change = [](const Part& part) { return signed_volume(part.surface) / 10.0 / part.figure_cm3 - 100.0; };
    std::vector<const Part*> parts;
    for (const Part& part : model.parts) {
        if (part.figure_cm3 > 0.0 && part.entry.tissue != "skin" && std::abs(change(part)) >= least_per_cent) parts.push_back(&part);
    }
    std::stable_sort(parts.begin(), parts.end(), [&](const Part* a, const Part* b) { return std::abs(change(*a)) > std::abs(change(*b)); });
    out << "\n| structure | model, cm3 | figure, cm3 | change | taken, cm3 | else |\n|---|---|---|---|---|---|\n";
    for (const Part* part : parts) {
        out << format("| %s | %.1f | %.1f | %+.0f %% | %.1f | %+.1f %% |\n", part->entry.id.c_str(), signed_volume(part->surface) / 1000.0,
                      part->figure_cm3, change(*part), part->taken_cm3, own_change(*part));
    }
}

void report_overlaps(std::ostream& out, const Model& model) {
    out << "\n| a | b | both claimed, cm3 | a has | b has |\n|---|---|---|---|---|\n";
    for (const Overlap& overlap : model.overlaps) {
        out << format("| %s | %s | %.2f | %.2f | %.2f |\n", overlap.a.c_str(), overlap.b.c_str(), overlap.cm3, overlap.a_cm3, overlap.b_cm3);
    }
}

void report_corrections(std::ostream& out, const Model& model) {
    out << "\n| course | from y | to y | mean, mm | most, mm | furthest at x, y, z |\n|---|---|---|---|---|---|\n";
    for (const CorrectedPart& part : model.corrected) {
        out << format("| %s | %.0f | %.0f | %.1f | %.1f | %.0f, %.0f, %.0f |\n", part.correction.course.c_str(), part.correction.from_y,
                      part.correction.to_y, part.mean_mm, part.most_mm, part.where.x, part.where.y, part.where.z);
    }
}

// Most first.
void report_slivers(std::ostream& out, const Model& model) {
    std::vector<SliverCheck> slivers = model.slivers;
    std::stable_sort(slivers.begin(), slivers.end(),
                     [](const SliverCheck& a, const SliverCheck& b) { return a.cm3 > b.cm3; });
    out << "\n| structure | left too thin, cm3 | it has | others have |\n|---|---|---|---|\n";
    for (const SliverCheck& sliver : slivers) {
        out << format("| %s | %.2f | %.2f | %.2f |\n", sliver.id.c_str(), sliver.cm3, sliver.own_cm3,
                      sliver.others_cm3);
    }
}

void report_outlines(std::ostream& out, const Model& model) {
    out << "\noutlines, where nothing else claims their place                points contested cut off  mean mm  95 % "
           "mm\n";
    for (const OutlineCheck& check : model.outlines) {
        if (check.points == 0) continue;
        const bool far = check.mean_mm > 1.0 || check.most_95_mm > 2.5;
        out << format("%-60s %8zu %9zu %7zu %8.2f %8.2f%s\n", check.id.c_str(), check.points, check.contested,
                      check.cut_off, check.mean_mm, check.most_95_mm, far ? "  FURTHER THAN 1.0 / 2.5 mm" : "");
    }
}

void report_tubes(std::ostream& out, const Model& model) {
    out << "\ntube                                                   radius  figure mm\n";
    for (const TubeCheck& tube : model.tubes) {
        const bool off = std::abs(tube.radius_mm - tube.figure_mm) > std::max(0.1, 0.05 * tube.figure_mm);
        out << format("%-54s %6.2f %7.2f%s\n", tube.id.c_str(), tube.radius_mm, tube.figure_mm, off ? "  OFF" : "");
    }
}

void report_moves(std::ostream& out, const Model& model) {
    std::vector<CourseMove> moves = model.moves;
    std::stable_sort(moves.begin(), moves.end(), [](const CourseMove& a, const CourseMove& b) { return a.most_mm > b.most_mm; });
    out << "\n| course | mean, mm | most, mm | missing, mm | beyond, mm | furthest at x, y, z |\n|---|---|---|---|---|---|\n";
    for (const CourseMove& move : moves) {
        out << format("| %s | %.1f | %.1f | %.1f | %.1f | %.0f, %.0f, %.0f |\n", move.id.c_str(), move.mean_mm, move.most_mm,
                      move.missing_mm, move.beyond_mm, move.where.x, move.where.y, move.where.z);
    }
}

void report_gaps(std::ostream& out, const Model& model) {
    out << format("\n| muscles | touching, cm3 | wider than %.1f mm, cm3 | widest, mm | at x, y, z |\n|---|---|---|---|---|\n", widest_gap_mm);
    for (const Gap& gap : model.gaps) {
        out << format("| %s, %s | %.2f | %.3f | %.1f | %.0f, %.0f, %.0f |\n", gap.a.c_str(), gap.b.c_str(), gap.touching_cm3, gap.wide_cm3,
                      gap.widest_mm, gap.where.x, gap.where.y, gap.where.z);
    }
}

void report_cords(std::ostream& out, const Model& model) {
    out << "\n| structure | length, mm | from x, y, z | to x, y, z |\n|---|---|---|---|\n";
    for (const CordCheck& cord : model.cords) {
        out << format("| %s | %.0f | %.0f, %.0f, %.0f | %.0f, %.0f, %.0f |\n", cord.id.c_str(), cord.length_mm, cord.from.x, cord.from.y,
                      cord.from.z, cord.to.x, cord.to.y, cord.to.z);
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
        report_volumes(out, model);
        report_overlaps(out, model);
        report_slivers(out, model);
        report_outlines(out, model);
        report_tubes(out, model);
        report_corrections(out, model);
        report_moves(out, model);
        report_gaps(out, model);
        report_cords(out, model);
        report_landmarks(out, model);
        out << '\n';
    }
    std::size_t structures = 0;
    std::size_t triangles = 0;
    std::size_t light = 0;
    for (const Part& part : model.parts) {
        structures += part.surface.triangles.empty() ? 0 : 1;
        triangles += part.surface.triangles.size();
        light += part.shading.light.size();
    }
    const auto moved = std::count_if(model.moves.begin(), model.moves.end(),
                                     [](const CourseMove& move) { return move.most_mm > 0.7; });
    double furthest = 0.0;
    for (const Landmark& landmark : model.landmarks) furthest = std::max(furthest, landmark.moved_mm);
    for (const std::string& remark : model.remarks) out << "remark: " << remark << '\n';
    out << structures << " structures, " << triangles << " triangles, " << light << " in the lighter level of detail; " << moved << " of " << model.moves.size()
        << " courses moved by more than 0.7 mm; " << model.landmarks.size() << " landmarks, moved by at most "
        << format("%.1f mm; skin and fat %.1f to %.1f mm", furthest, model.skin_and_fat_mm[0], model.skin_and_fat_mm[1]) << '\n';
}

}  // namespace drypoint::builder
