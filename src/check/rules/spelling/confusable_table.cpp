#include "check/rules/spelling/confusable_table.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

#include "text/hash.h"
#include "text/table_reader.h"
#include "text/utf.h"
#include "texts/error.h"

namespace soat::check {
namespace {

using text::Analysis;
using text::Syllable;

constexpr auto kinds = std::to_array<std::pair<std::string_view, ConfusableTable::Kind>>({
    {"spelling", ConfusableTable::Kind::spelling},
    {"common", ConfusableTable::Kind::common},
    {"garble", ConfusableTable::Kind::garble},
    {"calque", ConfusableTable::Kind::calque},
    {"opening", ConfusableTable::Kind::opening},
    {"right", ConfusableTable::Kind::right},
});

std::vector<Syllable> syllables_of(std::string_view phrase, const text::TableReader& table) {
  std::vector<Syllable> out;
  for (const std::string_view word : text::split(phrase, ' ')) {
    const Syllable syllable = text::parse(text::to_utf16(word));
    if (!syllable) table.fail({texts::error_row_no_syllable, word});
    out.push_back(text::fold_i_y(syllable));
  }
  return out;
}

// The parts of a cell with several; none of an empty one.
std::vector<std::string_view> parts_of(std::string_view cell) {
  return cell.empty() ? std::vector<std::string_view>() : text::split(cell, '|');
}

// The bit of two syllables that begin a phrase.
std::uint16_t start_bit(Syllable first, Syllable second) {
  return static_cast<std::uint16_t>(text::spread(std::uint64_t{first.code()} << 16 | second.code()) >> 48);
}

// Whether the phrase stands from a token on, with one blank between its words, inside one sentence.
bool stands_at(const Analysis& analysis, std::size_t token, const std::vector<Syllable>& phrase) {
  const std::vector<text::Token>& tokens = analysis.tokens;
  if (token + phrase.size() > tokens.size()) return false;
  for (std::size_t i = 0; i < phrase.size(); ++i) {
    if (!tokens[token + i].syllable || text::fold_i_y(tokens[token + i].syllable) != phrase[i]) return false;
    if (i == 0) continue;
    const std::uint32_t gap = tokens[token + i - 1].end;
    if (tokens[token + i].start != gap + 1 || analysis.text[gap] == u'\n') return false;
  }
  return true;
}

}  // namespace

ConfusableTable ConfusableTable::load(const std::filesystem::path& file) {
  ConfusableTable table;
  text::TableReader rows(file, "confusables");
  while (rows.next(2, 5)) {
    Entry entry;
    const auto known = std::ranges::find(kinds, rows[0], &std::pair<std::string_view, Kind>::first);
    if (known == kinds.end()) rows.fail(texts::error_row_confusable_kind);
    entry.kind = known->second;
    entry.wrong = syllables_of(rows[1], rows);
    for (const std::string_view right : parts_of(rows[2])) entry.right.push_back(text::to_utf16(right));
    if (entry.right.empty() != (entry.kind == Kind::right)) rows.fail(texts::error_row_no_right);
    for (const std::string_view exception : parts_of(rows[3])) {
      Entry::Exception longer{syllables_of(exception, rows), 0};
      const auto found =
          std::search(longer.phrase.begin(), longer.phrase.end(), entry.wrong.begin(), entry.wrong.end());
      if (found == longer.phrase.end()) rows.fail(texts::error_row_exception);
      longer.at = static_cast<std::uint32_t>(found - longer.phrase.begin());
      entry.exceptions.push_back(std::move(longer));
    }
    entry.reason = text::to_utf16(rows[4]);
    if (entry.wrong.size() < 2) rows.fail();
    table.starts_.set(start_bit(entry.wrong[0], entry.wrong[1]));
    table.by_first_[entry.wrong.front().code()].push_back(static_cast<std::uint32_t>(table.entries_.size()));
    table.entries_.push_back(std::move(entry));
  }
  // The longest phrase is tried first.
  for (auto& [code, numbers] : table.by_first_) {
    std::stable_sort(numbers.begin(), numbers.end(), [&](std::uint32_t a, std::uint32_t b) {
      return table.entries_[a].wrong.size() > table.entries_[b].wrong.size();
    });
  }
  return table;
}

const ConfusableTable::Entry* ConfusableTable::find(const Analysis& analysis, std::uint32_t token) const {
  if (token + 1 >= analysis.tokens.size()) return nullptr;
  const text::Token& next = analysis.tokens[token + 1];
  if (!analysis.tokens[token].syllable || !next.syllable) return nullptr;
  const Syllable first = text::fold_i_y(analysis.tokens[token].syllable);
  if (!starts_.test(start_bit(first, text::fold_i_y(next.syllable)))) return nullptr;
  const auto entries = by_first_.find(first.code());
  if (entries == by_first_.end()) return nullptr;  // another pair has the bit
  for (const std::uint32_t number : entries->second) {
    const Entry& entry = entries_[number];
    if (!stands_at(analysis, token, entry.wrong)) continue;
    const bool right = std::ranges::any_of(entry.exceptions, [&](const Entry::Exception& longer) {
      return token >= longer.at && stands_at(analysis, token - longer.at, longer.phrase);
    });
    return right ? nullptr : &entry;
  }
  return nullptr;
}

}  // namespace soat::check
