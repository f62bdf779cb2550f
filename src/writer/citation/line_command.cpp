#include <com/sun/star/frame/XController.hpp>
#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/text/XParagraphCursor.hpp>
#include <com/sun/star/text/XTextViewCursorSupplier.hpp>
#include <memory>
#include <optional>
#include <utility>

#include "citation/exchange/reference_at.h"
#include "citation/form/cite_list.h"
#include "citation/library/intake.h"
#include "text/utf.h"
#include "writer/border/border.h"
#include "writer/border/document_of.h"
#include "writer/border/status_line.h"
#include "writer/border/strings.h"
#include "writer/border/texts.h"
#include "writer/citation/document_citations.h"
#include "writer/citation/touching.h"
#include "writer/commands.h"
#include "writer/sources/page_fetcher.h"
#include "writer/sources/user_library.h"
#include "writer/text/document.h"
#include "writer/windows/notice.h"

namespace soat::writer {

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;
using Frame = Reference<css::frame::XFrame>;
using nlohmann::json;

// A reference in the document.
struct Spot {
  citation::ReferenceAt reference;
  Range range;
  OUString text;  // what stood there when the command was given
};

// What the selection or the cursor points at; nothing when there is no reference, or when several paragraphs are
// selected.
std::optional<Spot> find_spot(const Reference<css::frame::XModel>& document) {
  const Reference<css::text::XTextViewCursorSupplier> supplier(document->getCurrentController(), UNO_QUERY_THROW);
  const Range view(supplier->getViewCursor(), UNO_QUERY_THROW);
  const Reference<css::text::XParagraphCursor> whole(view->getText()->createTextCursorByRange(view->getStart()),
                                                     UNO_QUERY_THROW);
  whole->gotoStartOfParagraph(false);
  whole->gotoRange(view->getEnd(), true);
  whole->gotoEndOfParagraph(true);
  const std::vector<Range> paragraphs = paragraphs_in(whole);
  if (paragraphs.size() != 1 || is_protected(paragraphs.front())) return std::nullopt;
  const ParagraphText paragraph = read_paragraph(paragraphs.front());
  const std::uint32_t start = units_beside(view->getStart(), true);
  const auto length = static_cast<std::uint32_t>(paragraph.text.size());
  const std::uint32_t end = length - std::min(length, units_beside(view->getEnd(), false));
  auto found = citation::reference_at(paragraph.text, start, end);
  if (!found) return std::nullopt;
  Spot spot{std::move(*found), {}, {}};
  spot.range = range_of(paragraph, static_cast<std::uint32_t>(spot.reference.start),
                        static_cast<std::uint32_t>(spot.reference.end));
  if (!spot.range.is()) return std::nullopt;
  spot.text = spot.range->getString();
  return spot;
}

// What the library has for an item now: the same work where it knows it, else the item itself, added.
citation::LibraryItem keep(citation::Library& library, const json& item) {
  return citation::keep_or_add(library, item, citation::OnDuplicate::skip).item;
}

// One command on its way, from the click to the citation. Its steps run on the main thread.
class LineCitation : public std::enable_shared_from_this<LineCitation> {
 public:
  LineCitation(const Context& context, const Frame& frame, Spot spot)
      : context_(context), frame_(frame), document_(document_of(frame)), spot_(std::move(spot)) {}

  void start() {
    current() = shared_from_this();
    // The style is built while the page is on its way.
    guarded("citation", [&] { DocumentCitations::of(context_, document_)->warm_up(); });
    if (spot_.reference.in_words) {
      keep_and_cite(spot_.reference.item);
      return;
    }
    const std::string address = spot_.reference.item.value("URL", "");
    status_.show(context_, frame_, text(context_, texts::line_waiting, text::to_utf16(address)), 50);
    request_ = std::make_unique<PageRequest>(context_, text::to_utf16(address), PageLimits{},
                                             [weak = weak_from_this()](const PageAnswer& answer) {
                                               if (const auto self = weak.lock()) self->take(answer);
                                             });
  }

