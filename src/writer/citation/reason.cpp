#include "writer/citation/reason.h"

#include <com/sun/star/uno/Exception.hpp>

#include "citation/csl/errors.h"
#include "citation/session/faults.h"
#include "text/error.h"
#include "writer/border/strings.h"
#include "writer/border/texts.h"

namespace soat::writer {

std::u16string reason_of(const Context& context, const std::exception_ptr& error) {
  const auto reason = [&](const text::Message& message) { return std::u16string(to_view(text(context, message))); };
  try {
    std::rethrow_exception(error);
  } catch (const css::uno::Exception& failure) {
    return reason({texts::citation_error_office, to_view(failure.Message)});
  } catch (const citation::StyleMissing& failure) {
    return reason({texts::citation_error_no_style, failure.id()});
  } catch (const citation::session::Fault& failure) {
    return std::u16string(to_view(text(context, failure)));
  } catch (const std::exception& failure) {
    return reason({texts::citation_error_failed, said_by(failure)});
  } catch (...) {
    return reason({texts::citation_error_failed, "?"});
  }
}

}  // namespace soat::writer
