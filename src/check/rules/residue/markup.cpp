#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "check/rules/characters.h"
#include "check/rules/report_finding.h"
#include "check/rules/table.h"
#include "texts/rules/residue.h"

namespace soat::check {
namespace {

constexpr auto none = std::u16string_view::npos;
constexpr std::size_t longest_code = 400;  // units of a tag with its attributes
constexpr std::size_t longest_name = 12;
constexpr std::size_t most_single_codes = 4;
constexpr std::size_t least_heading_signs = 2;  // one is that of a comment in a program
constexpr std::size_t most_heading_signs = 6;
constexpr std::u16string_view starts = u"&<[*";

struct Entity {
  std::u16string_view name;
  char16_t unit;
};

constexpr auto entities = std::to_array<Entity>({
    {u"amp", u'&'},    {u"apos", u'\''},  {u"bull", u'•'},   {u"copy", u'©'},     {u"emsp", u' '},   {u"ensp", u' '},
    {u"gt", u'>'},     {u"hellip", u'…'}, {u"laquo", u'«'},  {u"ldquo", u'“'},    {u"lsquo", u'‘'},  {u"lt", u'<'},
    {u"mdash", u'—'},  {u"middot", u'·'}, {u"nbsp", u' '},   {u"ndash", u'–'},    {u"quot", u'"'},   {u"raquo", u'»'},
    {u"rdquo", u'”'},  {u"reg", u'®'},    {u"rsquo", u'’'},  {u"shy", u'\u00AD'}, {u"thinsp", u' '}, {u"times", u'×'},
    {u"trade", u'™'},  {u"aacute", u'á'}, {u"agrave", u'à'}, {u"acirc", u'â'},    {u"atilde", u'ã'}, {u"eacute", u'é'},
    {u"egrave", u'è'}, {u"ecirc", u'ê'},  {u"iacute", u'í'}, {u"igrave", u'ì'},   {u"oacute", u'ó'}, {u"ograve", u'ò'},
    {u"ocirc", u'ô'},  {u"otilde", u'õ'}, {u"uacute", u'ú'}, {u"ugrave", u'ù'},   {u"yacute", u'ý'},
});

constexpr auto tags = std::to_array<std::u16string_view>(
    {u"a",     u"b",     u"blockquote", u"br",     u"center", u"div",    u"em",    u"figcaption", u"figure",
     u"font",  u"h1",    u"h2",         u"h3",     u"h4",     u"hr",     u"i",     u"iframe",     u"img",
     u"li",    u"ol",    u"p",          u"script", u"span",   u"strong", u"style", u"sub",        u"sup",
     u"table", u"tbody", u"td",         u"th",     u"tr",     u"u",      u"ul"});

// Of the page around a text; its prose names some of them without attributes.
constexpr auto page_tags =
    std::to_array<std::u16string_view>({u"meta", u"link", u"html", u"head", u"body", u"title", u"input", u"button",
                                        u"form", u"label", u"nav", u"section", u"article", u"header", u"footer"});

constexpr auto short_codes =
    std::to_array<std::u16string_view>({u"caption", u"gallery", u"embed", u"video", u"audio", u"playlist", u"img",
                                        u"url", u"quote", u"poll", u"vc_row", u"youtube"});

template <std::size_t N>
bool contains(const std::array<std::u16string_view, N>& names, std::u16string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// A piece of code in the text.
struct Code {
  std::size_t length = 0;  // 0: none here
  std::u16string meant;    // what an entity stands for
};

std::size_t name_end(std::u16string_view text, std::size_t at) {
  const std::size_t limit = std::min(text.size(), at + longest_name + 1);
  while (at < limit && (is_ascii_letter(text[at]) || is_digit(text[at]) || text[at] == u'_')) ++at;
  return at;
}

std::u16string lower(std::u16string_view name) {
  std::u16string out(name);
  for (char16_t& unit : out) {
    if (unit >= u'A' && unit <= u'Z') unit = static_cast<char16_t>(unit - u'A' + u'a');
  }
  return out;
}

// &nbsp; &#8217; &#x2019;
Code entity_at(std::u16string_view text, std::size_t at) {
  if (at + 2 < text.size() && text[at + 1] == u'#') {
    const bool hex = text[at + 2] == u'x' || text[at + 2] == u'X';
    std::size_t end = at + (hex ? 3 : 2);
    const std::size_t first = end;
    unsigned value = 0;
    for (; end < text.size() && end - first < 6; ++end) {
      const char16_t unit = lower(text.substr(end, 1))[0];
      if (is_digit(unit)) {
        value = value * (hex ? 16 : 10) + (unit - u'0');
      } else if (hex && unit >= u'a' && unit <= u'f') {
        value = value * 16 + (unit - u'a' + 10);
      } else {
        break;
      }
    }
    if (end == first || end >= text.size() || text[end] != u';') return {};
    const bool plain = value >= 0x20 && value < 0xD800;
    return {end + 1 - at, plain ? std::u16string(1, static_cast<char16_t>(value)) : std::u16string()};
  }
  const std::size_t end = name_end(text, at + 1);
  if (end >= text.size() || text[end] != u';') return {};
  const std::u16string_view name = text.substr(at + 1, end - at - 1);
  const auto found = std::find_if(entities.begin(), entities.end(), [&](const Entity& e) { return e.name == name; });
  if (found == entities.end()) return {};
  return {end + 1 - at, std::u16string(1, found->unit)};
}

// <p>, </p>, <br/>, <img src=…>, <!-- … -->
Code tag_at(std::u16string_view text, std::size_t at) {
  if (text.substr(at, 4) == u"<!--") {
    const std::size_t close = text.find(u"-->", at);
    return close == none ? Code{} : Code{close + 3 - at, {}};
  }
  const bool closing = at + 1 < text.size() && text[at + 1] == u'/';
  const std::size_t start = at + (closing ? 2 : 1);
  const std::size_t end = name_end(text, start);
  if (end == start || end >= text.size()) return {};
  const std::u16string name = lower(text.substr(start, end - start));
  const bool of_page = contains(page_tags, name);
  if (!of_page && !contains(tags, name)) return {};
  const std::size_t close = text.substr(0, std::min(text.size(), at + longest_code)).find(u'>', end);
  if (close == none) {
    // A tag that the end of the line cuts, within an attribute: <meta name="description" content="Trang
    const std::size_t attribute = text.find(u"=\"", end);
    return attribute != none && attribute < at + longest_code ? Code{text.size() - at, {}} : Code{};
  }
  // What follows the name is an attribute, a slash, or nothing: not “<a và b>”.
  const std::u16string_view rest = text.substr(end, close - end);
  if (of_page && rest.find(u'=') == none) return {};
  if (!rest.empty() && rest.find(u'=') == none && rest != u"/" && rest != u" /") return {};
  return {close + 1 - at, {}};
}

// [caption id="…" align="…"], [/caption], [gallery ids=…]
Code short_code_at(std::u16string_view text, std::size_t at) {
  const bool closing = at + 1 < text.size() && text[at + 1] == u'/';
  const std::size_t start = at + (closing ? 2 : 1);
  const std::size_t end = name_end(text, start);
  if (end == start || end >= text.size() || !contains(short_codes, lower(text.substr(start, end - start)))) return {};
  const std::size_t close = text.substr(0, std::min(text.size(), at + longest_code)).find(u']', end);
  if (close == none) return {};
  const std::u16string_view rest = text.substr(end, close - end);
  // [video] alone is an editor's note on what to insert.
  if (!closing && rest.find(u'=') == none) return {};
  return {close + 1 - at, {}};
}

// The signs with which Markdown begins a heading at the start of a line or behind the dash of a list: ## Mở đầu
Code heading_signs(std::u16string_view text) {
  std::size_t at = 0;
  while (at < text.size() && (is_blank(text[at]) || text[at] == u'-' || text[at] == u'*' || text[at] == u'+')) ++at;
  std::size_t end = at;
  while (end < text.size() && text[end] == u'#') ++end;
  const bool heading = end - at >= least_heading_signs && end - at <= most_heading_signs && end + 1 < text.size() &&
                       is_blank(text[end]) &&
                       (is_latin_letter(text[end + 1]) || is_digit(text[end + 1]) || text[end + 1] == u'*');
  return heading ? Code{end - at, {}} : Code{};
}

// **words** as Markdown sets them bold. Powers (2**3) and footnotes (**) have no word that clings to both.
Code bold_at(std::u16string_view text, std::size_t at) {
  const auto is_part = [&](std::size_t k) { return is_latin_letter(text[k]) || is_digit(text[k]) || text[k] == u'*'; };
  if (text.substr(at, 2) != u"**" || (at > 0 && is_part(at - 1))) return {};
  if (at + 2 >= text.size() || !is_part(at + 2) || text[at + 2] == u'*') return {};
  const std::size_t close = text.substr(0, std::min(text.size(), at + longest_code)).find(u"**", at + 2);
  if (close == none || is_blank(text[close - 1])) return {};
  return {close + 2 - at, std::u16string(text.substr(at + 2, close - at - 2))};
}

// [words](https://…), ![words](/picture.png)
Code target_at(std::u16string_view text, std::size_t at) {
  const std::size_t close = text.substr(0, std::min(text.size(), at + longest_code)).find(u"](", at);
  if (close == none || text.substr(at + 1, close - at - 1).find(u'[') != none) return {};
  const std::u16string_view target = text.substr(close + 2);
  if (!target.starts_with(u"http") && !target.starts_with(u"/") && !target.starts_with(u"#")) return {};
  const std::size_t end = target.find(u')');
  if (end == none || end > longest_code) return {};
  return {close + 2 + end + 1 - at, std::u16string(text.substr(at + 1, close - at - 1))};
}

// The end of a tag that began on a line before: … trang web">
Code end_of_tag(std::u16string_view text) {
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  for (const std::u16string_view end :
       {std::u16string_view(u"\"/>"), std::u16string_view(u"\" />"), std::u16string_view(u"\">")}) {
    if (text.ends_with(end) && text.find(u'<') == none) return {end.size(), {}};
  }
  return {};
}

// Code of web pages in the text: HTML entities (&nbsp;) and tags (<br/>), and the short codes of publishing systems
// ([caption id=…]), and the signs of Markdown where a program should have read them.
class Markup final : public Rule {
 public:
  const RuleInfo& info() const override { return rule_info<"residue.markup">(); }

  void check_paragraph(const DocumentView& view, std::uint32_t paragraph, FindingSink& sink) const override {
    const std::u16string_view text = view.paragraphs[paragraph].text;
    std::vector<Found> found;
    if (const Code code = heading_signs(text); code.length > 0) {
      const std::size_t start = text.find(u'#');
      found.push_back({start, start + code.length, {}});
    }
    for (std::size_t at = text.find_first_of(starts); at != none; at = text.find_first_of(starts, at)) {
      Code code = code_at(text, at);
      const std::size_t length = std::max<std::size_t>(code.length, 1);
      if (code.length > 0) found.push_back({at, at + length, std::move(code.meant)});
      at += length;
    }
    if (const Code code = end_of_tag(text); code.length > 0) {
      const std::size_t end = text.find_last_of(u'>') + 1;
      found.push_back({end - code.length, end, {}});
    }
    // A paragraph full of code is one finding.
    if (found.size() > most_single_codes) found = {{found.front().start, found.back().end, {}}};
    for (Found& code : found) {
      std::vector<std::u16string> suggestions;
      if (!code.meant.empty()) suggestions.push_back(std::move(code.meant));
      report(sink, info(), {paragraph, static_cast<std::uint32_t>(code.start), static_cast<std::uint32_t>(code.end)},
             0.92F, texts::finding_residue_markup, std::move(suggestions));
    }
  }

 private:
  static Code code_at(std::u16string_view text, std::size_t at) {
    switch (text[at]) {
      case u'&':
        return entity_at(text, at);
      case u'<':
        return tag_at(text, at);
      case u'*':
        return bold_at(text, at);
      default: {
        Code code = short_code_at(text, at);
        return code.length > 0 ? code : target_at(text, at);
      }
    }
  }

  struct Found {
    std::size_t start = 0;
    std::size_t end = 0;
    std::u16string meant;
  };
};

}  // namespace

std::unique_ptr<Rule> make_residue_markup(const RuleData&) {
  return std::make_unique<Markup>();
}

}  // namespace soat::check
