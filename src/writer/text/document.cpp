#include "writer/text/document.h"

#include <algorithm>
#include <array>
#include <com/sun/star/beans/PropertyValue.hpp>
#include <com/sun/star/container/XEnumerationAccess.hpp>
#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/document/XUndoManagerSupplier.hpp>
#include <com/sun/star/frame/XController.hpp>
#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/lang/DisposedException.hpp>
#include <com/sun/star/lang/XMultiServiceFactory.hpp>
#include <com/sun/star/lang/XServiceInfo.hpp>
#include <com/sun/star/text/XParagraphCursor.hpp>
#include <com/sun/star/text/XTextCursor.hpp>
#include <com/sun/star/text/XTextSection.hpp>
#include <utility>

#include "writer/border/border.h"
#include "writer/border/properties.h"
#include "writer/border/strings.h"
#include "writer/proofing/engine.h"
#include "writer/text/document_walk.h"
#include "writer/text/kept_bookmarks.h"
#include "writer/text/legacy_fonts.h"

namespace soat::writer {

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;

constexpr char16_t placeholder = u'\ufffc';

class ParagraphReader {
 public:
  ParagraphText read(const Range& paragraph, std::vector<OUString> open) {
    out_.open = std::move(open);
    in_list_ = is_in_list(paragraph);
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
      if (property<OUString>(properties, "RedlineType") != "Delete") return;
      const bool starts = property<bool>(properties, "IsStart");
      if (!starts && !deleted_) forget();  // deleted from a paragraph before on
      deleted_ = starts;
      if (starts) out_.deletions.push_back(static_cast<std::uint32_t>(out_.text.size()));
    } else if (type == "ContentControl") {
      const auto control = property<Reference<css::uno::XInterface>>(properties, "ContentControl");
      const bool locked_outside = std::exchange(locked_, locked_ || keeps_its_text(Properties(control, UNO_QUERY)));
      add(control);
      locked_ = locked_outside;
    } else if (type == "InContentMetadata") {
      add(property<Reference<css::uno::XInterface>>(properties, "InContentMetadata"));
    } else if (deleted_) {
      return;
    } else if (type == "Text") {
      if (property_if_any<bool>(properties, "CharHidden")) {
        append_placeholder(range);
        return;
      }
      Portion portion = portion_in_language(properties);
      portion.editable = true;
      portion.restorable = portion.vietnamese || portion.locale.Language.isEmpty() || portion.locale.Language == "zxx";
      portion.locked = locked_;
      portion.generated = in_list_ || !out_.open.empty();
      const OUString text = range->getString();
      append(std::move(portion), range, to_view(text));
    } else if (type == "ReferenceMark") {
      const Reference<css::container::XNamed> mark(
          property<Reference<css::uno::XInterface>>(properties, "ReferenceMark"), UNO_QUERY);
      follow(mark, properties);
      if (mark.is() && !is_name_of_citation(mark->getName()))
        out_.references.push_back({static_cast<std::uint32_t>(out_.text.size()), mark->getName()});
    } else if (type == "Bookmark") {
      const Reference<css::container::XNamed> bookmark(
          property<Reference<css::uno::XInterface>>(properties, "Bookmark"), UNO_QUERY);
      follow(bookmark, properties);
      auto& marks = property<bool>(properties, "IsCollapsed") ? out_.points : out_.edges;
      if (bookmark.is()) marks.push_back({static_cast<std::uint32_t>(out_.text.size()), bookmark->getName()});
    } else if (type == "TextField" && holds_text(property<Reference<css::uno::XInterface>>(properties, "TextField"))) {
      Portion portion = portion_in_language(properties);
      portion.field = true;
      const OUString shown = range->getString();
      append(std::move(portion), range, to_view(shown));
    } else if (type == "TextField" || type == "Footnote" || type == "Frame") {
      append_placeholder(range);
    }
  }

  static Portion portion_in_language(const Properties& properties) {
    Portion portion;
    portion.locale = property<css::lang::Locale>(properties, "CharLocale");
    portion.vietnamese = is_vietnamese(portion.locale);
    return portion;
  }

  // Fields that show what somebody has written into them or into the document's properties, not what the office makes.
  static bool holds_text(const Reference<css::uno::XInterface>& text_field) {
    const Reference<css::lang::XServiceInfo> field(text_field, UNO_QUERY);
    constexpr std::array kinds = {"Input",           "InputUser",        "User",
                                  "DropDown",        "ConditionalText",  "DocInfo.Title",
                                  "DocInfo.Subject", "DocInfo.KeyWords", "DocInfo.Description"};
    return field.is() && std::ranges::any_of(kinds, [&](const char* kind) {
             return field->supportsService("com.sun.star.text.TextField." + OUString::createFromAscii(kind));
           });
  }

  // All that was read so far.
  void forget() {
    out_.text.clear();
    out_.portions.clear();
    out_.points.clear();
    out_.edges.clear();
    out_.references.clear();
    out_.deletions.assign(1, 0);
    out_.vietnamese = false;
  }

