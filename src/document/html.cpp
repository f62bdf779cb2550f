#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "document/formats.h"
#include "document/html_tags.h"
#include "document/markup.h"
#include "document/page_encoding.h"
#include "document/paragraph_collector.h"

namespace soat::document {
namespace {

constexpr std::array<std::string_view, 16> left_out_names = {
    "head",   "script", "style",    "nav",    "template", "noscript", "svg",   "math",
    "select", "button", "textarea", "iframe", "object",   "canvas",   "audio", "video"};
constexpr std::array<std::string_view, 5> hidden_names = {"code", "kbd", "samp", "var", "tt"};
constexpr std::array<std::string_view, 31> inline_names = {
    "a",    "abbr", "acronym", "b",     "bdi",  "bdo", "big",  "cite",  "del",  "dfn",    "em",
    "font", "i",    "ins",     "label", "mark", "q",   "s",    "small", "span", "strike", "strong",
    "sub",  "sup",  "time",    "u",     "code", "kbd", "samp", "var",   "tt"};

constexpr std::string_view note_attribute = "soat-note";

template <std::size_t size>
bool any_of(const std::array<std::string_view, size>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

class HtmlHandler final : public MarkupHandler {
 public:
  // notes: what stands in the comments that mark_notes has numbered.
  HtmlHandler(const std::string& name, const std::vector<std::string>& notes)
      : paragraphs_(WhiteSpace::collapse, name), texts_(notes) {}

  void start_element(std::string_view, std::string_view name, const Attributes& attributes) override {
    Element element = stack_.empty() ? Element{} : stack_.back();
    element.block = false;
    if (any_of(left_out_names, name)) {
      element.left_out = true;
    } else if (name == "br" || name == "wbr") {
      if (const std::string number = attributes.get({}, note_attribute); !number.empty()) take_note(number);
      if (name == "br" && !element.left_out) paragraphs_.add_exactly(u'\n');
    } else if (name == "img" || name == "input") {
      if (!element.left_out) paragraphs_.add_placeholder();
    } else if (!any_of(inline_names, name)) {
      element.block = true;
      end_paragraph();
    }
    if (any_of(hidden_names, name)) element.hidden = true;
    // The page's own language is often that of the template it was made with; a part marked otherwise is meant.
    const std::string language = attributes.get({}, "lang");
    if (!language.empty() && name != "html" && name != "body")
      element.hidden = !(language == "vi" || language.starts_with("vi-"));
    stack_.push_back(element);
  }

  void end_element() override {
    if (stack_.empty()) return;
    if (stack_.back().block) end_paragraph();
    stack_.pop_back();
  }

  void characters(std::string_view utf8) override {
    if (!stack_.empty() && stack_.back().left_out) return;
    const bool blank = utf8.find_first_not_of(" \t\r\n") == std::string_view::npos;
    if (!paragraphs_.is_open()) {
      if (blank) return;
      paragraphs_.open();
    }
    if (!stack_.empty() && stack_.back().hidden) {
      paragraphs_.add_hidden(utf8);
    } else {
      paragraphs_.add(utf8);
    }
  }

  Document finish() {
    end_paragraph();
    Document document = paragraphs_.finish();
    document.set_notes(std::move(notes_));
    return document;
  }

 private:
  struct Element {
    bool left_out = false;
    bool hidden = false;  // not to be checked, but something stands there
    bool block = false;
  };

  void take_note(const std::string& number) {
    std::size_t i = 0;
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), i);
    if (error == std::errc() && i < texts_.size()) notes_.push_back({paragraphs_.current(), texts_[i]});
  }

  void end_paragraph() {
    paragraphs_.trim();
    paragraphs_.close();
  }

