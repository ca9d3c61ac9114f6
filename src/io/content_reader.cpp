#include "io/content_reader.h"

#include <algorithm>
#include <deque>
#include <filesystem>
#include <iterator>
#include <set>
#include <utility>

#include "io/content_checks.h"
#include "io/content_prune.h"
#include "io/content_rules.h"
#include "io/content_values.h"
#include "io/safety_content.h"
#include "io/spread_content.h"
#include "io/statement_list.h"
#include "io/toml_table.h"

namespace drypoint::io {
namespace {

namespace fs = std::filesystem;
using anatomy::Content;

using Check = base::Issues (*)(const TomlValue& entry, const std::string& file);

base::Issues no_more_checks(const TomlValue&, const std::string&) {
    return {};
}

struct File {
    std::string path;
    TomlValue value;
};

struct Entry {
    const TomlValue* value;
    const File* file;
};

// One kind of content: its files, and the entries in them.
struct Kind {
    std::string noun;  // as references call it
    std::string key;   // of the list in its file; empty: a folder of files with one entry each
    const Rule& rule;  // of an entry
    Check more = no_more_checks;
    std::deque<File> files{};  // never moved: entries point into them
    std::vector<Entry> entries{};
    std::set<std::string> file_ids{};  // of a folder: what its files are named as, even where they cannot be read

    Rule file_rule() const { return key.empty() ? rule : list_file_rule(key, rule); }
};

class Loader {
  public:
    explicit Loader(const std::string& folder) : folder_(folder) {}

    base::Result<Content> run() {
        std::error_code error;
        if (!fs::is_directory(folder_, error)) {
            return base::failure<Content>(base::error(base::in_file(folder_.string()), "no folder of content here",
                                                      "name the folder data", "no-content"));
        }
        read_all();
        for (Kind* kind : kinds()) collect_ids(*kind);
        for (Kind* kind : kinds()) known_[kind->noun].insert(kind->file_ids.begin(), kind->file_ids.end());
        for (Kind* kind : kinds()) keep_sound(*kind);
        build();
        prune(content_, issues_);
        return base::success(std::move(content_), std::move(issues_));
    }

  private:
    std::vector<Kind*> kinds() {
        return {&sources_, &muscles_, &hazards_, &needles_, &harms_,  &midpoints_, &zones_, &topics_,    &tests_,
                &claims_,  &search_,  &session_, &spreads_, &safety_, &points_,    &paths_, &conditions_};
    }

    void read_all() {
        read_list(sources_, "sources.toml");
        read_list(muscles_, "muscles.toml");
        read_list(hazards_, "hazards.toml");
        read_list(needles_, "needles.toml");
        read_list(harms_, "harms.toml");
        read_list(midpoints_, "midpoints.toml");
        read_list(zones_, "zones.toml");
        read_list(topics_, "topics.toml");
        read_list(tests_, "tests.toml");
        read_list(claims_, "claims.toml");
        read_list(search_, "search.toml");
        read_list(session_, "session.toml");
        read_list(spreads_, "anatomy/spread.toml");
        read_list(safety_, "safety.toml");
        read_folder(points_, "trigger_points");
        read_folder(paths_, "needle_paths");
        read_folder(conditions_, "conditions");
    }

    // True if nothing in them is an error.
    bool take(base::Issues found) {
        const bool sound = !base::has_error(found);
        std::move(found.begin(), found.end(), std::back_inserter(issues_));
        return sound;
    }

    const File* read(const std::string& path, std::deque<File>& into) {
        base::Result<TomlValue> result = read_toml(path);
        take(std::move(result.issues));
        if (!result) return nullptr;
        into.push_back({path, std::move(*result)});
        return &into.back();
    }

    // A file that holds [[key]] entries and nothing else.
    void read_list(Kind& kind, const char* name) {
        const File* file = read((folder_ / name).string(), kind.files);
        const TomlValue* list = file != nullptr ? file->value.find(kind.key) : nullptr;
        if (list == nullptr) return;
        for (const TomlValue& item : list->items)
            if (item.kind == TomlValue::Kind::table) kind.entries.push_back({&item, file});
    }

    // Every .toml file of a folder is one entry, named as its id.
    void read_folder(Kind& kind, const char* name) {
        for (const std::string& path : toml_files(folder_ / name)) {
            kind.file_ids.insert(fs::path(path).stem().string());
            const File* file = read(path, kind.files);
            if (file == nullptr) continue;
            kind.entries.push_back({&file->value, file});
            const TomlValue* id = file->value.find("id");
            if (id == nullptr || id->text == fs::path(path).stem().string()) continue;
            issues_.push_back(base::warning(base::at(path, id->line, id->column),
                                            "the file is not named as its id \"" + id->text + "\"",
                                            "name it " + id->text + ".toml", "file-name"));
        }
    }

    std::vector<std::string> toml_files(const fs::path& folder) {
        std::vector<std::string> files;
        std::error_code error;
        for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error))
            if (it->path().extension() == ".toml") files.push_back(it->path().string());
        if (error) {
            issues_.push_back(base::error(base::in_file(folder.string()), "this folder of content cannot be read",
                                          "the folder data holds it", "no-content"));
        }
        std::sort(files.begin(), files.end());
        return files;
    }

