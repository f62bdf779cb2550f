#pragma once

#include <functional>
#include <string>
#include <vector>

namespace soat::review {

struct Size {
  int width = 0;
  int height = 0;
};

// How big a control wants to be; of a text with lines broken at a width, that many pixels high.
struct ControlSizes {
  std::function<Size(const std::string& control)> preferred;
  std::function<int(const std::string& label, int width)> height_at;
  std::function<bool(const std::string& control)> is_seen;
};

struct PlacedControl {
  std::string name;
  int x = 0;
  int y = 0;
  int width = 0;
  int height = 0;
};

// Where the controls of the side panel that are seen stand, from top to bottom, in a window that is so big: narrow ones
// have fewer in a row. The list of findings gets what height is left, but never less than a few lines; so least_height
// may be more than the window has.
struct PanelLayout {
  std::vector<PlacedControl> controls;
  int least_height = 0;
};

PanelLayout lay_out_panel(const ControlSizes& sizes, int width, int height);

// From this width on the list has columns for reason and confidence.
inline constexpr int wide_panel = 480;

}  // namespace soat::review
