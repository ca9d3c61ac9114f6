#include "render/mesh_cache.h"

#include <cmath>
#include <cstddef>
#include <iterator>
#include <utility>
#include <vector>

#include <epoxy/gl.h>
#include <glm/common.hpp>

#include "geometry/closed.h"
#include "geometry/strands.h"

namespace drypoint::render {
namespace {

constexpr std::size_t most_short_vertices = 65536;
constexpr double thin_mm = 3.0;
constexpr std::size_t most_in_slab = 192;  // fewer and smaller ones: more vertices belong to two

std::uint8_t pack_share(const std::vector<float>& values, std::size_t i, float otherwise) {
    return static_cast<std::uint8_t>(std::lround(glm::clamp(values.empty() ? otherwise : values[i], 0.0f, 1.0f) * 255.0f));
}

std::array<std::int16_t, 2> pack_strand(const glm::vec2& place) {
    std::array<std::int16_t, 2> packed{};
    for (std::size_t i = 0; i < packed.size(); ++i) {
        const float steps = place[static_cast<glm::length_t>(i)] * strand_steps_per_mm;
        packed[i] = static_cast<std::int16_t>(std::lround(glm::clamp(steps, -32767.0f, 32767.0f)));
    }
    return packed;
}

std::vector<Vertex> interleave(const geometry::ShadedMesh& mesh, const std::vector<glm::vec2>& strands) {
    std::vector<Vertex> vertices(mesh.positions.size());
    for (std::size_t i = 0; i < vertices.size(); ++i) {
        vertices[i].position = mesh.positions[i];
        vertices[i].normal = pack_normal(mesh.normals[i]);
        vertices[i].strand = strands.empty() ? std::array<std::int16_t, 2>{} : pack_strand(strands[i]);
        vertices[i].tendon_openness = {pack_share(mesh.tendon, i, 0.0f), pack_share(mesh.occlusion, i, 1.0f), 0, 0};
    }
    return vertices;
}

// Of all triangles, then of the lighter ones.
template <typename Index>
std::vector<Index> indices_of(const std::vector<geometry::Triangle>& all, const std::vector<geometry::Triangle>& light) {
    std::vector<Index> indices;
    indices.reserve((all.size() + light.size()) * 3);
    for (const std::vector<geometry::Triangle>* triangles : {&all, &light}) {
        for (const geometry::Triangle& triangle : *triangles) {
            for (const std::uint32_t index : triangle) indices.push_back(static_cast<Index>(index));
        }
    }
    return indices;
}

template <typename T>
void fill(GLenum target, const std::vector<T>& values) {
    glBufferData(target, static_cast<GLsizeiptr>(values.size() * sizeof(T)), values.data(), GL_STATIC_DRAW);
}

}  // namespace

std::uint32_t pack_normal(const glm::vec3& normal) {
    std::uint32_t packed = 0;
    for (int i = 0; i < 3; ++i) {
        const float part = glm::clamp(normal[i], -1.0f, 1.0f) * 511.0f;
        packed |= (static_cast<std::uint32_t>(static_cast<std::int32_t>(std::lround(part))) & 0x3ffU) << (10 * i);
    }
    return packed;
}

MeshCache::Uploaded MeshCache::upload(const geometry::ShadedMesh& mesh, std::shared_ptr<const void> owner) {
    Uploaded result;
    result.owner = std::move(owner);
    result.array = GlVertexArray("mesh");
    result.vertices = GlBuffer("mesh vertices");
    const std::vector<glm::vec2> strands = geometry::strands(mesh);
    fill(GL_ARRAY_BUFFER, interleave(mesh, strands));
    result.fibrous = !strands.empty() || !mesh.tendon.empty();
    result.thin_wall = geometry::mean_thickness_mm(mesh.positions, mesh.triangles) < thin_mm;
    glEnableVertexAttribArray(0);
    glVertexAttribPointer(0, 3, GL_FLOAT, GL_FALSE, sizeof(Vertex), nullptr);
    glEnableVertexAttribArray(1);
    glVertexAttribPointer(1, 4, GL_INT_2_10_10_10_REV, GL_TRUE, sizeof(Vertex),
                          reinterpret_cast<const void*>(offsetof(Vertex, normal)));
    glEnableVertexAttribArray(3);
    glVertexAttribPointer(3, 2, GL_SHORT, GL_FALSE, sizeof(Vertex),
                          reinterpret_cast<const void*>(offsetof(Vertex, strand)));
    glEnableVertexAttribArray(4);
    glVertexAttribPointer(4, 2, GL_UNSIGNED_BYTE, GL_TRUE, sizeof(Vertex),
                          reinterpret_cast<const void*>(offsetof(Vertex, tendon_openness)));
    std::vector<geometry::Triangle> light = mesh.light;
    result.slabs = geometry::sort_into_slabs(mesh.positions, light, most_in_slab);
    result.indices = GlBuffer("mesh indices");
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, result.indices.id());
    if (mesh.positions.size() <= most_short_vertices) {
        fill(GL_ELEMENT_ARRAY_BUFFER, indices_of<std::uint16_t>(mesh.triangles, light));
        result.index_type = GL_UNSIGNED_SHORT;
    } else {
        fill(GL_ELEMENT_ARRAY_BUFFER, indices_of<std::uint32_t>(mesh.triangles, light));
        result.index_type = GL_UNSIGNED_INT;
    }
    result.triangle_count = mesh.triangles.size();
    return result;
}

