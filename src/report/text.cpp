#include <algorithm>
#include <string>

#include "report/columns.h"
#include "report/formats.h"
#include "report/located.h"
#include "report/names.h"
#include "texts/report.h"

namespace soat::report {
namespace {

constexpr std::size_t margin = 36;  // a line with the place in its middle fits a terminal of 80 columns
constexpr std::size_t most_suggestions = 3;

std::string_view severity_colour(check::Severity severity) {
  switch (severity) {
    case check::Severity::error:
      return "\33[1;31m";
    case check::Severity::warning:
      return "\33[1;35m";
    case check::Severity::info:
      return "\33[1;36m";
  }
  return {};
}

class TextReport final : public Report {
 public:
  TextReport(Language language, bool colour) : language_(language), colour_(colour) {}

  void document(const CheckedDocument& checked, const Sink& sink) const override {
    std::string out;
    Locator locator(checked);
    const std::string file = one_line(checked.file);
    for (const check::Finding& finding : checked.findings) {
      out.clear();
      write(file, finding, locator.locate(finding), out);
      sink(out);
    }
    for (const std::string& line : passage_lines(checked, language_)) {
      out.clear();
      painted("\33[1m", file + ":", out);
      out += " " + line + "\n";
      sink(out);
    }
  }

 private:
  void painted(std::string_view colour, std::string_view text, std::string& out) const {
    if (colour_) out += colour;
    out += text;
    if (colour_) out += "\33[0m";
  }

  void write(std::string_view file, const check::Finding& finding, const Place& place, std::string& out) const {
    const std::string line = std::to_string(finding.paragraph + 1);
    painted("\33[1m", std::string(file) + ":" + line + ":" + std::to_string(place.start + 1) + ":", out);
    out += ' ';
    painted(severity_colour(finding.severity), severity_label(finding.severity, language_), out);
    out += ": " + one_line(message(finding, language_)) + place.told(language_) + " [";
    out += finding.rule->id;
    out += ']';
    for (std::size_t i = 0; i < std::min(finding.suggestions.size(), most_suggestions); ++i) {
      out += i == 0 ? " → " : ", ";
      painted("\33[32m", suggestion(finding.suggestions[i]), out);
    }
    const Excerpt shown = excerpt(place.paragraph, finding.start, finding.end, margin);
    out += "\n  " + line + " | " + shown.text + "\n  " + std::string(line.size(), ' ') + " | " +
           std::string(shown.indent, ' ');
    painted(severity_colour(finding.severity), std::string(shown.width, '~'), out);
    out += '\n';
  }

  // To take something out is a suggestion too, and must be seen.
  std::string suggestion(const std::u16string& text) const {
    if (text.empty()) return text::Message(texts::report_remove).utf8(language_);
    return excerpt(text, 0, text.size(), margin).text;
  }

  Language language_;
  bool colour_;
};

}  // namespace

std::unique_ptr<const Report> make_text_report(Language language, bool colour) {
  return std::make_unique<TextReport>(language, colour);
}

}  // namespace soat::report
