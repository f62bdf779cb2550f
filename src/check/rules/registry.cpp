#include "check/rules/registry.h"

#include <array>

#include "check/rules/capitalisation/consistent.h"
#include "check/rules/capitalisation/document_kind.h"
#include "check/rules/capitalisation/name.h"
#include "check/rules/capitalisation/paragraph.h"
#include "check/rules/capitalisation/varies.h"
#include "check/rules/citation/legal_first_mention.h"
#include "check/rules/citation/legal_form.h"
#include "check/rules/citation/missing_entry.h"
#include "check/rules/citation/unsourced_quote.h"
#include "check/rules/citation/url_as_source.h"
#include "check/rules/encoding/decomposed.h"
#include "check/rules/encoding/invisible.h"
#include "check/rules/encoding/legacy.h"
#include "check/rules/encoding/look_alike.h"
#include "check/rules/encoding/lossy.h"
#include "check/rules/encoding/mojibake.h"
#include "check/rules/garble/cut.h"
#include "check/rules/garble/doubled.h"
#include "check/rules/garble/extraction.h"
#include "check/rules/garble/foreign_word.h"
#include "check/rules/garble/function_words.h"
#include "check/rules/garble/name.h"
#include "check/rules/garble/ocr_digit.h"
#include "check/rules/garble/phrases.h"
#include "check/rules/garble/spintax.h"
#include "check/rules/garble/title.h"
#include "check/rules/punctuation/capitalisation_sentence.h"
#include "check/rules/punctuation/final.h"
#include "check/rules/punctuation/sequence.h"
#include "check/rules/punctuation/space.h"
#include "check/rules/punctuation/unbalanced.h"
#include "check/rules/residue/line.h"
#include "check/rules/residue/markup.h"
#include "check/rules/residue/repeated.h"
#include "check/rules/residue/stray.h"
#include "check/rules/residue/teaser.h"
#include "check/rules/residue/web.h"
#include "check/rules/spelling/confusable.h"
#include "check/rules/spelling/context.h"
#include "check/rules/spelling/joined.h"
#include "check/rules/spelling/non_syllable.h"
#include "check/rules/spelling/residue.h"
#include "check/rules/spelling/split.h"
#include "check/rules/spelling/tone_placement.h"
#include "check/rules/style/informal.h"
#include "check/rules/style/name.h"
#include "check/rules/style/tone.h"

namespace soat::check {
namespace {

// One line a rule, in alphabetical order within its family.
constexpr auto factories = std::to_array<RuleFactory>({
    // spelling
    make_spelling_confusable,
    make_spelling_context,
    make_spelling_joined,
    make_spelling_known_right,
    make_spelling_non_syllable,
    make_spelling_residue,
    make_spelling_split,
    make_spelling_tone_placement,
    // capitalisation
    make_capitalisation_name,
    make_capitalisation_consistent,
    make_capitalisation_document_kind,
    make_capitalisation_paragraph,
    make_capitalisation_sentence,
    make_capitalisation_varies,
    // citation
    make_citation_legal_first_mention,
    make_citation_legal_form,
    make_citation_missing_entry,
    make_citation_unsourced_quote,
    make_citation_url_as_source,
    // encoding
    make_encoding_decomposed,
    make_encoding_invisible,
    make_encoding_legacy,
    make_encoding_look_alike,
    make_encoding_lossy,
    make_encoding_mojibake,
    // garble
    make_garble_cut,
    make_garble_doubled,
    make_garble_extraction,
    make_garble_phrases,
    make_garble_foreign_word,
    make_garble_function_words,
    make_garble_known_phrase,
    make_garble_name,
    make_garble_ocr_digit,
    make_garble_spintax,
    make_garble_title,
    // punctuation
    make_punctuation_final,
    make_punctuation_sequence,
    make_punctuation_space,
    make_punctuation_unbalanced,
    // residue
    make_residue_line,
    make_residue_markup,
    make_residue_repeated,
    make_residue_stray,
    make_residue_teaser,
    make_residue_web,
    // style
    make_style_informal,
    make_style_name,
    make_style_tone,
});

}  // namespace

std::span<const RuleFactory> rule_factories() {
  return factories;
}

}  // namespace soat::check
