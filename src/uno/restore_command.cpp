#include "uno/restore_command.h"

#include <algorithm>
#include <chrono>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/document/XUndoManagerSupplier.hpp>
#include <com/sun/star/frame/XController.hpp>
#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/table/XCellRange.hpp>
#include <com/sun/star/text/XParagraphCursor.hpp>
#include <com/sun/star/text/XTextDocument.hpp>
#include <com/sun/star/text/XTextFrame.hpp>
#include <com/sun/star/text/XTextTable.hpp>
#include <com/sun/star/text/XTextTableCursor.hpp>
#include <com/sun/star/text/XTextViewCursorSupplier.hpp>
#include <limits>
#include <string>
#include <vector>

#include "model/restore.h"
#include "text/tone_usage.h"
#include "uno/border.h"
#include "uno/document.h"
#include "uno/engine.h"
#include "uno/notice.h"
#include "uno/strings.h"
#include "uno/texts.h"

namespace soat::uno {

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;
using Frame = Reference<css::frame::XFrame>;

constexpr std::chrono::seconds patience{30};

// A paragraph, and the part of it that is wanted: all of it is read, because what stands round a word tells how it is
// meant.
struct Target {
  ParagraphText paragraph;
  std::uint32_t start = 0;
  std::uint32_t end = std::numeric_limits<std::uint32_t>::max();
};

void add_paragraphs(const Reference<css::uno::XInterface>& text, std::vector<Target>& out) {
  for (const Range& paragraph : paragraphs_in(text)) {
    if (!is_protected(paragraph)) out.push_back({read_paragraph(paragraph)});
  }
}

// The paragraphs of a selection; if it is a mere cursor, all of its paragraph.
void add_selected(const Range& range, std::vector<Target>& out) {
  const Reference<css::text::XTextCursor> selection = range->getText()->createTextCursorByRange(range);
  const Reference<css::text::XParagraphCursor> whole(range->getText()->createTextCursorByRange(range->getStart()),
                                                     UNO_QUERY_THROW);
  whole->gotoStartOfParagraph(false);
  whole->gotoRange(range->getEnd(), true);
  whole->gotoEndOfParagraph(true);
  const std::vector<Range> paragraphs = paragraphs_in(whole);
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    if (is_protected(paragraphs[i])) continue;
    Target target{read_paragraph(paragraphs[i])};
    if (!selection->isCollapsed()) {
      target.end = static_cast<std::uint32_t>(target.paragraph.text.size());
      if (i == 0) target.start = units_beside(range->getStart(), true);
      if (i + 1 == paragraphs.size()) target.end -= std::min(target.end, units_beside(range->getEnd(), false));
    }
    out.push_back(std::move(target));
  }
}

void add_cells(const Reference<css::frame::XModel>& document, const OUString& name, std::vector<Target>& out) {
  const Reference<css::text::XTextViewCursorSupplier> view(document->getCurrentController(), UNO_QUERY_THROW);
  const Reference<css::beans::XPropertySet> cursor(view->getViewCursor(), UNO_QUERY_THROW);
  const Reference<css::text::XTextTable> table(cursor->getPropertyValue("TextTable"), UNO_QUERY_THROW);
  if (name.indexOf(':') < 0) {
    add_paragraphs(table->getCellByName(name), out);
    return;
  }
  const Reference<css::table::XCellRange> cells(
      Reference<css::table::XCellRange>(table, UNO_QUERY_THROW)->getCellRangeByName(name), UNO_QUERY_THROW);
  const auto rows = Reference<css::sheet::XCellRangeData>(cells, UNO_QUERY_THROW)->getDataArray();
  for (sal_Int32 row = 0; row < rows.getLength(); ++row) {
    for (sal_Int32 column = 0; column < rows[row].getLength(); ++column) {
      add_paragraphs(cells->getCellByPosition(column, row), out);
    }
  }
}

std::vector<Target> selected_targets(const Reference<css::frame::XModel>& document) {
  std::vector<Target> out;
  const Reference<css::uno::XInterface> selection = document->getCurrentSelection();
  if (const Reference<css::text::XTextFrame> frame(selection, UNO_QUERY); frame.is()) {
    add_paragraphs(frame->getText(), out);
  } else if (const Reference<css::text::XTextTableCursor> cells(selection, UNO_QUERY); cells.is()) {
    add_cells(document, cells->getRangeName(), out);
  } else if (const Reference<css::container::XIndexAccess> ranges(selection, UNO_QUERY); ranges.is()) {
    for (sal_Int32 i = 0; i < ranges->getCount(); ++i) {
      if (const Range range(ranges->getByIndex(i), UNO_QUERY); range.is()) add_selected(range, out);
    }
  }
  return out;
}

