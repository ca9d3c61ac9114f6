// Every action has a text form that reads back as itself, and wrong lines say what is wrong and where.
#include <doctest/doctest.h>

#include <set>

#include "session/action_table.h"

using namespace drypoint;
using namespace drypoint::session;

TEST_CASE("each action has one row, a name of its own and a line of help") {
    std::set<std::string> names;
    for (const ActionRow& row : action_rows()) {
        CAPTURE(row.name);
        CHECK(base::is_kebab_case(row.name));
        CHECK(names.insert(row.name).second);
        CHECK(row.help.size() > 10);
    }
    CHECK(names.size() == std::variant_size_v<AnyAction>);
}

TEST_CASE("an action's text reads back as the same action") {
    const std::vector<Action> actions{Select{"vastus-medialis"},
                                      Select{},
                                      SetOpacity{"skin", 0.3f},
                                      SetOpacity{"skin", 1.0f / 3.0f},
                                      ShowLayer{anatomy::Layer::fascia},
                                      LookFrom{View::lateral},
                                      Zoom{1.1f, 0.25f, 0.75f},
                                      SetParallel{true},
                                      SetCamera{1, -2.5f, 3e-7f, 10, 20, 0, 500},
                                      SetViewport{640, 480},
                                      Search{"jumper's \"knee\" \\ # two\nlines"},
                                      SavePicture{"a folder/a.png"},
                                      Undo{}};
    for (const Action& action : actions) {
        const std::string text = to_text(action);
        CAPTURE(text);
        const base::Result<Action> back = parse_action(text);
        REQUIRE(back);
        CHECK(to_text(*back) == text);
        CHECK(back->index() == action.index());
    }
    CHECK(to_text(SetOpacity{"skin", 0.3f}) == "set-opacity skin 0.3");
}

TEST_CASE("a wrong line names the word, its column and what was expected") {
    struct Case {
        const char* line;
        const char* says;
    };
    const Case cases[]{
        {"set-opacty skin 0.3", "did you mean set-opacity?"},
        {"set-opacity skin", "takes 2 words after it, not 1 (write: set-opacity structure opacity)"},
        {"set-opacity skin half", ":1:18: opacity is a number, not \"half\""},
        {"look-from above", "is one of anterior, posterior, medial, lateral, proximal, distal"},
        {"set-parallel maybe", "is on or off"},
        {"set-viewport 10 1e3", "a whole number"},
        {"search \"no end", "no end"},
        {"", "missing"},
        {"undo now", "takes 0 words"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.line);
        const base::Result<Action> result = parse_action(c.line);
        REQUIRE_FALSE(result);
        CHECK(base::to_string(result.issues.front()).find(c.says) != std::string::npos);
    }
}
