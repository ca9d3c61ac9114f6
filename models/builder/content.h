#pragma once
// Many solids and tubes as one: the distance to the nearest of them.

#include <vector>

#include "curve.h"
#include "field.h"

namespace drypoint::builder {

// Keeps pointers to what was added.
class Content {
  public:
    void add(const Field& field);
    void add(const Curve& curve);

    // Negative inside any of them, `band` where all are further away than that.
    double operator()(const glm::dvec3& point) const;

  private:
    struct Bounds {
        glm::dvec3 low;
        glm::dvec3 high;
        bool holds(const glm::dvec3& p) const {
            return p.x >= low.x && p.x <= high.x && p.y >= low.y && p.y <= high.y && p.z >= low.z && p.z <= high.z;
        }
    };
    std::vector<std::pair<Bounds, const Field*>> fields_;
    std::vector<std::pair<Bounds, const Curve*>> curves_;
};

}  // namespace drypoint::builder
