#pragma once
// Inside session only: what the branches of update() share.

#include <cmath>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "session/update.h"

namespace drypoint::session {

// The model being changed, what does not change, and a way to refuse.
struct UpdateContext {
    Update& result;
    const Worlds& worlds;

    // Of the body that is shown; valid until the body changes.
    const World& world() const { return *worlds.of(plan().body); }
    const anatomy::Atlas& atlas() const { return *world().atlas; }

    Model& model() const { return result.model; }
    Plan& plan() const { return result.model.plan; }
    Appearance& appearance(std::size_t index) const { return plan().appearance[index]; }

    void refuse(std::string why) const {
        result.refused = true;
        result.model.message = std::move(why);
    }

    // The position of a structure, or a refusal that names the nearest id.
    std::optional<std::size_t> structure(const base::Id& id) const;
};

inline bool in_range(double value, double low, double high) {
    return std::isfinite(value) && value >= low && value <= high;
}

// "; the nearest name is X", or nothing.
std::string nearest_name(const std::string& wanted, const std::vector<std::string>& names);

template <typename Item>
std::vector<std::string> ids_of(const std::vector<Item>& items) {
    std::vector<std::string> ids;
    for (const Item& item : items) ids.push_back(item.id);
    return ids;
}

inline const PlacedPoint* chosen_point(const UpdateContext& c) {
    return c.plan().point.empty() ? nullptr : c.world().find_point(c.plan().point);
}

// Why no needle is laid to a point: it is for show only, or the model has no path to it.
std::string why_no_needle(const PlacedPoint& point, const World& world);

// The way that the needle follows, or a refusal.
const anatomy::PathGeometry* path_for_needle(const UpdateContext& c);

// Of the session, and of the walkthrough under way.
void step_session(int by, const UpdateContext& c);
void step_tour(int by, const UpdateContext& c);
// The actions of one step, in turn; what it refuses is said and the rest goes on.
void play_step(const WalkthroughStep& step, const UpdateContext& c);

// Views jump and can be taken back; drags move on from where they are.
void jump_to(Model& model, const geometry::Camera& camera);
float aspect_of(const Model& model);

void leave_isolation(Plan& plan);

// One function per action; update.cpp chooses.
void apply(const Select& action, const UpdateContext& c);
void apply(const Hover& action, const UpdateContext& c);
void apply(const Hide& action, const UpdateContext& c);
void apply(const Show& action, const UpdateContext& c);
void apply(const ShowAll& action, const UpdateContext& c);
void apply(const HideOthers& action, const UpdateContext& c);
void apply(const Isolate& action, const UpdateContext& c);
void apply(const LeaveIsolation& action, const UpdateContext& c);
void apply(const SetOpacity& action, const UpdateContext& c);
void apply(const ShowLayer& action, const UpdateContext& c);
void apply(const HideLayer& action, const UpdateContext& c);
void apply(const SetLayerOpacity& action, const UpdateContext& c);
void apply(const EndGesture& action, const UpdateContext& c);
void apply(const LookFrom& action, const UpdateContext& c);
void apply(const ResetView& action, const UpdateContext& c);
void apply(const CentreOn& action, const UpdateContext& c);
void apply(const Orbit& action, const UpdateContext& c);
void apply(const Pan& action, const UpdateContext& c);
void apply(const Zoom& action, const UpdateContext& c);
void apply(const SetParallel& action, const UpdateContext& c);
void apply(const SetCamera& action, const UpdateContext& c);
void apply(const CameraBack& action, const UpdateContext& c);
void apply(const CameraForward& action, const UpdateContext& c);
void apply(const SetViewport& action, const UpdateContext& c);
void apply(const ChooseCondition& action, const UpdateContext& c);
void apply(const ChoosePoint& action, const UpdateContext& c);
void apply(const SetNeedleDepth& action, const UpdateContext& c);
void apply(const AdvanceNeedle& action, const UpdateContext& c);
void apply(const ShowReferral& action, const UpdateContext& c);
void apply(const XrayRest& action, const UpdateContext& c);
void apply(const ShowRegion& action, const UpdateContext& c);
void apply(const Cut& action, const UpdateContext& c);
void apply(const MoveCut& action, const UpdateContext& c);
void apply(const LeaveCut& action, const UpdateContext& c);
void apply(const LookDownNeedle& action, const UpdateContext& c);
void apply(const SetFreeBall& action, const UpdateContext& c);
void apply(const ChooseZone& action, const UpdateContext& c);
void apply(const SetColours& action, const UpdateContext& c);
void apply(const SetSide& action, const UpdateContext& c);
void apply(const SetBuild& action, const UpdateContext& c);
void apply(const LayNeedle& action, const UpdateContext& c);
void apply(const RemoveNeedle& action, const UpdateContext& c);
void apply(const ChooseNeedle& action, const UpdateContext& c);
void apply(const MoveNeedle& action, const UpdateContext& c);
void apply(const LayOwn& action, const UpdateContext& c);
void apply(const LayLine& action, const UpdateContext& c);
void apply(const TryNeedle& action, const UpdateContext& c);
void apply(const KeepTried& action, const UpdateContext& c);
void apply(const ShowMap& action, const UpdateContext& c);
void apply(const SetMapMargin& action, const UpdateContext& c);
void apply(const OpenRoom& action, const UpdateContext& c);
void apply(const NextStep& action, const UpdateContext& c);
void apply(const PreviousStep& action, const UpdateContext& c);
void apply(const GoToStep& action, const UpdateContext& c);
void apply(const MarkStep& action, const UpdateContext& c);
void apply(const FinishSession& action, const UpdateContext& c);
void apply(const OpenTopic& action, const UpdateContext& c);
void apply(const SetWords& action, const UpdateContext& c);
void apply(const StartWalkthrough& action, const UpdateContext& c);
void apply(const LeaveWalkthrough& action, const UpdateContext& c);
void apply(const Undo& action, const UpdateContext& c);
void apply(const Redo& action, const UpdateContext& c);
void apply(const Search& action, const UpdateContext& c);
void apply(const SetTextScale& action, const UpdateContext& c);
void apply(const SavePicture& action, const UpdateContext& c);
void apply(const SaveBarePicture& action, const UpdateContext& c);
void apply(const SavePath& action, const UpdateContext& c);
void apply(const OpenPath& action, const UpdateContext& c);
void apply(const Quit& action, const UpdateContext& c);

}  // namespace drypoint::session