  // Whether a command was on its way; it has been given up.
  static bool stop_current() {
    const std::shared_ptr<LineCitation> running = std::exchange(current(), nullptr);
    if (!running) return false;
    running->request_.reset();
    running->status_.end();
    return true;
  }

 private:
  // For the main thread only. Never destroyed: at the very end of the process the office, whose objects it holds, is
  // gone already.
  static std::shared_ptr<LineCitation>& current() {
    static auto* const one = new std::shared_ptr<LineCitation>();
    return *one;
  }

  void end() {
    status_.end();
    if (current().get() == this) current().reset();
  }

  void tell(std::u16string_view what) {
    show_notice(context_, frame_, text(context_, texts::line_title), to_office(what));
  }

  void take(const PageAnswer& answer) {
    const auto self = shared_from_this();
    guarded("citation", [&] {
      // Of a PDF at least the address, the site and the day are known.
      if (!answer.item.is_object()) {
        end();
        tell(answer.message);
        return;
      }
      keep_and_cite(answer.item);
    });
  }

  // A library that cannot be used costs the citation nothing: documents carry their sources.
  void keep_and_cite(const json& item) {
    const auto kept = std::make_shared<citation::LibraryItem>();
    kept->item = item;
    UserLibrary::instance().run(
        context_, [kept](citation::Library& library) { *kept = keep(library, kept->item); },
        [self = shared_from_this(), kept](const std::u16string& error) {
          guarded("citation", [&] {
            if (current() != self) return;  // given up meanwhile
            if (!error.empty()) self->tell(error);
            self->cite(*kept);
          });
        });
  }

  void cite(const citation::LibraryItem& source) {
    end();
    OUString now;
    guarded("citation", [&] { now = spot_.range->getString(); });
    if (now != spot_.text) {
      tell(to_view(text(context_, texts::line_changed)));
      return;
    }
    citation::CiteList cites;
    cites.add(source.item, source.uri);
    const bool in_words = spot_.reference.in_words;
    const Range place = in_words ? spot_.range->getEnd() : spot_.range;
    CitationRun run;
    run.done = [self = shared_from_this()](const CitationOutcome& outcome) {
      if (!outcome.error.empty()) self->tell(outcome.error);
    };
    const auto citations = DocumentCitations::of(context_, document_);
    if (const auto neighbour = merges_touching(context_) ? citations->beside(place) : std::nullopt) {
      WantedCitation both = merged_with(*neighbour, cites, false);
      citations->replace(both.replaced, std::move(both.cites), both.unsorted, in_words ? nullptr : place,
                         std::move(run));
      return;
    }
    DocumentCitations::Insertion insertion;
    insertion.cites = cites.json();
    insertion.place = place;
    if (in_words) insertion.lead = u" ";
    citations->insert(std::move(insertion), std::move(run));
  }

  Context context_;
  Frame frame_;
  Reference<css::frame::XModel> document_;
  Spot spot_;
  StatusLine status_;
  std::unique_ptr<PageRequest> request_;
};

}  // namespace

// Turns what is selected, or stands where the cursor is, into a citation. A web address, with the "Nguồn:" that is
// selected with it, is fetched (this command is the user's consent), kept in the user's library and replaced by the
// citation in one undo step; behind a legal document named in words the citation is put, since the sentence needs its
// words. Returns at once; the status line tells that a page is awaited, and giving the command again stops waiting.
// Whatever goes wrong is told to the user, and the text stays as it was.
void cite_line(const CommandCall& call) {
  const auto tell = [&](text::MessageId<0> what) {
    show_notice(call.context, call.frame, text(call.context, texts::line_title), text(call.context, what));
  };
  if (LineCitation::stop_current()) {
    tell(texts::page_cancelled);
    return;
  }
  const Reference<css::frame::XModel> document = document_of(call.frame);
  if (const Reference<css::frame::XStorable> file(document, UNO_QUERY); file.is() && file->isReadonly()) {
    tell(texts::line_read_only);
    return;
  }
  std::optional<Spot> spot = find_spot(document);
  if (!spot) {
    tell(texts::line_none);
    return;
  }
  std::make_shared<LineCitation>(call.context, call.frame, std::move(*spot))->start();
}

}  // namespace soat::writer
