#include "app/kept_panels.h"

#include <algorithm>
#include <cstring>

#include <imgui_internal.h>

namespace drypoint::app {
namespace {

ImRect clip_of(const ImDrawCmd& command) {
    return {command.ClipRect.x, command.ClipRect.y, command.ClipRect.z, command.ClipRect.w};
}

class Hash {
  public:
    template <typename T>
    void add(const T& value) {
        static_assert(sizeof(T) % sizeof(std::uint32_t) == 0);
        std::uint32_t words[sizeof(T) / sizeof(std::uint32_t)];
        std::memcpy(words, &value, sizeof value);
        for (const std::uint32_t word : words) {
            sum_ = (sum_ ^ word) * 0x9e3779b97f4a7c15ULL;
            sum_ ^= sum_ >> 29;
        }
    }
    std::uint64_t sum() const { return sum_; }

  private:
    std::uint64_t sum_ = 0x243f6a8885a308d3ULL;
};

void add(Hash& hash, const ImDrawList& list, const ImDrawCmd& command) {
    hash.add(command.ClipRect);
    hash.add(command.TextureId);
    const auto first = static_cast<int>(command.IdxOffset);
    for (int i = first; i < first + static_cast<int>(command.ElemCount); ++i)
        hash.add(list.VtxBuffer[static_cast<int>(list.IdxBuffer[i] + command.VtxOffset)]);
}

// Of all that reaches beyond `moving`.
std::uint64_t hash_beside(const ImDrawData& data, const ImRect& moving) {
    Hash hash;
    hash.add(data.DisplaySize);
    hash.add(moving);
    for (int i = 0; i < data.CmdListsCount; ++i) {
        for (const ImDrawCmd& command : data.CmdLists[i]->CmdBuffer) {
            if (command.ElemCount > 0 && !moving.Contains(clip_of(command))) add(hash, *data.CmdLists[i], command);
        }
    }
    return hash.sum();
}

// False: nothing of it is left.
bool clip(ImDrawList& list, const ImRect& moving) {
    bool any = false;
    for (ImDrawCmd& command : list.CmdBuffer) {
        ImRect rect = clip_of(command);
        rect.ClipWith(moving);
        const bool seen = command.ElemCount > 0 && rect.GetWidth() > 0 && rect.GetHeight() > 0;
        if (!seen) command.ElemCount = 0;
        command.ClipRect = rect.ToVec4();
        any = any || seen;
    }
    return any;
}

}  // namespace

bool KeptPanels::keep(ImDrawData& data, const ImRect& moving, bool held) {
    const std::uint64_t now = hash_beside(data, moving);
    const bool same = held && now == last_;
    last_ = now;
    if (!same) return false;
    int left = 0;
    for (int i = 0; i < data.CmdListsCount; ++i) {
        if (clip(*data.CmdLists[i], moving)) data.CmdLists[left++] = data.CmdLists[i];
    }
    data.CmdListsCount = left;
    return true;
}

}  // namespace drypoint::app
