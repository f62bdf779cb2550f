#include "citation/zotero/lost_copies.h"

#include <algorithm>
#include <unordered_map>

namespace soat::citation::zotero {

std::vector<std::size_t> count_texts(std::u16string_view where, const std::vector<std::u16string>& texts) {
  std::vector<std::size_t> counts(texts.size(), 0);
  std::unordered_map<char16_t, std::vector<std::size_t>> by_first;
  for (std::size_t i = 0; i < texts.size(); ++i) by_first[texts[i].front()].push_back(i);
  for (auto& [first, indexes] : by_first) {
    std::ranges::sort(indexes, [&](std::size_t a, std::size_t b) { return texts[a].size() > texts[b].size(); });
  }
  for (std::size_t at = 0; at < where.size();) {
    std::size_t step = 1;
    if (const auto candidates = by_first.find(where[at]); candidates != by_first.end()) {
      const auto fits = std::ranges::find_if(
          candidates->second, [&](std::size_t i) { return where.compare(at, texts[i].size(), texts[i]) == 0; });
      if (fits != candidates->second.end()) {
        ++counts[*fits];
        step = texts[*fits].size();
      }
    }
    at += step;
  }
  return counts;
}

}  // namespace soat::citation::zotero
