#include "check/extraction/repairer.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

#include "check/extraction/sentence_reader.h"
#include "check/extraction/signs.h"
#include "text/letter_case.h"

namespace soat::check::extraction {
namespace {

using text::Analysis;

constexpr int rounds = 2;
constexpr float prior_weight = 2;    // words that the rate of the whole document counts for in a paragraph
constexpr float everywhere = 0.15F;  // rate of a document from which paragraphs without a sign are read too
constexpr float most = 0.95F;
constexpr std::size_t enough_different = 4;  // words with wrong blanks
constexpr std::size_t enough_exchanged = 3;  // places with exchanged letters

float share(float part, float other, float document) {
  return std::min(most, (part + prior_weight * document) / (part + other + prior_weight));
}

Counts sum_of(std::span<const Counts> counts) {
  Counts all;
  for (const Counts& one : counts) {
    for (std::size_t u = 0; u < 2; ++u) {
      all.exchanged[u] += one.exchanged[u];
      all.intact[u] += one.intact[u];
    }
    all.blanks += one.blanks;
    all.stray_blanks += one.stray_blanks;
    all.boundaries += one.boundaries;
    all.lost_blanks += one.lost_blanks;
  }
  return all;
}

float ratio(float part, float whole) {
  return whole > 0 ? std::min(most, part / whole) : 0;
}

Rates rates_of(const Counts& counts, const Counts& all, const DocumentSigns& signs) {
  Rates rates;
  if (!signs.exchanges.empty()) {
    for (std::size_t u = 0; u < 2; ++u)
      rates.exchange[u] =
          share(counts.exchanged[u], counts.intact[u], ratio(all.exchanged[u], all.exchanged[u] + all.intact[u]));
  }
  if (signs.joins)
    rates.join = share(counts.stray_blanks, counts.blanks - counts.stray_blanks, ratio(all.stray_blanks, all.blanks));
  if (signs.splits) {
    rates.split =
        share(counts.lost_blanks, counts.boundaries - counts.lost_blanks, ratio(all.lost_blanks, all.boundaries));
  }
  return rates;
}

// The first estimate, from the signs alone.
Counts counts_of(const Analysis& analysis, const ParagraphSigns& signs, const ExchangeSet& exchanges) {
  Counts counts;
  counts.blanks = counts.boundaries = static_cast<float>(signs.words);
  counts.stray_blanks = static_cast<float>(signs.joins);
  counts.lost_blanks = static_cast<float>(signs.splits);
  if (exchanges.empty()) return counts;
  for (const text::Token& token : analysis.tokens) {
    if (!is_letters(token)) continue;
    const std::u16string_view word = analysis.view(token);
    const bool upper = word.size() > 1 && is_upper(word);
    const std::u16string lower = text::to_lower(word);
    if (exchanges.changes(lower, upper ? Capitals::all : Capitals::none)) ++counts.intact[upper ? 1 : 0];
    // Nobody knows yet which of the words in use are damaged too, so the signs are told to both kinds of letters.
  }
  counts.exchanged[0] = counts.exchanged[1] = static_cast<float>(signs.exchanges);
  return counts;
}

class DocumentReader {
 public:
  DocumentReader(std::span<const Analysis> paragraphs, const DocumentSigns& signs, const lexicon::Lexicon& lexicon,
                 const model::LanguageModel& words)
      : paragraphs_(paragraphs), signs_(signs), reader_(lexicon, words, signs.exchanges) {}

  std::vector<Repair> read() {
    std::vector<Counts> counts(paragraphs_.size());
    for (std::size_t p = 0; p < paragraphs_.size(); ++p)
      counts[p] = counts_of(paragraphs_[p], signs_.paragraphs[p], signs_.exchanges);
    std::vector<Repair> repairs;
    for (int round = 0; round < rounds; ++round) {
      repairs.clear();
      const Counts all = sum_of(counts);
      const Rates of_document = rates_of(all, all, signs_);
      const bool read_all = std::max({of_document.exchange[0], of_document.exchange[1], of_document.join,
                                      of_document.split}) > everywhere;
      for (std::uint32_t p = 0; p < paragraphs_.size(); ++p) {
        const ParagraphSigns& signs = signs_.paragraphs[p];
        if (!read_all && signs.joins + signs.splits + signs.exchanges == 0) continue;
        const Rates rates = rates_of(counts[p], all, signs_);
        counts[p] = {};
        const std::size_t before = repairs.size();
        for (const text::Sentence& sentence : paragraphs_[p].sentences)
          reader_.read(paragraphs_[p], sentence, rates, repairs, counts[p]);
        for (std::size_t i = before; i < repairs.size(); ++i) repairs[i].paragraph = p;
      }
    }
    return repairs;
  }

 private:
  std::span<const Analysis> paragraphs_;
  const DocumentSigns& signs_;
  SentenceReader reader_;
};

// A few places may be slips of a hand; damage is regular.
void drop_what_is_not_regular(std::span<const Analysis> paragraphs, std::vector<Repair>& repairs) {
  std::unordered_set<std::u16string> respaced;
  std::unordered_set<std::u16string> exchanged;
  std::size_t exchanges = 0;
  for (const Repair& repair : repairs) {
    const std::u16string written = text::to_lower(
        std::u16string_view(paragraphs[repair.paragraph].text).substr(repair.start, repair.end - repair.start));
    if (repair.kind == Repair::Kind::spacing) {
      respaced.insert(written);
    } else {
      exchanged.insert(written);
      ++exchanges;
    }
  }
  const bool spacing_is_regular = respaced.size() >= enough_different;
  const bool letters_are_regular = exchanges >= enough_exchanged && exchanged.size() >= 2;
  std::erase_if(repairs, [&](const Repair& repair) {
    return repair.kind == Repair::Kind::spacing ? !spacing_is_regular : !letters_are_regular;
  });
}

}  // namespace

std::vector<Repair> Repairer::repair(std::span<const Analysis> paragraphs) const {
  const DocumentSigns signs = read_signs(paragraphs, lexicon_);
  if (!signs.any()) return {};
  std::vector<Repair> repairs = DocumentReader(paragraphs, signs, lexicon_, *words_).read();
  drop_what_is_not_regular(paragraphs, repairs);
  return repairs;
}

}  // namespace soat::check::extraction
