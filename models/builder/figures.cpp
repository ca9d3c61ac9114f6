#include "figures.h"

#include <fstream>

#include "json_cursor.h"

namespace drypoint::builder {
namespace {

constexpr double reach = 2000.0;  // no point of a limb lies further from the origin, mm
constexpr std::size_t many = 10'000;

glm::dvec2 read_point2(const Cursor& cursor) {
    cursor.size(2, 2);
    return {cursor.at(0).number(-reach, reach), cursor.at(1).number(-reach, reach)};
}

glm::dvec3 read_point3(const Cursor& cursor) {
    cursor.size(3, 3);
    return {cursor.at(0).number(-reach, reach), cursor.at(1).number(-reach, reach), cursor.at(2).number(-reach, reach)};
}

std::vector<glm::dvec3> read_path(const Cursor& cursor) {
    const std::size_t count = cursor.size(2, many);
    std::vector<glm::dvec3> path;
    for (std::size_t i = 0; i < count; ++i) path.push_back(read_point3(cursor.at(i)));
    return path;
}

FourierOutline read_outline(const Cursor& cursor) {
    FourierOutline outline;
    outline.centre = read_point2(cursor["centre"]);
    const Cursor harmonics = cursor["harmonics"];
    const std::size_t count = harmonics.size(1, 64);
    for (std::size_t k = 0; k < count; ++k) {
        const Cursor terms = harmonics.at(k);
        terms.size(4, 4);
        std::array<double, 4> values{};
        for (std::size_t n = 0; n < 4; ++n) values[n] = terms.at(n).number(-reach, reach);
        outline.harmonics.push_back(values);
    }
    return outline;
}

SectionFigure read_section(const std::string& id, const Cursor& cursor) {
    SectionFigure figure;
    figure.id = id;
    figure.spacing = cursor["spacing_mm"].number(0.5, 50.0);
    figure.volume_cm3 = cursor["volume_cm3"].number(0.0, 1e5);
    const Cursor levels = cursor["levels"];
    const std::size_t count = levels.size(2, many);
    for (std::size_t i = 0; i < count; ++i) {
        const Cursor at = levels.at(i);
        Level level;
        level.y = at["y"].number(-reach, reach);
        const Cursor outlines = at["outlines"];
        const std::size_t outline_count = outlines.size(1, 64);
        for (std::size_t n = 0; n < outline_count; ++n) level.outlines.push_back(read_outline(outlines.at(n)));
        if (!figure.levels.empty() && std::abs(level.y - figure.levels.back().y - figure.spacing) > 1e-6) {
            at["y"].fail("is not one spacing above the level before it");
        }
        figure.levels.push_back(std::move(level));
    }
    return figure;
}

CourseFigure read_course(const std::string& id, const Cursor& cursor) {
    CourseFigure figure;
    figure.id = id;
    figure.superficial = cursor["depth"].text() == "superficial";
    figure.points = read_path(cursor["course"]);
    const Cursor radius = cursor["radius_mm"];
    if (radius.json().is_array()) {
        radius.size(figure.points.size(), figure.points.size());
        for (std::size_t i = 0; i < figure.points.size(); ++i) figure.radii.push_back(radius.at(i).number(0.1, 50.0));
    } else {
        figure.radii.assign(figure.points.size(), radius.number(0.1, 50.0));
    }
    return figure;
}

SheetFigure read_sheet(const std::string& id, const Cursor& cursor) {
    SheetFigure figure;
    figure.id = id;
    figure.thickness = cursor["thickness_mm"].number(0.2, 20.0);
    const Cursor levels = cursor["levels"];
    const std::size_t count = levels.size(2, many);
    for (std::size_t i = 0; i < count; ++i) {
        const double y = levels.at(i)["y"].number(-reach, reach);
        const Cursor points = levels.at(i)["points"];
        const std::size_t point_count = points.size(2, many);
        std::vector<glm::dvec3> row;
        for (std::size_t n = 0; n < point_count; ++n) {
            const glm::dvec2 point = read_point2(points.at(n));
            row.push_back({point.x, y, point.y});
        }
        figure.rows.push_back(std::move(row));
    }
    return figure;
}

// One number for both ends, or one for each.
std::array<double, 2> read_from_to(const Cursor& cursor) {
    if (cursor.json().is_number()) {
        const double value = cursor.number(0.1, 200.0);
        return {value, value};
    }
    cursor.size(2, 2);
    return {cursor.at(0).number(0.1, 200.0), cursor.at(1).number(0.1, 200.0)};
}

StrapFigure read_strap(const std::string& id, const Cursor& cursor) {
    return {id, read_path(cursor["path"]), read_from_to(cursor["width_mm"]), read_from_to(cursor["thickness_mm"])};
}

MeniscusFigure read_meniscus(const std::string& id, const Cursor& cursor) {
    MeniscusFigure figure;
    figure.id = id;
    figure.centre = read_point3(cursor["centre"]);
    figure.half_left_right = cursor["outer_mm"]["left_right"].number(1.0, 100.0);
    figure.half_front_back = cursor["outer_mm"]["front_back"].number(1.0, 100.0);
    figure.inner_fraction = cursor["inner_fraction"].number(0.05, 0.95);
    figure.rim_height = cursor["rim_height_mm"].number(0.5, 20.0);
    const std::string open = cursor["open_towards"].text();
    if (open != "lateral" && open != "medial") cursor["open_towards"].fail("is neither lateral nor medial");
    figure.open_to_left = open == "medial";  // a right limb: medial is to the subject's left
    figure.arc_deg = cursor["arc_deg"].number(30.0, 350.0);
    return figure;
}

CartilageFigure read_cartilage(const std::string& id, const Cursor& cursor) {
    CartilageFigure figure;
    figure.id = id;
    figure.on = cursor["on"].text();
    figure.thickness = cursor["thickness_mm"].number(0.5, 10.0);
    if (cursor.has("below_y")) figure.limit_y = cursor["below_y"].number(-reach, reach);
    if (cursor.has("above_y")) figure.limit_y = cursor["above_y"].number(-reach, reach);
    return figure;
}

JointFigure read_joint(const Cursor& root) {
    JointFigure joint;
    for (const auto& [id, cursor] : root["straps"].members()) joint.straps.push_back(read_strap(id, cursor));
    for (const auto& [id, cursor] : root["menisci"].members()) joint.menisci.push_back(read_meniscus(id, cursor));
    for (const auto& [id, cursor] : root["cartilage"].members()) joint.cartilages.push_back(read_cartilage(id, cursor));
    joint.fat_pad_centre = read_point3(root["infrapatellar-fat-pad"]["centre"]);
    joint.fat_pad_half_axes = read_point3(root["infrapatellar-fat-pad"]["half_axes_mm"]);
    const Cursor recess = root["joint-cavity"]["suprapatellar-recess"];
    joint.recess_above_patella = recess["above_patella_base_mm"]["mean"].number(0.0, 100.0);
    joint.recess_width = recess["width_mm"].number(1.0, 100.0);
    joint.recess_thickness = recess["thickness_mm"].number(0.5, 20.0);
    const Cursor around = root["joint-cavity"]["around-condyles"];
    joint.cavity_thickness = around["thickness_mm"].number(0.5, 20.0);
    joint.cavity_from_y = around["from_y"].number(-reach, reach);
    joint.cavity_to_y = around["to_y"].number(-reach, reach);
    return joint;
}

LandmarkFigure read_landmark(const std::string& id, const Cursor& cursor) {
    LandmarkFigure figure;
    figure.id = id;
    figure.at = read_point3(cursor["at"]);
    if (!cursor["on"].json().is_null()) figure.on = cursor["on"].text();
    figure.kind = cursor["kind"].text();
    if (figure.kind != "surface" && figure.kind != "centre" && figure.kind != "derived") {
        cursor["kind"].fail("is not one of surface, centre, derived");
    }
    return figure;
}

Json load(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream) throw FigureError(file.string() + ": cannot be read");
    try {
        return Json::parse(stream);
    } catch (const Json::exception& exception) {
        throw FigureError(file.string() + ": is not JSON (" + exception.what() + ")");
    }
}

template <typename Figure, typename Read>
void read_all(const Cursor& cursor, std::vector<Figure>& figures, Read read) {
    for (const auto& [id, member] : cursor.members()) figures.push_back(read(id, member));
}

}  // namespace

base::Result<Figures> read_figures(const std::filesystem::path& folder) {
    Figures figures;
    try {
        const Json sections = load(folder / "sections.json");
        const Json courses = load(folder / "courses.json");
        const Json sheets = load(folder / "sheets.json");
        const Json joint = load(folder / "joint.json");
        const Json landmarks = load(folder / "landmarks.json");
        read_all(Cursor(sections, "sections.json")["structures"], figures.sections, read_section);
        read_all(Cursor(courses, "courses.json")["courses"], figures.courses, read_course);
        read_all(Cursor(sheets, "sheets.json")["sheets"], figures.sheets, read_sheet);
        figures.joint = read_joint(Cursor(joint, "joint.json"));
        read_all(Cursor(landmarks, "landmarks.json")["landmarks"], figures.landmarks, read_landmark);
    } catch (const FigureError& error) {
        return base::failure<Figures>(base::error({}, error.what(), {}, "bad-figure"));
    }
    return base::success(std::move(figures));
}

}  // namespace drypoint::builder
