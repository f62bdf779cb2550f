#include <string>
#include <vector>

#include "report/formats.h"
#include "report/html_summary.h"
#include "report/html_text.h"
#include "report/located.h"
#include "report/names.h"
#include "texts/report.h"

namespace soat::report {
namespace {

constexpr std::string_view style = R"(
body{font:16px/1.55 system-ui,sans-serif;margin:2rem auto;max-width:60rem;padding:0 1rem;color:#1c1c1c;background:#fff}
h1{font-size:1.5rem}h2{font-size:1.2rem;margin-top:2.5rem;overflow-wrap:anywhere}
.text p{white-space:pre-wrap;overflow-wrap:anywhere;margin:.4rem 0}
.text{border:1px solid #ccc;border-radius:.4rem;padding:.6rem 1rem}
.passage{border-left:.3rem solid #8e24aa;padding-left:.7rem}
mark{background:none;color:inherit;text-decoration:underline wavy var(--c);text-underline-offset:.2em}
mark:target,.text p:target{background:#fff3b0}
.error,.warning{text-decoration-thickness:2px}
table{border-collapse:collapse;width:100%;margin-top:1rem}
th,td{text-align:left;vertical-align:top;border-top:1px solid #ddd;padding:.3rem .6rem .3rem 0;overflow-wrap:anywhere}
th,td a{white-space:nowrap}
.rule{color:#666;font-size:.85em}
@media screen and (prefers-color-scheme:dark){body{background:#1c1c1c;color:#eee}.text{border-color:#555}th,td{border-color:#444}
mark:target,.text p:target{background:#5c4b00}.rule{color:#aaa}a{color:#78aeed}}
@page{size:A4;margin:18mm 15mm}
@media print{body{max-width:none;margin:0;padding:0;font-size:10.5pt;print-color-adjust:exact;-webkit-print-color-adjust:exact}
.text{border:0;padding:0}a{color:inherit;text-decoration:none}h2,h3{break-after:avoid}tr{break-inside:avoid}}
)";

class HtmlReport final : public Report {
 public:
  HtmlReport(Language language, const check::CategoryColours& colours) : language_(language), colours_(colours) {}

  std::string opening() const override {
    std::string out = "<!DOCTYPE html>\n<html lang=\"";
    out += language_ == Language::vi ? "vi" : "en";
    out += "\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>";
    out += title();
    out += "</title>\n<style>";
    out += style;
    out += summary_style(colours_);
    out += "</style>\n</head>\n<body>\n<h1>";
    out += title();
    out += "</h1>\n";
    return out;
  }

  std::string closing() const override { return "</body>\n</html>\n"; }

  void document(const CheckedDocument& checked, const Sink& sink) const override {
    std::string out = opening_of(checked.file);
    for (const std::string& warning : checked.warnings) add_note(warning, out);
    if (checked.findings.empty()) {
      out += "<p>" + said(texts::report_nothing) + "</p>\n";
    } else {
      const std::string prefix =
          std::to_string(checked.number + 1) + "-";  // no name twice on a page of several documents
      out += summary(checked, prefix, language_);
      add_marked_text(checked, prefix, out);
      add_list(checked, prefix, out);
    }
    sink(out + "</section>\n");
  }

  std::string failure(const FailedDocument& failed) const override {
    std::string out = opening_of(failed.file);
    add_note(failed.error, out);
    return out + "</section>\n";
  }

 private:
  static std::string opening_of(std::string_view file) {
    return "<section>\n<h2>" + escaped(one_line(file)) + "</h2>\n";
  }

  static void add_note(std::string_view line, std::string& out) {
    out += "<p class=\"passage\">" + escaped(one_line(line)) + "</p>\n";
  }

  std::string said(const text::Message& message) const { return escaped(message.utf8(language_)); }
  std::string title() const { return said(texts::report_title); }

  void add_marked_text(const CheckedDocument& checked, const std::string& prefix, std::string& out) const {
    std::vector<check::Passage> passages;
    if (checked.assessment != nullptr) passages = check::passages(*checked.assessment);
    out += "<div class=\"text\" lang=\"vi\">\n";
    std::size_t passage = 0;
    std::size_t next = 0;
    for (std::size_t p = 0; p < checked.paragraphs.size(); ++p) {
      const std::u16string_view paragraph = checked.paragraphs[p];
      const auto add = [&](std::size_t start, std::size_t end) {
        add_escaped(text::to_utf8(paragraph.substr(start, end - start)), out);
      };
      const bool begins_passage = passage < passages.size() && passages[passage].first == p;
      if (begins_passage) ++passage;
      out += begins_passage ? "<p id=\"" + prefix + "p" + std::to_string(p + 1) + "\">" : "<p>";
      std::size_t done = 0;
      for (; next < checked.findings.size() && checked.findings[next].paragraph == p; ++next) {
        const check::Finding& finding = checked.findings[next];
        const bool overlaps = finding.start < done;  // marks cannot cross; the list has every finding
        if (overlaps) continue;
        add(done, finding.start);
        out += "<mark id=\"" + prefix + std::to_string(next + 1) + "\" class=\"";
        out += check::name(finding.severity);
        out += ' ';
        out += check::name(finding.category());
        out += "\" title=\"" + escaped(message(finding, language_)) + "\">";
        add(finding.start, finding.end);
        out += "</mark>";
        done = finding.end;
      }
      add(done, paragraph.size());
      out += "</p>\n";
    }
    out += "</div>\n";
  }

  void add_list(const CheckedDocument& checked, const std::string& prefix, std::string& out) const {
    out += "<table>\n<thead><tr>";
    for (const auto column : {texts::report_column_place, texts::report_column_text, texts::report_column_reason,
                              texts::report_column_suggestions})
      out += "<th>" + said(column) + "</th>";
    out += "</tr></thead>\n";
    Locator locator(checked);
    std::size_t marked = 0;  // the mark that an overlapping finding is shown by
    std::size_t done = 0;
    std::size_t paragraph = 0;
    for (std::size_t i = 0; i < checked.findings.size(); ++i) {
      const check::Finding& finding = checked.findings[i];
      const Place place = locator.locate(finding);
      if (i == 0 || finding.paragraph != paragraph || finding.start >= done) {
        marked = i + 1;
        done = finding.end;
        paragraph = finding.paragraph;
      }
      out += "<tr><td><a href=\"#" + prefix + std::to_string(marked) + "\">" + std::to_string(finding.paragraph + 1) +
             ":" + std::to_string(place.start + 1) + "</a>" + escaped(place.told(language_)) + "</td><td lang=\"vi\">" +
             escaped(text::to_utf8(place.text)) + "</td><td>" + escaped(message(finding, language_)) +
             " <span class=\"rule\">" + escaped(finding.rule->id) + "</span></td><td lang=\"vi\">";
      for (std::size_t s = 0; s < finding.suggestions.size(); ++s) {
        if (s > 0) out += " · ";
        out += escaped(text::to_utf8(finding.suggestions[s]));
      }
      out += "</td></tr>\n";
    }
    out += "</table>\n";
  }

  Language language_;
  check::CategoryColours colours_;
};

}  // namespace

std::unique_ptr<const Report> make_html_report(Language language, const check::CategoryColours& colours) {
  return std::make_unique<HtmlReport>(language, colours);
}

}  // namespace soat::report
