// drypoint-bench-pictures MODEL WxH FRAMES: the flights of `drypoint bench render` through VTK: opaque, with the skin
// translucent and x-rayed, by depth peeling with six peels where something is translucent. What is opaque also with four
// samples for each pixel, beside our pictures at rest; nothing else, for VTK does not peel with samples. One
// tab-separated row a line, as `drypoint bench render` reads them: name, unit, median, least, most, n, two empty ones and the
// processor time. VTK needs a display.
#include <vtkActor.h>
#include <vtkAutoInit.h>
#include <vtkCamera.h>
#include <vtkCellArray.h>
#include <vtkFloatArray.h>
#include <vtkNew.h>
#include <vtkPointData.h>
#include <vtkPoints.h>
#include <vtkPolyData.h>
#include <vtkPolyDataMapper.h>
#include <vtkProperty.h>
#include <vtkRenderWindow.h>
#include <vtkRenderer.h>
#include <vtkSmartPointer.h>
#include <vtkUnsignedCharArray.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>

#include "app/bench_render.h"
#include "app/open_model.h"
#include "app/palette_file.h"

VTK_MODULE_INIT(vtkRenderingOpenGL2);

using namespace drypoint;

namespace {

constexpr int peels = 6;

vtkSmartPointer<vtkPolyData> poly_data(const geometry::ShadedMesh& mesh) {
    vtkNew<vtkPoints> points;
    vtkNew<vtkFloatArray> normals;
    normals->SetNumberOfComponents(3);
    for (const glm::vec3& p : mesh.positions) points->InsertNextPoint(p.x, p.y, p.z);
    for (const glm::vec3& n : mesh.normals) normals->InsertNextTuple3(n.x, n.y, n.z);
    vtkNew<vtkCellArray> cells;
    for (const geometry::Triangle& t : mesh.triangles) {
        const vtkIdType ids[3]{t[0], t[1], t[2]};
        cells->InsertNextCell(3, ids);
    }
    auto data = vtkSmartPointer<vtkPolyData>::New();
    data->SetPoints(points);
    data->SetPolys(cells);
    data->GetPointData()->SetNormals(normals);
    return data;
}

void add(const scene::Item& item, vtkRenderer* renderer) {
    vtkNew<vtkPolyDataMapper> mapper;
    mapper->SetInputData(poly_data(*item.mesh));
    vtkNew<vtkActor> actor;
    actor->SetMapper(mapper);
    actor->GetProperty()->SetColor(item.colour.r, item.colour.g, item.colour.b);
    actor->GetProperty()->SetOpacity(item.opacity);
    actor->GetProperty()->SetSpecular(0.2);
    actor->GetProperty()->SetSpecularPower(20.0);
    renderer->AddActor(actor);
}

void aim(const geometry::Camera& camera, vtkRenderer* renderer) {
    const glm::vec3 eye = geometry::eye(camera), up = geometry::axes(camera).up;
    vtkCamera* theirs = renderer->GetActiveCamera();
    theirs->SetPosition(eye.x, eye.y, eye.z);
    theirs->SetFocalPoint(camera.pivot.x, camera.pivot.y, camera.pivot.z);
    theirs->SetViewUp(up.x, up.y, up.z);
    theirs->SetViewAngle(camera.field_of_view_deg);
    renderer->ResetCameraClippingRange();
}

app::BenchRow fly(const app::BenchFlight& flight, const std::string& name, glm::ivec2 size_px, int samples_px) {
    vtkNew<vtkRenderWindow> window;
    window->SetOffScreenRendering(1);
    window->SetMultiSamples(samples_px);
    window->SetAlphaBitPlanes(1);
    window->SetSize(size_px.x, size_px.y);
    vtkNew<vtkRenderer> renderer;
    renderer->SetUseDepthPeeling(samples_px == 0 ? 1 : 0);
    renderer->SetMaximumNumberOfPeels(peels);
    renderer->SetOcclusionRatio(0.0);
    window->AddRenderer(renderer);
    for (const scene::Item& item : flight.scene.items) add(item, renderer);
    vtkNew<vtkUnsignedCharArray> pixels;
    geometry::Camera camera = flight.scene.camera;
    std::vector<double> samples, processor;
    for (int i = 0; i <= flight.frames; ++i) {
        aim(camera, renderer);
        const double processor_began = app::processor_now_ms();
        const auto began = std::chrono::steady_clock::now();
        window->Render();
        window->GetRGBACharPixelData(0, 0, size_px.x - 1, size_px.y - 1, 0, pixels);
        const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - began;
        if (i > 0) samples.push_back(took.count());
        if (i > 0) processor.push_back(app::processor_now_ms() - processor_began);
        camera = geometry::orbited(camera, 360.0f / static_cast<float>(flight.frames), 0.0f);
    }
    return app::bench_row(name, "ms", samples, processor);
}

bool ends_with(const std::string& text, const std::string& end) {
    return text.size() >= end.size() && text.compare(text.size() - end.size(), end.size(), end) == 0;
}

void print(const app::BenchRow& row) {
    std::printf("%s\t%s\t%.3f\t%.3f\t%.3f\t%d\t\t\t%.3f\n", row.name.c_str(), row.unit.c_str(), row.median, row.min, row.max,
                row.n, row.processor_ms.value_or(0.0));
    std::fflush(stdout);
}

}  // namespace

int main(int argc, char** argv) {
    glm::ivec2 size{0};
    if (argc < 4 || std::sscanf(argv[2], "%dx%d", &size.x, &size.y) != 2) {
        std::fprintf(stderr, "usage: drypoint-bench-pictures MODEL WxH FRAMES\n");
        return 2;
    }
    const auto opened = app::open_world(argv[1]);
    if (!opened) return 1;
    const auto palette = app::read_palette(opened->files, "standard");
    if (!palette) return 1;
    for (const app::BenchFlight& flight : app::bench_flights(opened->world, *palette, size, std::atoi(argv[3]))) {
        const std::string name = flight.name + " " + std::to_string(size.x) + "x" + std::to_string(size.y);
        if (ends_with(flight.name, " opaque")) {
            print(fly(flight, name + " moving: VTK", size, 0));
            print(fly(flight, name + " rest: VTK", size, 4));
        }
        if (ends_with(flight.name, " skin translucent") || ends_with(flight.name, " x-ray"))
            print(fly(flight, name + ": VTK", size, 0));
    }
    return 0;
}
