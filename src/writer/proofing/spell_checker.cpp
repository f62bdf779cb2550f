#include <algorithm>
#include <atomic>
#include <com/sun/star/lang/XInitialization.hpp>
#include <com/sun/star/lang/XServiceDisplayName.hpp>
#include <com/sun/star/linguistic2/LinguServiceEventFlags.hpp>
#include <com/sun/star/linguistic2/SpellFailure.hpp>
#include <com/sun/star/linguistic2/XLinguServiceEventBroadcaster.hpp>
#include <com/sun/star/linguistic2/XSpellChecker.hpp>
#include <cppuhelper/implbase1.hxx>
#include <cppuhelper/implbase5.hxx>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "check/house_list.h"
#include "check/suggested_tones.h"
#include "text/composition.h"
#include "writer/border/border.h"
#include "writer/border/broadcaster.h"
#include "writer/border/service.h"
#include "writer/border/strings.h"
#include "writer/border/texts.h"
#include "writer/proofing/engine.h"
#include "writer/proofing/ignored.h"
#include "writer/proofing/live_marks.h"
#include "writer/proofing/spelling_surface.h"

namespace soat::writer {

namespace {

using css::lang::Locale;

// Writer asks from its main thread, so this waits for no more than a slow disk. What was answered before the engine was
// there is asked again afterwards.
constexpr std::chrono::milliseconds patience{1000};
constexpr sal_Int32 most_suggestions = 10;

class Alternatives final : public cppu::WeakImplHelper1<css::linguistic2::XSpellAlternatives> {
 public:
  Alternatives(OUString word, Locale locale, css::uno::Sequence<OUString> alternatives)
      : word_(std::move(word)), locale_(std::move(locale)), alternatives_(std::move(alternatives)) {}

  OUString SAL_CALL getWord() override { return word_; }
  Locale SAL_CALL getLocale() override { return locale_; }
  sal_Int16 SAL_CALL getFailureType() override { return css::linguistic2::SpellFailure::SPELLING_ERROR; }
  sal_Int16 SAL_CALL getAlternativesCount() override { return static_cast<sal_Int16>(alternatives_.getLength()); }
  css::uno::Sequence<OUString> SAL_CALL getAlternatives() override { return alternatives_; }

