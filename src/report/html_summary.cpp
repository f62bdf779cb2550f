#include "report/html_summary.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <string>
#include <string_view>
#include <vector>

#include "report/formats.h"
#include "report/html_text.h"
#include "report/paragraphs.h"
#include "text/ascii.h"
#include "texts/report.h"

namespace soat::report {
namespace {

constexpr std::string_view layout = R"(
.chart{width:auto;margin:.6rem 0}.chart th,.chart td{border:0;padding:.1rem .8rem .1rem 0;font-weight:400;white-space:nowrap}
.chart td.count{text-align:right}.chart td.bars{width:24rem;max-width:50vw}
.bar{display:block;height:.8rem;min-width:2px;border-radius:2px;background:var(--c)}
.map{display:block;width:100%;height:1.6rem;border:1px solid #999;border-radius:3px;margin:.6rem 0}
.map rect{fill:var(--c)}
.passages{margin:.4rem 0}.passages ul{margin:.1rem 0 .5rem}
h3{font-size:1rem;margin:1.2rem 0 .2rem}
)";

// How many places the strip tells apart.
constexpr std::size_t map_steps = 400;

std::string colour(std::uint32_t rgb) {
  std::string result = "#";
  for (int shift = 20; shift >= 0; shift -= 4) result += text::hex_digit(rgb >> shift);
  return result;
}

// The same colour where the page is dark: half way to white.
std::uint32_t lightened(std::uint32_t rgb) {
  return (rgb >> 1 & 0x7F7F7FU) + 0x7F7F7FU;
}

std::string said(const text::Message& message, Language language) {
  return escaped(message.utf8(language));
}

std::string chart(const CheckedDocument& checked, Language language) {
  std::array<std::size_t, check::categories.size()> counts{};
  for (const check::Finding& finding : checked.findings) ++counts[static_cast<std::size_t>(finding.category())];
  const std::size_t most = *std::ranges::max_element(counts);
  std::string out = "<table class=\"chart\">\n";
  for (const check::CategoryInfo& category : check::categories) {
    const std::size_t count = counts[static_cast<std::size_t>(category.category)];
    if (count == 0) continue;
    out += "<tr><th scope=\"row\">" + said(category.title, language) + "</th><td class=\"count\">" +
           std::to_string(count) + "</td><td class=\"bars\"><span class=\"bar ";
    out += category.name;
    out +=
        "\" style=\"width:" + std::to_string(std::max<std::size_t>(1, count * 100 / most)) + "%\"></span></td></tr>\n";
  }
  return out + "</table>\n";
}

// One stroke for each step of the way through the document that has a finding: of the first of the gravest there.
std::string map(const CheckedDocument& checked, const std::string& prefix, Language language) {
  std::vector<std::size_t> starts(checked.paragraphs.size() + 1, 0);  // UTF-16 units before each paragraph
  for (std::size_t p = 0; p < checked.paragraphs.size(); ++p)
    starts[p + 1] = starts[p] + checked.paragraphs[p].size() + 1;
  std::array<std::size_t, map_steps> shown{};  // number of a finding, from 1
  std::size_t paragraph = checked.paragraphs.size();
  std::size_t done = 0;
  for (std::size_t i = 0; i < checked.findings.size(); ++i) {
    const check::Finding& finding = checked.findings[i];
    if (finding.paragraph == paragraph && finding.start < done) continue;  // has no mark of its own
    paragraph = finding.paragraph;
    done = finding.end;
    std::size_t& at = shown[(starts[finding.paragraph] + finding.start) * map_steps / starts.back()];
    if (at == 0 || finding.severity < checked.findings[at - 1].severity) at = i + 1;
  }
  std::string out = "<svg class=\"map\" viewBox=\"0 0 " + std::to_string(map_steps) +
                    " 10\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"" +
                    said(texts::report_map, language) + "\">\n";
  for (std::size_t step = 0; step < map_steps; ++step) {
    if (shown[step] == 0) continue;
    const check::Finding& finding = checked.findings[shown[step] - 1];
    out += "<a href=\"#" + prefix + std::to_string(shown[step]) + "\"><rect class=\"";
    out += check::name(finding.category());
    out += "\" x=\"" + std::to_string(step) + "\" y=\"0\" width=\"1.5\" height=\"10\"/></a>\n";
  }
  return out + "</svg>\n";
}

std::string passage_list(const CheckedDocument& checked, const std::string& prefix, Language language) {
  if (checked.assessment == nullptr) return {};
  std::vector<check::Passage> found = check::passages(*checked.assessment);
  if (found.empty()) return {};
  const std::vector<std::string> lines = passage_headings(checked, language);
  std::vector<std::size_t> order(found.size());
  std::iota(order.begin(), order.end(), 0);
  std::ranges::stable_sort(order, std::ranges::greater(), [&](std::size_t i) { return found[i].probability; });
  std::string out = "<h3>" + said(texts::report_passages_heading, language) + "</h3>\n<ol class=\"passages\">\n";
  for (const std::size_t i : order) {
    out += "<li class=\"passage\"><a href=\"#" + prefix + "p" + std::to_string(found[i].first + 1) + "\">" +
           escaped(lines[i]) + "</a>\n<ul>\n";
    for (std::uint32_t p = found[i].first; p < found[i].end; ++p) {
      for (const check::Message& sign : checked.assessment->paragraphs[p].evidence) {
        out += "<li>" + said({texts::report_evidence, p + 1, language == Language::vi ? sign.vi : sign.en}, language) +
               "</li>\n";
      }
    }
    out += "</ul></li>\n";
  }
  return out + "</ol>\n";
}

}  // namespace

std::string summary_style(const check::CategoryColours& colours) {
  std::string light(layout);
  std::string dark;
  for (const check::CategoryInfo& category : check::categories) {
    const std::string name(category.name);
    const std::uint32_t rgb = colours[static_cast<std::size_t>(category.category)];
    light += "." + name + "{--c:" + colour(rgb) + "}";
    dark += "." + name + "{--c:" + colour(lightened(rgb)) + "}";
  }
  return light + "\n@media screen and (prefers-color-scheme:dark){" + dark + "}\n";
}

std::string summary(const CheckedDocument& checked, const std::string& prefix, Language language) {
  if (checked.findings.empty()) return {};
  return "<p>" + said({texts::report_total, checked.findings.size(), paragraphs_with_text(checked)}, language) +
         "</p>\n" + chart(checked, language) + map(checked, prefix, language) + passage_list(checked, prefix, language);
}

}  // namespace soat::report
