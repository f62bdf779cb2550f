#include "report/odt.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <numeric>
#include <string_view>
#include <vector>

#include "report/formats.h"
#include "report/html_text.h"
#include "report/located.h"
#include "report/names.h"
#include "report/paragraphs.h"
#include "report/stored_zip.h"
#include "text/ascii.h"
#include "text/utf.h"
#include "texts/report.h"

namespace soat::report {

namespace {

constexpr std::string_view media_type = "application/vnd.oasis.opendocument.text";
constexpr std::size_t map_steps = 60;  // cells of the strip
constexpr std::size_t longest_bar =
    1000;  // hundredths of a centimetre, what the column of bars is wide without padding

constexpr std::string_view manifest =
    R"(<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">
<manifest:file-entry manifest:full-path="/" manifest:version="1.2" manifest:media-type="application/vnd.oasis.opendocument.text"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>
</manifest:manifest>
)";

constexpr std::string_view namespaces =
    R"( xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.2">
)";

// All is in no language: what is quoted is wrong on purpose, so nobody is to check the report itself.
constexpr std::string_view styles = R"(<office:styles>
<style:default-style style:family="paragraph"><style:paragraph-properties fo:margin-bottom="0.15cm"/><style:text-properties fo:font-family="'Liberation Sans'" fo:font-size="11pt" fo:language="zxx" fo:country="none"/></style:default-style>
<style:style style:name="Standard" style:family="paragraph" style:class="text"><style:text-properties fo:language="zxx" fo:country="none"/></style:style>
<style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph" style:parent-style-name="Standard" style:default-outline-level="1"><style:paragraph-properties fo:margin-top="0.4cm" fo:margin-bottom="0.2cm" fo:keep-with-next="always"/><style:text-properties fo:font-size="18pt" fo:font-weight="bold"/></style:style>
<style:style style:name="Heading_20_2" style:display-name="Heading 2" style:family="paragraph" style:parent-style-name="Standard" style:default-outline-level="2"><style:paragraph-properties fo:margin-top="0.4cm" fo:margin-bottom="0.2cm" fo:keep-with-next="always"/><style:text-properties fo:font-size="13pt" fo:font-weight="bold"/></style:style>
</office:styles>
<office:automatic-styles><style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin-top="1.8cm" fo:margin-bottom="1.8cm" fo:margin-left="2cm" fo:margin-right="2cm"/></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4"/></office:master-styles>
)";

std::string colour(std::uint32_t rgb) {
  std::string result = "#";
  for (int shift = 20; shift >= 0; shift -= 4) result += text::hex_digit(rgb >> shift);
  return result;
}

// Text as a text document holds it: several spaces, tabulators and line ends would be one space. U+FFFC is in the place
// of fields and anchors, which are not here.
void add_text(std::u16string_view text, std::string& out) {
  std::u16string run;
  const auto end_run = [&] {
    out += escaped(text::to_utf8(run));
    run.clear();
  };
  bool behind_space = true;
  for (const char16_t unit : text) {
    const bool is_space = unit == u' ';
    if (unit == u'\uFFFC') continue;
    if ((is_space && behind_space) || unit == u'\t' || unit == u'\n') {
      end_run();
      out += is_space ? "<text:s/>" : unit == u'\t' ? "<text:tab/>" : "<text:line-break/>";
    } else {
      run += unit >= u'\uFFFE' ? u'\uFFFD' : unit;
    }
    behind_space = is_space;
  }
  end_run();
}

std::string shown(std::u16string_view text) {
  std::string out;
  add_text(text, out);
  return out;
}

class OdtReport {
 public:
  OdtReport(const CheckedDocument& checked, Language language, const check::CategoryColours& colours)
      : checked_(checked), language_(language), colours_(colours) {}

