#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace soat::citation::zotero {

// A stretch of text in one formatting.
struct TextRun {
  std::u16string text;
  bool italic = false;
  bool bold = false;
  bool small_caps = false;
  bool underlined = false;
  int raised = 0;         // 1 superscript, -1 subscript
  std::u16string link;    // the address where it leads; empty for none
  std::u16string source;  // the engine's id of the source that it cites, where the RTF tells

  bool operator==(const TextRun&) const = default;
  bool same_format(const TextRun& other) const;
};

// The RTF that citeproc-js makes of a citation or an entry of a list (a fragment, with or without "{\rtf " round it):
// text with italics, bold, small capitals, underline, super- and subscript; \tab becomes a tab, \line a line feed.
// Control words that it does not use are left out with their parameters. Never throws for bad RTF: what cannot be
// understood is text. Line feeds at the ends are cut off.
std::vector<TextRun> read_rtf(std::string_view rtf);

// The same RTF without what tells of sources (groups "{\*\soatcite …}", citation/csl/host.js).
std::string without_sources(std::string_view rtf);

std::u16string plain_text(const std::vector<TextRun>& runs);

}  // namespace soat::citation::zotero
