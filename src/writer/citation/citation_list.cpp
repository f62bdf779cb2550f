// The list of sources in a document: where it is put, how its paragraphs are written.
#include <algorithm>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/beans/XPropertyState.hpp>
#include <com/sun/star/container/XEnumerationAccess.hpp>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/style/LineSpacing.hpp>
#include <com/sun/star/style/LineSpacingMode.hpp>
#include <com/sun/star/style/TabStop.hpp>
#include <com/sun/star/style/XStyleFamiliesSupplier.hpp>
#include <com/sun/star/text/ControlCharacter.hpp>
#include <com/sun/star/text/XParagraphCursor.hpp>
#include <com/sun/star/text/XTextTable.hpp>
#include <map>

#include "citation/zotero/rich_text.h"
#include "text/utf.h"
#include "writer/border/border.h"
#include "writer/border/sequence.h"
#include "writer/border/strings.h"
#include "writer/border/texts.h"
#include "writer/citation/citation_document.h"
#include "writer/citation/citation_faults.h"
#include "writer/text/writer_text.h"

namespace soat::writer {

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;
using Cursor = Reference<css::text::XTextCursor>;
using Properties = Reference<css::beans::XPropertySet>;

constexpr const char* list_style = "Bibliography 1";  // the office's own name for it

struct Line {
  std::vector<citation::zotero::TextRun> runs;
  std::u16string plain;
  bool heading = false;
};

std::vector<Line> lines_of(const citation::Bibliography& list, const OUString& nothing) {
  std::vector<Line> lines;
  for (const citation::BibliographyGroup& group : list.groups) {
    if (!group.heading.empty()) {
      citation::zotero::TextRun run;
      run.text = text::to_utf16(group.heading);
      run.bold = true;
      lines.push_back({{run}, run.text, true});
    }
    for (const citation::BibliographyEntry& entry : group.entries) {
      auto runs = citation::zotero::read_rtf(entry.text);
      if (!runs.empty()) lines.push_back({runs, citation::zotero::plain_text(runs), false});
    }
  }
  if (lines.empty()) {  // a list without text would be lost
    citation::zotero::TextRun run;
    run.text = to_view(nothing);
    lines.push_back({{run}, run.text, false});
  }
  return lines;
}

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

// What is done to a list, step by step.
struct ListWriting {
  std::vector<Line> lines;
  std::vector<Range> old;  // paragraphs
  std::size_t first = 0;   // lines before it stay
  std::size_t last_line = 0;
  std::size_t last_old = 0;  // what follows stays
  Range behind;              // end of the paragraph dealt with last
  // What the first line takes up. Its paragraph will not do: a paragraph that is split is the later half afterwards.
  Range begin;
};

OUString style_of(const Range& paragraph) {
  OUString style;
  const Properties properties(paragraph->getText()->createTextCursorByRange(paragraph->getStart()), UNO_QUERY_THROW);
  properties->getPropertyValue("ParaStyleName") >>= style;
  return style;
}

bool is_list_style(const OUString& style) {
  return style.equalsAscii(list_style);
}

// Makes sure that a list begins and ends with a paragraph. A paragraph in the list's own style belongs to it wholly;
// another is cut, so that what stands before and behind the list is not taken for a part of it.
void cut_out(const Cursor& start, const Cursor& end) {
  const auto text = start->getText();
  const Reference<css::text::XParagraphCursor> first(start, UNO_QUERY_THROW);
  const Reference<css::text::XParagraphCursor> last(end, UNO_QUERY_THROW);
  if (!last->isEndOfParagraph()) {
    if (is_list_style(style_of(Range(end, UNO_QUERY)))) {
      last->gotoEndOfParagraph(false);
    } else {
      text->insertControlCharacter(Range(end, UNO_QUERY), css::text::ControlCharacter::PARAGRAPH_BREAK, false);
      end->goLeft(1, false);
    }
  }
  if (!first->isStartOfParagraph()) {
    if (is_list_style(style_of(Range(start, UNO_QUERY)))) {
      first->gotoStartOfParagraph(false);
    } else {
      text->insertControlCharacter(Range(start, UNO_QUERY), css::text::ControlCharacter::PARAGRAPH_BREAK, false);
    }
  }
}

// Takes in the paragraphs next to a list that say what it says: lines of its own that have come to stand outside.
void take_in_strays(const Cursor& start, const Cursor& end, const std::vector<Line>& lines) {
  const auto is_stray = [&](const Cursor& at) {
    const Cursor whole = at->getText()->createTextCursorByRange(at->getStart());
    const Reference<css::text::XParagraphCursor> paragraph(whole, UNO_QUERY_THROW);
    paragraph->gotoStartOfParagraph(false);
    paragraph->gotoEndOfParagraph(true);
    const OUString said = whole->getString();
    if (said.isEmpty() || !is_list_style(style_of(Range(whole, UNO_QUERY)))) return false;
    return std::any_of(lines.begin(), lines.end(), [&](const Line& line) { return line.plain == to_view(said); });
  };
  for (;;) {
    const Cursor before = start->getText()->createTextCursorByRange(start->getStart());
    if (!before->goLeft(1, false) || !is_stray(before)) break;
    Reference<css::text::XParagraphCursor>(before, UNO_QUERY_THROW)->gotoStartOfParagraph(false);
    start->gotoRange(Range(before, UNO_QUERY), false);
  }
  for (;;) {
    const Cursor behind = end->getText()->createTextCursorByRange(end->getEnd());
    if (!behind->goRight(1, false) || !is_stray(behind)) break;
    Reference<css::text::XParagraphCursor>(behind, UNO_QUERY_THROW)->gotoEndOfParagraph(false);
    end->gotoRange(Range(behind, UNO_QUERY), false);
  }
}

}  // namespace

