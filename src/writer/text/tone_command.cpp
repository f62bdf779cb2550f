#include <algorithm>
#include <com/sun/star/frame/XModel.hpp>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "text/analysis.h"
#include "text/tone_usage.h"
#include "writer/border/border.h"
#include "writer/border/properties.h"
#include "writer/border/slices.h"
#include "writer/border/strings.h"
#include "writer/border/texts.h"
#include "writer/commands.h"
#include "writer/proofing/engine.h"
#include "writer/text/word_changes.h"
#include "writer/windows/notice.h"
#include "writer/windows/question.h"

namespace soat::writer {

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;
using text::ToneStyle;

// Whether a word stands in a citation or a list of sources.
bool is_generated(const ParagraphText& paragraph, const text::PlacedTone& word) {
  return std::ranges::any_of(paragraph.portions, [&](const Portion& portion) {
    return portion.generated && portion.start < word.end && word.start < portion.start + portion.length;
  });
}

// One run: reads and counts in slices, asks, changes in slices.
class Unification : public std::enable_shared_from_this<Unification> {
 public:
  explicit Unification(const CommandCall& call)
      : call_(call),
        document_(document_of(call.frame)),
        selected_only_(!has_no_selection(document_)),
        reader_(document_, selected_only_ ? selected_sources(document_) : std::vector<Source>{{document_, {}}}) {}

  void start() {
    if (is_read_only(document_)) {
      end_with(texts::tones_read_only);
      return;
    }
    if (selected_only_) whole_.emplace(document_);
    const auto step = [self = shared_from_this()] {
      return self->attempt([&] { return self->reader_.read_next() || self->count_next() || self->count_rest_next(); },
                           [&] { self->choose(); });
    };
    if (!call_.at_once) {
      read_in_slices(call_.context, document_, step);
      return;
    }
    while (step()) {
    }
  }

 private:
  // Whether there is more to do; then goes on when there is not. What is thrown ends the command.
  bool attempt(const std::function<bool()>& step, const std::function<void()>& then) {
    try {
      if (step()) return true;
      then();
      return false;
    } catch (...) {
      finish();
      throw;  // to be logged
    }
  }

  // What is wanted of each paragraph read; of the last it is known when all have been.
  bool count_next() {
    if (usages_.size() == reader_.targets().size()) return false;
    const Target& target = reader_.targets()[usages_.size()];
    text::analyse(target.paragraph.text, analysis_);
    text::ToneUsage usage;
    for (const text::PlacedTone& tone : text::placed_tones(analysis_)) {
      if (tone.start >= target.start && tone.end <= target.end && !is_generated(target.paragraph, tone))
        usage.add(tone);
    }
    found_.old_style += usage.old_style;
    found_.new_style += usage.new_style;
    usages_.push_back(usage);
    return true;
  }

  // Where only a part is wanted, the whole document tells what is usual in it.
  bool count_rest_next() {
    if (!whole_) return false;
    const std::optional<DocumentWalk::Paragraph> next = whole_->next();
    if (!next) return false;
    text::analyse(to_view(next->range->getString()), analysis_);
    for (const text::PlacedTone& tone : text::placed_tones(analysis_)) in_document_.add(tone);
    return true;
  }

  void choose() {
    whole_.reset();
    if (!selected_only_) in_document_ = found_;
    chosen_ = Engine::instance().tones();
    const ToneStyle first = chosen_ ? *chosen_ : in_document_.usual();
    if (found_.old_style + found_.new_style == 0) {
      end_with(texts::tones_none);
    } else if (call_.at_once) {
      change(first);
    } else {
      ask_for_style(first);
    }
  }

  // The style that was chosen in the options, else the usual one, is the button that Enter presses.
  void ask_for_style(ToneStyle first) {
    const Context& context = call_.context;
    const bool old_first = first == ToneStyle::old_style;
    const auto answer = [self = shared_from_this()](ToneStyle style) {
      return [self, style] { self->attempt([] { return false; }, [&] { self->change(style); }); };
    };
    Question question;
    question.message = text(context, selected_only_ ? texts::tones_question_selected : texts::tones_question,
                            found_.old_style, found_.new_style);
    const bool is_usual = in_document_.old_style != in_document_.new_style;
    if (chosen_) {
      question.yes = text(context, old_first ? texts::tones_old_chosen : texts::tones_new_chosen);
    } else {
      question.yes =
          text(context, old_first ? (is_usual ? texts::tones_old_usual : texts::tones_old) : texts::tones_new_usual);
    }
    question.no = text(context, old_first ? texts::tones_new : texts::tones_old);
    question.on_yes = answer(first);
    question.on_no = answer(old_first ? ToneStyle::new_style : ToneStyle::old_style);
    question.on_closed = [self = shared_from_this()] { self->finish(); };
    ask(context, call_.frame, std::move(question));
  }

