#include "document/pdf_text.h"

#include "utf16_input.h"

// No page makes more text than it has, and each paragraph has its page.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::u16string text = utf16_input(data, size);
  const soat::document::Document document = soat::document::document_of_pages(text);
  std::size_t units = 0;
  for (const std::u16string_view paragraph : document.paragraphs()) units += paragraph.size();
  if (units > 2 * text.size() || document.places().size() != document.size()) __builtin_trap();
  return 0;
}
