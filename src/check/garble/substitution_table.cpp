#include "check/garble/substitution_table.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "text/char_class.h"
#include "text/hash.h"
#include "text/syllable.h"
#include "text/table_reader.h"
#include "text/utf.h"
#include "texts/error.h"

namespace soat::check::garble {
namespace {

using model::WordId;

constexpr unsigned bucket_bits = 12;
constexpr std::size_t bucket_count = std::size_t{1} << bucket_bits;

std::uint64_t pack(std::span<const WordId> words) {
  std::uint64_t key = 0;
  for (std::size_t i = words.size(); i > 0; --i) key = key << 16 | words[i - 1];
  return key;
}

std::size_t bucket(std::uint64_t key) {
  return static_cast<std::size_t>(text::spread(key) >> (64 - bucket_bits));
}

bool is_small_word(std::u16string_view word) {
  const text::CharTable& table = text::CharTable::get();
  return !word.empty() && std::all_of(word.begin(), word.end(), [&](char16_t unit) {
    return table.class_of(unit) == text::CharClass::letter && !table.is_upper(unit);
  });
}

WordId find_word(const model::LanguageModel& words, std::u16string_view word) {
  const text::Syllable syllable = text::parse(word);
  return syllable ? words.find(syllable) : words.find(word);
}

}  // namespace

// Gathers pairs in the order of the file.
class SubstitutionTable::Builder {
 public:
  using Key = std::uint64_t;

  explicit Builder(const model::LanguageModel& words) : words_(words) {}

  void read(const std::filesystem::path& path) {
    text::TableReader table(path, "substitutions");
    while (table.next(1, 2)) read_row(table);
  }

  SubstitutionTable build() const {
    SubstitutionTable table;
    table.longest_written_.resize(words_.vocabulary_size());
    std::vector<std::pair<Key, const Lists*>> forms;
    for (const auto& [key, lists] : forms_) forms.emplace_back(key, &lists);
    std::stable_sort(forms.begin(), forms.end(),
                     [](const auto& a, const auto& b) { return bucket(a.first) < bucket(b.first); });
    table.buckets_.resize(bucket_count + 1);
    for (const auto& [key, lists] : forms) {
      Form form;
      form.key = key;
      form.originals_begin = append(lists->originals, table.originals_);
      form.originals_end = static_cast<std::uint32_t>(table.originals_.size());
      form.substitutes_begin = append(lists->substitutes, table.substitutes_);
      form.substitutes_end = static_cast<std::uint32_t>(table.substitutes_.size());
      table.forms_.push_back(form);
      ++table.buckets_[bucket(key) + 1];
      if (lists->originals.empty()) continue;
      std::uint8_t& longest_form = table.longest_written_[key & 0xFFFF];
      longest_form = std::max(longest_form, unpack(key).size);
    }
    for (std::size_t i = 1; i < table.buckets_.size(); ++i) table.buckets_[i] += table.buckets_[i - 1];
    return table;
  }

 private:
  using List = std::vector<std::pair<Key, Kind>>;
  struct Lists {
    List originals, substitutes;
  };

  void read_row(const text::TableReader& table) {
    if (table.row().size() == 1) {
      const std::vector<std::optional<Key>> forms = read_forms(table, table[0]);
      if (forms.size() < 2) table.fail(texts::error_row_one_form);
      for (const auto& original : forms) {
        for (const auto& written : forms) add(original, written, Kind::synonym);
      }
    } else {
      const std::optional<Key> original = read_form(table, table[0]);
      for (const auto& written : read_forms(table, table[1])) add(original, written, Kind::sense);
    }
  }

  std::vector<std::optional<Key>> read_forms(const text::TableReader& table, std::string_view written) const {
    std::vector<std::optional<Key>> forms;
    for (const std::string_view form : text::split(written, '|')) forms.push_back(read_form(table, form));
    return forms;
  }

  // Nothing for a form with a word that the model does not know.
  std::optional<Key> read_form(const text::TableReader& table, std::string_view written) const {
    std::vector<WordId> form;
    bool known = true;
    for (const std::string_view spelling : text::split(written, ' ')) {
      const std::u16string word = text::to_utf16(spelling);
      if (!is_small_word(word)) table.fail(texts::error_row_no_small_words);
      const WordId number = find_word(words_, word);
      if (number < model::kFirstWord) known = false;
      form.push_back(number);
    }
    if (form.size() > longest) table.fail(texts::error_row_long_form);
    return known ? std::optional(pack(form)) : std::nullopt;
  }

  // Spellings that the model counts as one word (lý, lí) make no pair.
  void add(std::optional<Key> original, std::optional<Key> written, Kind kind) {
    if (!original || !written || *original == *written) return;
    add(forms_[*written].originals, *original, kind);
    add(forms_[*original].substitutes, *written, kind);
  }

  static void add(List& list, Key key, Kind kind) {
    const auto same = std::find_if(list.begin(), list.end(), [&](const auto& entry) { return entry.first == key; });
    if (same == list.end()) list.emplace_back(key, kind);
  }

  static Counterpart unpack(Key key) {
    Counterpart form;
    for (; key != 0; key >>= 16) form.words[form.size++] = static_cast<WordId>(key & 0xFFFF);
    return form;
  }

  static std::uint32_t append(const List& list, std::vector<Counterpart>& out) {
    const auto begin = static_cast<std::uint32_t>(out.size());
    for (const auto& [key, kind] : list) {
      out.push_back(unpack(key));
      out.back().kind = kind;
    }
    return begin;
  }

  const model::LanguageModel& words_;
  std::map<Key, Lists> forms_;
};

std::shared_ptr<const SubstitutionTable> SubstitutionTable::load(const std::filesystem::path& path,
                                                                 const model::LanguageModel& words) {
  Builder builder(words);
  builder.read(path);
  return std::make_shared<const SubstitutionTable>(builder.build());
}

const SubstitutionTable::Form* SubstitutionTable::find(std::span<const WordId> words) const {
  if (words.empty() || words.size() > longest) return nullptr;
  if (words.back() == model::kNone) return nullptr;  // its key would be that of a shorter form
  const std::uint64_t key = pack(words);
  const std::size_t slot = bucket(key);
  for (std::uint32_t i = buckets_[slot]; i < buckets_[slot + 1]; ++i) {
    if (forms_[i].key == key) return &forms_[i];
  }
  return nullptr;
}

std::span<const SubstitutionTable::Counterpart> SubstitutionTable::originals(std::span<const WordId> written) const {
  const Form* form = find(written);
  if (form == nullptr) return {};
  return std::span(originals_).subspan(form->originals_begin, form->originals_end - form->originals_begin);
}

std::span<const SubstitutionTable::Counterpart> SubstitutionTable::substitutes(std::span<const WordId> original) const {
  const Form* form = find(original);
  if (form == nullptr) return {};
  return std::span(substitutes_).subspan(form->substitutes_begin, form->substitutes_end - form->substitutes_begin);
}

}  // namespace soat::check::garble
