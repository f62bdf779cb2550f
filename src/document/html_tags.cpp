#include "document/html_tags.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>
#include <vector>

#include "text/ascii.h"

namespace soat::document {
namespace {

constexpr std::string_view white = "\t\n\f\r ";
constexpr std::size_t most_attributes = 512;

bool is_letter(std::string_view text, std::size_t at) {
  return at < text.size() && text::is_ascii_letter(text[at]);
}

bool starts_with(std::string_view text, std::size_t at, std::string_view with) {
  return at <= text.size() && text.size() - at >= with.size() &&
         std::equal(with.begin(), with.end(), text.begin() + static_cast<std::ptrdiff_t>(at),
                    [](char a, char b) { return a == text::ascii_lower(b); });
}

// Elements whose text holds no tags.
constexpr std::array<std::string_view, 8> raw_names = {"script", "style",  "title",   "textarea",
                                                       "xmp",    "iframe", "noembed", "noframes"};

// Goes past one attribute; false at the end of the tag, where `at` stays.
bool skip_attribute(std::string_view html, std::size_t& at) {
  at = std::min(html.find_first_not_of("\t\n\f\r /", at), html.size());
  if (at == html.size() || html[at] == '>') return false;
  at = std::min(html.find_first_of("\t\n\f\r />=", at + 1), html.size());
  const std::size_t equals = std::min(html.find_first_not_of(white, at), html.size());
  if (equals == html.size() || html[equals] != '=') return true;
  at = std::min(html.find_first_not_of(white, equals + 1), html.size());
  if (at == html.size()) return true;
  if (html[at] == '"' || html[at] == '\'') {
    at = std::min(html.find(html[at], at + 1), html.size() - 1) + 1;
  } else {
    at = std::min(html.find_first_of("\t\n\f\r >", at), html.size());
  }
  return true;
}

// The place behind the comment that starts here; one without an end goes on to the end of the page.
std::size_t comment_end(std::string_view html, std::size_t at) {
  const std::size_t inside = at + 4;
  for (const std::string_view empty : {">", "->"}) {
    if (html.substr(inside).starts_with(empty)) return inside + empty.size();
  }
  const std::size_t dashes = html.find("-->", inside);
  const std::size_t mark = html.substr(0, dashes).find("--!>", inside);
  if (mark != std::string_view::npos) return mark + 4;
  return dashes == std::string_view::npos ? html.size() : dashes + 3;
}

}  // namespace

bool HtmlTagReader::next(HtmlTag& tag) {
  const std::string raw_end = raw_.empty() ? std::string() : "</" + raw_;
  raw_.clear();
  for (; (at_ = std::min(html_.find('<', at_), html_.size())) < html_.size(); ++at_) {
    if (!raw_end.empty() && !starts_with(html_, at_, raw_end)) continue;
    const bool is_comment = starts_with(html_, at_, "<!--");
    const bool is_end = starts_with(html_, at_, "</");
    const std::size_t name = at_ + (is_end ? 2 : 1);
    if (!is_comment && !is_letter(html_, name)) continue;
    tag = {is_comment ? HtmlTag::Kind::comment : is_end ? HtmlTag::Kind::end : HtmlTag::Kind::start, at_, 0, {}, 0};
    if (is_comment) {
      at_ = tag.end = comment_end(html_, at_);
      return true;
    }
    at_ = std::min(html_.find_first_of("\t\n\f\r />", name), html_.size());
    tag.name = html_.substr(name, at_ - name);
    std::ranges::transform(tag.name, tag.name.begin(), text::ascii_lower<char>);
    for (std::size_t count = 0; skip_attribute(html_, at_);) {
      if (++count == most_attributes) tag.surplus = at_;
    }
    tag.end = std::min(at_ + 1, html_.size());
    if (!is_end && std::ranges::find(raw_names, tag.name) != raw_names.end()) raw_ = tag.name;
    return true;
  }
  return false;
}

void simplify_html(std::string& html) {
  std::string kept;
  kept.reserve(html.size());
  std::size_t done = 0;
  const auto replace = [&](std::size_t start, std::size_t end, std::string_view by) {
    kept.append(html, done, start - done).append(by);
    done = end;
  };
  std::unordered_map<std::string, std::size_t> open;
  HtmlTagReader tags(html);
  for (HtmlTag tag; tags.next(tag);) {
    if (tag.kind == HtmlTag::Kind::comment) {
      replace(tag.start, tag.end, {});
    } else if (tag.kind == HtmlTag::Kind::end) {
      std::size_t& count = open[tag.name];
      // Browsers read the end of a paragraph that is not open as an empty one, and </br> as <br>.
      if (count == 0)
        replace(tag.start, tag.end, tag.name == "p" ? "<p>" : tag.name == "br" ? "<br>" : "");
      else
        --count;
    } else {
      ++open[tag.name];
      if (tag.surplus > 0) replace(tag.surplus, html[tag.end - 1] == '>' ? tag.end - 1 : tag.end, {});
    }
  }
  if (done == 0) return;
  replace(html.size(), html.size(), {});
  html = std::move(kept);
}

}  // namespace soat::document
