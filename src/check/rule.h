#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "check/finding.h"
#include "text/analysis.h"
#include "text/legacy_detection.h"
#include "text/syllable.h"

namespace soat::reference {
class KnownSources;
}

namespace soat::check::ngram {
class ScoredSentence;
}

namespace soat::check {

class HouseList;

// A document as rules see it: every paragraph taken apart, in order.
struct DocumentView {
  std::span<const text::Analysis> paragraphs;
  Profile profile = Profile::normal;
  Scope scope = Scope::whole;
  const reference::KnownSources* sources = nullptr;  // the user's; null: none are known
  // Text in encodings from before Unicode, in order. It is written with letters that mean others, so the analyses have
  // placeholders in its place and no rule judges it; handed_in has the paragraphs as they are.
  std::span<const text::LegacyStretch> legacy = {};
  std::span<const std::u16string_view> handed_in = {};
  const HouseList* house = nullptr;           // what the user's office wants written; null: nothing
  std::optional<text::ToneStyle> tones = {};  // the one style that is wanted; none: that of most of the document

  // The least confidence at which a finding is shown, for rules that can spare themselves work below it.
  float threshold(const RuleInfo& rule) const { return rule.thresholds.of(profile); }
};

// What a rule knows to be pointless in a range.
enum class Silence : std::uint8_t {
  everything,  // the text is damaged
  wording      // the words are right as they stand; nothing of category spelling or garble
};

// Collects findings. Offsets passed in are those of the composed text; the sink turns them into offsets of the
// original.
class FindingSink {
 public:
  virtual ~FindingSink() = default;

  // finding.start and finding.end: UTF-16 offsets in paragraphs[finding.paragraph].text.
  virtual void add(Finding&& finding) = 0;

  // The same with offsets in paragraphs[finding.paragraph].original, for what composing hides.
  virtual void add_original(Finding&& finding) = 0;

  // That findings of other rules than `rule` have nothing to say of the range (offsets as add_original takes them):
  // it is damaged, or it is known to be right.
  virtual void silence(std::uint32_t paragraph, std::uint32_t start, std::uint32_t end, const RuleInfo& rule,
                       Silence what) = 0;

  // That a machine rewrote a paragraph, 0..1, calibrated. A rule that judges one judges all.
  virtual void assess(std::uint32_t paragraph, float probability) = 0;
};

// What a rule does with the sentences of one document as the language model reads them, which is done once for all such
// rules.
class SentenceWork {
 public:
  virtual ~SentenceWork() = default;

  // Takes the document's sentences in order. number: of the sentence in its paragraph.
  virtual void take(std::uint32_t paragraph, std::uint32_t number, ngram::ScoredSentence& sentence) = 0;

  // Tells what was found, when all have been taken.
  virtual void finish(FindingSink& sink) = 0;
};

// One kind of fault. Immutable after construction and usable from several threads at once. check_paragraph sees one
// paragraph (index into view.paragraphs) at a time; check_document runs once, after all paragraphs, for what only the
// whole shows.
class Rule {
 public:
  virtual ~Rule() = default;
  // What it finds. A rule that tells its findings apart by several entries gives the one that names its factory; the
  // others are of the same category and have the same thresholds.
  virtual const RuleInfo& info() const = 0;
  virtual void check_paragraph(const DocumentView& view, std::uint32_t paragraph, FindingSink& sink) const;
  virtual void check_document(const DocumentView& view, FindingSink& sink) const;

  // Work on the sentences of a document; null for a rule that does not read by the language model. The view and the
  // rule outlive it. It is finished when the document has been checked by the other two.
  virtual std::unique_ptr<SentenceWork> read_sentences(const DocumentView& view) const;
};

}  // namespace soat::check
