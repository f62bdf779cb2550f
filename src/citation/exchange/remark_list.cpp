#include "citation/exchange/remark_list.h"

#include "texts/texts.h"

namespace soat::citation {

namespace {

constexpr std::size_t kMostRemarks = 20;

}  // namespace

void RemarkList::add(std::size_t line, const text::Message& what, bool lost) {
  add_whole({texts::remark_of_line, file_, line, what}, lost);
}

void RemarkList::add(const text::Message& what, bool lost) {
  add_whole({texts::error_named, file_, what}, lost);
}

void RemarkList::add_whole(text::Message text, bool lost) {
  if (!remarks_) return;
  lost_ = lost_ || lost;
  if (++count_ > kMostRemarks) {
    ++left_out_;
    return;
  }
  std::string told = text.utf8(text::Language::en);
  if (told == last_) {  // many on one line
    --count_;
    ++left_out_;
    return;
  }
  last_ = std::move(told);
  remarks_->push_back({std::move(text), lost});
}

void RemarkList::finish() {
  if (left_out_ > 0) remarks_->push_back({{texts::remark_more, file_, left_out_}, lost_});
}

}  // namespace soat::citation
