#include "uno/legacy_command.h"

#include <algorithm>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/beans/XPropertyState.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/drawing/XDrawPagesSupplier.hpp>
#include <com/sun/star/frame/XController.hpp>
#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/lang/XMultiServiceFactory.hpp>
#include <com/sun/star/lang/XServiceInfo.hpp>
#include <com/sun/star/style/XStyleFamiliesSupplier.hpp>
#include <com/sun/star/text/XTextDocument.hpp>
#include <string>
#include <utility>
#include <vector>

#include "text/legacy_detection.h"
#include "text/legacy_runs.h"
#include "uno/border.h"
#include "uno/document.h"
#include "uno/legacy_fonts.h"
#include "uno/notice.h"
#include "uno/selection.h"
#include "uno/shape_text.h"
#include "uno/strings.h"
#include "uno/texts.h"

namespace soat::uno {

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;
using Model = Reference<css::frame::XModel>;
using Properties = Reference<css::beans::XPropertySet>;
using Stretches = std::vector<text::LegacyStretch>;

// Replaces the fonts that stand directly or not in something; whether there were any.
bool replace_fonts(const Properties& properties, bool direct_only) {
  const Reference<css::beans::XPropertyState> states(properties, UNO_QUERY);
  bool any = false;
  for (const char* name : font_properties) {
    const auto font = legacy_font(font_of(properties, name));
    if (!font) continue;
    any = guarded("font", any, [&] {
      const OUString property = OUString::createFromAscii(name);
      if (direct_only && states.is() && states->getPropertyState(property) != css::beans::PropertyState_DIRECT_VALUE) {
        return any;
      }
      properties->setPropertyValue(property, css::uno::Any(to_office(font->replacement)));
      return true;
    });
  }
  return any;
}

// Styles, and what text without one has.
sal_Int32 replace_fonts_of_styles(const Model& document) {
  sal_Int32 count = 0;
  const Reference<css::style::XStyleFamiliesSupplier> families(document, UNO_QUERY);
  for (const char* family : {"ParagraphStyles", "CharacterStyles"}) {
    const Reference<css::container::XIndexAccess> styles(
        families->getStyleFamilies()->getByName(OUString::createFromAscii(family)), UNO_QUERY_THROW);
    for (sal_Int32 i = 0; i < styles->getCount(); ++i) {
      count += replace_fonts(Properties(styles->getByIndex(i), UNO_QUERY), true) ? 1 : 0;
    }
  }
  const Reference<css::lang::XMultiServiceFactory> factory(document, UNO_QUERY_THROW);
  const Properties defaults(factory->createInstance("com.sun.star.text.Defaults"), UNO_QUERY);
  return count + (defaults.is() && replace_fonts(defaults, false) ? 1 : 0);
}

// The text of drawing shapes, also of those in groups, is none of Writer's own.
void add_shapes(const Reference<css::container::XIndexAccess>& shapes, std::vector<Target>& out) {
  for (sal_Int32 i = 0; shapes.is() && i < shapes->getCount(); ++i) {
    const Reference<css::lang::XServiceInfo> shape(shapes->getByIndex(i), UNO_QUERY);
    // A frame of Writer's is among the shapes too, and its text among that of the document.
    if (!shape.is() || shape->supportsService("com.sun.star.text.BaseFrame")) continue;
    if (shape->supportsService("com.sun.star.drawing.GroupShape")) {
      add_shapes(Reference<css::container::XIndexAccess>(shape, UNO_QUERY), out);
      continue;
    }
    for (const Range& paragraph : paragraphs_in(shape)) out.push_back({paragraph, read_paragraph(paragraph)});
  }
}

bool is_in_shape(const Target& target) {
  const Reference<css::lang::XServiceInfo> text(target.range->getText(), UNO_QUERY);
  return text.is() && text->supportsService("com.sun.star.drawing.Shape");
}

std::vector<Target> all_targets(const Model& document) {
  std::vector<Target> out;
  for (const Range& paragraph : paragraphs_of(document)) out.push_back({paragraph, read_paragraph(paragraph)});
  if (const Reference<css::drawing::XDrawPagesSupplier> supplier(document, UNO_QUERY); supplier.is()) {
    // Writer has one.
    add_shapes(Reference<css::container::XIndexAccess>(supplier->getDrawPages()->getByIndex(0), UNO_QUERY), out);
  }
  return out;
}

// The stretches of each target. The whole document tells what it is in, also where only a part is wanted.
std::vector<Stretches> find(const std::vector<Target>& targets, const std::vector<Target>& context) {
  std::vector<std::u16string_view> texts;
  Stretches fonts;
  for (const std::vector<Target>* list : {&context, &targets}) {
    for (const Target& target : *list) {
      add_legacy_fonts(target.paragraph, static_cast<std::uint32_t>(texts.size()), fonts);
      texts.push_back(target.paragraph.text);
    }
  }
  std::vector<Stretches> out(targets.size());
  for (text::LegacyStretch& stretch : text::find_legacy(texts, fonts)) {
    const bool has_fonts =
        stretch.encoding == text::LegacyEncoding::tcvn3 || stretch.encoding == text::LegacyEncoding::vni;
    if (stretch.paragraph < context.size() || !has_fonts) continue;
    out[stretch.paragraph - context.size()].push_back(stretch);
  }
  return out;
}

// Only what is wanted of a paragraph, in whole words.
void clip(const Target& target, Stretches& stretches) {
  const std::u16string_view text = target.paragraph.text;
  const auto size = static_cast<std::uint32_t>(text.size());
  std::uint32_t start = std::min(target.start, size);
  std::uint32_t end = std::min(target.end, size);
  if (start >= end) {
    stretches.clear();
    return;
  }
  while (start > 0 && text[start - 1] > u' ' && text[start] > u' ') --start;
  while (end < size && text[end] > u' ' && text[end - 1] > u' ') ++end;
  for (text::LegacyStretch& stretch : stretches) {
    stretch.start = std::max(stretch.start, start);
    stretch.end = std::min(stretch.end, end);
  }
  std::erase_if(stretches, [](const text::LegacyStretch& stretch) { return stretch.start >= stretch.end; });
}

// The text of each portion in Unicode.
std::vector<std::u16string> converted_portions(const ParagraphText& paragraph, const Stretches& stretches) {
  std::vector<std::uint32_t> starts;
  for (const Portion& portion : paragraph.portions) starts.push_back(portion.start);
  return text::convert_runs(paragraph.text, starts, stretches);
}

// What turns each portion into its text in Unicode, from the first to the last letter that differs.
std::vector<LetterChange> changes_of(const ParagraphText& paragraph, const Stretches& stretches) {
  const std::vector<std::u16string> converted = converted_portions(paragraph, stretches);
  std::vector<LetterChange> out;
  for (std::size_t i = 0; i < converted.size(); ++i) {
    const Portion& portion = paragraph.portions[i];
    std::uint32_t start = portion.start;
    std::u16string_view now = std::u16string_view(paragraph.text).substr(start, portion.length);
    std::u16string_view then = converted[i];
    if (!portion.editable || now == then) continue;
    while (!now.empty() && !then.empty() && now.front() == then.front()) {
      now.remove_prefix(1);
      then.remove_prefix(1);
      ++start;
    }
    while (!now.empty() && !then.empty() && now.back() == then.back()) {
      now.remove_suffix(1);
      then.remove_suffix(1);
    }
    if (!now.empty()) out.push_back({start, start + static_cast<std::uint32_t>(now.size()), std::u16string(then)});
  }
  return out;
}

// While it lives, nothing is recorded as a change.
class Unrecorded {
 public:
  explicit Unrecorded(const Model& document) : properties_(document, UNO_QUERY_THROW) {
    properties_->getPropertyValue("RecordChanges") >>= recording_;
    if (recording_) properties_->setPropertyValue("RecordChanges", css::uno::Any(false));
  }
  ~Unrecorded() {
    guarded("recording changes", [&] {
      if (recording_) properties_->setPropertyValue("RecordChanges", css::uno::Any(true));
    });
  }
  Unrecorded(const Unrecorded&) = delete;
  Unrecorded& operator=(const Unrecorded&) = delete;

