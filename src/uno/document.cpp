#include "uno/document.h"

#include <algorithm>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XEnumerationAccess.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/document/XUndoManagerSupplier.hpp>
#include <com/sun/star/lang/XServiceInfo.hpp>
#include <com/sun/star/style/XStyleFamiliesSupplier.hpp>
#include <com/sun/star/text/XEndnotesSupplier.hpp>
#include <com/sun/star/text/XFootnotesSupplier.hpp>
#include <com/sun/star/text/XParagraphCursor.hpp>
#include <com/sun/star/text/XTextCursor.hpp>
#include <com/sun/star/text/XTextDocument.hpp>
#include <com/sun/star/text/XTextFramesSupplier.hpp>
#include <com/sun/star/text/XTextTable.hpp>

#include "uno/border.h"
#include "uno/engine.h"
#include "uno/legacy_fonts.h"
#include "uno/strings.h"

namespace soat::uno {

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;
using Properties = Reference<css::beans::XPropertySet>;

constexpr char16_t placeholder = u'\ufffc';

template <class Value>
Value property(const Properties& properties, const char* name, Value value = {}) {
  if (properties.is()) properties->getPropertyValue(OUString::createFromAscii(name)) >>= value;
  return value;
}

bool has_property(const Properties& properties, const char* name) {
  return properties.is() && properties->getPropertySetInfo()->hasPropertyByName(OUString::createFromAscii(name));
}

bool stands_in_index(const Properties& paragraph) {
  if (!has_property(paragraph, "TextSection")) return false;
  const auto section = property<Properties>(paragraph, "TextSection");
  return has_property(section, "DocumentIndex") &&
         property<Reference<css::uno::XInterface>>(section, "DocumentIndex").is();
}

// The paragraphs of one text, in its order; tables cell by cell.
void add_paragraphs(const Reference<css::uno::XInterface>& text, std::vector<Range>& out) {
  const Reference<css::container::XEnumerationAccess> access(text, UNO_QUERY);
  if (!access.is()) return;
  const auto contents = access->createEnumeration();
  while (contents->hasMoreElements()) {
    const Reference<css::uno::XInterface> content(contents->nextElement(), UNO_QUERY);
    if (const Reference<css::text::XTextTable> table(content, UNO_QUERY); table.is()) {
      for (const OUString& name : table->getCellNames()) {
        add_paragraphs(Reference<css::uno::XInterface>(table->getCellByName(name), UNO_QUERY), out);
      }
    } else if (const Range paragraph(content, UNO_QUERY); paragraph.is()) {
      if (!stands_in_index(Properties(content, UNO_QUERY))) out.push_back(paragraph);
    }
  }
}

void add_each(const Reference<css::container::XIndexAccess>& texts, std::vector<Range>& out) {
  if (!texts.is()) return;
  for (sal_Int32 i = 0; i < texts->getCount(); ++i) {
    add_paragraphs(Reference<css::uno::XInterface>(texts->getByIndex(i), UNO_QUERY), out);
  }
}

void add_headers_and_footers(const Reference<css::frame::XModel>& document, std::vector<Range>& out) {
  const Reference<css::style::XStyleFamiliesSupplier> families(document, UNO_QUERY);
  if (!families.is()) return;
  const Reference<css::container::XIndexAccess> styles(families->getStyleFamilies()->getByName("PageStyles"),
                                                       UNO_QUERY);
  for (sal_Int32 i = 0; styles.is() && i < styles->getCount(); ++i) {
    const Properties style(styles->getByIndex(i), UNO_QUERY);
    for (const auto& [on, text] : {std::pair("HeaderIsOn", "HeaderText"), std::pair("FooterIsOn", "FooterText")}) {
      if (property<bool>(style, on)) add_paragraphs(property<Reference<css::uno::XInterface>>(style, text), out);
    }
  }
}

class ParagraphReader {
 public:
  ParagraphText read(const Range& paragraph) {
    add(Reference<css::uno::XInterface>(paragraph, UNO_QUERY));
    return std::move(out_);
  }

