#include "review/finding_list.h"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

#include "text/letter_case.h"
#include "text/letters.h"
#include "text/message.h"

namespace soat::review {

namespace {

using check::Finding;

// Vietnamese letters without their marks, composed or not.
std::u16string without_marks(std::u16string_view text) {
  std::u16string out;
  for (const char16_t unit : text) {
    if (unit >= u'\u0300' && unit <= u'\u036F') continue;
    const text::LetterInfo info = text::letter_info(unit);
    out += info.letter == text::Letter::none
               ? unit
               : text::letter_unit(text::base_letter(info.letter), text::Tone::ngang, info.upper);
  }
  return out;
}

// What is looked for: without marks it is found whatever marks the text has, with them only so.
class Search {
 public:
  explicit Search(std::u16string_view typed)
      : wanted_(text::to_lower(typed)), minds_marks_(without_marks(wanted_) != wanted_) {}

  bool is_met_by(const Finding& finding, std::u16string_view wording) const {
    return wanted_.empty() || stands_in(wording) || stands_in(finding.message->vi) || stands_in(finding.message->en) ||
           stands_in(finding.rule->title) ||
           std::ranges::any_of(finding.suggestions,
                               [&](const std::u16string& suggestion) { return stands_in(suggestion); });
  }

 private:
  bool stands_in(std::u16string_view text) const {
    const std::u16string lower_case = text::to_lower(text);
    return (minds_marks_ ? lower_case : without_marks(lower_case)).find(wanted_) != std::u16string::npos;
  }

  bool stands_in(text::MessageId<0> line) const {
    const text::Message message(line);
    return stands_in(message.in(text::Language::vi)) || stands_in(message.in(text::Language::en));
  }

