#include "io/gltf_tree.h"

#include <tiny_gltf.h>

#include <cmath>

#include <glm/gtc/matrix_transform.hpp>
#include <glm/gtc/quaternion.hpp>
#include <glm/gtc/type_ptr.hpp>

#include "io/gltf_attributes.h"

namespace drypoint::io {
namespace {

using tinygltf::Model;
using tinygltf::Node;

template <std::size_t N>
bool usable(const std::vector<double>& numbers) {
    for (const double number : numbers)
        if (!std::isfinite(number)) return false;
    return numbers.empty() || numbers.size() == N;
}

// Column-major, in metres. False if the file's numbers are none.
bool local_place(const Node& node, glm::dmat4& place) {
    if (!usable<16>(node.matrix) || !usable<3>(node.translation) || !usable<4>(node.rotation) || !usable<3>(node.scale))
        return false;
    place = glm::dmat4(1.0);
    if (!node.matrix.empty()) {
        place = glm::make_mat4(node.matrix.data());
        return true;
    }
    if (!node.translation.empty()) place = glm::translate(place, glm::make_vec3(node.translation.data()));
    if (!node.rotation.empty()) {
        const auto& r = node.rotation;
        const glm::dquat turn(r[3], r[0], r[1], r[2]);
        if (!(glm::length(turn) > 0.0)) return false;
        place *= glm::mat4_cast(glm::normalize(turn));
    }
    if (!node.scale.empty()) place = glm::scale(place, glm::make_vec3(node.scale.data()));
    return true;
}

class Tree {
  public:
    Tree(const Model& model, const std::string& path, base::Issues& issues)
        : model_(model), path_(path), issues_(issues), seen_(model.nodes.size(), false) {}

    // Parents before children, in the file's order. Without recursion, so that no depth can overflow the stack.
    std::vector<PlacedNode> run() {
        const std::vector<int> roots = roots_of();
        for (auto root = roots.rbegin(); root != roots.rend(); ++root) waiting_.push_back({*root, glm::dmat4(1.0)});
        while (!waiting_.empty()) {
            const PlacedNode next = waiting_.back();
            waiting_.pop_back();
            visit(next);
        }
        return std::move(placed_);
    }

  private:
    std::vector<int> roots_of() const {
        if (!model_.scenes.empty()) {
            const auto scene = static_cast<std::size_t>(model_.defaultScene);
            return model_.scenes[model_.defaultScene >= 0 && scene < model_.scenes.size() ? scene : 0].nodes;
        }
        std::vector<bool> child(model_.nodes.size(), false);
        for (const Node& node : model_.nodes)
            for (const int index : node.children)
                if (exists(index)) child[static_cast<std::size_t>(index)] = true;
        for (std::size_t i = 0; i < child.size(); ++i) {
            for (const int level : lighter_levels(model_, static_cast<int>(i))) child[static_cast<std::size_t>(level)] = true;
        }
        std::vector<int> roots;
        for (std::size_t i = 0; i < child.size(); ++i)
            if (!child[i]) roots.push_back(static_cast<int>(i));
        return roots;
    }

    bool exists(int index) const { return index >= 0 && static_cast<std::size_t>(index) < model_.nodes.size(); }

    void visit(const PlacedNode& parent) {
        if (!exists(parent.node)) {
            issues_.push_back(base::error(base::in_file(path_),
                                          "names node " + std::to_string(parent.node) + ", which does not exist", {},
                                          "gltf"));
            return;
        }
        const auto index = static_cast<std::size_t>(parent.node);
        const base::Place where = base::at_node(path_, node_name(model_, parent.node));
        if (seen_[index]) {
            issues_.push_back(
                base::error(where, "has two parents, or is its own ancestor; it is read once", {}, "gltf"));
            return;
        }
        seen_[index] = true;
        glm::dmat4 local;
        if (!local_place(model_.nodes[index], local)) {
            issues_.push_back(
                base::error(where, "has a transform that is none; it is left out with its children", {}, "gltf"));
            return;
        }
        placed_.push_back({parent.node, parent.place * local});
        const std::vector<int>& children = model_.nodes[index].children;
        for (auto child = children.rbegin(); child != children.rend(); ++child)
            waiting_.push_back({*child, placed_.back().place});
    }

    const Model& model_;
    const std::string& path_;
    base::Issues& issues_;
    std::vector<bool> seen_;
    std::vector<PlacedNode> waiting_;
    std::vector<PlacedNode> placed_;
};

}  // namespace

std::vector<PlacedNode> placed_nodes(const Model& model, const std::string& path, base::Issues& issues) {
    return Tree(model, path, issues).run();
}

std::vector<int> lighter_levels(const Model& model, int node) {
    const tinygltf::ExtensionMap& extensions = model.nodes[static_cast<std::size_t>(node)].extensions;
    const auto found = extensions.find(lod_extension);
    if (found == extensions.end() || !found->second.IsObject() || !found->second.Get("ids").IsArray()) return {};
    const tinygltf::Value& ids = found->second.Get("ids");
    std::vector<int> levels;
    for (std::size_t i = 0; i < ids.ArrayLen(); ++i) {
        const tinygltf::Value& id = ids.Get(static_cast<int>(i));
        const int level = id.IsInt() ? id.Get<int>() : -1;
        if (level >= 0 && static_cast<std::size_t>(level) < model.nodes.size()) levels.push_back(level);
    }
    return levels;
}

std::string node_name(const Model& model, int index) {
    const Node& node = model.nodes[static_cast<std::size_t>(index)];
    if (!node.name.empty()) return node.name;
    const auto mesh = static_cast<std::size_t>(node.mesh);
    if (node.mesh >= 0 && mesh < model.meshes.size() && !model.meshes[mesh].name.empty())
        return model.meshes[mesh].name;
    return "node " + std::to_string(index);
}

}  // namespace drypoint::io
