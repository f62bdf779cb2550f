#include <algorithm>
#include <atomic>
#include <com/sun/star/beans/PropertyValue.hpp>
#include <com/sun/star/frame/Desktop.hpp>
#include <com/sun/star/frame/InfobarType.hpp>
#include <com/sun/star/frame/XInfobarProvider.hpp>
#include <com/sun/star/lang/XInitialization.hpp>
#include <com/sun/star/lang/XServiceDisplayName.hpp>
#include <com/sun/star/linguistic2/LinguServiceEventFlags.hpp>
#include <com/sun/star/linguistic2/XLinguServiceEventBroadcaster.hpp>
#include <com/sun/star/linguistic2/XProofreader.hpp>
#include <com/sun/star/text/TextMarkupType.hpp>
#include <cppuhelper/implbase5.hxx>
#include <mutex>
#include <set>
#include <string>
#include <vector>

#include "text/char_class.h"
#include "writer/border/border.h"
#include "writer/border/broadcaster.h"
#include "writer/border/service.h"
#include "writer/border/strings.h"
#include "writer/border/texts.h"
#include "writer/proofing/document_ignored.h"
#include "writer/proofing/engine.h"
#include "writer/proofing/ignored.h"
#include "writer/proofing/ignoring.h"
#include "writer/proofing/marks.h"
#include "writer/proofing/spelling_surface.h"
#include "writer/proofing/typing_profile.h"
#include "writer/windows/mark_menu.h"
#include "writer/windows/notice.h"

