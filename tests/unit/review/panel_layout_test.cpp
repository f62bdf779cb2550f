#include "review/panel_layout.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace soat::review {
namespace {

// Controls of one height; buttons as wide as their names.
struct Panel {
  std::set<std::string> hidden = {"empty", "progress", "note", "language", "mark_language"};

  ControlSizes sizes() const {
    ControlSizes sizes;
    sizes.preferred = [](const std::string& name) {
      return Size{static_cast<int>(30 + 6 * name.size()), name == "status" ? 16 : 26};
    };
    sizes.height_at = [](const std::string&, int width) { return width < 300 ? 48 : 32; };
    sizes.is_seen = [this](const std::string& name) { return !hidden.contains(name); };
    return sizes;
  }

  PanelLayout at(int width, int height) const { return lay_out_panel(sizes(), width, height); }
};

const PlacedControl& of(const PanelLayout& layout, const std::string& name) {
  const auto found = std::ranges::find(layout.controls, name, &PlacedControl::name);
  EXPECT_NE(found, layout.controls.end()) << name;
  return *found;
}

TEST(PanelLayout, NothingOverlapsOrStandsOutside) {
  const Panel panel;
  for (const int width : {260, 320, 480, 900}) {
    for (const int height : {200, 600, 1200}) {
      const PanelLayout layout = panel.at(width, height);
      const auto& all = layout.controls;
      for (const PlacedControl& one : all) {
        EXPECT_GE(one.x, 0) << one.name;
        EXPECT_LE(one.x + one.width, width) << one.name;
        EXPECT_LE(one.y + one.height, std::max(height, layout.least_height)) << one.name;
        for (const PlacedControl& other : all) {
          if (one.name >= other.name || one.height == 0 || other.height == 0 || one.width == 0 || other.width == 0)
            continue;
          const bool apart = one.x + one.width <= other.x || other.x + other.width <= one.x ||
                             one.y + one.height <= other.y || other.y + other.height <= one.y;
          EXPECT_TRUE(apart) << one.name << " and " << other.name << " in " << width << " x " << height;
        }
      }
    }
  }
}

TEST(PanelLayout, TheListGetsTheHeightThatIsLeft) {
  const Panel panel;
  EXPECT_EQ(of(panel.at(320, 1300), "findings").height - of(panel.at(320, 1200), "findings").height, 100);
  EXPECT_GE(of(panel.at(320, 0), "findings").height, 60);
}

TEST(PanelLayout, AWideOneHasMoreInARow) {
  const Panel panel;
  EXPECT_LT(panel.at(900, 0).least_height, panel.at(320, 0).least_height);
}

TEST(PanelLayout, ALowOneLeavesOutWhatTheDocumentShows) {
  const Panel panel;
  EXPECT_EQ(of(panel.at(320, 300), "excerpt").height, 0);
  EXPECT_GT(of(panel.at(320, 1200), "excerpt").height, 0);
}

TEST(PanelLayout, ALowOneHasAllButtons) {
  const Panel panel;
  for (const auto* const button : {"comment", "report", "fix_sure", "apply"})
    EXPECT_GT(of(panel.at(320, 300), button).height, 0) << button;
}

TEST(PanelLayout, WhatIsNotSeenTakesNoRoom) {
  Panel panel;
  const int before = panel.at(320, 0).least_height;
  panel.hidden.insert({"apply_all", "fix_sure"});
  const PanelLayout layout = panel.at(320, 0);
  EXPECT_LT(layout.least_height, before);
  EXPECT_TRUE(std::ranges::none_of(layout.controls, [](const auto& one) { return one.name == "fix_sure"; }));
}

// "Whole document" beside "Normal", "Rewritten passages" beside what is looked for.
TEST(PanelLayout, WhatIsChosenIsNotCutWhereItsNeighbourHasRoom) {
  const Panel panel;
  ControlSizes sizes = panel.sizes();
  sizes.preferred = [](const std::string& name) {
    return Size{name == "scope" || name == "order" ? 170 : name == "search" ? 400 : 90, 26};
  };
  const PanelLayout layout = lay_out_panel(sizes, 300, 1200);
  EXPECT_GE(of(layout, "scope").width, 170);
  EXPECT_GE(of(layout, "profile").width, 90);
  EXPECT_GE(of(layout, "order").width, 170);
  EXPECT_GE(of(layout, "search").width, 80);
  EXPECT_LE(of(layout, "order").x + of(layout, "order").width, 294);
  EXPECT_EQ(of(lay_out_panel(sizes, 900, 1200), "search").y, of(lay_out_panel(sizes, 900, 1200), "order").y);
}

TEST(PanelLayout, AReasonOfFiveLinesIsSeenWhole) {
  Panel panel;
  ControlSizes sizes = panel.sizes();
  sizes.height_at = [](const std::string& name, int) { return name == "reason" ? 5 * 16 : 16; };
  EXPECT_EQ(of(lay_out_panel(sizes, 300, 1300), "reason").height, 80);
  EXPECT_GE(of(lay_out_panel(sizes, 300, 300), "reason").height, 64);
}

TEST(PanelLayout, ATextStandsInThePlaceOfTheList) {
  Panel panel;
  panel.hidden.erase("empty");
  panel.hidden.insert("findings");
  EXPECT_EQ(of(panel.at(320, 900), "empty").y, of(Panel().at(320, 900), "findings").y);
}

}  // namespace
}  // namespace soat::review
