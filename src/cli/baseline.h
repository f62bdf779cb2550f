#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "check/finding.h"

namespace soat::cli {

// What a finding is known by wherever its document has grown or moved: its rule, its wording and the words round it.
// One line, UTF-8.
std::string identity(const check::Finding& finding, std::u16string_view paragraph);

// Findings that are known already, of any document: how often one with an identity may come in a document.
class Baseline {
 public:
  // Throws soat::Error for a file that cannot be read, is no baseline or is damaged, with what to do.
  static Baseline read(const std::filesystem::path& file);

  void add(const std::vector<std::string>& identities_of_a_document);
  bool empty() const { return counts_.empty(); }

  // Takes out of a document's findings those that are known.
  void take_out_known(const std::vector<std::u16string_view>& paragraphs, std::vector<check::Finding>& findings) const;

  // What read() reads: a line with the checksum of the rest, then a line for each identity.
  std::string text() const;

 private:
  std::map<std::string, std::size_t, std::less<>> counts_;
};

}  // namespace soat::cli
