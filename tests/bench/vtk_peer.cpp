// VTK: vtkOBBTree for lines; it knows no distances, so vtkCellLocator for those.
#include <vtkCellArray.h>
#include <vtkCellLocator.h>
#include <vtkGenericCell.h>
#include <vtkNew.h>
#include <vtkOBBTree.h>
#include <vtkPoints.h>
#include <vtkPolyData.h>
#include <vtkSmartPointer.h>

#include <cmath>

#include <glm/geometric.hpp>

#include "peer.h"

namespace drypoint::bench {
namespace {

void append(const geometry::TriangleMesh& mesh, vtkPoints* points, vtkCellArray* cells) {
    const vtkIdType first = points->GetNumberOfPoints();
    for (const glm::vec3& p : mesh.positions) points->InsertNextPoint(p.x, p.y, p.z);
    for (const geometry::Triangle& t : mesh.triangles) {
        const vtkIdType ids[3]{first + t[0], first + t[1], first + t[2]};
        cells->InsertNextCell(3, ids);
    }
}

vtkSmartPointer<vtkPolyData> poly_data(const Surfaces& surfaces) {
    vtkNew<vtkPoints> points;
    points->SetDataTypeToDouble();
    vtkNew<vtkCellArray> cells;
    for (const geometry::TriangleMesh* mesh : surfaces) append(*mesh, points, cells);
    auto data = vtkSmartPointer<vtkPolyData>::New();
    data->SetPoints(points);
    data->SetPolys(cells);
    data->BuildCells();
    return data;
}

class Vtk final : public Peer {
  public:
    explicit Vtk(const Surfaces& surfaces) {
        all_->SetDataSet(poly_data(surfaces));
        all_->SetTolerance(0.0);
        all_->BuildLocator();
        for (const geometry::TriangleMesh* mesh : surfaces) {
            locators_.push_back(vtkSmartPointer<vtkCellLocator>::New());
            locators_.back()->SetDataSet(poly_data({mesh}));
            locators_.back()->BuildLocator();
        }
    }

    std::string name_of_crossings() const override { return "vtkOBBTree"; }
    std::string name_of_distance() const override { return "vtkCellLocator"; }

    bool keeps_only_turns() const override { return true; }

    void crossings(const glm::dvec3& from, const glm::dvec3& to, std::vector<double>& depths) override {
        points_->Reset();
        all_->IntersectWithLine(&from.x, &to.x, points_, nullptr);
        for (vtkIdType i = 0; i < points_->GetNumberOfPoints(); ++i) {
            glm::dvec3 at;
            points_->GetPoint(i, &at.x);
            depths.push_back(glm::distance(from, at));
        }
    }

    double distance(std::size_t surface, const glm::dvec3& place, double reach_mm) override {
        glm::dvec3 at = place;
        glm::dvec3 nearest;
        vtkIdType cell = 0;
        int part = 0;
        double squared = 0.0;
        const vtkIdType found =
            locators_[surface]->FindClosestPointWithinRadius(&at.x, reach_mm, &nearest.x, cell_, cell, part, squared);
        return found != 0 ? std::sqrt(squared) : 2.0 * reach_mm;
    }

  private:
    vtkNew<vtkOBBTree> all_;
    std::vector<vtkSmartPointer<vtkCellLocator>> locators_;
    vtkNew<vtkPoints> points_;
    vtkNew<vtkGenericCell> cell_;
};

}  // namespace

std::unique_ptr<Peer> vtk_peer(const Surfaces& surfaces) {
    return std::make_unique<Vtk>(surfaces);
}

}  // namespace drypoint::bench