 private:
  Properties properties_;
  bool recording_ = false;
};

// The fonts of a paragraph's portions and, where they are all of it or there are none, of the paragraph itself.
bool replace_fonts_of(const Target& target) {
  const std::vector<Portion>& portions = target.paragraph.portions;
  bool any = false;
  bool all = true;
  for (const Portion& portion : portions) {
    const bool wanted = portion.start < target.end && target.start < portion.start + portion.length;
    const Properties properties(portion.range, UNO_QUERY);
    const bool legacy = properties.is() && legacy_font(font_of(properties, font_properties[0])).has_value();
    all = all && legacy && wanted;
    if (legacy && wanted) any = replace_fonts(properties, false) || any;
  }
  const bool whole = target.start == 0 && target.end >= target.paragraph.text.size();
  if (all && whole) any = replace_fonts(Properties(target.range, UNO_QUERY), false) || any;
  return any;
}

// The portions of a shape's paragraph before and after; empty if nothing changes.
std::vector<ShapeRun> runs_of(const ParagraphText& paragraph, const Stretches& stretches) {
  const std::vector<std::u16string> converted = converted_portions(paragraph, stretches);
  std::vector<ShapeRun> out;
  std::uint32_t start = 0;
  bool any = false;
  for (std::size_t i = 0; i < converted.size(); ++i) {
    const Portion& portion = paragraph.portions[i];
    ShapeRun run;
    run.before = {portion.start, to_office(std::u16string_view(paragraph.text).substr(portion.start, portion.length)),
                  font_of(Properties(portion.range, UNO_QUERY), font_properties[0])};
    const auto font = legacy_font(run.before.font);
    run.after = {start, to_office(converted[i]), font ? to_office(font->replacement) : run.before.font};
    start += static_cast<std::uint32_t>(converted[i].size());
    if (!portion.editable) continue;
    any = any || run.after.text != run.before.text || font;
    out.push_back(std::move(run));
  }
  return any ? out : std::vector<ShapeRun>();
}

void convert(const Model& document, const Target& target, const Stretches& stretches, const OUString& title,
             ConvertedFonts& outcome) {
  // The text of a frame that belongs to a shape can be reached in two ways.
  if (read_paragraph(target.range).text != target.paragraph.text) return;
  const std::vector<LetterChange> changes = changes_of(target.paragraph, stretches);
  bool fonts = false;
  if (is_in_shape(target)) {
    std::vector<ShapeRun> runs = runs_of(target.paragraph, stretches);
    fonts = !runs.empty();
    if (fonts) change_shape(document, target.range, std::move(runs), title);
  } else {
    fonts = replace_fonts_of(target);
    change_letters(target.paragraph, changes);
  }
  outcome.fonts += fonts ? 1 : 0;
  outcome.paragraphs += changes.empty() ? 0 : 1;
}

}  // namespace

