// How the time of checking grows with the length of a text, for short units of text repeated to fill one paragraph, or
// many short ones ("lines"):
//   growth_bench [KIB] [UNIT…]
// KIB: the longest text, in KiB of UTF-8 (4); sizes double from 1. UNIT: names of the table below (all). Prints
// for each unit and profile the seconds at each size (checking and the report as JSON Lines), and by how much the last
// doublings multiplied them: 2 where cost is proportional to length. Options (--…) are let pass, so that all benchmarks
// can be run alike.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <exception>
#include <filesystem>
#include <fstream>
#include <functional>
#include <memory>
#include <random>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "check/checker.h"
#include "cli/normalise.h"
#include "report/report.h"
#include "text/error.h"
#include "text/syllable.h"
#include "text/utf.h"

namespace {

using soat::check::Checker;
using soat::check::Profile;

constexpr std::size_t kibibyte = 1024;
// A unit that takes longer than this is not doubled further.
constexpr double most_seconds = 30;

struct Unit {
  std::string_view name;
  std::string_view text;
};

constexpr auto units = std::to_array<Unit>({
    {"letter", "A "},
    {"misspelling", "nguời "},
    {"split", "n ướ c "},
    {"split-capital", "Cô ng ty "},
    {"tag", "<b>"},
    {"hyphen", "a-"},
    {"tone-placement", "hoà hòa "},
    {"joined", "xãhội "},
    {"doubled", "tốt tốt "},
    {"capital", "Thứ "},
    {"mojibake", "Ã¡"},
    {"bracket", "("},
    {"square", "["},
    {"letters", "a b c d "},
    {"rare", "ệ "},
    {"closing-quote", "”"},
    {"inch", "5\" "},
    {"guillemet", "« "},
    {"sentence", "Tôi gặp một nguời bạn cũ. "},
    {"look-alikes", "tо́i пgười việt "},
    {"nested-quotes", "“Anh “nói «rằng (đi "},
    {"garbled", "làng mạc hội sở hữu "},
    {"no-blanks", "khôngđượcnhưthế"},
    {"digits", "a1b2c3 "},
    {"nested-brackets", "([{(“"},
    {"closing-marks", "nói)]»” "},
    {"closing-run", ")]»”"},
    {"list-heads", "a) một b) hai "},
    {"doubled-capitals", "Nhà nhà Nhà "},
    {"extraction", "CƠNG TÁC QUẢN LÝ đô ̣ng "},
    {"stops", "... ,, ;. "},
    {"commas", ","},
    {"spintax", "{anh|em|chị} "},
    {"open-spintax", "{a|"},
    {"address", "xem http://a.vn/b thêm. "},
    {"capitals", "HÀ NÔI VIÊT NAM "},
    {"keys", "tieesng vieejt "},
    {"decomposed", "tiê\u0301ng viê\u0323t "},
    {"names", "Nguyễn Văn An Nguyễn Văn Ân "},
    {"law", "Nghị định số 12/2020/NĐ-CP "},
    {"law-list", "điểm a khoản 1 Điều 2 "},
    {"entity", "&nbsp;<a href=x>"},
    {"slash", "và/hoặc/"},
    {"zero-width", "ng\u200Bười "},
    {"legacy", "\u00ADc¶ n\u00ADíc "},
    {"reference", "[1] "},
    {"quotation", "“Ông ấy” nói \"không\" "},
    {"foreign", "the house của ông "},
    {"informal", "đc "},
    {"letter-exchange", "ưung "},
    {"confusable", "tham quan bàng quang sử lý "},
    {"lossy", "b?n "},
    {"lossy-informal", "b?n đc , v?n "},
    {"lossy-words", "Vi?t Nam c?a t?i "},
    {"ocr-digit", "Điều l "},
    {"key-sentences", "Chusng tooi ddi hojc. "},
    {"path", "a/b/c.txt "},
    {"options", "--a-b=c_d/e "},
    {"time-stamp", "10:35 25/6/2021 GMT+7 "},
    {"teaser", "các em học sinh của trường đã vui vẻ ra về với... "},
    {"document-kind", "nghị định số 30/2020/NĐ-CP "},
    {"names-of-bodies", "Sở tài nguyên và môi trường tỉnh Quảng nam. "},
    {"names-of-persons", "ông Nguyễn Văn An và nguyễn văn An "},
    {"capital-horn", "TƯ TƯỞ "},
    {"consonants", "trng "},
    {"tcvn3", "Tr\u00ADêng häc "},
    {"vni", "Tröôøng hoïc "},
    {"decomposed-split", "n u\u031Bo\u031B\u0301 c "},
    {"decomposed-joins", "tru\u031Bo\u031B\u0300 ng ho\u0323 c "},
    {"markdown", "**chữ** `nguời` [a](b) "},
    {"fence", "```\nnguời\n```\n"},
    {"cut", "Tôi đi v "},
    {"parenthesis", "(Anh nguời) "},
    {"misspelt-mixed", "nguời viêt hoà đc trng "},
});

double processor_seconds() {
  return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

// The unit repeated until `bytes` of UTF-8 are reached.
std::string repeated(std::string_view unit, std::size_t bytes) {
  std::string out;
  while (out.size() < bytes) out += unit;
  return out;
}

std::string read_line(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw soat::Error(path.string() + ": cannot be read");
  std::string out;
  for (std::string line; std::getline(in, line);) out += line + ' ';
  return out;
}

// Text whose syllables have another tone in three of ten cases, as a bad conversion leaves it.
std::string damaged(const std::string& text) {
  std::mt19937 random(1);
  std::u16string out;
  std::u16string word;
  const auto finish = [&] {
    const soat::text::Syllable syllable = soat::text::parse(word);
    if (syllable.valid() && random() % 10 < 3) {
      const auto tone = static_cast<soat::text::Tone>(random() % soat::text::tone_count);
      const soat::text::Syllable other = syllable.with_tone(tone);
      if (other.valid()) word = soat::text::spell(other).str();
    }
    out += word;
    word.clear();
  };
  for (const char16_t unit : soat::text::to_utf16(text)) {
    if (unit == u' ' || unit < u'0') {
      finish();
      out += unit;
    } else {
      word += unit;
    }
  }
  finish();
  return soat::text::to_utf8(out);
}

void check(const Checker& checker, std::span<const std::u16string_view> paragraphs, Profile profile) {
  const soat::check::Checked checked = checker.check_and_assess(paragraphs, {profile, {}, {}});
  const auto report = soat::report::make_report({soat::report::Format::jsonl});
  report->document({"text", paragraphs, checked.findings, 0, &checked.assessment}, [](std::string_view) {});
}

void check_paragraph(const Checker& checker, std::string_view text, Profile profile) {
  const std::u16string paragraph = soat::text::to_utf16(text);
  const std::u16string_view view = paragraph;
  check(checker, {&view, 1}, profile);
}

// The text cut into paragraphs of about `line` UTF-16 units, where a copy of the unit ends.
void check_lines(const Checker& checker, std::string_view text, std::string_view unit) {
  constexpr std::size_t line = 24;
  const std::u16string all = soat::text::to_utf16(text);
  const std::size_t copy = soat::text::to_utf16(unit).size();
  const std::size_t length = copy * std::max<std::size_t>(1, line / copy);
  std::vector<std::u16string_view> paragraphs;
  for (std::size_t at = 0; at < all.size(); at += length)
    paragraphs.push_back(std::u16string_view(all).substr(at, length));
  check(checker, paragraphs, Profile::normal);
}

// One line of the table.
void measure(std::string_view name, std::string_view how, std::size_t most_kibibytes,
             const std::function<std::string(std::size_t)>& text_of,
             const std::function<void(std::string_view)>& work) {
  std::printf("%-18.*s %-9.*s", static_cast<int>(name.size()), name.data(), static_cast<int>(how.size()), how.data());
  std::vector<double> seconds;
  for (std::size_t size = 1; size <= most_kibibytes; size *= 2) {
    if (!seconds.empty() && seconds.back() > most_seconds) break;
    const std::string text = text_of(size * kibibyte);
    const double start = processor_seconds();
    work(text);
    seconds.push_back(processor_seconds() - start);
    std::printf(" %8.3f", seconds.back());
    std::fflush(stdout);
  }
  // Over the last three doublings, which are the least disturbed by what every check costs.
  const std::size_t doublings = std::min<std::size_t>(3, seconds.size() - 1);
  if (doublings > 0 && seconds[seconds.size() - 1 - doublings] > 0) {
    const double growth = seconds.back() / seconds[seconds.size() - 1 - doublings];
    std::printf("   x %.2f", std::pow(growth, 1.0 / static_cast<double>(doublings)));
  }
  std::printf("\n");
}

void run(std::size_t most_kibibytes, std::span<const std::string_view> wanted) {
  const std::filesystem::path source = SOAT_SOURCE_DIR;
  const auto checker = Checker::load({source / "dictionaries/vi", {}, {}});
  const auto is_wanted = [&](std::string_view name) {
    return wanted.empty() || std::ranges::find(wanted, name) != wanted.end();
  };
  std::printf("%-18s %-9s seconds of processor time at 1, 2, 4 … KiB, growth per doubling\n", "unit", "");
  const auto check_both = [&](std::string_view name, const std::function<std::string(std::size_t)>& text_of) {
    if (!is_wanted(name)) return;
    measure(name, "normal", most_kibibytes, text_of,
            [&](std::string_view text) { check_paragraph(*checker, text, Profile::normal); });
    measure(name, "strict", most_kibibytes, text_of,
            [&](std::string_view text) { check_paragraph(*checker, text, Profile::strict); });
  };
  for (const Unit& unit : units) {
    const auto text_of = [&](std::size_t bytes) { return repeated(unit.text, bytes); };
    check_both(unit.name, text_of);
    if (!is_wanted(unit.name)) continue;
    measure(unit.name, "lines", most_kibibytes, text_of,
            [&](std::string_view text) { check_lines(*checker, text, unit.text); });
  }
  const std::string ordinary = read_line(source / "tests/data/sample-vi.txt");
  const std::string harmed = damaged(ordinary);
  const auto whole_words = [](const std::string& text, std::size_t bytes) {
    const std::string out = repeated(text, bytes);
    return out.substr(0, out.rfind(' ', bytes));
  };
  check_both("ordinary", [&](std::size_t bytes) { return whole_words(ordinary, bytes); });
  check_both("damaged", [&](std::size_t bytes) { return whole_words(harmed, bytes); });
  if (is_wanted("normalise")) {
    for (const std::string_view unit : {"hoà ", "a-", "hoà-bình"}) {
      measure(
          "normalise", unit, most_kibibytes, [&](std::size_t bytes) { return repeated(unit, bytes); },
          [](std::string_view text) {
            soat::cli::normalise(soat::text::to_utf16(text), soat::text::ToneStyle::new_style);
          });
    }
  }
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string_view> words(argv + 1, argv + argc);
  std::erase_if(words, [](std::string_view word) { return word.starts_with("--"); });
  std::size_t most = 4;
  if (!words.empty() && std::strtoul(words.front().data(), nullptr, 10) > 0) {
    most = std::strtoul(words.front().data(), nullptr, 10);
    words.erase(words.begin());
  }
  try {
    run(most, words);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "growth_bench: %s\n", error.what());
    return 2;
  }
  return 0;
}