  std::string content() {
    const std::string body = this->body();  // finds how long the bars are
    std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-content";
    out += namespaces;
    out += "<office:automatic-styles>\n";
    for (const check::CategoryInfo& category : check::categories) add_styles_of(category, out);
    out +=
        "<style:style style:name=\"table\" style:family=\"table\"><style:table-properties style:width=\"17cm\" "
        "table:align=\"margins\"/></style:style>\n"
        "<style:style style:name=\"strip\" style:family=\"table-row\"><style:table-row-properties "
        "style:row-height=\"0.5cm\"/></style:style>\n"
        "<style:style style:name=\"cell\" style:family=\"table-cell\"><style:table-cell-properties "
        "fo:padding=\"0.08cm\" fo:border-top=\"0.05pt solid #b0b0b0\"/></style:style>\n"
        "<style:style style:name=\"plain\" style:family=\"table-cell\"><style:table-cell-properties "
        "fo:padding=\"0.08cm\" style:vertical-align=\"middle\"/></style:style>\n"
        "<style:style style:name=\"row\" style:family=\"table-row\"><style:table-row-properties "
        "fo:keep-together=\"always\"/></style:style>\n"
        "<style:style style:name=\"empty\" style:family=\"table-cell\"><style:table-cell-properties "
        "fo:background-color=\"#f0f0f0\"/></style:style>\n"
        "<style:style style:name=\"head\" style:family=\"paragraph\" style:parent-style-name=\"Standard\">"
        "<style:paragraph-properties fo:keep-with-next=\"always\"/>"
        "<style:text-properties fo:font-weight=\"bold\"/></style:style>\n"
        "<style:style style:name=\"caption\" style:family=\"paragraph\" style:parent-style-name=\"head\">"
        "<style:paragraph-properties fo:margin-top=\"0.3cm\"/></style:style>\n"
        "<style:style style:name=\"in-cell\" style:family=\"paragraph\" style:parent-style-name=\"Standard\">"
        "<style:paragraph-properties fo:margin-bottom=\"0cm\"/></style:style>\n"
        "<style:style style:name=\"number\" style:family=\"paragraph\" style:parent-style-name=\"in-cell\">"
        "<style:paragraph-properties fo:text-align=\"end\"/></style:style>\n"
        "<style:style style:name=\"tiny\" style:family=\"paragraph\" style:parent-style-name=\"Standard\">"
        "<style:text-properties fo:font-size=\"2pt\"/></style:style>\n"
        "<style:style style:name=\"rule\" style:family=\"text\"><style:text-properties fo:color=\"#707070\" "
        "fo:font-size=\"9pt\"/></style:style>\n";
    add_columns("column", {"2.2cm", "3.4cm", "7.6cm", "3.8cm"}, out);
    add_columns("count", {"5.4cm", "1.4cm", "10.2cm"}, out);
    return out + bar_styles_ + "</office:automatic-styles>\n<office:body><office:text>\n" + body +
           "</office:text></office:body></office:document-content>\n";
  }

 private:
  std::string said(const text::Message& message) const { return escaped(message.utf8(language_)); }

  std::uint32_t rgb_of(const check::CategoryInfo& category) const {
    return colours_[static_cast<std::size_t>(category.category)];
  }

  void add_styles_of(const check::CategoryInfo& category, std::string& out) const {
    const std::string name(category.name);
    const std::string rgb = colour(rgb_of(category));
    out += "<style:style style:name=\"mark-" + name +
           "\" style:family=\"text\"><style:text-properties style:text-underline-style=\"wave\" "
           "style:text-underline-color=\"" +
           rgb + "\" style:text-underline-width=\"bold\"/></style:style>\n<style:style style:name=\"at-" + name +
           "\" style:family=\"table-cell\"><style:table-cell-properties fo:background-color=\"" + rgb +
           "\"/></style:style>\n";
  }

  // Styles NAME0, NAME1 … for columns of these widths.
  static void add_columns(std::string_view name, std::initializer_list<std::string_view> widths, std::string& out) {
    std::size_t i = 0;
    for (const std::string_view width : widths) {
      out.append("<style:style style:name=\"").append(name).append(std::to_string(i++));
      out.append("\" style:family=\"table-column\"><style:table-column-properties style:column-width=\"");
      out.append(width).append("\"/></style:style>\n");
    }
  }

  // The beginning of a table with the columns NAME0, NAME1 …
  static std::string table_opening(std::string_view table, std::string_view column, std::size_t columns) {
    std::string out = "<table:table table:name=\"";
    out.append(table).append("\" table:style-name=\"table\">");
    for (std::size_t i = 0; i < columns; ++i)
      out.append("<table:table-column table:style-name=\"").append(column).append(std::to_string(i)).append("\"/>");
    return out;
  }

