#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "check/extraction/letter_exchange.h"
#include "check/extraction/repairer.h"
#include "check/extraction/word_lattice.h"
#include "lexicon/lexicon.h"
#include "model/language_model.h"
#include "model/token_stream.h"
#include "text/analysis.h"

namespace soat::check::extraction {

// How much of a paragraph is damaged, 0 .. 1, by kind of damage; 0: there is none of the kind.
struct Rates {
  std::array<float, 2> exchange{};  // of the words that the conversion changes: in small letters, in capitals
  float join = 0;                   // of the blanks: those that stand inside a syllable
  float split = 0;                  // of the places between syllables: those without a blank
};

// What reading a paragraph counted, for the next estimate of the rates.
struct Counts {
  std::array<float, 2> exchanged{};
  std::array<float, 2> intact{};
  float blanks = 0;
  float stray_blanks = 0;
  float boundaries = 0;
  float lost_blanks = 0;
};

// Reads sentences as what they were before they were damaged. Keeps its buffers; for one thread and one document.
class SentenceReader {
 public:
  SentenceReader(const lexicon::Lexicon& lexicon, const model::LanguageModel& words, const ExchangeSet& exchanges)
      : lexicon_(lexicon), words_(words), exchanges_(exchanges) {}

  // Appends what was damaged in a sentence, likeliest reading under the rates; repair.paragraph is left 0.
  void read(const text::Analysis& analysis, const text::Sentence& sentence, const Rates& rates,
            std::vector<Repair>& repairs, Counts& counts);

 private:
  struct Meant {
    std::u16string word;
    text::Syllable syllable;
    Capitals capitals = Capitals::none;
  };
  // What an edge of the lattice stands for.
  struct Reading {
    std::uint32_t start = 0;  // UTF-16 range in the text; letters of a run
    std::uint32_t end = 0;
    std::uint32_t stray_blanks = 0;
    bool boundary_lost = false;  // no blank before it
    bool word = false;           // letters, not a mark or a number
    bool exchanged = false;
    std::uint8_t upper = 0;
    bool intact = false;     // has letters that the conversion would have changed
    std::u16string letters;  // as meant; empty: as written
  };

  void add_token(std::uint32_t token);
  void add_run(std::uint32_t first, std::uint32_t end);
  void add_written(std::uint32_t token, std::uint32_t from, std::uint32_t to, float cost);
  void add_foreign(std::uint32_t run_from, bool in_long_piece, float cost);
  void add_spelt(std::uint32_t run_from, std::uint32_t run_to, std::uint32_t node, std::uint32_t stray, float cost,
                 bool boundary_lost);
  const std::vector<Meant>& origins(const std::u16string& lower, bool upper);
  float strangeness(std::uint32_t token) const;
  void tell(const std::vector<std::uint32_t>& path, std::vector<Repair>& repairs, Counts& counts) const;

  const lexicon::Lexicon& lexicon_;
  const model::LanguageModel& words_;
  const ExchangeSet& exchanges_;
  std::array<std::unordered_map<std::u16string, std::vector<Meant>>, 2> origins_;

  // Of the sentence being read.
  const text::Analysis* analysis_ = nullptr;
  Rates rates_;
  std::vector<model::Item> items_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> items_of_;  // by token of the sentence: range in items_
  std::uint32_t first_token_ = 0;
  WordLattice lattice_;
  std::vector<Reading> readings_;  // by edge
  std::uint32_t node_ = 0;
  std::u16string run_;                  // letters of the run, blanks left out
  std::vector<std::uint32_t> run_at_;   // offset in the text of each
  std::vector<bool> run_piece_starts_;  // one longer than run_
  std::u16string lower_;
};

}  // namespace soat::check::extraction
