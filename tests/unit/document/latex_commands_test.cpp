#include "document/latex_commands.h"

#include <gtest/gtest.h>

namespace soat::document::latex {
namespace {

TEST(LatexCommands, OfTextNothingIsHidden) {
  EXPECT_EQ(command_of(u"chapter").hidden, 0u);
  EXPECT_TRUE(command_of(u"chapter").is_known);
  EXPECT_FALSE(command_of(u"khac").is_known);
  EXPECT_EQ(command_of(u"khac").hidden, 0u);
}

TEST(LatexCommands, WhatIsNoTextIsHidden) {
  EXPECT_GT(command_of(u"label").hidden, 1u);
  EXPECT_EQ(command_of(u"label").shown, nothing);
  EXPECT_EQ(command_of(u"includegraphics").shown, object);
  EXPECT_EQ(command_of(u"textcolor").hidden, 1u);
  EXPECT_EQ(command_of(u"multicolumn").hidden, 2u);
  EXPECT_EQ(command_of(u"href").hidden, 1u);
  EXPECT_TRUE(command_of(u"newcommand").defines);
}

TEST(LatexCommands, WhatRefersToSomethingStandsForIt) {
  for (const View name :
       {u"cite", u"citep", u"parencite", u"Textcite", u"footcites", u"ref", u"eqref", u"Cref", u"crefs"}) {
    EXPECT_EQ(command_of(name).shown, object);
    EXPECT_GT(command_of(name).hidden, 1u);
  }
  EXPECT_EQ(command_of(u"nocite").shown, nothing);
}

TEST(LatexCommands, AFootnoteStandsByItself) {
  EXPECT_TRUE(command_of(u"footnote").is_apart);
  EXPECT_FALSE(command_of(u"footnotesize").is_apart);
}

TEST(LatexCommands, EnvironmentsOfFormulasAndCodeAreNotRead) {
  EXPECT_EQ(environment_of(u"align*").kind, Environment::maths);
  EXPECT_EQ(environment_of(u"equation").kind, Environment::maths);
  EXPECT_EQ(environment_of(u"verbatim*").kind, Environment::raw);
  EXPECT_EQ(environment_of(u"comment").kind, Environment::raw);
}

TEST(LatexCommands, OfOtherEnvironmentsSomeArgumentsAreNotRead) {
  EXPECT_EQ(environment_of(u"tabular").hidden, 1u);
  EXPECT_EQ(environment_of(u"tabular*").hidden, 2u);
  EXPECT_EQ(environment_of(u"itemize").kind, Environment::text);
  EXPECT_EQ(environment_of(u"").kind, Environment::text);
  EXPECT_EQ(environment_of(u"frame").hidden, 0u);
}

}  // namespace
}  // namespace soat::document::latex
