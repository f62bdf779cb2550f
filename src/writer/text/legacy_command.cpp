#include "writer/text/legacy_command.h"

#include <algorithm>
#include <com/sun/star/beans/XPropertyState.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/frame/XController.hpp>
#include <com/sun/star/lang/XMultiServiceFactory.hpp>
#include <com/sun/star/style/XStyleFamiliesSupplier.hpp>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "text/error.h"
#include "text/legacy_detection.h"
#include "text/legacy_runs.h"
#include "writer/border/border.h"
#include "writer/border/properties.h"
#include "writer/border/slices.h"
#include "writer/border/strings.h"
#include "writer/border/texts.h"
#include "writer/commands.h"
#include "writer/text/document.h"
#include "writer/text/legacy_fonts.h"
#include "writer/text/selection.h"
#include "writer/text/shape_text.h"
#include "writer/windows/notice.h"

namespace soat::writer {

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;
using Model = Reference<css::frame::XModel>;
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

// What is read of paragraphs to find such text in them, for any thread.
struct Texts {
  std::vector<std::u16string> texts;
  Stretches fonts;

  void add(const ParagraphText& paragraph) {
    add_legacy_fonts(paragraph, static_cast<std::uint32_t>(texts.size()), fonts);
    texts.push_back(paragraph.text);
  }
};

// The stretches of each paragraph from the given one on.
std::vector<Stretches> find_stretches(const Texts& texts, std::size_t first) {
  const std::vector<std::u16string_view> views(texts.texts.begin(), texts.texts.end());
  std::vector<Stretches> out(views.size() - first);
  for (text::LegacyStretch& stretch : text::find_legacy(views, texts.fonts)) {
    const bool has_fonts =
        stretch.encoding == text::LegacyEncoding::tcvn3 || stretch.encoding == text::LegacyEncoding::vni;
    if (has_fonts && stretch.paragraph >= first) out[stretch.paragraph - first].push_back(stretch);
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
  if (target.holder != Holder::text) {
    std::vector<ShapeRun> runs = runs_of(target.paragraph, stretches);
    fonts = !runs.empty();
    if (fonts) change_shape(document, target.range, std::move(runs), title);
  } else {
    fonts = replace_fonts_of(target);
    change_letters(document, target.paragraph, changes);
  }
  outcome.fonts += fonts ? 1 : 0;
  outcome.paragraphs += changes.empty() ? 0 : 1;
}

// One run: reads in slices, finds on the background thread, changes in slices.
class Conversion : public std::enable_shared_from_this<Conversion> {
 public:
  using Done = std::function<void(const ConvertedFonts&)>;

  Conversion(const Context& context, Model document, bool selected_only, bool at_once, Done done)
      : context_(context),
        document_(std::move(document)),
        title_(text(context, texts::legacy_undo)),
        selected_only_(selected_only),
        at_once_(at_once),
        done_(std::move(done)),
        everything_(document_, {{document_, {}}}),
        selected_(document_, selected_only ? selected_sources(document_) : std::vector<Source>()) {}

  void start() {
    in_slices([self = shared_from_this()] { return self->read_next(); });
  }

 private:
  // What it throws ends the command.
  bool attempt(const std::function<bool()>& action) {
    try {
      return action();
    } catch (...) {
      end_change();
      outcome_.failed = true;
      finish();
      throw;  // to be logged
    }
  }

  void in_slices(const std::function<bool()>& step) {
    const auto careful = [self = shared_from_this(), step] { return self->attempt(step); };
    if (!at_once_) {
      read_in_slices(context_, document_, careful);
      return;
    }
    while (careful()) {
    }
  }

  // The whole document tells what it is in, also where only a part is wanted.
  bool read_next() {
    for (TargetReader* reader : {&everything_, &selected_}) {
      const std::size_t known = reader->targets().size();
      if (!reader->read_next()) continue;
      if (reader->targets().size() > known) texts_.add(reader->targets().back().paragraph);
      return true;
    }
    find();
    return false;
  }

  // The background thread gets the texts alone: what belongs to the office stays on the main thread.
  void find() {
    const std::size_t first = selected_only_ ? everything_.targets().size() : 0;
    targets_ = std::move((selected_only_ ? selected_ : everything_).targets());
    const auto texts = std::make_shared<const Texts>(std::move(texts_));
    const auto found = std::make_shared<std::vector<Stretches>>();
    const auto job = [texts, first, found] { *found = find_stretches(*texts, first); };
    const auto then = [self = shared_from_this(), found](bool done) {
      self->stretches_ = std::move(*found);
      self->attempt([&] {
        if (!done) throw Error(texts::legacy_not_looked_through);
        self->change();
        return true;
      });
    };
    if (at_once_) {
      job();
      then(true);
    } else {
      run_in_background(context_, job, then);
    }
  }

  void change() {
    for (std::size_t i = 0; i < targets_.size(); ++i) {
      clip(targets_[i], stretches_[i]);
      if (targets_[i].locked && !changes_of(targets_[i].paragraph, stretches_[i]).empty()) ++outcome_.left;
    }
    step_.emplace(document_, title_, at_once_ ? UndoStep::Views::wait : UndoStep::Views::live);
    unrecorded_.emplace(document_);
    // What is protected stays as it shows, which its style may see to.
    if (!selected_only_ && outcome_.left == 0) outcome_.fonts += replace_fonts_of_styles(document_);
    at_ = targets_.size();
    const auto end = [self = shared_from_this()] {
      self->end_change();
      self->finish();
    };
    if (at_once_) {
      while (change_next()) {
      }
      end();
    } else {
      change_in_slices(
          context_, document_, [self = shared_from_this()] { return self->change_next(); }, [end](bool) { end(); });
    }
  }

  // From the last paragraph on.
  bool change_next() {
    if (at_ == 0) return false;
    --at_;
    if (!targets_[at_].locked) {
      guarded("legacy font", [&] { convert(document_, targets_[at_], stretches_[at_], title_, outcome_); });
    }
    return true;
  }

  void end_change() {
    unrecorded_.reset();
    step_.reset();
  }

  void finish() {
    if (const Done done = std::exchange(done_, nullptr); done) done(outcome_);
  }

  Context context_;
  Model document_;
  OUString title_;
  bool selected_only_;
  bool at_once_;
  Done done_;
  TargetReader everything_;
  TargetReader selected_;
  Texts texts_;
  std::vector<Target> targets_;
  std::vector<Stretches> stretches_;
  ConvertedFonts outcome_;
  std::optional<UndoStep> step_;
  std::optional<Unrecorded> unrecorded_;
  std::size_t at_ = 0;
};

}  // namespace

void convert_fonts(const Context& context, const Model& document, bool selected_only, bool at_once,
                   std::function<void(const ConvertedFonts&)> done) {
  std::make_shared<Conversion>(context, document, selected_only, at_once, std::move(done))->start();
}

// "Convert legacy fonts": converts what is selected in the frame's document or, where nothing is, all of it, and tells
// the user how many paragraphs that were.
void convert_legacy_fonts(const CommandCall& call) {
  const Context& context = call.context;
  const auto tell = [context = call.context, frame = call.frame](const OUString& what) {
    guarded("legacy font", [&] { show_notice(context, frame, text(context, texts::legacy_title), what); });
  };
  const Model document = document_of(call.frame);
  if (is_read_only(document)) {
    tell(text(context, texts::legacy_read_only));
    call.done(0);
    return;
  }
  const auto converted = [context, tell, done = call.done](const ConvertedFonts& outcome) {
    OUString message;
    if (outcome.failed) {
      message = text(context, texts::legacy_failed);
    } else if (outcome.paragraphs > 0) {
      message = text(context, texts::legacy_done, outcome.paragraphs);
    } else {
      message = text(context, outcome.fonts > 0 ? texts::legacy_fonts_only : texts::legacy_none);
    }
    if (outcome.left > 0) message += "\n" + text(context, texts::legacy_left, outcome.left);
    tell(message);
    done(outcome.paragraphs);
  };
  convert_fonts(context, document, !has_no_selection(document), call.at_once, converted);
}

}  // namespace soat::writer
