#include <algorithm>
#include <chrono>
#include <com/sun/star/frame/XController.hpp>
#include <com/sun/star/text/XTextDocument.hpp>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "model/restore.h"
#include "model/restore_preview.h"
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
#include "writer/windows/restore_preview.h"

namespace soat::writer {

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;
using Frame = Reference<css::frame::XFrame>;

constexpr std::chrono::seconds patience{30};

// What of the document is restored. A whole document is shown first, as bare words are often right in paragraphs that
// have their marks; where the caller waits there is nobody to show it to, and such paragraphs are left.
enum class Extent : std::uint8_t { selected, document };

// What restoring makes of a paragraph.
struct RestoredParagraph {
  WordChanges changes;
  model::RestorePreview preview;  // of a whole document
};

RestoredParagraph restored_paragraph(const WordsToChange& paragraph, const model::Restoration& restored, bool recorded,
                                     Extent extent) {
  std::vector<OtherWord> words;
  for (const model::RestoredWord& word : restored.words)
    words.push_back({word.start, word.end, word.alternatives.front().text});
  RestoredParagraph out{changes_of(paragraph, words, recorded), {}};
  if (extent == Extent::document && out.changes.words > 0)
    out.preview = model::preview_of(paragraph.text, restored, [&](std::uint32_t start, std::uint32_t end) {
      return may_change(paragraph, start, end);
    });
  return out;
}

// One run of the command: reads in slices, restores on the background thread, changes in slices.
class Restoring : public std::enable_shared_from_this<Restoring> {
 public:
  Restoring(const CommandCall& call, Extent extent)
      : context_(call.context),
        frame_(call.frame),
        document_(document_of(frame_)),
        extent_(extent),
        at_once_(call.at_once),
        done_(call.done) {}

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
    // Throws if the document has been closed.
    reader_.emplace(document_,
                    extent_ == Extent::selected ? selected_sources(document_) : std::vector<Source>{{document_, {}}});
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
    // As everywhere, text in shapes and comments of a document is the user's to correct there.
    if (extent_ == Extent::document)
      std::erase_if(targets_, [](const Target& target) { return target.holder != Holder::text; });
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
    const auto restored = std::make_shared<std::vector<RestoredParagraph>>();
    const auto job = [checker = checker_, paragraphs = paragraphs_, restored, body = std::move(body_text_),
                      recorded = recorded_, extent = extent_, tones = Engine::instance().tones()] {
      model::RestoreOptions options;
      options.tone_style = tones ? *tones : text::usual_tone_style(body);
      for (const WordsToChange& paragraph : *paragraphs) {
        if (Ending::instance().token().stop_requested()) return;
        model::Restoration words;
        if (!paragraph.text.empty()) words = model::restore(*checker->language_model(), paragraph.text, options);
        restored->push_back(restored_paragraph(paragraph, words, recorded, extent));
      }
    };
    if (at_once_) {
      job();
      take(std::move(*restored));
      return;
    }
    run_in_background(context_, job, [self = shared_from_this(), restored](bool done) {
      if (done) {
        self->take(std::move(*restored));
        return;
      }
      self->tell(text(self->context_, texts::restore_failed));
      self->finish(0);
    });
  }

  void take(std::vector<RestoredParagraph> restored) {
    restored_ = std::move(restored);
    std::vector<std::size_t> wanted;
    const bool is_shown = extent_ == Extent::document && !at_once_;
    for (std::size_t i = 0; i < restored_.size(); ++i) {
      if (restored_[i].changes.words > 0 && (extent_ == Extent::selected || is_shown || restored_[i].preview.bare))
        wanted.push_back(i);
    }
    if (wanted.empty()) {
      const bool all_protected = targets_.empty() && any_protected_;
      tell(text(context_, all_protected    ? texts::restore_protected
                          : language_fits_ ? texts::restore_none
                                           : texts::restore_other_language));
      finish(0);
    } else if (is_shown) {
      show(std::move(wanted));
    } else {
      change(std::move(wanted));
    }
  }

