#include "report/report.h"

#include <algorithm>
#include <cmath>

#include "report/formats.h"
#include "text/letter_case.h"
#include "text/utf.h"
#include "texts/report.h"

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
      return make_html_report(options.language, options.colours);
    case Format::sarif:
      return make_sarif_report(options.language);
    case Format::github:
      return make_github_report(options.language);
  }
  return nullptr;
}

std::string to_string(const Report& report, const CheckedDocument& checked) {
  std::string all;
  report.document(checked, [&](std::string_view piece) { all += piece; });
  return all;
}

std::string severity_label(check::Severity severity, Language language) {
  switch (severity) {
    case check::Severity::error:
      return text::Message(texts::report_error).utf8(language);
    case check::Severity::warning:
      return text::Message(texts::report_warning).utf8(language);
    case check::Severity::info:
      break;
  }
  return text::Message(texts::report_info).utf8(language);
}

std::string message(const check::Finding& finding, Language language) {
  return text::to_utf8(language == Language::vi ? finding.message->vi : finding.message->en);
}

std::vector<std::string> passage_lines(const CheckedDocument& checked, Language language) {
  std::vector<std::string> lines;
  if (checked.assessment == nullptr) return lines;
  for (const check::Passage& passage : check::passages(*checked.assessment)) {
    const int percent = std::min(static_cast<int>(std::lround(static_cast<double>(passage.probability) * 100)), 99);
    const text::Message line = passage.end == passage.first + 1
                                   ? text::Message(texts::report_passage, passage.first + 1, percent)
                                   : text::Message(texts::report_passages, passage.first + 1, passage.end, percent);
    lines.push_back(line.utf8(language));
  }
  return lines;
}

std::vector<std::string> passage_headings(const CheckedDocument& checked, Language language) {
  std::vector<std::string> headings = passage_lines(checked, language);
  for (std::string& heading : headings) {
    std::u16string units = text::to_utf16(heading);
    units.front() = text::to_upper(units.front());
    for (auto at = units.find(u" %"); at != std::u16string::npos; at = units.find(u" %", at)) units[at] = u'\u00A0';
    heading = text::to_utf8(units);
  }
  return headings;
}

}  // namespace soat::report
