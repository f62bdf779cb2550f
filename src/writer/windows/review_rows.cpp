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
  RowSource* const source = source_;
  told_ = source != nullptr ? source->row_count() : 0;
  using Listener = css::awt::grid::XGridDataListener;
  const sal_Int32 now = told_;
  if (now < before) tell(&Listener::rowsRemoved, now, before - 1);
  if (now > before) tell(&Listener::rowsInserted, before, now - 1);
  if (now > 0 && before > 0) tell(&Listener::dataChanged, 0, std::min(before, now) - 1);
}

void ReviewRows::tell(Tell what, sal_Int32 first, sal_Int32 last) {
  css::awt::grid::GridDataEvent event;
  event.Source = static_cast<cppu::OWeakObject*>(this);
  event.FirstColumn = 0;
  event.LastColumn = columns_ - 1;
  event.FirstRow = first;
  event.LastRow = last;
  std::vector<Reference<css::awt::grid::XGridDataListener>> listeners;
  {
    const std::lock_guard lock(mutex_);
    listeners = listeners_;
  }
  for (const auto& listener : listeners) guarded("rows", [&] { (listener.get()->*what)(event); });
}

Any ReviewRows::getCellData(sal_Int32 column, sal_Int32 row) {
  return guarded("rows", Any(), [&] {
    RowSource* const source = source_;
    return source != nullptr && row >= 0 && row < source->row_count() ? source->cell(column, row) : Any();
  });
}

Any ReviewRows::getCellToolTip(sal_Int32 /*column*/, sal_Int32 row) {
  return guarded("rows", Any(), [&] {
    RowSource* const source = source_;
    return source != nullptr && row >= 0 && row < source->row_count() ? source->tip(row) : Any();
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
  std::vector<Reference<css::lang::XEventListener>> listeners;
  {
    const std::lock_guard lock(mutex_);
    listeners_.clear();
    listeners = std::exchange(event_listeners_, {});
  }
  const css::lang::EventObject event(static_cast<cppu::OWeakObject*>(this));
  for (const auto& listener : listeners) guarded("rows", [&] { listener->disposing(event); });
}

void ReviewRows::addEventListener(const Reference<css::lang::XEventListener>& listener) {
  const std::lock_guard lock(mutex_);
  event_listeners_.push_back(listener);
}

void ReviewRows::removeEventListener(const Reference<css::lang::XEventListener>& listener) {
  const std::lock_guard lock(mutex_);
  std::erase(event_listeners_, listener);
}

void ReviewRows::addGridDataListener(const Reference<css::awt::grid::XGridDataListener>& listener) {
  const std::lock_guard lock(mutex_);
  listeners_.push_back(listener);
}

void ReviewRows::removeGridDataListener(const Reference<css::awt::grid::XGridDataListener>& listener) {
  const std::lock_guard lock(mutex_);
  std::erase(listeners_, listener);
}

}  // namespace soat::writer