  // The user chooses some of these paragraphs, or closes the window.
  void show(std::vector<std::size_t> paragraphs) {
    const auto self = shared_from_this();
    const bool shown = guarded("restore", false, [&] {  // the document may have been closed meanwhile
      std::vector<RestorableParagraph> lines;
      for (const std::size_t i : paragraphs)
        lines.push_back({targets_[i].paragraph.text, std::move(restored_[i].preview)});
      show_restorable(context_, frame_, std::move(lines),
                      [self, paragraphs = std::move(paragraphs)](const std::vector<std::size_t>& chosen) {
                        std::vector<std::size_t> wanted;
                        for (const std::size_t line : chosen) wanted.push_back(paragraphs[line]);
                        wanted.empty() ? self->finish(0) : self->change(std::move(wanted));
                      });
      return true;
    });
    if (!shown) finish(0);
  }

  void change(std::vector<std::size_t> wanted) {
    const bool started = guarded("restore", false, [&] {  // the document may have been closed meanwhile
      const auto self = shared_from_this();
      change_paragraphs(
          context_, document_, text(context_, texts::restore_undo), wanted.size(), at_once_,
          [self, wanted](std::size_t i) { self->change_paragraph(wanted[i]); },
          [self] { self->finish(self->changed_); });
      return true;
    });
    if (!started) finish(0);
  }

  // The paragraph may have been edited since it was read; then it is left.
  void change_paragraph(std::size_t index) {
    const Target& read = targets_[index];
    const ParagraphText now = read_paragraph(read.range, read.open);
    if (now.text != read.paragraph.text) return;
    const WordChanges& changes = restored_[index].changes;
    change_words(document_, now, changes, recorded_);
    changed_ += changes.words;
  }

  void tell(const OUString& what) {
    guarded("restore", [&] { show_notice(context_, frame_, text(context_, texts::restore_title), what); });
  }

  void finish(sal_Int32 words) {
    if (const auto done = std::exchange(done_, nullptr)) done(words);
  }

  Context context_;
  Frame frame_;
  Reference<css::frame::XModel> document_;
  Extent extent_;
  bool at_once_;
  std::function<void(sal_Int32)> done_;
  std::shared_ptr<const check::Checker> checker_;
  std::optional<TargetReader> reader_;
  std::vector<Target> targets_;
  std::shared_ptr<std::vector<WordsToChange>> paragraphs_;  // of the targets
  std::optional<DocumentWalk> body_;
  std::u16string body_text_;
  std::vector<RestoredParagraph> restored_;  // of the targets
  sal_Int32 changed_ = 0;                    // words
  bool any_protected_ = false;
  bool language_fits_ = false;  // of some of the text
  bool recorded_ = false;
};

void restore_extent(const CommandCall& call, Extent extent) {
  const Context context = call.context;
  const auto run = std::make_shared<Restoring>(call, extent);
  Engine& engine = Engine::instance();
  engine.start(context);
  if (call.at_once) {
    engine.checker(patience);
    run->start();
  } else {
    engine.when_loaded([context, run] { run_on_main_thread(context, [run] { run->start(); }); });
  }
}

}  // namespace

// "Restore diacritics": puts Vietnamese marks on what is selected in the frame's document or, where nothing is, on the
// paragraph of the cursor; one undo step. Only letters that change are replaced, only in text that is Vietnamese or has
// no language, and that may be changed. Tells the number of words that changed; if none did, the user is told why.
void restore_diacritics(const CommandCall& call) {
  restore_extent(call, Extent::selected);
}

// The same for the whole document with its tables, notes and frames; the user sees first what each paragraph would
// become, and chooses.
void restore_document(const CommandCall& call) {
  restore_extent(call, Extent::document);
}

}  // namespace soat::writer
