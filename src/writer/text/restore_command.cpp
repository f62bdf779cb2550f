#include <algorithm>
#include <chrono>
#include <com/sun/star/frame/XController.hpp>
#include <com/sun/star/text/XTextDocument.hpp>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "model/restore.h"
#include "text/tone_usage.h"
#include "writer/border/border.h"
#include "writer/border/broadcaster.h"
#include "writer/border/ending.h"
#include "writer/border/properties.h"
#include "writer/border/slices.h"
#include "writer/border/strings.h"
#include "writer/border/texts.h"
#include "writer/commands.h"
#include "writer/proofing/engine.h"
#include "writer/text/word_changes.h"
#include "writer/windows/notice.h"

namespace soat::writer {

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;
using Frame = Reference<css::frame::XFrame>;

constexpr std::chrono::seconds patience{30};

// What restoring changes in a paragraph.
WordChanges changes_of(const WordsToChange& paragraph, const model::Restoration& restored, bool recorded) {
  std::vector<OtherWord> words;
  for (const model::RestoredWord& word : restored.words)
    words.push_back({word.start, word.end, word.alternatives.front().text});
  return changes_of(paragraph, words, recorded);
}

// One run of the command: reads in slices, restores on the background thread, changes in slices.
class Restoring : public std::enable_shared_from_this<Restoring> {
 public:
  using Done = std::function<void(sal_Int32)>;

  Restoring(const Context& context, const Frame& frame, bool at_once, Done done)
      : context_(context), frame_(frame), document_(document_of(frame)), at_once_(at_once), done_(std::move(done)) {}

  void start() {
    if (!guarded("restore", false, [&] {
          begin();
          return true;
        }))
      finish(0);
  }

 private:
  void begin() {
    checker_ = Engine::instance().checker(std::chrono::milliseconds(0));
    if (!checker_ || !checker_->language_model()) {
      tell(text(context_, texts::restore_no_model, to_view(Engine::instance().problem_lines(context_))));
      finish(0);
      return;
    }
    if (is_read_only(document_)) {
      tell(text(context_, texts::restore_read_only));
      finish(0);
      return;
    }
    reader_.emplace(document_, selected_sources(document_));  // throws if the document has been closed
    recorded_ = property<bool>(Properties(document_, UNO_QUERY), "RecordChanges");
    in_slices([self = shared_from_this()] { return self->read_next(); });
  }

  // Reads; what it throws ends the command.
  void in_slices(const std::function<bool()>& step) {
    const auto careful = [self = shared_from_this(), step] {
      try {
        return step();
      } catch (...) {
        self->finish(0);
        throw;  // to be logged
      }
    };
    if (!at_once_) {
      read_in_slices(context_, document_, careful);
      return;
    }
    while (careful()) {
    }
  }

  bool read_next() {
    if (reader_->read_next()) return true;
    targets_ = std::move(reader_->targets());
    any_protected_ = std::erase_if(targets_, [](const Target& target) { return target.locked; }) > 0;
    paragraphs_ = std::make_shared<std::vector<WordsToChange>>();
    for (const Target& target : targets_) paragraphs_->push_back(words_to_change(target));
    language_fits_ = std::ranges::any_of(*paragraphs_, [](const WordsToChange& one) { return !one.text.empty(); });
    if (!language_fits_) {
      restore();
    } else {
      body_.emplace(Reference<css::text::XTextDocument>(document_, UNO_QUERY_THROW)->getText(), document_);
      in_slices([self = shared_from_this()] { return self->read_body(); });
    }
    return false;
  }

  // How the rest of the document places its tones.
  bool read_body() {
    if (const std::optional<DocumentWalk::Paragraph> next = body_->next()) {
      body_text_.append(to_view(next->range->getString())).push_back(u'\n');
      return true;
    }
    body_.reset();
    restore();
    return false;
  }

  // The background thread gets copies: what belongs to the office stays on the main thread.
  void restore() {
    const auto changes = std::make_shared<std::vector<WordChanges>>();
    const auto job = [checker = checker_, paragraphs = paragraphs_, changes, body = std::move(body_text_),
                      recorded = recorded_] {
      model::RestoreOptions options;
      options.tone_style = text::usual_tone_style(body);
      for (const WordsToChange& paragraph : *paragraphs) {
        if (Ending::instance().token().stop_requested()) return;
        model::Restoration restored;
        if (!paragraph.text.empty()) restored = model::restore(*checker->language_model(), paragraph.text, options);
        changes->push_back(changes_of(paragraph, restored, recorded));
      }
    };
    if (at_once_) {
      job();
      change(std::move(*changes));
      return;
    }
    run_in_background(context_, job, [self = shared_from_this(), changes](bool done) {
      if (done) {
        self->change(std::move(*changes));
        return;
      }
      self->tell(text(self->context_, texts::restore_failed));
      self->finish(0);
    });
  }

  void change(std::vector<WordChanges> changes) {
    changes_ = std::move(changes);
    sal_Int32 words = 0;
    for (const WordChanges& paragraph : changes_) words += paragraph.words;
    if (words == 0) {
      const bool all_protected = targets_.empty() && any_protected_;
      tell(text(context_, all_protected    ? texts::restore_protected
                          : language_fits_ ? texts::restore_none
                                           : texts::restore_other_language));
      finish(0);
      return;
    }
    const bool started = guarded("restore", false, [&] {  // the document may have been closed meanwhile
      const auto self = shared_from_this();
      change_paragraphs(
          context_, document_, text(context_, texts::restore_undo), targets_.size(), at_once_,
          [self](std::size_t i) {
            change_words(self->document_, self->targets_[i].paragraph, self->changes_[i], self->recorded_);
          },
          [self, words] { self->finish(words); });
      return true;
    });
    if (!started) finish(0);
  }

  void tell(const OUString& what) {
    guarded("restore", [&] { show_notice(context_, frame_, text(context_, texts::restore_title), what); });
  }

  void finish(sal_Int32 words) {
    if (const Done done = std::exchange(done_, nullptr); done) done(words);
  }

  Context context_;
  Frame frame_;
  Reference<css::frame::XModel> document_;
  bool at_once_;
  Done done_;
  std::shared_ptr<const check::Checker> checker_;
  std::optional<TargetReader> reader_;
  std::vector<Target> targets_;
  std::shared_ptr<std::vector<WordsToChange>> paragraphs_;  // of the targets
  std::optional<DocumentWalk> body_;
  std::u16string body_text_;
  std::vector<WordChanges> changes_;
  bool any_protected_ = false;
  bool language_fits_ = false;  // of some of the text
  bool recorded_ = false;
};

}  // namespace

// "Restore diacritics": puts Vietnamese marks on what is selected in the frame's document or, where nothing is, on the
// paragraph of the cursor; one undo step. Only letters that change are replaced, only in text that is Vietnamese or has
// no language, and that may be changed. Tells the number of words that changed; if none did, the user is told why.
void restore_diacritics(const CommandCall& call) {
  const Context context = call.context;
  const auto run = std::make_shared<Restoring>(context, call.frame, call.at_once, call.done);
  Engine& engine = Engine::instance();
  engine.start(context);
  if (call.at_once) {
    engine.checker(patience);
    run->start();
  } else {
    engine.when_loaded([context, run] { run_on_main_thread(context, [run] { run->start(); }); });
  }
}

}  // namespace soat::writer
