// Every rule speaks when it should and is silent when it should not; the gravest comes first.
#include <doctest/doctest.h>

#include <algorithm>

#include "anatomy/assess.h"
#include "support/onion.h"

using namespace drypoint;
using namespace drypoint::anatomy;
using test::atlas_of;
using test::solid;

namespace {

// A muscle from z = 0 down to -60, bone below -40 on one side, a vessel of radius 2 along y at x = 20, z = -20.
AtlasPtr guarded_limb() {
    return atlas_of({solid("muscle", Tissue::muscle, test::gridded_box({-50, -50, -60}, {50, 50, 0}, 2)),
                     solid("other", Tissue::muscle, test::gridded_box({-50, -50, -80}, {50, 50, -60}, 2)),
                     solid("bone", Tissue::bone, test::gridded_box({-50, -50, -50}, {-20, 50, -40}, 2)),
                     solid("vessel", Tissue::artery, test::cylinder({20, 0, -20}, 2, -40, 40, 64))});
}

struct Case {
    AtlasPtr atlas = guarded_limb();
    Content content = test::safety_content();

    Judgement judge(double x, double depth, const NeedlePath* path = nullptr, const Needle* needle = nullptr,
                    double hull_k = 1.0, bool fold = false) const {
        const ProbeIndex index(atlas, content.spreads);
        const Safety safety(content, *atlas);
        NeedleUse use;
        use.line = {{x, 3, 0}, {0, 0, -1}, depth, 0.0};
        use.path = path;
        use.needle = needle;
        use.fold = fold;
        use.muscle = atlas->index_of("muscle");
        return assess(index, safety, use, hull_k).judgement;
    }
};

std::vector<base::Id> rules(const Judgement& judgement) {
    std::vector<base::Id> ids;
    for (const Reason& reason : judgement.reasons) ids.push_back(reason.rule->id);
    return ids;
}

using Ids = std::vector<base::Id>;

}  // namespace

TEST_CASE("a line that breaks no rule is ok, and says so") {
    const Case one;
    const Judgement judgement = one.judge(-5, 20);
    CHECK(judgement.verdict == Verdict::ok);
    CHECK(rules(judgement) == Ids{"clear"});
}

TEST_CASE("near, close, touched: the gravest rule of a hazard speaks, once") {
    const Case one;
    // The wall of the needle is 0.15 mm nearer than its axis.
    CHECK(rules(one.judge(20 - 2 - 9.9, 30)) == Ids{"near"});
    CHECK(rules(one.judge(20 - 2 - 10.3, 30)) == Ids{"clear"});
    CHECK(rules(one.judge(20 - 2 - 2.6, 30)) == Ids{"close"});
    CHECK(rules(one.judge(20 - 2 - 2.9, 30)) == Ids{"near"});
    CHECK(rules(one.judge(19, 30)) == Ids{"touched"});
    CHECK(one.judge(19, 30).verdict == Verdict::stop);
    CHECK(one.judge(20 - 2 - 9.9, 30).verdict == Verdict::caution);
}

TEST_CASE("a rule for one structure asks for that one only") {
    Case one;
    one.content.safety[2].structure = "another";
    CHECK(rules(one.judge(20 - 2 - 9.9, 30)) == Ids{"clear"});
    one.content.safety[2].structure = "vessel";
    CHECK(rules(one.judge(20 - 2 - 9.9, 30)) == Ids{"near"});
}

TEST_CASE("within the hull is caution, as wide as the hull is asked for; without a spread there is none") {
    Case one;
    CHECK(rules(one.judge(3, 30)) == Ids{"clear"});
    one.content.spreads = {test::spread("vessel", 10.0)};
    CHECK(rules(one.judge(3, 30)) == Ids{"clear"});
    CHECK(rules(one.judge(3, 30, nullptr, nullptr, 2.0)) == Ids{"hull"});
    CHECK(rules(one.judge(20 - 2 - 9.9, 30, nullptr, nullptr, 2.0)) == Ids{"near"});
}

TEST_CASE("bone ends the way: beyond it is stop, on it caution, unless this bone is meant to stop the path") {
    const Case one;
    NeedlePath path;
    path.stop_bone = "bone";
    CHECK(rules(one.judge(-30, 39)) == Ids{"clear"});
    CHECK(rules(one.judge(-30, 40)) == Ids{"on-bone"});
    CHECK(rules(one.judge(-30, 40, &path)) == Ids{"clear"});
    CHECK(rules(one.judge(-30, 40.2, &path)) == Ids{"clear"});  // a seam
    CHECK(one.judge(-30, 41, &path).verdict == Verdict::stop);
    CHECK(rules(one.judge(-30, 41, &path)).front() == "bone");
}