  std::u16string wanted_;
  bool minds_marks_;
};

// The table of rules is in the order in which people read of them.
auto kind(const check::RuleInfo& rule, std::u16string_view wording) {
  const auto table = check::rule_infos();
  return std::tuple(rule.category, &rule - table.data(), wording);
}

}  // namespace

void FindingList::clear() {
  paragraphs_.clear();
  shown_.clear();
  is_old_ = false;
  current_ = {};
}

// The current finding stands where it stood, or as far from the paragraph's end as before, if the edit was not in it.
void FindingList::follow_edit(std::u16string_view before, std::u16string_view now) {
  const std::size_t shorter = std::min(before.size(), now.size());
  std::size_t front = 0;
  std::size_t back = 0;
  while (front < shorter && before[front] == now[front]) ++front;
  while (back < shorter - front && before[before.size() - 1 - back] == now[now.size() - 1 - back]) ++back;
  if (current_.start + current_.wording.size() <= front || current_.start < before.size() - back) return;
  current_.start = static_cast<std::uint32_t>(current_.start + now.size() - before.size());
}

void FindingList::set(std::uint32_t paragraph, std::vector<Finding> findings, std::u16string_view text) {
  is_old_ = true;
  if (const auto old = paragraphs_.find(paragraph); old != paragraphs_.end()) {
    if (current_.paragraph == paragraph) follow_edit(old->second.text, text);
    paragraphs_.erase(old);
  }
  if (findings.empty()) return;
  std::ranges::stable_sort(findings, {}, &Finding::start);
  Paragraph& in = paragraphs_[paragraph];
  in.text = text;
  for (Finding& finding : findings) {
    finding.paragraph = paragraph;
    std::u16string wording(text.substr(finding.start, finding.end - finding.start));
    in.waiting.push_back({std::move(finding), std::move(wording)});
  }
}

std::vector<Finding> FindingList::of(std::uint32_t paragraph) const {
  std::vector<Finding> findings;
  const auto found = paragraphs_.find(paragraph);
  if (found == paragraphs_.end()) return findings;
  for (const Waiting& waiting : found->second.waiting) findings.push_back(waiting.finding);
  return findings;
}

void FindingList::erase_if(const std::function<bool(const Finding&)>& unwanted) {
  is_old_ = true;
  for (auto paragraph = paragraphs_.begin(); paragraph != paragraphs_.end();) {
    auto& all = paragraph->second.waiting;
    std::erase_if(all, [&](const Waiting& waiting) { return unwanted(waiting.finding); });
    paragraph = all.empty() ? paragraphs_.erase(paragraph) : std::next(paragraph);
  }
}

void FindingList::for_each(const std::function<void(const Finding&)>& action) const {
  for (const auto& [number, paragraph] : paragraphs_) {
    for (const Waiting& waiting : paragraph.waiting) action(waiting.finding);
  }
}

Counts FindingList::counts() const {
  Counts counts;
  for_each([&](const Finding& finding) {
    ++counts.all;
    ++counts.by_category[static_cast<std::size_t>(finding.category())];
    if (is_sure(finding)) ++counts.sure;
  });
  return counts;
}

void FindingList::set_sure_confidence(float confidence) {
  current();
  sure_confidence_ = confidence;
  is_old_ = true;
}

bool FindingList::can_be_fixed_unseen(const Finding& finding) const {
  return is_sure(finding) && !finding.suggestions.empty();
}

void FindingList::renumber(std::uint32_t first, std::size_t went, std::int64_t shift) {
  is_old_ = true;
  const auto moved = [&](std::uint32_t paragraph) { return static_cast<std::uint32_t>(paragraph + shift); };
  std::map<std::uint32_t, Paragraph> out;
  for (auto& [number, paragraph] : paragraphs_) {
    if (number >= first && number < first + went) continue;
    const std::uint32_t now = number < first ? number : moved(number);
    for (Waiting& waiting : paragraph.waiting) waiting.finding.paragraph = now;
    out.emplace(now, std::move(paragraph));
  }
  paragraphs_ = std::move(out);
  if (current_.paragraph >= first + went) {
    current_.paragraph = moved(current_.paragraph);
  } else if (current_.paragraph > first) {
    current_.paragraph = first;
    current_.start = 0;
  }
}

void FindingList::set_filter(Filter filter) {
  current();
  filter_ = std::move(filter);
  is_old_ = true;
}

void FindingList::set_order(Order order) {
  current();
  order_ = order;
  is_old_ = true;
}

const std::vector<const FindingList::Waiting*>& FindingList::shown() {
  if (!std::exchange(is_old_, false)) return shown_;
  shown_.clear();
  const Search search(filter_.text);
  for (const auto& [number, paragraph] : paragraphs_) {
    for (const Waiting& waiting : paragraph.waiting) {
      if (filter_.hidden[static_cast<std::size_t>(waiting.finding.category())]) continue;
      if (filter_.only_sure && !is_sure(waiting.finding)) continue;
      if (search.is_met_by(waiting.finding, waiting.wording)) shown_.push_back(&waiting);
    }
  }
  if (order_ == Order::kind) {
    std::ranges::stable_sort(shown_, [](const Waiting* a, const Waiting* b) {
      return kind(*a->finding.rule, a->wording) < kind(*b->finding.rule, b->wording);
    });
  }
  return shown_;
}

bool FindingList::stands_before(const Waiting& waiting) const {
  const Finding& finding = waiting.finding;
  const auto place = std::pair(finding.paragraph, finding.start);
  const auto wanted = std::pair(current_.paragraph, current_.start);
  if (order_ == Order::place) return place < wanted;
  return std::pair(kind(*finding.rule, waiting.wording), place) <
         std::pair(kind(*current_.rule, current_.wording), wanted);
}

std::size_t FindingList::current_row() {
  const auto& all = shown();
  if (all.empty()) return 0;
  auto found = all.begin();
  if (order_ == Order::place || current_.rule != nullptr) {
    found = std::ranges::partition_point(all, [this](const Waiting* waiting) { return stands_before(*waiting); });
    if (found == all.end()) found = all.begin();
  }
  const auto row = static_cast<std::size_t>(found - all.begin());
  select(row);
  return row;
}

const Finding* FindingList::current() {
  const std::size_t row = current_row();
  return row == rows() ? nullptr : &shown_[row]->finding;
}

void FindingList::select(std::size_t row) {
  const Waiting& waiting = *shown()[row];
  current_ = {waiting.finding.rule, waiting.wording, waiting.finding.paragraph, waiting.finding.start};
}

void FindingList::go_to(std::uint32_t paragraph, std::uint32_t start) {
  current_ = {nullptr, {}, paragraph, start};
  if (order_ == Order::place) return;
  const auto& all = shown();
  const auto place = [](const Waiting* waiting) {
    return std::pair(waiting->finding.paragraph, waiting->finding.start);
  };
  const Waiting* nearest = nullptr;
  for (const Waiting* waiting : all) {
    if (place(waiting) >= std::pair(paragraph, start) && (nearest == nullptr || place(waiting) < place(nearest)))
      nearest = waiting;
  }
  if (nearest != nullptr)
    current_ = {nearest->finding.rule, nearest->wording, nearest->finding.paragraph, nearest->finding.start};
}

void FindingList::next() {
  if (rows() > 0) select((current_row() + 1) % rows());
}

void FindingList::previous() {
  if (rows() > 0) select((current_row() + rows() - 1) % rows());
}

}  // namespace soat::review
