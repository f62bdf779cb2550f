#include "check/assessment.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "check/rules/table.h"
#include "texts/passage.h"

namespace soat::check {
namespace {

// Findings that say the same of a passage, counted together.
struct Sign {
  std::array<const RuleInfo*, 3> rules;  // null: none
  text::MessageId<1> told;
};

const std::array signs = {
    Sign{{&rule_info<"garble.set-phrase">(), &rule_info<"garble.substitution">(), &rule_info<"garble.context-fill">()},
         texts::passage_unusual},
    Sign{{&rule_info<"garble.glued">(), &rule_info<"garble.missing">(), {}}, texts::passage_words},
    Sign{{&rule_info<"garble.foreign-word">(), {}, {}}, texts::passage_foreign},
    Sign{{&rule_info<"garble.name">(), {}, {}}, texts::passage_names},
    Sign{{&rule_info<"garble.spintax">(), {}, {}}, texts::passage_choices},
};

std::vector<Message> evidence(std::span<const Finding> findings) {
  std::vector<Message> lines;
  for (const Sign& sign : signs) {
    const auto count = static_cast<std::size_t>(std::ranges::count_if(findings, [&](const Finding& finding) {
      return std::ranges::find(sign.rules, finding.rule) != sign.rules.end();
    }));
    if (count > 0) lines.push_back(in_both({sign.told, count}));
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
        paragraph.evidence.push_back(in_both(texts::passage_weak));
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
    first->message = Message{text::Message(texts::passage_told, first->message->vi).in(text::Language::vi),
                             text::Message(texts::passage_told, first->message->en).in(text::Language::en)};
  }
}

}  // namespace soat::check
