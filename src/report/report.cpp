#include "report/report.h"

#include "report/formats.h"
#include "text/utf.h"

namespace soat::report {

std::unique_ptr<const Report> make_report(Format format, Language language, bool colour) {
  switch (format) {
    case Format::text:
      return make_text_report(language, colour);
    case Format::jsonl:
      return make_json_lines_report(language);
    case Format::json:
      return make_json_report(language);
    case Format::html:
      return make_html_report(language);
  }
  return nullptr;
}

std::string message(const check::Finding& finding, Language language) {
  return text::to_utf8(language == Language::vi ? finding.message.vi : finding.message.en);
}

}  // namespace soat::report
