#include "writer/border/texts.h"

#include <com/sun/star/resource/StringResourceWithLocation.hpp>
#include <com/sun/star/task/XInteractionHandler.hpp>
#include <map>
#include <mutex>
#include <tuple>

#include "writer/border/border.h"
#include "writer/border/strings.h"

namespace soat::writer {

namespace {

// The office takes a millisecond for a text, which is too long for a list with hundreds of lines.
struct KnownTexts {
  using Key = std::tuple<OUString, OUString, OUString>;  // language, country, name
  std::mutex mutex;
  std::map<Key, OUString> all;
};

KnownTexts& known_texts() {
  static KnownTexts texts;
  return texts;
}

}  // namespace

OUString text(const Context& context, const char* name) {
  const OUString id = OUString::createFromAscii(name);
  return guarded("texts", id, [&] {
    const css::lang::Locale locale = interface_locale(context);
    const KnownTexts::Key key(locale.Language, locale.Country, id);
    KnownTexts& known = known_texts();
    {
      const std::lock_guard lock(known.mutex);
      if (const auto found = known.all.find(key); found != known.all.end()) return found->second;
    }
    const OUString read = css::resource::StringResourceWithLocation::create(
                              context, OUString::createFromAscii(dialogs_url), true, locale, "Texts", OUString(), {})
                              ->resolveString(id);
    const std::lock_guard lock(known.mutex);
    return known.all.emplace(key, read).first->second;
  });
}

OUString text(const Context& context, const char* name, std::u16string_view first, std::u16string_view second) {
  return text(context, name).replaceAll("%1", to_office(first)).replaceAll("%2", to_office(second));
}

}  // namespace soat::writer
