#include "geometry/line_tree.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <new>

#include <embree3/rtcore.h>
#include <glm/common.hpp>
#include <glm/geometric.hpp>

#include "geometry/bounds.h"

namespace drypoint::geometry {
namespace {

// Boxes are widened so that rounding in single precision never loses a triangle: by this share of the farthest
// coordinate, a hundred times what one rounding costs.
constexpr float margin_share = 1e-5f;
constexpr unsigned most_children = 4, most_in_leaf = 4;
constexpr std::size_t usual_nodes = 256, usual_leaves = 128;  // that a line through a limb meets
constexpr double least_component = 1e-30;  // of a direction, so that its inverse is finite

// What Embree's builder makes, in its own memory, until it is laid out in order.
struct Built {
    unsigned children = 0, items = 0;  // of a node; of a leaf
};
struct BuiltNode : Built {
    std::array<Built*, most_children> child{};
    std::array<RTCBounds, most_children> bounds{};
};
struct BuiltLeaf : Built {
    std::array<std::uint32_t, most_in_leaf> item{};
};

template <typename Kind>
Kind* make(RTCThreadLocalAllocator allocator) {
    return new (rtcThreadLocalAlloc(allocator, sizeof(Kind), alignof(Kind))) Kind;
}

void* make_node(RTCThreadLocalAllocator allocator, unsigned children, void*) {
    auto* node = make<BuiltNode>(allocator);
    node->children = children;
    return static_cast<Built*>(node);
}

BuiltNode& node_at(void* built) {
    return *static_cast<BuiltNode*>(static_cast<Built*>(built));
}

void take_children(void* node, void** children, unsigned count, void*) {
    for (unsigned i = 0; i < count; ++i) node_at(node).child[i] = static_cast<Built*>(children[i]);
}

void take_bounds(void* node, const RTCBounds** bounds, unsigned count, void*) {
    for (unsigned i = 0; i < count; ++i) node_at(node).bounds[i] = *bounds[i];
}

void* make_leaf(RTCThreadLocalAllocator allocator, const RTCBuildPrimitive* primitives, std::size_t count, void*) {
    auto* leaf = make<BuiltLeaf>(allocator);
    leaf->items = static_cast<unsigned>(count);
    for (std::size_t i = 0; i < count; ++i) leaf->item[i] = primitives[i].primID;
    return static_cast<Built*>(leaf);
}

std::vector<LineTree::Item> items_of(const std::vector<const TriangleMesh*>& surfaces) {
    std::vector<LineTree::Item> items;
    for (std::uint32_t surface = 0; surface < surfaces.size(); ++surface) {
        const TriangleMesh& mesh = *surfaces[surface];
        for (std::uint32_t i = 0; i < mesh.triangles.size(); ++i) {
            const Triangle& t = mesh.triangles[i];
            items.push_back({{mesh.positions[t[0]], mesh.positions[t[1]], mesh.positions[t[2]]}, surface, i});
        }
    }
    return items;
}

Bounds box_of(const LineTree::Item& item) {
    Bounds box;
    for (const glm::vec3& corner : item.corners) box.add(corner);
    return box;
}

// A corner that is no number would be in no box: such a triangle is met by no line.
bool is_finite(const LineTree::Item& item) {
    return std::all_of(item.corners.begin(), item.corners.end(), [](const glm::vec3& corner) {
        return std::isfinite(corner.x) && std::isfinite(corner.y) && std::isfinite(corner.z);
    });
}

std::vector<RTCBuildPrimitive> primitives_of(const std::vector<LineTree::Item>& items, float margin) {
    std::vector<RTCBuildPrimitive> primitives;
    primitives.reserve(items.size());
    for (std::uint32_t i = 0; i < items.size(); ++i) {
        if (!is_finite(items[i])) continue;
        const Bounds box = box_of(items[i]);
        const glm::vec3 low = box.min - margin, high = box.max + margin;
        primitives.push_back({low.x, low.y, low.z, 0, high.x, high.y, high.z, i});
    }
    return primitives;
}

struct Hierarchy {
    RTCDevice device = rtcNewDevice(nullptr);
    RTCBVH bvh = rtcNewBVH(device);
    const Built* root = nullptr;

    explicit Hierarchy(std::vector<RTCBuildPrimitive>& primitives) {
        RTCBuildArguments build = rtcDefaultBuildArguments();
        build.maxBranchingFactor = most_children;
        build.maxLeafSize = most_in_leaf;
        build.bvh = bvh;
        build.primitives = primitives.data();
        build.primitiveCount = build.primitiveArrayCapacity = primitives.size();
        build.createNode = make_node;
        build.setNodeChildren = take_children;
        build.setNodeBounds = take_bounds;
        build.createLeaf = make_leaf;
        root = static_cast<const Built*>(rtcBuildBVH(&build));
    }
    ~Hierarchy() {
        rtcReleaseBVH(bvh);
        rtcReleaseDevice(device);
    }
    Hierarchy(const Hierarchy&) = delete;
    Hierarchy& operator=(const Hierarchy&) = delete;
};

}  // namespace

// Lays nodes and items out in the order in which a line meets them.
struct LineTree::Flattener {
    static_assert(width == most_children);
    const std::vector<Item>& from;
    LineTree& tree;

    std::uint32_t add_leaf(const BuiltLeaf& leaf) {
        const auto first = static_cast<std::uint32_t>(tree.items_.size());
        for (unsigned i = 0; i < leaf.items; ++i) tree.items_.push_back(from[leaf.item[i]]);
        return first;
    }

