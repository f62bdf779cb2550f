#include "training/vocabulary_builder.h"

#include <algorithm>
#include <tuple>

#include "text/letters.h"
#include "text/utf.h"

namespace soat::training {

namespace {

constexpr std::size_t kMostForms = 4'000'000;
constexpr std::size_t kLongestForm = 32;

// The word without marks, by which accent families are told.
std::u16string without_marks(std::u16string_view word) {
  std::u16string result(word);
  for (char16_t& unit : result) {
    const text::Letter letter = text::letter_info(unit).letter;
    if (letter != text::Letter::none) unit = text::letter_unit(text::base_letter(letter));
  }
  return result;
}

std::uint64_t total(const model::WordCounts& counts) {
  return std::uint64_t{counts.lower} + counts.capitalised + counts.upper;
}

}  // namespace

VocabularyBuilder::VocabularyBuilder() : forms_(1), by_code_(text::code_limit, kUncounted) {}

FormId VocabularyBuilder::form_of(const text::Analysis& analysis, const model::Item& item) {
  if (item.kind == model::Item::Kind::syllable) {
    const text::Syllable syllable = text::fold_i_y(item.syllable);
    FormId& form = by_code_[syllable.code()];
    if (form == kUncounted) {
      form = static_cast<FormId>(forms_.size());
      forms_.push_back({text::compose(syllable), true, {}, model::kNone, model::kNone});
    }
    return form;
  }
  if (item.end - item.start > kLongestForm) return kUncounted;
  model::lower_form(std::u16string_view(analysis.text).substr(item.start, item.end - item.start), lower_);
  const auto found = others_.find(lower_);
  if (found != others_.end()) return found->second;
  if (others_.size() >= kMostForms) return kUncounted;
  const auto form = static_cast<FormId>(forms_.size());
  others_.emplace(lower_, form);
  forms_.push_back({lower_, false, {}, model::kNone, model::kNone});
  return form;
}

FormId VocabularyBuilder::count(const text::Analysis& analysis, const model::Item& item) {
  const FormId form = form_of(analysis, item);
  model::WordCounts& counts = forms_[form].counts;
  if (item.capitalised) {
    ++counts.capitalised;
  } else if (item.letter_case == text::LetterCase::upper || item.letter_case == text::LetterCase::mixed) {
    ++counts.upper;
  } else {
    ++counts.lower;
  }
  return form;
}

void VocabularyBuilder::choose(std::size_t limit, std::uint32_t minimum, std::uint32_t capitalised_minimum) {
  std::vector<FormId> order;
  for (FormId form = 1; form < forms_.size(); ++form) {
    if (total(forms_[form].counts) >= minimum) order.push_back(form);
  }
  std::sort(order.begin(), order.end(), [this](FormId a, FormId b) {
    const Form& x = forms_[a];
    const Form& y = forms_[b];
    const std::uint64_t count_x = total(x.counts);
    const std::uint64_t count_y = total(y.counts);
    return std::tie(y.syllable, count_y, x.spelling) < std::tie(x.syllable, count_x, y.spelling);
  });

  struct Entry {
    std::u16string family;
    bool capitalised = false;
    FormId form = 0;
  };
  std::vector<Entry> entries;
  const std::size_t room = limit - model::kFirstWord;
  for (const FormId form : order) {
    const model::WordCounts& counts = forms_[form].counts;
    // A name that is hardly ever written small needs no second entry.
    const bool twice = capitalised_minimum > 0 && counts.capitalised >= capitalised_minimum &&
                       std::uint64_t{counts.lower} * 50 > counts.capitalised;
    if (entries.size() + (twice ? 2 : 1) > room) break;
    const std::u16string family = without_marks(forms_[form].spelling);
    entries.push_back({family, false, form});
    if (twice) entries.push_back({family, true, form});
  }
  std::sort(entries.begin(), entries.end(), [this](const Entry& a, const Entry& b) {
    return std::tie(a.family, a.capitalised, forms_[a.form].spelling) <
           std::tie(b.family, b.capitalised, forms_[b.form].spelling);
  });

  words_.clear();
  for (std::uint32_t i = 0; i < model::kFirstWord; ++i) words_.push_back({"", {}, i, false});
  std::uint32_t family = model::kFirstWord;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const Entry& entry = entries[i];
    if (i > 0 && (entry.family != entries[i - 1].family || entry.capitalised != entries[i - 1].capitalised)) ++family;
    Form& form = forms_[entry.form];
    (entry.capitalised ? form.capitalised : form.lower) = static_cast<model::WordId>(words_.size());
    words_.push_back({text::to_utf8(form.spelling), form.counts, family, entry.capitalised});
  }
}

model::WordId VocabularyBuilder::word(FormId form, bool capitalised, model::WordId unknown) const {
  const Form& f = forms_[form];
  if (capitalised && f.capitalised != model::kNone) return f.capitalised;
  return f.lower != model::kNone ? f.lower : unknown;
}

}  // namespace soat::training
