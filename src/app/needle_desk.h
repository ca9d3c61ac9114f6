#pragma once
// What the commands about needles begin with: a model with its content and index, and the path that was asked for.

#include <memory>
#include <optional>
#include <string>

#include "anatomy/assess.h"
#include "app/open_model.h"
#include "app/options.h"
#include "io/probe_report.h"

namespace drypoint::app {

struct NeedleRequest {
    std::string model, point, path, needle;
    BodyRequest body;
    double hull_k = 1.0;
    bool json = false;

    // --model, --side, --body, --point, --path, --needle, --hull and --json
    void bind(OptionSet& set);
};

// Never moved: the verdicts refer to the content and the model in it.
struct NeedleDesk {
    OpenedWorld opened;
    anatomy::ProbeIndex index;
    anatomy::Safety safety;

    explicit NeedleDesk(OpenedWorld world);
    NeedleDesk(const NeedleDesk&) = delete;
    NeedleDesk& operator=(const NeedleDesk&) = delete;

    const anatomy::Content& content() const { return opened.world->content; }
    const anatomy::Atlas& atlas() const { return *opened.world->atlas; }
    io::ReportContext report() const { return {content(), atlas(), safety}; }
};

// Null: standard error says why.
std::unique_ptr<NeedleDesk> open_needle_desk(const NeedleRequest& request);

// The needle of the catalogue with this id: null and true if none was asked for, false if there is no such needle.
bool find_needle(const NeedleDesk& desk, const std::string& id, const anatomy::Needle*& needle);

// A path of a trigger point on this model. `path` may be null: the point has none, or is for show only.
struct AskedPath {
    const anatomy::TriggerPoint* point = nullptr;
    const anatomy::NeedlePath* path = nullptr;
    std::optional<anatomy::PathGeometry> way;
    std::optional<glm::dvec3> dot_mm;  // where the point is
};

// By --path, or the taught one of --point. Nothing: standard error says why.
std::optional<AskedPath> find_path(const NeedleDesk& desk, const NeedleRequest& request);

// "has no needle path": of a point that cannot be needled on this model.
void say_no_path(const NeedleRequest& request, const AskedPath& asked);

}  // namespace drypoint::app
