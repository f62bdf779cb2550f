#include "report/report.h"

#include <algorithm>
#include <cmath>

#include "report/formats.h"
#include "text/utf.h"

namespace soat::report {

std::unique_ptr<const Report> make_report(const ReportOptions& options) {
  switch (options.format) {
    case Format::text:
      return make_text_report(options.language, options.colour);
    case Format::jsonl:
      return make_json_lines_report(options.language, options.status);
    case Format::json:
      return make_json_report(options.language);
    case Format::html:
      return make_html_report(options.language);
  }
  return nullptr;
}

std::string to_string(const Report& report, const CheckedDocument& checked) {
  std::string all;
  report.document(checked, [&](std::string_view piece) { all += piece; });
  return all;
}

std::string_view severity_label(check::Severity severity, Language language) {
  const bool vi = language == Language::vi;
  switch (severity) {
    case check::Severity::error:
      return vi ? "lỗi" : "error";
    case check::Severity::warning:
      return vi ? "nên xem lại" : "warning";
    case check::Severity::info:
      return vi ? "ghi chú" : "note";
  }
  return {};
}

std::string message(const check::Finding& finding, Language language) {
  return text::to_utf8(language == Language::vi ? finding.message.vi : finding.message.en);
}

std::vector<std::string> passage_lines(const CheckedDocument& checked, Language language) {
  std::vector<std::string> lines;
  if (checked.assessment == nullptr) return lines;
  const bool vi = language == Language::vi;
  for (const check::Passage& passage : check::passages(*checked.assessment)) {
    std::string line = vi ? "đoạn " : passage.end == passage.first + 1 ? "paragraph " : "paragraphs ";
    line += std::to_string(passage.first + 1);
    if (passage.end > passage.first + 1) line += "–" + std::to_string(passage.end);
    line += vi ? ": có nhiều dấu hiệu được viết lại bằng máy, nên xem lại (xác suất "
               : ": many signs of rewriting by machine, worth a look (probability ";
    const int percent = static_cast<int>(std::lround(static_cast<double>(passage.probability) * 100));
    lines.push_back(line + std::to_string(std::min(percent, 99)) + " %)");
  }
  return lines;
}

}  // namespace soat::report
