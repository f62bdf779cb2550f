#pragma once

#include <atomic>
#include <com/sun/star/text/XTextDocument.hpp>
#include <cppuhelper/weakref.hxx>
#include <exception>
#include <functional>
#include <memory>
#include <utility>
#include <vector>

#include "citation/session/commands.h"
#include "citation/session/formatter_queue.h"
#include "writer/border/configuration.h"
#include "writer/citation/document_citations.h"
#include "writer/citation/field_reader.h"
#include "writer/citation/field_writer.h"

namespace soat::writer {

// A document's citations as they are at one moment, and where each field stands.
struct DocumentScan {
  citation::session::DocumentModel model;
  std::vector<Field> fields;  // as model.stored.fields

  const Field& citation(std::size_t i) const { return fields[model.citations[i]]; }
};

// Runs commands on a document's citations, one at a time. A round reads the document on the main thread, has the engine
// compute on the queue's thread, and carries its edits out on the main thread in small pieces, all of them one undo
// step. When anything fails or the command is cancelled, all is taken back. Main thread, but for what is said
// otherwise.
class CommandRunner {
 public:
  struct Prepared {
    citation::session::Command command;
    std::shared_ptr<const DocumentScan> scan;  // what the command was made from; null: read anew
    css::uno::Reference<css::text::XTextCursor> place;
    bool cursor_follows = false;
    std::vector<WordField> others = {};  // see EditState
    // Nobody has asked for it: it joins the user's last undo step, does what it can, and makes way for any command.
    bool silent = false;
  };
  using Read = std::function<std::shared_ptr<const DocumentScan>()>;

  // `ended` is called when a command has ended, before who asked for it is told; silent: see Prepared.
  // `style_broken` after one that runs in the background, with the reason: once for each change of the style's file
  // after which it cannot be used.
  CommandRunner(const Context& context, const css::uno::Reference<css::text::XTextDocument>& document, Read read,
                FieldWriter& writer, std::function<void(bool silent)> ended,
                std::function<void(const text::Message::Argument& reason)> style_broken);

  // `prepare` makes the command; what it throws becomes the outcome. `owner` keeps this runner alive.
  void run(CitationRun run, const std::weak_ptr<void>& owner, const std::function<Prepared()>& prepare);

  // With a command that was asked for.
  bool busy() const;
  bool works() const { return work_ != nullptr; }
  void cancel();
  // Leaves a silent command where it is.
  void drop_silent();
  // A silent command is wanted, and makes way for one that is about to begin.
  void leave_silent() { left_silent_ = true; }
  // Whether a silent command was left, or cancelled, since this was last asked: what it was to do is still to be done.
  bool take_left_silent() { return std::exchange(left_silent_, false); }
  // The office ends: no thread of this is left. For any thread that does not belong to this.
  void end() { queue_.end(); }
  // The document is closed: nothing of it is touched any more, and who waits for a command is told that it has ended.
  void close();

  citation::session::FormatterQueue& queue() { return queue_; }

 private:
  struct Work;
  using WorkPtr = std::shared_ptr<Work>;

  css::uno::Reference<css::text::XTextDocument> document() const;
  void refuse(const CitationRun& run, const text::Message& reason);
  void next_round(const WorkPtr& work);
  void compute(const WorkPtr& work);
  void computed(const WorkPtr& work);
  void slice(const WorkPtr& work);
  void run_steps(Work& work, bool all);
  void open(Work& work);
  void finish(const WorkPtr& work);
  void fail(const WorkPtr& work, const std::exception_ptr& error);
  void take_back(Work& work);

  Context context_;
  css::uno::WeakReference<css::text::XTextDocument> document_;
  Read read_;
  FieldWriter& writer_;
  std::function<void(bool)> ended_;
  std::function<void(const text::Message::Argument&)> style_broken_;
  std::optional<text::Message::Argument> style_fault_;  // not told yet
  WorkPtr work_;
  bool closed_ = false;
  bool left_silent_ = false;
  citation::session::FormatterQueue queue_;  // last: its thread ends first
};

}  // namespace soat::writer