ConvertedFonts convert_fonts(const Context& context, const Model& document, bool selected_only) {
  const std::vector<Target> everything = all_targets(document);
  const std::vector<Target> selected = selected_only ? selected_targets(document) : std::vector<Target>();
  const std::vector<Target>& targets = selected_only ? selected : everything;
  std::vector<Stretches> stretches = find(targets, selected_only ? everything : std::vector<Target>());

  ConvertedFonts outcome;
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < targets.size(); ++i) {
    clip(targets[i], stretches[i]);
    if (!is_protected(targets[i].range)) {
      open.push_back(i);
    } else if (!changes_of(targets[i].paragraph, stretches[i]).empty()) {
      ++outcome.left;
    }
  }

  const OUString title = text(context, "legacy.undo");
  const UndoStep step(document, title);
  const Unrecorded unrecorded(document);
  // What is protected stays as it shows, which its style may see to.
  if (!selected_only && outcome.left == 0) outcome.fonts += replace_fonts_of_styles(document);
  for (auto at = open.rbegin(); at != open.rend(); ++at) {
    guarded("legacy font", [&] { convert(document, targets[*at], stretches[*at], title, outcome); });
  }
  return outcome;
}

sal_Int32 convert_legacy_fonts(const Context& context, const Reference<css::frame::XFrame>& frame) {
  const auto tell = [&](const OUString& what) { show_notice(context, frame, text(context, "legacy.title"), what); };
  const Model document = frame->getController()->getModel();
  if (const Reference<css::frame::XStorable> file(document, UNO_QUERY); file.is() && file->isReadonly()) {
    tell(text(context, "legacy.read-only"));
    return 0;
  }
  const ConvertedFonts outcome = convert_fonts(context, document, !is_mere_cursor(document));
  const auto number = [](sal_Int32 value) { return OUString::number(value); };
  OUString message;
  if (outcome.paragraphs > 0) {
    message = text(context, "legacy.done", to_view(number(outcome.paragraphs)));
  } else {
    message = text(context, outcome.fonts > 0 ? "legacy.fonts-only" : "legacy.none");
  }
  if (outcome.left > 0) message += "\n" + text(context, "legacy.left", to_view(number(outcome.left)));
  tell(message);
  return outcome.paragraphs;
}

}  // namespace soat::uno
