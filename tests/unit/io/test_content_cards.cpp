#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "io/content_cards.h"
#include "io/content_reader.h"
#include "io/review_html.h"
#include "source_dir.h"

using namespace drypoint;
using Json = nlohmann::json;

namespace {

const anatomy::Content& content() {
    static const auto loaded = io::load_content(source_dir() + "/data");
    REQUIRE(loaded);
    return *loaded;
}

Json card(const char* kind, const char* id) {
    const auto text = io::show_card(content(), kind, id, io::CardForm::json);
    REQUIRE(text);
    return Json::parse(*text);
}

}  // namespace

TEST_CASE("every entry of every kind has a card, as JSON and as text") {
    for (const std::string& kind : io::card_kinds()) {
        const auto ids = io::ids_of_kind(content(), kind);
        CHECK_FALSE(ids.empty());
        for (const std::string& id : ids) {
            INFO(kind << " " << id);
            const Json json = card(kind.c_str(), id.c_str());
            CHECK(json["report"] == "show " + kind);
            CHECK(json["id"] == id);
            CHECK_FALSE(json["name"].get<std::string>().empty());
            CHECK_FALSE(io::show_card(content(), kind, id, io::CardForm::text)->empty());
        }
    }
    CHECK_FALSE(io::show_card(content(), "point", "VM99", io::CardForm::text));
    CHECK_FALSE(io::show_card(content(), "animal", "cat", io::CardForm::text));
}

TEST_CASE("a condition's card holds its studies with design, people, certainty and one line in both texts") {
    const Json pfp = card("condition", "pfp");
    CHECK(pfp["studies"].size() == 11);
    for (const Json& study : pfp["studies"]) {
        CHECK_FALSE(study["design"].get<std::string>().empty());
        CHECK_FALSE(study["certainty_words"].get<std::string>().empty());
        CHECK_FALSE(study["bottom_line"]["professional"].get<std::string>().empty());
        CHECK_FALSE(study["bottom_line"]["plain"].get<std::string>().empty());
    }
    CHECK(pfp["claims"].size() == 1);
    CHECK(card("condition", "jumpers-knee")["studies"] == card("condition", "patella-tendinitis")["studies"]);
}

TEST_CASE("a point's card says that it is for show only, and holds its path and its claims") {
    CHECK(card("point", "gas3")["show_only"]["status"] == "unverified");
    const Json fl1 = card("point", "FL1");
    CHECK(fl1["show_only"].is_null());
    CHECK_FALSE(fl1["classic_spot"].is_null());
    CHECK(fl1["claims"].size() == 1);
    CHECK(fl1["path"]["avoid"].size() == 2);
}

TEST_CASE("a source's card names every statement that cites it") {
    const Json hong = card("source", "hong");
    std::size_t citing = 0;
    for (const auto& at : content().statements)
        for (const auto& id : at.statement.sources) citing += id == "hong" ? 1 : 0;
    CHECK(hong["cited_by"].size() == citing);
    CHECK(citing > 3);
}

TEST_CASE("the page for review holds every statement once, escaped, and the same bytes again") {
    const std::string html = io::review_html(content());
    const std::string to_initial = "</td><td></td></tr>";
    std::size_t rows = 0;
    for (std::size_t at = html.find(to_initial); at != std::string::npos;
         at = html.find(to_initial, at + 1))
        ++rows;
    CHECK(rows == content().statements.size());
    CHECK(html.find("< 67") == std::string::npos);
    CHECK(html.find("&lt; 67") != std::string::npos);
    CHECK(html == io::review_html(content()));
}

TEST_CASE("the page for review says what no statement holds: points of a group, a study's design, where a dot is drawn") {
    const std::string html = io::review_html(content());
    const auto says = [&](const char* text) { return html.find(text) != std::string::npos; };
    CHECK(says("<h3>Iliotibial band syndrome</h3>"));
    CHECK(says("Points taught first: TFL1, GMED2, GMINa"));
    CHECK(says("RCT, DN v shock wave, n = 40, certainty low"));
    CHECK(says("<h3>VM1, Vastus medialis</h3>"));
    CHECK(says("Dot: at 93 % of the line"));
    CHECK(says("keep off: Common fibular nerve"));
    CHECK(says("Verdict: stop; limit: 2.5 mm"));
}

TEST_CASE("the page for review ends in a block to sign, with the version and a fingerprint of what is signed") {
    const std::string html = io::review_html(content());
    const auto fingerprint = [](const std::string& page) {
        const std::size_t at = page.find("fingerprint of what follows: ");
        REQUIRE(at != std::string::npos);
        return page.substr(at, 60);
    };
    CHECK(html.find("Place, date, signature") != std::string::npos);
    CHECK(html.find("Version " DRYPOINT_VERSION) != std::string::npos);
    anatomy::Content changed = content();
    changed.statements.front().statement.plain += " Not.";
    CHECK(fingerprint(io::review_html(changed)) != fingerprint(html));
}
