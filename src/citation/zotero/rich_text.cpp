#include "citation/zotero/rich_text.h"

#include <charconv>

#include "text/ascii.h"
#include "text/utf.h"

namespace soat::citation::zotero {
namespace {

constexpr std::string_view kSource = "{\\*\\soatcite";

// Where the group of a source that begins here ends; nothing where none begins.
std::size_t end_of_source(std::string_view rtf, std::size_t at) {
  if (!rtf.substr(at).starts_with(kSource)) return std::string_view::npos;
  const std::size_t brace = rtf.find('}', at);
  return brace == std::string_view::npos ? brace : brace + 1;
}

// UTF-16 units, four hexadecimal digits each.
std::u16string source_of(std::string_view group) {
  std::u16string source;
  std::size_t at = kSource.size();
  if (at < group.size() && group[at] == ' ') ++at;
  for (; at + 4 < group.size(); at += 4) {
    unsigned unit = 0;
    const char* const digits = group.data() + at;
    if (std::from_chars(digits, digits + 4, unit, 16).ptr != digits + 4) return {};
    source += static_cast<char16_t>(unit);
  }
  return source;
}

constexpr std::size_t kDeepest = 200;  // groups in groups; more is no citation

class Reader {
 public:
  explicit Reader(std::string_view rtf) : rtf_(rtf) {}

  std::vector<TextRun> read() {
    while (at_ < rtf_.size()) {
      const char c = rtf_[at_];
      if (c == '\\') {
        flush_bytes();
        ++at_;
        control();
      } else if (const std::size_t end = end_of_source(rtf_, at_); end != std::string_view::npos) {
        flush_bytes();
        source_ = source_of(rtf_.substr(at_, end - at_));
        at_ = end;
      } else if (c == '{') {
        flush_bytes();
        ++at_;
        if (groups_.size() < kDeepest) groups_.push_back(format_);
      } else if (c == '}') {
        flush_bytes();
        ++at_;
        if (!groups_.empty()) {
          format_ = groups_.back();
          groups_.pop_back();
        }
      } else {
        ++at_;
        if (c != '\r' && c != '\n') bytes_ += c;  // line ends mean nothing in RTF
      }
    }
    flush_bytes();
    trim();
    return std::move(runs_);
  }

 private:
  void add(std::u16string_view text) {
    if (text.empty()) return;
    format_.source = source_;
    if (runs_.empty() || !runs_.back().same_format(format_)) {
      runs_.push_back(format_);
      runs_.back().text.clear();
    }
    runs_.back().text += text;
  }

  void flush_bytes() {
    add(text::to_utf16(bytes_));
    bytes_.clear();
  }

  void control() {
    if (at_ == rtf_.size()) {
      bytes_ += '\\';
      return;
    }
    if (!text::is_ascii_letter(rtf_[at_])) {  // an escaped character
      if (rtf_[at_] == '~') {
        add(u"\u00a0");
        ++at_;
      } else {
        bytes_ += rtf_[at_++];
      }
      return;
    }
    const std::size_t start = at_;
    while (at_ < rtf_.size() && text::is_ascii_letter(rtf_[at_])) ++at_;
    const std::string_view word = rtf_.substr(start, at_ - start);
    bool negative = false;
    if (at_ + 1 < rtf_.size() && rtf_[at_] == '-' && text::is_ascii_digit(rtf_[at_ + 1])) {
      negative = true;
      ++at_;
    }
    const bool has_number = at_ < rtf_.size() && text::is_ascii_digit(rtf_[at_]);
    long number = 0;
    while (at_ < rtf_.size() && text::is_ascii_digit(rtf_[at_])) {
      number = number < 100000 ? number * 10 + (rtf_[at_] - '0') : number;
      ++at_;
    }
    if (negative) number = -number;
    if (at_ < rtf_.size() && rtf_[at_] == ' ') ++at_;  // ends the control word
    apply(word, number, !has_number || number != 0);
  }

  void apply(std::string_view word, long number, bool on) {
    if (word == "u") {
      // Signed 16 bits in RTF; citeproc-js writes them unsigned.
      const char16_t unit = static_cast<char16_t>(number);
      add(std::u16string_view(&unit, 1));
    } else if (word == "tab") {
      add(u"\t");
    } else if (word == "line" || word == "par") {
      add(u"\n");
    } else if (word == "i") {
      format_.italic = on;
    } else if (word == "b") {
      format_.bold = on;
    } else if (word == "scaps") {
      format_.small_caps = on;
    } else if (word == "ul" || word == "uldash") {
      format_.underlined = on;
    } else if (word == "ulnone") {
      format_.underlined = false;
    } else if (word == "super") {
      format_.raised = on ? 1 : 0;
    } else if (word == "sub") {
      format_.raised = on ? -1 : 0;
    } else if (word == "nosupersub") {
      format_.raised = 0;
    }
  }

  void trim() {
    const auto blank = [](char16_t c) { return c == u'\n'; };
    while (!runs_.empty()) {
      std::u16string& text = runs_.back().text;
      while (!text.empty() && blank(text.back())) text.pop_back();
      if (!text.empty()) break;
      runs_.pop_back();
    }
    while (!runs_.empty()) {
      std::u16string& text = runs_.front().text;
      while (!text.empty() && blank(text.front())) text.erase(0, 1);
      if (!text.empty()) break;
      runs_.erase(runs_.begin());
    }
  }

  std::string_view rtf_;
  std::size_t at_ = 0;
  std::string bytes_;
  TextRun format_;
  std::u16string source_;
  std::vector<TextRun> groups_;
  std::vector<TextRun> runs_;
};

}  // namespace

bool TextRun::same_format(const TextRun& other) const {
  return italic == other.italic && bold == other.bold && small_caps == other.small_caps &&
         underlined == other.underlined && raised == other.raised && link == other.link && source == other.source;
}

std::vector<TextRun> read_rtf(std::string_view rtf) {
  return Reader(rtf).read();
}

std::string without_sources(std::string_view rtf) {
  std::string rest;
  for (std::size_t at = 0; at < rtf.size();) {
    const std::size_t end = end_of_source(rtf, at);
    if (end == std::string_view::npos) {
      rest += rtf[at++];
    } else {
      at = end;
    }
  }
  return rest;
}

std::u16string plain_text(const std::vector<TextRun>& runs) {
  std::u16string text;
  for (const TextRun& run : runs) text += run.text;
  return text;
}

}  // namespace soat::citation::zotero
