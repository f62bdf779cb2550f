#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "model/language_model.h"
#include "model/word_id.h"

namespace soat::check::garble {

// What programs that rewrite articles put in the place of what: they know words, and single syllables of compounds, by
// meaning and not by context. Read from substitutions.txt, whose head describes its lines. Immutable; queries do not
// allocate and may come from several threads.
//
// Words are numbers of the language model, entries for small letters; a form that the model does not know can be
// neither found nor proposed and is left out.
class SubstitutionTable {
 public:
  static constexpr std::size_t longest = 4;  // words in a form

  enum class Kind : std::uint8_t {
    sense,   // what stands there has one sense of the original's in common, which is seldom the one meant
    synonym  // either may stand for the other
  };

  // One form that may stand for another.
  struct Counterpart {
    std::array<model::WordId, longest> words{};
    std::uint8_t size = 0;
    Kind kind = Kind::synonym;

    std::span<const model::WordId> view() const { return {words.data(), size}; }
  };

  // Throws soat::Error naming file and line when the file cannot be read or a line cannot be understood.
  static std::shared_ptr<const SubstitutionTable> load(const std::filesystem::path& path,
                                                       const model::LanguageModel& words);

  // The forms in whose place `written` may have been put, in the order of the file, each once. Empty for what is not in
  // the table or longer than `longest`. Valid as long as the table.
  std::span<const Counterpart> originals(std::span<const model::WordId> written) const;

  // The forms that may have been put in the place of `original`; otherwise as above.
  std::span<const Counterpart> substitutes(std::span<const model::WordId> original) const;

  // The words of the longest form with an original that starts with this word; 0 when there is none. One look-up that
  // spares most others.
  std::size_t longest_written(model::WordId first) const {
    return first < longest_written_.size() ? longest_written_[first] : 0;
  }

 private:
  struct Form {
    std::uint64_t key = 0;  // four word numbers, the first lowest; never 0
    std::uint32_t originals_begin = 0;
    std::uint32_t originals_end = 0;
    std::uint32_t substitutes_begin = 0;
    std::uint32_t substitutes_end = 0;
  };
  class Builder;

  SubstitutionTable() = default;
  const Form* find(std::span<const model::WordId> words) const;

  std::vector<Form> forms_;             // bucket by bucket
  std::vector<std::uint32_t> buckets_;  // where the forms of each bucket of keys begin; one more at the end
  std::vector<Counterpart> originals_, substitutes_;
  std::vector<std::uint8_t> longest_written_;  // by WordId
};

}  // namespace soat::check::garble
