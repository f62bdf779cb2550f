#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "check/finding.h"

namespace soat::writer {

// The findings of a document that still wait to be shown, and a place in it: the current finding is the first one at or
// behind the place, or, behind the last, the first of all. What the user has dealt with does not come back when its
// paragraph is checked again: it is known by its rule, its wording, and which of the like in the paragraph it is.
class FindingQueue {
 public:
  void go_to(std::uint32_t paragraph, std::uint32_t start);

  // Puts these findings (of a paragraph with this text) in the place of those that wait there.
  void set(std::uint32_t paragraph, std::vector<check::Finding> findings, std::u16string_view text);

  // Those that wait in a paragraph.
  std::vector<check::Finding> of(std::uint32_t paragraph) const;

  // Null when nothing waits. Valid until the queue changes.
  const check::Finding* current() const;

  // The current one has been dealt with; goes to the next.
  void pass();

  // The last place before this one where a finding waits or one that was dealt with stood.
  struct Place {
    std::uint32_t paragraph = 0;
    std::uint32_t start = 0;
    bool dealt_with = false;
  };
  std::optional<Place> before(std::uint32_t paragraph, std::uint32_t start) const;
  // Forgets that what stood there was dealt with; it waits again when its paragraph's findings are set the next time.
  void bring_back(const Place& place);

  void erase_if(const std::function<bool(const check::Finding&)>& unwanted);
  void for_each(const std::function<void(const check::Finding&)>& action) const;

  // Paragraphs from first on went, so many of them, and what stands behind them has other numbers: each by shift. What
  // waits in those that went is dropped, with what is remembered of it.
  void renumber(std::uint32_t first, std::size_t went, std::int64_t shift);

  std::size_t size() const { return size_; }

 private:
  struct Waiting {
    check::Finding finding;
    std::u16string key;
  };
  using Paragraphs = std::map<std::uint32_t, std::vector<Waiting>>;

  const Waiting* find_current() const;

  Paragraphs waiting_;
  std::map<std::uint32_t, std::map<std::u16string, std::uint32_t>> dealt_with_;  // keys, and where they stood
  std::size_t size_ = 0;
  std::uint32_t paragraph_ = 0;
  std::uint32_t start_ = 0;
};

}  // namespace soat::writer
