#include <doctest/doctest.h>

#include <string>

#include "anatomy/search_index.h"

using namespace drypoint;

namespace {

anatomy::Content content() {
    anatomy::Content made;
    anatomy::Condition tendon, alias, joint;
    tendon.id = "patella-tendinitis";
    tendon.name = "Patellar tendinopathy";
    tendon.plain_name = "Sore tendon below the kneecap";
    alias.id = "jumpers-knee";
    alias.name = "Jumper's knee";
    alias.alias_of = "patella-tendinitis";
    joint.id = "knee-oa";
    joint.name = "Osteoarthritis pain";
    made.conditions = {tendon, alias, joint};
    anatomy::Muscle muscle;
    muscle.id = "popliteus";
    muscle.name = "Popliteus";
    muscle.latin = "M. popliteus";
    muscle.plain_name = "Small muscle behind the knee";
    made.muscles = {muscle};
    anatomy::TriggerPoint point;
    point.id = "popliteus-1";
    point.code = "POP1";
    point.muscle = "popliteus";
    point.symptoms.professional = "Pain crouching, downhill";
    point.referral.essential.professional = "Back of knee";
    point.referral.essential_zones = {"back-of-knee"};
    made.points = {point};
    anatomy::Zone zone;
    zone.id = "back-of-knee";
    zone.name = "Back of knee";
    zone.plain_name = "Back of the knee";
    zone.words = {"behind the knee", "popliteal fossa"};
    made.zones = {zone};
    anatomy::SearchWords words;
    words.words = {"wear and tear", "gonarthrosis"};
    words.conditions = {"knee-oa"};
    made.search_words = {words};
    return made;
}

std::string found(const char* query) {
    std::string ids;
    for (const auto& hit : anatomy::SearchIndex(content()).find(query))
        ids += std::string(anatomy::name(hit.kind)) + ":" + hit.id + " ";
    return ids;
}

}  // namespace

TEST_CASE("another name of a condition leads to the record that holds it, however it is spelt") {
    const std::string both = "condition:jumpers-knee condition:patella-tendinitis ";
    CHECK(found("jumper's knee") == both);
    CHECK(found("Jumpers Knee") == both);
    CHECK(found("jumper\u2019s knee") == both);
    CHECK(found("patell") == "condition:patella-tendinitis ");
}

TEST_CASE("lay words, Latin and codes are names") {
    CHECK(found("wear tear") == "condition:knee-oa ");
    CHECK(found("gonarthrosis") == "condition:knee-oa ");
    CHECK(found("pop1") == "point:popliteus-1 ");
    CHECK(found("popliteus") == "muscle:popliteus point:popliteus-1 ");
}

TEST_CASE("who says just another name means that entry before those in which the word occurs") {
    anatomy::Content made = content();
    made.zones[0].words = {"kneecap"};
    made.points[0].symptoms.plain = "Sore behind the kneecap";
    const auto hits = anatomy::SearchIndex(made).find("kneecap");
    REQUIRE(hits.size() == 3);
    CHECK(hits[0].id == "back-of-knee");
    CHECK(hits[1].id == "patella-tendinitis");
    CHECK(hits[2].id == "popliteus-1");
}

TEST_CASE("an area of pain and a symptom lead back to the point, after what has it as its name") {
    CHECK(found("popliteal fossa") == "zone:back-of-knee point:popliteus-1 ");
    CHECK(found("my knee hurts at the back") == "zone:back-of-knee point:popliteus-1 ");
    CHECK(found("downhill") == "point:popliteus-1 ");
}

TEST_CASE("words belong to one text, unless one of them is a name") {
    CHECK(found("crouching downhill") == "point:popliteus-1 ");
    CHECK(found("popliteus crouching") == "point:popliteus-1 ");
    CHECK(found("downhill back").empty());
}

TEST_CASE("words that say nothing, and no words, find nothing") {
    CHECK(found("").empty());
    CHECK(found("pain in my").empty());
    CHECK(found("qqqq").empty());
}
