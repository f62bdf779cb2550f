#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace soat::cli {

// What became of documents before, in a folder, by the content that they had and all else that it depends on. Several
// processes may use it at once.
class ResultCache {
 public:
  // Makes the folder. Throws soat::Error when that cannot be done.
  explicit ResultCache(std::filesystem::path folder);

  // The name of an entry.
  static std::string key(std::string_view content, std::string_view settings);

  // Nothing when there is no entry; a damaged one is none, and is_damaged then.
  std::optional<std::string> get(const std::string& key, bool& is_damaged) const;
  // What cannot be kept is not: the result is there all the same.
  void put(const std::string& key, std::string_view bytes) const;

 private:
  std::filesystem::path folder_;
};

}  // namespace soat::cli
