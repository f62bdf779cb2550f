#pragma once

#include <com/sun/star/frame/XController.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

#include "check/checker.h"
#include "writer/proofing/other_languages.h"
#include "writer/text/document.h"
#include "writer/text/document_walk.h"
#include "writer/text/selection.h"

namespace soat::writer {

// A paragraph of a document that has been read.
struct ReadParagraph {
  Range range;
  Holder holder = Holder::text;
  ParagraphText text;   // with forget_ranges()
  bool locked = false;  // is_protected() then
};

ReadParagraph read(const DocumentWalk::Paragraph& paragraph);

// What of a document is checked, and how strictly.
struct CheckScope {
  check::Profile profile = check::Profile::normal;
  bool only_selected = false;  // the paragraphs in which something is selected
};

// Reads and checks a document without holding up its window: reads in slices on the main thread, checks on the
// background thread. To be used from the main thread; lives as long as it runs.
class DocumentCheck : public std::enable_shared_from_this<DocumentCheck> {
 public:
  struct Result {
    std::vector<ReadParagraph> paragraphs;
    OtherLanguages others;
    std::vector<check::Finding> findings;
    check::Assessment assessment;
    bool is_whole = true;                // not only what was selected
    std::uint32_t cursor_paragraph = 0;  // where the cursor stood when it was read
    std::uint32_t cursor_start = 0;
  };
  struct Events {
    // How far it is, 0 to 100.
    std::function<void(int)> progress;
    // The first findings behind the cursor or, if that stands far behind, at the start; long before the end: what a
    // check of the first paragraphs finds. At most once.
    std::function<void(const Result&, bool at_cursor)> glimpse;
    std::function<void(Result&&)> done;
    // Something threw: the document was closed, or the checker failed.
    std::function<void()> failed;
  };

  // selected: what of the document, if only that is to be checked; its first paragraph is where the cursor stands.
  // at_once: all of it before this returns, for a caller who waits on the main thread.
  static std::shared_ptr<DocumentCheck> start(const Context& context,
                                              const css::uno::Reference<css::frame::XController>& controller,
                                              std::shared_ptr<const check::Checker> checker, CheckScope scope,
                                              std::vector<Source> selected, Events events, bool at_once);

  // Nothing of Events is called any more.
  void cancel();

  DocumentCheck(const Context& context, std::shared_ptr<const check::Checker> checker, CheckScope scope, Events events);

 private:
  void begin(const css::uno::Reference<css::frame::XController>& controller, std::vector<Source> selected,
             bool at_once);
  bool read_next();
  bool read_selected();
  void add(ReadParagraph paragraph);
  void note_cursor(const ReadParagraph& paragraph);
  std::uint32_t glimpse_from() const;
  void check_glimpse();
  void check_all();
  void finish(const std::shared_ptr<check::Checked>& checked);
  void fail();
  void run(std::function<check::Checked()> job, std::function<void(const std::shared_ptr<check::Checked>&)> then);

  Context context_;
  std::shared_ptr<const check::Checker> checker_;
  CheckScope scope_;
  Events events_;
  Result result_;
  TextsToCheck texts_;
  std::unique_ptr<DocumentWalk> walk_;
  std::unique_ptr<TargetReader> selected_;  // instead of the walk
  bool selected_read_ = false;
  Range cursor_;
  bool cursor_found_ = false;
  std::size_t glimpse_ = 0;  // so many paragraphs; 0: it has been taken or is
  bool at_once_ = false;
  bool cancelled_ = false;
  std::stop_source stop_;
  std::stop_callback<std::function<void()>> stops_with_the_office_;
  std::size_t expected_ = 0;  // paragraphs, about
};

}  // namespace soat::writer
