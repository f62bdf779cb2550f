#include "platform/decoder.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include "platform/windows/wide.h"

namespace soat::platform {
namespace {

constexpr UINT vietnamese = 1258;  // its tone marks stand behind their letters

// Windows' numbers for encodings that have names elsewhere
// (https://learn.microsoft.com/windows/win32/intl/code-page-identifiers); the first that is there.
constexpr auto pages = std::to_array<std::pair<std::string_view, UINT>>({
    {"UTF-8", 65001},      {"CP874", 874},         {"CP932", 932},         {"CP949", 949},
    {"BIG5", 950},         {"BIG5-HKSCS", 950},    {"GB18030", 54936},     {"GB18030", 936},
    {"GBK", 936},          {"GB2312", 936},        {"EUC-JP", 51932},      {"EUC-KR", 949},
    {"SHIFT_JIS", 932},    {"ISO-2022-JP", 50220}, {"KOI8-R", 20866},      {"KOI8-U", 21866},
    {"IBM866", 866},       {"CP866", 866},         {"MACINTOSH", 10000},   {"X-MAC-CYRILLIC", 10007},
    {"ISO-8859-1", 28591}, {"ISO-8859-2", 28592},  {"ISO-8859-3", 28593},  {"ISO-8859-4", 28594},
    {"ISO-8859-5", 28595}, {"ISO-8859-6", 28596},  {"ISO-8859-7", 28597},  {"ISO-8859-8", 28598},
    {"ISO-8859-9", 28599}, {"ISO-8859-13", 28603}, {"ISO-8859-15", 28605},
});

std::string upper(std::string name) {
  std::ranges::transform(name, name.begin(), [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return name;
}

// 0: unknown, or not there.
UINT page_of(const std::string& name) {
  const std::string wanted = upper(name);
  for (const auto& [known, page] : pages) {
    if (known == wanted && IsValidCodePage(page)) return page;
  }
  for (const std::string_view before : {"WINDOWS-125", "CP125"}) {  // the pages 1250 to 1258
    const std::string digit = wanted.substr(std::min(before.size(), wanted.size()));
    if (wanted.starts_with(before) && digit.size() == 1 && digit[0] >= '0' && digit[0] <= '8')
      return 1250 + static_cast<UINT>(digit[0] - '0');
  }
  return 0;
}

// Letters and their marks as one, as other systems give them. All as it is where Windows cannot do that.
std::wstring composed(const std::wstring& text) {
  const int size = static_cast<int>(text.size());
  std::wstring out(text.size(), L'\0');  // never longer: a letter with a mark becomes one
  const int length = NormalizeString(NormalizationC, text.data(), size, out.data(), size);
  if (length <= 0) return text;
  out.resize(static_cast<std::size_t>(length));
  return out;
}

// Nothing where some of the bytes mean nothing.
std::optional<std::wstring> decoded(UINT page, std::string_view bytes) {
  if (bytes.empty()) return std::wstring();
  const int size = static_cast<int>(bytes.size());
  const DWORD flags = page == 50220 ? 0 : MB_ERR_INVALID_CHARS;
  const int length = MultiByteToWideChar(page, flags, bytes.data(), size, nullptr, 0);
  if (length <= 0) return std::nullopt;
  std::wstring out(static_cast<std::size_t>(length), L'\0');
  MultiByteToWideChar(page, flags, bytes.data(), size, out.data(), length);
  // Bytes of which a page of Windows says nothing come as controls or private characters; elsewhere they mean nothing.
  const bool is_windows_own = page == 874 || (page >= 1250 && page <= 1258);
  const auto means_nothing = [](wchar_t c) { return (c >= 0x80 && c < 0xA0) || (c >= 0xE000 && c < 0xF900); };
  if (is_windows_own && std::ranges::any_of(out, means_nothing)) return std::nullopt;
  return page == vietnamese ? composed(out) : out;
}

}  // namespace

struct Decoder::State {
  UINT page;
};

Decoder::Decoder(const std::string& encoding) {
  const UINT page = page_of(encoding);
  if (page != 0) state_ = std::make_unique<State>(State{page});
}

Decoder::~Decoder() = default;

std::string Decoder::decode(std::string_view bytes, std::optional<std::size_t>& fault) const {
  if (const auto all = decoded(state_->page, bytes)) return narrow(*all);
  // The longest beginning that means something: what a longer one lacks, a shorter one need not.
  std::size_t good = 0;
  std::size_t bad = bytes.size();
  while (bad - good > 1) {
    const std::size_t middle = good + (bad - good) / 2;
    // The middle of a letter is no fault.
    const bool is_good = decoded(state_->page, bytes.substr(0, middle)).has_value() ||
                         decoded(state_->page, bytes.substr(0, middle + 1)).has_value();
    (is_good ? good : bad) = middle;
  }
  while (good > 0 && !decoded(state_->page, bytes.substr(0, good))) --good;
  fault = good;
  return narrow(decoded(state_->page, bytes.substr(0, good)).value_or(L""));
}

}  // namespace soat::platform
