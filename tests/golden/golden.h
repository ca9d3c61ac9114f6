#pragma once
// Small pictures that must stay as they are: tests/golden/images/NAME.png.
//
// Two numbers decide. On Mesa's software rasteriser the same program gives the same bytes, so both are far below these
// bounds there; what they leave room for is another Mesa or a graphics card: the last bit of a division moves an edge
// pixel's coverage by a sample, or a gradient by one step.
//   mean   <= 0.5: of all channels, in 1/255. A tone that shifts by 2 % of white everywhere fails.
//   share  <= 0.5 %: of pixels where a channel is off by more than 8. A line of one pixel that is lost fails: it is 1 %
//          of a picture 100 pixels high.
// A picture without a baseline fails. What was drawn, and its difference, are written to build/golden/.

#include <string>

#include "base/image.h"

namespace drypoint::test {

inline constexpr double most_mean = 0.5;
inline constexpr double most_share = 0.005;

void check_golden(const std::string& name, const base::Image& image);

}  // namespace drypoint::test