  static std::string heading(int level, const std::string& text) {
    const std::string number = std::to_string(level);
    return "<text:h text:style-name=\"Heading_20_" + number + "\" text:outline-level=\"" + number + "\">" + text +
           "</text:h>\n";
  }

  static std::string paragraph(const std::string& text, std::string_view style = "Standard") {
    return "<text:p text:style-name=\"" + std::string(style) + "\">" + text + "</text:p>\n";
  }

  static std::string cell(const std::string& text, std::string_view style = "in-cell", const char* kind = "cell") {
    return "<table:table-cell table:style-name=\"" + std::string(kind) + "\" office:value-type=\"string\">" +
           paragraph(text, style) + "</table:table-cell>";
  }

  std::string body() {
    std::string out = heading(1, said(texts::report_title));
    out += paragraph(escaped(one_line(checked_.file)));
    for (const std::string& warning : checked_.warnings) out += paragraph(escaped(one_line(warning)));
    if (checked_.findings.empty()) return out + paragraph(said(texts::report_nothing));
    out += paragraph(said({texts::report_total, checked_.findings.size(), paragraphs_with_text(checked_)}));
    add_counts(out);
    add_map(out);
    add_passages(out);
    add_list(out);
    out += heading(2, said(texts::report_marked));
    add_marked_text(out);
    return out;
  }

  void add_counts(std::string& out) {
    std::array<std::size_t, check::categories.size()> counts{};
    for (const check::Finding& finding : checked_.findings) ++counts[static_cast<std::size_t>(finding.category())];
    const std::size_t most = *std::ranges::max_element(counts);
    out += table_opening("counts", "count", 3) + "\n";
    for (const check::CategoryInfo& category : check::categories) {
      const std::size_t count = counts[static_cast<std::size_t>(category.category)];
      if (count == 0) continue;
      const std::string bar = "bar-" + std::string(category.name);
      add_bar_style(bar, rgb_of(category), std::max<std::size_t>(10, count * longest_bar / most));
      out += "<table:table-row table:style-name=\"row\">" + cell(said(category.title), "in-cell", "plain") +
             cell(std::to_string(count), "number", "plain") + cell("", bar, "plain") + "</table:table-row>\n";
    }
    out += "</table:table>\n";
  }

  // A bar is an empty paragraph with a background, which ends as far from the right as the bar is short.
  void add_bar_style(const std::string& name, std::uint32_t rgb, std::size_t length) {
    std::string rest = std::to_string(longest_bar - length);
    rest.insert(0, 3 - std::min<std::size_t>(3, rest.size()), '0');
    bar_styles_ += "<style:style style:name=\"" + name +
                   "\" style:family=\"paragraph\" style:parent-style-name=\"in-cell\"><style:paragraph-properties "
                   "fo:margin-right=\"" +
                   rest.insert(rest.size() - 2, ".") + "cm\" fo:background-color=\"" + colour(rgb) +
                   "\"/><style:text-properties fo:font-size=\"8pt\"/></style:style>\n";
  }

  // A cell for each step of the way through the document, in the colour of its first finding of the gravest.
  void add_map(std::string& out) const {
    std::vector<std::size_t> starts(checked_.paragraphs.size() + 1, 0);
    for (std::size_t p = 0; p < checked_.paragraphs.size(); ++p)
      starts[p + 1] = starts[p] + checked_.paragraphs[p].size() + 1;
    std::array<const check::Finding*, map_steps> found{};
    for (const check::Finding& finding : checked_.findings) {
      const check::Finding*& at = found[(starts[finding.paragraph] + finding.start) * map_steps / starts.back()];
      if (at == nullptr || finding.severity < at->severity) at = &finding;
    }
    out += paragraph(said(texts::report_map), "caption");
    out +=
        "<table:table table:name=\"map\" table:style-name=\"table\"><table:table-column "
        "table:number-columns-repeated=\"" +
        std::to_string(map_steps) + "\"/><table:table-row table:style-name=\"strip\">";
    for (const check::Finding* const finding : found) {
      out += "<table:table-cell table:style-name=\"";
      out += finding == nullptr ? "empty" : "at-" + std::string(check::name(finding->category()));
      out += "\">" + paragraph("", "tiny") + "</table:table-cell>";
    }
    out += "</table:table-row></table:table>\n";
  }

