#include "training/learn_additions.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>

#include "model/token_stream.h"
#include "text/analysis.h"
#include "text/error.h"
#include "text/utf.h"
#include "texts/error.h"
#include "training/text_source.h"

namespace soat::training {

namespace {

constexpr unsigned kLongest = model::Additions::kLongest;

std::string form_of(const text::Analysis& analysis, const model::Item& item, std::u16string& lower) {
  if (item.kind == model::Item::Kind::fixed) return std::string(model::class_name(item.fixed));
  std::string form = item.capitalised ? "^" : item.letter_case == text::LetterCase::upper ? "+" : "";
  if (item.kind == model::Item::Kind::syllable) {
    if (!item.capitalised) form.clear();
    return form + text::to_utf8(text::spell(text::fold_i_y(item.syllable)));
  }
  model::lower_form(std::u16string_view(analysis.text).substr(item.start, item.end - item.start), lower);
  return form + text::to_utf8(lower);
}

// Calls visit with the words of each sentence, boundaries at both ends.
template <typename Visit>
void for_each_sentence(std::span<const std::filesystem::path> texts, Visit&& visit) {
  text::Analysis analysis;
  std::vector<model::Item> items;
  std::vector<std::string> words;
  std::u16string lower;
  std::string line;
  for (const std::filesystem::path& path : texts) {
    TextSource source(path);
    while (source.next_line(line)) {
      text::analyse(text::to_utf16(line), analysis);
      for (const text::Sentence& sentence : analysis.sentences) {
        read_sentence(analysis, sentence, items);
        if (items.empty()) continue;
        words.assign(1, std::string(model::class_name(model::kBoundary)));
        for (const model::Item& item : items) words.push_back(form_of(analysis, item, lower));
        words.push_back(words.front());
        visit(std::span<const std::string>(words));
      }
    }
  }
}

std::string joined(std::span<const std::string> words) {
  std::string key = words.front();
  for (const std::string& word : words.subspan(1)) key += ' ' + word;
  return key;
}

}  // namespace

model::Additions learn_additions(std::span<const std::filesystem::path> texts, std::uint32_t minimum) {
  // One pass for each length: an n-gram can only come back so often if the n-grams one shorter in it do (Agrawal and
  // Srikant 1994), so that no more than what is kept need be remembered.
  using Counts = std::unordered_map<std::string, std::uint32_t>;
  std::array<Counts, kLongest + 1> counts;
  for (unsigned k = 1; k <= kLongest; ++k) {
    for_each_sentence(texts, [&](std::span<const std::string> words) {
      // The closing boundary is the opening one of the next sentence: as a word of its own it counts once.
      const std::size_t end = k == 1 ? words.size() - 1 : words.size();
      for (std::size_t i = 0; i + k <= end; ++i) {
        const auto gram = words.subspan(i, k);
        if (k > 1 &&
            (!counts[k - 1].contains(joined(gram.first(k - 1))) || !counts[k - 1].contains(joined(gram.last(k - 1))))) {
          continue;
        }
        ++counts[k][joined(gram)];
      }
    });
    std::erase_if(counts[k], [minimum](const auto& entry) { return entry.second < minimum; });
  }
  model::Additions result;
  for (unsigned k = 1; k <= kLongest; ++k) {
    std::vector<std::pair<std::string, std::uint32_t>> sorted(counts[k].begin(), counts[k].end());
    std::sort(sorted.begin(), sorted.end());
    for (const auto& [key, count] : sorted) {
      model::Additions::Entry entry;
      entry.count = count;
      for (std::size_t begin = 0; begin <= key.size();) {
        const std::size_t end = std::min(key.find(' ', begin), key.size());
        entry.words.push_back(key.substr(begin, end - begin));
        begin = end + 1;
      }
      result.entries.push_back(std::move(entry));
    }
  }
  const bool only_boundary = result.entries.size() <= 1;
  if (only_boundary) {
    throw Error(soat::texts::error_training_nothing, texts.empty() ? std::string("-") : texts.front().string(),
                minimum);
  }
  return result;
}

}  // namespace soat::training
