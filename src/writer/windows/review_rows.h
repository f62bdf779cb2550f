#pragma once

#include <atomic>
#include <com/sun/star/awt/grid/XMutableGridDataModel.hpp>
#include <cppuhelper/implbase1.hxx>
#include <mutex>
#include <vector>

#include "writer/border/configuration.h"

namespace soat::writer {

// What the rows of a list show; asked for only those on the screen, on the main thread.
class RowSource {
 public:
  virtual sal_Int32 row_count() = 0;
  virtual css::uno::Any cell(sal_Int32 column, sal_Int32 row) = 0;
  virtual css::uno::Any tip(sal_Int32 row) = 0;

 protected:
  ~RowSource() = default;
};

// The data of a grid control that stay where they are: nothing is copied into the control. For the main thread; but the
// control may end, and leave, on another one.
class ReviewRows final : public cppu::WeakImplHelper1<css::awt::grid::XMutableGridDataModel> {
 public:
  ReviewRows(RowSource* source, sal_Int32 columns) : source_(source), columns_(columns) {}

  // The source is gone; there are no rows any more.
  void forget_source() { source_ = nullptr; }

  // To be called when the source has other rows now, or other things in them.
  void tell_changes();

  // XGridDataModel
  sal_Int32 SAL_CALL getRowCount() override { return told_; }
  sal_Int32 SAL_CALL getColumnCount() override { return columns_; }
  css::uno::Any SAL_CALL getCellData(sal_Int32 column, sal_Int32 row) override;
  css::uno::Any SAL_CALL getCellToolTip(sal_Int32 column, sal_Int32 row) override;
  css::uno::Any SAL_CALL getRowHeading(sal_Int32) override { return {}; }
  css::uno::Sequence<css::uno::Any> SAL_CALL getRowData(sal_Int32 row) override;

  css::uno::Reference<css::util::XCloneable> SAL_CALL createClone() override;

  void SAL_CALL dispose() override;
  void SAL_CALL addEventListener(const css::uno::Reference<css::lang::XEventListener>& listener) override;
  void SAL_CALL removeEventListener(const css::uno::Reference<css::lang::XEventListener>& listener) override;

  void SAL_CALL addGridDataListener(const css::uno::Reference<css::awt::grid::XGridDataListener>& listener) override;
  void SAL_CALL removeGridDataListener(const css::uno::Reference<css::awt::grid::XGridDataListener>& listener) override;

  // The source changes the rows, nobody else does.
  void SAL_CALL addRow(const css::uno::Any&, const css::uno::Sequence<css::uno::Any>&) override {}
  void SAL_CALL addRows(const css::uno::Sequence<css::uno::Any>&,
                        const css::uno::Sequence<css::uno::Sequence<css::uno::Any>>&) override {}
  void SAL_CALL insertRow(sal_Int32, const css::uno::Any&, const css::uno::Sequence<css::uno::Any>&) override {}
  void SAL_CALL insertRows(sal_Int32, const css::uno::Sequence<css::uno::Any>&,
                           const css::uno::Sequence<css::uno::Sequence<css::uno::Any>>&) override {}
  void SAL_CALL removeRow(sal_Int32) override {}
  void SAL_CALL removeAllRows() override {}
  void SAL_CALL updateCellData(sal_Int32, sal_Int32, const css::uno::Any&) override {}
  void SAL_CALL updateRowData(const css::uno::Sequence<sal_Int32>&, sal_Int32,
                              const css::uno::Sequence<css::uno::Any>&) override {}
  void SAL_CALL updateRowHeading(sal_Int32, const css::uno::Any&) override {}
  void SAL_CALL updateCellToolTip(sal_Int32, sal_Int32, const css::uno::Any&) override {}
  void SAL_CALL updateRowToolTip(sal_Int32, const css::uno::Any&) override {}

 private:
  using Tell = void (SAL_CALL css::awt::grid::XGridDataListener::*)(const css::awt::grid::GridDataEvent&);
  void tell(Tell what, sal_Int32 first, sal_Int32 last);

  std::atomic<RowSource*> source_;
  sal_Int32 columns_;
  std::atomic<sal_Int32> told_ = 0;  // rows that the control knows of
  std::mutex mutex_;                 // for both:
  std::vector<css::uno::Reference<css::awt::grid::XGridDataListener>> listeners_;
  std::vector<css::uno::Reference<css::lang::XEventListener>> event_listeners_;
};

}  // namespace soat::writer
