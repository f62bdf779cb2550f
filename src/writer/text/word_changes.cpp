#include "writer/text/word_changes.h"

#include <algorithm>
#include <memory>
#include <span>
#include <utility>

#include "writer/border/border.h"
#include "writer/border/slices.h"

namespace soat::writer {

namespace {

// Adds what turns a word into another. portions: those that the word touches. Whether there is anything.
bool add_changes(const WordsToChange& paragraph, std::span<const WordsToChange::Letters> portions,
                 const OtherWord& word, bool recorded, std::vector<LetterChange>& out) {
  const std::u16string_view old = std::u16string_view(paragraph.text).substr(word.start, word.end - word.start);
  if (old == word.text) return false;
  // Marks that stood decomposed are composed with the rest; such a word is replaced only if it stands in one portion.
  const bool same_length = old.size() == word.text.size();
  bool any = false;
  for (const WordsToChange::Letters& portion : portions) {
    std::uint32_t start = std::max(word.start, portion.start);
    std::uint32_t end = std::min(word.end, portion.end);
    if (!same_length && end - start != old.size()) continue;
    std::u16string_view now = old.substr(start - word.start, end - start);
    std::u16string_view then = same_length ? word.text.substr(start - word.start, end - start) : word.text;
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

// Changes in one undo step, from the last paragraph on.
struct Run {
  std::size_t at = 0;
  std::function<void(std::size_t)> change;
  std::unique_ptr<UndoStep> step;

  bool next() {
    if (at == 0) return false;
    --at;
    guarded("changing words", [&] { change(at); });
    return true;
  }
};

}  // namespace

WordsToChange words_to_change(const Target& target) {
  WordsToChange out{{}, {}, target.start, target.end};
  const std::vector<Portion>& portions = target.paragraph.portions;
  if (std::ranges::none_of(portions, &Portion::restorable)) return out;
  out.text = target.paragraph.text;
  for (const Portion& portion : portions)
    out.portions.push_back(
        {portion.start, portion.start + portion.length, portion.restorable && !portion.locked && !portion.generated});
  return out;
}

bool may_change(const WordsToChange& paragraph, std::uint32_t start, std::uint32_t end) {
  if (start < paragraph.start || end > paragraph.end) return false;
  const auto first = std::ranges::lower_bound(paragraph.portions, start + 1, {}, &WordsToChange::Letters::end);
  auto portion = first;
  while (portion != paragraph.portions.end() && portion->start < end) {
    if (!portion->may_change) return false;
    ++portion;
  }
  return portion != first;
}

WordChanges changes_of(const WordsToChange& paragraph, const std::vector<OtherWord>& words, bool recorded) {
  using Letters = WordsToChange::Letters;
  WordChanges out;
  const std::span<const Letters> portions = paragraph.portions;
  std::size_t first = 0;
  for (const OtherWord& word : words) {
    if (word.start < paragraph.start || word.end > paragraph.end) continue;
    while (first < portions.size() && portions[first].end <= word.start) ++first;
    std::size_t behind = first;
    while (behind < portions.size() && portions[behind].start < word.end) ++behind;
    const auto touched = portions.subspan(first, behind - first);
    if (touched.empty() || !std::ranges::all_of(touched, &Letters::may_change)) {
      ++out.left;
    } else if (add_changes(paragraph, touched, word, recorded, out.letters)) {
      ++out.words;
    }
  }
  return out;
}

void change_words(const css::uno::Reference<css::frame::XModel>& document, const ParagraphText& paragraph,
                  const WordChanges& changes, bool recorded) {
  change_letters(document, paragraph, recorded ? changes.letters : joined_by_portion(paragraph, changes.letters));
}

void change_paragraphs(const Context& context, const css::uno::Reference<css::frame::XModel>& document,
                       const OUString& title, std::size_t count, bool at_once,
                       std::function<void(std::size_t paragraph)> change, std::function<void()> ended) {
  const auto run = std::make_shared<Run>();
  run->at = count;
  run->change = std::move(change);
  run->step = std::make_unique<UndoStep>(document, title, at_once ? UndoStep::Views::wait : UndoStep::Views::live);
  const auto end = [run, ended = std::move(ended)] {
    run->step.reset();
    ended();
  };
  if (at_once) {
    while (run->next()) {
    }
    end();
  } else {
    change_in_slices(
        context, document, [run] { return run->next(); }, [end](bool) { end(); });
  }
}

}  // namespace soat::writer
