#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "document/converter.h"
#include "document/decode.h"
#include "document/formats.h"
#include "document/pdf_text.h"
#include "text/error.h"
#include "texts/texts.h"

namespace soat::document {

Document read_pdf(std::string_view bytes, const std::string& name) {
  const auto program = find_program({"pdftotext"});
  if (!program) throw Error(texts::error_pdf_missing, name);
  const std::string text = convert({*program, "document.pdf", "document.txt",
                                    [](const std::filesystem::path& folder) -> std::vector<std::string> {
                                      return {"-q",
                                              "-enc",
                                              "UTF-8",
                                              "-eol",
                                              "unix",
                                              (folder / "document.pdf").string(),
                                              (folder / "document.txt").string()};
                                    }},
                                   bytes, name);
  Document document = document_of_pages(decode_text(text, name));
  if (document.size() == 0) document.warn({texts::warning_pdf_no_text, name});
  return document;
}

}  // namespace soat::document
