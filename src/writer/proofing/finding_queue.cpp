#include "writer/proofing/finding_queue.h"

#include <algorithm>
#include <iterator>
#include <type_traits>
#include <utility>

namespace soat::writer {

void FindingQueue::go_to(std::uint32_t paragraph, std::uint32_t start) {
  paragraph_ = paragraph;
  start_ = start;
}

void FindingQueue::set(std::uint32_t paragraph, std::vector<check::Finding> findings, std::u16string_view text) {
  if (const auto old = waiting_.find(paragraph); old != waiting_.end()) {
    size_ -= old->second.size();
    waiting_.erase(old);
  }
  std::ranges::stable_sort(findings, {}, [](const check::Finding& finding) { return finding.start; });
  std::map<std::u16string, std::size_t> alike;
  std::vector<Waiting> waiting;
  const auto dealt_with = dealt_with_.find(paragraph);
  for (check::Finding& finding : findings) {
    finding.paragraph = paragraph;
    std::u16string key(finding.rule.begin(), finding.rule.end());
    key += u'\n';
    key += text.substr(finding.start, finding.end - finding.start);
    const std::size_t number = alike[key]++;
    key += u'\n';
    for (std::size_t rest = number + 1; rest > 0; rest /= 10) key += static_cast<char16_t>(u'0' + rest % 10);
    if (dealt_with != dealt_with_.end() && dealt_with->second.contains(key)) continue;
    waiting.push_back({std::move(finding), std::move(key)});
  }
  size_ += waiting.size();
  if (!waiting.empty()) waiting_.emplace(paragraph, std::move(waiting));
}

std::vector<check::Finding> FindingQueue::of(std::uint32_t paragraph) const {
  std::vector<check::Finding> findings;
  const auto found = waiting_.find(paragraph);
  if (found == waiting_.end()) return findings;
  for (const Waiting& waiting : found->second) findings.push_back(waiting.finding);
  return findings;
}

const FindingQueue::Waiting* FindingQueue::find_current() const {
  if (waiting_.empty()) return nullptr;
  auto paragraph = waiting_.lower_bound(paragraph_);
  if (paragraph != waiting_.end() && paragraph->first == paragraph_) {
    const auto at = std::ranges::find_if(paragraph->second,
                                         [this](const Waiting& waiting) { return waiting.finding.start >= start_; });
    if (at != paragraph->second.end()) return &*at;
    ++paragraph;
  }
  if (paragraph == waiting_.end()) paragraph = waiting_.begin();
  return &paragraph->second.front();
}

const check::Finding* FindingQueue::current() const {
  const Waiting* waiting = find_current();
  return waiting == nullptr ? nullptr : &waiting->finding;
}

void FindingQueue::pass() {
  const Waiting* waiting = find_current();
  if (waiting == nullptr) return;
  const std::uint32_t paragraph = waiting->finding.paragraph;
  go_to(paragraph, waiting->finding.start);
  dealt_with_[paragraph].emplace(waiting->key, waiting->finding.start);
  auto& all = waiting_.at(paragraph);
  all.erase(all.begin() + (waiting - all.data()));
  if (all.empty()) waiting_.erase(paragraph);
  --size_;
}

std::optional<FindingQueue::Place> FindingQueue::before(std::uint32_t paragraph, std::uint32_t start) const {
  std::optional<Place> last;
  const auto consider = [&](const Place& place) {
    const auto at = std::pair(place.paragraph, place.start);
    if (at < std::pair(paragraph, start) && (!last || std::pair(last->paragraph, last->start) < at)) last = place;
  };
  for (auto it = waiting_.upper_bound(paragraph); it != waiting_.begin() && !last;) {
    --it;
    for (const Waiting& waiting : it->second) consider({it->first, waiting.finding.start, false});
  }
  const auto among_waiting = std::exchange(last, std::nullopt);
  for (auto it = dealt_with_.upper_bound(paragraph); it != dealt_with_.begin() && !last;) {
    --it;
    for (const auto& [key, at] : it->second) consider({it->first, at, true});
  }
  if (among_waiting) consider(*among_waiting);
  return last;
}

void FindingQueue::bring_back(const Place& place) {
  const auto dealt_with = dealt_with_.find(place.paragraph);
  if (dealt_with == dealt_with_.end()) return;
  std::erase_if(dealt_with->second, [&](const auto& entry) { return entry.second == place.start; });
}

void FindingQueue::erase_if(const std::function<bool(const check::Finding&)>& unwanted) {
  for (auto paragraph = waiting_.begin(); paragraph != waiting_.end();) {
    size_ -= std::erase_if(paragraph->second, [&](const Waiting& waiting) { return unwanted(waiting.finding); });
    paragraph = paragraph->second.empty() ? waiting_.erase(paragraph) : std::next(paragraph);
  }
}

void FindingQueue::for_each(const std::function<void(const check::Finding&)>& action) const {
  for (const auto& [paragraph, all] : waiting_) {
    for (const Waiting& waiting : all) action(waiting.finding);
  }
}

void FindingQueue::renumber(std::uint32_t first, std::size_t went, std::int64_t shift) {
  const auto moved = [&](auto& map) {
    std::remove_reference_t<decltype(map)> out;
    for (auto& [paragraph, value] : map) {
      if (paragraph < first) out.emplace(paragraph, std::move(value));
      if (paragraph >= first + went) out.emplace(static_cast<std::uint32_t>(paragraph + shift), std::move(value));
    }
    map = std::move(out);
  };
  moved(waiting_);
  moved(dealt_with_);
  size_ = 0;
  for (auto& [paragraph, all] : waiting_) {
    size_ += all.size();
    for (Waiting& waiting : all) waiting.finding.paragraph = paragraph;
  }
  if (paragraph_ >= first + went) paragraph_ = static_cast<std::uint32_t>(paragraph_ + shift);
}

}  // namespace soat::writer
