#pragma once
// How a surface is lit: smooth over the mesh, with a crease where two triangles meet sharply.

#include <string>
#include <vector>

#include "field.h"
#include "geometry/triangle_mesh.h"

namespace drypoint::builder {

// Vertices are split where neighbouring triangles differ by more than `crease_deg`; normals are weighted by the angle of each
// corner. With a field, its gradient is taken where it agrees with them within 30 degrees: it knows the surface better.
geometry::ShadedMesh shade(const geometry::TriangleMesh& mesh, const Field* field, double crease_deg = 50.0);

// The way from the mesh to another place for each of its vertices, normals included.
geometry::MorphTarget target_to(const geometry::ShadedMesh& mesh, const std::string& name, const std::vector<glm::vec3>& positions);

// Orders triangles and vertices for the graphics card. The surface stays the same.
void order_for_drawing(geometry::ShadedMesh& mesh);

// Triangles over the vertices of `surface` as triangles over those of its shading: of the vertices at one place the one whose normal is
// nearest to the triangle's. In the order for the graphics card.
std::vector<geometry::Triangle> on_shading(const std::vector<geometry::Triangle>& triangles, const geometry::TriangleMesh& surface,
                                           const geometry::ShadedMesh& shading);

}  // namespace drypoint::builder