TEST_CASE("some of the needle stays outside, and one must be long enough") {
    const Case one;
    const Needle& shortest = one.content.needles[0];
    CHECK(rules(one.judge(-5, 20, nullptr, &shortest)) == Ids{"clear"});
    CHECK(rules(one.judge(-5, 20.5, nullptr, &shortest)) == Ids{"outside"});
    CHECK(rules(one.judge(-5, 59.5)) == Ids{"clear"});  // 75 mm
    CHECK(rules(one.judge(-5, 66)) == Ids{"no-needle", "elsewhere"});
}

TEST_CASE("the shortest needle that reaches is taken, the path's own first") {
    const Case one;
    const Safety safety(one.content, *one.atlas);
    NeedlePath path;
    path.needles = {"030x50"};
    CHECK(safety.needle_for(15)->id == "030x30");
    CHECK(safety.needle_for(15, &path)->id == "030x50");
    CHECK(safety.needle_for(40)->id == "030x50");
    CHECK(safety.needle_for(40.1, &path)->id == "030x75");
    CHECK(safety.needle_for(66) == nullptr);
}

TEST_CASE("the tip elsewhere, a lifted fold and a guess are caution") {
    Case one;
    CHECK(rules(one.judge(-5, 63)) == Ids{"elsewhere"});
    CHECK(rules(one.judge(-5, 20, nullptr, nullptr, 1.0, true)) == Ids{"fold"});
    geometry::TriangleMesh open = test::gridded_box({-50, -50, -60}, {50, 50, 0}, 1);
    open.triangles.resize(open.triangles.size() - 2);  // the upper face
    one.atlas = atlas_of({solid("muscle", Tissue::muscle, open)});
    const Ids spoken = rules(one.judge(-5, 20));
    CHECK(std::count(spoken.begin(), spoken.end(), "guessed") == 1);
}

TEST_CASE("what is not in the model counts where it may lie") {
    Case one;
    HazardGroup bundle;
    bundle.id = "bundle";
    bundle.name = "Bundle";
    bundle.structures = {"vessel"};
    bundle.not_modelled = {"Bundle's vein"};
    one.content.hazards = {bundle};
    // Its artery is within 60 mm.
    Judgement judgement = one.judge(3, 30);
    CHECK(judgement.verdict == Verdict::caution);
    CHECK(rules(judgement) == Ids{"missing"});
    CHECK(Safety(one.content, *one.atlas).sentence(judgement.reasons[0]).find("Bundle's vein") != std::string::npos);
    // It is far away, unless the path says that it is not.
    one.atlas = atlas_of({solid("muscle", Tissue::muscle, test::gridded_box({-50, -50, -60}, {50, 50, 0}, 2)),
                          solid("vessel", Tissue::artery, test::cylinder({200, 0, -20}, 2, -40, 40, 32))});
    CHECK(rules(one.judge(3, 30)) == Ids{"clear"});
    NeedlePath path;
    path.avoid = {"bundle"};
    CHECK(rules(one.judge(3, 30, &path)) == Ids{"missing"});
    // The model has nothing of it: it may be anywhere.
    one.content.hazards[0].not_modelled.clear();
    CHECK(rules(one.judge(3, 30)) == Ids{"clear"});
    one.content.hazards[0].structures = {"nerve"};
    CHECK(rules(one.judge(3, 30)) == Ids{"missing"});
    CHECK(Safety(one.content, *one.atlas).sentence(one.judge(3, 30).reasons[0]).find("nerve") != std::string::npos);
}

TEST_CASE("the gravest reason comes first, then the rules' order; sentences name what was measured") {
    const Case one;
    const Judgement judgement = one.judge(11, 66);
    CHECK(judgement.verdict == Verdict::stop);
    CHECK(rules(judgement) == Ids{"no-needle", "near", "elsewhere"});
    const Safety safety(one.content, *one.atlas);
    CHECK(safety.sentence(judgement.reasons[1]) == "near vessel 7.0 10.0");
    CHECK(safety.sentence(judgement.reasons[1], true) == "plain vessel");
}
