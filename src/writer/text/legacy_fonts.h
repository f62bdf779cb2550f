#pragma once

#include <com/sun/star/beans/XPropertySet.hpp>
#include <cstdint>
#include <optional>
#include <vector>

#include "text/legacy_detection.h"
#include "text/legacy_font.h"
#include "writer/text/document.h"

namespace soat::writer {

// The font of text, a paragraph or a style for Western, Asian or complex letters; empty when there is no single one.
inline constexpr const char* font_properties[] = {"CharFontName", "CharFontNameAsian", "CharFontNameComplex"};
OUString font_of(const css::uno::Reference<css::beans::XPropertySet>& properties, const char* name);

std::optional<text::LegacyFont> legacy_font(const OUString& name);

// What the fonts say of each portion of text, for text::find_legacy; number: the paragraph's. Asks the office only for
// text that may be of an encoding from before Unicode.
void add_legacy_fonts(const ParagraphText& paragraph, std::uint32_t number, std::vector<text::LegacyStretch>& out);

}  // namespace soat::writer
