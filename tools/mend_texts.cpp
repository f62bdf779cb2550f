// Writes texts again without the misspellings that the table of confusions knows: what is trained on them must not take
// for usual what many write wrong.
//
//     mend-texts CONFUSABLES DOUBLING OUTPUT COUNTS TEXT...
//
// COUNTS gets what was put right and how often, most frequent first: wrong, right, times; tab-separated.
#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "check/rules/garble/doubling_table.h"
#include "check/rules/spelling/confusable_table.h"
#include "run_tool.h"
#include "text/analysis.h"
#include "text/error.h"
#include "text/letter_case.h"
#include "text/utf.h"
#include "training/text_source.h"

namespace {

using namespace soat;
using check::ConfusableTable;
using check::DoublingTable;
using text::LetterCase;

// Mends lines and counts what it did.
class Mender {
 public:
  Mender(const std::filesystem::path& confusables, const std::filesystem::path& doubling)
      : table_(ConfusableTable::load(confusables)), compounds_(DoublingTable::load(doubling)) {}

  // The line with what is right in it; names and what lies in two compounds stay.
  const std::u16string& mend(const std::string& line) {
    text::analyse(text::to_utf16(line), analysis_);
    const std::vector<text::Token>& tokens = analysis_.tokens;
    out_.clear();
    std::uint32_t copied = 0;
    for (std::uint32_t i = 0; i < tokens.size(); ++i) {
      const ConfusableTable::Entry* entry = table_.find(analysis_, i);
      if (entry == nullptr) continue;
      const auto end = i + static_cast<std::uint32_t>(entry->wrong.size());
      const bool wrong = entry->kind == ConfusableTable::Kind::common ||
                         (entry->kind == ConfusableTable::Kind::spelling && !parts_compounds(i, end));
      if (wrong && !is_name(i, end)) {
        out_.append(analysis_.text, copied, tokens[i].start - copied);
        out_ += text::apply_case(entry->right.front(), tokens[i].letter_case);
        copied = tokens[end - 1].end;
        ++times_[{analysis_.text.substr(tokens[i].start, copied - tokens[i].start), entry->right.front()}];
      }
      i = end - 1;
    }
    out_.append(analysis_.text, copied);
    return out_;
  }

  void write_counts(const std::filesystem::path& path) const {
    std::vector<std::pair<std::uint64_t, std::string>> rows;
    for (const auto& [phrases, times] : times_)
      rows.emplace_back(times, text::to_utf8(phrases.first) + "\t" + text::to_utf8(phrases.second));
    std::ranges::sort(rows, [](const auto& a, const auto& b) {
      return a.first != b.first ? a.first > b.first : a.second < b.second;
    });
    std::ofstream file(path, std::ios::binary);
    for (const auto& [times, phrases] : rows) file << phrases << '\t' << times << '\n';
    if (!file.flush()) throw Error(path.string() + ": cannot be written; is the disk full?");
  }

 private:
  // Whether a phrase is the end of one compound or the beginning of another: dây chuyền | thông minh.
  bool parts_compounds(std::uint32_t first, std::uint32_t end) const {
    return (first > 0 && is_compound(first - 1)) || (end < analysis_.tokens.size() && is_compound(end - 1));
  }

  bool is_compound(std::uint32_t at) const {
    const text::Token& word = analysis_.tokens[at];
    const text::Token& next = analysis_.tokens[at + 1];
    return word.syllable && next.syllable && next.start == word.end + 1 &&
           compounds_.is_compound(word.syllable, next.syllable);
  }

  bool is_name(std::uint32_t first, std::uint32_t end) const {
    const std::vector<text::Token>& tokens = analysis_.tokens;
    if (tokens[first].letter_case != LetterCase::lower && !tokens[first].sentence_start) return true;
    return std::any_of(tokens.begin() + first + 1, tokens.begin() + end,
                       [](const text::Token& token) { return token.letter_case != LetterCase::lower; });
  }

  ConfusableTable table_;
  DoublingTable compounds_;
  std::map<std::pair<std::u16string, std::u16string>, std::uint64_t> times_;
  text::Analysis analysis_;
  std::u16string out_;
};

int run(const std::vector<std::string>& arguments) {
  if (arguments.size() < 5) {
    std::cerr << "usage: mend-texts CONFUSABLES DOUBLING OUTPUT COUNTS TEXT...\n";
    return 2;
  }
  Mender mender(arguments[0], arguments[1]);
  std::ofstream file(arguments[2], std::ios::binary);
  std::string line;
  for (std::size_t i = 4; i < arguments.size(); ++i) {
    training::TextSource source(arguments[i]);
    while (source.next_line(line)) file << text::to_utf8(mender.mend(line)) << '\n';
  }
  if (!file.flush()) throw Error(arguments[2] + ": cannot be written; is the disk full?");
  mender.write_counts(arguments[3]);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  return soat::tools::run_tool("mend-texts", run, argc, argv);
}
