#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// Letters exchanged for others all through a text, as a wrong conversion of fonts leaves them.
namespace soat::check::extraction {

// Where `meant` stood, `damaged` stands now: both in small letters, composed.
struct Exchange {
  enum class Of : unsigned char { all, small, capitals };

  std::u16string meant;
  std::u16string damaged;
  Of of = Of::all;  // which letters are exchanged: where it is capitals, CÔNG becomes CễNG
};

// How the capitals of a word stand: none (the word begins with a small letter or its capital is no matter of
// exchange), the first letter alone, or all.
enum class Capitals : unsigned char { none, first, all };

// A word that a conversion may have changed, small letters.
struct Origin {
  std::u16string_view word;
  unsigned exchanged = 0;  // places in the word
  Capitals capitals = Capitals::none;
};

// A set of exchanges that come together because one conversion makes them.
class ExchangeSet {
 public:
  ExchangeSet() = default;
  explicit ExchangeSet(std::vector<Exchange> exchanges);

  bool empty() const { return exchanges_.empty(); }
  std::span<const Exchange> exchanges() const { return exchanges_; }
  void add(Exchange exchange);

  // Whether the conversion changes the word (small letters, composed).
  bool changes(std::u16string_view word, Capitals capitals) const;

  // Calls visit for every other word that the conversion turns into this one, at most a few dozen. word: small letters,
  // composed; upper: it stands there in capitals.
  void for_each_origin(std::u16string_view word, bool upper, const std::function<void(const Origin&)>& visit) const;

 private:
  class Search;

  // What the conversion makes of a word.
  std::u16string damage(std::u16string_view word, Capitals capitals) const;
  const Exchange* exchange_at(std::u16string_view word, std::size_t position, Capitals capitals) const;

  std::vector<Exchange> exchanges_;
};

// Text in Unicode that was taken for VNI and converted once more (ô → ơ, ò → ị, ó → ĩ, oà → ồ, …).
const ExchangeSet& unicode_taken_for_vni();
// The same for TCVN3, the "ABC" fonts (á → ỏ, ô → ụ, ó → ú, ê → ờ, …).
const ExchangeSet& unicode_taken_for_tcvn3();
// Letters of other alphabets that fonts of before Unicode show as Vietnamese ones (ƣ for ư, ñ for đ).
const ExchangeSet& foreign_letters();

}  // namespace soat::check::extraction