void CitationDocument::place_list(const Cursor& target, FieldKind kind) {
  const auto text = target->getText();
  const Reference<css::text::XParagraphCursor> paragraph(target, UNO_QUERY_THROW);
  const auto split = [&] {
    text->insertControlCharacter(Range(target, UNO_QUERY), css::text::ControlCharacter::PARAGRAPH_BREAK, false);
  };
  if (!paragraph->isStartOfParagraph()) {
    split();
    if (!paragraph->isEndOfParagraph()) {
      split();
      target->goLeft(1, false);
    }
  } else if (!paragraph->isEndOfParagraph()) {
    split();
    target->goLeft(1, false);
  }
  format_paragraph(Range(target, UNO_QUERY), false);
  const Json data = {{"uncited", Json::array()}, {"omitted", Json::array()}, {"custom", Json::array()}};
  attach(Range(target, UNO_QUERY), kind, true, data);
}

namespace {

// Finds a list's paragraphs and what of them differs from its lines; only that is written, unless `force`.
void begin_list(ListWriting& state, const Field& field, bool force) {
  const Range anchor = field.content->getAnchor();
  if (field.kind == FieldKind::bookmark) {
    const Cursor start = anchor->getText()->createTextCursorByRange(anchor->getStart());
    const Cursor end = anchor->getText()->createTextCursorByRange(anchor->getEnd());
    cut_out(start, end);
    take_in_strays(start, end, state.lines);
    start->gotoRange(Range(end, UNO_QUERY), true);
    state.old = paragraphs_of_range(Range(start, UNO_QUERY));
  } else {
    state.old = paragraphs_of_range(anchor);
  }
  if (state.old.empty()) throw CitationFault(texts::citation_error_list_lost);
  const auto same = [&](std::size_t line, std::size_t paragraph) {
    return to_view(state.old[paragraph]->getString()) == state.lines[line].plain;
  };
  std::size_t prefix = 0;
  std::size_t suffix = 0;
  const std::size_t lines = state.lines.size();
  const std::size_t old = state.old.size();
  if (!force) {
    while (prefix < std::min(lines, old) && same(prefix, prefix)) ++prefix;
    while (suffix < std::min(lines, old) - prefix && same(lines - 1 - suffix, old - 1 - suffix)) ++suffix;
    // New paragraphs are put behind one that is there.
    if (prefix == 0 && suffix > 0 && (lines == suffix || old == suffix)) --suffix;
  }
  state.first = prefix;
  state.last_line = lines - suffix;
  state.last_old = old - suffix;
  if (prefix > 0) {
    state.behind = state.old[prefix - 1]->getEnd();
    const Cursor line = state.old.front()->getText()->createTextCursorByRange(state.old.front()->getStart());
    Reference<css::text::XParagraphCursor>(line, UNO_QUERY_THROW)->gotoEndOfParagraph(true);
    state.begin = Range(line, UNO_QUERY);
  }
}

void write_line(ListWriting& state, std::size_t i) {
  const Line& line = state.lines[i];
  if (i < state.last_old) {
    const Range paragraph = state.old[i];
    format_paragraph(paragraph, line.heading);
    const Range written = write_runs(paragraph, line.runs);
    if (i == 0) state.begin = written;
    state.behind = paragraph->getEnd();
    return;
  }
  const auto text = state.behind->getText();
  const Cursor at = text->createTextCursorByRange(state.behind);
  text->insertControlCharacter(Range(at, UNO_QUERY), css::text::ControlCharacter::PARAGRAPH_BREAK, false);
  format_paragraph(Range(at, UNO_QUERY), line.heading);
  state.behind = write_runs(Range(at, UNO_QUERY), line.runs)->getEnd();
}

}  // namespace

void CitationDocument::add_list_stage(const Work& work, bool force) {
  const auto now = std::make_shared<DocumentScan>();
  const auto list = std::make_shared<citation::Bibliography>();
  CitationStage stage;
  stage.prepare = [this, now] { *now = scan(); };
  stage.compute = [now, list](CitationFormatter& formatter) {
    if (!now->lists.empty()) *list = formatter.list(now->snapshot, now->settings.headings);
  };
  stage.apply = [this, now, list, force](CitationWork& running) {
    if (now->lists.empty()) {
      running.outcome.list_lost = !lost_lists(document()).empty();
      return;
    }
    keep_own_entries(now->lists.front().code->data, *list);
    if (!now->preferences.bibliography_style_set) {
      running.steps.emplace_back([this, list](CitationWork&) {
        style_list(*list);
        citation::zotero::Preferences changed = preferences();
        changed.bibliography_style_set = true;
        store(changed);
      });
    }
    for (const Field& field : now->lists) {
      if (field.code->data.is_object()) write_list(running, field, *list, force);
    }
  };
  work->stages.push_back(std::move(stage));
}

