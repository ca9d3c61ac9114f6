#include "io/content_rules.h"

#include <utility>

#include "anatomy/content.h"

namespace drypoint::io {
namespace {

using anatomy::certainty_names;
using anatomy::chapter_names;
using anatomy::direction_names;
using anatomy::status_names;
using anatomy::technique_names;

Rule id_of(const std::string& what, std::string doc) {
    return id_rule(std::move(doc)).refers_to(what);
}

Rule share(std::string doc) {
    return number_rule(std::move(doc)).within(0.0, 1.0);
}

Rule stretch(std::string doc) {
    Rule rule = list_of(share("0 to 1"), std::move(doc));
    rule.length = 2;
    return rule;
}

Rule line() {
    Rule rule = list_of(id_of("landmark", "a landmark"), "two landmarks: 0 is the first, 1 the second");
    rule.length = 2;
    return rule;
}

Rule sources() {
    return list_of(id_of("source", "a source"), "where it was read, ids of sources.toml");
}

Rule status() {
    return one_of(status_names(), "how it was come by");
}

// A statement with the keys of its place before it.
Rule statement(std::string doc, std::vector<KeyRule> keys = {}) {
    keys.push_back(required("professional", text_rule("for clinicians")));
    keys.push_back(required("plain", text_rule("for everyone: sentences of at most 15 words")));
    keys.push_back(required("status", status()));
    keys.push_back(optional("sources", sources()));
    return table_rule(std::move(keys), std::move(doc));
}

Rule statements(const std::string& doc) {
    return list_of(statement(doc), doc);
}

Rule certainty() {
    return one_of(certainty_names(), "quarters of the pie");
}

Rule named(std::vector<KeyRule> keys, std::string doc) {
    keys.insert(keys.begin(), required("id", id_rule("lower-case words joined by hyphens")));
    return table_rule(std::move(keys), std::move(doc));
}

Rule figure() {
    return table_rule(
        {required("label", text_rule("what was measured")),
         optional("value", text_rule("as it was found; missing: no figure was found")),
         optional("unit", text_rule("of value, mean, sd, low and high")), optional("mean", number_rule("in the unit")),
         optional("sd", number_rule("in the unit")), optional("low", number_rule("in the unit")),
         optional("high", number_rule("in the unit")), required("status", status()), optional("sources", sources()),
         optional("note", text_rule("a reservation"))},
        "one number, as it was found");
}

Rule offset() {
    return table_rule(
        {required("toward", one_of(direction_names(), "which way")),
         optional("mm", number_rule("how far").in("mm").within(0.0, 300.0)),
         optional("fingerwidths", number_rule("how far, as wide as conventions.toml says").within(0.0, 20.0)),
         optional("percent_of_line", number_rule("how far, of the line's length").within(0.0, 100.0))},
        "a step from there; one of mm, fingerwidths and percent_of_line");
}

Rule side(std::string doc) {
    return list_of(one_of(direction_names(), "a direction"), std::move(doc));
}

Rule anchor(std::string doc) {
    return statement(
        std::move(doc),
        {optional("line", line()), optional("at", share("share of the line; missing: the middle of the band")),
         optional("offsets", list_of(offset(), "steps from there, in turn")),
         optional("side", side("from which the finger presses; missing: from the nearest skin")),
         required("layer", stretch("part of the muscle's thickness, from its outer face (0) to its inner one (1)")),
         optional("band", statement("the stretch that the words allow",
                                    {required("line", line()), required("stretch", stretch("part of the line"))}))});
}

Rule referral_part(std::string doc) {
    return statement(std::move(doc), {optional("zones", list_of(id_of("zone", "a zone"), "its areas of the skin"))});
}

Rule referral() {
    return table_rule({required("essential", referral_part("where it hurts in most people")),
                       optional("spillover", referral_part("where it hurts in some")),
                       optional("seen", referral_part("the broad zone that a page confirms"))},
                      "where pain is felt");
}

Rule ids_of(const std::string& what, std::string doc) {
    return list_of(id_of(what, "its id"), std::move(doc));
}

}  // namespace

const Rule& source_rule() {
    static const Rule rule = named(
        {required("citation", text_rule("authors, title, year")), optional("address", text_rule("missing: not kept")),
         required("how_seen",
                  one_of({"page", "abstract", "code", "derived", "background", "convention"}, "what of it was read")),
         optional("note", text_rule("a reservation"))},
        "a source");
    return rule;
}

const Rule& muscle_rule() {
    static const Rule rule =
        named({required("name", text_rule("English, Terminologia Anatomica")), required("latin", text_rule("Latin")),
               required("plain_name", text_rule("lay name")), required("action", statement("what it does")),
               required("nerve", statement("what moves it"))},
              "a muscle; its id is its structure's in the model");
    return rule;
}

const Rule& hazard_rule() {
    static const Rule rule =
        named({required("name", text_rule("English")), required("plain_name", text_rule("lay name")),
               required("structures", list_of(id_of("structure", "a structure"), "structures of the model")),
               optional("not_modelled", list_of(text_rule("a name"), "what belongs to it and is in no model of ours")),
               required("runs", statement("where it runs")), required("why", statement("what harm there is")),
               optional("figure", list_of(figure(), "numbers, as they were found"))},
              "what a needle must keep off");
    return rule;
}

const Rule& needle_rule() {
    static const Rule rule = named({required("name", text_rule("as it is called on screen")),
                                    required("diameter_mm", number_rule("of the shaft").in("mm").within(0.1, 1.0)),
                                    required("length_mm", number_rule("of the shaft").in("mm").within(5.0, 200.0))},
                                   "a needle");
    return rule;
}

const Rule& harm_rule() {
    static const Rule rule = statement(
        "what went wrong how often", {required("id", id_rule("a name")), required("label", text_rule("a few words")),
                                      optional("percent", number_rule("of the treatments").in("%").within(0.0, 100.0)),
                                      optional("treatments", integer_rule("that were counted").within(1, 10000000))});
    return rule;
}

const Rule& midpoint_rule() {
    static const Rule rule = statement("a place between two landmarks of the model",
                                       {required("id", id_rule("a landmark of its own")), required("between", line()),
                                        optional("at", share("share of the way; missing: half"))});
    return rule;
}

const Rule& zone_rule() {
    static const Rule rule =
        named({required("name", text_rule("English")), required("plain_name", text_rule("lay name")),
               optional("words", list_of(text_rule("a name"), "what people also call it")),
               optional("area", table_rule({required("line", line()), required("stretch", stretch("part of the line")),
                                            required("toward", side("the side of the limb that it lies on")),
                                            required("fingerwidths",
                                                     number_rule("how far it reaches from the line").within(0.5, 8.0))},
                                           "missing: no part of the model")),
               optional("structures", list_of(id_of("structure", "a structure"), "it lies over")),
               required("why", statement("why it is drawn there, or not"))},
              "an area of the skin where pain is felt");
    return rule;
}

const Rule& topic_rule() {
    static const Rule rule =
        named({required("group", one_of({"needling", "mechanism", "plan", "risk"}, "what it is about")),
               required("title", text_rule("a few words")), required("plain_title", text_rule("the same for everyone")),
               optional("say", statements("what is said or taught")),
               required("know", statements("what was found, also against it"))},
              "a general matter");
    return rule;
}

const Rule& test_rule() {
    static const Rule rule = named(
        {required("name", text_rule("as clinicians call it")), required("plain_name", text_rule("lay name")),
         optional("muscles", ids_of("muscle", "that it is said to test")),
         required("steps", ids_of("session step", "where it is done")), required("how", statement("how it is done")),
         optional("norm", list_of(figure(), "numbers, as they were found")),
         optional("know", statements("how well testers agree"))},
        "a test of the evaluation");
    return rule;
}

const Rule& claim_rule() {
    static const Rule rule = named(
        {required("title", text_rule("a few words")), required("plain_title", text_rule("the same for everyone")),
         optional("conditions", ids_of("condition", "where it must stand")),
         optional("steps", ids_of("session step", "where it must stand")),
         optional("points", ids_of("trigger point", "where it must stand")),
         optional("topics", ids_of("topic", "where it must stand")), required("claimed", statement("what is claimed")),
         required("found", statement("what was found")), required("advice", statement("what to say or do"))},
        "a claim that the evidence does not bear out");
    return rule;
}

const Rule& search_rule() {
    static const Rule rule = table_rule(
        {required("words", list_of(text_rule("a name"), "what people say")),
         optional("conditions", ids_of("condition", "that they mean")),
         optional("points", ids_of("trigger point", "that they mean")),
         optional("muscles", ids_of("muscle", "that they mean")), optional("zones", ids_of("zone", "that they mean")),
         optional("topics", ids_of("topic", "that they mean"))},
        "words that lead to entries");
    return rule;
}

const Rule& reading_rule() {
    static const Rule rule =
        table_rule({required("names", list_of(text_rule("a name"), "of structures: not counted")),
                    required("known", list_of(text_rule("a word"), "long words that may stand in a plain text")),
                    required("instead", map_of(text_rule("what to write"), "hard words"))},
                   "what plain texts may hold");
    return rule;
}

Rule stage_rule() {
    return table_rule(
        {optional("view", one_of(anatomy::stage_view_names(), "from where it is looked at")),
         optional("needle", one_of(anatomy::stage_needle_names(), "where the needle is when the step begins")),
         optional("skin_opacity", number_rule("of the skin").within(0.0, 1.0))},
        "how the step is shown; what is left out stays as it is");
}

const Rule& step_rule() {
    static const Rule rule = named(
        {required("chapter", one_of(chapter_names(), "part of the session")),
         required("title", text_rule("one or two words")), required("plain_title", text_rule("the same for everyone")),
         optional("optional", boolean_rule("true: may be left out; done only if somebody says so")),
         optional("act", one_of(anatomy::step_act_names(), "what has to be done with the needle to count as done")),
         optional("within_mm", number_rule("of the target, for needle-at-target").within(0.0, 50.0)),
         optional("from_path", one_of(anatomy::from_path_names(), "what is repeated from the path of the point")),
         required("stage", stage_rule()), required("action", statements("what is done, in order")),
         required("done_when", statement("when the step is over")),
         optional("not_for", statement("whom the step is not for")),
         optional("stop", statement("when to stop and withdraw")),
         optional("say", statements("what the patient may be told")),
         optional("know", statements("what is known about it"))},
        "a step of the session");
    return rule;
}

const Rule& trigger_point_rule() {
    static const Rule rule = named(
        {required("code", text_rule("the facts' name: VM1")), required("muscle", id_of("muscle", "its muscle")),
         optional("number", integer_rule("in the book; missing: not numbered").within(1, 99)),
         required("confidence", one_of({"good", "medium", "low"}, "in its place, among teachers")),
         required("numbering", statement("where its number comes from")), required("where", statement("in words")),
         required("exact_spot", statement("what is known of the exact spot")),
         required("layer", statement("how deep in the muscle, in words")),
         required("feel", statement("how it is felt")), required("referral", referral()),
         required("symptoms", statement("what people complain of")),
         required("anchor", anchor("where the dot is drawn, and why there")),
         optional("classic_spot", anchor("where books draw it, where the dot does not follow them: never needled")),
         optional("measured", statements("motor points and electrode sites: near it, not it")),
         optional("show_only", statement("why it is drawn and explained, but never needled")),
         optional("note", statement("what else to know"))},
        "a trigger point");
    return rule;
}

const Rule& needle_path_rule() {
    static const Rule rule = named(
        {required("point", id_of("trigger point", "the point it reaches")),
         required("needles", list_of(id_of("needle", "a needle"), "that may be used")),
         required("avoid", list_of(id_of("hazard", "a hazard"), "what it must keep off")),
         required("position", statement("how the patient lies")),
         required("entry",
                  statement("where it goes in",
                            {optional("side", side("first skin hit that way; missing: the side of the anchor"))})),
         required("direction",
                  statement("which way it goes",
                            {required("rule", one_of({"perpendicular", "towards"}, "to the skin, or to a structure")),
                             optional("towards", id_of("structure", "straight to its place nearest to the point"))})),
         required(
             "angle",
             statement("between needle and skin",
                       {optional("deg",
                                 number_rule("as taught; missing: no figure was found").in("deg").within(1.0, 90.0))})),
         required("technique", statement("how the needle is held to the muscle",
                                         {required("kind", one_of(technique_names(), "how it is drawn"))})),
         required("stop",
                  statement("what ends the way", {optional("bone", id_of("structure", "missing: nothing reliable"))})),
         required("depth", statement("how deep", {required("rule", one_of({"middle-of-layer", "to-stop"},
                                                                          "where the tip comes to lie"))})),
         required("needle", statement("the needles in words")), optional("reported", statements("what trials did")),
         optional("beyond_needles", statement("why it is only shown in heavier builds",
                                              {required("from_build", number_rule("lean -1, average 0, heavy 1: from here on no "
                                                                                  "needle of the catalogue reaches")
                                                                          .within(-1.0, 1.0))})),
         optional("thickness", statements("of skin, fat and muscle there"))},
        "a needle path");
    return rule;
}

const Rule& condition_rule() {
    static const Rule rule = named(
        {required("name", text_rule("as clinicians call it")), required("plain_name", text_rule("lay name")),
         optional("alias_of", id_of("condition", "the condition that holds all the rest")),
         optional("evidence",
                  statement("its summary", {required("level", certainty()),
                                            required("level_words", text_rule("as judged: low to moderate")),
                                            required("label", text_rule("a few words")),
                                            required("plain_label", text_rule("a few words for everyone"))})),
         optional("target",
                  list_of(statement("points that are tried together, and why",
                                    {required("priority", integer_rule("1 is tried first").within(1, 9)),
                                     required("points", list_of(id_of("trigger point", "a point"), "in order"))}),
                          "groups of points")),
         optional("study",
                  list_of(statement("one study and what it found",
                                    {required("label", text_rule("one line for the card")),
                                     required("design", text_rule("RCT, review, case report ...")),
                                     optional("n", integer_rule("people").within(1, 1000000)),
                                     required("level", certainty()), required("level_words", text_rule("as found"))}),
                          "the studies")),
         optional("precaution", statements("what to beware of")), optional("note", statement("what else to know"))},
        "a condition of the knee");
    return rule;
}

const Rule& conventions_rule() {
    static const Rule rule = table_rule(
        {required("fingerwidth", statement("how wide a finger is taken",
                                           {required("mm", number_rule("width").in("mm").within(10.0, 30.0))})),
         required("skin_normal", statement("what perpendicular to the skin means",
                                           {required("over_mm", number_rule("diameter").in("mm").within(1.0, 60.0))})),
         required(
             "belly",
             statement("how thick a muscle must be where a dot is drawn",
                       {required("thickness_mm", number_rule("at least").in("mm").within(0.0, 30.0)),
                        required("slide_mm", number_rule("farthest slide from the rim").in("mm").within(0.0, 40.0))})),
         required("fibres", statement("how fibres are taken to run",
                                      {required("over_mm", number_rule("to each side").in("mm").within(10.0, 200.0))})),
         required("techniques",
                  statement("how flat to the skin a technique may come",
                            {required("perpendicular_deg", number_rule("at least").in("deg").within(45.0, 90.0)),
                             required("oblique_deg", number_rule("at least").in("deg").within(10.0, 90.0))})),
         required("thirds", statement("what upper third and superficial mean")),
         required("middle", statement("where a dot without an exact spot is drawn")),
         optional("condition_view", statement("what a condition is shown with",
                                              {required("landmarks", list_of(id_of("landmark", "a landmark"), "in the picture"))})),
         optional("order", statement("whose choice and order the points of a condition are")),
         optional("areas", statement("how areas of pain are drawn")),
         optional("bands", statement("how bands and classic spots are drawn")),
         required("distances", statement("what a distance is"))},
        "what the project chose, so that words can be drawn");
    return rule;
}

const Rule& ids_rule() {
    static const Rule rule =
        table_rule({required("muscles", map_of(id_of("muscle", "our id"), "the facts' muscles")),
                    required("hazards", map_of(id_of("hazard", "our id"), "the facts' hazard groups"))},
                   "the clinical facts' own names");
    return rule;
}

Rule list_file_rule(const std::string& key, const Rule& entry) {
    return table_rule({required(key, list_of(entry, "in order"))}, entry.doc);
}

Rule statement_rule(std::string doc, std::vector<KeyRule> keys) {
    return statement(std::move(doc), std::move(keys));
}

Rule status_rule() {
    return status();
}

Rule sources_rule() {
    return sources();
}

}  // namespace drypoint::io