bool is_wanted(const Target& target, const model::RestoredWord& word) {
  const auto& portions = target.paragraph.portions;
  return word.start >= target.start && word.end <= target.end &&
         std::all_of(portions.begin(), portions.end(), [&](const Portion& portion) {
           const bool touches = portion.start < word.end && word.start < portion.start + portion.length;
           return !touches || portion.restorable;
         });
}

// Adds what turns a word into its restored form: only from the first to the last letter that differs, and each portion
// for itself, so that every letter keeps its formatting. Whether there is anything.
bool add_changes(const ParagraphText& paragraph, const model::RestoredWord& word, std::vector<LetterChange>& out) {
  const std::u16string_view old = std::u16string_view(paragraph.text).substr(word.start, word.end - word.start);
  const std::u16string_view restored = word.alternatives.front().text;
  // Marks that stood decomposed are composed with the rest; such a word is replaced only if it stands in one portion.
  const bool same_length = old.size() == restored.size();
  bool any = false;
  for (const Portion& portion : paragraph.portions) {
    std::uint32_t start = std::max(word.start, portion.start);
    std::uint32_t end = std::min(word.end, portion.start + portion.length);
    if (start >= end || (!same_length && end - start != old.size())) continue;
    std::u16string_view now = old.substr(start - word.start, end - start);
    std::u16string_view then = same_length ? restored.substr(start - word.start, end - start) : restored;
    while (same_length && !now.empty() && now.front() == then.front()) {
      now.remove_prefix(1);
      then.remove_prefix(1);
      ++start;
    }
    while (same_length && !now.empty() && now.back() == then.back()) {
      now.remove_suffix(1);
      then.remove_suffix(1);
      --end;
    }
    if (now == then) continue;
    out.push_back({start, end, std::u16string(then)});
    any = true;
  }
  return any;
}

struct Outcome {
  sal_Int32 words = 0;
  bool language_fits = false;  // of some of the text
};

Outcome restore_targets(const Reference<css::frame::XModel>& document, const std::vector<Target>& targets,
                        const model::LanguageModel& model, const OUString& title) {
  Outcome outcome;
  std::vector<std::vector<LetterChange>> changes(targets.size());
  model::RestoreOptions options;
  const OUString body = Reference<css::text::XTextDocument>(document, UNO_QUERY_THROW)->getText()->getString();
  options.tone_style = text::usual_tone_style(to_view(body));
  for (std::size_t i = 0; i < targets.size(); ++i) {
    const ParagraphText& paragraph = targets[i].paragraph;
    if (std::none_of(paragraph.portions.begin(), paragraph.portions.end(),
                     [](const Portion& portion) { return portion.restorable; }))
      continue;
    outcome.language_fits = true;
    for (const model::RestoredWord& word : model::restore(model, paragraph.text, options).words) {
      if (is_wanted(targets[i], word) && add_changes(paragraph, word, changes[i])) ++outcome.words;
    }
  }
  if (outcome.words == 0) return outcome;

  const Reference<css::document::XUndoManagerSupplier> supplier(document, UNO_QUERY_THROW);
  const auto undo = supplier->getUndoManager();
  undo->enterUndoContext(title);
  document->lockControllers();
  guarded("restore", [&] {
    for (std::size_t i = targets.size(); i-- > 0;) change_letters(targets[i].paragraph, changes[i]);
  });
  document->unlockControllers();
  undo->leaveUndoContext();
  return outcome;
}

OUString list_of_problems() {
  OUString list;
  for (const std::string& problem : Engine::instance().problems()) list += "\n" + to_office(std::string_view(problem));
  return list;
}

}  // namespace

sal_Int32 restore_diacritics(const Context& context, const Frame& frame) {
  const auto tell = [&](const OUString& what) { show_notice(context, frame, text(context, "restore.title"), what); };
  Engine& engine = Engine::instance();
  engine.start(context);
  const auto checker = engine.checker(patience);
  if (!checker || !checker->language_model()) {
    tell(text(context, "restore.no-model", to_view(list_of_problems())));
    return 0;
  }
  const Reference<css::frame::XModel> document = frame->getController()->getModel();
  if (const Reference<css::frame::XStorable> file(document, UNO_QUERY); file.is() && file->isReadonly()) {
    tell(text(context, "restore.read-only"));
    return 0;
  }
  const Outcome outcome =
      restore_targets(document, selected_targets(document), *checker->language_model(), text(context, "restore.undo"));
  if (outcome.words == 0) tell(text(context, outcome.language_fits ? "restore.none" : "restore.other-language"));
  return outcome.words;
}

}  // namespace soat::uno
