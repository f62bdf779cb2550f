#include "writer/citation/list_paragraphs.h"

#include <algorithm>
#include <com/sun/star/beans/XPropertyState.hpp>
#include <com/sun/star/container/XEnumerationAccess.hpp>
#include <com/sun/star/container/XNameContainer.hpp>
#include <com/sun/star/style/LineSpacing.hpp>
#include <com/sun/star/style/LineSpacingMode.hpp>
#include <com/sun/star/style/TabStop.hpp>
#include <com/sun/star/style/XStyle.hpp>
#include <com/sun/star/style/XStyleFamiliesSupplier.hpp>
#include <com/sun/star/text/XTextCursor.hpp>
#include <com/sun/star/text/XTextTable.hpp>
#include <initializer_list>
#include <string_view>
#include <utility>

#include "writer/border/properties.h"
#include "writer/border/sequence.h"
#include "writer/border/strings.h"
#include "writer/text/writer_text.h"

namespace soat::writer {

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;
using Cursor = Reference<css::text::XTextCursor>;

// What Writer in Vietnamese calls the style of lists, and so do Word's documents that it writes. LibreOffice 25.2, and
// one in another language, reads that as the name of another style.
constexpr std::u16string_view translated_list_style = u"Thư tịch 1";

Reference<css::container::XNameContainer> paragraph_styles(const Reference<css::text::XTextDocument>& document) {
  const Reference<css::style::XStyleFamiliesSupplier> families(document, UNO_QUERY_THROW);
  return {families->getStyleFamilies()->getByName("ParagraphStyles"), UNO_QUERY_THROW};
}

// What of some properties an object says itself.
std::vector<std::pair<OUString, css::uno::Any>> own_of(const Properties& from,
                                                       std::initializer_list<const char*> names) {
  const Reference<css::beans::XPropertyState> states(from, UNO_QUERY_THROW);
  std::vector<std::pair<OUString, css::uno::Any>> own;
  for (const char* name : names) {
    const OUString key = OUString::createFromAscii(name);
    if (states->getPropertyState(key) == css::beans::PropertyState_DIRECT_VALUE)
      own.emplace_back(key, from->getPropertyValue(key));
  }
  return own;
}

}  // namespace

void format_paragraph(const Range& paragraph, bool heading) {
  const Cursor cursor = paragraph->getText()->createTextCursorByRange(paragraph);
  const Properties properties(cursor, UNO_QUERY_THROW);
  OUString style;
  properties->getPropertyValue("ParaStyleName") >>= style;
  if (!style.equalsAscii(list_style))
    properties->setPropertyValue("ParaStyleName", css::uno::Any(OUString::createFromAscii(list_style)));
  const Reference<css::beans::XPropertyState> states(cursor, UNO_QUERY_THROW);
  for (const char* name : {"ParaLeftMargin", "ParaFirstLineIndent", "ParaKeepTogether"}) {
    const OUString key = OUString::createFromAscii(name);
    if (heading) {
      properties->setPropertyValue(key, key == "ParaKeepTogether" ? css::uno::Any(true) : css::uno::Any(sal_Int32(0)));
    } else {
      states->setPropertyToDefault(key);
    }
  }
}

std::vector<Range> paragraphs_of_range(const Range& range) {
  std::vector<Range> paragraphs;
  const Reference<css::container::XEnumerationAccess> access(range->getText()->createTextCursorByRange(range),
                                                             UNO_QUERY_THROW);
  const auto each = access->createEnumeration();
  while (each->hasMoreElements()) {
    const css::uno::Any one = each->nextElement();
    if (Reference<css::text::XTextTable>(one, UNO_QUERY).is()) continue;  // the user's own doing; not ours to change
    if (const Range paragraph(one, UNO_QUERY); paragraph.is()) paragraphs.push_back(paragraph);
  }
  return paragraphs;
}

OUString style_of(const Range& paragraph) {
  OUString style;
  const Properties properties(paragraph->getText()->createTextCursorByRange(paragraph->getStart()), UNO_QUERY_THROW);
  properties->getPropertyValue("ParaStyleName") >>= style;
  return style;
}

