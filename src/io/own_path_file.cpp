#include "io/own_path_file.h"

#include <cstdio>
#include <cstdlib>
#include <utility>

#include "io/file.h"
#include "io/toml_file.h"

namespace drypoint::io {
namespace {

References known_in(const anatomy::Content& content) {
    References known;
    for (const anatomy::TriggerPoint& point : content.points) known["trigger point"].insert(point.id);
    for (const anatomy::Needle& needle : content.needles) known["needle"].insert(needle.id);
    return known;
}

base::Issues check_whole(const TomlValue& file, const std::string& path) {
    base::Issues issues;
    const TomlValue* line = file.find("line");
    const TomlValue* move = file.find("from_taught");
    if ((line != nullptr) == (move != nullptr)) {
        const TomlValue& where = line != nullptr ? *move : file;
        issues.push_back(base::error(base::at(path, where.line, where.column),
                                     line != nullptr ? "a path is either [line] or [from_taught], not both"
                                                     : "a path needs [line] or [from_taught]",
                                     "[line] has entry_mm and target_mm; [from_taught] moves the taught path of point",
                                     "own-path"));
    } else if (move != nullptr && file.find("point") == nullptr) {
        issues.push_back(base::error(base::at(path, move->line, move->column),
                                     "from_taught needs the point it starts from", "add point = \"vastus-medialis-1\"",
                                     "own-path"));
    }
    if (line != nullptr && numbers_of(*line, "entry_mm") == numbers_of(*line, "target_mm")) {
        issues.push_back(base::error(base::at(path, line->line, line->column), "entry and target are the same place",
                                     "a needle needs a direction", "degenerate-needle"));
    }
    return issues;
}

glm::dvec3 place_of(const TomlValue& table, std::string_view key) {
    const std::vector<double> numbers = numbers_of(table, key);
    return {numbers[0], numbers[1], numbers[2]};
}

anatomy::NeedleMove move_from(const TomlValue& table) {
    anatomy::NeedleMove move;
    move.slide_medial_mm = number_of(table, "slide_medial_mm");
    move.slide_proximal_mm = number_of(table, "slide_proximal_mm");
    move.lean_medial_deg = number_of(table, "lean_medial_deg");
    move.lean_proximal_deg = number_of(table, "lean_proximal_deg");
    if (table.find("depth_mm") != nullptr) move.depth_mm = number_of(table, "depth_mm");
    return move;
}

anatomy::OwnPath own_path_from(const TomlValue& file, const std::string& path) {
    anatomy::OwnPath own;
    own.title = text_of(file, "title");
    own.point = text_of(file, "point");
    own.needle = text_of(file, "needle");
    own.place = base::at(path, 1, 1);
    own.body.side = anatomy::side_named(text_of(file, "side")).value_or(anatomy::Side::none);
    if (file.find("build") != nullptr) own.body.build = number_of(file, "build");
    if (const TomlValue* line = file.find("line"))
        own.line =
            anatomy::FixedLine{place_of(*line, "entry_mm"), place_of(*line, "target_mm"), text_of(*line, "model")};
    if (const TomlValue* move = file.find("from_taught")) own.move = move_from(*move);
    return own;
}

std::string quoted(const std::string& text) {
    std::string result = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') result += '\\';
        const auto code = static_cast<unsigned char>(c);
        if (code >= 0x20 && code != 0x7f) {
            result += c;
        } else {
            char escaped[8];
            std::snprintf(escaped, sizeof escaped, "\\u%04X", code);
            result += escaped;
        }
    }
    return result + "\"";
}

// Always with a point, so that it is read back as the same number.
std::string number(double value) {
    char text[40];
    std::snprintf(text, sizeof text, "%.17g", value);
    std::string result = text;
    for (int digits = 1; digits < 17; ++digits) {
        std::snprintf(text, sizeof text, "%.*g", digits, value);
        if (std::strtod(text, nullptr) != value) continue;
        result = text;
        break;
    }
    return result.find_first_of(".e") == std::string::npos ? result + ".0" : result;
}

std::string numbers(const glm::dvec3& place) {
    return "[" + number(place.x) + ", " + number(place.y) + ", " + number(place.z) + "]";
}

}  // namespace

