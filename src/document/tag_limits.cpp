#include "document/tag_limits.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace soat::document {
namespace {

constexpr std::string_view white = "\t\n\f\r ";

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool starts_with(std::string_view text, std::size_t at, std::string_view with) {
  return at <= text.size() && text.size() - at >= with.size() &&
         std::equal(with.begin(), with.end(), text.begin() + static_cast<std::ptrdiff_t>(at),
                    [](char a, char b) { return a == lower(b); });
}

// Elements whose text holds no tags (HTML standard, 13.2.5.1 to 13.2.5.5).
constexpr std::array<std::string_view, 8> raw_names = {"script", "style",  "title",   "textarea",
                                                       "xmp",    "iframe", "noembed", "noframes"};

// Goes past one attribute (HTML standard, 13.2.5.32 and following); false at the end of the tag, where `at` stays.
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

void simplify_html(std::string& html) {
  std::vector<std::pair<std::size_t, std::size_t>> cut;  // ranges, in order
  std::size_t at = 0;
  while ((at = html.find('<', at)) != std::string::npos) {
    if (starts_with(html, at, "<!--")) {
      const std::size_t end = comment_end(html, at);
      cut.emplace_back(at, end);
      at = end;
      continue;
    }
    const std::size_t name = at + 1;
    if (name == html.size() || lower(html[name]) < 'a' || lower(html[name]) > 'z') {
      ++at;
      continue;
    }
    const std::size_t name_end = std::min(html.find_first_of("\t\n\f\r />", name), html.size());
    at = name_end;
    std::size_t surplus = 0;
    for (std::size_t count = 0; skip_attribute(html, at);) {
      if (++count == most_html_attributes) surplus = at;
    }
    if (surplus > 0) cut.emplace_back(surplus, at);
    const auto* const raw = std::ranges::find_if(
        raw_names, [&](std::string_view one) { return one.size() == name_end - name && starts_with(html, name, one); });
    if (raw == raw_names.end()) continue;
    const std::string closing = "</" + std::string(*raw);
    while (at < html.size() && !starts_with(html, at, closing)) at = std::min(html.find('<', at + 1), html.size());
  }
  if (cut.empty()) return;
  std::string kept;
  kept.reserve(html.size());
  at = 0;
  for (const auto& [start, end] : cut) {
    kept.append(html, at, start - at);
    at = end;
  }
  kept.append(html, at);
  html = std::move(kept);
}

std::size_t AttributeCounter::count(std::string_view bytes) {
  // Gives the place of the byte that ends a run of others, or the end.
  const auto skip_to = [&](char end, std::size_t from) { return std::min(bytes.find(end, from), bytes.size()); };
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (state_ == State::text) i = skip_to('<', i);
    if (state_ == State::quoted) i = skip_to('"', i);
    if (state_ == State::apostrophe) i = skip_to('\'', i);
    if (i == bytes.size()) break;
    const char c = bytes[i];
    switch (state_) {
      case State::text:
        state_ = State::opened;
        break;
      case State::opened:
        markup_.clear();
        in_tag_ = 0;
        state_ = c == '!' ? State::section : c == '?' ? State::instruction : State::tag;
        break;
      case State::tag:
        // Each attribute has its sign of equality; in values they stand in quotes.
        if (c == '=') most_ = std::max(most_, ++in_tag_);
        if (c == '"') state_ = State::quoted;
        if (c == '\'') state_ = State::apostrophe;
        if (c == '>') state_ = State::text;
        break;
      case State::quoted:
      case State::apostrophe:
        state_ = State::tag;
        break;
      case State::section:
        markup_ += c;
        if (markup_ == "--") {
          state_ = State::comment;
          markup_.clear();
        } else if (c == '>' && (!markup_.starts_with("[CDATA[") || markup_.ends_with("]]>"))) {
          state_ = State::text;
        } else if (markup_.size() > 16) {
          markup_.erase(7, markup_.size() - 10);  // the kind of section, and what may be its end
        }
        break;
      case State::comment:
      case State::instruction:
        markup_ += c;
        if (markup_.ends_with(state_ == State::comment ? "-->" : "?>")) {
          state_ = State::text;
        } else if (markup_.size() > 16) {
          markup_.erase(0, markup_.size() - 3);
        }
        break;
    }
  }
  return most_;
}

}  // namespace soat::document
