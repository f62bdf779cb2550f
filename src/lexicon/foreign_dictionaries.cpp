#include "lexicon/foreign_dictionaries.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <hunspell.hxx>
#include <mutex>
#include <string>
#include <system_error>
#include <unordered_map>
#include <utility>
#include <vector>

#include "text/utf.h"

namespace soat::lexicon {
namespace {

// The languages whose words stand in Vietnamese text most often. More would cost memory and take misspelt words for
// right ones.
constexpr std::array<std::string_view, 2> languages = {"en", "fr"};
constexpr std::size_t longest_word = 40;
constexpr std::size_t cache_limit = 1 << 14;

struct Files {
  std::filesystem::path affixes;
  std::filesystem::path words;
};

bool is_of_language(const std::string& stem, std::string_view language) {
  return stem.starts_with(language) &&
         (stem.size() == language.size() || stem[language.size()] == '_' || stem[language.size()] == '-');
}

std::vector<Files> find_files(std::span<const std::filesystem::path> folders) {
  std::array<std::vector<Files>, languages.size()> found;
  for (const std::filesystem::path& folder : folders) {
    std::error_code error;
    std::vector<std::filesystem::path> lists;
    for (std::filesystem::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
      if (it->path().extension() == ".dic") lists.push_back(it->path());
    }
    std::sort(lists.begin(), lists.end());
    for (const std::filesystem::path& list : lists) {
      const std::string stem = list.stem().string();
      std::filesystem::path affixes = list;
      affixes.replace_extension(".aff");
      if (!std::filesystem::is_regular_file(affixes, error)) continue;
      for (std::size_t i = 0; i < languages.size(); ++i) {
        if (is_of_language(stem, languages[i])) found[i].push_back({affixes, list});
      }
    }
  }
  std::vector<Files> chosen;
  for (const std::vector<Files>& candidates : found) {
    if (candidates.empty()) continue;
    // British and other variants hold much the same words; American English is the one most machines have.
    const auto american =
        std::find_if(candidates.begin(), candidates.end(), [](const Files& f) { return f.words.stem() == "en_US"; });
    chosen.push_back(american == candidates.end() ? candidates.front() : *american);
  }
  return chosen;
}

// Latin letters of the Western languages: Basic Latin and Latin-1, apostrophes and hyphens.
bool is_western(std::u16string_view word) {
  return std::all_of(word.begin(), word.end(), [](char16_t c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '\'' || c == '-' || c == 0x2019 ||
           (c >= 0xC0 && c <= 0xFF);
  });
}

}  // namespace

struct ForeignDictionaries::Parts {
  struct Dictionary {
    std::unique_ptr<Hunspell> hunspell;
    bool latin1 = false;
  };

  std::vector<Files> files;
  std::once_flag loaded;
  std::mutex mutex;  // Hunspell's spell() changes its object
  std::vector<Dictionary> dictionaries;
  std::unordered_map<std::u16string, bool> cache;

  void load() {
    for (const Files& f : files) {
      auto hunspell = std::make_unique<Hunspell>(f.affixes.string().c_str(), f.words.string().c_str());
      const std::string& encoding = hunspell->get_dict_encoding();
      if (encoding == "UTF-8") {
        dictionaries.push_back({std::move(hunspell), false});
      } else if (encoding.starts_with("ISO8859-1") || encoding.starts_with("ISO-8859-1")) {
        dictionaries.push_back({std::move(hunspell), true});
      }
    }
  }

  bool spell(std::u16string_view word) {
    std::string utf8;
    std::string latin1;
    for (const char16_t unit : word) latin1.push_back(static_cast<char>(unit == 0x2019 ? '\'' : unit));
    text::append_utf8(word, utf8);
    return std::any_of(dictionaries.begin(), dictionaries.end(),
                       [&](Dictionary& d) { return d.hunspell->spell(d.latin1 ? latin1 : utf8); });
  }
};

ForeignDictionaries::ForeignDictionaries(std::span<const std::filesystem::path> folders)
    : parts_(std::make_unique<Parts>()) {
  parts_->files = find_files(folders);
}

ForeignDictionaries::~ForeignDictionaries() = default;

bool ForeignDictionaries::contains(std::u16string_view word) const {
  if (parts_->files.empty() || word.empty() || word.size() > longest_word || !is_western(word)) return false;
  std::call_once(parts_->loaded, [this] { parts_->load(); });
  const std::scoped_lock lock(parts_->mutex);
  if (parts_->cache.size() >= cache_limit) parts_->cache.clear();
  const auto [it, added] = parts_->cache.try_emplace(std::u16string(word), false);
  if (added) it->second = parts_->spell(word);
  return it->second;
}

}  // namespace soat::lexicon
