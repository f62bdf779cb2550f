// csl-suite FOLDER: runs every CSL test-suite fixture (*.txt) in the folder, lists the failures, ends with "N passed, N
// failed".
#include <algorithm>
#include <atomic>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "citation/csl/bytecode.h"
#include "citation/csl/locale_files.h"
#include "citation/csl/script_runtime.h"
#include "text/error.h"

extern "C" {
extern const unsigned char soat_bytecode_suite[];
extern const unsigned long soat_bytecode_suite_size;
}

namespace {

using nlohmann::json;
using soat::citation::ScriptRuntime;

std::string trimmed(const std::string& text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == std::string::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

// The name in a line such as ">>===== MODE =====>>" or "<<===== MODE =====<<"; empty when the line is none. `sign`: the
// character that stands twice at both ends.
std::string section_name(std::string_view line, char sign) {
  const std::string ends(2, sign);
  if (!line.starts_with(ends + "=")) return {};
  line.remove_prefix(ends.size());
  const auto close = line.find("=" + ends);
  if (close == std::string_view::npos) return {};
  std::string name = trimmed(std::string(line.substr(0, close)));
  std::erase(name, '=');
  name = trimmed(name);
  const bool known =
      std::ranges::all_of(name, [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-'; });
  return known ? name : std::string();
}

// The sections of a fixture, ">>==== NAME ====>>" to "<<==== NAME ====<<", those that hold JSON parsed.
json read_fixture(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::string line;
  std::string name;
  std::string body;
  json fixture;
  while (std::getline(in, line)) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (std::string begun; name.empty() && !(begun = section_name(line, '>')).empty()) {
      name = std::move(begun);
      body.clear();
    } else if (!name.empty() && section_name(line, '<') == name) {
      const bool text = name == "MODE" || name == "RESULT" || name == "CSL" || name == "DESCRIPTION" ||
                        name == "VERSION" || name == "NAME";
      if (text) {
        fixture[name] = trimmed(body);
      } else {
        fixture[name] = json::parse(body);
      }
      name.clear();
    } else if (!name.empty()) {
      body += line + '\n';
    }
  }
  return fixture;
}

// An engine of its own for each fixture: citeproc-js keeps some state between styles.
std::string run(const json& fixture) {
  ScriptRuntime runtime({}, soat::citation::LocaleFiles({soat::citation::system_locale_folder(), SOAT_LOCALES}));
  runtime.load({soat_bytecode_citeproc, soat_bytecode_citeproc_size});
  runtime.load({soat_bytecode_vietnamese, soat_bytecode_vietnamese_size});
  runtime.load({soat_bytecode_host, soat_bytecode_host_size});
  runtime.load({soat_bytecode_suite, soat_bytecode_suite_size});
  const std::atomic<bool> cancelled = false;
  return json::parse(runtime.call("soatFixture", fixture.dump(), {std::chrono::seconds(60), std::chrono::seconds(60)},
                                  cancelled))
      .get<std::string>();
}

int run_folder(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".txt") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  int passed = 0;
  int failed = 0;
  for (const auto& file : files) {
    std::string got;
    std::string expected;
    try {
      const json fixture = read_fixture(file);
      if (!fixture.contains("RESULT") || !fixture.contains("CSL")) {
        got = "not a fixture";
      } else {
        expected = fixture["RESULT"];
        got = trimmed(run(fixture));
      }
    } catch (const std::exception& error) {
      got = error.what();
    }
    if (got == expected) {
      ++passed;
      continue;
    }
    ++failed;
    std::printf("FAILED %s\n  expected: %s\n  got:      %s\n", file.stem().c_str(), expected.c_str(), got.c_str());
  }
  std::printf("%d passed, %d failed\n", passed, failed);
  return failed == 0 ? 0 : 1;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) {
    std::fputs("usage: csl-suite FOLDER\n", stderr);
    return 2;
  }
  try {
    return run_folder(arguments[1]);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "csl-suite: %s\n", error.what());
    return 2;
  }
}
