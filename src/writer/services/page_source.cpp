#include <com/sun/star/io/IOException.hpp>
#include <com/sun/star/lang/IllegalArgumentException.hpp>
#include <com/sun/star/uno/RuntimeException.hpp>
#include <cppuhelper/implbase2.hxx>
#include <exception>
#include <org/soat/XPageSource.hpp>

#include "writer/border/answer.h"
#include "writer/border/border.h"
#include "writer/border/service.h"
#include "writer/border/strings.h"
#include "writer/sources/page_fetcher.h"

namespace soat::writer {

namespace {

class PageSource final : public cppu::WeakImplHelper2<org::soat::XPageSource, css::lang::XServiceInfo> {
 public:
  static constexpr const char* implementation_name = "org.soat.implementation.PageSource";
  static constexpr const char* service_name = "org.soat.PageSource";

  explicit PageSource(const Context& context) : context_(context) {}

  SOAT_SERVICE_INFO()

  OUString SAL_CALL fetch(const OUString& address, sal_Int32 milliseconds) override {
    const css::uno::Reference<css::uno::XInterface> self(static_cast<cppu::OWeakObject*>(this));
    return answer(context_, self, [&] {
      PageLimits limits;
      if (milliseconds > 0) limits.time = std::chrono::milliseconds(milliseconds);
      const PageAnswer page = fetch_page(context_, to_view(address), limits);
      if (page.fault == PageFault::address) throw css::lang::IllegalArgumentException(to_office(page.message), self, 1);
      if (page.fault != PageFault::none) throw css::io::IOException(to_office(page.message), self);
      return to_office(std::string_view(page.item.dump()));
    });
  }

 private:
  Context context_;
};

}  // namespace

}  // namespace soat::writer

SOAT_CONSTRUCTOR(soat_create_page_source, soat::writer::PageSource)
