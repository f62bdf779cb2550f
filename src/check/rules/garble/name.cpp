#include <algorithm>
#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "check/family_names.h"
#include "check/rule_weights.h"
#include "check/rule_words.h"
#include "check/rules/make_rule.h"
#include "check/rules/report_finding.h"
#include "check/rules/table.h"
#include "text/syllable.h"
#include "texts/rules/garble.h"

namespace soat::check {
namespace {

using text::Analysis;
using text::LetterCase;
using text::Syllable;
using text::Token;

constexpr std::size_t shortest_name = 3;
constexpr std::size_t longest_name = 4;
constexpr std::size_t longest_office = 6;   // syllables before a name that are compared
constexpr std::size_t enough_office = 3;    // of these the same before two names, for one office
constexpr std::size_t whole_office = 5;     // so many are seldom shared by two people
constexpr std::size_t enough_variants = 3;  // forms of one name
constexpr std::size_t most_names = 400;     // in a document; more are a list

// The numbers of rule-weights.txt.
struct Weights {
  RuleWeights::Of table;
  float bias = table["bias"];
  float variants = table["variants"];
  float whole_office = table["whole-office"];
  float within = table["within"];
  float usual = table["usual"];
  float most = table["most"];
};

struct Occurrence {
  std::uint32_t paragraph = 0;
  std::uint32_t token = 0;
  std::array<Syllable, longest_name> name{};
  std::size_t length = 0;
  std::array<Syllable, longest_office> office{};  // the nearest first
  std::size_t office_length = 0;
  std::size_t sentence = 0;  // number of the sentence in the document
};

using NameKey = std::array<Syllable, longest_name>;

// How many syllables before the names are the same.
std::size_t shared_office(const Occurrence& a, const Occurrence& b) {
  const std::size_t most = std::min(a.office_length, b.office_length);
  std::size_t shared = 0;
  while (shared < most && a.office[shared] == b.office[shared]) ++shared;
  return shared;
}

// Whether the names have one word in different places alike and all others the same; gives that word's place.
bool differ_in_one(const Occurrence& a, const Occurrence& b, std::size_t& where) {
  if (a.length != b.length) return false;
  std::size_t different = 0;
  for (std::size_t i = 0; i < a.length; ++i) {
    if (a.name[i] == b.name[i]) continue;
    ++different;
    where = i;
  }
  return different == 1 && where > 0;
}

// One man's name in several forms that differ in one word, each behind the same office (a program that rewrites
// articles takes parts of names for words). Lists of names, and people who share an office only in part, are left
// alone.
class Name final : public Rule {
 public:
  Name(const WordList& no_office, RuleWeights::Of weights) : weights_{weights} {
    for (const std::u16string_view word : no_office) no_office_.set(text::fold_i_y(text::parse(word)).code());
  }

  const RuleInfo& info() const override { return rule_info<"garble.name">(); }

  void check_document(const DocumentView& view, FindingSink& sink) const override {
    std::vector<Occurrence> all;
    std::size_t sentence = 0;
    for (std::uint32_t p = 0; p < view.paragraphs.size(); ++p) {
      collect(view.paragraphs[p], p, sentence, all);
      if (all.size() > most_names) return;
    }
    if (all.size() < 2) return;
    std::map<NameKey, std::size_t> times;
    for (const Occurrence& one : all) ++times[one.name];
    for (std::size_t i = 0; i < all.size(); ++i) judge(view, all, i, times, sink);
  }

