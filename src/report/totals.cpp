#include "report/totals.h"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "report/html_summary.h"
#include "report/html_text.h"
#include "report/names.h"
#include "text/checksum.h"
#include "texts/totals.h"

namespace soat::report {
namespace {

constexpr std::size_t most_rows = 100;
constexpr std::size_t most_failed = 100;

constexpr std::string_view style =
    "body{font:16px/1.55 system-ui,sans-serif;margin:2rem auto;max-width:60rem;padding:0 1rem;color:#1c1c1c;"
    "background:#fff}h1{font-size:1.5rem}h2{font-size:1.2rem;margin-top:2rem}td,th{text-align:left;"
    "overflow-wrap:anywhere;vertical-align:top}.all{--c:#e65100}"
    "@media screen and (prefers-color-scheme:dark){body{color:#ddd;background:#1a1a1a}.all{--c:#ff9d5c}}"
    "@page{size:A4;margin:18mm 15mm}@media print{body{max-width:none;margin:0;padding:0;font-size:10.5pt;"
    "print-color-adjust:exact;-webkit-print-color-adjust:exact}h2{break-after:avoid}tr{break-inside:avoid}}";

std::string folder_of(const std::string& file) {
  const std::size_t slash = file.rfind('/');
  return slash == std::string::npos ? "." : file.substr(0, std::max<std::size_t>(slash, 1));
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// "3/10".
std::optional<std::pair<std::size_t, std::size_t>> shard_of(const std::string& text) {
  const std::size_t slash = text.find('/');
  std::pair<std::size_t, std::size_t> shard = {0, 0};
  if (slash == std::string::npos) return std::nullopt;
  std::from_chars(text.data(), text.data() + slash, shard.first);
  std::from_chars(text.data() + slash + 1, text.data() + text.size(), shard.second);
  if (shard.first < 1 || shard.first > shard.second) return std::nullopt;
  return shard;
}

// The rows of a table, those with most findings first.
std::vector<std::pair<std::string, Count>> ordered(const std::map<std::string, Count>& counts) {
  std::vector<std::pair<std::string, Count>> rows(counts.begin(), counts.end());
  std::stable_sort(rows.begin(), rows.end(),
                   [](const auto& a, const auto& b) { return a.second.findings > b.second.findings; });
  return rows;
}

}  // namespace

std::string month_of_path(std::string_view path) {
  for (std::size_t at = 0; at + 7 <= path.size(); ++at) {
    const std::string_view here = path.substr(at, 7);
    const bool begins = at == 0 || !is_digit(path[at - 1]);
    const bool ends = at + 7 == path.size() || !is_digit(path[at + 7]);
    if (!begins || !ends || (!here.starts_with("19") && !here.starts_with("20"))) continue;
    if (!is_digit(here[2]) || !is_digit(here[3]) || std::string_view("/-_.").find(here[4]) == std::string_view::npos)
      continue;
    const std::string_view month = here.substr(5);
    if (month >= "01" && month <= "12" && is_digit(month[1]))
      return std::string(here.substr(0, 4)) + "-" + std::string(month);
  }
  return {};
}

bool Totals::add(std::string_view line) {
  using Json = nlohmann::json;
  const Json json = Json::parse(line, nullptr, false);
  if (!json.is_object()) return false;
  const auto word = [&](const char* key) {
    return json.contains(key) && json[key].is_string() ? json[key].get<std::string>() : std::string();
  };
  if (json.contains("shard")) {
    const auto shard = shard_of(word("shard"));
    if (!shard) return false;
    shards_[shard->second].insert(shard->first);
    is_shard_ = true;
    return true;
  }
  if (!json.contains("file") && !json.contains("id")) return false;
  const std::string name = json.contains("file")    ? word("file")
                           : json["id"].is_string() ? word("id")
                                                    : json["id"].dump();
  if (name != pending_name_) {
    is_without_status_ = is_without_status_ || !pending_.empty();
    pending_.clear();
  }
  pending_name_ = name;
  if (json.contains("status")) {
    take_document(name, word("status") == "checked", word("error"));
    return true;
  }
  const std::string rule = word("rule");
  if (rule.empty()) return false;
  ++pending_[rule];
  categories_.try_emplace(rule, word("category"));
  return true;
}

void Totals::take_document(const std::string& name, bool was_checked, const std::string& error) {
  constexpr std::size_t enough = 100;  // to tell a part from the whole
  const auto found = std::exchange(pending_, {});
  if (names_.size() < enough) names_.push_back(text::checksum(name));
  if (!seen_.insert(text::checksum(name)).second) {
    ++twice_;
    return;
  }
  ++documents_;
  if (!was_checked) {
    ++failures_;
    if (failed_.size() < most_failed) failed_.emplace_back(name, error);
    return;
  }
  std::size_t findings = 0;
  for (const auto& [rule, count] : found) {
    findings += count;
    ++rules_[rule].documents;
    rules_[rule].findings += count;
  }
  findings_ += findings;
  const std::string month = month_of_path(name);
  for (Count* const count : {&folders_[folder_of(name)], month.empty() ? nullptr : &months_[month]}) {
    if (!count) continue;
    ++count->documents;
    count->findings += findings;
  }
  if (findings == 0) return;
  worst_.emplace(findings, name);
  if (worst_.size() > most_worst_) worst_.erase(worst_.begin());
}

void Totals::end_result() {
  last_was_without_status_ = is_without_status_ || !pending_.empty();
  results_.push_back(is_shard_ ? std::nullopt : std::optional(std::move(names_)));
  names_.clear();
  pending_.clear();
  pending_name_.clear();
  is_shard_ = is_without_status_ = false;
}

std::vector<std::string> Totals::missing_shards() const {
  std::vector<std::string> missing;
  for (const auto& [count, there] : shards_) {
    for (std::size_t i = 1; i <= count; ++i) {
      if (!there.contains(i)) missing.push_back(std::to_string(i) + "/" + std::to_string(count));
    }
  }
  return missing;
}

std::vector<std::size_t> Totals::open_shards() const {
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < results_.size(); ++i) {
    const auto& names = results_[i];
    const auto is_of_one = [&](const auto& division) {
      return std::ranges::all_of(
          *names, [&](std::uint64_t name) { return name % division.first == names->front() % division.first; });
    };
    if (names && std::ranges::any_of(shards_, is_of_one)) open.push_back(i);
  }
  return open;
}

std::vector<Totals::Group> Totals::groups() const {
  return {{texts::totals_rules, texts::totals_rule, rules_},
          {texts::totals_folders, texts::totals_folder, folders_},
          {texts::totals_months, texts::totals_month, months_}};
}

std::string Totals::text(Language language) const {
  const auto say = [&](const text::Message& message) { return message.utf8(language); };
  std::string out = say({texts::totals_summary, documents_, failures_, findings_}) + "\n";
  for (const Group& group : groups()) {
    if (group.counts.empty()) continue;
    out += "\n" + say(group.title) + "\n";
    auto rows = ordered(group.counts);
    rows.resize(std::min(rows.size(), most_rows));
    for (const auto& [name, count] : rows)
      out +=
          "  " + std::to_string(count.findings) + "\t" + std::to_string(count.documents) + "\t" + one_line(name) + "\n";
  }
  if (!worst_.empty()) out += "\n" + say(texts::totals_worst) + "\n";
  for (auto at = worst_.rbegin(); at != worst_.rend(); ++at)
    out += "  " + std::to_string(at->first) + "\t" + one_line(at->second) + "\n";
  if (!failed_.empty()) out += "\n" + say(texts::totals_failed) + "\n";
  for (const auto& [name, error] : failed_) out += "  " + one_line(error.empty() ? name : error) + "\n";
  if (failures_ > failed_.size()) out += "  " + say({texts::totals_more, failures_ - failed_.size()}) + "\n";
  return out;
}

std::string Totals::json() const {
  using Json = nlohmann::ordered_json;
  Json json;
  json["documents"] = documents_;
  json["failed"] = failures_;
  json["findings"] = findings_;
  const std::pair<const char*, const std::map<std::string, Count>*> tables[] = {
      {"rules", &rules_}, {"folders", &folders_}, {"months", &months_}};
  for (const auto& [key, counts] : tables) {
    Json& table = json[key] = Json::object();
    for (const auto& [name, count] : *counts)
      table[name] = {{"documents", count.documents}, {"findings", count.findings}};
  }
  Json& worst = json["worst"] = Json::array();
  for (auto at = worst_.rbegin(); at != worst_.rend(); ++at)
    worst.push_back({{"file", at->second}, {"findings", at->first}});
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string Totals::html(Language language) const {
  const auto say = [&](const text::Message& message) { return escaped(message.utf8(language)); };
  const char* const code = language == Language::vi ? "vi" : "en";
  std::string out = "<!DOCTYPE html>\n<html lang=\"" + std::string(code) +
                    "\">\n<head>\n<meta charset=\"utf-8\">\n<title>" + say(texts::totals_title) + "</title>\n<style>" +
                    std::string(style) + summary_style() + "</style>\n</head>\n<body>\n<h1>" +
                    say(texts::totals_title) + "</h1>\n<p>" +
                    say({texts::totals_summary, documents_, failures_, findings_}) + "</p>\n";
  for (const Group& group : groups()) {
    if (group.counts.empty()) continue;
    const auto rows = ordered(group.counts);
    const std::size_t most = std::max<std::size_t>(rows.front().second.findings, 1);
    out += "<h2>" + say(group.title) + "</h2>\n<table class=\"chart\">\n<thead><tr><th>" + say(group.column) +
           "</th><th>" + say(texts::totals_findings) + "</th><th>" + say(texts::totals_documents) +
           "</th><th></th></tr></thead>\n";
    for (std::size_t i = 0; i < std::min(rows.size(), most_rows); ++i) {
      const auto& [name, count] = rows[i];
      const auto category = categories_.find(name);
      out += "<tr><td>" + escaped(one_line(name)) + "</td><td class=\"count\">" + std::to_string(count.findings) +
             "</td><td class=\"count\">" + std::to_string(count.documents) +
             "</td><td class=\"bars\"><span class=\"bar " +
             escaped(category == categories_.end() ? "all" : category->second) +
             "\" style=\"width:" + std::to_string(count.findings * 100 / most) + "%\"></span></td></tr>\n";
    }
    out += "</table>\n";
  }
  if (!worst_.empty()) {
    out += "<h2>" + say(texts::totals_worst) + "</h2>\n<table>\n<thead><tr><th>" + say(texts::totals_document) +
           "</th><th>" + say(texts::totals_findings) + "</th></tr></thead>\n";
    for (auto at = worst_.rbegin(); at != worst_.rend(); ++at)
      out += "<tr><td>" + escaped(one_line(at->second)) + "</td><td>" + std::to_string(at->first) + "</td></tr>\n";
    out += "</table>\n";
  }
  if (!failed_.empty()) {
    out += "<h2>" + say(texts::totals_failed) + "</h2>\n<table>\n<thead><tr><th>" + say(texts::totals_document) +
           "</th><th>" + say(texts::totals_reason) + "</th></tr></thead>\n";
    for (const auto& [name, error] : failed_)
      out += "<tr><td>" + escaped(one_line(name)) + "</td><td>" + escaped(one_line(error)) + "</td></tr>\n";
    out += "</table>\n";
    if (failures_ > failed_.size()) out += "<p>" + say({texts::totals_more, failures_ - failed_.size()}) + "</p>\n";
  }
  return out + "</body>\n</html>\n";
}

}  // namespace soat::report
