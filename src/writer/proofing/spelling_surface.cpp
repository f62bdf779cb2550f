#include "writer/proofing/spelling_surface.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/linguistic2/DictionaryList.hpp>
#include <com/sun/star/linguistic2/DictionaryType.hpp>
#include <com/sun/star/linguistic2/LinguServiceManager.hpp>
#include <com/sun/star/linguistic2/XDictionary.hpp>
#include <com/sun/star/linguistic2/XSpellChecker.hpp>
#include <com/sun/star/util/thePathSettings.hpp>
#include <future>
#include <memory>

#include "text/analysis.h"
#include "writer/border/border.h"
#include "writer/border/main_thread.h"
#include "writer/border/sequence.h"
#include "writer/border/strings.h"

namespace soat::writer {

namespace {

using ServiceManager = css::uno::Reference<css::linguistic2::XLinguServiceManager2>;

// The office makes its one manager under a lock of its own and needs the main thread's lock for it, so that the main
// thread and another that ask for the first time together wait for each other for ever. The main thread alone makes it;
// another waits a little and then gives up for this time.
ServiceManager service_manager(const Context& context) {
  static std::atomic<bool> made = false;
  constexpr auto patience = std::chrono::seconds(2);
  if (!made && !on_main_thread()) {
    const auto promise = std::make_shared<std::promise<void>>();
    run_on_main_thread(context, [context, promise] {
      guarded("spell checkers", [&] {
        css::linguistic2::LinguServiceManager::create(context);
        made = true;
      });
      promise->set_value();
    });
    if (promise->get_future().wait_for(patience) != std::future_status::ready || !made)
      throw css::uno::RuntimeException("the office is busy", {});
  }
  ServiceManager manager = css::linguistic2::LinguServiceManager::create(context);
  made = true;
  return manager;
}

css::uno::Sequence<OUString> active_spell_checkers(const Context& context) {
  return service_manager(context)->getConfiguredServices(OUString::createFromAscii(spell_checker_service),
                                                         vietnamese());
}

constexpr const char* last_found_node = "/org.openoffice.Office.Linguistic/ServiceManager/LastFoundSpellCheckers";
constexpr const char* choice = "OnlySpellChecker";

// Whether the choice holds in this session.
std::atomic<bool> overruling = false;

// At its start the office switches on what it did not find at the last one. Told that it found ours alone, it switches
// the others on again, which is what Vietnamese needs when ours is not there any more.
void overrule(const Context& context) {
  const OUString ours = OUString::createFromAscii(spell_checker_name);
  service_manager(context)->setConfiguredServices(OUString::createFromAscii(spell_checker_service), vietnamese(),
                                                  sequence_of(ours));
  write_list(context, last_found_node, "vi-VN", {std::u16string(to_view(ours))});
  overruling = true;
  Broadcaster::post_all();
}

}  // namespace

css::uno::Sequence<OUString> other_spell_checkers(const Context& context) {
  return guarded("spell checkers", css::uno::Sequence<OUString>(), [&] {
    const css::uno::Sequence<OUString> active = active_spell_checkers(context);
    css::uno::Sequence<OUString> others(active.getLength());
    OUString* end = std::copy_if(active.begin(), active.end(), others.getArray(),
                                 [](const OUString& name) { return !name.equalsAscii(spell_checker_name); });
    others.realloc(static_cast<sal_Int32>(end - others.getArray()));
    return others;
  });
}

bool draws_red_wave(const Context& context) {
  return guarded("spell checkers", false, [&] {
    const css::uno::Sequence<OUString> active = active_spell_checkers(context);
    const bool alone = active.getLength() == 1 && active[0].equalsAscii(spell_checker_name);
    // Switched on by the user, in the office's options.
    if (!alone && overruling.exchange(false)) {
      run_on_main_thread(context, [context] {
        guarded("spell checkers", [&] { write_switch(context, settings_node, choice, false); });
      });
    }
    return alone;
  });
}

void overrule_other_spell_checkers(const Context& context) {
  overrule(context);
  write_switch(context, settings_node, choice, true);
}

void admit_other_spell_checkers(const Context& context) {
  const OUString service = OUString::createFromAscii(spell_checker_service);
  const ServiceManager manager = service_manager(context);
  overruling = false;
  write_switch(context, settings_node, choice, false);
  manager->setConfiguredServices(service, vietnamese(), manager->getAvailableServices(service, vietnamese()));
  Broadcaster::post_all();
}

bool has_other_spell_checkers(const Context& context) {
  return guarded("spell checkers", false, [&] {
    const css::uno::Sequence<OUString> available =
        service_manager(context)->getAvailableServices(OUString::createFromAscii(spell_checker_service), vietnamese());
    return std::any_of(available.begin(), available.end(),
                       [](const OUString& name) { return !name.equalsAscii(spell_checker_name); });
  });
}

void keep_overruling(const Context& context) {
  if (!overruling && read_switch(context, settings_node, choice, false)) overrule(context);
}

bool knows_word(const check::Checker& checker, std::u16string_view word) {
  const bool decomposed =
      std::any_of(word.begin(), word.end(), [](char16_t c) { return c >= u'\u0300' && c <= u'\u036f'; });
  if (!decomposed) return checker.is_known_word(word);
  text::Analysis analysis;
  text::analyse(word, analysis);
  return checker.is_known_word(analysis.text);
}

bool is_unknown_word(const check::Checker& checker, const check::Finding& finding, std::u16string_view paragraph) {
  if (finding.category() != check::Category::spelling) return false;
  const std::u16string_view word = paragraph.substr(finding.start, finding.end - finding.start);
  if (word.find_first_of(u" \t\n\u00a0") != std::u16string_view::npos) return false;
  return !knows_word(checker, word);
}

bool is_wrong_for_office(const Context& context, std::u16string_view word) {
  return guarded("spell checkers", false, [&] {
    const auto office = service_manager(context)->getSpellChecker();
    return office.is() && !office->isValid(to_office(word), vietnamese(), {});
  });
}

DictionaryList open_dictionaries(const Context& context) {
  return guarded("user dictionaries", DictionaryList(),
                 [&] { return css::linguistic2::DictionaryList::create(context); });
}

bool in_user_dictionary(const DictionaryList& dictionaries, std::u16string_view word) {
  return guarded("user dictionaries", false, [&] {
    return dictionaries.is() && dictionaries->queryDictionaryEntry(to_office(word), vietnamese(), true, true).is();
  });
}

namespace {

// The dictionary in which Writer itself keeps what the user adds, made as Writer does when there is none yet.
css::uno::Reference<css::linguistic2::XDictionary> make_standard_dictionary(const Context& context,
                                                                            const DictionaryList& list) {
  const OUString name = "standard.dic";
  OUString folder;
  css::util::thePathSettings::get(context)->getPropertyValue("Dictionary_writable") >>= folder;
  if (folder.isEmpty()) return nullptr;
  const auto made =
      list->createDictionary(name, css::lang::Locale(), css::linguistic2::DictionaryType_POSITIVE, folder + "/" + name);
  if (!made.is()) return nullptr;
  made->setActive(true);
  list->addDictionary(made);
  return made;
}

}  // namespace

bool add_to_user_dictionary(const Context& context, std::u16string_view word) {
  return guarded("user dictionaries", false, [&] {
    const DictionaryList list = open_dictionaries(context);
    if (!list.is()) return false;
    const auto add = [&](const css::uno::Reference<css::linguistic2::XDictionary>& dictionary) {
      const css::uno::Reference<css::frame::XStorable> stored(dictionary, css::uno::UNO_QUERY);
      if (!stored.is() || !stored->hasLocation() || stored->isReadonly() || !dictionary->isActive() ||
          dictionary->getDictionaryType() != css::linguistic2::DictionaryType_POSITIVE)
        return false;
      const css::lang::Locale locale = dictionary->getLocale();
      const bool is_for_all = locale.Language.isEmpty() || locale.Language == "zxx";
      if (!is_for_all && !is_vietnamese(locale)) return false;
      if (!dictionary->add(to_office(word), false, OUString())) return false;
      stored->store();
      return true;
    };
    const auto standard = list->getDictionaryByName("standard.dic");
    if (add(standard)) return true;
    for (const auto& dictionary : list->getDictionaries()) {
      if (add(dictionary)) return true;
    }
    return !standard.is() && add(make_standard_dictionary(context, list));
  });
}

}  // namespace soat::writer
