#include <algorithm>
#include <array>
#include <cstdio>
#include <iostream>
#include <memory>

#include "anatomy/entry_map.h"
#include "anatomy/suggest.h"
#include "app/commands/commands.h"
#include "app/exit_code.h"
#include "app/needle_desk.h"
#include "base/number.h"
#include "io/texts.h"

namespace drypoint::app {
namespace {

struct MapOptions {
    NeedleRequest request;
    double margin_mm = 0.0;
    double spacing_mm = 2.0;
};

// "12.3 mm, 81 degrees to the skin, 23.4 mm to Femoral artery, ok"
void print_entry(const char* what, const anatomy::Atlas& atlas, const anatomy::MapEntry& entry) {
    std::printf("%-9s entry %.1f %.1f %.1f, depth %.1f mm, %.0f° to the skin, margin %.1f mm", what, entry.entry_mm.x,
                entry.entry_mm.y, entry.entry_mm.z, entry.depth_mm, entry.skin_angle_deg, entry.margin_mm);
    if (entry.nearest) std::printf(" (%s)", atlas.structures[*entry.nearest].name.c_str());
    if (entry.first_obstacle) std::printf(", first met: %s", atlas.structures[*entry.first_obstacle].name.c_str());
    std::printf(", %s\n", std::string(anatomy::name(entry.verdict)).c_str());
}

void print_map(const anatomy::Atlas& atlas, const anatomy::EntryMap& map, const anatomy::MapEntry* taught) {
    std::array<std::size_t, 3> by_verdict{};
    for (const anatomy::MapEntry& entry : map.entries) ++by_verdict[static_cast<std::size_t>(entry.verdict)];
    std::printf("%zu entries: %zu ok, %zu caution, %zu stop. Distances in this model, not a safe depth.\n\n",
                map.entries.size(), by_verdict[0], by_verdict[1], by_verdict[2]);
    std::printf("%8s %8s %8s %8s  entries by margin\n", "margin", "ok", "caution", "stop");
    for (int low = 0; low < 60; low += 5) {
        std::array<std::size_t, 3> row{};
        for (const anatomy::MapEntry& entry : map.entries) {
            const bool last = low == 55 && entry.margin_mm >= 60.0;
            if ((entry.margin_mm >= low && entry.margin_mm < low + 5) || last)
                ++row[static_cast<std::size_t>(entry.verdict)];
        }
        if (row[0] + row[1] + row[2] > 0)
            std::printf("%3d to %2d %7zu %8zu %8zu\n", low, low + 5, row[0], row[1], row[2]);
    }
    std::printf("\n");
    if (taught != nullptr) print_entry("Taught:", atlas, *taught);
    if (map.best) print_entry("Farthest:", atlas, map.entries[*map.best]);
}

// The taught path, assessed; nothing without one.
std::optional<anatomy::MapEntry> taught_entry(const NeedleDesk& desk, const AskedPath& asked, const MapOptions& options,
                                              const anatomy::Needle* needle) {
    if (!asked.way) return std::nullopt;
    anatomy::NeedleUse use = anatomy::use_of(desk.content(), desk.atlas(), *asked.path, *asked.way);
    use.needle = needle;
    const auto assessment = anatomy::assess(desk.index, desk.safety, use, options.request.hull_k);
    return anatomy::entry_of(desk.atlas(), assessment, asked.way->skin_angle_deg);
}

int run_map(const MapOptions& options) {
    const auto desk = open_needle_desk(options.request);
    const anatomy::Needle* needle = nullptr;
    if (!desk || !find_needle(*desk, options.request.needle, needle)) return failed;
    const std::optional<AskedPath> asked = find_path(*desk, options.request);
    if (!asked) return failed;
    if (asked->point->show_only || (!asked->way && !asked->dot_mm)) {
        say_no_path(options.request, *asked);
        return failed;
    }
    const glm::dvec3 target = asked->way ? asked->way->target_mm : *asked->dot_mm;
    anatomy::EntryMap map = anatomy::entry_map(desk->index, desk->content(),
                                               {target, asked->path, desk->atlas().index_of(asked->point->muscle),
                                                needle, options.request.hull_k, options.spacing_mm});
    print_issues(map.issues);
    if (base::has_error(map.issues)) return failed;
    if (options.margin_mm > 0.0) {
        const auto best = map.best ? std::optional(map.entries[*map.best]) : std::nullopt;
        map.entries.erase(
            std::remove_if(map.entries.begin(), map.entries.end(),
                           [&](const anatomy::MapEntry& one) { return one.margin_mm < options.margin_mm; }),
            map.entries.end());
        map.best.reset();
        for (std::size_t i = 0; best && i < map.entries.size(); ++i)
            if (map.entries[i].entry_mm == best->entry_mm) map.best = i;
    }
    const std::optional<anatomy::MapEntry> taught = taught_entry(*desk, *asked, options, needle);
    if (options.request.json) {
        std::cout << io::map_json(desk->report(), map, taught ? &*taught : nullptr);
    } else {
        print_map(desk->atlas(), map, taught ? &*taught : nullptr);
    }
    return ok;
}

std::string key_of(anatomy::SuggestOutcome outcome) {
    switch (outcome) {
        case anatomy::SuggestOutcome::better:
            return "suggest.better";
        case anatomy::SuggestOutcome::taught_is_best:
            return "suggest.taught-is-best";
        case anatomy::SuggestOutcome::no_entry:
            return "suggest.no-entry";
        case anatomy::SuggestOutcome::fold:
            return "suggest.fold";
        case anatomy::SuggestOutcome::no_skin:
            return "suggest.no-skin";
    }
    return {};
}

// The sentence of data/text/en.toml, with the two margins in it.
std::string why(const NeedleDesk& desk, const anatomy::Suggestion& suggestion) {
    const auto texts = io::load_texts((desk.opened.files.data() / "text" / "en.toml").string());
    const std::string key = key_of(suggestion.outcome);
    if (!texts || texts->count(key) == 0) return key;
    std::string text = texts->at(key);
    const double margins[]{suggestion.taught.margin_mm,
                           suggestion.suggested ? suggestion.suggested->margin_mm : suggestion.taught.margin_mm};
    for (int i = 0; i < 2; ++i) {
        const std::size_t at = text.find("{" + std::to_string(i) + "}");
        if (at != std::string::npos) text.replace(at, 3, base::one_decimal(margins[i]));
    }
    return text;
}

int run_suggest(const MapOptions& options) {
    const auto desk = open_needle_desk(options.request);
    const anatomy::Needle* needle = nullptr;
    if (!desk || !find_needle(*desk, options.request.needle, needle)) return failed;
    const std::optional<AskedPath> asked = find_path(*desk, options.request);
    if (!asked) return failed;
    if (!asked->way) {
        say_no_path(options.request, *asked);
        return failed;
    }
    const anatomy::Suggestion found = anatomy::suggest(desk->index, desk->content(), *asked->path, *asked->way, needle,
                                                       options.request.hull_k, options.spacing_mm);
    const std::string reason = why(*desk, found);
    if (!options.request.json) {
        print_entry("Taught:", desk->atlas(),
                    anatomy::entry_of(desk->atlas(), found.taught, asked->way->skin_angle_deg));
        if (found.suggested)
            print_entry("Instead:", desk->atlas(),
                        anatomy::entry_of(desk->atlas(), *found.suggested, found.suggested_angle_deg));
        std::printf("%s\n", reason.c_str());
        return ok;
    }
    const io::ProbedPath taught{asked->path->id, asked->point->id, asked->way->target_mm, &*asked->way};
    anatomy::PathGeometry way = *asked->way;
    way.skin_angle_deg = found.suggested_angle_deg;
    io::ProbedPath instead = taught;
    instead.path.clear();
    instead.way = &way;
    std::cout << io::suggest_json(
        desk->report(), {found.taught, taught, found.suggested ? &*found.suggested : nullptr, instead, reason});
    return ok;
}

std::shared_ptr<MapOptions> bind(OptionSet& set) {
    const auto options = std::make_shared<MapOptions>();
    options->request.bind(set);
    set.number("--spacing", options->spacing_mm, "Between entries on the skin, mm; 2 if left out", 0.25, 20.0);
    return options;
}

}  // namespace

CommandBody bind_map(OptionSet& set) {
    const auto options = bind(set);
    set.number("--margin", options->margin_mm, "Only entries with at least this margin, mm", 0.0, 60.0);
    return [options] { return run_map(*options); };
}

CommandBody bind_suggest(OptionSet& set) {
    const auto options = bind(set);
    return [options] { return run_suggest(*options); };
}

}  // namespace drypoint::app
