#include "writer/windows/review_rows.h"

#include <algorithm>
#include <utility>

#include "writer/border/border.h"

namespace soat::writer {

using css::uno::Any;
using css::uno::Reference;

// Rows that stay keep their numbers, so that the list stays where it is scrolled to.
void ReviewRows::tell_changes() {
  const sal_Int32 before = told_;
  told_ = source_ != nullptr ? source_->row_count() : 0;
  using Listener = css::awt::grid::XGridDataListener;
  if (told_ < before) tell(&Listener::rowsRemoved, told_, before - 1);
  if (told_ > before) tell(&Listener::rowsInserted, before, told_ - 1);
  if (told_ > 0 && before > 0) tell(&Listener::dataChanged, 0, std::min(before, told_) - 1);
}

void ReviewRows::tell(Tell what, sal_Int32 first, sal_Int32 last) {
  css::awt::grid::GridDataEvent event;
  event.Source = static_cast<cppu::OWeakObject*>(this);
  event.FirstColumn = 0;
  event.LastColumn = columns_ - 1;
  event.FirstRow = first;
  event.LastRow = last;
  const auto listeners = listeners_;
  for (const auto& listener : listeners) guarded("rows", [&] { (listener.get()->*what)(event); });
}

Any ReviewRows::getCellData(sal_Int32 column, sal_Int32 row) {
  return guarded("rows", Any(), [&] {
    return source_ != nullptr && row >= 0 && row < source_->row_count() ? source_->cell(column, row) : Any();
  });
}

Any ReviewRows::getCellToolTip(sal_Int32 /*column*/, sal_Int32 row) {
  return guarded("rows", Any(), [&] {
    return source_ != nullptr && row >= 0 && row < source_->row_count() ? source_->tip(row) : Any();
  });
}

css::uno::Sequence<Any> ReviewRows::getRowData(sal_Int32 row) {
  css::uno::Sequence<Any> out(columns_);
  for (sal_Int32 column = 0; column < columns_; ++column) out.getArray()[column] = getCellData(column, row);
  return out;
}

Reference<css::util::XCloneable> ReviewRows::createClone() {
  return new ReviewRows(nullptr, columns_);
}

void ReviewRows::dispose() {
  forget_source();
  listeners_.clear();
  const auto listeners = std::exchange(event_listeners_, {});
  const css::lang::EventObject event(static_cast<cppu::OWeakObject*>(this));
  for (const auto& listener : listeners) guarded("rows", [&] { listener->disposing(event); });
}

void ReviewRows::addEventListener(const Reference<css::lang::XEventListener>& listener) {
  event_listeners_.push_back(listener);
}

void ReviewRows::removeEventListener(const Reference<css::lang::XEventListener>& listener) {
  std::erase(event_listeners_, listener);
}

void ReviewRows::addGridDataListener(const Reference<css::awt::grid::XGridDataListener>& listener) {
  listeners_.push_back(listener);
}

void ReviewRows::removeGridDataListener(const Reference<css::awt::grid::XGridDataListener>& listener) {
  std::erase(listeners_, listener);
}

}  // namespace soat::writer
