#include "writer/text/writer_text.h"

#include <com/sun/star/awt/FontSlant.hpp>
#include <com/sun/star/awt/FontUnderline.hpp>
#include <com/sun/star/awt/FontWeight.hpp>
#include <com/sun/star/beans/XMultiPropertyStates.hpp>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/beans/XPropertyState.hpp>
#include <com/sun/star/container/XEnumerationAccess.hpp>
#include <com/sun/star/container/XNameContainer.hpp>
#include <com/sun/star/lang/XMultiServiceFactory.hpp>
#include <com/sun/star/style/CaseMap.hpp>
#include <com/sun/star/style/XStyleFamiliesSupplier.hpp>

#include "writer/border/border.h"

namespace soat::writer {

namespace {

using citation::zotero::TextRun;
using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;
using Cursor = Reference<css::text::XTextCursor>;
using Properties = Reference<css::beans::XPropertySet>;

constexpr const char* link_style = "Citation Link";

// What a citation style may set; reset before, so that nothing is inherited from the text round it.
const css::uno::Sequence<OUString>& style_properties() {
  static const css::uno::Sequence<OUString> names = [] {
    static constexpr const char* list[] = {"CharCaseMap", "CharEscapement", "CharEscapementHeight",
                                           "CharPosture", "CharUnderline",  "CharWeight"};
    css::uno::Sequence<OUString> made(std::size(list));
    for (sal_Int32 i = 0; i < made.getLength(); ++i) made.getArray()[i] = OUString::createFromAscii(list[i]);
    return made;
  }();
  return names;
}

void set(const Properties& properties, const char* name, const css::uno::Any& value) {
  properties->setPropertyValue(OUString::createFromAscii(name), value);
}

void format(const Cursor& cursor, const TextRun& run) {
  const Reference<css::beans::XMultiPropertyStates> states(cursor, UNO_QUERY_THROW);
  states->setPropertiesToDefault(style_properties());
  const Properties properties(cursor, UNO_QUERY_THROW);
  if (run.italic) set(properties, "CharPosture", css::uno::Any(css::awt::FontSlant_ITALIC));
  if (run.bold) set(properties, "CharWeight", css::uno::Any(css::awt::FontWeight::BOLD));
  if (run.small_caps) set(properties, "CharCaseMap", css::uno::Any(css::style::CaseMap::SMALLCAPS));
  if (run.underlined) set(properties, "CharUnderline", css::uno::Any(css::awt::FontUnderline::SINGLE));
  if (run.raised != 0) {
    // What Writer itself uses.
    set(properties, "CharEscapement", css::uno::Any(static_cast<sal_Int16>(run.raised * 33)));
    set(properties, "CharEscapementHeight", css::uno::Any(static_cast<sal_Int8>(58)));
  }
  if (run.link.empty()) return;
  set(properties, "HyperLinkURL", css::uno::Any(to_office(run.link)));
  if (run.link.front() != u'#') return;
  for (const char* style : {"UnvisitedCharStyleName", "VisitedCharStyleName"})
    set(properties, style, css::uno::Any(OUString::createFromAscii(link_style)));
}

// Writes pieces one behind the other; each is given its own cursor to be formatted by.
template <class Pieces, class TextOf, class Format>
Range write(const Range& place, const Pieces& pieces, TextOf text_of, Format format_piece) {
  const auto text = place->getText();
  Cursor at = text->createTextCursorByRange(place);
  if (!at->isCollapsed()) at->setString(OUString());
  Cursor first;
  for (const auto& piece : pieces) {
    const OUString string = text_of(piece);
    if (string.isEmpty()) continue;
    const Cursor cursor = text->createTextCursorByRange(at->getEnd());
    cursor->setString(string);  // the cursor spans it then
    format_piece(cursor, piece);
    if (!first.is()) first = text->createTextCursorByRange(cursor->getStart());
    at = text->createTextCursorByRange(cursor->getEnd());
  }
  if (!first.is()) return Range(at, UNO_QUERY);
  first->gotoRange(at->getEnd(), true);
  return Range(first, UNO_QUERY);
}

bool is_worth_keeping(const OUString& name) {
  if (name.startsWith("HyperLink") || name == "UnvisitedCharStyleName" || name == "VisitedCharStyleName") return true;
  // These say again what others say.
  return name.startsWith("Char") && name != "CharAutoStyleName" && name != "CharStyleNames" &&
         name != "CharInteropGrabBag";
}

css::uno::Sequence<OUString> character_properties(const Properties& properties) {
  std::vector<OUString> names;
  for (const auto& property : properties->getPropertySetInfo()->getProperties()) {
    if (is_worth_keeping(property.Name)) names.push_back(property.Name);
  }
  return {names.data(), static_cast<sal_Int32>(names.size())};
}

}  // namespace

void provide_link_look(const Reference<css::uno::XInterface>& document) {
  const Reference<css::style::XStyleFamiliesSupplier> families(document, UNO_QUERY_THROW);
  const Reference<css::container::XNameContainer> styles(families->getStyleFamilies()->getByName("CharacterStyles"),
                                                         UNO_QUERY_THROW);
  const OUString name = OUString::createFromAscii(link_style);
  if (styles->hasByName(name)) return;
  const Reference<css::lang::XMultiServiceFactory> factory(document, UNO_QUERY_THROW);
  styles->insertByName(name, css::uno::Any(factory->createInstance("com.sun.star.style.CharacterStyle")));
}

Range write_runs(const Range& place, const std::vector<TextRun>& runs) {
  return write(
      place, runs, [](const TextRun& run) { return to_office(run.text); },
      [](const Cursor& cursor, const TextRun& run) { format(cursor, run); });
}

std::vector<FormattedText> read_formatted(const Range& range, bool* whole) {
  std::vector<FormattedText> texts;
  bool all = true;
  const Reference<css::container::XEnumerationAccess> paragraphs(range->getText()->createTextCursorByRange(range),
                                                                 UNO_QUERY_THROW);
  const auto each = paragraphs->createEnumeration();
  css::uno::Sequence<OUString> names;
  std::size_t seen = 0;
  while (each->hasMoreElements()) {
    if (++seen > 1) all = false;
    const Reference<css::container::XEnumerationAccess> paragraph(each->nextElement(), UNO_QUERY);
    if (!paragraph.is()) continue;
    const auto portions = paragraph->createEnumeration();
    while (portions->hasMoreElements()) {
      const Range portion(portions->nextElement(), UNO_QUERY_THROW);
      const Properties properties(portion, UNO_QUERY_THROW);
      OUString type;
      properties->getPropertyValue("TextPortionType") >>= type;
      if (type != "Text") {
        // Ends of marks and bookmarks have no text of their own.
        if (type != "ReferenceMark" && type != "Bookmark" && type != "Redline" && type != "SoftPageBreak") all = false;
        continue;
      }
      FormattedText text{portion->getString(), {}};
      if (text.text.isEmpty()) continue;
      if (!names.hasElements()) names = character_properties(properties);
      const Reference<css::beans::XPropertyState> states(portion, UNO_QUERY_THROW);
      const auto found = states->getPropertyStates(names);
      for (sal_Int32 i = 0; i < names.getLength(); ++i) {
        if (found[i] != css::beans::PropertyState_DIRECT_VALUE) continue;
        css::beans::PropertyValue value;
        value.Name = names[i];
        value.Value = properties->getPropertyValue(names[i]);
        text.format.push_back(value);
      }
      texts.push_back(std::move(text));
    }
  }
  if (whole) *whole = all;
  return texts;
}

Range write_formatted(const Range& place, const std::vector<FormattedText>& texts) {
  return write(
      place, texts, [](const FormattedText& text) { return text.text; },
      [](const Cursor& cursor, const FormattedText& text) {
        format(cursor, {});
        const Properties properties(cursor, UNO_QUERY_THROW);
        for (const auto& value : text.format) {
          guarded("formatting", [&] { properties->setPropertyValue(value.Name, value.Value); });
        }
      });
}

std::vector<FormattedText> cut_tail(std::vector<FormattedText>& texts, std::size_t units) {
  std::vector<FormattedText> tail;
  while (units > 0 && !texts.empty()) {
    FormattedText& last = texts.back();
    const auto length = static_cast<std::size_t>(last.text.getLength());
    if (length <= units) {
      tail.insert(tail.begin(), last);
      units -= length;
      texts.pop_back();
      continue;
    }
    const auto keep = static_cast<sal_Int32>(length - units);
    tail.insert(tail.begin(), FormattedText{last.text.copy(keep), last.format});
    last.text = last.text.copy(0, keep);
    units = 0;
  }
  return tail;
}

}  // namespace soat::writer
