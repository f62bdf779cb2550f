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
#include "writer/border/slices.h"
#include "writer/border/strings.h"
#include "writer/border/texts.h"
#include "writer/commands.h"
#include "writer/proofing/engine.h"
#include "writer/text/selection.h"
#include "writer/windows/notice.h"

namespace soat::writer {

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;
using Frame = Reference<css::frame::XFrame>;

constexpr std::chrono::seconds patience{30};

bool is_wanted(const Target& target, const model::RestoredWord& word) {
  const auto& portions = target.paragraph.portions;
  return word.start >= target.start && word.end <= target.end &&
         std::all_of(portions.begin(), portions.end(), [&](const Portion& portion) {
           const bool touches = portion.start < word.end && word.start < portion.start + portion.length;
           return !touches || (portion.restorable && !portion.locked);
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

OUString list_of_problems() {
  OUString list;
  for (const std::string& problem : Engine::instance().problems()) list += "\n" + to_office(std::string_view(problem));
  return list;
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
      tell(text(context_, texts::restore_no_model, to_view(list_of_problems())));
      finish(0);
      return;
    }
    if (is_read_only(document_)) {
      tell(text(context_, texts::restore_read_only));
      finish(0);
      return;
    }
    reader_.emplace(selected_sources(document_));  // throws if the document has been closed
    in_slices([self = shared_from_this()] { return self->read_next(); });
  }

  struct Paragraph {
    std::u16string text;
    model::Restoration restored;
  };

  void in_slices(const std::function<bool()>& step) {
    const auto careful = [self = shared_from_this(), step] {
      try {
        return step();
      } catch (...) {
        self->step_.reset();
        self->finish(0);
        throw;  // to be logged
      }
    };
    if (!at_once_) {
      run_in_slices(context_, careful);
      return;
    }
    while (careful()) {
    }
  }

  bool read_next() {
    if (reader_->read_next()) return true;
    targets_ = std::move(reader_->targets());
    any_protected_ = std::erase_if(targets_, [](const Target& target) { return target.locked; }) > 0;
    restore();
    return false;
  }

  // The background thread gets copies: what belongs to the office stays on the main thread.
  void restore() {
    const auto paragraphs = std::make_shared<std::vector<Paragraph>>();
    for (const Target& target : targets_) {
      const bool any = std::ranges::any_of(target.paragraph.portions, &Portion::restorable);
      language_fits_ = language_fits_ || any;
      paragraphs->push_back({any ? target.paragraph.text : std::u16string(), {}});
    }
    std::u16string body;
    if (language_fits_)
      body = to_view(Reference<css::text::XTextDocument>(document_, UNO_QUERY_THROW)->getText()->getString());
    const auto job = [checker = checker_, paragraphs, body = std::move(body)] {
      model::RestoreOptions options;
      options.tone_style = text::usual_tone_style(body);
      for (Paragraph& paragraph : *paragraphs) {
        if (!paragraph.text.empty())
          paragraph.restored = model::restore(*checker->language_model(), paragraph.text, options);
      }
    };
    const auto then = [self = shared_from_this(), paragraphs] { self->change(*paragraphs); };
    if (at_once_) {
      job();
      then();
      return;
    }
    auto keep = std::make_shared<std::function<void()>>(then);
    run_in_background([context = context_, job, keep = std::move(keep)]() mutable {
      job();
      run_on_main_thread(context, [keep = std::move(keep)] { (*keep)(); });
    });
  }

  void change(const std::vector<Paragraph>& restored) {
    changes_.resize(targets_.size());
    sal_Int32 words = 0;
    for (std::size_t i = 0; i < targets_.size(); ++i) {
      for (const model::RestoredWord& word : restored[i].restored.words) {
        if (is_wanted(targets_[i], word) && add_changes(targets_[i].paragraph, word, changes_[i])) ++words;
      }
    }
    if (words == 0) {
      const bool all_protected = targets_.empty() && any_protected_;
      tell(text(context_, all_protected    ? texts::restore_protected
                          : language_fits_ ? texts::restore_none
                                           : texts::restore_other_language));
      finish(0);
      return;
    }
    step_ = std::make_unique<UndoStep>(document_, text(context_, texts::restore_undo),
                                       at_once_ ? UndoStep::Views::wait : UndoStep::Views::live);
    at_ = targets_.size();
    in_slices([self = shared_from_this(), words] {
      if (self->at_ > 0) {
        --self->at_;
        guarded("restore", [&] { change_letters(self->targets_[self->at_].paragraph, self->changes_[self->at_]); });
        return true;
      }
      self->step_.reset();
      self->finish(words);
      return false;
    });
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
  std::vector<std::vector<LetterChange>> changes_;
  std::size_t at_ = 0;
  bool any_protected_ = false;
  bool language_fits_ = false;  // of some of the text
  std::unique_ptr<UndoStep> step_;
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
