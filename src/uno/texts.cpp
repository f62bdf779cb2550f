#include "uno/texts.h"

#include <com/sun/star/resource/StringResourceWithLocation.hpp>
#include <com/sun/star/task/XInteractionHandler.hpp>

#include "uno/border.h"
#include "uno/strings.h"

namespace soat::uno {

OUString text(const Context& context, const char* name) {
  const OUString id = OUString::createFromAscii(name);
  return guarded("texts", id, [&] {
    return css::resource::StringResourceWithLocation::create(context, OUString::createFromAscii(dialogs_url), true,
                                                             interface_locale(context), "Texts", OUString(), {})
        ->resolveString(id);
  });
}

OUString text(const Context& context, const char* name, std::u16string_view first, std::u16string_view second) {
  return text(context, name).replaceAll("%1", to_office(first)).replaceAll("%2", to_office(second));
}

}  // namespace soat::uno
