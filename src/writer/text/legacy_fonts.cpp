#include "writer/text/legacy_fonts.h"

#include <algorithm>

#include "text/utf.h"
#include "writer/border/border.h"
#include "writer/border/strings.h"

namespace soat::writer {

OUString font_of(const css::uno::Reference<css::beans::XPropertySet>& properties, const char* name) {
  return guarded("font", OUString(), [&] {
    OUString font;
    if (properties.is()) properties->getPropertyValue(OUString::createFromAscii(name)) >>= font;
    return font;
  });
}

std::optional<text::LegacyFont> legacy_font(const OUString& name) {
  return text::legacy_font(text::to_utf8(to_view(name)));
}

void add_legacy_fonts(const ParagraphText& paragraph, std::uint32_t number, std::vector<text::LegacyStretch>& out) {
  const bool may_be = std::any_of(paragraph.text.begin(), paragraph.text.end(),
                                  [](char16_t unit) { return unit >= 0xA1 && unit <= 0xFF; });
  if (!may_be) return;
  for (const Portion& portion : paragraph.portions) {
    if (!portion.editable) continue;
    const css::uno::Reference<css::beans::XPropertySet> properties(portion.range, css::uno::UNO_QUERY);
    const auto font = legacy_font(font_of(properties, font_properties[0]));
    if (!font) continue;
    out.push_back({number, portion.start, portion.start + portion.length, font->encoding, font->capitals, 1.0});
  }
}

}  // namespace soat::writer
