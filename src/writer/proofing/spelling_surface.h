#pragma once

#include <com/sun/star/linguistic2/XSearchableDictionaryList.hpp>
#include <string_view>

#include "check/checker.h"
#include "writer/border/configuration.h"

namespace soat::writer {

inline constexpr const char* spell_checker_service = "com.sun.star.linguistic2.SpellChecker";
inline constexpr const char* spell_checker_name = "org.soat.SpellChecker";
inline constexpr const char* proofreader_name = "org.soat.Proofreader";

// A word is right for the office as soon as one active spell checker says so; another Vietnamese one therefore
// overrules ours.

// Spell checkers other than ours that are active for Vietnamese.
css::uno::Sequence<OUString> other_spell_checkers(const Context& context);

// Whether ours is active for Vietnamese and nothing overrules it.
bool draws_red_wave(const Context& context);

// Makes ours the only active one for Vietnamese; lasts until the user changes it in the office's options, or until the
// extension is removed: then the others are active again.
void overrule_other_spell_checkers(const Context& context);

// Undoes that: makes all that the office has for Vietnamese active.
void admit_other_spell_checkers(const Context& context);

// Whether the office has others than ours for Vietnamese, active or not.
bool has_other_spell_checkers(const Context& context);

// Once a session, on the main thread: makes ours the only one again if the user has chosen it, because each start of
// the office switches the others on.
void keep_overruling(const Context& context);

// A single word, composed or not, as the engine's lexicon knows it; suggestions are composed.
bool knows_word(const check::Checker& checker, std::u16string_view word);

// Whether a finding is about one unknown word, so that the spell checker marks it too (with the red wave).
bool is_unknown_word(const check::Checker& checker, const check::Finding& finding, std::u16string_view paragraph);

// Whether the office marks a word: none of the active spell checkers, and no dictionary of the user's, takes it for
// right. For the main thread.
bool is_wrong_for_office(const Context& context, std::u16string_view word);

// The user's own dictionaries, and what was ignored with the office's own "Ignore all".
using DictionaryList = css::uno::Reference<css::linguistic2::XSearchableDictionaryList>;
DictionaryList open_dictionaries(const Context& context);
bool in_user_dictionary(const DictionaryList& dictionaries, std::u16string_view word);
// Adds a word to the user's standard dictionary, or to another one of theirs that is in use. False if there is none
// that takes it.
bool add_to_user_dictionary(const Context& context, std::u16string_view word);

}  // namespace soat::writer
