#include "session/action_table.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <tuple>
#include <utility>

namespace drypoint::session {
namespace {

// --- The table -------------------------------------------------------------------------------------------------------

template <typename Struct, typename Value>
struct Field {
    const char* name;
    Value Struct::*member;
};

// A field is named here because std::tuple would not deduce it from braces.
template <typename Struct, typename Value>
constexpr Field<Struct, Value> field(const char* name, Value Struct::*member) {
    return {name, member};
}

// The name, help and fields of one action. There is no general one: an action without a row does not compile.
template <typename A>
struct Row;

#define DRYPOINT_ACTION(type, text, line, ...)                        \
    template <>                                                       \
    struct Row<type> {                                                \
        static constexpr const char* name = text;                     \
        static constexpr const char* help = line;                     \
        static auto fields() { return std::make_tuple(__VA_ARGS__); } \
    }

DRYPOINT_ACTION(Select, "select", "Select a structure; without a name, nothing",
                field("structure", &Select::structure));
DRYPOINT_ACTION(Hover, "hover", "Point at a structure", field("structure", &Hover::structure));
DRYPOINT_ACTION(Hide, "hide", "Hide a structure", field("structure", &Hide::structure));
DRYPOINT_ACTION(Show, "show", "Show a structure", field("structure", &Show::structure));
DRYPOINT_ACTION(ShowAll, "show-all", "Show every structure");
DRYPOINT_ACTION(HideOthers, "hide-others", "Hide every other structure", field("structure", &HideOthers::structure));
DRYPOINT_ACTION(Isolate, "isolate", "Show one structure alone; again: back to what was there",
                field("structure", &Isolate::structure));
DRYPOINT_ACTION(LeaveIsolation, "leave-isolation", "Back to what was there before isolating");
DRYPOINT_ACTION(SetOpacity, "set-opacity", "Fade a structure, 0 to 1", field("structure", &SetOpacity::structure),
                field("opacity", &SetOpacity::opacity));
DRYPOINT_ACTION(ShowLayer, "show-layer", "Put a layer back", field("layer", &ShowLayer::layer));
DRYPOINT_ACTION(HideLayer, "hide-layer", "Peel a layer off", field("layer", &HideLayer::layer));
DRYPOINT_ACTION(SetLayerOpacity, "set-layer-opacity", "Fade a layer, 0 to 1", field("layer", &SetLayerOpacity::layer),
                field("opacity", &SetLayerOpacity::opacity));
DRYPOINT_ACTION(XrayRest, "xray-rest", "Make all but one structure clear; again: give the rest back",
                field("structure", &XrayRest::structure));
DRYPOINT_ACTION(ShowRegion, "show-region", "Show a region: what of it, and from where", field("region", &ShowRegion::region));
DRYPOINT_ACTION(Cut, "cut", "Cut away what lies beyond a plane: its normal, and mm along it from the origin",
                field("x", &Cut::x), field("y", &Cut::y), field("z", &Cut::z), field("at", &Cut::at_mm));
DRYPOINT_ACTION(MoveCut, "move-cut", "Move the section plane along its normal, mm", field("by", &MoveCut::by_mm));
DRYPOINT_ACTION(LeaveCut, "leave-cut", "Nothing is cut away");
DRYPOINT_ACTION(EndGesture, "end-gesture", "End a drag: it is one step of undo");
DRYPOINT_ACTION(LookFrom, "look-from", "Look from a side, framing what is visible", field("view", &LookFrom::view));
DRYPOINT_ACTION(ResetView, "reset-view", "Look from the front at everything visible");
DRYPOINT_ACTION(CentreOn, "centre-on", "Turn round a structure or a trigger point", field("target", &CentreOn::target));
DRYPOINT_ACTION(Orbit, "orbit", "Turn the camera, degrees", field("right", &Orbit::right_deg),
                field("up", &Orbit::up_deg));
DRYPOINT_ACTION(Pan, "pan", "Shift the picture, in heights of it", field("right", &Pan::right),
                field("down", &Pan::down));
DRYPOINT_ACTION(Zoom, "zoom", "Come nearer (above 1) towards a point of the picture (0 to 1)",
                field("factor", &Zoom::factor), field("x", &Zoom::x), field("y", &Zoom::y));
DRYPOINT_ACTION(SetParallel, "set-parallel", "Parallel projection: on or off", field("on", &SetParallel::on));
DRYPOINT_ACTION(SetCamera, "set-camera", "Place the camera: pivot in mm, angles in degrees, distance in mm",
                field("pivot-x", &SetCamera::pivot_x), field("pivot-y", &SetCamera::pivot_y),
                field("pivot-z", &SetCamera::pivot_z), field("azimuth", &SetCamera::azimuth_deg),
                field("elevation", &SetCamera::elevation_deg), field("roll", &SetCamera::roll_deg),
                field("distance", &SetCamera::distance_mm));
DRYPOINT_ACTION(LookDownNeedle, "look-down-needle", "Look along the needle, from its handle");
DRYPOINT_ACTION(SetFreeBall, "set-free-ball", "Drags turn the limb every way: on; it stays upright: off",
                field("on", &SetFreeBall::on));
DRYPOINT_ACTION(CameraBack, "camera-back", "The view before");
DRYPOINT_ACTION(CameraForward, "camera-forward", "The view after");
DRYPOINT_ACTION(SetViewport, "set-viewport", "The size of the picture in pixels",
                field("width", &SetViewport::width_px), field("height", &SetViewport::height_px));
DRYPOINT_ACTION(ChooseCondition, "choose-condition", "Choose a condition and frame its points",
                field("condition", &ChooseCondition::condition));
DRYPOINT_ACTION(ChoosePoint, "choose-point",
                "Choose a trigger point by id or code and lay the needle on its taught path",
                field("point", &ChoosePoint::point));
DRYPOINT_ACTION(ChooseZone, "choose-zone", "Choose an area of pain: it is painted, with the points that refer to it",
                field("zone", &ChooseZone::zone));
DRYPOINT_ACTION(SetNeedleDepth, "set-needle-depth", "Put the needle's tip at a depth from the skin, mm",
                field("depth", &SetNeedleDepth::depth_mm));
DRYPOINT_ACTION(AdvanceNeedle, "advance-needle", "Move the needle deeper, mm; negative: out",
                field("by", &AdvanceNeedle::by_mm));
DRYPOINT_ACTION(ShowReferral, "show-referral", "Paint where a chosen point's pain is felt: on or off",
                field("on", &ShowReferral::on));
DRYPOINT_ACTION(LayNeedle, "lay-needle", "Lay the needle on its taught path, the tip at the target");
DRYPOINT_ACTION(RemoveNeedle, "remove-needle", "Take the needle away");
DRYPOINT_ACTION(ChooseNeedle, "choose-needle",
                "A needle of the catalogue by its id; without one, the shortest that reaches",
                field("needle", &ChooseNeedle::needle));
DRYPOINT_ACTION(MoveNeedle, "move-needle",
                "Slide the entry along the skin, mm, and lean the needle, degrees; negative: lateral, distal",
                field("slide-medial", &MoveNeedle::slide_medial_mm),
                field("slide-proximal", &MoveNeedle::slide_proximal_mm),
                field("lean-medial", &MoveNeedle::lean_medial_deg),
                field("lean-proximal", &MoveNeedle::lean_proximal_deg));
DRYPOINT_ACTION(LayOwn, "lay-own", "Lay the needle so far from the taught path: slides in mm, leans in degrees, depth",
                field("slide-medial", &LayOwn::slide_medial_mm), field("slide-proximal", &LayOwn::slide_proximal_mm),
                field("lean-medial", &LayOwn::lean_medial_deg), field("lean-proximal", &LayOwn::lean_proximal_deg),
                field("depth", &LayOwn::depth_mm));
DRYPOINT_ACTION(LayLine, "lay-line", "Lay the needle from an entry to a target, mm in the model's frame",
                field("entry-x", &LayLine::entry_x), field("entry-y", &LayLine::entry_y),
                field("entry-z", &LayLine::entry_z), field("target-x", &LayLine::target_x),
                field("target-y", &LayLine::target_y), field("target-z", &LayLine::target_z));
DRYPOINT_ACTION(TryNeedle, "try-needle",
                "What if the needle leant by so many degrees and stood at this depth: until end-gesture",
                field("lean-medial", &TryNeedle::lean_medial_deg),
                field("lean-proximal", &TryNeedle::lean_proximal_deg), field("depth", &TryNeedle::depth_mm));
DRYPOINT_ACTION(KeepTried, "keep-tried", "Lay the needle where it was tried last");
DRYPOINT_ACTION(ShowMap, "show-map", "The safe-entry map of the chosen point: on or off", field("on", &ShowMap::on));
DRYPOINT_ACTION(SetMapMargin, "set-map-margin", "What counts as to spare on the safe-entry map, mm",
                field("margin", &SetMapMargin::mm));
DRYPOINT_ACTION(OpenRoom, "open-room", "Open a room: explore, needle or session", field("room", &OpenRoom::room));
DRYPOINT_ACTION(NextStep, "next-step", "The next step of the session or the walkthrough");
DRYPOINT_ACTION(PreviousStep, "previous-step", "The step before");
DRYPOINT_ACTION(GoToStep, "go-to-step", "A step of the session by its id", field("step", &GoToStep::step));
DRYPOINT_ACTION(MarkStep, "mark-step", "Say whether the open step, an optional one, was done: on or off",
                field("done", &MarkStep::done));
DRYPOINT_ACTION(FinishSession, "finish-session", "End the session; the picture is as it was before");
DRYPOINT_ACTION(OpenTopic, "open-topic", "Read about one matter; without a name, close it",
                field("topic", &OpenTopic::topic));
DRYPOINT_ACTION(SetWords, "set-words", "Text for professionals or in plain words", field("words", &SetWords::words));
DRYPOINT_ACTION(SetColours, "set-colours", "The palette: standard, colour-safe, high-contrast or print",
                field("colours", &SetColours::colours));
DRYPOINT_ACTION(SetSide, "set-side", "Show the right or the left limb", field("side", &SetSide::side));
DRYPOINT_ACTION(SetBuild, "set-build", "Show a body build, from lean (-1) over average (0) to heavy (1)",
                field("build", &SetBuild::build));
DRYPOINT_ACTION(StartWalkthrough, "start-walkthrough", "Begin a walkthrough by its id",
                field("walkthrough", &StartWalkthrough::walkthrough));
DRYPOINT_ACTION(LeaveWalkthrough, "leave-walkthrough", "Leave it and find everything as it was before");
DRYPOINT_ACTION(Undo, "undo", "Take the last change back");
DRYPOINT_ACTION(Redo, "redo", "Do it again");
DRYPOINT_ACTION(Search, "search", "Write into the search field", field("text", &Search::text));
DRYPOINT_ACTION(SetTextScale, "set-text-scale", "Size of text, 1 to 3", field("scale", &SetTextScale::scale));
DRYPOINT_ACTION(SavePicture, "save-picture", "Write the limb and what is drawn on it to a PNG file, without panels",
                field("path", &SavePicture::path));
DRYPOINT_ACTION(SaveBarePicture, "save-bare-picture",
                "Write the limb and its side alone to a PNG file, on a clear background",
                field("path", &SaveBarePicture::path));
DRYPOINT_ACTION(SavePath, "save-path", "Write the needle as it lies to a TOML file", field("path", &SavePath::path));
DRYPOINT_ACTION(OpenPath, "open-path", "Lay the needle that such a file holds", field("path", &OpenPath::path));
DRYPOINT_ACTION(Quit, "quit", "Leave the program");

#undef DRYPOINT_ACTION

// --- Words
// ------------------------------------------------------------------------------------------------------------

void append_word(std::string& line, const std::string& word) {
    line += ' ';
    const bool plain = !word.empty() && word.find_first_of(" \t\"\\#\n") == std::string::npos;
    if (plain) {
        line += word;
        return;
    }
    line += '"';
    for (const char c : word) {
        if (c == '"' || c == '\\') line += '\\';
        if (c == '\n') {
            line += "\\n";
        } else {
            line += c;
        }
    }
    line += '"';
}

// The shortest text that reads back as the same number, whatever the locale.
template <typename Number>
std::string number_text(Number value) {
    std::array<char, 32> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    return {buffer.data(), end.ptr};
}

std::string word_of(const std::string& value) {
    return value;
}
std::string word_of(float value) {
    return number_text(value);
}
std::string word_of(double value) {
    return number_text(value);
}
std::string word_of(int value) {
    return std::to_string(value);
}
std::string word_of(bool value) {
    return value ? "on" : "off";
}
std::string word_of(anatomy::Layer value) {
    return std::string(anatomy::name(value));
}
std::string word_of(anatomy::Side value) {
    return std::string(anatomy::name(value));
}
std::string word_of(Room value) {
    return std::string(name(value));
}
std::string word_of(Words value) {
    return std::string(name(value));
}
std::string word_of(Colours value) {
    return std::string(name(value));
}
std::string word_of(View value) {
    return std::string(name(value));
}

using Problem = std::optional<std::string>;

template <typename Number>
Problem read_number(const std::string& word, Number& value, const char* expected) {
    const char* end = word.data() + word.size();
    const auto read = std::from_chars(word.data(), end, value);
    if (read.ec == std::errc() && read.ptr == end) return std::nullopt;
    return "is " + std::string(expected) + ", not \"" + word + "\"";
}

Problem read_word(const std::string& word, std::string& value) {
    value = word;
    return std::nullopt;
}
Problem read_word(const std::string& word, float& value) {
    return read_number(word, value, "a number");
}
Problem read_word(const std::string& word, double& value) {
    return read_number(word, value, "a number");
}
Problem read_word(const std::string& word, int& value) {
    return read_number(word, value, "a whole number");
}

Problem read_word(const std::string& word, bool& value) {
    if (word != "on" && word != "off") return "is on or off, not \"" + word + "\"";
    value = word == "on";
    return std::nullopt;
}

template <typename Enum, typename Find>
Problem read_named(const std::string& word, Enum& value, Find find, int count) {
    if (const auto found = find(word)) {
        value = *found;
        return std::nullopt;
    }
    std::string names;
    for (int i = 0; i < count; ++i) names += (i == 0 ? "" : ", ") + word_of(static_cast<Enum>(i));
    return "is one of " + names + ", not \"" + word + "\"";
}

Problem read_word(const std::string& word, anatomy::Layer& value) {
    return read_named(word, value, anatomy::layer_named, anatomy::layer_count);
}
Problem read_word(const std::string& word, anatomy::Side& value) {
    return read_named(word, value, anatomy::side_named, 2);  // a limb is one of two
}
Problem read_word(const std::string& word, Room& value) {
    return read_named(word, value, room_named, room_count);
}
Problem read_word(const std::string& word, Words& value) {
    return read_named(word, value, words_named, words_count);
}
Problem read_word(const std::string& word, Colours& value) {
    return read_named(word, value, colours_named, colours_count);
}
Problem read_word(const std::string& word, View& value) {
    return read_named(word, value, view_named, view_count);
}

struct Word {
    std::string text;
    int column;  // from 1
};

base::Result<std::vector<Word>> split(std::string_view line) {
    std::vector<Word> words;
    for (std::size_t i = 0; i < line.size();) {
        if (line[i] == ' ' || line[i] == '\t') {
            ++i;
            continue;
        }
        Word word{{}, static_cast<int>(i) + 1};
        if (line[i] != '"') {
            while (i < line.size() && line[i] != ' ' && line[i] != '\t') word.text += line[i++];
            words.push_back(std::move(word));
            continue;
        }
        for (++i; i < line.size() && line[i] != '"'; ++i) {
            const bool escaped = line[i] == '\\' && i + 1 < line.size();
            if (escaped) ++i;
            word.text += escaped && line[i] == 'n' ? '\n' : line[i];
        }
        if (i == line.size()) {
            return base::failure<std::vector<Word>>(
                base::error(base::at({}, 1, word.column), "a quoted word has no end", "close it with \""));
        }
        ++i;
        words.push_back(std::move(word));
    }
    return base::success(std::move(words));
}

// --- From and to text ------------------------------------------------------------------------------------------------

template <typename A>
base::Result<Action> parse_fields(const std::vector<Word>& words) {
    A action{};
    const auto fields = Row<A>::fields();
    constexpr std::size_t count = std::tuple_size_v<decltype(Row<A>::fields())>;
    // An empty last text may be left out: "select" alone selects nothing.
    if (words.size() - 1 > count || (words.size() - 1 < count && !(count == 1 && words.size() == 1))) {
        std::string usage = Row<A>::name;
        std::apply([&usage](const auto&... one) { ((usage += std::string(" ") + one.name), ...); }, fields);
        return base::failure<Action>(base::error(base::at({}, 1, words[0].column),
                                                 std::string(Row<A>::name) + " takes " + std::to_string(count) +
                                                     (count == 1 ? " word" : " words") + " after it, not " +
                                                     std::to_string(words.size() - 1),
                                                 "write: " + usage));
    }
    base::Issues issues;
    std::size_t at = 1;
    const auto read = [&](const auto& one) {
        const Word word = at < words.size() ? words[at] : Word{{}, words[0].column};
        ++at;
        if (const Problem problem = read_word(word.text, action.*(one.member))) {
            issues.push_back(base::error(base::at({}, 1, word.column), std::string(one.name) + " " + *problem));
        }
    };
    std::apply([&read](const auto&... one) { (read(one), ...); }, fields);
    if (!issues.empty()) return base::failure<Action>(std::move(issues));
    return base::success<Action>(std::move(action));
}

using Parser = base::Result<Action> (*)(const std::vector<Word>&);

struct Entry {
    ActionRow row;
    Parser parse;
};

template <typename A>
Entry entry_of() {
    Entry entry{{Row<A>::name, Row<A>::help, {}}, &parse_fields<A>};
    std::apply([&entry](const auto&... one) { (entry.row.parameters.emplace_back(one.name), ...); }, Row<A>::fields());
    return entry;
}

template <std::size_t... I>
std::vector<Entry> entries(std::index_sequence<I...>) {
    return {entry_of<std::variant_alternative_t<I, AnyAction>>()...};
}

const std::vector<Entry>& table() {
    static const std::vector<Entry> all = entries(std::make_index_sequence<std::variant_size_v<AnyAction>>());
    return all;
}

}  // namespace

const std::vector<ActionRow>& action_rows() {
    static const std::vector<ActionRow> rows = [] {
        std::vector<ActionRow> all;
        for (const Entry& entry : table()) all.push_back(entry.row);
        return all;
    }();
    return rows;
}

std::string to_text(const Action& action) {
    return std::visit(
        [](const auto& one) {
            using A = std::decay_t<decltype(one)>;
            std::string line = Row<A>::name;
            std::apply([&](const auto&... f) { (append_word(line, word_of(one.*(f.member))), ...); }, Row<A>::fields());
            return line;
        },
        action);
}

base::Result<Action> parse_action(std::string_view line) {
    base::Result<std::vector<Word>> words = split(line);
    if (!words) return base::failure<Action>(std::move(words.issues));
    if (words->empty()) return base::failure<Action>(base::error(base::at({}, 1, 1), "an action is missing"));
    const std::string& wanted = words->front().text;
    std::vector<std::string> names;
    for (const Entry& entry : table()) {
        if (entry.row.name == wanted) return entry.parse(*words);
        names.push_back(entry.row.name);
    }
    const std::string near = base::nearest(wanted, names);
    return base::failure<Action>(
        base::error(base::at({}, 1, words->front().column), "no action is called \"" + wanted + "\"",
                    near.empty() ? "see: drypoint list actions" : "did you mean " + near + "?"));
}

}  // namespace drypoint::session
