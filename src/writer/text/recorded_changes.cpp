#include "writer/text/recorded_changes.h"

#include <algorithm>
#include <com/sun/star/container/XEnumerationAccess.hpp>
#include <com/sun/star/document/XRedlinesSupplier.hpp>
#include <com/sun/star/text/XText.hpp>
#include <com/sun/star/text/XTextRangeCompare.hpp>
#include <utility>

#include "writer/border/border.h"
#include "writer/border/properties.h"

namespace soat::writer {

using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;
using Range = Reference<css::text::XTextRange>;

void for_each_change(const Reference<css::uno::XInterface>& document, ChangeKind kind,
                     const std::function<void(const Range&, const Range&)>& action) {
  const char* const wanted = kind == ChangeKind::insertion ? "Insert" : "Delete";
  const Reference<css::document::XRedlinesSupplier> supplier(document, UNO_QUERY);
  const Reference<css::container::XEnumerationAccess> all(supplier.is() ? supplier->getRedlines() : nullptr);
  const auto changes = all.is() ? all->createEnumeration() : nullptr;
  while (changes.is() && changes->hasMoreElements()) {
    const Properties change(changes->nextElement(), UNO_QUERY);
    if (!property<OUString>(change, "RedlineType").equalsAscii(wanted)) continue;
    guarded("recorded change", [&] {
      const auto end = [&](const char* name) {
        return Range(property<Reference<css::uno::XInterface>>(change, name), UNO_QUERY_THROW);
      };
      Range start = end("RedlineStart");
      Range behind = end("RedlineEnd");
      // Writer gives them in either order.
      const Reference<css::text::XTextRangeCompare> compare(start->getText(), UNO_QUERY);
      if (compare.is() && start->getText() == behind->getText() && compare->compareRegionStarts(start, behind) < 0)
        std::swap(start, behind);
      action(start, behind);
    });
  }
}

RecordedChanges::RecordedChanges(const Reference<css::uno::XInterface>& document, ChangeKind kind) {
  for_each_change(document, kind, [this](const Range& start, const Range& end) {
    const Reference<css::uno::XInterface> text(start->getText(), UNO_QUERY);
    const auto known =
        std::find_if(texts_.begin(), texts_.end(), [&](const InText& one) { return one.text.get() == text.get(); });
    InText& there = known == texts_.end() ? texts_.emplace_back(InText{text, {}}) : *known;
    there.changes.push_back({start, end});
  });
}

// The question about the changes in the text of a range; false where there is none.
bool RecordedChanges::ask(const Range& where, const Question& question) const {
  const Reference<css::uno::XInterface> text(where->getText(), UNO_QUERY);
  const auto there =
      std::find_if(texts_.begin(), texts_.end(), [&](const InText& one) { return one.text.get() == text.get(); });
  if (there == texts_.end()) return false;
  return guarded("recorded change", false, [&] {
    return question(there->changes, Reference<css::text::XTextRangeCompare>(text, UNO_QUERY_THROW));
  });
}

bool RecordedChanges::cover(const Range& range) const {
  return ask(range, [&](const auto& changes, const auto& compare) {
    // The first that ends behind the range's start.
    const auto change = std::partition_point(changes.begin(), changes.end(), [&](const Change& one) {
      return compare->compareRegionStarts(one.end, range->getStart()) >= 0;
    });
    return change != changes.end() && compare->compareRegionStarts(change->start, range->getStart()) >= 0 &&
           compare->compareRegionEnds(change->end, range->getEnd()) <= 0;
  });
}

bool RecordedChanges::hold(const Range& place) const {
  return ask(place, [&](const auto& changes, const auto& compare) {
    // The first that ends behind the place; one before it may end there.
    const auto change = std::partition_point(changes.begin(), changes.end(), [&](const Change& one) {
      return compare->compareRegionStarts(one.end, place) >= 0;
    });
    if (change == changes.end()) return false;
    const sal_Int16 order = compare->compareRegionStarts(change->start, place);
    return order > 0 ||
           (order == 0 && change != changes.begin() && compare->compareRegionStarts((change - 1)->end, place) == 0);
  });
}

bool RecordedChanges::end_at(const Range& place) const {
  return ask(place, [&](const auto& changes, const auto& compare) {
    return std::ranges::any_of(changes,
                               [&](const Change& one) { return compare->compareRegionStarts(one.end, place) == 0; });
  });
}

}  // namespace soat::writer