  std::vector<Element> stack_;
  ParagraphCollector paragraphs_;
  const std::vector<std::string>& texts_;
  std::vector<Note> notes_;
};

// The parser is not given comments (simplify_html). Those in the body that are notes to checkers become elements
// without text, numbered; those before it stand at its beginning. Gives what is in them.
std::vector<std::string> mark_notes(std::string& html) {
  constexpr std::string_view word = "soat-ignore";
  std::vector<std::string> notes;
  if (html.find(word) == std::string::npos) return notes;
  const auto marked = [&] {
    return "<wbr " + std::string(note_attribute) + "=\"" + std::to_string(notes.size()) + "\">";
  };
  const auto is_body = [](const HtmlTag& tag) { return tag.kind == HtmlTag::Kind::start && tag.name == "body"; };
  bool is_before_body = false;
  HtmlTagReader ahead(html);
  for (HtmlTag tag; !is_before_body && ahead.next(tag);) is_before_body = is_body(tag);
  std::string out;
  std::string at_start;
  std::size_t done = 0;
  HtmlTagReader tags(html);
  for (HtmlTag tag; tags.next(tag);) {
    if (is_before_body && is_body(tag)) {
      out.append(html, done, tag.end - done).append(at_start);
      done = tag.end;
      is_before_body = false;
    }
    if (tag.kind != HtmlTag::Kind::comment) continue;
    const std::size_t text = tag.start + 4;
    const std::size_t end = html.compare(tag.end - 3, 3, "-->") == 0 ? tag.end - 3 : tag.end;
    if (text > end) continue;
    std::string note = html.substr(text, end - text);
    note.erase(0, note.find_first_not_of(" \t\r\n"));
    if (!note.starts_with(word)) continue;
    out.append(html, done, tag.start - done);
    done = tag.end;
    (is_before_body ? at_start : out) += marked();
    notes.push_back(std::move(note));
  }
  out.append(html, done);
  html = std::move(out);
  return notes;
}

// The text of a page whose elements nest without end, with all block elements beside each other.
std::string flattened(const std::string& html) {
  std::string flat;
  std::size_t done = 0;
  std::string left_out;   // the element that is being passed over
  std::size_t depth = 0;  // of elements of that name
  HtmlTagReader tags(html);
  for (HtmlTag tag; tags.next(tag);) {
    const bool is_start = tag.kind == HtmlTag::Kind::start;
    if (depth == 0) flat.append(html, done, tag.start - done);
    done = tag.end;
    if (depth > 0) {
      if (tag.name == left_out) depth = is_start ? depth + 1 : depth - 1;
    } else if (is_start && (tags.is_raw() || any_of(left_out_names, tag.name))) {
      left_out = tag.name;
      depth = 1;
    } else if (!any_of(inline_names, tag.name)) {
      flat += tag.name == "br" ? "<br>" : tag.name == "wbr" ? html.substr(tag.start, tag.end - tag.start) : "<p>";
    }
  }
  if (depth == 0) flat.append(html, done);
  return flat;
}

}  // namespace

bool looks_like_html(std::string_view bytes) {
  static constexpr std::array<std::string_view, 17> beginnings = {
      "<!doctype html", "<html",  "<head", "<script", "<iframe", "<h1", "<div", "<font", "<table", "<a",
      "<style",         "<title", "<b",    "<body",   "<br",     "<p",  "<!--"};
  constexpr std::string_view white = "\t\n\f\r ";
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const auto skip_white = [&] { bytes.remove_prefix(std::min(bytes.find_first_not_of(white), bytes.size())); };
  skip_white();
  if (bytes.starts_with("<?xml")) {
    bytes.remove_prefix(std::min(bytes.find('>'), bytes.size() - 1) + 1);
    skip_white();
  }
  return std::any_of(beginnings.begin(), beginnings.end(), [&](std::string_view beginning) {
    if (bytes.size() <= beginning.size()) return false;
    const bool same = std::equal(beginning.begin(), beginning.end(), bytes.begin(), [](char a, char b) {
      return a == (b >= 'A' && b <= 'Z' ? static_cast<char>(b - 'A' + 'a') : b);
    });
    const char next = bytes[beginning.size()];
    return same && (beginning == "<!--" || next == '>' || white.find(next) != std::string_view::npos);
  });
}

Document read_html(std::string_view bytes, const std::string& name) {
  std::string html = page_to_utf8(bytes, name);
  const std::vector<std::string> notes = mark_notes(html);
  try {
    HtmlHandler handler(name, notes);
    parse_html(html, handler, name);
    return handler.finish();
  } catch (const TooDeep&) {
    HtmlHandler handler(name, notes);
    parse_html(flattened(html), handler, name);
    return handler.finish();
  }
}

}  // namespace soat::document