  // Where the mark of a citation begins and ends.
  void follow(const Reference<css::container::XNamed>& mark, const Properties& properties) {
    if (!mark.is() || property<bool>(properties, "IsCollapsed") || !is_name_of_citation(mark->getName())) return;
    if (property<bool>(properties, "IsStart")) {
      out_.open.push_back(mark->getName());
    } else {
      std::erase(out_.open, mark->getName());
    }
  }

  static bool is_in_list(const Range& paragraph) {
    Reference<css::text::XTextSection> section(
        property_if_any<Reference<css::uno::XInterface>>(Properties(paragraph, UNO_QUERY), "TextSection"), UNO_QUERY);
    for (; section.is(); section = section->getParentSection()) {
      const Reference<css::container::XNamed> named(section, UNO_QUERY);
      if (named.is() && is_name_of_citation(named->getName())) return true;
    }
    return false;
  }

  void append(Portion portion, const Range& range, std::u16string_view text) {
    if (text.empty()) return;
    portion.range = range;
    portion.start = static_cast<std::uint32_t>(out_.text.size());
    portion.length = static_cast<std::uint32_t>(text.size());
    out_.text += text;
    out_.vietnamese = out_.vietnamese || portion.vietnamese;
    out_.portions.push_back(std::move(portion));
  }

  void append_placeholder(const Range& range) { append({}, range, std::u16string_view(&placeholder, 1)); }

  // "Lock" as in OOXML; controls of which one chooses or ticks show what was chosen.
  static bool keeps_its_text(const Properties& control) {
    const auto lock = property_if_any<OUString>(control, "Lock");
    return lock == "contentLocked" || lock == "sdtContentLocked" || property_if_any<bool>(control, "Checkbox") ||
           property_if_any<bool>(control, "Picture") ||
           property_if_any<css::uno::Sequence<css::uno::Sequence<css::beans::PropertyValue>>>(control, "ListItems")
               .hasElements();
  }

  ParagraphText out_;
  bool deleted_ = false;
  bool locked_ = false;
  bool in_list_ = false;
};

// A paragraph that was deleted lives on, to be undone, where the office must not be asked for what is in it: it looks
// for that in the document's text, and ends. A text gives no cursor for what does not stand in it.
bool is_in_its_text(const Range& paragraph) {
  try {
    const Reference<css::text::XText> text = paragraph->getText();
    return text.is() && text->createTextCursorByRange(paragraph).is();
  } catch (const css::uno::RuntimeException&) {
    return false;
  }
}

// A cursor steps over code points.
sal_Int16 steps(std::u16string_view text) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < text.size(); ++i, ++count) {
    const bool pair = i + 1 < text.size() && (text[i] & 0xfc00) == 0xd800 && (text[i + 1] & 0xfc00) == 0xdc00;
    if (pair) ++i;
  }
  return static_cast<sal_Int16>(std::min<std::size_t>(count, 32767));
}

}  // namespace

void move_left(const Reference<css::text::XTextCursor>& cursor, std::u16string_view over) {
  while (!over.empty()) {
    const std::u16string_view part = over.substr(over.size() - std::min<std::size_t>(over.size(), 16000));
    cursor->goLeft(steps(part), false);
    over.remove_suffix(part.size());
  }
}

void move_right(const Reference<css::text::XTextCursor>& cursor, std::u16string_view over, bool expand) {
  while (!over.empty()) {  // goRight takes 16 bits
    const std::u16string_view part = over.substr(0, 16000);
    cursor->goRight(steps(part), expand);
    over.remove_prefix(part.size());
  }
}

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

Reference<css::text::XTextCursor> cursor_at(const ParagraphText& paragraph, std::uint32_t position, Side side) {
  for (const Portion& portion : paragraph.portions) {
    const std::uint32_t end = portion.start + portion.length;
    const bool inside =
        side == Side::start ? portion.start <= position && position < end : portion.start < position && position <= end;
    if (!inside || !portion.range.is()) continue;
    // A field is one letter to a cursor.
    const bool behind = portion.field ? side == Side::end : position == end;
    const auto cursor =
        portion.range->getText()->createTextCursorByRange(behind ? portion.range->getEnd() : portion.range->getStart());
    if (!behind && !portion.field)
      move_right(cursor, std::u16string_view(paragraph.text).substr(portion.start, position - portion.start), false);
    return cursor;
  }
  return {};
}

namespace {

std::vector<Range> ranges_of(DocumentWalk walk) {
  std::vector<Range> out;
  while (auto paragraph = walk.next()) out.push_back(std::move(paragraph->range));
  return out;
}

bool is_frozen(const Reference<css::frame::XModel>& document) {
  const Reference<css::lang::XMultiServiceFactory> factory(document, UNO_QUERY);
  if (!factory.is()) return false;
  const Properties settings(factory->createInstance("com.sun.star.document.Settings"), UNO_QUERY);
  return property_if_any<bool>(settings, "ProtectForm");
}

}  // namespace

