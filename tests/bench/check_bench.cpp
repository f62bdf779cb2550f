// How fast and how big the checker is, next to Hunspell with the Vietnamese word list over the same text in the same
// run:
//   check_bench [SYLLABLES] [VI_AFF VI_DIC] [DATA_FOLDER]
// SYLLABLES: how much text, about (1,000,000); VI_AFF, VI_DIC: hunspell-vi's files (/usr/share/hunspell/vi_VN.*);
// DATA_FOLDER: dictionaries/vi.
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <exception>
#include <filesystem>
#include <fstream>
#include <hunspell.hxx>
#include <memory>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "check/checker.h"
#include "text/analysis.h"
#include "text/error.h"
#include "text/utf.h"

namespace {

using Clock = std::chrono::steady_clock;

double milliseconds_since(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

// Processor time of the process: on a machine that has other work, what one core does in a second of its own.
double processor_milliseconds() {
  return 1000.0 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

// Resident memory in MiB, or 0 where /proc is not there.
double resident_mebibytes() {
  std::ifstream statm("/proc/self/statm");
  long pages = 0;
  statm >> pages >> pages;
  return static_cast<double>(pages) * static_cast<double>(sysconf(_SC_PAGESIZE)) / (1024.0 * 1024.0);
}

double percentile(std::vector<double> values, double share) {
  if (values.empty()) return 0;
  const auto at = static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
  std::nth_element(values.begin(), values.begin() + at, values.end());
  return values[static_cast<std::size_t>(at)];
}

struct Sample {
  std::vector<std::u16string> paragraphs;
  std::vector<std::u16string> sentences;
  std::vector<std::string> words;  // UTF-8, one copy of the sample
  std::size_t syllables = 0;       // in one copy
};

Sample read_sample(const std::filesystem::path& path) {
  Sample sample;
  std::ifstream in(path, std::ios::binary);
  if (!in) throw soat::Error(path.string() + ": cannot be read");
  soat::text::Analysis analysis;
  for (std::string line; std::getline(in, line);) {
    sample.paragraphs.push_back(soat::text::to_utf16(line));
    soat::text::analyse(sample.paragraphs.back(), analysis);
    for (const auto& sentence : analysis.sentences) {
      sample.sentences.push_back(analysis.text.substr(sentence.start, sentence.end - sentence.start));
    }
    for (const auto& token : analysis.tokens) {
      if (token.kind != soat::text::TokenKind::word) continue;
      sample.words.push_back(soat::text::to_utf8(analysis.view(token)));
      ++sample.syllables;
    }
  }
  return sample;
}

void measure(int argc, char** argv) {
  const std::filesystem::path source = SOAT_SOURCE_DIR;
  const std::size_t wanted = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 1'000'000;
  const std::string affixes = argc > 3 ? argv[2] : "/usr/share/hunspell/vi_VN.aff";
  const std::string list = argc > 3 ? argv[3] : "/usr/share/hunspell/vi_VN.dic";
  const std::filesystem::path data = argc > 4 ? std::filesystem::path(argv[4]) : source / "dictionaries/vi";

  const Sample sample = read_sample(source / "tests/data/sample-vi.txt");
  const std::size_t copies = std::max<std::size_t>(1, wanted / sample.syllables);
  std::vector<std::u16string_view> document;
  for (std::size_t i = 0; i < copies; ++i)
    document.insert(document.end(), sample.paragraphs.begin(), sample.paragraphs.end());
  const auto syllables = static_cast<double>(copies * sample.syllables);

  const double before = resident_mebibytes();
  auto start = Clock::now();
  const auto checker = soat::check::Checker::load({data, {"/usr/share/hunspell"}, {}});
  const double load = milliseconds_since(start);
  start = Clock::now();
  const std::u16string_view faulty = u"Mọi nguời dân đều biết.";
  const bool found = !checker->check({&faulty, 1}, {}).empty();
  const double first_finding = milliseconds_since(start);
  const double loaded = resident_mebibytes();

  const double before_hunspell = resident_mebibytes();
  start = Clock::now();
  std::unique_ptr<Hunspell> hunspell;
  if (std::filesystem::exists(affixes) && std::filesystem::exists(list))
    hunspell = std::make_unique<Hunspell>(affixes.c_str(), list.c_str());
  const double hunspell_load = milliseconds_since(start);
  const double hunspell_memory = resident_mebibytes() - before_hunspell;

  std::vector<double> latencies;
  for (const std::u16string& sentence : sample.sentences) {
    const std::u16string_view view = sentence;
    for (int i = 0; i < 20; ++i) {
      start = Clock::now();
      checker->check({&view, 1}, {});
      latencies.push_back(milliseconds_since(start));
    }
  }
  double fastest = 0;
  std::size_t findings = 0;
  for (int round = 0; round < 3; ++round) {
    const double begin = processor_milliseconds();
    findings = checker->check(document, {}).size();
    fastest = std::max(fastest, syllables / (processor_milliseconds() - begin) * 1000.0);
  }
  // A paragraph at a time, as a document of one's own, so that memory is that of the checker and not of the text.
  double begin = processor_milliseconds();
  for (const std::u16string_view& paragraph : document) checker->check({&paragraph, 1}, {});
  const double one_by_one = syllables / (processor_milliseconds() - begin) * 1000.0;

  std::printf("text                        %.0f syllables (%zu copies of tests/data/sample-vi.txt)\n", syllables,
              copies);
  std::printf("soat load                   %.1f ms\n", load);
  std::printf("soat first finding          %.2f ms after loading%s\n", first_finding, found ? "" : " (none found)");
  std::printf("soat memory                 %.1f MiB after loading and the first finding\n", loaded - before);
  std::printf("soat check                  %.0f syllables/s as one document (%zu findings)\n", fastest, findings);
  std::printf("soat check                  %.0f syllables/s a paragraph at a time\n", one_by_one);
  std::printf("soat latency of a sentence  %.3f ms median, %.3f ms p99\n", percentile(latencies, 0.5),
              percentile(latencies, 0.99));

  if (!hunspell) {
    std::printf("hunspell                    no Vietnamese word list at %s (package hunspell-vi)\n", list.c_str());
    return;
  }
  std::size_t unknown = 0;
  begin = processor_milliseconds();
  for (std::size_t i = 0; i < copies; ++i) {
    for (const std::string& word : sample.words) unknown += !hunspell->spell(word);
  }
  const double hunspell_speed = syllables / (processor_milliseconds() - begin) * 1000.0;
  std::printf("hunspell load               %.1f ms, %.1f MiB\n", hunspell_load, hunspell_memory);
  std::printf("hunspell spell              %.0f syllables/s (words cut beforehand; %zu not known)\n", hunspell_speed,
              unknown);
  // What the checker does for every finding: suggestions too. Hunspell is slow at it, so a few copies must do.
  const std::size_t few = std::min<std::size_t>(copies, 3);
  begin = processor_milliseconds();
  for (std::size_t i = 0; i < few; ++i) {
    for (const std::string& word : sample.words) {
      if (!hunspell->spell(word)) hunspell->suggest(word);
    }
  }
  const double hunspell_full =
      static_cast<double>(few * sample.syllables) / (processor_milliseconds() - begin) * 1000.0;
  std::printf("hunspell spell and suggest  %.0f syllables/s\n", hunspell_full);
  std::printf("soat / hunspell             %.1f times (%.2f times its speed without suggestions)\n",
              fastest / hunspell_full, fastest / hunspell_speed);
}

}  // namespace

int main(int argc, char** argv) {
  try {
    measure(argc, argv);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "check_bench: %s\n", error.what());
    return 2;
  }
  return 0;
}
