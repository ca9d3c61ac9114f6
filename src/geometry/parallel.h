#pragma once
// Work on all cores, for rooms that must not know threads themselves.

#include <cstddef>
#include <functional>

namespace drypoint::geometry {

// Calls work(0) .. work(count - 1), in any order and on any thread, and returns when all are done. Each call must write
// only what belongs to its index, so that the outcome does not depend on the number of cores. An exception of any call
// is thrown on to the caller.
void in_parallel(std::size_t count, const std::function<void(std::size_t)>& work);

}  // namespace drypoint::geometry
