// How fast sources are found and read: searching a library of 50,000 items a key at a time, legal references in running
// text, the metadata of a page, a list of sources against its text; and what a document with 500 citations asks of the
// citation engine.
#include <benchmark/benchmark.h>
#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "citation/exchange/web_page.h"
#include "citation/library/intake.h"
#include "citation/library/library.h"
#include "citation/library/library_sources.h"
#include "citation/session/formatter.h"
#include "reference/legal_reference.h"
#include "reference/reference_list.h"

namespace {

using namespace soat::citation;
using nlohmann::json;

constexpr std::size_t library_size = 50'000;

const char* const families[] = {"Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Võ", "Đặng", "Bùi"};
const char* const givens[] = {"Văn Đò", "Thị Sông", "Minh Lúa", "Hải Phà", "Thu Bến", "Quốc Chợ", "Kim Thuyền"};
const char* const subjects[] = {"Chợ nổi", "Bến sông", "Đò ngang", "Mùa nước nổi", "Nghề dệt", "Lúa mùa", "Làng biển"};
const char* const places[] = {"miền Tây", "đồng bằng", "vùng cao", "ven biển", "thượng nguồn"};

json make_items(std::size_t count = library_size) {
  json items = json::array();
  for (std::size_t i = 0; i < count; ++i) {
    items.push_back({{"id", std::to_string(i)},
                     {"type", i % 3 ? "book" : "webpage"},
                     {"title", std::string(subjects[i % 7]) + " " + places[i / 7 % 5] + " " + std::to_string(i)},
                     {"author", {{{"family", families[i % 8]}, {"given", givens[i / 8 % 7]}}}},
                     {"issued", {{"date-parts", {{1950 + static_cast<int>(i % 75)}}}}},
                     {"URL", "https://phu-sa.example/" + std::to_string(i)},
                     {"publisher", "NXB Phù Sa"}});
  }
  return items;
}

// One library for all searches, removed at the end.
class LargeLibrary {
 public:
  static Library& instance() {
    static LargeLibrary large;
    return *large.library_;
  }
  ~LargeLibrary() {
    library_.reset();
    std::filesystem::remove_all(folder_);
  }

 private:
  LargeLibrary() : folder_(std::filesystem::temp_directory_path() / ("soat-bench-" + std::to_string(getpid()))) {
    std::filesystem::create_directories(folder_);
    library_ = std::make_unique<Library>(folder_ / "library.sqlite");
    take_in(*library_, make_items(), OnDuplicate::skip);
  }
  std::filesystem::path folder_;
  std::unique_ptr<Library> library_;
};

void search_key(benchmark::State& state, const char* query) {
  Library& library = LargeLibrary::instance();
  for (auto _ : state) benchmark::DoNotOptimize(library.search(query, 100));
}
BENCHMARK_CAPTURE(search_key, one_letter, "c")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(search_key, one_word, "cho")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(search_key, two_words, "cho noi")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(search_key, author_and_year, "nguyen do 1987")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(search_key, one_item, "cho noi 49")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(search_key, nothing, "khong co gi")->Unit(benchmark::kMillisecond);

void known_sources(benchmark::State& state) {
  const json items = LargeLibrary::instance().all();
  for (auto _ : state) benchmark::DoNotOptimize(std::make_unique<LibrarySources>(items));
}
BENCHMARK(known_sources)->Unit(benchmark::kMillisecond);

void legal_references(benchmark::State& state) {
  const std::u16string text =
      u"Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư; thực hiện Nghị "
      u"quyết "
      u"số 35-NQ/TW ngày 22/10/2018 của Bộ Chính trị, Ủy ban nhân dân tỉnh giao các sở rà soát, báo cáo trước ngày "
      u"15/6.";
  for (auto _ : state) benchmark::DoNotOptimize(soat::reference::find_legal_references(text));
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * text.size() * sizeof(char16_t)));
}
BENCHMARK(legal_references)->Unit(benchmark::kMicrosecond);

void page_metadata(benchmark::State& state) {
  std::string page =
      "<!DOCTYPE html><html lang=vi><head><meta charset=utf-8><title>Chợ nổi họp sớm | Báo Phù Sa</title><meta "
      "property=og:site_name content='Báo Phù Sa'><script type='application/ld+json'>{\"@type\":\"NewsArticle\","
      "\"headline\":\"Chợ nổi họp sớm\",\"datePublished\":\"2021-06-25\"}</script></head><body>";
  while (page.size() < static_cast<std::size_t>(state.range(0)) << 10)
    page += "<div class=item><p>Ghe thuyền về <a href=/x>chợ</a> từ sớm, người mua kẻ bán tấp nập.</p></div>\n";
  const WebPage answer{"https://phu-sa.example/cho-noi", "text/html; charset=utf-8", page};
  for (auto _ : state) benchmark::DoNotOptimize(read_web_page(answer, {2026, 3, 9}));
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * page.size()));
}
BENCHMARK(page_metadata)->Arg(200)->Arg(8000)->Unit(benchmark::kMillisecond);

