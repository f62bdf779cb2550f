// Any UTF-16 at all as a document, its lines as paragraphs: what is told of its list of sources lies in it. A reference
// at a place lies in its paragraph too.
#include "reference/reference_list.h"

#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#include "citation/exchange/reference_at.h"
#include "utf16_input.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::u16string text = utf16_input(data, size);
  std::u16string_view rest = text;
  // A list under its heading, so that the comparison is reached.
  std::vector<std::u16string_view> paragraphs = {u"[1] [2] (Sông, 2015) (Đò, 2018)", u"Tài liệu tham khảo",
                                                 u"[1] Lê Thị Sông (2015), Chợ nổi miền Tây.",
                                                 u"[2] Trần Văn Đò (2018), Bến sông xưa."};
  while (!rest.empty()) {
    const std::size_t end = rest.find(u'\n');
    paragraphs.insert(paragraphs.end() - (paragraphs.size() % 2 == 0 ? 3 : 0), rest.substr(0, end));
    rest.remove_prefix(end == std::u16string_view::npos ? rest.size() : end + 1);
  }
  const auto review = soat::reference::review_reference_list(paragraphs);
  for (const auto& missing : review.missing) {
    const auto& place = missing.place;
    if (place.paragraph >= paragraphs.size() || place.start >= place.end ||
        place.end > paragraphs[place.paragraph].size())
      std::abort();
  }
  for (const std::uint32_t paragraph : review.uncited) {
    if (paragraph >= paragraphs.size()) std::abort();
  }
  const auto found = soat::citation::reference_at(text, text.size() / 3, text.size());
  if (found && (found->start > found->end || found->end > text.size())) std::abort();
  soat::citation::reference_at(text, text.size() / 2, text.size() / 2);
  return 0;
}
