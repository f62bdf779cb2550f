#pragma once

#include <atomic>
#include <com/sun/star/util/XCloseListener.hpp>
#include <cppuhelper/implbase1.hxx>
#include <rtl/ref.hxx>

#include "writer/border/configuration.h"

namespace soat::writer {

// Knows whether a document is still open. What the office gives for parts of a document does not: some of it reads what
// is gone, and views that were made to wait must not be told to go on.
class StillOpen {
 public:
  // Null, or what cannot be closed: always open.
  explicit StillOpen(const css::uno::Reference<css::uno::XInterface>& document);
  ~StillOpen();
  StillOpen(const StillOpen&) = delete;
  StillOpen& operator=(const StillOpen&) = delete;

  // For any thread.
  bool is_open() const { return listener_->is_open(); }

 private:
  class Listener final : public cppu::WeakImplHelper1<css::util::XCloseListener> {
   public:
    bool is_open() const { return open_; }

    void SAL_CALL queryClosing(const css::lang::EventObject&, sal_Bool) override {}
    void SAL_CALL notifyClosing(const css::lang::EventObject&) override { open_ = false; }
    void SAL_CALL disposing(const css::lang::EventObject&) override { open_ = false; }

   private:
    std::atomic<bool> open_ = true;
  };

  rtl::Reference<Listener> listener_;
  css::uno::Reference<css::uno::XInterface> document_;
};

}  // namespace soat::writer
