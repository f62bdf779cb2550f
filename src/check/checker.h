#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "check/assessment.h"
#include "check/finding.h"
#include "check/variants/variants.h"
#include "text/error.h"
#include "text/legacy_detection.h"
#include "text/syllable.h"

namespace soat::model {
class LanguageModel;
}

namespace soat::reference {
class KnownSources;
}

namespace soat::check {

class HouseList;

struct LoadOptions {
  std::filesystem::path data;  // the folder dictionaries/vi, or where it was installed
  std::vector<std::filesystem::path>
      foreign;                           // folders with installed Hunspell dictionaries (en_US.dic …); may not exist
  std::vector<std::u16string> personal;  // the user's own words, never flagged
  std::vector<std::filesystem::path> additions = {};  // what `soat train --add` learnt from texts of the user's own
};

struct CheckOptions {
  Profile profile = Profile::normal;
  std::vector<Category> only;  // empty: all
  Scope scope = Scope::whole;
  // The user's sources, which rules about citations use for suggestions; may be null.
  std::shared_ptr<const reference::KnownSources> sources = {};
  // What the user's office wants written or not; may be null.
  std::shared_ptr<const HouseList> house = {};
  // The one style of placing tone marks that is wanted, also in suggestions; none: that of most of the document.
  std::optional<text::ToneStyle> tones = {};
  // What is in a font of an encoding from before Unicode, where the surface knows the fonts: see text::find_legacy.
  std::vector<text::LegacyStretch> fonts = {};
  // When this is requested the check ends soon, with anything: nobody wants its findings any more.
  std::stop_token stop = {};
};

// Findings ordered by paragraph, start, end, and what they show of each paragraph.
struct Checked {
  std::vector<Finding> findings;
  Assessment assessment;  // not made when garbled phrases are not looked for
};

// The engine behind every surface. Immutable once loaded; check() may be called from several threads.
class Checker {
 public:
  // Opens the data. What is missing or damaged switches off the rules that need it and is told by problems(); throws
  // soat::Error only when not even the syllable list can be read, so that nothing could be checked.
  static std::shared_ptr<const Checker> load(const LoadOptions& options);
  ~Checker();

  // Takes the paragraphs of one document (UTF-16, without line ends) and gives the findings ordered by paragraph,
  // start, end. Of findings that overlap one is left, whatever their rules (merge.h). Never throws but for lack of
  // memory.
  std::vector<Finding> check(std::span<const std::u16string_view> paragraphs, const CheckOptions& options) const;

  // The same together with the assessment of each paragraph.
  Checked check_and_assess(std::span<const std::u16string_view> paragraphs, const CheckOptions& options) const;

  // What the document writes in several ways: names, bodies, abbreviations, numbers, dates.
  std::vector<VariantGroup> variants(std::span<const std::u16string_view> paragraphs) const;

  // Whether a single word (one token, without punctuation) is spelt as a known word; suggestions for it, best first, at
  // most ten. For the spell-checking surface, which sees words without their context.
  bool is_known_word(std::u16string_view word) const;
  std::vector<std::u16string> suggest(std::u16string_view word) const;

  // The language model that came with the data, mapped once for all who need it; none when it cannot be used.
  const std::shared_ptr<const model::LanguageModel>& language_model() const;

  // One line for each data file that could not be used: file, reason, what to do.
  const std::vector<Error>& problems() const;

  // Name and version of the data in use, one line each, for "About".
  std::vector<std::string> data_versions() const;

 private:
  struct Parts;
  explicit Checker(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace soat::check
