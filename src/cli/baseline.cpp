#include "cli/baseline.h"

#include <algorithm>
#include <charconv>

#include "document/reader.h"
#include "review/ignored_place.h"
#include "text/checksum.h"
#include "text/error.h"
#include "text/hash.h"
#include "text/utf.h"
#include "texts/baseline.h"

namespace soat::cli {
namespace {

constexpr std::string_view head = "soat-baseline 1 ";

std::string digits(std::uint64_t number) {
  const auto all = text::checksum_digits(number);
  return {all.begin(), all.end()};
}

}  // namespace

std::string identity(const check::Finding& finding, std::u16string_view paragraph) {
  const review::Neighbours words = review::neighbours_of(paragraph, finding.start, finding.end);
  const std::string rule = text::to_utf8(review::rule_for_wording(finding, paragraph));
  text::Fnv1a hash;
  hash.add_all(rule).add_all(words.before).add_all(words.behind);
  std::string line = digits(hash.value()) + '\t' + rule;
  std::ranges::replace(line, '\n', ' ');
  return line;
}

Baseline Baseline::read(const std::filesystem::path& file) {
  const std::string bytes = document::read_bytes(file);
  const std::size_t end = bytes.find('\n');
  if (!bytes.starts_with(head) || end == std::string::npos) throw Error(texts::baseline_none, file.string());
  const std::string_view rest = std::string_view(bytes).substr(end + 1);
  if (bytes.substr(head.size(), end - head.size()) != digits(text::checksum(rest)))
    throw Error(texts::baseline_damaged, file.string());
  Baseline out;
  for (std::size_t at = 0; at < rest.size();) {
    const std::size_t line_end = std::min(rest.find('\n', at), rest.size());
    const std::string_view line = rest.substr(at, line_end - at);
    const std::size_t tab = line.find('\t');
    std::size_t count = 0;
    const auto [stop, error] = std::from_chars(line.data(), line.data() + std::min(tab, line.size()), count);
    if (tab == std::string_view::npos || error != std::errc() || stop != line.data() + tab)
      throw Error(texts::baseline_damaged, file.string());
    out.counts_.emplace(line.substr(tab + 1), count);
    at = line_end + 1;
  }
  return out;
}

void Baseline::add(const std::vector<std::string>& identities_of_a_document) {
  std::map<std::string_view, std::size_t> here;
  for (const std::string& one : identities_of_a_document) ++here[one];
  for (const auto& [one, count] : here) {
    std::size_t& most = counts_.try_emplace(std::string(one), 0).first->second;
    most = std::max(most, count);
  }
}

void Baseline::take_out_known(const std::vector<std::u16string_view>& paragraphs,
                              std::vector<check::Finding>& findings) const {
  std::map<std::string, std::size_t> seen;
  std::erase_if(findings, [&](const check::Finding& finding) {
    std::string one = identity(finding, paragraphs[finding.paragraph]);
    const auto known = counts_.find(one);
    return known != counts_.end() && ++seen[std::move(one)] <= known->second;
  });
}

std::string Baseline::text() const {
  std::string rest;
  for (const auto& [one, count] : counts_) rest += std::to_string(count) + '\t' + one + '\n';
  return std::string(head) + digits(text::checksum(rest)) + '\n' + rest;
}

}  // namespace soat::cli