void reference_list(benchmark::State& state) {
  std::vector<std::u16string> lines;
  for (int i = 1; i <= 3000; ++i) {
    const std::string number = std::to_string(i % 300 + 1);
    lines.push_back(u"Ghe thuyền về chợ từ sớm, người mua kẻ bán tấp nập như đã kể trong nhiều sách [" +
                    std::u16string(number.begin(), number.end()) + u"], và mùa nước nổi năm 2015 cũng vậy (xem hình).");
  }
  lines.push_back(u"TÀI LIỆU THAM KHẢO");
  for (int i = 1; i <= 300; ++i) {
    const std::string number = std::to_string(i);
    lines.push_back(u"[" + std::u16string(number.begin(), number.end()) +
                    u"] Lê Thị Sông (2015), Chợ nổi miền Tây, NXB Phù Sa, Cần Thơ.");
  }
  const std::vector<std::u16string_view> paragraphs(lines.begin(), lines.end());
  for (auto _ : state) benchmark::DoNotOptimize(soat::reference::review_reference_list(paragraphs));
}
BENCHMARK(reference_list)->Unit(benchmark::kMillisecond);

constexpr std::size_t cited = 500;

// A document that cites two works in three citations.
session::Snapshot long_document(const std::string& style, bool notes) {
  const std::filesystem::path data = std::filesystem::path(SOAT_SOURCE_DIR) / "dictionaries/vi/citation";
  session::Snapshot snapshot;
  snapshot.setup.style = style;
  snapshot.setup.locale = "vi-VN";
  snapshot.setup.style_folders = {data / "styles"};
  snapshot.setup.locale_folders = {data / "locales"};
  const json items = make_items(cited * 7);
  for (std::size_t i = 0; i < cited; ++i) {
    const json& item = items[i * 2 / 3 * 7];
    const std::string id = item["id"];
    snapshot.items.emplace(id, std::make_shared<const json>(item));
    session::CitationInput citation;
    citation.id = "c" + std::to_string(i);
    citation.cites = std::make_shared<const json>(json::array({{{"id", id}}}));
    citation.note = notes ? static_cast<int>(i) + 1 : 0;
    snapshot.citations.push_back(std::move(citation));
  }
  return snapshot;
}

// A citation of a work that is new to the document, which becomes one of the snapshot's.
session::CitationInput new_citation(session::Snapshot& snapshot, bool notes) {
  json item = make_items(8)[7];
  item["id"] = "new";
  snapshot.items.emplace("new", std::make_shared<const json>(item));
  session::CitationInput citation;
  citation.id = "new";
  citation.cites = std::make_shared<const json>(json::array({{{"id", "new"}}}));
  if (notes) {
    citation.note = 8;
    for (std::size_t i = 7; i < snapshot.citations.size(); ++i) ++snapshot.citations[i].note;
  }
  return citation;
}

enum class Step { warm_up, first_preview, second_preview, insertion };

void engine(benchmark::State& state, const char* style, bool notes, Step step) {
  for (auto _ : state) {
    state.PauseTiming();
    std::atomic<bool> cancelled = false;
    session::Formatter formatter(cancelled);
    session::Snapshot snapshot = long_document(style, notes);
    if (step == Step::warm_up) state.ResumeTiming();
    formatter.warm_up(snapshot);
    if (step == Step::warm_up) continue;
    const session::CitationInput citation = new_citation(snapshot, notes);
    if (step == Step::second_preview) formatter.preview(snapshot, citation, 7);
    state.ResumeTiming();
    if (step == Step::insertion) {
      formatter.insert(snapshot, citation, 7);
    } else {
      formatter.preview(snapshot, citation, 7);
    }
  }
}

#define SOAT_ENGINE_BENCHMARKS(name, style, notes)                                                                     \
  BENCHMARK_CAPTURE(engine, name##_warm_up, style, notes, Step::warm_up)->Unit(benchmark::kMillisecond);               \
  BENCHMARK_CAPTURE(engine, name##_first_preview, style, notes, Step::first_preview)->Unit(benchmark::kMillisecond);   \
  BENCHMARK_CAPTURE(engine, name##_second_preview, style, notes, Step::second_preview)->Unit(benchmark::kMillisecond); \
  BENCHMARK_CAPTURE(engine, name##_insertion, style, notes, Step::insertion)->Unit(benchmark::kMillisecond)

SOAT_ENGINE_BENCHMARKS(ieee, "http://www.zotero.org/styles/ieee", false);
SOAT_ENGINE_BENCHMARKS(apa, "http://www.zotero.org/styles/apa", false);
SOAT_ENGINE_BENCHMARKS(ministry, "https://soat.invalid/styles/bo-giao-duc-va-dao-tao", false);
SOAT_ENGINE_BENCHMARKS(chicago, "http://www.zotero.org/styles/chicago-fullnote-bibliography", true);
SOAT_ENGINE_BENCHMARKS(iso_690, "https://soat.invalid/styles/iso-690", false);
SOAT_ENGINE_BENCHMARKS(vancouver, "http://www.zotero.org/styles/vancouver", false);

}  // namespace

BENCHMARK_MAIN();
