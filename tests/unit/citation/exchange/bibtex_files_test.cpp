#include "citation/exchange/bibtex_files.h"

#include <gtest/gtest.h>

namespace soat::citation {
namespace {

using Files = std::vector<std::string>;

TEST(BibtexFiles, OfEveryProgram) {
  EXPECT_EQ(files_in_bibtex("a.pdf"), Files{"a.pdf"});
  EXPECT_EQ(files_in_bibtex(":papers/a.pdf:PDF"), Files{"papers/a.pdf"});                                  // JabRef
  EXPECT_EQ(files_in_bibtex("Full Text:files/1/a.pdf:application/pdf;Snapshot:files/2/a.html:text/html"),  // Zotero
            (Files{"files/1/a.pdf", "files/2/a.html"}));
  EXPECT_EQ(files_in_bibtex(":home/lan/b\\_c.pdf:pdf"), Files{"home/lan/b_c.pdf"});  // Mendeley
  EXPECT_EQ(files_in_bibtex(":C\\:\\\\Sách\\\\a.pdf:PDF"), Files{"C:\\Sách\\a.pdf"});
  EXPECT_EQ(files_in_bibtex("C:/a.pdf"), Files{"C:/a.pdf"});
  EXPECT_EQ(files_in_bibtex(":a\\;b.pdf:PDF;:a\\;b.pdf:PDF"), Files{"a;b.pdf"});
}

TEST(BibtexFiles, OfAnything) {
  for (const char* field : {"", ":", ";", "::", ";;;", "\\", ":\\", "   "})
    for (const std::string& file : files_in_bibtex(field)) EXPECT_FALSE(file.empty()) << field;
  EXPECT_TRUE(files_in_bibtex(":::").empty());
}

TEST(BibtexFiles, ComeBackAsTheyWere) {
  const Files files = {"/nhà/lan/sách; tập 1: sông.pdf", "C:\\Sách\\a.pdf", "C:/a.djvu", "tệp không đuôi", "a{b}.pdf"};
  EXPECT_EQ(files_in_bibtex(files_for_bibtex(files)), files);
  EXPECT_EQ(files_for_bibtex({"/a/b.pdf"}), ":/a/b.pdf:PDF");
  EXPECT_EQ(files_for_bibtex({}), "");
}

TEST(BibtexFiles, WhatWouldEndTheEntryIsLeftOut) {
  EXPECT_EQ(files_for_bibtex({"a}.pdf", "{a.pdf", "b.pdf"}), ":b.pdf:PDF");
}

}  // namespace
}  // namespace soat::citation