void MeshCache::forget_dead_meshes() {
    for (auto it = uploaded_.begin(); it != uploaded_.end();) {
        it = it->second.owner.expired() ? uploaded_.erase(it) : std::next(it);
    }
}

const MeshCache::Uploaded& MeshCache::ready(const std::shared_ptr<const void>& owner, const geometry::ShadedMesh& mesh,
                                            const std::vector<glm::vec4>* values) {
    auto found = uploaded_.find(owner.get());
    // A new mesh may stand where a dead one stood.
    if (found == uploaded_.end() || found->second.owner.expired()) {
        forget_dead_meshes();
        Uploaded made = upload(mesh, owner);
        if (values != nullptr) {
            made.values = GlBuffer("patch values");
            fill(GL_ARRAY_BUFFER, *values);
            glEnableVertexAttribArray(2);
            glVertexAttribPointer(2, 4, GL_FLOAT, GL_FALSE, sizeof(glm::vec4), nullptr);
        }
        found = uploaded_.emplace(owner.get(), std::move(made)).first;
    }
    return found->second;
}

void MeshCache::draw(const Uploaded& ready, std::size_t first, std::size_t count) {
    if (count == 0) return;
    glBindVertexArray(ready.array.id());
    const std::size_t index_size = ready.index_type == GL_UNSIGNED_SHORT ? sizeof(std::uint16_t) : sizeof(std::uint32_t);
    glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(count * 3), ready.index_type,
                   reinterpret_cast<const void*>(first * 3 * index_size));
}

void MeshCache::draw(const std::shared_ptr<const geometry::ShadedMesh>& mesh, bool light, const Frame& frame) {
    const Uploaded& found = ready(mesh, *mesh, nullptr);
    if (!light) return draw(found, 0, found.triangle_count);
    std::size_t first = 0, count = 0;  // of slabs side by side
    for (const geometry::Slab& slab : found.slabs) {
        if (!frame.sees(slab.bounds)) continue;
        if (first + count != slab.first) {
            draw(found, found.triangle_count + first, count);
            first = slab.first;
            count = 0;
        }
        count += slab.count;
    }
    draw(found, found.triangle_count + first, count);
}

bool MeshCache::is_fibrous(const std::shared_ptr<const geometry::ShadedMesh>& mesh) {
    return ready(mesh, *mesh, nullptr).fibrous;
}

bool MeshCache::is_thin_wall(const std::shared_ptr<const geometry::ShadedMesh>& mesh) {
    return ready(mesh, *mesh, nullptr).thin_wall;
}

void MeshCache::draw(const std::shared_ptr<const geometry::Patch>& patch) {
    draw(ready(patch, patch->mesh, &patch->values), 0, patch->mesh.triangles.size());
}

}  // namespace drypoint::render
