#include "check/rules/spelling/confusable_table.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

#include "check/context/data_lines.h"
#include "text/utf.h"

namespace soat::check {
namespace {

using text::Analysis;
using text::Syllable;

constexpr auto kinds = std::to_array<std::pair<std::string_view, ConfusableTable::Kind>>({
    {"spelling", ConfusableTable::Kind::spelling},
    {"common", ConfusableTable::Kind::common},
    {"garble", ConfusableTable::Kind::garble},
    {"right", ConfusableTable::Kind::right},
});

std::string_view trimmed(std::string_view part) {
  const std::size_t first = part.find_first_not_of(' ');
  if (first == std::string_view::npos) return {};
  return part.substr(first, part.find_last_not_of(' ') + 1 - first);
}

// Calls take(part) for every non-empty part between the separators.
template <typename Take>
void for_each_part(std::string_view line, char separator, Take&& take) {
  for (std::size_t at = 0; at <= line.size();) {
    const std::size_t end = std::min(line.find(separator, at), line.size());
    if (const std::string_view part = trimmed(line.substr(at, end - at)); !part.empty()) take(part);
    at = end + 1;
  }
}

std::vector<Syllable> syllables_of(std::string_view phrase, const context::DataLines& lines) {
  std::vector<Syllable> out;
  for_each_part(phrase, ' ', [&](std::string_view word) {
    const Syllable syllable = text::parse(text::to_utf16(word));
    if (!syllable) lines.fail("“" + std::string(word) + "” is no syllable");
    out.push_back(text::fold_i_y(syllable));
  });
  return out;
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
  context::DataLines lines(file);
  std::string_view line;
  while (lines.next(line)) {
    Entry entry;
    const std::size_t blank = std::min(line.find(' '), line.size());
    const std::string_view kind = line.substr(0, blank);
    const auto known = std::ranges::find(kinds, kind, &std::pair<std::string_view, Kind>::first);
    if (known == kinds.end()) lines.fail("begins with no kind of entry");
    entry.kind = known->second;
    const std::size_t semicolon = std::min(line.find(';'), line.size());
    entry.reason = text::to_utf16(trimmed(line.substr(std::min(semicolon + 1, line.size()))));
    line = line.substr(0, semicolon);
    const std::size_t bang = std::min(line.find('!'), line.size());
    const std::size_t equals = std::min(line.find('='), bang);
    entry.wrong = syllables_of(line.substr(blank, equals - blank), lines);
    for_each_part(line.substr(std::min(equals + 1, bang), bang - std::min(equals + 1, bang)), '|',
                  [&](std::string_view right) { entry.right.push_back(text::to_utf16(right)); });
    if (entry.wrong.empty() || entry.right.empty() != (entry.kind == Kind::right))
      lines.fail("lacks a phrase or what is right");
    for_each_part(line.substr(std::min(bang + 1, line.size())), ',', [&](std::string_view exception) {
      Entry::Exception longer{syllables_of(exception, lines), 0};
      const auto found =
          std::search(longer.phrase.begin(), longer.phrase.end(), entry.wrong.begin(), entry.wrong.end());
      if (found == longer.phrase.end()) lines.fail("names an exception without the phrase");
      longer.at = static_cast<std::uint32_t>(found - longer.phrase.begin());
      entry.exceptions.push_back(std::move(longer));
    });
    table.starts_.set(entry.wrong.front().code());
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
  if (!analysis.tokens[token].syllable) return nullptr;
  const Syllable first = text::fold_i_y(analysis.tokens[token].syllable);
  if (!starts_.test(first.code())) return nullptr;
  for (const std::uint32_t number : by_first_.at(first.code())) {
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