    // An id belongs to the first entry that has it.
    void collect_ids(Kind& kind) {
        std::set<std::string>& ids = known_[kind.noun];
        std::vector<Entry> firsts;
        for (const Entry& entry : kind.entries) {
            const TomlValue* id = entry.value->find("id");
            if (id == nullptr || ids.insert(id->text).second) {
                firsts.push_back(entry);
                continue;
            }
            issues_.push_back(base::error(base::at(entry.file->path, id->line, id->column),
                                          "there is already a " + kind.noun + " \"" + id->text + "\"",
                                          "give each its own id; this one is left out", "duplicate-id"));
        }
        kind.entries = std::move(firsts);
    }

    // Reports all that is wrong with the files, and leaves out the entries in which an error lies.
    void keep_sound(Kind& kind) {
        for (const File& file : kind.files) take(check(file.value, kind.file_rule(), file.path, known_));
        std::vector<Entry> sound;
        for (const Entry& entry : kind.entries) {
            const std::string& path = entry.file->path;
            if (!check(*entry.value, kind.rule, path, known_).empty()) continue;
            const bool whole = take(kind.more(*entry.value, path));
            if (take(check_statements(*entry.value, path)) && whole) sound.push_back(entry);
        }
        kind.entries = std::move(sound);
    }

    template <typename T>
    static void build_kind(const Kind& kind, T (*from)(const TomlValue&, const std::string&), std::vector<T>& into) {
        for (const Entry& entry : kind.entries) into.push_back(from(*entry.value, entry.file->path));
    }

    void build() {
        build_kind(sources_, source_from, content_.sources);
        build_kind(muscles_, muscle_from, content_.muscles);
        build_kind(hazards_, hazard_from, content_.hazards);
        build_kind(needles_, needle_from, content_.needles);
        build_kind(harms_, harm_from, content_.harms);
        build_kind(midpoints_, midpoint_from, content_.midpoints);
        build_kind(zones_, zone_from, content_.zones);
        build_kind(topics_, topic_from, content_.topics);
        build_kind(tests_, test_from, content_.tests);
        build_kind(claims_, claim_from, content_.claims);
        build_kind(search_, search_words_from, content_.search_words);
        build_kind(session_, step_from, content_.session);
        build_kind(spreads_, spread_from, content_.spreads);
        build_kind(safety_, safety_rule_from, content_.safety);
        build_kind(points_, trigger_point_from, content_.points);
        build_kind(paths_, needle_path_from, content_.paths);
        build_kind(conditions_, condition_from, content_.conditions);
        for (const Kind* kind : kinds()) {
            for (const Entry& entry : kind->entries)
                list_statements(*entry.value, entry.file->path, kind->noun, text_of(*entry.value, "id"),
                                content_.statements);
        }
        read_conventions();
        read_ids();
        read_reading();
    }

    void read_conventions() {
        const File* file = read((folder_ / "conventions.toml").string(), others_);
        if (file == nullptr || !take(check(file->value, conventions_rule(), file->path, known_))) return;
        if (!take(check_statements(file->value, file->path))) return;
        content_.conventions = conventions_from(file->value, file->path);
        list_statements(file->value, file->path, "convention", "", content_.statements);
    }

    void read_reading() {
        const File* file = read((folder_ / "reading.toml").string(), others_);
        if (file == nullptr || !take(check(file->value, reading_rule(), file->path, known_))) return;
        content_.reading = reading_from(file->value);
    }

    void read_ids() {
        const File* file = read((folder_ / "ids.toml").string(), others_);
        if (file == nullptr || !take(check(file->value, ids_rule(), file->path, known_))) return;
        for (const TomlMember& member : file->value.find("muscles")->members)
            content_.facts_muscles[member.key] = member.value.text;
        for (const TomlMember& member : file->value.find("hazards")->members)
            content_.facts_hazards[member.key] = member.value.text;
    }

    fs::path folder_;
    Content content_;
    base::Issues issues_;
    References known_;
    Kind sources_{"source", "source", source_rule()};
    Kind muscles_{"muscle", "muscle", muscle_rule()};
    Kind hazards_{"hazard", "hazard", hazard_rule()};
    Kind needles_{"needle", "needle", needle_rule()};
    Kind harms_{"harm", "harm", harm_rule()};
    Kind midpoints_{"midpoint", "midpoint", midpoint_rule()};
    Kind zones_{"zone", "zone", zone_rule(), check_zone};
    Kind topics_{"topic", "topic", topic_rule()};
    Kind tests_{"test", "test", test_rule()};
    Kind claims_{"claim", "claim", claim_rule()};
    Kind search_{"search entry", "entry", search_rule()};
    Kind session_{"session step", "step", step_rule()};
    Kind spreads_{"spread", "spread", spread_rule(), check_spread};
    Kind safety_{"safety rule", "rule", safety_rule(), check_safety_rule};
    Kind points_{"trigger point", "", trigger_point_rule(), check_trigger_point};
    Kind paths_{"needle path", "", needle_path_rule(), check_needle_path};
    Kind conditions_{"condition", "", condition_rule(), check_condition};
    std::deque<File> others_;
};

}  // namespace

base::Result<Content> load_content(const std::string& data_folder) {
    return Loader(data_folder).run();
}

}  // namespace drypoint::io
