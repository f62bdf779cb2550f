#include "cli/progress.h"

#include <cstdio>
#include <numeric>

#include "platform/terminal.h"
#include "report/names.h"
#include "texts/progress.h"

namespace soat::cli {
namespace {

// A name that a line has room for.
std::string shortened(const std::string& name) {
  constexpr std::size_t most = 50;
  std::string line = report::one_line(name);
  if (line.size() <= most) return line;
  std::size_t from = line.size() - most;
  while (from < line.size() && (static_cast<unsigned char>(line[from]) & 0xC0U) == 0x80U) ++from;
  return "…" + line.substr(from);
}

}  // namespace

Progress::Progress(text::Language language, std::optional<std::size_t> total)
    : language_(language), total_(total), is_shown_(platform::is_terminal(stderr)) {}

void Progress::add(const std::string& name, const Counts& counts) {
  ++documents_;
  for (std::size_t i = 0; i < counts.size(); ++i) counts_[i] += counts[i];
  const Clock::time_point now = Clock::now();
  if (!is_shown_ || total_ == std::size_t{1} || now - shown_ < std::chrono::milliseconds(100)) return;
  shown_ = now;
  is_on_screen_ = true;
  const text::Message line = total_ ? text::Message(texts::progress_of, documents_, *total_, shortened(name))
                                    : text::Message(texts::progress_so_far, documents_, shortened(name));
  std::fputs(("\r\33[K" + line.utf8(language_)).c_str(), stderr);
}

void Progress::clear() {
  if (is_on_screen_) std::fputs("\r\33[K", stderr);
  is_on_screen_ = false;
}

void Progress::finish(std::size_t failed) {
  clear();
  if (!is_shown_) return;
  const auto tenths = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - begun_).count() / 100;
  const std::string seconds =
      std::to_string(tenths / 10) + (language_ == text::Language::vi ? "," : ".") + std::to_string(tenths % 10);
  std::string list;
  for (std::size_t i = 0; i < counts_.size(); ++i) {
    if (counts_[i] == 0) continue;
    list += list.empty() ? ": " : ", ";
    list += text::Message(check::categories[i].title).utf8(language_) + " " + std::to_string(counts_[i]);
  }
  const std::size_t all = std::accumulate(counts_.begin(), counts_.end(), std::size_t{0});
  std::string line = text::Message(texts::progress_summary, documents_, seconds, all).utf8(language_) + list;
  if (failed > 0) line += text::Message(texts::progress_failed, failed).utf8(language_);
  std::fputs((line + "\n").c_str(), stderr);
}

}  // namespace soat::cli
