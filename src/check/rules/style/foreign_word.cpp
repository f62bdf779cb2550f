#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "check/rules/report_finding.h"
#include "check/rules/table.h"
#include "lexicon/lexicon.h"
#include "model/language_model.h"
#include "text/letter_case.h"
#include "texts/rules/style.h"

namespace soat::check {
namespace {

using text::LetterCase;
using text::Token;

constexpr std::size_t shortest = 6;  // letters; shorter words are too near to others
constexpr std::size_t longest = 24;
constexpr std::size_t usual_from = 3;  // times in the document
constexpr std::size_t most_times = 2;  // of a slip
constexpr std::size_t times_more = 3;
constexpr std::uint8_t frequent_enough = 6;  // class of a listed word that two letters may have changed places in
constexpr float sure = 0.8F;
constexpr float likely = 0.7F;

using Forms = std::unordered_map<std::u16string, std::vector<Place>>;

// A foreign word or name that differs by one slip of a key from what the document has again and again (iptales beside
// iptables), or, where two letters have changed places, from a listed word (virutal). The first and the last letter
// are left out: endings make other words of the same.
class ForeignWord final : public Rule {
 public:
  explicit ForeignWord(const RuleData& data) : lexicon_(data.lexicon), model_(data.model) {}

  const RuleInfo& info() const override { return rule_info<"style.foreign-word">(); }

  void check_document(const DocumentView& view, FindingSink& sink) const override {
    Forms forms;
    for (std::uint32_t p = 0; p < view.paragraphs.size(); ++p) {
      const text::Analysis& analysis = view.paragraphs[p];
      for (const Token& token : analysis.tokens) {
        if (is_foreign(token, analysis.view(token)))
          forms[text::to_lower(analysis.view(token))].push_back({p, token.start, token.end});
      }
    }
    // What the usual words become when a letter is lost.
    std::unordered_map<std::u16string, const Forms::value_type*> cut;
    for (const auto& form : forms) {
      if (form.second.size() < usual_from) continue;
      for (std::size_t i = 1; i + 1 < form.first.size(); ++i) {
        const auto [entry, is_new] = cut.try_emplace(without(form.first, i), &form);
        if (!is_new && is_rarer(*entry->second, form)) entry->second = &form;
      }
    }
    for (const auto& [written, places] : forms) {
      if (places.size() > most_times || is_word(view, written, places.front())) continue;
      float confidence = sure;
      std::u16string meant = usual_for(forms, cut, written, places.size());
      if (meant.empty()) {
        meant = listed_for(written);
        confidence = likely;
      }
      if (meant.empty()) continue;
      for (const Place& place : places) tell(view, place, meant, confidence, sink);
    }
  }

 private:
  static bool is_foreign(const Token& token, std::u16string_view word) {
    return token.kind == text::TokenKind::word && !token.syllable && word.size() >= shortest &&
           word.size() <= longest &&
           (token.letter_case == LetterCase::lower || token.letter_case == LetterCase::capitalised) &&
           std::ranges::all_of(word, [](char16_t unit) { return (unit | 0x20) >= u'a' && (unit | 0x20) <= u'z'; });
  }

  static std::u16string without(std::u16string_view word, std::size_t i) {
    return std::u16string(word.substr(0, i)) + std::u16string(word.substr(i + 1));
  }

  // An order that does not depend on that of the table.
  static bool is_rarer(const Forms::value_type& a, const Forms::value_type& b) {
    return a.second.size() != b.second.size() ? a.second.size() < b.second.size() : a.first > b.first;
  }

  bool is_word(const DocumentView& view, const std::u16string& lower, const Place& place) const {
    const std::u16string_view written =
        std::u16string_view(view.paragraphs[place.paragraph].text).substr(place.start, place.end - place.start);
    return lexicon_.find(written) || lexicon_.find(lower) ||
           (model_ != nullptr && model_->find(lower) != model::kUnknownWord) || lexicon_.is_foreign(lower);
  }

  // English writes l once or twice (travelling): no slip.
  static bool is_double_l(std::u16string_view word, std::size_t i) {
    return word[i] == u'l' && (word[i - 1] == u'l' || word[i + 1] == u'l');
  }

  static std::u16string usual_for(const Forms& forms,
                                  const std::unordered_map<std::u16string, const Forms::value_type*>& cut,
                                  const std::u16string& written, std::size_t times) {
    if (cut.empty()) return {};
    const Forms::value_type* best = nullptr;
    const auto consider = [&](const Forms::value_type* form) {
      if (form != nullptr && form->second.size() >= std::max(usual_from, times_more * times) &&
          (best == nullptr || is_rarer(*best, *form)))
        best = form;
    };
    const auto of = [&](const std::u16string& word) {
      const auto found = forms.find(word);
      return found == forms.end() ? nullptr : &*found;
    };
    if (const auto found = cut.find(written); found != cut.end()) {
      const std::u16string& whole = found->second->first;
      const auto lost = static_cast<std::size_t>(std::ranges::mismatch(written, whole).in2 - whole.begin());
      if (!is_double_l(whole, lost)) consider(found->second);
    }
    for (std::size_t i = 1; i + 1 < written.size(); ++i) {
      if (!is_double_l(written, i)) consider(of(without(written, i)));
      if (i + 2 < written.size()) consider(of(exchanged(written, i)));
    }
    return best == nullptr ? std::u16string() : best->first;
  }

  static std::u16string exchanged(std::u16string word, std::size_t i) {
    std::swap(word[i], word[i + 1]);
    return word;
  }

  std::u16string listed_for(const std::u16string& written) const {
    for (std::size_t i = 1; i + 2 < written.size(); ++i) {
      std::u16string word = exchanged(written, i);
      if (lexicon_.find(word).frequency >= frequent_enough) return word;
    }
    return {};
  }

  void tell(const DocumentView& view, const Place& place, const std::u16string& meant, float confidence,
            FindingSink& sink) const {
    const std::u16string written = view.paragraphs[place.paragraph].text.substr(place.start, place.end - place.start);
    const LetterCase letter_case =
        text::to_lower(written[0]) != written[0] ? LetterCase::capitalised : LetterCase::lower;
    std::u16string suggestion = text::apply_case(meant, letter_case);
    report(sink, info(), place, confidence, {texts::finding_style_foreign_word, written, suggestion}, {suggestion});
  }

  const lexicon::Lexicon& lexicon_;
  std::shared_ptr<const model::LanguageModel> model_;
};

}  // namespace

std::unique_ptr<Rule> make_style_foreign_word(const RuleData& data) {
  return std::make_unique<ForeignWord>(data);
}

}  // namespace soat::check
