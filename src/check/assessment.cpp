#include "check/assessment.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "check/rules/table.h"
#include "text/utf.h"

namespace soat::check {
namespace {

// Findings that say the same of a passage, counted together. # stands for their number.
struct Sign {
  std::array<const RuleInfo*, 3> rules;  // null: none
  std::u16string_view vi, en, en_one;
};

constexpr std::array signs = {
    Sign{{&rule_info("garble.set-phrase"), &rule_info("garble.substitution"), &rule_info("garble.context-fill")},
         u"# chỗ dùng từ lạ ở nơi quen dùng từ khác",
         u"# places with an unusual word where another is usual",
         u"# place with an unusual word where another is usual"},
    Sign{{&rule_info("garble.glued"), &rule_info("garble.missing"), {}},
         u"# chỗ có lẽ thừa hoặc thiếu từ",
         u"# places with perhaps a word too many or too few",
         u"# place with perhaps a word too many or too few"},
    Sign{{&rule_info("garble.foreign-word"), {}, {}},
         u"# từ nước ngoài chen vào câu",
         u"# foreign words put into sentences",
         u"# foreign word put into a sentence"},
    Sign{{&rule_info("garble.name"), {}, {}},
         u"# chỗ viết tên không giống những chỗ khác",
         u"# names written otherwise than elsewhere",
         u"# name written otherwise than elsewhere"},
    Sign{{&rule_info("garble.spintax"), {}, {}},
         u"# chỗ còn sót danh sách từ để chọn {a|b}",
         u"# left-over lists of words to choose from {a|b}",
         u"# left-over list of words to choose from {a|b}"},
};

std::u16string counted(std::u16string_view line, std::size_t count) {
  std::u16string out(line);
  return out.replace(out.find(u'#'), 1, text::to_utf16(std::to_string(count)));
}

std::vector<Message> evidence(std::span<const Finding> findings) {
  std::vector<Message> lines;
  for (const Sign& sign : signs) {
    const auto count = static_cast<std::size_t>(std::ranges::count_if(findings, [&](const Finding& finding) {
      return std::ranges::find(sign.rules, finding.rule) != sign.rules.end();
    }));
    if (count > 0) lines.push_back({counted(sign.vi, count), counted(count == 1 ? sign.en_one : sign.en, count)});
  }
  return lines;
}

bool concerns_words(const Finding& finding) {
  return finding.category() == Category::garble || finding.category() == Category::spelling;
}

}  // namespace

std::vector<Passage> passages(const Assessment& assessment) {
  std::vector<Passage> out;
  bool goes_on = false;
  for (std::uint32_t i = 0; i < assessment.paragraphs.size(); ++i) {
    const ParagraphAssessment& paragraph = assessment.paragraphs[i];
    if (!paragraph.has_text) continue;
    const bool likely = paragraph.probability >= worth_telling;
    if (likely && paragraph.has_signs) {
      if (!goes_on) out.push_back({i, i, 0});
      out.back().end = i + 1;
      out.back().probability = std::max(out.back().probability, paragraph.probability);
      goes_on = true;
    }
    goes_on = goes_on && likely;
  }
  return out;
}

Assessment assess(std::span<const float> probabilities, std::span<const text::Analysis> paragraphs,
                  std::span<const Finding> findings) {
  Assessment assessment;
  assessment.paragraphs.resize(probabilities.size());
  auto next = findings.begin();
  for (std::uint32_t i = 0; i < probabilities.size(); ++i) {
    const auto end = std::find_if(next, findings.end(), [i](const Finding& finding) { return finding.paragraph > i; });
    ParagraphAssessment& paragraph = assessment.paragraphs[i];
    paragraph.has_text = !paragraphs[i].tokens.empty();
    if (paragraph.has_text) {
      paragraph.probability = probabilities[i];
      paragraph.evidence = evidence({next, end});
      paragraph.has_signs = !paragraph.evidence.empty();
      if (!paragraph.has_signs && paragraph.probability >= worth_telling) {
        paragraph.evidence.push_back(
            {u"có dấu hiệu ở đây hoặc ở các đoạn bên cạnh, chưa đủ chắc để chỉ ra từng chỗ",
             u"signs here or in the paragraphs beside it, none sure enough to be pointed out by itself"});
      }
    }
    assessment.probability = std::max(assessment.probability, paragraph.probability);
    next = end;
  }
  return assessment;
}

void tell_passages(const Assessment& assessment, std::span<Finding> findings) {
  for (const Passage& passage : passages(assessment)) {
    const auto begin = std::ranges::lower_bound(findings, passage.first, {}, &Finding::paragraph);
    const auto end = std::ranges::lower_bound(findings, passage.end, {}, &Finding::paragraph);
    const auto first = std::find_if(begin, end, concerns_words);
    if (first == end) continue;
    first->message.vi += u" Đoạn này có nhiều dấu hiệu được viết lại bằng máy; nên xem lại.";
    first->message.en += u" This passage shows many signs of rewriting by machine; worth a look.";
  }
}

}  // namespace soat::check