 private:
  void add(const Reference<css::uno::XInterface>& container) {
    const Reference<css::container::XEnumerationAccess> access(container, UNO_QUERY);
    if (!access.is()) return;
    const auto portions = access->createEnumeration();
    while (portions->hasMoreElements()) add_portion(Range(portions->nextElement(), UNO_QUERY));
  }

  void add_portion(const Range& range) {
    const Properties properties(range, UNO_QUERY);
    const auto type = property<OUString>(properties, "TextPortionType");
    if (type == "Redline") {
      if (property<OUString>(properties, "RedlineType") == "Delete") deleted_ = property<bool>(properties, "IsStart");
    } else if (type == "InContentMetadata" || type == "ContentControl") {
      add(property<Reference<css::uno::XInterface>>(properties,
                                                    type == "ContentControl" ? "ContentControl" : "InContentMetadata"));
    } else if (deleted_) {
      return;
    } else if (type == "Text") {
      const auto locale = property<css::lang::Locale>(properties, "CharLocale");
      const bool vietnamese = is_vietnamese(locale);
      const bool without_language = locale.Language.isEmpty() || locale.Language == "zxx";
      append(range, to_view(range->getString()), true, vietnamese, vietnamese || without_language);
    } else if (type == "TextField" || type == "Footnote" || type == "Frame") {
      append(range, std::u16string_view(&placeholder, 1), false, false, false);
    }
  }

  void append(const Range& range, std::u16string_view text, bool editable, bool vietnamese, bool restorable) {
    if (text.empty()) return;
    out_.portions.push_back({range, static_cast<std::uint32_t>(out_.text.size()),
                             static_cast<std::uint32_t>(text.size()), editable, vietnamese, restorable});
    out_.text += text;
    out_.vietnamese = out_.vietnamese || vietnamese;
  }

  ParagraphText out_;
  bool deleted_ = false;
};

// A cursor steps over code points.
sal_Int16 steps(std::u16string_view text) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < text.size(); ++i, ++count) {
    const bool pair = i + 1 < text.size() && (text[i] & 0xfc00) == 0xd800 && (text[i + 1] & 0xfc00) == 0xdc00;
    if (pair) ++i;
  }
  return static_cast<sal_Int16>(std::min<std::size_t>(count, 32767));
}

void move_right(const Reference<css::text::XTextCursor>& cursor, std::u16string_view over, bool expand) {
  while (!over.empty()) {  // goRight takes 16 bits
    const std::u16string_view part = over.substr(0, 16000);
    cursor->goRight(steps(part), expand);
    over.remove_prefix(part.size());
  }
}

void move_left(const Reference<css::text::XTextCursor>& cursor, std::u16string_view over) {
  while (!over.empty()) {
    const std::u16string_view part = over.substr(over.size() - std::min<std::size_t>(over.size(), 16000));
    cursor->goLeft(steps(part), false);
    over.remove_suffix(part.size());
  }
}

// Puts text in the place of a range that holds old: behind its first letter, inside whatever formatting that letter
// has; then the old letters go.
void exchange(const Range& range, std::u16string_view old, std::u16string_view replacement) {
  const auto text = range->getText();
  const bool pair = old.size() > 1 && (old[0] & 0xfc00) == 0xd800;
  const std::u16string_view first_letter = old.substr(0, pair ? 2 : 1);
  const auto cursor = text->createTextCursorByRange(range->getStart());
  move_right(cursor, first_letter, false);
  const auto rest = text->createTextCursorByRange(cursor->getEnd());
  text->insertString(cursor->getEnd(), to_office(replacement), false);
  rest->gotoRange(cursor->getEnd(), false);
  move_right(rest, old.substr(first_letter.size()), true);
  rest->setString(OUString());
  const auto first = text->createTextCursorByRange(range->getStart());
  move_right(first, first_letter, true);
  first->setString(OUString());
}

// A cursor at a position: as the start of something, so before what follows, or as its end, so behind what precedes.
enum class Side { start, end };

