#include "cli/result_cache.h"

#include <array>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>

#include "platform/files.h"
#include "platform/program.h"
#include "text/checksum.h"
#include "text/error.h"
#include "text/hash.h"
#include "text/system_error.h"
#include "texts/error.h"

namespace soat::cli {
namespace {

namespace fs = std::filesystem;

std::string digits(std::uint64_t number) {
  const auto all = text::checksum_digits(number);
  return {all.begin(), all.end()};
}

fs::path place(const fs::path& folder, const std::string& key) {
  return folder / key.substr(0, 2) / key.substr(2);
}

}  // namespace

ResultCache::ResultCache(fs::path folder) : folder_(std::move(folder)) {
  std::error_code failed;
  fs::create_directories(folder_, failed);
  if (failed || !platform::is_writable_folder(folder_, failed))
    throw Error(texts::error_named, folder_.string(), text::system_error(failed));
}

// Two hashes of different make: 128 bits, of which no two of ten million documents have the same by chance.
std::string ResultCache::key(std::string_view content, std::string_view settings) {
  text::Fnv1a whole;
  whole.add_all(settings).add(0).add_all(content);
  return digits(text::checksum(content) ^ text::spread(text::checksum(settings))) + digits(whole.value());
}

std::optional<std::string> ResultCache::get(const std::string& key, bool& is_damaged) const {
  std::ifstream in(place(folder_, key), std::ios::binary);
  if (!in) return std::nullopt;
  const std::string all((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  constexpr std::size_t head = 16;
  if (all.size() >= head && all.substr(0, head) == digits(text::checksum(std::string_view(all).substr(head))))
    return all.substr(head);
  is_damaged = true;
  return std::nullopt;
}

void ResultCache::put(const std::string& key, std::string_view bytes) const {
  const fs::path file = place(folder_, key);
  std::error_code ignored;
  fs::create_directories(file.parent_path(), ignored);
  const fs::path unfinished = file.string() + '.' + std::to_string(platform::process_number());
  {
    std::ofstream out(unfinished, std::ios::binary);
    out << digits(text::checksum(bytes)) << bytes;
    out.close();
    if (!out) {
      fs::remove(unfinished, ignored);
      return;
    }
  }
  fs::rename(unfinished, file, ignored);
  if (ignored) fs::remove(unfinished, ignored);
}

}  // namespace soat::cli
