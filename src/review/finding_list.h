#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "check/category.h"
#include "check/finding.h"

namespace soat::review {

// From this confidence on a finding is called sure, unless the user has it otherwise: of such, at least nine in ten are
// right.
inline constexpr float usual_sure_confidence = 0.9F;

enum class Order : std::uint8_t {
  place,  // as they stand in the document
  kind,   // categories in their order, then rules, then the same wording together
};

// Which findings are rows.
struct Filter {
  std::array<bool, check::categories.size()> hidden = {};  // by category
  bool only_sure = false;
  // In what stands there, a suggestion, the reason or the rule's title; the case of letters is one, and so are marks
  // where it has none.
  std::u16string text;
};

struct Counts {
  std::array<std::size_t, check::categories.size()> by_category = {};
  std::size_t all = 0;
  std::size_t sure = 0;
};

// The findings of a document as a list in which one is current: all that wait to be dealt with, and of these the rows
// that a filter leaves, in an order. The current one stays the same while other findings come and go and the text round
// it is edited; when it goes itself, the row behind it becomes current, behind the last the first.
class FindingList {
 public:
  void clear();

  // Puts these findings (of a paragraph that reads so) in the place of those that wait there.
  void set(std::uint32_t paragraph, std::vector<check::Finding> findings, std::u16string_view text);

  // Those of a paragraph, whatever the filter.
  std::vector<check::Finding> of(std::uint32_t paragraph) const;
  void erase_if(const std::function<bool(const check::Finding&)>& unwanted);
  void for_each(const std::function<void(const check::Finding&)>& action) const;
  Counts counts() const;

  // From which confidence on a finding is sure.
  void set_sure_confidence(float confidence);
  bool is_sure(const check::Finding& finding) const { return finding.confidence >= sure_confidence_; }
  // Whether it is sure and says what to write.
  bool can_be_fixed_unseen(const check::Finding& finding) const;

  // Paragraphs from first on went, so many of them, and what stands behind them has other numbers: each by shift. What
  // waits in those that went is dropped.
  void renumber(std::uint32_t first, std::size_t went, std::int64_t shift);

  const Filter& filter() const { return filter_; }
  void set_filter(Filter filter);
  Order order() const { return order_; }
  void set_order(Order order);

  std::size_t rows() { return shown().size(); }
  // row < rows(). Valid until the list changes.
  const check::Finding& row(std::size_t row) { return shown()[row]->finding; }

  // The current one's row; rows() if there is none.
  std::size_t current_row();
  // Null when there are no rows. Valid until the list changes.
  const check::Finding* current();

  // Makes a row current.
  void select(std::size_t row);
  // Makes the first row at or behind a place in the document current, behind the last the first of all.
  void go_to(std::uint32_t paragraph, std::uint32_t start);
  // The row behind or before the current one; round at the ends.
  void next();
  void previous();

 private:
  struct Waiting {
    check::Finding finding;
    std::u16string wording;
  };
  struct Paragraph {
    std::u16string text;
    std::vector<Waiting> waiting;
  };
  // Where the list is: what is looked for also when it is gone itself.
  struct Current {
    const check::RuleInfo* rule = nullptr;  // null: a mere place
    std::u16string wording;
    std::uint32_t paragraph = 0;
    std::uint32_t start = 0;
  };

  void follow_edit(std::u16string_view before, std::u16string_view now);
  const std::vector<const Waiting*>& shown();
  bool stands_before(const Waiting& waiting) const;

  std::map<std::uint32_t, Paragraph> paragraphs_;
  Filter filter_;
  Order order_ = Order::place;
  float sure_confidence_ = usual_sure_confidence;
  Current current_;
  std::vector<const Waiting*> shown_;
  bool is_old_ = false;  // shown_ is to be made again
};

}  // namespace soat::review
