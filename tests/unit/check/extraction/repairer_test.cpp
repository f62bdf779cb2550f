#include "check/extraction/repairer.h"

#include <gtest/gtest.h>

#include "text/utf.h"
#include "unit/check/shipped_words.h"

namespace soat::check::extraction {
namespace {

// The paragraphs with what was damaged in them put right.
std::string repaired(std::initializer_list<std::u16string_view> paragraphs) {
  std::vector<text::Analysis> analyses;
  for (const std::u16string_view paragraph : paragraphs) text::analyse(paragraph, analyses.emplace_back());
  std::vector<std::u16string> texts(paragraphs.begin(), paragraphs.end());
  std::vector<Repair> repairs = Repairer(shipped_lexicon(), shipped_words()).repair(analyses);
  for (auto at = repairs.rbegin(); at != repairs.rend(); ++at) {
    EXPECT_LT(at->start, at->end);
    texts[at->paragraph].replace(at->start, at->end - at->start, at->meant);
  }
  std::string out;
  for (const std::u16string& text : texts) out += text::to_utf8(text) + "\n";
  return out;
}

TEST(Repairer, LeavesSoundTextAlone) {
  EXPECT_EQ(repaired({u"Nhà nước quản lý đất đai theo quy hoạch.", u""}),
            "Nhà nước quản lý đất đai theo quy hoạch.\n\n");
  EXPECT_EQ(repaired({}), "");
}

TEST(Repairer, PutsExchangedLettersBack) {
  EXPECT_EQ(repaired({u"Nhà nƣớc và ngƣời dân đƣợc hƣởng nhiều chƣơng trình trong mƣời năm."}),
            "Nhà nước và người dân được hưởng nhiều chương trình trong mười năm.\n");
}

TEST(Repairer, JoinsWhatIsSetApartThroughoutADocument) {
  EXPECT_EQ(repaired({u"Nh à nư ớc qu ản lý đ ất đai th eo quy ho ạch và k ế ho ạch.",
                      u"Ng ười dân s ử dụng đ ất th eo quy đ ịnh c ủa ph áp lu ật."}),
            "Nhà nước quản lý đất đai theo quy hoạch và kế hoạch.\nNgười dân sử dụng đất theo quy định của pháp "
            "luật.\n");
}

}  // namespace
}  // namespace soat::check::extraction
