#include "model/additions.h"

#include <algorithm>
#include <charconv>
#include <span>
#include <string_view>
#include <utility>

#include "model/mapped_file.h"
#include "model/output_file.h"
#include "text/error.h"
#include "text/utf.h"
#include "texts/error.h"

namespace soat::model {

namespace {

constexpr std::string_view kFirstLine = "soat additions 1";
constexpr std::string_view kEnd = "end";

}  // namespace

void Additions::write(const std::filesystem::path& path) const {
  std::string text(kFirstLine);
  text += '\n';
  for (const Entry& entry : entries) {
    text += std::to_string(entry.count);
    char before = '\t';
    for (const std::string& word : entry.words) {
      text += before + word;
      before = ' ';
    }
    text += '\n';
  }
  text += std::string(kEnd) + '\n';
  OutputFile file(path);
  file.write(std::as_bytes(std::span(text)));
  file.commit();
}

Additions Additions::read(const std::filesystem::path& path) {
  const MappedFile file(path);
  std::string_view rest(reinterpret_cast<const char*>(file.bytes().data()), file.bytes().size());
  std::string_view line;
  std::uint64_t number = 1;
  const auto fail = [&](const text::Message& reason) { throw Error(texts::error_line, path.string(), number, reason); };
  const auto next_line = [&] {
    if (rest.empty()) return false;
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    return true;
  };
  if (!next_line() || line != kFirstLine) fail(texts::error_additions_none);
  Additions result;
  while (next_line()) {
    ++number;
    if (const auto bad = text::find_invalid_utf8(line)) fail({texts::error_text_byte_not_utf8, *bad});
    if (line == kEnd) return result;
    const std::size_t tab = line.find('\t');
    if (tab == std::string_view::npos) fail(texts::error_additions_no_tab);
    std::uint32_t count = 0;
    const auto parsed = std::from_chars(line.data(), line.data() + tab, count);
    if (parsed.ec != std::errc() || parsed.ptr != line.data() + tab || count == 0) fail(texts::error_additions_count);
    Entry entry;
    entry.count = count;
    for (std::size_t begin = tab + 1; begin <= line.size();) {
      const std::size_t stop = std::min(line.find(' ', begin), line.size());
      if (stop == begin || entry.words.size() == kLongest) fail(texts::error_additions_words);
      entry.words.emplace_back(line.substr(begin, stop - begin));
      begin = stop + 1;
    }
    result.entries.push_back(std::move(entry));
  }
  ++number;
  fail(texts::error_additions_cut);
  return result;
}

}  // namespace soat::model