    void set_bounds(Node& node, std::size_t i, const RTCBounds& box) {
        const float low[3]{box.lower_x, box.lower_y, box.lower_z};
        const float high[3]{box.upper_x, box.upper_y, box.upper_z};
        for (int axis = 0; axis < 3; ++axis) {
            node.bounds[axis][0][i] = low[axis];
            node.bounds[axis][1][i] = high[axis];
        }
    }

    // No box: met by no line.
    void set_empty(Node& node, std::size_t i) {
        constexpr float far = std::numeric_limits<float>::infinity();
        set_bounds(node, i, {far, far, far, 0.0f, -far, -far, -far, 0.0f});
        node.child[i] = node.items[i] = 0;
    }

    std::uint32_t add_node(const BuiltNode& built) {
        const std::size_t at = tree.nodes_.size();
        tree.nodes_.emplace_back();
        for (std::size_t i = 0; i < width; ++i) {
            if (i >= built.children) {
                set_empty(tree.nodes_[at], i);
                continue;
            }
            set_bounds(tree.nodes_[at], i, built.bounds[i]);
            const Built& child = *built.child[i];
            const std::uint32_t index = child.children > 0 ? add_node(static_cast<const BuiltNode&>(child))
                                                           : add_leaf(static_cast<const BuiltLeaf&>(child));
            tree.nodes_[at].child[i] = index;
            tree.nodes_[at].items[i] = child.items;
        }
        return static_cast<std::uint32_t>(at);
    }
};

// A line as boxes are met by it: in single precision, from the place on it nearest to the middle of all.
struct LineTree::Sight {
    float origin[3], inverse[3];
    int near_side[3];  // 0: the low face is met first
    float t_min, t_max;

    // Bit i: child i is met.
    unsigned met(const Node& node) const {
        Wide enter = Wide{} + t_min, leave = Wide{} + t_max;
        for (int axis = 0; axis < 3; ++axis) {
            const Wide in = (node.bounds[axis][near_side[axis]] - origin[axis]) * inverse[axis];
            const Wide out = (node.bounds[axis][1 - near_side[axis]] - origin[axis]) * inverse[axis];
            enter = in > enter ? in : enter;
            leave = out < leave ? out : leave;
        }
        unsigned bits = 0;
        for (unsigned i = 0; i < width; ++i) bits |= static_cast<unsigned>(enter[i] <= leave[i]) << i;
        return bits;
    }
};

LineTree::LineTree(const std::vector<const TriangleMesh*>& surfaces) {
    const std::vector<Item> items = items_of(surfaces);
    Bounds all;
    for (const Item& item : items) {
        if (is_finite(item)) all.add(box_of(item));
    }
    if (all.empty()) return;
    centre_ = glm::dvec3(all.centre());
    const glm::vec3 farthest = glm::max(glm::abs(all.min), glm::abs(all.max));
    std::vector<RTCBuildPrimitive> primitives =
        primitives_of(items, std::max({farthest.x, farthest.y, farthest.z}) * margin_share);
    const Hierarchy hierarchy(primitives);
    items_.reserve(items.size());
    BuiltNode above;  // a leaf as the root gets a node of its own
    above.children = 1;
    above.child[0] = const_cast<Built*>(hierarchy.root);
    above.bounds[0] = {all.min.x, all.min.y, all.min.z, 0.0f, all.max.x, all.max.y, all.max.z, 0.0f};
    Flattener{items, *this}.add_node(
        hierarchy.root->children > 0 ? static_cast<const BuiltNode&>(*hierarchy.root) : above);
}

std::vector<LineTree::Leaf> LineTree::leaves_along(const glm::dvec3& origin, const glm::dvec3& direction,
                                                   double t_min_mm, double t_max_mm) const {
    std::vector<Leaf> leaves;
    if (nodes_.empty()) return leaves;
    leaves.reserve(usual_leaves);
    const double t_centre = glm::dot(centre_ - origin, direction);
    const glm::dvec3 start = origin + direction * t_centre;
    Sight sight{};
    for (int axis = 0; axis < 3; ++axis) {
        const double along = std::abs(direction[axis]) < least_component ? least_component : direction[axis];
        sight.origin[axis] = static_cast<float>(start[axis]);
        sight.inverse[axis] = static_cast<float>(1.0 / along);
        sight.near_side[axis] = along < 0.0 ? 1 : 0;
    }
    // A little longer than asked for: both ends are rounded.
    const auto reach = static_cast<double>(margin_share) * (std::abs(t_min_mm - t_centre) + std::abs(t_max_mm - t_centre));
    sight.t_min = static_cast<float>(t_min_mm - t_centre - reach);
    sight.t_max = static_cast<float>(t_max_mm - t_centre + reach);

    // Level by level: what a node leads to is on its way from memory long before its turn comes.
    std::vector<std::uint32_t> queue{0};
    queue.reserve(usual_nodes);
    for (std::size_t next = 0; next < queue.size(); ++next) {
        const Node& node = nodes_[queue[next]];
        for (unsigned met = sight.met(node), i = 0; met != 0; met >>= 1, ++i) {
            if ((met & 1u) == 0) continue;
            if (node.items[i] == 0) {
                queue.push_back(node.child[i]);
                const char* ahead = reinterpret_cast<const char*>(&nodes_[node.child[i]]);
                __builtin_prefetch(ahead);
                __builtin_prefetch(ahead + 64);
            } else {
                leaves.push_back({node.child[i], node.items[i]});
                const char* ahead = reinterpret_cast<const char*>(&items_[node.child[i]]);
                for (std::size_t byte = 0; byte < node.items[i] * sizeof(Item); byte += 64) __builtin_prefetch(ahead + byte);
            }
        }
    }
    return leaves;
}

}  // namespace drypoint::geometry