 private:
  void collect(const Analysis& analysis, std::uint32_t paragraph, std::size_t& sentence,
               std::vector<Occurrence>& all) const {
    const std::vector<Token>& tokens = analysis.tokens;
    for (const text::Sentence& range : analysis.sentences) {
      ++sentence;
      for (std::uint32_t t = range.first_token; t < range.end_token; ++t) {
        if (!is_part(tokens[t]) || !is_family_name(tokens[t].syllable)) continue;
        std::uint32_t end = t + 1;
        while (end < range.end_token && is_part(tokens[end]) && tokens[end].start == tokens[end - 1].end + 1) ++end;
        const std::size_t length = end - t;
        if (length >= shortest_name && length <= longest_name) {
          Occurrence one;
          one.paragraph = paragraph;
          one.token = t;
          one.length = length;
          one.sentence = sentence;
          for (std::size_t k = 0; k < length; ++k) one.name[k] = text::fold_i_y(tokens[t + k].syllable);
          for (std::uint32_t k = t; k > range.first_token && one.office_length < longest_office; --k) {
            const Token& before = tokens[k - 1];
            if (!before.syllable || tokens[k].start != before.end + 1) break;
            one.office[one.office_length++] = text::fold_i_y(before.syllable);
          }
          if (one.office_length >= enough_office && !no_office_.test(one.office[0].code())) all.push_back(one);
        }
        t = end - 1;
      }
    }
  }

  static bool is_part(const Token& token) { return token.syllable && token.letter_case == LetterCase::capitalised; }

  void judge(const DocumentView& view, const std::vector<Occurrence>& all, std::size_t index,
             const std::map<NameKey, std::size_t>& times, FindingSink& sink) const {
    const Occurrence& one = all[index];
    const Occurrence* usual = nullptr;
    std::size_t usual_times = 0;
    std::size_t office = 0;
    bool within = false;  // the word that differs is not the given name
    std::vector<NameKey> variants = {one.name};
    for (std::size_t i = 0; i < all.size(); ++i) {
      const Occurrence& other = all[i];
      std::size_t where = 0;
      if (!differ_in_one(one, other, where)) continue;
      // Who is named in the same breath is somebody else.
      if (other.sentence == one.sentence) return;
      const std::size_t shared = shared_office(one, other);
      if (shared < enough_office) continue;
      if (std::ranges::find(variants, other.name) == variants.end()) variants.push_back(other.name);
      const std::size_t count = times.at(other.name);
      if (count < times.at(one.name) || (count == times.at(one.name) && i > index)) continue;
      if (usual != nullptr && count <= usual_times) continue;
      usual = &other;
      usual_times = count;
      office = shared;
      within = where + 1 < one.length;
    }
    if (usual == nullptr) return;
    float confidence = weights_.bias;
    if (variants.size() >= enough_variants) confidence += weights_.variants;
    if (office >= whole_office) confidence += weights_.whole_office;
    if (within) confidence += weights_.within;
    if (usual_times > times.at(one.name)) confidence += weights_.usual;
    tell(view, one, *usual, std::min(confidence, weights_.most), sink);
  }

  static std::u16string written(const DocumentView& view, const Occurrence& one) {
    const Analysis& analysis = view.paragraphs[one.paragraph];
    const Token& first = analysis.tokens[one.token];
    const Token& last = analysis.tokens[one.token + one.length - 1];
    return analysis.text.substr(first.start, last.end - first.start);
  }

  void tell(const DocumentView& view, const Occurrence& one, const Occurrence& usual, float confidence,
            FindingSink& sink) const {
    const Analysis& analysis = view.paragraphs[one.paragraph];
    const Token& first = analysis.tokens[one.token];
    const Token& last = analysis.tokens[one.token + one.length - 1];
    std::u16string other = written(view, usual);
    const text::Message message(texts::finding_garble_name, other);
    report(sink, info(), {one.paragraph, first.start, last.end}, confidence, message, {std::move(other)});
  }

  std::bitset<text::code_limit> no_office_;  // what is no office directly before a name
  Weights weights_;
};

}  // namespace

std::unique_ptr<Rule> make_garble_name(const RuleData& data) {
  if (data.words == nullptr) return nullptr;
  return make_with_weights(data, [&] {
    return std::make_unique<Name>((*data.words)[RuleWords::List::no_office], data.weights->of("garble.name"));
  });
}

}  // namespace soat::check
