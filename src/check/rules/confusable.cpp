#include "check/rules/confusable.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "check/confusable_table.h"
#include "check/rules/doubling_table.h"
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
  Confusable(Kind kind, std::shared_ptr<const ConfusableTable> table, std::shared_ptr<const DoublingTable> compounds)
      : kind_(kind), table_(std::move(table)), compounds_(std::move(compounds)) {}

  std::string_view id() const override { return traits().id; }
  Category category() const override { return traits().category; }

  void check_paragraph(const DocumentView& view, std::uint32_t paragraph, FindingSink& sink) const override {
    const Analysis& analysis = view.paragraphs[paragraph];
    for (std::uint32_t i = 0; i < analysis.tokens.size(); ++i) {
      const Entry* entry = table_->find(analysis, i, kind_);
      if (entry == nullptr) continue;
      const auto last = i + static_cast<std::uint32_t>(entry->wrong.size()) - 1;
      const bool wrong = kind_ != Kind::right && !is_name(analysis, i, last) && !parts_compounds(analysis, i, last);
      if (wrong) tell(analysis, paragraph, i, last, *entry, sink);
      // What is right, or only not the norm, no other rule shall call wrong.
      if (kind_ == Kind::right || (wrong && kind_ == Kind::usage)) {
        const auto [start, end] = analysis.original_span(analysis.tokens[i].start, analysis.tokens[last].end);
        sink.silence(paragraph, start, end, id(), Silence::wording);
      }
      i = last;
    }
  }

 private:
  struct Traits {
    std::string_view id;
    Category category;
    Severity severity;
    float confidence;
  };

  const Traits& traits() const {
    // In the order of Kind. What is right is no finding.
    static constexpr std::array<Traits, 4> all = {{{"spelling.confusable", Category::spelling, Severity::error, 0.95F},
                                                   {"style.usage", Category::style, Severity::info, 0.9F},
                                                   {"garble.known-phrase", Category::garble, Severity::warning, 0.95F},
                                                   {"spelling.known-right", Category::spelling, Severity::info, 0}}};
    return all[static_cast<std::size_t>(kind_)];
  }

  static Message message(Kind kind, const std::u16string& written, const std::u16string& usual) {
    switch (kind) {
      case Kind::usage:
        return {u"Từ điển ghi “" + usual + u"”; “" + written + u"” hay gặp nhưng không phải cách viết chuẩn.",
                u"Dictionaries have “" + usual + u"”; “" + written + u"” is common but not standard."};
      case Kind::garble:
        return {u"“" + written + u"”: cụm từ bị thay chữ; thường viết “" + usual + u"”.",
                u"“" + written + u"”: a word of the phrase was replaced; “" + usual + u"” is usual."};
      default:
        return {u"Dễ nhầm: viết “" + usual + u"”, không viết “" + written + u"”.",
                u"Often confused: write “" + usual + u"” for “" + written + u"”."};
    }
  }

  // Names are spelt as their bearers like; only a capital that the sentence or the line asks for is none.
  static bool is_name(const Analysis& analysis, std::uint32_t first, std::uint32_t last) {
    const auto begin = analysis.tokens.begin() + first;
    const auto end = analysis.tokens.begin() + last + 1;
    const auto is_upper = [](const Token& token) { return token.letter_case == LetterCase::upper; };
    if (std::all_of(begin, end, is_upper)) return false;
    return std::any_of(begin + 1, end, [](const Token& token) { return token.letter_case != LetterCase::lower; });
  }

  // Whether the phrase is the end of one compound and the beginning of another: tiềm năng | xuất khẩu.
  bool parts_compounds(const Analysis& analysis, std::uint32_t first, std::uint32_t last) const {
    const std::vector<Token>& tokens = analysis.tokens;
    const auto compound = [&](std::uint32_t at) {
      return tokens[at].syllable && tokens[at + 1].syllable && tokens[at + 1].start == tokens[at].end + 1 &&
             compounds_->is_compound(tokens[at].syllable, tokens[at + 1].syllable);
    };
    return (first > 0 && compound(first - 1)) || (last + 1 < tokens.size() && compound(last));
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
    Message why = message(kind_, analysis.text.substr(place.start, place.end - place.start), suggestions.front());
    report(sink, *this, place, traits().severity, traits().confidence, std::move(why), std::move(suggestions));
  }

  Kind kind_;
  std::shared_ptr<const ConfusableTable> table_;
  std::shared_ptr<const DoublingTable> compounds_;
};

std::unique_ptr<Rule> make(const RuleData& data, Kind kind) {
  try {
    return std::make_unique<Confusable>(
        kind, std::make_shared<const ConfusableTable>(ConfusableTable::load(data.folder / "confusables.txt")),
        std::make_shared<const DoublingTable>(DoublingTable::load(data.folder / "doubling.txt")));
  } catch (const Error& error) {
    // Several rules read the file: one complaint is enough.
    if (kind == Kind::spelling) data.problems.emplace_back(error.what());
    return nullptr;
  }
}

}  // namespace

std::unique_ptr<Rule> make_spelling_confusable(const RuleData& data) {
  return make(data, Kind::spelling);
}

std::unique_ptr<Rule> make_spelling_known_right(const RuleData& data) {
  return make(data, Kind::right);
}

std::unique_ptr<Rule> make_style_usage(const RuleData& data) {
  return make(data, Kind::usage);
}

std::unique_ptr<Rule> make_garble_known_phrase(const RuleData& data) {
  return make(data, Kind::garble);
}

}  // namespace soat::check