bool has_list_style(const Range& range) {
  const OUString style = style_of(range);
  return style.equalsAscii(list_style) || to_view(style) == translated_list_style;
}

void take_over_translated_style(const Reference<css::text::XTextDocument>& document,
                                const std::vector<Range>& paragraphs) {
  const OUString translated = to_office(translated_list_style);
  const OUString usual = OUString::createFromAscii(list_style);
  const auto has_it = [&](const Range& paragraph) { return style_of(paragraph) == translated; };
  if (std::ranges::none_of(paragraphs, has_it)) return;
  const auto styles = paragraph_styles(document);
  const Properties from(styles->getByName(translated), UNO_QUERY_THROW);
  const Properties into(styles->getByName(usual), UNO_QUERY_THROW);
  for (const auto& [key, value] :
       own_of(from, {"ParaLeftMargin", "ParaRightMargin", "ParaFirstLineIndent", "ParaTopMargin", "ParaBottomMargin",
                     "ParaTabStops", "ParaLineSpacing", "ParaAdjust", "CharFontName", "CharHeight", "CharWeight",
                     "CharPosture", "CharColor"}))
    into->setPropertyValue(key, value);
  for (const Range& paragraph : paragraphs) {
    if (!has_it(paragraph)) continue;
    const Properties properties(paragraph, UNO_QUERY_THROW);
    // Another style takes away what the paragraph says itself, as headings do.
    const auto kept = own_of(properties, {"ParaLeftMargin", "ParaFirstLineIndent", "ParaKeepTogether"});
    properties->setPropertyValue("ParaStyleName", css::uno::Any(usual));
    for (const auto& [key, value] : kept) properties->setPropertyValue(key, value);
  }
  if (!Reference<css::style::XStyle>(from, UNO_QUERY_THROW)->isInUse()) styles->removeByName(translated);
}

bool holds_text_alone(const Range& paragraph) {
  bool alone = true;
  read_formatted(paragraph, &alone);
  return alone;
}

Range take_text_out(const Range& paragraph) {
  if (holds_text_alone(paragraph)) return paragraph;
  const Cursor begin = paragraph->getText()->createTextCursorByRange(paragraph->getStart());  // a range would be lost
  std::vector<Range> texts;
  const auto each = Reference<css::container::XEnumerationAccess>(paragraph, UNO_QUERY_THROW)->createEnumeration();
  while (each->hasMoreElements()) {
    const Properties portion(each->nextElement(), UNO_QUERY_THROW);
    OUString type;
    portion->getPropertyValue("TextPortionType") >>= type;
    if (type == "Text") texts.emplace_back(portion, UNO_QUERY_THROW);
  }
  for (auto text = texts.rbegin(); text != texts.rend(); ++text) (*text)->setString(OUString());
  return Range(begin, UNO_QUERY);
}

void format_list(const Reference<css::text::XTextDocument>& document, const citation::session::ListFormat& format) {
  const Properties style(paragraph_styles(document)->getByName(OUString::createFromAscii(list_style)), UNO_QUERY_THROW);
  css::uno::Sequence<css::style::TabStop> tabs;
  if (format.tab) {
    css::style::TabStop tab;
    tab.Position = *format.tab;
    tabs = sequence_of(tab);
  }
  style->setPropertyValue("ParaLeftMargin", css::uno::Any(sal_Int32(format.left)));
  style->setPropertyValue("ParaFirstLineIndent", css::uno::Any(sal_Int32(format.first_line)));
  style->setPropertyValue("ParaTabStops", css::uno::Any(tabs));
  css::style::LineSpacing spacing;
  spacing.Mode = css::style::LineSpacingMode::MINIMUM;
  spacing.Height = static_cast<sal_Int16>(format.line_height);
  style->setPropertyValue("ParaLineSpacing", css::uno::Any(spacing));
  style->setPropertyValue("ParaBottomMargin", css::uno::Any(sal_Int32(format.below)));
}

}  // namespace soat::writer
