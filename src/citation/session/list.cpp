#include "citation/session/list.h"

#include <algorithm>
#include <map>
#include <utility>

#include "citation/session/entry_links.h"
#include "citation/zotero/json_access.h"
#include "text/utf.h"

namespace soat::citation::session {

using zotero::Json;

std::vector<ListLine> lines_of(const Bibliography& list, bool links) {
  std::vector<ListLine> lines;
  for (const BibliographyGroup& group : list.groups) {
    if (!group.heading.empty()) {
      zotero::TextRun run;
      run.text = text::to_utf16(group.heading);
      run.bold = true;
      lines.push_back({{run}, run.text, true, {}, {}});
    }
    for (const BibliographyEntry& entry : group.entries) {
      auto runs = zotero::read_rtf(entry.text);
      if (runs.empty()) continue;
      std::u16string plain = zotero::plain_text(runs);
      if (links) link_addresses(runs, plain);
      lines.push_back({std::move(runs), std::move(plain), false, entry.item, {}});
    }
  }
  if (lines.empty()) lines.emplace_back();
  return lines;
}

void keep_own_entries(const Json& data, const std::function<std::string(const Json&)>& id_of, Bibliography& list) {
  std::map<std::string, std::string> own;
  const Json& custom = zotero::member(data, "custom");
  if (!custom.is_array()) return;
  for (const Json& entry : custom) {
    if (!entry.is_array() || entry.size() < 2 || !entry[1].is_string() || entry[1] == "") continue;
    const Json cite = {{"uris", entry[0].is_array() ? entry[0] : Json::array({entry[0]})}};
    own[id_of(cite)] = entry[1].get<std::string>();
  }
  for (BibliographyGroup& group : list.groups) {
    for (BibliographyEntry& entry : group.entries) {
      if (const auto found = own.find(entry.item); found != own.end()) entry.text = found->second;
    }
  }
}

Bibliography only(Bibliography list, const std::set<std::string>& works) {
  for (BibliographyGroup& group : list.groups)
    std::erase_if(group.entries, [&](const BibliographyEntry& entry) { return !works.contains(entry.item); });
  std::erase_if(list.groups, [](const BibliographyGroup& group) { return group.entries.empty(); });
  if (list.groups.size() == 1) list.groups.front().heading.clear();
  return list;
}

ListFormat format_of(const Bibliography& list) {
  const auto hundredths = [](double twips) { return static_cast<int>(twips * 2540 / 1440 + (twips < 0 ? -0.5 : 0.5)); };
  ListFormat format;
  if (list.hanging_indent) {
    format.left = hundredths(720);
    format.first_line = hundredths(-720);
  } else if (!list.second_field_align.empty()) {
    const double align = 24 + 120 * list.max_offset;
    format.first_line = hundredths(-align);
    format.tab = 0;
    if (list.second_field_align != "margin") format.left = hundredths(align);
  }
  format.line_height = hundredths(240 * list.line_spacing);
  format.below = hundredths(240 * list.entry_spacing);
  return format;
}

ListChange change_of(const std::vector<ListLine>& lines, const std::vector<std::u16string>& old, bool force) {
  const std::size_t shorter = std::min(lines.size(), old.size());
  std::size_t prefix = 0;
  std::size_t suffix = 0;
  if (!force) {
    while (prefix < shorter && old[prefix] == lines[prefix].plain) ++prefix;
    while (suffix < shorter - prefix && old[old.size() - 1 - suffix] == lines[lines.size() - 1 - suffix].plain)
      ++suffix;
    // New paragraphs are put behind one that is there.
    if (prefix == 0 && suffix > 0 && (lines.size() == suffix || old.size() == suffix)) --suffix;
  }
  return {prefix, lines.size() - suffix, old.size() - suffix};
}

}  // namespace soat::citation::session
