#pragma once
// Every taught path on this model, probed: does what is taught hold here?

#include <string>
#include <vector>

#include "anatomy/assess.h"

namespace drypoint::anatomy {

struct TaughtPath {
    const TriggerPoint* point;
    const NeedlePath* path;
    PathGeometry way;
};

struct TaughtResult {
    TaughtPath taught;
    Assessment assessment;
    bool tip_in_muscle = false;
    bool beyond_needles = false;   // as its path says of this build: it is shown, and the verdict stops who tries
    bool bone_in_the_way = false;  // before the target, or at it where no bone is meant to end the path
};

TaughtResult try_taught(const ProbeIndex& index, const Safety& safety, const Content& content,
                        const TaughtPath& taught);

// What must be put right, each at the path's place: the tip beside its muscle, bone before the target, a verdict of
// stop, no needle of the catalogue where the path does not say so. An empty list: the path holds on this model.
base::Issues check_taught(const Safety& safety, const TaughtResult& result);

// The rule that decided, and the structure that it is about, if any: "hazard-near: Femoral artery".
std::string deciding_rule(const Atlas& atlas, const Judgement& judgement);

// One line a point, in the content's order: depth, smallest margin, verdict and rule of its path, or why it has none here;
// with a heading, in Markdown.
std::string taught_table(const Content& content, const Atlas& atlas, const std::vector<TaughtResult>& results);

}  // namespace drypoint::anatomy
