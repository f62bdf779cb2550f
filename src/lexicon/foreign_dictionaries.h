#pragma once

#include <filesystem>
#include <memory>
#include <span>
#include <string_view>

namespace soat::lexicon {

// The English and French Hunspell dictionaries that are installed on the machine. They are read when the first word is
// asked for that could be in them, since most documents need none. Usable from several threads at once; the answer for
// a word never depends on what was asked before.
class ForeignDictionaries {
 public:
  // Folders that hold pairs such as en_US.aff and en_US.dic; they need not exist. Of each language one dictionary is
  // used, the first in the order of the folders and then of the file names.
  explicit ForeignDictionaries(std::span<const std::filesystem::path> folders);
  ~ForeignDictionaries();
  ForeignDictionaries(const ForeignDictionaries&) = delete;
  ForeignDictionaries& operator=(const ForeignDictionaries&) = delete;

  // Whether an installed dictionary has the word (UTF-16, letters of any case). False when there is none, and for words
  // with letters that only Vietnamese has.
  bool contains(std::u16string_view word) const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace soat::lexicon
