#include "citation/lookup/pasted.h"

#include <algorithm>
#include <utility>

#include "citation/exchange/exchange.h"
#include "citation/exchange/identifiers.h"
#include "text/ascii.h"

namespace soat::citation {
namespace {

using Kind = Identifier::Kind;

constexpr std::string_view kBlanks = " \t\r\n\f\v";

bool all_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, text::is_ascii_digit<char>);
}

// "1706.03762", "0704.0001v2", "hep-th/9901001", "math.GT/0309136"; empty for what is none. The version goes.
std::string arxiv_number(std::string_view word) {
  if (const auto version = word.rfind('v'); version != std::string_view::npos && version > 0 &&
                                            text::is_ascii_digit(word[version - 1]) &&
                                            all_digits(word.substr(version + 1)))
    word = word.substr(0, version);
  const auto dot = word.find('.');
  if (dot == 4 && all_digits(word.substr(0, 4)) && all_digits(word.substr(5)) &&
      (word.size() == 9 || word.size() == 10)) {
    const int month = (word[2] - '0') * 10 + (word[3] - '0');
    return month >= 1 && month <= 12 ? std::string(word) : std::string();
  }
  const auto slash = word.find('/');
  if (slash == std::string_view::npos || slash < 2 || !all_digits(word.substr(slash + 1)) || word.size() - slash != 8)
    return {};
  const bool archive = std::ranges::all_of(word.substr(0, slash),
                                           [](char c) { return text::is_ascii_letter(c) || c == '-' || c == '.'; });
  return archive ? std::string(word) : std::string();
}

class Finder {
 public:
  std::vector<Identifier> find(std::string_view text) {
    bool only_numbers = true;
    for (std::size_t at = text.find_first_not_of(kBlanks); at != std::string_view::npos;
         at = text.find_first_not_of(kBlanks, at)) {
      const std::size_t end = std::min(text.find_first_of(kBlanks, at), text.size());
      const std::string_view word = text.substr(at, end - at);
      only_numbers = only_numbers && all_digits(without_punctuation(word));
      read_word(word);
      at = end;
    }
    end_isbn();
    if (only_numbers && found_.empty()) {
      for (const std::string& number : numbers_) {
        if (number.size() <= 8) add(Kind::pmid, number);
      }
    }
    return std::move(found_);
  }

 private:
  void add(Kind kind, std::string value) {
    Identifier one{kind, std::move(value)};
    if (!one.value.empty() && std::ranges::find(found_, one) == found_.end()) found_.push_back(std::move(one));
  }

  void read_word(std::string_view word) {
    const std::string lower = lower_ascii(word);
    if (const std::string_view doi = doi_in(word); !doi.empty()) {
      end_isbn();
      return add(Kind::doi, std::string(doi));
    }
    for (const std::string_view before :
         {std::string_view("arxiv.org/abs/"), std::string_view("arxiv.org/pdf/"), std::string_view("arxiv:")}) {
      const auto at = lower.find(before);
      if (at == std::string::npos) continue;
      std::string_view value = without_punctuation(word.substr(at + before.size()));
      if (value.ends_with(".pdf")) value.remove_suffix(4);
      end_isbn();
      return add(Kind::arxiv, arxiv_number(value));
    }
    if (const auto at = lower.find("ncbi.nlm.nih.gov/");
        at != std::string::npos && lower.find("pmc") == std::string::npos) {
      const auto number = lower.find_first_of("0123456789", at);
      const auto end = lower.find_first_not_of("0123456789", number);
      end_isbn();
      if (number != std::string::npos) add(Kind::pmid, lower.substr(number, end - number));
      return;
    }
    const std::string_view bare = without_punctuation(word);
    if (lower.starts_with("pmid")) {
      const auto number = lower.find_first_of("0123456789");
      expects_pmid_ = number == std::string::npos;
      end_isbn();
      if (!expects_pmid_) add(Kind::pmid, std::string(without_punctuation(word.substr(number))));
      return;
    }
    if (std::exchange(expects_pmid_, false) && all_digits(bare)) return add(Kind::pmid, std::string(bare));
    if (std::string number = arxiv_number(bare); !number.empty() && isbn_.empty())
      return add(Kind::arxiv, std::move(number));
    read_isbn(bare);
    if (all_digits(bare)) numbers_.emplace_back(bare);
  }

  // Digits and hyphens; an ISBN may have blanks between its groups.
  void read_isbn(std::string_view word) {
    std::string digits;
    bool other = false;
    for (std::size_t i = 0; i < word.size(); ++i) {
      const char c = word[i];
      const bool last = c == 'X' || c == 'x';
      if (text::is_ascii_digit(c) || last) {
        digits += last ? 'X' : c;
      } else if (text::is_ascii_letter(c)) {  // "ISBN:978…"
        digits.clear();
      } else if (c != '-' && c != ':' && static_cast<unsigned char>(c) < 0x80) {
        other = true;
      }
    }
    if (digits.empty() || other || digits.size() > 13) return end_isbn();
    if (isbn_.size() + digits.size() > 13) end_isbn();
    isbn_ += digits;
    if (is_isbn(isbn_) && (isbn_.size() == 13 || !isbn_.starts_with("97"))) {
      add(Kind::isbn, isbn_);
      isbn_.clear();
    }
  }

  void end_isbn() {
    if (is_isbn(isbn_)) add(Kind::isbn, isbn_);
    isbn_.clear();
  }

  std::vector<Identifier> found_;
  std::vector<std::string> numbers_;
  std::string isbn_;  // groups so far
  bool expects_pmid_ = false;
};

}  // namespace

bool is_isbn(std::string_view digits) {
  int sum = 0;
  if (digits.size() == 13) {
    if (!all_digits(digits) || (!digits.starts_with("978") && !digits.starts_with("979"))) return false;
    for (std::size_t i = 0; i < 13; ++i) sum += (digits[i] - '0') * (i % 2 == 0 ? 1 : 3);
    return sum % 10 == 0;
  }
  if (digits.size() != 10 || !all_digits(digits.substr(0, 9))) return false;
  const char last = digits[9];
  if (!text::is_ascii_digit(last) && last != 'X') return false;
  for (std::size_t i = 0; i < 10; ++i) sum += static_cast<int>(10 - i) * (digits[i] == 'X' ? 10 : digits[i] - '0');
  return sum % 11 == 0;
}

std::vector<Identifier> identifiers_in(std::string_view text) {
  return Finder().find(text);
}

}  // namespace soat::citation
