#include "reference/reference_list.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "reference/source_list/authors_cited.h"
#include "reference/source_list/list.h"
#include "reference/source_list/numbers_cited.h"

namespace soat::reference {
namespace {

using source_list::Entry;
using source_list::List;

void find_repeated(const List& list, ReferenceListReview& review) {
  std::map<std::u16string, std::uint32_t> known;
  for (const Entry& entry : list.entries) {
    std::vector<std::u16string> marks = entry.addresses;
    marks.push_back(u"=" + entry.words);
    std::optional<std::uint32_t> first;
    for (const std::u16string& mark : marks) {
      const auto [at, added] = known.try_emplace(mark, entry.paragraph);
      if (!added && at->second != entry.paragraph && !first) first = at->second;
    }
    if (first) review.repeated.push_back({entry.paragraph, *first});
  }
}

}  // namespace

ReferenceListReview review_reference_list(std::span<const std::u16string_view> paragraphs) {
  ReferenceListReview review;
  const std::optional<List> list = source_list::find_list(paragraphs);
  if (!list) return review;
  review.has_list = true;
  find_repeated(*list, review);
  if (list->numbered && source_list::review_numbers(paragraphs, *list, review)) return review;
  if (list->entries.size() >= 3) source_list::review_authors(paragraphs, *list, review);
  return review;
}

}  // namespace soat::reference