// Entries that the user has written himself (Zotero's "custom": [[uris], RTF]) take the place of the style's.
void CitationDocument::keep_own_entries(const Json& data, citation::Bibliography& list) {
  const auto custom = data.is_object() ? data.find("custom") : data.end();
  if (!data.is_object() || custom == data.end() || !custom->is_array()) return;
  std::map<std::string, std::string> own;
  for (const Json& entry : *custom) {
    if (!entry.is_array() || entry.size() < 2 || !entry[1].is_string() || entry[1] == "") continue;
    const Json cite = {{"uris", entry[0].is_array() ? entry[0] : Json::array({entry[0]})}};
    own[engine_id(cite)] = entry[1].get<std::string>();
  }
  for (citation::BibliographyGroup& group : list.groups) {
    for (citation::BibliographyEntry& entry : group.entries) {
      if (const auto found = own.find(entry.item); found != own.end()) entry.text = found->second;
    }
  }
}

// Adds steps that write a list. What it holds is found out in the first of them, for the document may have changed by
// then.
void CitationDocument::write_list(CitationWork& work, const Field& field, const citation::Bibliography& list,
                                  bool force) {
  const auto state = std::make_shared<ListWriting>();
  state->lines = lines_of(list, text(context_, texts::citation_list_empty));
  work.steps.emplace_back([this, state, force, seen = field](CitationWork& running) {
    const auto there = fields_.find(seen.kind, seen.section, seen.name);
    if (!there) throw CitationFault(texts::citation_error_list_lost);
    begin_list(*state, *there, force);
    if (state->first == state->last_line && state->first == state->last_old) return;
    require_open(there->place);
    const bool bookmark = there->kind == FieldKind::bookmark;
    // Paragraphs that are written push the bookmark about; it is laid anew when all stand.
    if (bookmark) there->content->dispose();
    for (std::size_t i = state->first; i < state->last_line; ++i) {
      running.steps.emplace_back([state, i](CitationWork&) { write_line(*state, i); });
    }
    running.steps.emplace_back([this, state, bookmark, name = there->name](CitationWork&) {
      if (state->last_old > state->last_line && state->behind.is()) {
        const Cursor rest = state->behind->getText()->createTextCursorByRange(state->behind);
        rest->gotoRange(state->old[state->last_old - 1]->getEnd(), true);
        rest->setString(OUString());
        state->behind = Range(rest, UNO_QUERY);  // what it was may have gone with the rest
      }
      if (!bookmark) return;
      const Cursor all = state->begin->getText()->createTextCursorByRange(state->begin->getStart());
      const bool whole = state->last_line == state->lines.size();
      all->gotoRange(whole ? state->behind : state->old.back()->getEnd(), true);
      attach_field(document(), Range(all, UNO_QUERY), FieldKind::bookmark, true, name);
    });
  });
}

// The indents that the style asks for, once; the user may change them afterwards. Twips are those of Zotero.
void CitationDocument::style_list(const citation::Bibliography& list) {
  const auto hundredths = [](double twips) {
    return static_cast<sal_Int32>(twips * 2540 / 1440 + (twips < 0 ? -0.5 : 0.5));
  };
  const Reference<css::style::XStyleFamiliesSupplier> families(document(), UNO_QUERY_THROW);
  const Reference<css::container::XNameAccess> styles(families->getStyleFamilies()->getByName("ParagraphStyles"),
                                                      UNO_QUERY_THROW);
  const Properties style(styles->getByName(OUString::createFromAscii(list_style)), UNO_QUERY_THROW);
  double left = 0;
  double first = 0;
  css::uno::Sequence<css::style::TabStop> tabs;
  if (list.hanging_indent) {
    left = 720;
    first = -720;
  } else if (!list.second_field_align.empty()) {
    const double align = 24 + 120 * list.max_offset;
    first = -align;
    css::style::TabStop tab;
    if (list.second_field_align != "margin") {
      left = align;
      tab.Position = 0;  // counted from the left margin
    }
    tabs = sequence_of(tab);
  }
  style->setPropertyValue("ParaLeftMargin", css::uno::Any(hundredths(left)));
  style->setPropertyValue("ParaFirstLineIndent", css::uno::Any(hundredths(first)));
  style->setPropertyValue("ParaTabStops", css::uno::Any(tabs));
  css::style::LineSpacing spacing;
  spacing.Mode = css::style::LineSpacingMode::MINIMUM;
  spacing.Height = static_cast<sal_Int16>(hundredths(240 * list.line_spacing));
  style->setPropertyValue("ParaLineSpacing", css::uno::Any(spacing));
  style->setPropertyValue("ParaBottomMargin", css::uno::Any(hundredths(240 * list.entry_spacing)));
}

}  // namespace soat::writer