  void add_passages(std::string& out) const {
    if (checked_.assessment == nullptr) return;
    const std::vector<check::Passage> found = check::passages(*checked_.assessment);
    if (found.empty()) return;
    const std::vector<std::string> lines = passage_headings(checked_, language_);
    std::vector<std::size_t> order(found.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(order, std::ranges::greater(), [&](std::size_t i) { return found[i].probability; });
    out += heading(2, said(texts::report_passages_heading));
    for (const std::size_t i : order) {
      out += paragraph(escaped(lines[i]), "head");
      std::string evidence;
      for (std::uint32_t p = found[i].first; p < found[i].end; ++p) {
        for (const check::Message& sign : checked_.assessment->paragraphs[p].evidence) {
          evidence += "<text:list-item>" +
                      paragraph(said({texts::report_evidence, p + 1, language_ == Language::vi ? sign.vi : sign.en})) +
                      "</text:list-item>\n";
        }
      }
      if (!evidence.empty()) out += "<text:list>\n" + evidence + "</text:list>\n";
    }
  }

  void add_list(std::string& out) const {
    out += heading(2, said(texts::report_list));
    out += table_opening("findings", "column", 4);
    out += "<table:table-header-rows><table:table-row>";
    for (const auto column : {texts::report_column_place, texts::report_column_text, texts::report_column_reason,
                              texts::report_column_suggestions})
      out += cell(said(column), "head");
    out += "</table:table-row></table:table-header-rows>\n";
    Locator locator(checked_);
    for (const check::Finding& finding : checked_.findings) {
      const Place place = locator.locate(finding);
      std::string suggestions;
      for (std::size_t s = 0; s < finding.suggestions.size(); ++s) {
        if (s > 0) suggestions += " · ";
        suggestions += shown(finding.suggestions[s]);
      }
      out += "<table:table-row table:style-name=\"row\">" +
             cell(std::to_string(finding.paragraph + 1) + ":" + std::to_string(place.start + 1) +
                  escaped(place.told(language_))) +
             cell(mark(finding, place.text)) +
             cell(escaped(message(finding, language_)) + " <text:span text:style-name=\"rule\">" +
                  escaped(finding.rule->id) + "</text:span>") +
             cell(suggestions) + "</table:table-row>\n";
    }
    out += "</table:table>\n";
  }

  static std::string mark(const check::Finding& finding, std::u16string_view text) {
    return "<text:span text:style-name=\"mark-" + std::string(check::name(finding.category())) + "\">" + shown(text) +
           "</text:span>";
  }

  void add_marked_text(std::string& out) const {
    std::size_t next = 0;
    for (std::size_t p = 0; p < checked_.paragraphs.size(); ++p) {
      const std::u16string_view paragraph = checked_.paragraphs[p];
      std::string line;
      std::size_t done = 0;
      for (; next < checked_.findings.size() && checked_.findings[next].paragraph == p; ++next) {
        const check::Finding& finding = checked_.findings[next];
        if (finding.start < done) continue;  // the list has it
        add_text(paragraph.substr(done, finding.start - done), line);
        line += mark(finding, paragraph.substr(finding.start, finding.end - finding.start));
        done = finding.end;
      }
      add_text(paragraph.substr(done), line);
      if (done > 0 || has_text(paragraph)) out += this->paragraph(line);  // empty ones would be gaps
    }
  }

  const CheckedDocument& checked_;
  Language language_;
  const check::CategoryColours& colours_;
  std::string bar_styles_;
};

}  // namespace

std::string odt_report(const CheckedDocument& checked, Language language, const check::CategoryColours& colours) {
  std::string style_part = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-styles";
  style_part += namespaces;
  style_part += styles;
  style_part += "</office:document-styles>\n";
  StoredZip zip;
  zip.add("mimetype", media_type);
  zip.add("content.xml", OdtReport(checked, language, colours).content());
  zip.add("styles.xml", style_part);
  zip.add("META-INF/manifest.xml", manifest);
  return zip.finish();
}

}  // namespace soat::report
