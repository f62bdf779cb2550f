#include "writer/citation/entry_copy.h"

#include <string>
#include <utility>
#include <vector>

#include "citation/zotero/rich_text.h"
#include "report/html_text.h"
#include "text/utf.h"
#include "writer/border/clipboard.h"
#include "writer/border/strings.h"

namespace soat::writer {

namespace {

using citation::zotero::TextRun;

std::string html_of(const TextRun& run) {
  const std::vector<std::pair<bool, const char*>> elements = {
      {run.italic, "i"}, {run.bold, "b"}, {run.underlined, "u"}, {run.raised > 0, "sup"}, {run.raised < 0, "sub"}};
  std::string html = report::escaped(text::to_utf8(run.text));
  for (const auto& [is_set, name] : elements) {
    if (is_set) html = std::string("<") + name + ">" + html + "</" + name + ">";
  }
  return run.small_caps ? "<span style=\"font-variant: small-caps\">" + html + "</span>" : html;
}

}  // namespace

void copy_entry(const Context& context, std::string_view rtf) {
  const std::vector<TextRun> runs = citation::zotero::read_rtf(rtf);
  std::string html = "<html><head><meta charset=\"utf-8\"></head><body><p>";
  for (const TextRun& run : runs) html += html_of(run);
  html += "</p></body></html>";
  const std::string document = "{\\rtf1\\ansi " + std::string(rtf) + "}";
  copy_to_clipboard(context, to_office(citation::zotero::plain_text(runs)),
                    {{"text/rtf", document}, {"text/richtext", document}, {"text/html", html}});
}

}  // namespace soat::writer
