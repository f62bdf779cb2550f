#include "cli/bibliography_text.h"

#include <gtest/gtest.h>

#include <string>

namespace soat::cli {
namespace {

citation::Bibliography some_list() {
  citation::Bibliography list;
  list.groups = {{"vi", "Tiếng Việt & {a}", {{"1", "một"}, {"2", "hai"}}}, {"en", "", {{"3", "ba"}}}};
  list.start = "<div>\n";
  list.end = "</div>\n";
  return list;
}

TEST(BibliographyText, TextHasALineForEach) {
  citation::Bibliography list = some_list();
  list.start = list.end = "";
  EXPECT_EQ(bibliography_text(list, citation::OutputFormat::text), "Tiếng Việt & {a}\nmột\nhai\nba\n");
}

TEST(BibliographyText, HeadingsOfHtmlAreElements) {
  EXPECT_EQ(bibliography_text(some_list(), citation::OutputFormat::html),
            "<div>\n<h2>Tiếng Việt &amp; {a}</h2>\nmột\nhai\nba\n</div>\n");
}

TEST(BibliographyText, RtfIsADocument) {
  citation::Bibliography list = some_list();
  list.hanging_indent = true;
  list.line_spacing = 2;
  const std::string rtf = bibliography_text(list, citation::OutputFormat::rtf);
  EXPECT_TRUE(rtf.starts_with("{\\rtf1\\ansi")) << rtf;
  EXPECT_TRUE(rtf.ends_with("}\n")) << rtf;
  EXPECT_NE(rtf.find("\\b Ti\\uc0\\u7871{}ng Vi\\uc0\\u7879{}t & \\{a\\}\\par}"), std::string::npos) << rtf;
  EXPECT_NE(rtf.find("\\li567\\sl480\\slmult1\\sa120 hai\\par}"), std::string::npos) << rtf;
  EXPECT_EQ(rtf.find("<div>"), std::string::npos) << rtf;
}

}  // namespace
}  // namespace soat::cli