 private:
  OUString word_;
  Locale locale_;
  css::uno::Sequence<OUString> alternatives_;
};

bool is_blank(char16_t c) {
  return c == u' ' || c == u'\t' || c == u'\u00a0' || c == u'\u202f';
}

// What Writer puts into a "word" that is none of ours to judge: soft hyphens and zero-width characters, anchors,
// placeholders.
bool is_invisible(char16_t c) {
  return c < 0x20 || c == u'\u00ad' || (c >= u'\u200b' && c <= u'\u200f') || c == u'\u2060' ||
         (c >= u'\ufff9' && c <= u'\ufffc') || c == u'\ufeff';
}

// Writer hands over what its own word breaks give: with a full stop behind ("zậy."), or two words at once ("nghành
// nghề").
struct Part {
  std::u16string word;
  std::u16string behind;  // what stands between it and the next part
};

std::vector<Part> parts_of(std::u16string_view text) {
  std::vector<Part> parts(1);
  for (const char16_t c : text) {
    if (is_invisible(c)) continue;
    if (is_blank(c)) {
      parts.back().behind += c;
      continue;
    }
    if (!parts.back().behind.empty()) parts.emplace_back();
    parts.back().word += c;
  }
  for (Part& part : parts) {
    const std::size_t end = part.word.find_last_not_of(u".,;:!?…'’\"”)");
    const std::size_t keep = end == std::u16string::npos ? 0 : end + 1;
    part.behind.insert(0, part.word, keep);
    part.word.resize(keep);
  }
  return parts;
}

// Of a wording of several words that the house list has, the words are here one at a time, and may be wrong elsewhere.
bool is_never_flagged(const check::HouseList* house, std::u16string_view word) {
  if (house == nullptr) return false;
  std::u16string composed;
  std::vector<std::uint32_t> offsets;
  text::compose_marks(word, composed, offsets);
  return house->is_never_flagged(composed);
}

bool knows(const Context& context, const check::Checker& checker, const Part& part) {
  return part.word.empty() || knows_word(checker, part.word) ||
         Ignored::instance().contains_wording(context, part.word) ||
         is_never_flagged(Engine::instance().house_list().get(), part.word) ||
         Engine::instance().is_in_address(part.word);
}

class SpellChecker final
    : public cppu::WeakImplHelper5<css::linguistic2::XSpellChecker, css::linguistic2::XLinguServiceEventBroadcaster,
                                   css::lang::XInitialization, css::lang::XServiceDisplayName,
                                   css::lang::XServiceInfo> {
 public:
  static constexpr const char* implementation_name = spell_checker_name;
  static constexpr const char* service_name = spell_checker_service;

  explicit SpellChecker(const Context& context)
      : context_(context),
        broadcaster_(
            Broadcaster::create(context, css::linguistic2::LinguServiceEventFlags::SPELL_CORRECT_WORDS_AGAIN |
                                             css::linguistic2::LinguServiceEventFlags::SPELL_WRONG_WORDS_AGAIN)) {}

  SOAT_SERVICE_INFO()

  void SAL_CALL initialize(const css::uno::Sequence<css::uno::Any>& /*arguments*/) override {}

  OUString SAL_CALL getServiceDisplayName(const Locale& locale) override {
    return to_office(text::Message(texts::service_spell_checker)
                         .in(is_vietnamese(locale) ? text::Language::vi : text::Language::en));
  }

  css::uno::Sequence<Locale> SAL_CALL getLocales() override { return sequence_of(vietnamese()); }
  sal_Bool SAL_CALL hasLocale(const Locale& locale) override { return is_vietnamese(locale); }

  sal_Bool SAL_CALL isValid(const OUString& word, const Locale& locale,
                            const css::uno::Sequence<css::beans::PropertyValue>& /*properties*/) override {
    return guarded("spell checker", true, [&] {
      if (!is_vietnamese(locale)) return true;
      const auto checker = engine();
      if (!checker) return true;
      look_for_new_vietnamese(context_);
      const std::vector<Part> parts = parts_of(to_view(word));
      return std::all_of(parts.begin(), parts.end(), [&](const Part& part) { return knows(context_, *checker, part); });
    });
  }

  css::uno::Reference<css::linguistic2::XSpellAlternatives> SAL_CALL
  spell(const OUString& word, const Locale& locale,
        const css::uno::Sequence<css::beans::PropertyValue>& /*properties*/) override {
    using Answer = css::uno::Reference<css::linguistic2::XSpellAlternatives>;
    return guarded("spell checker", Answer(), [&] {
      if (!is_vietnamese(locale)) return Answer();
      const auto checker = engine();
      if (!checker) return Answer();
      const std::vector<Part> parts = parts_of(to_view(word));
      const auto wrong =
          std::find_if(parts.begin(), parts.end(), [&](const Part& part) { return !knows(context_, *checker, part); });
      if (wrong == parts.end()) return Answer();

      // The first unknown word is corrected; what stands round it stays.
      std::vector<std::u16string> suggestions = checker->suggest(wrong->word);
      if (const auto tones = Engine::instance().tones()) check::place_tones(suggestions, *tones);
      std::u16string before;
      std::u16string behind = wrong->behind;
      for (auto part = parts.begin(); part != wrong; ++part) before += part->word + part->behind;
      for (auto part = wrong + 1; part != parts.end(); ++part) behind += part->word + part->behind;
      css::uno::Sequence<OUString> alternatives(std::min(most_suggestions, static_cast<sal_Int32>(suggestions.size())));
      OUString* out = alternatives.getArray();
      for (sal_Int32 i = 0; i < alternatives.getLength(); ++i) {
        out[i] = to_office(before + suggestions[static_cast<std::size_t>(i)] + behind);
      }
      return Answer(new Alternatives(word, locale, alternatives));
    });
  }

  sal_Bool SAL_CALL addLinguServiceEventListener(
      const css::uno::Reference<css::linguistic2::XLinguServiceEventListener>& listener) override {
    return guarded("spell checker", false, [&] { return broadcaster_->add(listener); });
  }
  sal_Bool SAL_CALL removeLinguServiceEventListener(
      const css::uno::Reference<css::linguistic2::XLinguServiceEventListener>& listener) override {
    return guarded("spell checker", false, [&] { return broadcaster_->remove(listener); });
  }

 private:
  std::shared_ptr<const check::Checker> engine() {
    Engine& engine = Engine::instance();
    engine.start(context_);
    auto checker = engine.checker(patience);
    if (!checker && !asked_too_early_.exchange(true)) {
      broadcaster_->set_source(static_cast<cppu::OWeakObject*>(this));
      engine.when_loaded(Broadcaster::post_all);
    }
    return checker;
  }

  Context context_;
  std::shared_ptr<Broadcaster> broadcaster_;
  std::atomic<bool> asked_too_early_ = false;
};

}  // namespace

}  // namespace soat::writer

SOAT_CONSTRUCTOR(soat_create_spell_checker, soat::writer::SpellChecker)
