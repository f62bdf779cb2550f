#pragma once

#include <string>
#include <string_view>

namespace soat::reference {

// What rules may know of a user's sources, to suggest how one is named in full. Both functions may be called by several
// threads at once; what they give lives as long as the object.
class KnownSources {
 public:
  virtual ~KnownSources() = default;

  // The source at a web address, as a line of text; null when there is none with a title.
  virtual const std::u16string* line_for_address(std::u16string_view address) const = 0;

  // The legal document with this symbol, named in full; null when it is not known.
  virtual const std::u16string* name_for_symbol(std::u16string_view symbol) const = 0;
};

}  // namespace soat::reference