Reference<css::text::XTextCursor> cursor_at(const ParagraphText& paragraph, std::uint32_t position, Side side) {
  for (const Portion& portion : paragraph.portions) {
    const std::uint32_t end = portion.start + portion.length;
    const bool inside =
        side == Side::start ? portion.start <= position && position < end : portion.start < position && position <= end;
    if (!inside) continue;
    const bool behind = position == end;
    const auto cursor =
        portion.range->getText()->createTextCursorByRange(behind ? portion.range->getEnd() : portion.range->getStart());
    if (!behind)
      move_right(cursor, std::u16string_view(paragraph.text).substr(portion.start, position - portion.start), false);
    return cursor;
  }
  return {};
}

}  // namespace

std::vector<Range> paragraphs_in(const Reference<css::uno::XInterface>& text) {
  std::vector<Range> out;
  add_paragraphs(text, out);
  return out;
}

std::vector<Range> paragraphs_of(const Reference<css::frame::XModel>& document) {
  std::vector<Range> out;
  const Reference<css::text::XTextDocument> text(document, UNO_QUERY);
  if (!text.is()) return out;
  add_paragraphs(text->getText(), out);
  if (const Reference<css::text::XFootnotesSupplier> notes(document, UNO_QUERY); notes.is())
    add_each(notes->getFootnotes(), out);
  if (const Reference<css::text::XEndnotesSupplier> notes(document, UNO_QUERY); notes.is())
    add_each(notes->getEndnotes(), out);
  if (const Reference<css::text::XTextFramesSupplier> frames(document, UNO_QUERY); frames.is()) {
    add_each(Reference<css::container::XIndexAccess>(frames->getTextFrames(), UNO_QUERY), out);
  }
  add_headers_and_footers(document, out);
  return out;
}

ParagraphText read_paragraph(const Range& paragraph) {
  return ParagraphReader().read(paragraph);
}

bool is_protected(const Range& paragraph) {
  const Properties text(paragraph->getText(), UNO_QUERY);
  if (has_property(text, "IsProtected") && property<bool>(text, "IsProtected")) return true;
  const Properties properties(paragraph, UNO_QUERY);
  return has_property(properties, "TextSection") &&
         property<bool>(property<Properties>(properties, "TextSection"), "IsProtected");
}

std::uint32_t units_beside(const Range& place, bool before) {
  const Reference<css::text::XParagraphCursor> cursor(place->getText()->createTextCursorByRange(place),
                                                      css::uno::UNO_QUERY_THROW);
  before ? cursor->gotoStartOfParagraph(true) : cursor->gotoEndOfParagraph(true);
  if (cursor->isCollapsed()) return 0;
  std::size_t units = 0;
  for (const Range& part : paragraphs_in(cursor)) units += read_paragraph(part).text.size();
  return static_cast<std::uint32_t>(units);
}

bool is_checked_text(const ParagraphText& paragraph, std::uint32_t start, std::uint32_t end) {
  return std::all_of(paragraph.portions.begin(), paragraph.portions.end(), [&](const Portion& portion) {
    const bool touches = portion.start < end && start < portion.start + portion.length;
    return !touches || (portion.editable && portion.vietnamese);
  });
}

namespace {

// Which paragraphs hold text in an encoding from before Unicode, whatever their language; fonts: what fonts say of it.
std::vector<bool> find_legacy(const std::vector<ParagraphText>& paragraphs, std::vector<text::LegacyStretch>& fonts) {
  std::vector<std::u16string_view> texts;
  texts.reserve(paragraphs.size());
  for (const ParagraphText& paragraph : paragraphs) {
    add_legacy_fonts(paragraph, static_cast<std::uint32_t>(texts.size()), fonts);
    texts.push_back(paragraph.text);
  }
  std::vector<bool> legacy(paragraphs.size());
  for (const text::LegacyStretch& stretch : text::find_legacy(texts, fonts)) legacy[stretch.paragraph] = true;
  return legacy;
}

}  // namespace

