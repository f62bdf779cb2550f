#include "writer/text/deletions.h"

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

void for_each_deletion(const Reference<css::uno::XInterface>& document,
                       const std::function<void(const Range&, const Range&)>& action) {
  const Reference<css::document::XRedlinesSupplier> supplier(document, UNO_QUERY);
  const Reference<css::container::XEnumerationAccess> all(supplier.is() ? supplier->getRedlines() : nullptr);
  const auto changes = all.is() ? all->createEnumeration() : nullptr;
  while (changes.is() && changes->hasMoreElements()) {
    const Properties change(changes->nextElement(), UNO_QUERY);
    if (property<OUString>(change, "RedlineType") != "Delete") continue;
    guarded("deleted text", [&] {
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

Deletions::Deletions(const Reference<css::uno::XInterface>& document) {
  for_each_deletion(document, [this](const Range& start, const Range& end) {
    const Reference<css::uno::XInterface> text(start->getText(), UNO_QUERY);
    const auto known =
        std::find_if(texts_.begin(), texts_.end(), [&](const InText& one) { return one.text.get() == text.get(); });
    InText& there = known == texts_.end() ? texts_.emplace_back(InText{text, {}}) : *known;
    there.deletions.push_back({start, end});
  });
}

bool Deletions::cover(const Range& range) const {
  const Reference<css::uno::XInterface> text(range->getText(), UNO_QUERY);
  const auto there =
      std::find_if(texts_.begin(), texts_.end(), [&](const InText& one) { return one.text.get() == text.get(); });
  if (there == texts_.end()) return false;
  const Reference<css::text::XTextRangeCompare> compare(text, UNO_QUERY_THROW);
  // The first that ends behind the range's start.
  const auto deletion = std::partition_point(
      there->deletions.begin(), there->deletions.end(),
      [&](const Deletion& one) { return compare->compareRegionStarts(one.end, range->getStart()) >= 0; });
  return deletion != there->deletions.end() && compare->compareRegionStarts(deletion->start, range->getStart()) >= 0 &&
         compare->compareRegionEnds(deletion->end, range->getEnd()) <= 0;
}

}  // namespace soat::writer