namespace soat::writer {

namespace {

using css::lang::Locale;
using css::linguistic2::ProofreadingResult;
using css::linguistic2::SingleProofreadingError;
using Properties = css::uno::Sequence<css::beans::PropertyValue>;

// Asked from Writer's checker thread, which may wait; what was answered before the engine was there is asked again
// afterwards.
constexpr std::chrono::milliseconds patience{2000};
constexpr std::size_t most_suggestions = 10;
constexpr char16_t placeholder = u'\ufffc';

bool is_anchor(char16_t c) {
  return c == u'\u200b' || (c >= u'\ufff9' && c <= u'\ufffc') || c < 0x20;
}

// Writer hands over the text of an input field between these two.
constexpr char16_t input_begins = 4;
constexpr char16_t input_ends = 5;

// The paragraph with placeholders where a field or the anchor of a note stands. Writer hands over a zero-width space
// for each, for a field followed by what it shows; the engine must neither judge a number or date nor take it for a
// part of the word before it. How far a field reaches is not told: up to the next white space is taken for it. What
// begins with a letter is words, which are judged like those of the text. A comment's position names the letter behind
// it, which is text.
std::u16string with_placeholders(const OUString& text, const Properties& properties) {
  std::u16string paragraph(to_view(text));
  for (const css::beans::PropertyValue& property : properties) {
    const bool fields = property.Name == "FieldPositions";
    if (!fields && property.Name != "FootnotePositions") continue;
    css::uno::Sequence<sal_Int32> positions;
    property.Value >>= positions;
    for (const sal_Int32 position : positions) {
      auto at = static_cast<std::size_t>(position);
      if (position < 0 || at >= paragraph.size() || !is_anchor(paragraph[at])) continue;
      paragraph[at++] = placeholder;
      if (fields && at < paragraph.size() && text::CharTable::get().class_of(paragraph[at]) == text::CharClass::letter)
        continue;
      while (fields && at < paragraph.size() && paragraph[at] > u' ' && paragraph[at] != u'\u00a0')
        paragraph[at++] = placeholder;
    }
  }
  for (char16_t& unit : paragraph) {
    if (unit == input_begins || unit == input_ends) unit = placeholder;
  }
  return paragraph;
}

SingleProofreadingError to_error(const check::Finding& finding, std::u16string_view paragraph,
                                 const review::MarkStyle& mark, bool in_vietnamese) {
  SingleProofreadingError error;
  error.nErrorStart = static_cast<sal_Int32>(finding.start);
  error.nErrorLength = static_cast<sal_Int32>(finding.end - finding.start);
  error.nErrorType = css::text::TextMarkupType::PROOFREADING;
  error.aRuleIdentifier = to_office(rule_for_wording(finding, paragraph));
  error.aShortComment = to_office(in_vietnamese ? finding.message->vi : finding.message->en);
  error.aFullComment = error.aShortComment;
  const std::size_t count = std::min(most_suggestions, finding.suggestions.size());
  error.aSuggestions.realloc(static_cast<sal_Int32>(count));
  std::transform(finding.suggestions.begin(), finding.suggestions.begin() + static_cast<std::ptrdiff_t>(count),
                 error.aSuggestions.getArray(), [](const std::u16string& text) { return to_office(text); });
  error.aProperties.realloc(2);
  css::beans::PropertyValue* property = error.aProperties.getArray();
  property[0].Name = "LineColor";
  property[0].Value <<= static_cast<sal_Int32>(mark.colour);
  property[1].Name = "LineType";
  property[1].Value <<= office_line(mark.line);
  return error;
}

// Tells the user, in a bar above the text, that data could not be loaded. On the main thread, where there is a view.
void show_problem(const Context& context, const Error& problem) {
  run_on_main_thread(context, [context, problem] {
    const css::uno::Reference<css::frame::XFrame> frame = css::frame::Desktop::create(context)->getCurrentFrame();
    if (!frame.is()) return;
    const css::uno::Reference<css::frame::XInfobarProvider> bars(frame->getController(), css::uno::UNO_QUERY);
    if (!bars.is() || bars->hasInfobar("org.soat.problem")) return;
    bars->appendInfobar("org.soat.problem", text(context, texts::data_problem), text(context, problem),
                        css::frame::InfobarType::WARNING, {}, true);
  });
}

class Proofreader final
    : public cppu::WeakImplHelper5<css::linguistic2::XProofreader, css::linguistic2::XLinguServiceEventBroadcaster,
                                   css::lang::XInitialization, css::lang::XServiceDisplayName,
                                   css::lang::XServiceInfo> {
 public:
  static constexpr const char* implementation_name = proofreader_name;
  static constexpr const char* service_name = "com.sun.star.linguistic2.Proofreader";

  explicit Proofreader(const Context& context)
      : context_(context),
        // Alone: Writer looks for exactly this flag.
        broadcaster_(Broadcaster::create(context, css::linguistic2::LinguServiceEventFlags::PROOFREAD_AGAIN)) {}

  SOAT_SERVICE_INFO()

  void SAL_CALL initialize(const css::uno::Sequence<css::uno::Any>& /*arguments*/) override {}

  OUString SAL_CALL getServiceDisplayName(const Locale& locale) override {
    return to_office(
        text::Message(texts::service_proofreader).in(is_vietnamese(locale) ? text::Language::vi : text::Language::en));
  }

  css::uno::Sequence<Locale> SAL_CALL getLocales() override { return sequence_of(vietnamese()); }
  sal_Bool SAL_CALL hasLocale(const Locale& locale) override { return is_vietnamese(locale); }
  sal_Bool SAL_CALL isSpellChecker() override { return false; }

  // Checks the whole rest of the paragraph at once, wherever the office thinks that the sentence ends: what the engine
  // finds does not stop at full stops, and Writer draws all marks of one answer together.
  ProofreadingResult SAL_CALL doProofreading(const OUString& document, const OUString& text, const Locale& locale,
                                             sal_Int32 start, sal_Int32 /*suggested_end*/,
                                             const Properties& properties) override {
    ProofreadingResult result;
    result.aDocumentIdentifier = document;
    result.aText = text;
    result.aLocale = locale;
    result.nStartOfSentencePosition = start;
    result.nBehindEndOfSentencePosition = std::max(start, text.getLength());
    result.nStartOfNextSentencePosition = result.nBehindEndOfSentencePosition;
    result.xProofreader = this;
    guarded("proofreader", [&] {
      if (is_vietnamese(locale) && start >= 0) result.aErrors = errors_of(document, text, start, properties);
    });
    return result;
  }

  void SAL_CALL ignoreRule(const OUString& rule, const Locale& /*locale*/) override {
    guarded("proofreader", [&] { ignore_as_set(context_, to_view(rule)); });
  }

  void SAL_CALL resetIgnoreRules() override {
    guarded("proofreader", [&] {
      Ignored::instance().reset(context_);
      Broadcaster::post_all();
      tell_ignored(context_, Wanted::more);
    });
  }

  sal_Bool SAL_CALL addLinguServiceEventListener(
      const css::uno::Reference<css::linguistic2::XLinguServiceEventListener>& listener) override {
    return guarded("proofreader", false, [&] { return broadcaster_->add(listener); });
  }
  sal_Bool SAL_CALL removeLinguServiceEventListener(
      const css::uno::Reference<css::linguistic2::XLinguServiceEventListener>& listener) override {
    return guarded("proofreader", false, [&] { return broadcaster_->remove(listener); });
  }

 private:
  // Marks have a menu in every document that has marks, the first time that it is seen here.
  void meet(const OUString& document) {
    {
      const std::lock_guard lock(met_mutex_);
      if (!met_.insert(document).second) return;
    }
    run_on_main_thread(context_,
                       [context = context_] { guarded("context menu", [&] { serve_all_mark_menus(context); }); });
  }

  css::uno::Sequence<SingleProofreadingError> errors_of(const OUString& document, const OUString& text, sal_Int32 start,
                                                        const Properties& properties) {
    Engine& engine = Engine::instance();
    prepare(engine);
    meet(document);
    if (text.isEmpty()) return {};  // asked on the main thread too, which must not wait
    const auto checker = engine.checker(patience);
    if (!checker) {
      if (!asked_too_early_.exchange(true)) {
        engine.when_loaded(Broadcaster::post_all);
      }
      return {};
    }

    engine.note_proofread(to_view(text));
    // The spell checker took their parts for words.
    if (engine.note_addresses(to_view(text))) Broadcaster::post_marked();
    const std::u16string paragraph = with_placeholders(text, properties);
    const Findings findings = engine.check_paragraph(*checker, paragraph, typing_profile(context_));
    if (findings->empty()) return {};
    const bool red_wave = draws_red_wave(context_);
    const auto marks = mark_styles(context_);
    std::vector<SingleProofreadingError> errors;
    for (const check::Finding& finding : *findings) {
      if (finding.start < static_cast<std::uint32_t>(start) || finding.end > paragraph.size() ||
          finding.start >= finding.end)
        continue;
      const std::u16string_view what =
          std::u16string_view(paragraph).substr(finding.start, finding.end - finding.start);
      if (Ignored::instance().contains(context_, finding, paragraph) ||
          DocumentIgnored::contains(document, finding, paragraph))
        continue;
      if (red_wave && is_unknown_word(*checker, finding, paragraph)) {
        // The spell checker took it for a part of an address, wherever it stands.
        if (engine.note_outside_addresses(what)) Broadcaster::post_all();
        continue;
      }
      if (finding.category() == check::Category::spelling && in_user_dictionary(dictionaries_, what)) continue;
      errors.push_back(to_error(finding, paragraph, marks->of(finding.category()), in_vietnamese_));
    }
    std::stable_sort(errors.begin(), errors.end(),
                     [](const auto& a, const auto& b) { return a.nErrorStart < b.nErrorStart; });
    return {errors.data(), static_cast<sal_Int32>(errors.size())};
  }

  void prepare(Engine& engine) {
    engine.start(context_);
    // Not in the constructor: the office makes this object under a lock of its linguistics, and opening its
    // dictionaries takes another one, which other threads take first.
    std::call_once(opened_, [&] {
      in_vietnamese_ = interface_is_vietnamese(context_);
      dictionaries_ = open_dictionaries(context_);
    });
    if (prepared_.exchange(true)) return;
    broadcaster_->set_source(static_cast<cppu::OWeakObject*>(this));
    run_on_main_thread(context_,
                       [context = context_] { guarded("spell checkers", [&] { keep_overruling(context); }); });
    engine.when_loaded([context = context_] {
      const std::vector<Error> problems = Engine::instance().problems();
      if (!problems.empty()) guarded("message", [&] { show_problem(context, problems.front()); });
      run_on_main_thread(context, [context] { guarded("message", [&] { mention_our_spell_checker(context); }); });
    });
  }

  Context context_;
  std::once_flag opened_;
  bool in_vietnamese_ = false;
  DictionaryList dictionaries_;
  std::shared_ptr<Broadcaster> broadcaster_;
  std::atomic<bool> prepared_ = false;
  std::atomic<bool> asked_too_early_ = false;
  std::mutex met_mutex_;
  std::set<OUString> met_;  // the office's own names of documents
};

}  // namespace

}  // namespace soat::writer

SOAT_CONSTRUCTOR(soat_create_proofreader, soat::writer::Proofreader)
