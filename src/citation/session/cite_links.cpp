#include "citation/session/cite_links.h"

#include <cstddef>
#include <cstdint>

#include "citation/zotero/rich_text.h"
#include "text/hash.h"
#include "text/utf.h"

namespace soat::citation::session {

using zotero::TextRun;

namespace {

// What stands round a citation or a cite and is of no source.
constexpr std::u16string_view round_it = u" \t\u00A0()[],.;";

// The words of one source, without what stands round them.
struct Stretch {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::u16string source;
};

// In their order. What follows one of the same source is one with it, such as the year behind the name.
std::vector<Stretch> stretches_of(const std::vector<TextRun>& runs) {
  std::vector<Stretch> stretches;
  std::size_t begin = 0;
  for (const TextRun& run : runs) {
    const std::size_t end = begin + run.text.size();
    if (!run.source.empty()) {
      if (!stretches.empty() && stretches.back().source == run.source) {
        stretches.back().end = end;
      } else {
        stretches.push_back({begin, end, run.source});
      }
    }
    begin = end;
  }
  return stretches;
}

void trim(Stretch& stretch, std::u16string_view text) {
  while (stretch.begin < stretch.end && round_it.find(text[stretch.begin]) != std::u16string_view::npos)
    ++stretch.begin;
  while (stretch.begin < stretch.end && round_it.find(text[stretch.end - 1]) != std::u16string_view::npos)
    --stretch.end;
}

std::string stem_of(std::string_view part) {
  std::string stem = "SOAT_ENTRY_";
  if (!part.empty()) stem.append(part).append("_");
  return stem;
}

std::string hexadecimal(std::uint64_t number) {
  std::string digits(16, '0');
  for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit, number >>= 4)
    *digit = "0123456789abcdef"[number & 15];
  return digits;
}

}  // namespace

std::string entry_name(std::string_view source, std::string_view part) {
  return stem_of(part) + hexadecimal(text::Fnv1a().add_all(source).value());
}

bool is_entry_name(std::string_view name, std::string_view part) {
  const std::string stem = stem_of(part);
  return name.starts_with(stem) && name.find('_', stem.size()) == std::string_view::npos;
}

CitationText link_cites(const std::string& marked,
                        const std::function<std::string(const std::string& source)>& name_of) {
  CitationText made{zotero::without_sources(marked), {}};
  const std::vector<TextRun> runs = zotero::read_rtf(marked);
  std::vector<Stretch> stretches = stretches_of(runs);
  if (stretches.empty()) return made;
  const std::u16string text = zotero::plain_text(runs);
  if (stretches.size() == 1) {
    stretches.front().begin = 0;
    stretches.front().end = text.size();
  } else {
    for (Stretch& stretch : stretches) trim(stretch, text);
  }
  for (const Stretch& stretch : stretches) {
    const std::string name = name_of(text::to_utf8(stretch.source));
    if (name.empty() || stretch.begin == stretch.end) continue;
    made.links.push_back({stretch.begin, stretch.end, u"#" + text::to_utf16(name)});
  }
  return made;
}

std::string links_record(const std::vector<TextLink>& links) {
  std::string record;
  for (const TextLink& link : links) {
    if (!record.empty()) record += ' ';
    record += std::to_string(link.begin) + '-' + std::to_string(link.end) + text::to_utf8(link.address);
  }
  return record;
}

}  // namespace soat::citation::session
