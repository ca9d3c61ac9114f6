#pragma once
// All that Drypoint can do, as small values. A button, a key, a script line, a walkthrough step, a log line and a test
// say the same thing. A new ability is a struct here, a branch in update.cpp and a row in action_table.cpp; the
// compiler insists on all three.

#include <string>
#include <type_traits>
#include <utility>
#include <variant>

#include "session/model.h"

namespace drypoint::session {

// Selection. An empty id clears it.
struct Select {
    base::Id structure;
};
struct Hover {
    base::Id structure;
};

// What is seen. Undoable.
struct Hide {
    base::Id structure;
};
struct Show {
    base::Id structure;
};
struct ShowAll {};
struct HideOthers {
    base::Id structure;
};
struct Isolate {
    base::Id structure;
};  // the same again, or LeaveIsolation, restores exactly what was there
struct LeaveIsolation {};
struct SetOpacity {
    base::Id structure;
    float opacity;
};  // 0..1; 0.02 and less hides nothing, it only fades
struct ShowLayer {
    anatomy::Layer layer;
};
struct HideLayer {
    anatomy::Layer layer;
};
struct SetLayerOpacity {
    anatomy::Layer layer;
    float opacity;
};
struct XrayRest {
    base::Id structure;
};  // all but this one becomes clear, with a firm edge; the same again, or none, gives the rest back
struct ShowRegion {
    base::Id region;
};  // a preset: what is shown, and from where
struct Cut {
    float x, y, z, at_mm;
};  // away what lies beyond a plane: its normal, and how far along it from the origin
struct MoveCut {
    float by_mm;
};  // along its normal
struct LeaveCut {};
// Ends a drag: the SetOpacity actions before it on one thing are one undo step.
struct EndGesture {};

// The camera. It has its own way back and forward.
struct LookFrom {
    View view;
};  // frames what is visible
struct ResetView {};
struct CentreOn {
    base::Id target;  // a structure or a trigger point
};                    // makes it the pivot and frames it; the direction stays
struct Orbit {
    float right_deg;
    float up_deg;
};
struct Pan {
    float right;
    float down;
};  // in heights of the picture; the limb follows
struct Zoom {
    float factor;
    float x;
    float y;
};  // > 1 nearer; towards a point of the picture, 0..1 from the top left
struct SetParallel {
    bool on;
};
struct SetCamera {
    float pivot_x, pivot_y, pivot_z, azimuth_deg, elevation_deg, roll_deg, distance_mm;
};
struct LookDownNeedle {};
struct SetFreeBall {
    bool on;
};  // off: the limb stays upright
struct CameraBack {};
struct CameraForward {};
struct SetViewport {
    int width_px;
    int height_px;
};

// Content. The needle goes with the point: choosing one lays the needle on its taught path, tip at the target.
struct ChooseCondition {
    base::Id condition;
};  // empty: none; frames its points and lets go of the chosen one
struct ChoosePoint {
    base::Id point;
};  // id or code; empty: none
struct ChooseZone {
    base::Id zone;
};  // an area of pain; empty: none; lets go of point and condition
struct SetNeedleDepth {
    double depth_mm;
};
struct AdvanceNeedle {
    double by_mm;
};  // negative: out
struct ShowReferral {
    bool on;
};                    // where a chosen point's pain is felt
struct LayNeedle {};  // on its taught path, tip at the target
struct RemoveNeedle {};

// A needle of one's own; not in the session. Negative: lateral, distal.
struct ChooseNeedle {
    base::Id needle;
};  // of the catalogue; empty: the shortest that reaches
struct MoveNeedle {
    double slide_medial_mm, slide_proximal_mm;  // the entry, along the skin
    double lean_medial_deg, lean_proximal_deg;  // which way the tip points
};                                              // from where it lies
struct LayOwn {
    double slide_medial_mm, slide_proximal_mm, lean_medial_deg, lean_proximal_deg, depth_mm;
};  // moved so from the taught path
struct LayLine {
    double entry_x, entry_y, entry_z, target_x, target_y, target_z;
};  // in the model's frame, mm
// What if: it lies there until the gesture ends.
struct TryNeedle {
    double lean_medial_deg, lean_proximal_deg;  // more than its way
    double depth_mm;
};
struct KeepTried {};  // what was tried last becomes the way
struct ShowMap {
    bool on;
};  // the safe-entry map of the chosen point
struct SetMapMargin {
    double mm;
};

// The treatment session on the chosen point, and the walkthroughs.
struct OpenRoom {
    Room room;
};
struct NextStep {};
struct PreviousStep {};
struct GoToStep {
    base::Id step;
};
struct MarkStep {
    bool done;
};                        // the open step, an optional one: it was done, or not
struct FinishSession {};  // ends it and gives back the picture that was there before it
// What is explained besides points and conditions, to read over the limb. An empty id closes it.
struct OpenTopic {
    base::Id topic;
};
struct SetWords {
    Words words;
};
struct SetColours {
    Colours colours;
};
// Which body is shown. Undoable.
struct SetSide {
    anatomy::Side side;
};  // right or left: the model is mirrored
struct SetBuild {
    double build;
};  // -1 lean, 0 average, 1 heavy
struct StartWalkthrough {
    base::Id walkthrough;
};
struct LeaveWalkthrough {};  // gives back what was there before it

struct Undo {};
struct Redo {};

// The interface.
struct Search {
    std::string text;
};
struct SetTextScale {
    float scale;
};  // 1..3

// Effects: asked for here, done by the program.
struct SavePicture {
    std::string path;
};  // what is drawn on the limb with it, without panels
struct SaveBarePicture {
    std::string path;
};  // nothing on it but its side, before a clear background
struct SavePath {
    std::string path;
};  // the needle as it lies, as a TOML file
struct OpenPath {
    std::string path;
};  // lays what such a file says
struct Quit {};

using AnyAction =
    std::variant<Select, Hover, Hide, Show, ShowAll, HideOthers, Isolate, LeaveIsolation, SetOpacity, ShowLayer,
                 HideLayer, SetLayerOpacity, XrayRest, ShowRegion, Cut, MoveCut, LeaveCut, EndGesture, LookFrom,
                 ResetView, CentreOn, Orbit, Pan, Zoom, SetParallel, SetCamera, LookDownNeedle, SetFreeBall, CameraBack,
                 CameraForward, SetViewport, ChooseCondition, ChoosePoint, ChooseZone, SetNeedleDepth, AdvanceNeedle,
                 ShowReferral, LayNeedle, RemoveNeedle, ChooseNeedle, MoveNeedle, LayOwn, LayLine, TryNeedle, KeepTried,
                 ShowMap, SetMapMargin, OpenRoom, NextStep, PreviousStep, GoToStep, MarkStep, FinishSession, OpenTopic,
                 SetWords, SetColours, SetSide, SetBuild, StartWalkthrough, LeaveWalkthrough, Undo, Redo, Search, SetTextScale,
                 SavePicture, SaveBarePicture, SavePath, OpenPath, Quit>;

template <typename T, typename Variant>
inline constexpr bool is_alternative = false;
template <typename T, typename... All>
inline constexpr bool is_alternative<T, std::variant<All...>> = (std::is_same_v<T, All> || ...);

// One of them. Copies and destructors are compiled once, in action.cpp, and an alternative is named, not looked for by
// overload resolution among all: both are most of what a file with a few actions in it would compile.
struct Action : AnyAction {
    Action() = default;
    template <typename A>
        requires is_alternative<A, AnyAction>
    Action(A action) : AnyAction(std::in_place_type<A>, std::move(action)) {}
    Action(const Action& other);
    Action(Action&& other) noexcept;
    Action& operator=(const Action& other);
    Action& operator=(Action&& other) noexcept;
    ~Action();
};

// The same on the other limb, where it speaks of places or directions in the model's frame; else the action itself.
Action mirrored(const Action& action);

}  // namespace drypoint::session
