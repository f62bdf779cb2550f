#include "text/legacy_runs.h"

#include <algorithm>
#include <cstddef>

#include "text/letter_case.h"

namespace soat::text {
namespace {

// Appends to the run in which a place stands; places must ascend.
class Runs {
 public:
  explicit Runs(std::span<const std::uint32_t> starts) : starts_(starts), texts_(starts.size()) {}

  void append(std::size_t place, char16_t unit) {
    while (run_ + 1 < starts_.size() && starts_[run_ + 1] <= place) ++run_;
    texts_[run_] += unit;
  }

  std::vector<std::u16string> take() { return std::move(texts_); }

 private:
  std::span<const std::uint32_t> starts_;
  std::vector<std::u16string> texts_;
  std::size_t run_ = 0;
};

}  // namespace

std::vector<std::u16string> convert_runs(std::u16string_view paragraph, std::span<const std::uint32_t> run_starts,
                                         std::span<const LegacyStretch> stretches) {
  if (run_starts.empty()) return {};
  Runs runs(run_starts);
  std::size_t done = 0;
  for (std::size_t first = 0; first < stretches.size();) {
    // Stretches that touch are read as one, because a word may stand in several.
    std::size_t end = first + 1;
    while (end < stretches.size() && stretches[end].encoding == stretches[first].encoding &&
           stretches[end].start == stretches[end - 1].end) {
      ++end;
    }
    const std::size_t start = stretches[first].start;
    for (; done < start; ++done) runs.append(done, paragraph[done]);
    std::vector<std::uint32_t> places;
    const std::u16string decoded =
        decode_misread(paragraph.substr(start, stretches[end - 1].end - start), stretches[first].encoding, places);
    std::size_t stretch = first;
    for (std::size_t i = 0; i < decoded.size(); ++i) {
      const std::size_t place = start + places[i];
      while (place >= stretches[stretch].end) ++stretch;
      runs.append(place, stretches[stretch].capitals ? to_upper(decoded[i]) : decoded[i]);
    }
    done = stretches[end - 1].end;
    first = end;
  }
  for (; done < paragraph.size(); ++done) runs.append(done, paragraph[done]);
  return runs.take();
}

}  // namespace soat::text
