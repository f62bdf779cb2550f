#include "uno/restore_command.h"

#include <algorithm>
#include <chrono>
#include <com/sun/star/document/XUndoManagerSupplier.hpp>
#include <com/sun/star/frame/XController.hpp>
#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/text/XTextDocument.hpp>
#include <string>
#include <vector>

#include "model/restore.h"
#include "text/tone_usage.h"
#include "uno/border.h"
#include "uno/engine.h"
#include "uno/notice.h"
#include "uno/selection.h"
#include "uno/strings.h"
#include "uno/texts.h"

namespace soat::uno {

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
           return !touches || portion.restorable;
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

// What is selected, or the paragraph of the cursor, and not protected.
std::vector<Target> open_targets(const Reference<css::frame::XModel>& document) {
  std::vector<Target> targets = selected_targets(document);
  std::erase_if(targets, [](const Target& target) { return is_protected(target.range); });
  return targets;
}

struct Outcome {
  sal_Int32 words = 0;
  bool language_fits = false;  // of some of the text
};

Outcome restore_targets(const Reference<css::frame::XModel>& document, const std::vector<Target>& targets,
                        const model::LanguageModel& model, const OUString& title) {
  Outcome outcome;
  std::vector<std::vector<LetterChange>> changes(targets.size());
  model::RestoreOptions options;
  const OUString body = Reference<css::text::XTextDocument>(document, UNO_QUERY_THROW)->getText()->getString();
  options.tone_style = text::usual_tone_style(to_view(body));
  for (std::size_t i = 0; i < targets.size(); ++i) {
    const ParagraphText& paragraph = targets[i].paragraph;
    if (std::none_of(paragraph.portions.begin(), paragraph.portions.end(),
                     [](const Portion& portion) { return portion.restorable; }))
      continue;
    outcome.language_fits = true;
    for (const model::RestoredWord& word : model::restore(model, paragraph.text, options).words) {
      if (is_wanted(targets[i], word) && add_changes(paragraph, word, changes[i])) ++outcome.words;
    }
  }
  if (outcome.words == 0) return outcome;

  const Reference<css::document::XUndoManagerSupplier> supplier(document, UNO_QUERY_THROW);
  const auto undo = supplier->getUndoManager();
  undo->enterUndoContext(title);
  document->lockControllers();
  guarded("restore", [&] {
    for (std::size_t i = targets.size(); i-- > 0;) change_letters(targets[i].paragraph, changes[i]);
  });
  document->unlockControllers();
  undo->leaveUndoContext();
  return outcome;
}

OUString list_of_problems() {
  OUString list;
  for (const std::string& problem : Engine::instance().problems()) list += "\n" + to_office(std::string_view(problem));
  return list;
}

}  // namespace

sal_Int32 restore_diacritics(const Context& context, const Frame& frame) {
  const auto tell = [&](const OUString& what) { show_notice(context, frame, text(context, "restore.title"), what); };
  Engine& engine = Engine::instance();
  engine.start(context);
  const auto checker = engine.checker(patience);
  if (!checker || !checker->language_model()) {
    tell(text(context, "restore.no-model", to_view(list_of_problems())));
    return 0;
  }
  const Reference<css::frame::XModel> document = frame->getController()->getModel();
  if (const Reference<css::frame::XStorable> file(document, UNO_QUERY); file.is() && file->isReadonly()) {
    tell(text(context, "restore.read-only"));
    return 0;
  }
  const Outcome outcome =
      restore_targets(document, open_targets(document), *checker->language_model(), text(context, "restore.undo"));
  if (outcome.words == 0) tell(text(context, outcome.language_fits ? "restore.none" : "restore.other-language"));
  return outcome.words;
}

}  // namespace soat::uno
