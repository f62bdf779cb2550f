#include "spun_text.h"

#include <algorithm>
#include <charconv>
#include <fstream>

#include "text/error.h"
#include "text/letter_case.h"
#include "text/syllable.h"
#include "text/utf.h"

namespace soat::tools {
namespace {

std::string_view next_cell(std::string_view& line) {
  const std::string_view cell = line.substr(0, line.find('\t'));
  line.remove_prefix(std::min(line.size(), cell.size() + 1));
  return cell;
}

bool read_number(std::string_view& cell, std::uint32_t& value) {
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  if (error != std::errc{} || end == cell.data() + cell.size() || *end != ':') return false;
  cell.remove_prefix(static_cast<std::size_t>(end - cell.data()) + 1);
  return true;
}

// Small letters with i for y where usage allows both, so that spellings compare equal that the model has as one.
std::u16string fold(std::u16string_view text) {
  std::u16string out;
  const auto word = [&](std::u16string_view part) {
    const text::Syllable syllable = text::parse(part);
    out += syllable.valid() ? text::compose(text::fold_i_y(syllable)) : text::to_lower(part);
  };
  std::size_t start = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && text[i] != u' ') continue;
    if (i > start) {
      if (!out.empty()) out += u' ';
      word(text.substr(start, i - start));
    }
    start = i + 1;
  }
  return out;
}

}  // namespace

std::vector<SpunDocument> read_spun(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw Error(path.string() + ": cannot be read");
  std::vector<SpunDocument> documents;
  std::string name;
  std::size_t count = 0;
  for (std::string line; std::getline(file, line);) {
    ++count;
    std::string_view rest = line;
    const std::string_view document = next_cell(rest);
    if (documents.empty() || document != name) {
      documents.emplace_back();
      name = document;
    }
    SpunParagraph paragraph;
    paragraph.text = text::to_utf16(next_cell(rest));
    std::vector<std::uint32_t> units;  // by code point
    for (std::size_t at = 0; at < paragraph.text.size();) {
      units.push_back(static_cast<std::uint32_t>(at));
      text::next_code_point(paragraph.text, at);
    }
    units.push_back(static_cast<std::uint32_t>(paragraph.text.size()));
    while (!rest.empty()) {
      std::string_view cell = next_cell(rest);
      Damage damage;
      std::uint32_t percent = 0;
      if (!read_number(cell, damage.start) || !read_number(cell, damage.end) || !read_number(cell, percent) ||
          percent > 100 || damage.end >= units.size() || damage.start > damage.end)
        throw Error(path.string() + ":" + std::to_string(count) + ": is no list of broken places");
      damage.start = units[damage.start];
      damage.end = units[damage.end];
      damage.certainty = static_cast<float>(percent) / 100;
      damage.right = text::to_utf16(cell);
      paragraph.damage.push_back(std::move(damage));
    }
    documents.back().paragraphs.push_back(std::move(paragraph));
    text::analyse(documents.back().paragraphs.back().text, documents.back().analyses.emplace_back());
  }
  return documents;
}

Verdict judge(const model::LanguageModel& words, const SpunParagraph& paragraph, const text::Analysis& analysis,
              const check::garble::Replacement& suspect) {
  Verdict verdict;
  const auto [start, end] = analysis.original_span(suspect.start, suspect.end);
  const std::u16string_view text = paragraph.text;
  for (const Damage& damage : paragraph.damage) {
    if (start >= std::max(damage.end, damage.start + 1) || damage.start >= std::max(end, start + 1)) continue;
    verdict.broken = std::max(verdict.broken, damage.certainty);
    const std::uint32_t first = std::min(start, damage.start);
    const std::uint32_t last = std::max(end, damage.end);
    std::u16string filler;
    for (const model::WordId word : suspect.filler_words()) filler += u" " + text::to_utf16(words.spelling(word));
    const auto replaced = [&](std::uint32_t from, std::uint32_t to, std::u16string_view by) {
      return fold(std::u16string(text.substr(first, from - first)) + u" " + std::u16string(by) + u" " +
                  std::u16string(text.substr(to, last - to)));
    };
    if (replaced(start, end, filler) == replaced(damage.start, damage.end, damage.right)) verdict.repaired = true;
  }
  return verdict;
}

}  // namespace soat::tools