check::Checked check_document(const check::Checker& checker, const std::vector<ParagraphText>& paragraphs,
                              check::Profile profile) {
  check::CheckOptions options;
  const std::vector<bool> legacy = find_legacy(paragraphs, options.fonts);
  std::vector<std::u16string_view> texts;
  texts.reserve(paragraphs.size());
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    const bool wanted = paragraphs[i].vietnamese || legacy[i];
    texts.push_back(wanted ? std::u16string_view(paragraphs[i].text) : std::u16string_view());
  }
  options.profile = profile;
  options.sources = Engine::instance().sources();
  check::Checked checked = checker.check_and_assess(texts, options);
  std::erase_if(checked.findings, [&](const check::Finding& finding) {
    if (finding.start >= finding.end) return true;
    // Programs of the time gave such text whatever language they were in.
    return finding.rule != legacy_rule && !is_checked_text(paragraphs[finding.paragraph], finding.start, finding.end);
  });
  check::tell_passages(checked.assessment, checked.findings);
  return checked;
}

Range range_of(const ParagraphText& paragraph, std::uint32_t start, std::uint32_t end) {
  const auto from = cursor_at(paragraph, start, Side::start);
  const auto to = cursor_at(paragraph, end, Side::end);
  if (!from.is() || !to.is()) return {};
  from->gotoRange(to->getEnd(), true);
  return Range(from, UNO_QUERY);
}

UndoStep::UndoStep(const Reference<css::frame::XModel>& document, const OUString& title) : document_(document) {
  const Reference<css::document::XUndoManagerSupplier> supplier(document, UNO_QUERY);
  if (supplier.is()) undo_ = supplier->getUndoManager();
  document_->lockControllers();
  if (undo_.is()) undo_->enterUndoContext(title);
}

UndoStep::~UndoStep() {
  guarded("undo", [&] {
    if (undo_.is()) undo_->leaveUndoContext();
  });
  guarded("unlock", [&] { document_->unlockControllers(); });
}

void replace(const Reference<css::frame::XModel>& document, const ParagraphText& paragraph,
             const check::Finding& finding, std::u16string_view suggestion, const OUString& title) {
  std::u16string_view old = std::u16string_view(paragraph.text).substr(finding.start, finding.end - finding.start);
  std::uint32_t start = finding.start;
  while (old.size() > 1 && suggestion.size() > 1 && old.front() == suggestion.front()) {
    old.remove_prefix(1);
    suggestion.remove_prefix(1);
    ++start;
  }
  while (old.size() > 1 && suggestion.size() > 1 && old.back() == suggestion.back()) {
    old.remove_suffix(1);
    suggestion.remove_suffix(1);
  }
  const Range range = range_of(paragraph, start, start + static_cast<std::uint32_t>(old.size()));
  if (!range.is() || to_view(range->getString()) != old) return;

  const UndoStep step(document, title);
  guarded("replace", [&] { exchange(range, old, suggestion); });
}

void change_letters(const ParagraphText& paragraph, const std::vector<LetterChange>& changes) {
  const std::u16string_view all = paragraph.text;
  auto change = changes.rbegin();
  for (auto portion = paragraph.portions.rbegin(); portion != paragraph.portions.rend(); ++portion) {
    Reference<css::text::XTextCursor> cursor;
    std::uint32_t at = portion->start + portion->length;
    for (; change != changes.rend() && change->start >= portion->start; ++change) {
      const std::u16string_view old = all.substr(change->start, change->end - change->start);
      const auto text = portion->range->getText();
      if (!cursor.is()) cursor = text->createTextCursorByRange(portion->range->getEnd());
      move_left(cursor, all.substr(change->start, at - change->start));
      at = change->start;
      const auto place = text->createTextCursorByRange(cursor->getStart());
      move_right(place, old, true);
      if (to_view(place->getString()) != old) continue;  // edited meanwhile
      if (at == portion->start) {
        exchange(Range(place, UNO_QUERY), old, change->text);
      } else {
        // What is put in stands between two letters of the portion, so inside its formatting and its bookmarks.
        text->insertString(cursor->getStart(), to_office(change->text), false);
        place->gotoRange(cursor->getStart(), false);
        move_right(place, old, true);
        place->setString(OUString());
        move_left(cursor, change->text);
      }
    }
  }
}

}  // namespace soat::uno
