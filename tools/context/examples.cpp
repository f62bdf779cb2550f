#include "examples.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "check/context/confusables.h"
#include "corpus.h"
#include "text/error.h"
#include "text/letter_case.h"
#include "text/syllable.h"
#include "text/utf.h"
#include "training/text_source.h"

namespace soat::tools {
namespace {

using namespace check::context;
using model::WordId;

// Draws slips of a word. Half of the slips give another word that exists, in proportion to the cost of the slip and,
// weakly, to how frequent that word is; the other half are typed letters that give whatever comes out.
class Slipper {
 public:
  Slipper(const model::LanguageModel& model, const SlipCosts& costs) : candidates_(model, costs, Candidates::all) {
    for (std::size_t i = model::kFirstWord; i < model.vocabulary_size(); ++i) {
      const auto written = static_cast<WordId>(i);
      for (const Candidate& candidate : candidates_.of(written)) {
        const double weight =
            std::exp(-0.8 * candidate.cost) * std::pow(static_cast<double>(word_total(model, written)), 0.25);
        slips_[candidate.word].push_back({written, weight});
      }
    }
  }

  // What may be written for a word of the vocabulary, in small letters; empty when nothing is.
  std::u16string slip(WordId meant, std::u16string_view spelling, std::mt19937& random) const {
    std::uniform_real_distribution<double> uniform(0, 1);
    if (uniform(random) < 0.3) return mistype(spelling, random);
    const auto found = slips_.find(meant);
    if (found == slips_.end()) return {};
    double sum = 0;
    for (const auto& [written, weight] : found->second) sum += weight;
    double rest = uniform(random) * sum;
    for (const auto& [written, weight] : found->second) {
      rest -= weight;
      if (rest <= 0) return std::u16string(candidates_.spelling(written));
    }
    return {};
  }

 private:
  // Loses or moves marks, or hits, misses, doubles or swaps keys.
  static std::u16string mistype(std::u16string_view spelling, std::mt19937& random) {
    std::u16string out(spelling);
    const auto pick = [&](std::size_t n) { return std::uniform_int_distribution<std::size_t>(0, n - 1)(random); };
    const std::size_t at = pick(out.size());
    const text::LetterInfo letter = text::letter_info(out[at]);
    switch (pick(8)) {
      case 0:
      case 1:
      case 2:  // one letter without its mark
        if (letter.letter == text::base_letter(letter.letter)) return {};
        out[at] = text::letter_unit(text::base_letter(letter.letter), letter.tone);
        break;
      case 3:
      case 4:  // the tone is missing or another one
        if (!text::is_vowel(letter.letter) || letter.tone == text::Tone::ngang) return {};
        out[at] = text::letter_unit(letter.letter, static_cast<text::Tone>(pick(2) == 0 ? 0 : pick(6)));
        break;
      case 5:
        out.erase(at, 1);
        break;
      case 6:
        out.insert(out.begin() + static_cast<std::ptrdiff_t>(at),
                   pick(2) == 0 ? out[at] : static_cast<char16_t>(u'a' + pick(25)));
        break;
      default:
        if (at + 1 < out.size()) std::swap(out[at], out[at + 1]);
    }
    return out == spelling ? std::u16string() : out;
  }

  Candidates candidates_;
  std::map<WordId, std::vector<std::pair<WordId, double>>> slips_;  // by what was meant
};

struct Injection {
  std::uint32_t start = 0;
  std::u16string meant;  // in small letters
};

}  // namespace

void make_examples(const model::LanguageModel& model, const SlipCosts& costs, const Examiner& examiner,
                   std::span<const std::filesystem::path> texts, const InjectionOptions& options,
                   const std::filesystem::path& output) {
  const Slipper slipper(model, costs);
  std::mt19937 random(options.seed);
  std::uniform_real_distribution<float> uniform(0, 1);
  std::ofstream file(output, std::ios::binary);
  std::vector<text::Analysis> paragraphs;
  std::vector<std::vector<Injection>> injections;
  std::vector<Suspect> suspects;
  std::uint32_t document = 0;

  const auto examine = [&] {
    examiner.examine(paragraphs, suspects);
    for (const Suspect& suspect : suspects) {
      Example example;
      example.document = document;
      example.features = suspect.features;
      for (const Injection& injection : injections[suspect.paragraph]) {
        if (injection.start != suspect.start) continue;
        example.label = 1;
        if (examiner.candidates().spelling(suspect.suggestions[0]) == injection.meant) example.corrected = 1;
      }
      file.write(reinterpret_cast<const char*>(&example), sizeof example);
    }
    paragraphs.clear();
    injections.clear();
    ++document;
  };

  for (const std::filesystem::path& path : texts) {
    training::TextSource source(path);
    std::string line;
    text::Analysis clean;
    // Documents differ in how many slips they hold; a third hold none.
    const auto document_rate = [&] { return options.rate * std::max(0.0F, 3 * uniform(random) - 1); };
    float rate = document_rate();
    while (source.next_line(line)) {
      text::analyse(text::to_utf16(line), clean);
      std::u16string out;
      std::vector<Injection> here;
      std::uint32_t copied = 0;
      for (const text::Token& token : clean.tokens) {
        if (token.kind != text::TokenKind::word || !token.syllable.valid() || uniform(random) >= rate) continue;
        if (token.letter_case != text::LetterCase::lower && uniform(random) < 0.7F) continue;
        const WordId word = model.find(token.syllable);
        const std::u16string meant = text::compose(token.syllable);
        const std::u16string written = slipper.slip(word, meant, random);
        if (written.empty()) continue;
        out.append(clean.text, copied, token.start - copied);
        here.push_back({static_cast<std::uint32_t>(out.size()), meant});
        out += text::apply_case(written, token.letter_case);
        copied = token.end;
      }
      out.append(clean.text, copied);
      paragraphs.emplace_back();
      text::analyse(out, paragraphs.back());
      injections.push_back(std::move(here));
      if (paragraphs.size() == options.lines_in_document) {
        examine();
        rate = document_rate();
      }
    }
    if (!paragraphs.empty()) examine();
  }
  if (!file.flush()) throw Error(output.string() + ": cannot be written; is the disk full?");
}

}  // namespace soat::tools
