#include "render/warm_up.h"

#include "render/offscreen_target.h"

namespace drypoint::render {
namespace {

scene::Item triangle(float opacity, bool fibrous) {
    geometry::ShadedMesh mesh;
    mesh.positions = {{-1.0f, -1.0f, 0.0f}, {1.0f, -1.0f, 0.0f}, {0.0f, 1.0f, 0.0f}};
    mesh.normals.assign(3, glm::vec3(0.0f, 0.0f, 1.0f));
    mesh.triangles = {{0, 1, 2}};
    if (fibrous) mesh.tendon.assign(3, 0.0f);
    scene::Item item;
    for (const glm::vec3& position : mesh.positions) item.bounds.add(position);
    item.mesh = std::make_shared<const geometry::ShadedMesh>(std::move(mesh));
    item.opacity = opacity;
    return item;
}

}  // namespace

void warm_up(Renderer& renderer, Quality quality) {
    scene::Scene scene;
    scene.items = {triangle(1.0f, false), triangle(1.0f, true), triangle(0.5f, false)};
    scene.bounds = scene.items[0].bounds;
    scene.camera = geometry::framed(scene.camera, scene.bounds, 1.0f);
    const OffscreenTarget target({32, 32});
    renderer.draw(scene, target.target(), quality);
    target.read();  // waits until it is done
}

}  // namespace drypoint::render
