#include "reference/legal/reading.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <string>
#include <utility>

#include "reference/legal/authority.h"
#include "reference/legal/law_name.h"
#include "reference/legal/locator.h"
#include "reference/legal/number.h"
#include "reference/legal/subject.h"

namespace soat::reference::legal {
namespace {

bool symbol_has_capital(std::u16string_view symbol) {
  return std::ranges::any_of(symbol, [](char16_t unit) { return u_isupper(unit) != 0; });
}

void upper(std::u16string& text, std::size_t count) {
  icu::UnicodeString part(text.data(), static_cast<std::int32_t>(std::min(count, text.size())));
  part.toUpper();
  text.replace(0, count, std::u16string(part.getBuffer(), static_cast<std::size_t>(part.length())));
}

// A kind in small letters, with the capital it has in a list of sources; and the rest, where all is in small letters.
void write_properly(LegalReference& reference) {
  upper(reference.genre, 1);
  if (reference.named) upper(reference.title, 1);
  if (reference.number.empty() || symbol_has_capital(reference.number)) return;
  upper(reference.number, reference.number.size());
  for (const std::u16string& mixed : mixed_case_parts()) {
    std::u16string capitals = mixed;
    upper(capitals, capitals.size());
    const auto at = reference.number.find(capitals);
    const bool whole = at != std::u16string::npos &&
                       (at + mixed.size() == reference.number.size() || reference.number[at + mixed.size()] == u'-');
    if (whole) reference.number.replace(at, mixed.size(), mixed);
  }
  upper(reference.authority, 1);
}

// Reads what may follow a kind of document, in any order: number, date, issuer, subject.
class Reading {
 public:
  // brief: the abbreviation that stands for the kind; null when it is written out.
  Reading(const Line& line, std::size_t i, std::size_t from, Genre genre, const Abbreviation* brief)
      : line_(line),
        i_(i),
        from_(from),
        genre_(genre),
        named_(has_name(genre.kind) && brief == nullptr),
        big_(line[i].capital || line.shouting()),
        led_(i > from && (line.is(i - 1, u"cứ"_w) || (i > 1 && line.is(i - 1, u"vào"_w) && line.is(i - 2, u"cứ"_w)))),
        p_(i + genre.length),
        end_(p_) {
    reference_.genre = brief != nullptr ? brief->full : line.slice(i, p_);
  }

  std::optional<Found> read() {
    if (named_ && !take_name()) return std::nullopt;
    end_ = p_;
    if (genre_.kind == GenreClass::consolidated) take_consolidated();
    take_issuer_before_number();
    while (take_part()) continue;
    // Nothing came after what was skipped.
    if (skipped_ && line_.mark(end_ - 1, u')') && end_ > skip_from_) end_ = skip_from_;
    if (!accepted()) return std::nullopt;
    finish();
    return Found{std::move(reference_), end_};
  }

 private:
  bool take_name();
  void take_consolidated();
  void take_issuer_before_number();
  // Takes the next part, if one stands behind what has been read.
  bool take_part();
  bool take_number(std::size_t q);
  bool take_aside(std::size_t q);
  bool take_date(std::size_t q);
  bool take_issuer(std::size_t q);
  bool take_subject(std::size_t q);
  void set_issued(std::size_t first, const Date& date);
  bool accepted() const;
  void finish();

