#include "citation/exchange/remark_list.h"

namespace soat::citation {

namespace {

constexpr std::size_t kMostRemarks = 20;

}  // namespace

void RemarkList::add(std::size_t line, const std::string& what, bool lost) {
  add_whole(file_ + ":" + std::to_string(line) + ": " + what, lost);
}

void RemarkList::add(const std::string& what, bool lost) {
  add_whole(file_ + ": " + what, lost);
}

void RemarkList::add_whole(std::string text, bool lost) {
  if (!remarks_) return;
  lost_ = lost_ || lost;
  if (++count_ > kMostRemarks) {
    ++left_out_;
    return;
  }
  if (text == last_) {  // many on one line
    --count_;
    ++left_out_;
    return;
  }
  last_ = text;
  remarks_->push_back({std::move(text), lost});
}

void RemarkList::finish() {
  if (left_out_ > 0) remarks_->push_back({file_ + ": " + std::to_string(left_out_) + " more places like these", lost_});
}

}  // namespace soat::citation