const Rule& own_path_rule() {
    const auto slide = [](std::string doc) { return number_rule(std::move(doc)).in("mm").within(-200.0, 200.0); };
    const auto lean = [](std::string doc) { return number_rule(std::move(doc)).in("deg").within(-80.0, 80.0); };
    static const Rule rule = table_rule(
        {required("title", text_rule("a few words")),
         optional("point", id_rule("what it is meant for").refers_to("trigger point")),
         optional("needle", id_rule("missing: the shortest that reaches").refers_to("needle")),
         optional("side", one_of({"right", "left"}, "the limb that it was laid on; missing: the one that is shown")),
         optional("build", number_rule("of the body that it was laid on: -1 lean, 0 average, 1 heavy").within(-1.0, 1.0)),
         optional("line", table_rule({required("entry_mm", point_rule("where it meets the skin, in the model's frame")),
                                      required("target_mm", point_rule("where the tip comes to lie")),
                                      optional("model", text_rule("SHA-256 of the model that it was drawn on"))},
                                     "fixed in one model")),
         optional("from_taught",
                  table_rule(
                      {optional("slide_medial_mm", slide("entry along the skin; negative: lateral")),
                       optional("slide_proximal_mm", slide("entry along the skin; negative: distal")),
                       optional("lean_medial_deg", lean("how much more medially the tip points")),
                       optional("lean_proximal_deg", lean("how much more proximally the tip points")),
                       optional("depth_mm", number_rule("of the tip; missing: as taught").in("mm").within(0.0, 300.0))},
                      "moved from the taught path of the point, on any model"))},
        "a person's own needle");
    return rule;
}

base::Result<anatomy::OwnPath> parse_own_path(std::string_view bytes, const std::string& path,
                                              const anatomy::Content& content) {
    base::Result<TomlValue> file = parse_toml(bytes, path);
    if (!file) return base::failure<anatomy::OwnPath>(std::move(file.issues));
    base::Issues issues = std::move(file.issues);
    const base::Issues found = check(*file, own_path_rule(), path, known_in(content));
    issues.insert(issues.end(), found.begin(), found.end());
    if (!base::has_error(issues)) {
        const base::Issues whole = check_whole(*file, path);
        issues.insert(issues.end(), whole.begin(), whole.end());
    }
    if (base::has_error(issues)) return base::failure<anatomy::OwnPath>(std::move(issues));
    return base::success(own_path_from(*file, path), std::move(issues));
}

base::Result<anatomy::OwnPath> load_own_path(const std::string& path, const anatomy::Content& content) {
    base::Result<std::string> bytes = read_file(path, largest_toml_bytes);
    if (!bytes) return base::failure<anatomy::OwnPath>(std::move(bytes.issues));
    return parse_own_path(*bytes, path, content);
}

std::string own_path_toml(const anatomy::OwnPath& own) {
    std::string text = "title = " + quoted(own.title) + "\n";
    if (!own.point.empty()) text += "point = " + quoted(own.point) + "\n";
    if (!own.needle.empty()) text += "needle = " + quoted(own.needle) + "\n";
    if (own.body.side != anatomy::Side::none) text += "side = " + quoted(std::string(anatomy::name(own.body.side))) + "\n";
    if (own.body.build != anatomy::average_build) text += "build = " + number(own.body.build) + "\n";
    if (own.line) {
        text += "\n[line]\nentry_mm = " + numbers(own.line->entry_mm) +
                "\ntarget_mm = " + numbers(own.line->target_mm) + "\n";
        if (!own.line->model.empty()) text += "model = " + quoted(own.line->model) + "\n";
        return text;
    }
    const anatomy::NeedleMove& move = own.move;
    text += "\n[from_taught]\n";
    const auto add = [&text](const char* key, double value) {
        if (value != 0.0) text += std::string(key) + " = " + number(value) + "\n";
    };
    add("slide_medial_mm", move.slide_medial_mm);
    add("slide_proximal_mm", move.slide_proximal_mm);
    add("lean_medial_deg", move.lean_medial_deg);
    add("lean_proximal_deg", move.lean_proximal_deg);
    if (move.depth_mm) text += "depth_mm = " + number(*move.depth_mm) + "\n";
    return text;
}

base::Issues save_own_path(const std::string& path, const anatomy::OwnPath& own) {
    return write_file_atomically(path, own_path_toml(own));
}

}  // namespace drypoint::io
