#include "check/extraction/letter_exchange.h"

#include <algorithm>
#include <utility>

#include "text/legacy_encoding.h"
#include "text/letter_case.h"
#include "text/letters.h"

namespace soat::check::extraction {
namespace {

constexpr std::size_t longest_word = 9;
constexpr int most_visits = 64;

bool concerns(const Exchange& exchange, Capitals capitals, std::size_t position) {
  const bool upper = capitals == Capitals::all || (capitals == Capitals::first && position == 0);
  return exchange.of == Exchange::Of::all || (exchange.of == Exchange::Of::capitals) == upper;
}

}  // namespace

ExchangeSet::ExchangeSet(std::vector<Exchange> exchanges) : exchanges_(std::move(exchanges)) {}

void ExchangeSet::add(Exchange exchange) {
  exchanges_.push_back(std::move(exchange));
}

const Exchange* ExchangeSet::exchange_at(std::u16string_view word, std::size_t position, Capitals capitals) const {
  const Exchange* longest = nullptr;
  for (const Exchange& exchange : exchanges_) {
    if (!concerns(exchange, capitals, position) || !word.substr(position).starts_with(exchange.meant)) continue;
    if (longest == nullptr || exchange.meant.size() > longest->meant.size()) longest = &exchange;
  }
  return longest;
}

std::u16string ExchangeSet::damage(std::u16string_view word, Capitals capitals) const {
  std::u16string out;
  for (std::size_t i = 0; i < word.size();) {
    if (const Exchange* exchange = exchange_at(word, i, capitals)) {
      out += exchange->damaged;
      i += exchange->meant.size();
    } else {
      out += word[i++];
    }
  }
  return out;
}

bool ExchangeSet::changes(std::u16string_view word, Capitals capitals) const {
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (exchange_at(word, i, capitals) != nullptr) return true;
  }
  return false;
}

// Puts back one exchange after the other from left to right, in every way.
class ExchangeSet::Search {
 public:
  Search(const ExchangeSet& set, std::u16string_view word, Capitals capitals,
         const std::function<void(const Origin&)>& visit)
      : set_(set), word_(word), capitals_(capitals), visit_(visit) {}

  void extend(std::size_t position, unsigned used) {
    if (visits_ >= most_visits || origin_.size() > longest_word) return;
    if (position == word_.size()) {
      // A letter that stayed may, next to one that was put back, be what the conversion would have changed.
      if (used == 0 || set_.damage(origin_, capitals_) != word_) return;
      ++visits_;
      visit_({origin_, used, capitals_});
      return;
    }
    for (const Exchange& exchange : set_.exchanges_) {
      if (!concerns(exchange, capitals_, position) || !word_.substr(position).starts_with(exchange.damaged)) continue;
      const std::size_t size = origin_.size();
      if (!exchange.damaged.empty()) {
        origin_ += exchange.meant;
        extend(position + exchange.damaged.size(), used + 1);
      } else if (used == 0 && position > 0) {
        // What was dropped may be missing anywhere; once in a word is enough.
        origin_ += exchange.meant;
        origin_ += word_[position];
        extend(position + 1, used + 1);
      }
      origin_.resize(size);
    }
    origin_ += word_[position];
    extend(position + 1, used);
    origin_.pop_back();
  }

 private:
  const ExchangeSet& set_;
  std::u16string_view word_;
  Capitals capitals_;
  const std::function<void(const Origin&)>& visit_;
  std::u16string origin_;
  int visits_ = 0;
};

void ExchangeSet::for_each_origin(std::u16string_view word, bool upper,
                                  const std::function<void(const Origin&)>& visit) const {
  if (word.size() > longest_word) return;
  if (upper) {
    Search(*this, word, Capitals::all, visit).extend(0, 0);
    return;
  }
  Search(*this, word, Capitals::none, visit).extend(0, 0);
  const bool first_was_capital = std::ranges::any_of(exchanges_, [&](const Exchange& exchange) {
    return exchange.of == Exchange::Of::capitals && word.starts_with(exchange.damaged);
  });
  if (first_was_capital) Search(*this, word, Capitals::first, visit).extend(0, 0);
}

const ExchangeSet& unicode_taken_for_vni() {
  // VNI writes a letter and then its mark, both with the codes of Latin-1: oà is its ồ; ô, ò and ó are its ơ, ị and ĩ;
  // â behind u is nothing, and the converters in use drop the u with it (QUÂN → QN).
  static const ExchangeSet set(
      {{u"oà", u"ồ"}, {u"oá", u"ố"}, {u"oã", u"ỗ"}, {u"ô", u"ơ"}, {u"ò", u"ị"}, {u"ó", u"ĩ"}, {u"uâ", u""}});
  return set;
}

const ExchangeSet& unicode_taken_for_tcvn3() {
  static const ExchangeSet set([] {
    std::vector<Exchange> exchanges;
    for (char16_t unit = u'À'; unit <= u'ý'; ++unit) {
      const text::LetterInfo info = text::letter_info(unit);
      if (info.letter == text::Letter::none) continue;
      const std::u16string damaged = text::decode_misread(std::u16string(1, unit), text::LegacyEncoding::tcvn3);
      // TCVN3 has capitals with a tone in a later edition only, which its fonts do not follow.
      if (damaged.size() != 1 || damaged[0] == unit || text::to_lower(damaged[0]) != damaged[0]) continue;
      exchanges.push_back({std::u16string(1, text::to_lower(unit)), damaged,
                           info.upper ? Exchange::Of::capitals : Exchange::Of::small});
    }
    return exchanges;
  }());
  return set;
}

const ExchangeSet& foreign_letters() {
  static const ExchangeSet set({{u"ư", u"ƣ"}, {u"đ", u"ñ"}, {u"ă", u"ǎ"}});
  return set;
}

}  // namespace soat::check::extraction
