#include "citation/lookup/pasted.h"

#include <gtest/gtest.h>

#include <string>

namespace soat::citation {
namespace {

// "doi:10.5/a isbn:978…", each identifier with its kind.
std::string found(std::string_view text) {
  std::string all;
  for (const Identifier& one : identifiers_in(text)) {
    constexpr const char* names[] = {"doi", "isbn", "pmid", "arxiv"};
    all += (all.empty() ? "" : " ") + std::string(names[static_cast<std::size_t>(one.kind)]) + ":" + one.value;
  }
  return all;
}

TEST(Identifiers, DoisOfAllForms) {
  EXPECT_EQ(found("10.1000/song.2018"), "doi:10.1000/song.2018");
  EXPECT_EQ(found("https://doi.org/10.1000/song(2018)5?x=1"), "doi:10.1000/song(2018)5");
  EXPECT_EQ(found("Lý An (doi: 10.1000/song.5)."), "doi:10.1000/song.5");
  EXPECT_EQ(found("DOI:10.1000/a, 10.1000/b; 10.1000/a"), "doi:10.1000/a doi:10.1000/b");
  EXPECT_EQ(found("Bảng 10.2 và 10.12/5, 110.1000/a"), "");
}

TEST(Identifiers, IsbnsWithRightCheckDigits) {
  EXPECT_EQ(found("978-0-306-40615-7"), "isbn:9780306406157");
  EXPECT_EQ(found("ISBN 978 0 306 40615 7"), "isbn:9780306406157");
  EXPECT_EQ(found("ISBN: 0-8044-2957-X."), "isbn:080442957X");
  EXPECT_EQ(found("ISBN:9780306406157\n0306406152"), "isbn:9780306406157 isbn:0306406152");
  EXPECT_EQ(found("978-0-306-40615-8"), "");
  EXPECT_EQ(found("tel. 0123 456 780"), "");
}

TEST(Identifiers, ArxivAndPubMed) {
  EXPECT_EQ(found("arXiv:1706.03762v5"), "arxiv:1706.03762");
  EXPECT_EQ(found("https://arxiv.org/pdf/hep-th/9901001.pdf"), "arxiv:hep-th/9901001");
  EXPECT_EQ(found("0704.0001 hep-th/9901001"), "arxiv:0704.0001 arxiv:hep-th/9901001");
  EXPECT_EQ(found("PMID: 31234567, https://pubmed.ncbi.nlm.nih.gov/123/"), "pmid:31234567 pmid:123");
  EXPECT_EQ(found("31234567\n31234568"), "pmid:31234567 pmid:31234568");
  EXPECT_EQ(found("năm 2018 có 1713.03762 ca"), "");
  EXPECT_EQ(found(""), "");
}

}  // namespace
}  // namespace soat::citation
