#include "writer/proofing/ignored.h"

#include <algorithm>
#include <cstdint>

#include "text/checksum.h"
#include "text/hash.h"
#include "writer/border/border.h"

namespace soat::writer {

namespace {

constexpr std::size_t context_units = 24;

std::u16string hexadecimal(const text::Fnv1a& hash) {
  const auto digits = text::checksum_digits(hash.value());
  return {digits.begin(), digits.end()};
}

bool is_for_wording(std::u16string_view rule) {
  return rule.find(u':') != std::u16string_view::npos;
}

}  // namespace

std::u16string place_key(const check::Finding& finding, std::u16string_view paragraph) {
  const std::size_t start = std::min<std::size_t>(finding.start, paragraph.size());
  const std::size_t end = std::min<std::size_t>(finding.end, paragraph.size());
  const std::size_t from = start - std::min(start, context_units);
  const std::size_t to = std::min(paragraph.size(), end + context_units);
  text::Fnv1a hash;
  for (const char c : finding.rule->id) hash.add(static_cast<unsigned char>(c));
  hash.add(start - from);
  for (const char16_t c : paragraph.substr(from, to - from)) hash.add(c);
  return hexadecimal(hash);
}

Ignored& Ignored::instance() {
  static auto& ignored = *new Ignored;  // never destroyed: threads may be at work until the office has left
  return ignored;
}

void Ignored::load(const Context& context) {
  if (loaded_) return;
  loaded_ = true;
  for (std::u16string& rule : read_list(context, ignored_node, "Rules")) keep_rule(std::move(rule));
  places_ = read_list(context, ignored_node, "Places");
  place_set_.insert(places_.begin(), places_.end());
}

void Ignored::keep_rule(std::u16string rule) {
  if (const std::u16string_view wording = wording_of_rule(rule); !wording.empty()) wordings_.emplace(wording);
  rules_.insert(std::move(rule));
}

bool Ignored::contains_wording(const Context& context, std::u16string_view wording) {
  const std::lock_guard lock(mutex_);
  load(context);
  return wordings_.contains(wording);
}

Ignored::Counts Ignored::counts(const Context& context) {
  const std::lock_guard lock(mutex_);
  load(context);
  Counts counts;
  counts.wordings = static_cast<std::size_t>(std::ranges::count_if(rules_, is_for_wording));
  counts.rules = rules_.size() - counts.wordings;
  counts.places = places_.size();
  return counts;
}

bool Ignored::contains(const Context& context, const check::Finding& finding, std::u16string_view paragraph) {
  const std::lock_guard lock(mutex_);
  load(context);
  if (!rules_.empty() && (rules_.contains(std::u16string(finding.rule->id.begin(), finding.rule->id.end())) ||
                          rules_.contains(rule_for_wording(finding, paragraph)))) {
    return true;
  }
  return !place_set_.empty() && place_set_.contains(place_key(finding, paragraph));
}

void Ignored::add_rule(const Context& context, std::u16string_view rule) {
  const std::lock_guard lock(mutex_);
  load(context);
  keep_rule(std::u16string(rule));
  write_list(context, ignored_node, "Rules", {rules_.begin(), rules_.end()});
}

std::vector<std::u16string> Ignored::rules(const Context& context) {
  const std::lock_guard lock(mutex_);
  load(context);
  return {rules_.begin(), rules_.end()};
}

void Ignored::change_rules(const Context& context, const std::vector<std::u16string>& out,
                           const std::vector<std::u16string>& in) {
  const std::lock_guard lock(mutex_);
  load(context);
  std::set<std::u16string, std::less<>> rules = std::move(rules_);
  for (const std::u16string& rule : out) rules.erase(rule);
  rules.insert(in.begin(), in.end());
  rules_.clear();
  wordings_.clear();
  for (const std::u16string& rule : rules) keep_rule(rule);
  write_list(context, ignored_node, "Rules", {rules_.begin(), rules_.end()});
}

void Ignored::forget_places(const Context& context) {
  const std::lock_guard lock(mutex_);
  load(context);
  places_.clear();
  place_set_.clear();
  write_list(context, ignored_node, "Places", {});
}

void Ignored::reset(const Context& context) {
  const std::lock_guard lock(mutex_);
  loaded_ = true;
  rules_.clear();
  wordings_.clear();
  places_.clear();
  place_set_.clear();
  write_list(context, ignored_node, "Rules", {});
  write_list(context, ignored_node, "Places", {});
}

}  // namespace soat::writer