  const Line& line_;
  const std::size_t i_;
  const std::size_t from_;
  const Genre genre_;
  const bool named_;  // a kind whose documents have names, written out
  const bool big_;    // the kind has a capital
  const bool led_;    // by "căn cứ (vào)"
  LegalReference reference_;
  std::size_t p_;    // behind the kind, or the name
  std::size_t end_;  // behind all that has been read
  Number symbol_;
  bool numbered_ = false;
  bool said_number_ = false;  // with "số"
  bool sure_name_ = false;
  bool has_date_ = false;
  bool exact_date_ = false;
  bool skipped_ = false;
  std::size_t skip_from_ = 0;
};

// A law's name; false when the word is no kind of law here.
bool Reading::take_name() {
  // Schools and bodies of law, the convention on the law of the sea, "Luật sư", "Luật gia".
  if (i_ > 0 && (line_.fits(before_no_law(), i_ - 1) > 0 || (line_.is(i_ - 1, u"về"_w) && line_.is(p_, u"biển"_w))))
    return false;
  if (line_.is(i_, u"luật"_w) && genre_.length == 1 && line_.fits(persons_of_law(), p_) > 0) return false;
  const bool constitution = genre_.kind == GenreClass::constitution;
  if (line_.is(p_, u"số"_w) && (line_.digits(p_ + 1) || line_.mark(p_ + 1, u':'))) return true;
  if (const auto number = number_at(line_, p_); number && number->letters) return true;
  if (!constitution && !line_.plain() && line_.fits(no_law(), p_) > 0 &&
      !(line_.letters(p_) && line_[p_].capital && !line_.shouting()))
    return false;
  const bool of_state =
      line_.is(p_, u"nước"_w) && (line_.is(p_ + 1, u"cộng"_w) || (line_.letters(p_ + 1) && line_[p_ + 1].capital));
  const std::size_t end = constitution && !of_state ? p_ : name_end(line_, p_, sure_name_);
  if (end == p_ && !constitution) return false;
  const bool name_big = line_.letters(p_) && line_[p_].capital;
  reference_.named = true;
  reference_.title = line_.slice(i_, end);
  p_ = end;
  if (constitution) {
    sure_name_ = sure_name_ || p_ > i_ + genre_.length;
  } else if (!name_big && !sure_name_ && !led_ && !line_.shouting() && !(big_ && locator_before(line_, i_, from_))) {
    // A name in small letters is one behind an article of it: "Điều 5 của Luật đấu thầu".
    return false;
  }
  // "Nguyễn Tiến Luật cho biết": a person's name.
  if (!name_big && !line_.shouting() && !led_ && i_ > 0 && line_.letters(i_ - 1) && line_[i_ - 1].capital &&
      line_[i_].space_before && i_ > 1 && line_.letters(i_ - 2) && line_[i_ - 2].capital) {
    return false;
  }
  // "khoản 1 điều 12 luật đê điều năm 2006"
  const bool led_by_article = !big_ && sure_name_ && locator_before(line_, i_, from_).has_value();
  if (!big_ && !(sure_name_ && name_big) && !led_by_article) return false;
  if (line_.shouting() && !sure_name_ && !led_) return false;
  // "(sửa đổi)" between name and year
  if (line_.mark(p_, u'(') && line_.is(p_ + 1, u"sửa"_w) && line_.is(p_ + 2, u"đổi"_w) && line_.mark(p_ + 3, u')'))
    p_ += 4;
  return true;
}

// "Văn bản hợp nhất Nghị định số 156/2020/NĐ-CP, 17/VBHN-BTC": its own number comes last.
void Reading::take_consolidated() {
  if (line_.fits(genres(), p_) == 0) return;
  for (std::size_t k = p_; k < line_.size() && k < p_ + 40; ++k) {
    const auto own = number_at(line_, k);
    if (!own || word_plain(own->text).find(u"/vbhn") == std::u16string::npos) continue;
    std::size_t last = k;
    while (last > p_ && (line_[last - 1].kind == LineWord::Kind::mark || line_.is(last - 1, u"số"_w))) --last;
    symbol_ = *own;
    numbered_ = true;
    reference_.number = symbol_.text;
    reference_.title = line_.slice(p_, last);
    end_ = symbol_.end;
    break;
  }
}

// "Nghị định Chính phủ số 91/2020/NĐ-CP"
void Reading::take_issuer_before_number() {
  if (named_ || numbered_ || line_.fits(bodies(), p_) == 0 || !line_.capital(p_) || line_.is(p_, u"số"_w)) return;
  const std::size_t last = authority_end(line_, p_);
  const std::size_t k = line_.is(last, u"số"_w) ? last + 1 : last;
  if (const auto own = number_at(line_, k); own && own->letters && last < p_ + 16) {
    reference_.authority = line_.slice(p_, last);
    end_ = last;
  }
}

bool Reading::take_part() {
  std::size_t q = end_;
  while (line_.mark(q, u',') || line_.mark(q, u'-') || line_.mark(q, u':')) ++q;
  if (q > end_ + 2) return false;
  return take_number(q) || take_aside(q) || take_date(q) || take_issuer(q) || take_subject(q);
}

void Reading::set_issued(std::size_t first, const Date& date) {
  set_date(line_, first, date, reference_);
  has_date_ = true;
  exact_date_ = date.value.day > 0;
}

bool Reading::take_number(std::size_t q) {
  if (numbered_) return false;
  std::size_t k = q;
  bool said = false;
  const bool closed = line_.mark(k, u'(');
  if (closed) ++k;
  // "Luật Thủy lợi (luật số 08/2017/QH14)"
  if (closed && named_ && line_.is(k, u"luật"_w)) ++k;
  if (line_.is(k, u"số"_w) || line_.is(k, u"so"_w)) {
    ++k;
    if (line_.mark(k, u':') || line_.mark(k, u'.')) ++k;
    said = true;
  }
  auto found = number_at(line_, k);
  // "(số 43/2013/TT-BYT ngày 11-12-2013)"
  std::optional<Date> with_date;
  if (found && closed && found->letters && !line_.mark(found->end, u')')) {
    with_date = date_at(line_, line_.mark(found->end, u',') ? found->end + 1 : found->end);
    if (with_date && !line_.mark(with_date->end, u')')) with_date.reset();
  }
  if (found && closed && (!found->letters || (!line_.mark(found->end, u')') && !with_date))) found.reset();
  if (found) {
    const bool date_instead = !said && !found->letters && (date_at(line_, k) || (named_ && year_at(line_, k)));
    if (!date_instead && (said || found->letters || (q == p_ && !named_))) {
      symbol_ = *found;
      numbered_ = true;
      said_number_ = said;
      reference_.number = symbol_.text;
      end_ = symbol_.end + (closed ? 1 : 0);
      if (with_date) {
        const std::size_t first = line_.mark(symbol_.end, u',') ? symbol_.end + 1 : symbol_.end;
        set_issued(first, *with_date);
        end_ = with_date->end + 1;
      }
      return true;
    }
  }
  return false;
}

// "(nay là Bộ …)", "(khóa XII)", "(sửa đổi)" and the like say nothing of the document itself.
bool Reading::take_aside(std::size_t q) {
  const bool aside = line_.mark(q, u'(') && line_.fits(asides(), q + 1) > 0;
  if (!aside || skipped_) return false;
  std::size_t k = q;
  while (k < line_.size() && k < q + 24 && !line_.mark(k, u')')) ++k;
  if (!line_.mark(k, u')') || k + 1 >= line_.size()) return false;
  skipped_ = true;
  skip_from_ = end_;
  end_ = k + 1;
  return true;
}

// A date, perhaps in parentheses, perhaps after "ban hành".
bool Reading::take_date(std::size_t q) {
  if (has_date_) return false;
  std::size_t k = q;
  const bool closed = line_.mark(k, u'(');
  if (closed) ++k;
  if (line_.is(k, u"được"_w) && line_.is(k + 1, u"ban"_w)) ++k;
  if ((line_.is(k, u"ban"_w) && line_.is(k + 1, u"hành"_w) &&
       (line_.is(k + 2, u"ngày"_w) || line_.is(k + 2, u"năm"_w) || line_.is(k + 2, u"tháng"_w))))
    k += 2;
  if (line_.is(k, u"ký"_w) && (line_.is(k + 1, u"ngày"_w) || closed)) ++k;
  if (line_.is(k, u"ngày"_w) && line_.is(k + 1, u"ký"_w)) k += 2;
  std::optional<Date> found = date_at(line_, k);
  if (!found && year_at(line_, k) &&
      (closed || named_ || (numbered_ && genre_.kind == GenreClass::consolidated && !symbol_.year)))
    found = Date{{line_.value(k), 0, 0}, k + 1};
  // "(ký 15/11/2024, hiệu lực 01/01/2025)"
  if (found && closed && line_.mark(found->end, u',') && line_.is(found->end + 1, u"hiệu"_w)) {
    std::size_t close = found->end;
    while (close < line_.size() && close < found->end + 16 && !line_.mark(close, u')')) ++close;
    if (line_.mark(close, u')')) found->end = close;
  }
  if (found && (!closed || line_.mark(found->end, u')'))) {
    set_issued(k, *found);
    end_ = found->end + (closed ? 1 : 0);
    return true;
  }
  return false;
}

bool Reading::take_issuer(std::size_t q) {
  if (!reference_.authority.empty()) return false;
  std::size_t k = q;
  const bool closed = line_.mark(k, u'(') && line_.fits(bodies(), k + 1) > 0 && line_.capital(k + 1);
  // "… ngày 04/11/2013 Hội nghị lần thứ tám …": without "của".
  const bool bare = numbered_ && symbol_.letters && has_date_ && q == end_ && line_.fits(bodies(), k) > 0 &&
                    line_.letters(k) && line_[k].capital && !line_.shouting();
  if (line_.is(k, u"của"_w) || line_.is(k, u"do"_w) || closed || bare) {
    if (!bare) ++k;
    const bool body = line_.letters(k) && (line_.capital(k) || line_.fits(bodies(), k) > 0) &&
                      (!(line_.shouting() || line_.plain()) || line_.fits(bodies(), k) > 0);
    if (body && !(line_.is(k, u"nước"_w) && line_.is(k + 1, u"cộng"_w)) && standard_name(line_, k).empty()) {
      std::size_t last = authority_end(line_, k);
      std::size_t trimmed = last;
      while (trimmed > k && line_[trimmed - 1].kind == LineWord::Kind::mark && !line_.mark(trimmed - 1, u')'))
        --trimmed;
      reference_.authority = line_.slice(k, trimmed);
      end_ = trimmed;
      if (closed && line_.mark(end_, u')')) ++end_;
      if (line_.is(end_, u"ban"_w) && line_.is(end_ + 1, u"hành"_w) &&
          (starts_date(line_, end_ + 2) || end_ + 2 >= line_.size()))
        end_ += 2;
      return true;
    }
  }
  return false;
}

// A subject; what is no law's name only.
bool Reading::take_subject(std::size_t q) {
  if (!reference_.title.empty() || (!numbered_ && !has_date_)) return false;
  if (const auto found = subject(line_, q, has_date_, reference_)) {
    reference_.title = line_.slice(found->first, found->end);
    end_ = found->end;
    if (line_.mark(end_, u'"')) ++end_;
    return true;
  }
  return false;
}

bool Reading::accepted() const {
  const bool exactly_dated = has_date_ && exact_date_;
  if (named_) {
    if (numbered_) return symbol_.letters || has_date_ || reference_.named;
    return !reference_.title.empty() && (genre_.kind != GenreClass::constitution || has_date_ || led_ || sure_name_);
  }
  if (numbered_ && symbol_.letters) return true;
  if (genre_.kind == GenreClass::common || !big_) return false;
  if (!numbered_) return exactly_dated && !reference_.authority.empty();
  return said_number_ || symbol_.year || genre_.kind == GenreClass::decree || exactly_dated ||
         !reference_.authority.empty();
}

// Places the reference, with what stands beside it.
void Reading::finish() {
  if (!big_ && !line_.plain()) write_properly(reference_);
  if (numbered_) {
    reference_.number_start = line_[symbol_.first].start;
    reference_.number_end = line_[symbol_.end - 1].end;
  }
  reference_.start = line_[i_].start;
  reference_.end = line_[end_ - 1].end;
  if (const auto before = locator_before(line_, i_, from_)) {
    reference_.locator = line_.slice(before->first, before->end);
  } else {
    std::size_t k = end_;
    if (line_.mark(k, u',') || line_.mark(k, u'(')) ++k;
    const std::size_t locator = locator_end(line_, k);
    if (locator > k && k > end_) reference_.locator = line_.slice(k, locator);
  }
  // "Chính phủ (2020), Nghị định số …": the issuer before it, as lists of sources have it.
  if (reference_.authority.empty()) issuer_before(line_, i_, from_, reference_);
}

// A draft: the law it will be, or the subject, since it has no number yet.
std::optional<Found> draft_at(const Line& line, std::size_t i, std::size_t from) {
  std::size_t word = line.fits(drafts(), i);
  if (word > 0 && line.is(i + word, u"lần"_w) && line.digits(i + word + 1)) word += 2;
  const std::size_t of = i + word;
  const Genre genre = word > 0 && line.letters(of) && line[of].capital ? genre_at(line, of) : Genre();
  if (genre.length == 0 || genre.kind == GenreClass::common) return std::nullopt;
  std::optional<Found> found;
  if (has_name(genre.kind)) {
    found = Reading(line, of, of, genre, nullptr).read();
    if (found && found->reference.named && found->reference.number.empty() && found->reference.issued.year == 0)
      found->reference.title = line.slice(of, found->end);  // "(sửa đổi)" too
  } else {
    LegalReference reference;
    reference.genre = line.slice(of, of + genre.length);
    std::size_t k = of + genre.length;
    if (line.is(k, u"của"_w) && line.fits(bodies(), k + 1) > 0) {
      const std::size_t end = authority_end(line, k + 1);
      reference.authority = line.slice(k + 1, end);
      k = end;
    }
    if (const auto about = subject(line, k, false, reference)) {
      // "… về đặc xá phải được trình …": of a draft much is told in the same sentence.
      std::size_t end = about->first;
      while (end < about->end && !(line.fits(goes_on(), end) > 0 && line.lower(end))) ++end;
      if (end == about->first) return std::nullopt;
      reference.title = line.slice(about->first, end);
      found = Found{std::move(reference), end};
    }
  }
  if (!found) return std::nullopt;
  LegalReference& reference = found->reference;
  reference.genre = line.slice(i, of) + u" " + reference.genre;
  upper(reference.genre, 1);
  if (reference.named) {
    reference.title = line.slice(i, of) + u" " + reference.title;
    upper(reference.title, 1);
  }
  reference.start = line[i].start;
  reference.end = line[found->end - 1].end;
  if (const auto before = locator_before(line, i, from)) reference.locator = line.slice(before->first, before->end);
  return found;
}

// The letters for the kind in a symbol: NĐ in "12/2020/NĐ-CP".
std::u16string_view kind_letters(std::u16string_view number) {
  const auto start = number.find_first_not_of(u"0123456789/-");
  if (start == std::u16string_view::npos) return {};
  return number.substr(start, number.find_first_of(u"/-", start) - start);
}

}  // namespace

std::optional<Found> same_kind_at(const Line& line, std::size_t from, const LegalReference& before) {
  if (before.named || kind_letters(before.number).empty()) return std::nullopt;
  std::size_t k = from;
  if (!line.mark(k, u',') && !line.mark(k, u';') && !line.is(k, u"và"_w)) return std::nullopt;
  ++k;
  if (line.is(k, u"và"_w)) ++k;
  const std::size_t first = k;
  if (line.is(k, u"số"_w)) ++k;
  const auto number = number_at(line, k);
  if (!number || kind_letters(number->text) != kind_letters(before.number)) return std::nullopt;
  const Genre kind = genre_with_marks(Line(before.genre), 0);
  auto found = Reading(line, first, from, {0, kind.kind}, nullptr).read();
  if (found) found->reference.genre = before.genre;
  return found;
}

std::optional<Found> reference_at(const Line& line, std::size_t i, std::size_t from) {
  if (!line.letters(i)) return std::nullopt;
  if (auto standard = standard_at(line, i, from)) return standard;
  if (auto draft = draft_at(line, i, from)) return draft;
  if (auto party = party_document_at(line, i, from)) return party;
  const Genre genre = genre_at(line, i);
  if (genre.length > 0) {
    if (line.fits(treaties(), i) > genre.length) return treaty_at(line, i, from);
    return Reading(line, i, from, genre, nullptr).read();
  }
  const Abbreviation* brief = abbreviation_at(line, i);
  if (brief == nullptr) return treaty_at(line, i, from);
  if (brief->code) return code_at(line, i, from, *brief);
  return Reading(line, i, from, {1, brief->kind}, brief).read();
}

}  // namespace soat::reference::legal
