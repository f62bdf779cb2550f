#include <algorithm>
#include <chrono>
#include <com/sun/star/frame/XController.hpp>
#include <com/sun/star/text/XTextDocument.hpp>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "model/restore.h"
#include "text/tone_usage.h"
#include "writer/border/border.h"
#include "writer/border/broadcaster.h"
#include "writer/border/properties.h"
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

// A portion as it concerns restoring: without what belongs to the office, so that any thread may read it.
struct Letters {
  std::uint32_t start = 0;
  std::uint32_t end = 0;
  bool restorable = false;
};

// A paragraph of which [start, end) is to be restored.
struct Paragraph {
  std::u16string text;  // empty if none of it may be restored
  std::vector<Letters> portions;
  std::uint32_t start = 0;
  std::uint32_t end = 0;
};

// What a run changes in a paragraph.
struct Changes {
  std::vector<LetterChange> letters;
  sal_Int32 words = 0;
};

Paragraph without_office(const Target& target) {
  Paragraph out{{}, {}, target.start, target.end};
  if (std::ranges::none_of(target.paragraph.portions, &Portion::restorable)) return out;
  out.text = target.paragraph.text;
  for (const Portion& portion : target.paragraph.portions)
    out.portions.push_back({portion.start, portion.start + portion.length, portion.restorable && !portion.locked});
  return out;
}

// Adds what turns a word into its restored form. Recorded changes must be readable, so they are of whole words;
// otherwise only from the first to the last letter that differs, and each portion for itself, so that every letter
// keeps its formatting. portions: those that the word touches. Whether there is anything.
bool add_changes(const Paragraph& paragraph, std::span<const Letters> portions, const model::RestoredWord& word,
                 bool recorded, std::vector<LetterChange>& out) {
  const std::u16string_view old = std::u16string_view(paragraph.text).substr(word.start, word.end - word.start);
  const std::u16string_view restored = word.alternatives.front().text;
  if (old == restored) return false;
  // Marks that stood decomposed are composed with the rest; such a word is replaced only if it stands in one portion.
  const bool same_length = old.size() == restored.size();
  bool any = false;
  for (const Letters& portion : portions) {
    std::uint32_t start = std::max(word.start, portion.start);
    std::uint32_t end = std::min(word.end, portion.end);
    if (!same_length && end - start != old.size()) continue;
    std::u16string_view now = old.substr(start - word.start, end - start);
    std::u16string_view then = same_length ? restored.substr(start - word.start, end - start) : restored;
    if (now == then) continue;
    while (!recorded && same_length && now.front() == then.front()) {
      now.remove_prefix(1);
      then.remove_prefix(1);
      ++start;
    }
    while (!recorded && same_length && now.back() == then.back()) {
      now.remove_suffix(1);
      then.remove_suffix(1);
      --end;
    }
    out.push_back({start, end, std::u16string(then)});
    any = true;
  }
  return any;
}

// What restoring changes in a paragraph; goes through its words and portions once.
Changes changes_of(const Paragraph& paragraph, const std::vector<model::RestoredWord>& words, bool recorded) {
  Changes out;
  const std::span<const Letters> portions = paragraph.portions;
  std::size_t first = 0;
  for (const model::RestoredWord& word : words) {
    if (word.start < paragraph.start || word.end > paragraph.end) continue;
    while (first < portions.size() && portions[first].end <= word.start) ++first;
    std::size_t behind = first;
    while (behind < portions.size() && portions[behind].start < word.end) ++behind;
    const auto touched = portions.subspan(first, behind - first);
    if (std::ranges::all_of(touched, &Letters::restorable) &&
        add_changes(paragraph, touched, word, recorded, out.letters))
      ++out.words;
  }
  return out;
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
    paragraphs_ = std::make_shared<std::vector<Paragraph>>();
    for (const Target& target : targets_) paragraphs_->push_back(without_office(target));
    language_fits_ = std::ranges::any_of(*paragraphs_, [](const Paragraph& one) { return !one.text.empty(); });
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
    const auto changes = std::make_shared<std::vector<Changes>>();
    const auto job = [checker = checker_, paragraphs = paragraphs_, changes, body = std::move(body_text_),
                      recorded = recorded_] {
      model::RestoreOptions options;
      options.tone_style = text::usual_tone_style(body);
      for (const Paragraph& paragraph : *paragraphs) {
        model::Restoration restored;
        if (!paragraph.text.empty()) restored = model::restore(*checker->language_model(), paragraph.text, options);
        changes->push_back(changes_of(paragraph, restored.words, recorded));
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

  void change(std::vector<Changes> changes) {
    changes_ = std::move(changes);
    sal_Int32 words = 0;
    for (const Changes& paragraph : changes_) words += paragraph.words;
    if (words == 0) {
      const bool all_protected = targets_.empty() && any_protected_;
      tell(text(context_, all_protected    ? texts::restore_protected
                          : language_fits_ ? texts::restore_none
                                           : texts::restore_other_language));
      finish(0);
      return;
    }
    at_ = targets_.size();
    guarded("restore", [&] {  // the document may have been closed meanwhile
      step_ = std::make_unique<UndoStep>(document_, text(context_, texts::restore_undo),
                                         at_once_ ? UndoStep::Views::wait : UndoStep::Views::live);
    });
    if (!step_) {
      finish(0);
      return;
    }
    const auto end = [self = shared_from_this(), words] {
      self->step_.reset();
      self->finish(words);
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
    guarded("restore", [&] {
      const ParagraphText& paragraph = targets_[at_].paragraph;
      const std::vector<LetterChange>& letters = changes_[at_].letters;
      change_letters(document_, paragraph, recorded_ ? letters : joined_by_portion(paragraph, letters));
    });
    return true;
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
  std::shared_ptr<std::vector<Paragraph>> paragraphs_;  // of the targets
  std::optional<DocumentWalk> body_;
  std::u16string body_text_;
  std::vector<Changes> changes_;
  std::size_t at_ = 0;
  bool any_protected_ = false;
  bool language_fits_ = false;  // of some of the text
  bool recorded_ = false;
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
