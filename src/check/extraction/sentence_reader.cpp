#include "check/extraction/sentence_reader.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

#include "check/extraction/signs.h"
#include "check/rules/characters.h"
#include "text/letter_case.h"
#include "text/syllable.h"

namespace soat::check::extraction {
namespace {

using model::WordId;
using text::LetterCase;
using text::Token;
using text::TokenKind;

constexpr std::uint32_t longest_syllable = 7;
constexpr int known = 5;             // frequency class below which a syllable is no likely reading
constexpr int known_as_letter = 10;  // the same for a single letter
// Nats that a word costs that is no syllable, for its letters: the model knows only that there is some word.
constexpr float listed_word = 4;
constexpr float foreign_word = 2;  // and for each letter
constexpr float foreign_letter = 1.5F;
constexpr float broken_word = 4;  // and for each letter
constexpr float broken_letter = 2;
constexpr std::uint32_t longest_foreign = 14;
constexpr float least_gain = 3;

float nats(float probability) {
  return -std::log(std::clamp(probability, 0.001F, 0.999F));
}

bool is_ascii(std::u16string_view word) {
  return std::ranges::all_of(word, [](char16_t unit) { return unit < 0x80; });
}

bool is_small(char16_t unit) {
  return text::to_upper(unit) != unit;
}
bool is_capital(char16_t unit) {
  return text::to_lower(unit) != unit;
}

}  // namespace

void SentenceReader::read(const text::Analysis& analysis, const text::Sentence& sentence, const Rates& rates,
                          std::vector<Repair>& repairs, Counts& counts) {
  analysis_ = &analysis;
  rates_ = rates;
  first_token_ = sentence.first_token;
  model::read_sentence(analysis, sentence, items_);
  items_of_.assign(sentence.end_token - sentence.first_token, {0, 0});
  for (std::uint32_t i = 0; i < items_.size(); ++i) {
    auto& [begin, end] = items_of_[items_[i].token - first_token_];
    if (begin == end) begin = i;
    end = i + 1;
  }
  std::uint32_t nodes = 1;
  for (std::uint32_t t = sentence.first_token; t < sentence.end_token; ++t) nodes += analysis.tokens[t].length();
  lattice_.reset(nodes + 1);
  readings_.clear();
  node_ = 0;
  float written_score = 0;
  for (std::uint32_t t = sentence.first_token; t < sentence.end_token;) {
    if (!is_letters(analysis.tokens[t])) {
      add_token(t++);
      continue;
    }
    // Words with nothing but blanks between them.
    std::uint32_t end = t + 1;
    while (end < sentence.end_token && is_letters(analysis.tokens[end])) {
      const std::u16string_view between =
          std::u16string_view(analysis.text)
              .substr(analysis.tokens[end - 1].end, analysis.tokens[end].start - analysis.tokens[end - 1].end);
      if (between.empty() || !std::ranges::all_of(between, is_blank)) break;
      ++end;
    }
    add_run(t, end);
    t = end;
  }
  if (node_ == 0) return;
  readings_.emplace_back();
  lattice_.add(node_, nodes, {}, 0);
  float score = 0;
  const std::vector<std::uint32_t> path = lattice_.best_path(words_, score);
  // What it would be as it stands.
  model::State state = words_.sentence_start();
  for (const model::Item& item : items_)
    written_score += words_.score(state, model::find(words_, analysis, item, lower_), state).log_probability;
  for (std::uint32_t t = sentence.first_token; t < sentence.end_token; ++t) {
    if (is_letters(analysis.tokens[t])) written_score -= strangeness(t);
  }
  if (score < written_score + least_gain) {
    // Counted as intact all the same.
    std::vector<Repair> none;
    tell(path, none, counts);
    return;
  }
  tell(path, repairs, counts);
}

// Numbers, marks and the like stand as they are.
void SentenceReader::add_token(std::uint32_t token) {
  add_written(token, node_, node_ + analysis_->tokens[token].length(), 0);
  node_ += analysis_->tokens[token].length();
}

void SentenceReader::add_written(std::uint32_t token, std::uint32_t from, std::uint32_t to, float cost) {
  const auto [begin, end] = items_of_[token - first_token_];
  std::array<WordId, WordLattice::most_words> words{};
  std::size_t count = 0;
  for (std::uint32_t i = begin; i < end && count < words.size(); ++i)
    words[count++] = model::find(words_, *analysis_, items_[i], lower_);
  Reading reading;
  reading.start = analysis_->tokens[token].start;
  reading.end = analysis_->tokens[token].end;
  reading.word = is_letters(analysis_->tokens[token]);
  if (reading.word && !exchanges_.empty()) {
    const std::u16string_view word = analysis_->view(analysis_->tokens[token]);
    const bool upper = word.size() > 1 && is_upper(word);
    reading.upper = upper ? 1 : 0;
    reading.intact = exchanges_.changes(text::to_lower(word), upper ? Capitals::all : Capitals::none);
    if (reading.intact) cost += nats(1 - rates_.exchange[reading.upper]);
  }
  readings_.push_back(std::move(reading));
  lattice_.add(from, to, std::span(words.data(), count), cost);
}

// What speaks against a word as it stands, beside the model.
float SentenceReader::strangeness(std::uint32_t token) const {
  const Token& written = analysis_->tokens[token];
  const std::u16string_view word = analysis_->view(written);
  if (!is_odd(written, lexicon_)) return 0;
  const auto letters = static_cast<float>(word.size());
  if (word.size() == 1) return is_ascii(word) ? foreign_word : broken_word;
  if (lexicon_.find(word)) return listed_word;
  return is_ascii(word) ? foreign_word + foreign_letter * letters : broken_word + broken_letter * letters;
}

void SentenceReader::add_run(std::uint32_t first, std::uint32_t end) {
  run_.clear();
  run_at_.clear();
  run_piece_starts_.clear();
  for (std::uint32_t t = first; t < end; ++t) {
    const Token& token = analysis_->tokens[t];
    for (std::uint32_t i = token.start; i < token.end; ++i) {
      run_piece_starts_.push_back(i == token.start);
      run_at_.push_back(i);
      run_ += analysis_->text[i];
    }
  }
  run_piece_starts_.push_back(true);
  const auto size = static_cast<std::uint32_t>(run_.size());
  const float join = nats(rates_.join) - nats(1 - rates_.join);
  const float split = nats(rates_.split) - nats(1 - rates_.split);
  std::uint32_t piece = first;
  std::uint32_t long_until = 0;  // end of a piece that is longer than any syllable
  for (std::uint32_t i = 0; i < size; ++i) {
    if (run_piece_starts_[i]) {
      add_written(piece, node_ + i, node_ + i + analysis_->tokens[piece].length(), strangeness(piece));
      const std::uint32_t length = analysis_->tokens[piece].length();
      if (length > longest_syllable) long_until = i + length;
      ++piece;
    } else if (rates_.split == 0) {
      continue;
    }
    if (rates_.split > 0) add_foreign(i, i < long_until, run_piece_starts_[i] ? 0 : split);
    std::uint32_t stray = 0;
    for (std::uint32_t j = i + 1; j <= size && j <= i + longest_syllable; ++j) {
      if (run_piece_starts_[j] || rates_.split > 0) {
        float cost = static_cast<float>(stray) * join;
        if (!run_piece_starts_[i]) cost += split;
        add_spelt(i, j, node_, stray, cost, !run_piece_starts_[i]);
      }
      if (j < size && run_piece_starts_[j]) {
        // A capital begins a word, unless all are capitals.
        if (rates_.join == 0 || (is_small(run_[j - 1]) && is_capital(run_[j]))) break;
        ++stray;
      }
    }
  }
  node_ += size;
}

// What is no syllable in a word that runs together: a name or an acronym from a capital on, or some letters in a piece
// that is too long for a syllable.
void SentenceReader::add_foreign(std::uint32_t run_from, bool in_long_piece, float cost) {
  const auto size = static_cast<std::uint32_t>(run_.size());
  const bool capital = is_capital(run_[run_from]);
  if (!capital && !in_long_piece) return;
  bool capitals = true;
  bool ascii = true;
  for (std::uint32_t j = run_from; j < size && j < run_from + longest_foreign; ++j) {
    if (j > run_from && run_piece_starts_[j]) break;
    capitals = capitals && is_capital(run_[j]);
    ascii = ascii && run_[j] < 0x80;
    const std::uint32_t letters = j + 1 - run_from;
    if (run_piece_starts_[run_from] && run_piece_starts_[j + 1]) continue;
    const bool name = capital && ascii;
    if (!name && (letters < 2 || letters > longest_syllable)) continue;
    Reading reading;
    reading.start = run_at_[run_from];
    reading.end = run_at_[j] + 1;
    reading.boundary_lost = !run_piece_starts_[run_from];
    reading.word = true;
    reading.letters = run_.substr(run_from, letters);
    WordId word = words_.find(text::to_lower(reading.letters), capital);
    if (word == model::kUnknownWord && capital) word = capitals ? model::kUnknownAcronym : model::kUnknownName;
    readings_.push_back(std::move(reading));
    const float strange = name ? foreign_word + foreign_letter * static_cast<float>(letters)
                               : broken_word + broken_letter * static_cast<float>(letters);
    lattice_.add(node_ + run_from, node_ + j + 1, std::span(&word, 1), cost + strange);
  }
}

// What letters [run_from, run_to) of the run may be: the syllable that they spell, and those that the conversion makes
// so.
void SentenceReader::add_spelt(std::uint32_t run_from, std::uint32_t run_to, std::uint32_t node, std::uint32_t stray,
                               float cost, bool boundary_lost) {
  const std::u16string_view letters = std::u16string_view(run_).substr(run_from, run_to - run_from);
  Reading reading;
  reading.start = run_at_[run_from];
  reading.end = run_at_[run_to - 1] + 1;
  reading.stray_blanks = stray;
  reading.boundary_lost = boundary_lost;
  reading.word = true;
  const bool upper = letters.size() > 1 && is_upper(letters);
  reading.upper = upper ? 1 : 0;
  const bool first = run_from == 0 && node == 0;
  const LetterCase pattern = upper ? LetterCase::upper : text::letter_case(letters);
  const bool capitalised = !first && pattern == LetterCase::capitalised;
  const bool whole = run_piece_starts_[run_from] && run_piece_starts_[run_to] && stray == 0;
  if (!whole) {
    if (const text::Syllable syllable = text::parse(letters)) {
      if (lexicon_.frequency(syllable) >= (letters.size() == 1 ? known_as_letter : known)) {
        const WordId word = words_.find(syllable, capitalised);
        reading.letters = letters;
        readings_.push_back(reading);
        lattice_.add(node + run_from, node + run_to, std::span(&word, 1), cost);
      }
    }
  }
  const float rate = rates_.exchange[reading.upper];
  if (exchanges_.empty() || rate == 0) return;
  lower_ = text::to_lower(letters);
  reading.exchanged = true;
  for (const Meant& meant : origins(lower_, upper)) {
    const LetterCase shape = meant.capitals == Capitals::first ? LetterCase::capitalised : pattern;
    const WordId word = words_.find(meant.syllable, !first && shape == LetterCase::capitalised);
    reading.letters = text::apply_case(meant.word, shape);
    readings_.push_back(reading);
    lattice_.add(node + run_from, node + run_to, std::span(&word, 1), cost + nats(rate));
  }
}

const std::vector<SentenceReader::Meant>& SentenceReader::origins(const std::u16string& lower, bool upper) {
  const auto added = origins_[upper ? 1 : 0].try_emplace(lower);
  std::vector<Meant>& meant = added.first->second;
  if (added.second) {
    exchanges_.for_each_origin(lower, upper, [&](const Origin& origin) {
      const text::Syllable syllable = text::parse(origin.word);
      if (!syllable || lexicon_.frequency(syllable) < known) return;
      meant.push_back({std::u16string(origin.word), syllable, origin.capitals});
    });
  }
  return meant;
}

void SentenceReader::tell(const std::vector<std::uint32_t>& path, std::vector<Repair>& repairs, Counts& counts) const {
  // A stretch of readings between two places where a blank stands in the text and is meant.
  Repair stretch;
  bool open = false;
  bool changed = false;
  bool spacing = false;
  const auto close = [&] {
    if (open && changed) {
      stretch.kind = spacing ? Repair::Kind::spacing : Repair::Kind::letters;
      repairs.push_back(stretch);
    }
    open = false;
  };
  for (const std::uint32_t number : path) {
    const Reading& reading = readings_[number];
    if (!reading.word) {
      close();
      continue;
    }
    if (reading.boundary_lost) {
      stretch.meant += u' ';
      spacing = true;
      changed = true;
      ++counts.lost_blanks;
    } else {
      close();
      stretch = {};
      stretch.start = reading.start;
      open = true;
      changed = spacing = false;
    }
    stretch.end = reading.end;
    stretch.meant += reading.letters.empty()
                         ? std::u16string_view(analysis_->text).substr(reading.start, reading.end - reading.start)
                         : std::u16string_view(reading.letters);
    changed = changed || reading.exchanged || reading.stray_blanks > 0;
    spacing = spacing || reading.stray_blanks > 0;
    ++counts.boundaries;
    counts.blanks += static_cast<float>(1 + reading.stray_blanks);
    counts.stray_blanks += static_cast<float>(reading.stray_blanks);
    if (reading.exchanged) ++counts.exchanged[reading.upper];
    if (reading.intact) ++counts.intact[reading.upper];
  }
  close();
}

}  // namespace soat::check::extraction
