#include <doctest/doctest.h>

#include "io/log_file.h"
#include "session/action_table.h"
#include "support/small_atlas.h"

using namespace drypoint;
using namespace drypoint::io;

TEST_CASE("a log reads back as it was written, whatever stands in its texts") {
    session::Store store(test::small_atlas());
    store.dispatch(session::Hide{"skin"}, {10});
    store.dispatch(session::Search{"a \"b\" \\ # \n \xc3\xa4"}, {20});
    store.dispatch(session::SetOpacity{"femur", 0.1f}, {35});
    const auto again = parse_log("a.log", log_text(store.log()));
    REQUIRE(again);
    CHECK(again.issues.empty());
    REQUIRE(again->size() == store.log().size());
    for (std::size_t i = 0; i < again->size(); ++i) {
        CHECK((*again)[i].at.ms == store.log()[i].at.ms);
        CHECK(session::to_text((*again)[i].action) == session::to_text(store.log()[i].action));
    }
    CHECK(session::replay(store.atlas(), *again).model() == store.model());
}

TEST_CASE("people may write a log as plain lines with comments") {
    const auto log = parse_log("a.log", "# look\r\nhide skin\n\n  isolate femur\n");
    REQUIRE(log);
    CHECK(log.issues.empty());
    CHECK(log->size() == 2);
}

TEST_CASE("a wrong line is named with its place, and the others are kept") {
    struct Case {
        const char* text;
        const char* says;
    };
    const Case cases[]{{"hide skin\nhyde skin\n", "a.log:2:1: no action is called \"hyde\""},
                       {"{\"t_ms\": 1}\n", "a.log:1:1: not a line of a log"},
                       {"{\"t_ms\": \"x\", \"do\": \"undo\"}\n", "a.log:1:1"},
                       {"{{{{\n", "a.log:1:1"},
                       {"{\"do\": 3}\n", "a.log:1:1"},
                       {"\x01\x02\xff\n", "a.log:1:1"},
                       {"set-opacity skin x\n", "a.log:1:18"}};
    for (const Case& c : cases) {
        CAPTURE(c.text);
        const auto log = parse_log("a.log", std::string(c.text) + "undo\n");
        REQUIRE(log.issues.size() == 1);
        CHECK(base::to_string(log.issues[0]).find(c.says) != std::string::npos);
        CHECK(session::to_text(log->back().action) == "undo");
    }
    CHECK(parse_log("a.log", std::string(100000, 'x')).issues.size() == 1);
}
