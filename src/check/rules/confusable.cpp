#include "check/rules/confusable.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "check/confusable_table.h"
#include "check/rules/report_finding.h"
#include "text/error.h"
#include "text/letter_case.h"

namespace soat::check {
namespace {

using text::Analysis;
using text::LetterCase;
using text::Token;
using Entry = ConfusableTable::Entry;
using Kind = ConfusableTable::Kind;

class Confusable final : public Rule {
 public:
  Confusable(Kind kind, ConfusableTable table) : kind_(kind), table_(std::move(table)) {}

  std::string_view id() const override {
    return kind_ == Kind::spelling ? "spelling.confusable" : "garble.known-phrase";
  }
  Category category() const override { return kind_ == Kind::spelling ? Category::spelling : Category::garble; }

  void check_paragraph(const DocumentView& view, std::uint32_t paragraph, FindingSink& sink) const override {
    const Analysis& analysis = view.paragraphs[paragraph];
    for (std::uint32_t i = 0; i < analysis.tokens.size(); ++i) {
      const Entry* entry = table_.find(analysis, i, kind_);
      if (entry == nullptr) continue;
      const auto last = i + static_cast<std::uint32_t>(entry->wrong.size()) - 1;
      if (!is_name(analysis, i, last)) tell(analysis, paragraph, i, last, *entry, sink);
      i = last;
    }
  }

 private:
  // Names are spelt as their bearers like; only a capital that the sentence or the line asks for is none.
  static bool is_name(const Analysis& analysis, std::uint32_t first, std::uint32_t last) {
    const auto begin = analysis.tokens.begin() + first;
    const auto end = analysis.tokens.begin() + last + 1;
    const auto is_upper = [](const Token& token) { return token.letter_case == LetterCase::upper; };
    if (std::all_of(begin, end, is_upper)) return false;
    return std::any_of(begin + 1, end, [](const Token& token) { return token.letter_case != LetterCase::lower; });
  }

  void tell(const Analysis& analysis, std::uint32_t paragraph, std::uint32_t first, std::uint32_t last,
            const Entry& entry, FindingSink& sink) const {
    const Place place{paragraph, analysis.tokens[first].start, analysis.tokens[last].end};
    const bool upper = analysis.tokens[last].letter_case == LetterCase::upper;
    const bool capital = analysis.tokens[first].letter_case != LetterCase::lower;
    std::vector<std::u16string> suggestions;
    for (const std::u16string& right : entry.right) {
      suggestions.push_back(upper     ? text::to_upper(right)
                            : capital ? text::apply_case(right, LetterCase::capitalised)
                                      : right);
    }
    const std::u16string written = analysis.text.substr(place.start, place.end - place.start);
    const std::u16string& usual = suggestions.front();
    Message message =
        kind_ == Kind::spelling
            ? Message{u"Dễ nhầm: viết “" + usual + u"”, không viết “" + written + u"”.",
                      u"Often confused: write “" + usual + u"” for “" + written + u"”."}
            : Message{u"“" + written + u"”: cụm từ bị thay chữ; thường viết “" + usual + u"”.",
                      u"“" + written + u"”: a word of the phrase was replaced; “" + usual + u"” is usual."};
    report(sink, *this, place, kind_ == Kind::spelling ? Severity::error : Severity::warning, 0.95F, std::move(message),
           std::move(suggestions));
  }

  Kind kind_;
  ConfusableTable table_;
};

std::unique_ptr<Rule> make(const RuleData& data, Kind kind) {
  try {
    return std::make_unique<Confusable>(kind, ConfusableTable::load(data.folder / "confusables.txt"));
  } catch (const Error& error) {
    // Both rules read the file: one complaint is enough.
    if (kind == Kind::spelling) data.problems.emplace_back(error.what());
    return nullptr;
  }
}

}  // namespace

std::unique_ptr<Rule> make_spelling_confusable(const RuleData& data) {
  return make(data, Kind::spelling);
}

std::unique_ptr<Rule> make_garble_known_phrase(const RuleData& data) {
  return make(data, Kind::garble);
}

}  // namespace soat::check