std::vector<Range> paragraphs_in(const Reference<css::uno::XInterface>& text) {
  return ranges_of(DocumentWalk(text, {}));
}

std::vector<Range> paragraphs_of(const Reference<css::frame::XModel>& document) {
  return ranges_of(DocumentWalk(document));
}

void forget_ranges(ParagraphText& paragraph) {
  for (Portion& portion : paragraph.portions) portion.range.clear();
}

ParagraphText read_paragraph(const Range& paragraph, std::vector<OUString> open) {
  if (!is_in_its_text(paragraph)) throw css::lang::DisposedException("the paragraph was deleted", paragraph);
  return ParagraphReader().read(paragraph, std::move(open));
}

bool is_name_of_citation(const OUString& name) {
  return name.startsWith("ZOTERO_") || name.indexOf("CSL_CITATION") >= 0 || name.indexOf("CSL_BIBLIOGRAPHY") >= 0;
}

bool is_protected(const Range& paragraph) {
  const Properties text(paragraph->getText(), UNO_QUERY);
  if (property_if_any<bool>(text, "IsProtected") || property_if_any<bool>(text, "ContentProtected")) return true;
  Reference<css::text::XTextSection> section(
      property_if_any<Reference<css::uno::XInterface>>(Properties(paragraph, UNO_QUERY), "TextSection"), UNO_QUERY);
  for (; section.is(); section = section->getParentSection()) {
    if (property_if_any<bool>(Properties(section, UNO_QUERY), "IsProtected")) return true;
  }
  return false;
}

bool is_read_only(const Reference<css::frame::XModel>& document) {
  const Reference<css::frame::XStorable> file(document, UNO_QUERY);
  return (file.is() && file->isReadonly()) || guarded("settings", false, [&] { return is_frozen(document); });
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
    return !touches || ((portion.editable || portion.field) && portion.vietnamese);
  });
}

void TextsToCheck::add(const ParagraphText& paragraph) {
  add_legacy_fonts(paragraph, static_cast<std::uint32_t>(texts.size()), fonts);
  texts.push_back(paragraph.text);
  vietnamese.push_back(paragraph.vietnamese);
}

check::Checked check_texts(const check::Checker& checker, const TextsToCheck& texts, check::Profile profile,
                           const std::stop_token& stop) {
  std::vector<std::u16string_view> views(texts.texts.begin(), texts.texts.end());
  std::vector<bool> wanted = texts.vietnamese;
  if (std::find(wanted.begin(), wanted.end(), false) != wanted.end()) {
    for (const text::LegacyStretch& stretch : text::find_legacy(views, texts.fonts)) wanted[stretch.paragraph] = true;
  }
  for (std::size_t i = 0; i < views.size(); ++i) {
    if (!wanted[i]) views[i] = {};
  }
  check::CheckOptions options;
  options.profile = profile;
  options.sources = Engine::instance().sources();
  options.house = Engine::instance().house_list();
  options.tones = Engine::instance().tones();
  options.fonts = texts.fonts;
  options.stop = stop;
  return checker.check_and_assess(views, options);
}

bool is_to_be_shown(const ParagraphText& paragraph, const check::Finding& finding) {
  if (finding.start >= finding.end) return false;
  if (finding.rule != &legacy_rule) return is_checked_text(paragraph, finding.start, finding.end);
  return std::all_of(paragraph.portions.begin(), paragraph.portions.end(), [&](const Portion& portion) {
    return portion.editable || portion.start >= finding.end || finding.start >= portion.start + portion.length;
  });
}

check::Checked check_document(const check::Checker& checker, std::span<const ParagraphText> paragraphs,
                              check::Profile profile) {
  TextsToCheck texts;
  for (const ParagraphText& paragraph : paragraphs) texts.add(paragraph);
  check::Checked checked = check_texts(checker, texts, profile);
  std::erase_if(checked.findings,
                [&](const check::Finding& finding) { return !is_to_be_shown(paragraphs[finding.paragraph], finding); });
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

std::vector<LetterChange> joined_by_portion(const ParagraphText& paragraph, const std::vector<LetterChange>& changes) {
  const std::u16string_view all = paragraph.text;
  std::vector<LetterChange> out;
  auto change = changes.begin();
  for (const Portion& portion : paragraph.portions) {
    const std::uint32_t end = portion.start + portion.length;
    for (bool first = true; change != changes.end() && change->start < end; ++change, first = false) {
      if (first) {
        out.push_back(*change);
        continue;
      }
      LetterChange& last = out.back();
      last.text.append(all.substr(last.end, change->start - last.end)).append(change->text);
      last.end = change->end;
    }
  }
  return out;
}

void change_letters(const Reference<css::frame::XModel>& document, const ParagraphText& paragraph,
                    const std::vector<LetterChange>& changes) {
  if (changes.empty()) return;
  const KeptBookmarks bookmarks(document, paragraph, changes.front().start, changes.back().end);
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

}  // namespace soat::writer