  void change(ToneStyle style) {
    std::vector<std::size_t> wanted;
    for (std::size_t i = 0; i < usages_.size(); ++i) {
      const text::ToneUsage& usage = usages_[i];
      const std::size_t others = style == ToneStyle::old_style ? usage.new_style : usage.old_style;
      left_ += static_cast<sal_Int32>(others);
      const Target& target = reader_.targets()[i];
      if (others > 0 && !target.locked && target.holder == Holder::text) wanted.push_back(i);
    }
    if (wanted.empty()) {
      tell_and_finish();
      return;
    }
    recorded_ = property<bool>(Properties(document_, UNO_QUERY), "RecordChanges");
    change_paragraphs(
        call_.context, document_, text(call_.context, texts::tones_undo), wanted.size(), call_.at_once,
        [self = shared_from_this(), wanted, style](std::size_t i) { self->change_paragraph(wanted[i], style); },
        [self = shared_from_this()] { self->tell_and_finish(); });
  }

  // The paragraph may have been edited since it was read; then it is left.
  void change_paragraph(std::size_t index, ToneStyle style) {
    const Target& read = reader_.targets()[index];
    Target now{read.range, read.holder, read_paragraph(read.range, read.open), read.start, read.end};
    if (now.paragraph.text != read.paragraph.text) return;
    text::analyse(now.paragraph.text, analysis_);
    const std::vector<text::PlacedTone> tones = text::placed_tones(analysis_);
    std::vector<OtherWord> words;
    for (const text::PlacedTone& tone : tones) {
      if (tone.style != style && !is_generated(now.paragraph, tone))
        words.push_back({tone.start, tone.end, tone.other});
    }
    const WordChanges changes = changes_of(words_to_change(now), words, recorded_);
    change_words(document_, now.paragraph, changes, recorded_);
    changed_ += changes.words;
    left_ -= changes.words;
  }

  void tell_and_finish() {
    if (changed_ + left_ == 0) {
      end_with(texts::tones_alike);
      return;
    }
    OUString said =
        changed_ == 0 ? text(call_.context, texts::tones_nothing) : text(call_.context, texts::tones_done, changed_);
    if (left_ > 0) said += "\n" + text(call_.context, texts::tones_left, left_);
    tell(said);
    finish();
  }

  void end_with(text::MessageId<0> what) {
    tell(text(call_.context, what));
    finish();
  }

  void tell(const OUString& what) {
    guarded("tones", [&] { show_notice(call_.context, call_.frame, text(call_.context, texts::tones_title), what); });
  }

  void finish() {
    if (const auto done = std::exchange(call_.done, nullptr); done) done(changed_);
  }

  CommandCall call_;
  Reference<css::frame::XModel> document_;
  bool selected_only_;
  TargetReader reader_;
  std::vector<text::ToneUsage> usages_;  // of what is wanted of each target
  text::ToneUsage found_;                // of all that is wanted
  std::optional<DocumentWalk> whole_;
  text::ToneUsage in_document_;
  std::optional<ToneStyle> chosen_;  // in the options
  text::Analysis analysis_;
  bool recorded_ = false;
  sal_Int32 changed_ = 0;
  sal_Int32 left_ = 0;
};

}  // namespace

// "Unify tone style": writes syllables that the old and the new style of placing tone marks write differently (hòa,
// hoà) in the style that the user chooses: in what is selected or, where nothing is, in the whole document with its
// notes, tables and frames; one undo step. Where the caller waits, in the style chosen in the options or, without one,
// of most of the document. Text in
// another language, what is protected, and what stands in a shape or a comment is left and told of; citations and
// lists of sources are left, as a refresh writes them again. Tells the number of
// words that changed.
void unify_tones(const CommandCall& call) {
  std::make_shared<Unification>(call)->start();
}

}  // namespace soat::writer
