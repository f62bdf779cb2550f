#include "report/rule_list.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string_view>

#include "report/formats.h"
#include "texts/rule.h"

namespace soat::report {
namespace {

using check::RuleInfo;

std::string in(text::MessageId<0> line, Language language) {
  return text::Message(line).utf8(language);
}

// Calls work for each kind of a category that finds something.
template <typename Work>
void for_each_rule(check::Category category, Work work) {
  for (const RuleInfo& rule : check::rule_infos()) {
    if (rule.category == category && !rule.is_silent) work(rule);
  }
}

// The number as people write it: 0.72, 0.6.
std::string number(float value) {
  std::ostringstream out;
  out << value;
  return out.str();
}

// A text whose lines begin with `margin`, the first behind `label`.
std::string indented(std::string_view label, std::string_view margin, std::string_view text) {
  std::string out(label);
  for (const char c : text) {
    out += c;
    if (c == '\n') out += margin;
  }
  return out + "\n";
}

nlohmann::ordered_json to_json(const RuleInfo& rule, Language language) {
  nlohmann::ordered_json json;
  json["id"] = rule.id;
  json["category"] = check::name(rule.category);
  json["severity"] = check::name(rule.severity);
  json["title"] = in(rule.title, language);
  json["why"] = in(rule.why, language);
  json["example"] = nullptr;
  if (!rule.example.wrong.empty()) {
    json["example"] = {{"wrong", rule.example.wrong}, {"right", nullptr}};
    if (!rule.example.right.empty()) json["example"]["right"] = rule.example.right;
  }
  // Two digits are all there is; the double nearest to the float has more.
  for (const auto& [profile, least] : {std::pair("normal", rule.thresholds.normal), {"strict", rule.thresholds.strict}})
    json["least_confidence"][profile] = std::stod(number(least));
  return json;
}

// Signs that Markdown reads as its own.
std::string escaped(std::string_view text) {
  constexpr std::string_view signs = "\\*_[]<>&|";
  std::string out;
  for (const char c : text) {
    if (signs.find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

std::string quoted(std::string_view text) {
  std::string out = "> ";
  for (const char c : escaped(text)) {
    if (c == '\n') {
      out += "  \n> ";
    } else {
      out += c;
    }
  }
  return out + "\n";
}

std::string section(const RuleInfo& rule) {
  std::string out = "### `" + std::string(rule.id) + "`\n\n";
  out += "**" + in(rule.title, Language::en) + "** · **" + in(rule.title, Language::vi) + "** (" +
         std::string(check::name(rule.severity)) + "; shown from " + number(rule.thresholds.normal) + " in `normal`, " +
         number(rule.thresholds.strict) + " in `strict`)\n\n";
  out += escaped(in(rule.why, Language::en)) + "\n\n" + escaped(in(rule.why, Language::vi)) + "\n\n";
  if (rule.example.wrong.empty()) return out;
  out += quoted(rule.example.wrong);
  if (!rule.example.right.empty()) out += ">\n> →\n>\n" + quoted(rule.example.right);
  return out + "\n";
}

}  // namespace

std::string rule_list(Language language) {
  std::size_t width = 0;
  for (const RuleInfo& rule : check::rule_infos()) width = std::max(width, rule.id.size());
  std::string out;
  for (const check::CategoryInfo& category : check::categories) {
    if (!out.empty()) out += '\n';
    out += in(category.title, language) + " (" + std::string(category.name) + ")\n";
    for_each_rule(category.category, [&](const RuleInfo& rule) {
      out += "  " + std::string(rule.id) + std::string(width - rule.id.size() + 2, ' ');
      out += in(rule.title, language) + " (" + severity_label(rule.severity, language) + ")\n";
    });
  }
  return out;
}

std::string rule_text(const RuleInfo& rule, Language language) {
  const auto label = [language](text::MessageId<0> id) { return in(id, language); };
  const check::CategoryInfo& category = check::info_of(rule.category);
  std::string out = std::string(rule.id) + ": " + in(rule.title, language) + "\n\n";
  out += in(rule.why, language) + "\n\n";
  out += label(texts::rule_category) + ": " + in(category.title, language) + " (" + std::string(category.name) + ")\n";
  out += label(texts::rule_severity) + ": " + severity_label(rule.severity, language) + "\n";
  out += label(texts::rule_confidence) + ": " + number(rule.thresholds.normal) + " (normal), " +
         number(rule.thresholds.strict) + " (strict)\n";
  if (rule.example.wrong.empty()) return out;
  out += indented("\n" + label(texts::rule_example) + ":\n  ", "  ", rule.example.wrong);
  if (!rule.example.right.empty()) out += indented(label(texts::rule_better) + ":\n  ", "  ", rule.example.right);
  return out;
}

std::string rule_json(const RuleInfo& rule, Language language) {
  return to_json(rule, language).dump() + "\n";
}

std::string rule_list_json(Language language) {
  std::string out;
  for (const check::CategoryInfo& category : check::categories) {
    for_each_rule(category.category,
                  [&](const RuleInfo& rule) { out += (out.empty() ? "[\n" : ",\n") + to_json(rule, language).dump(); });
  }
  return out + "\n]\n";
}

std::string rule_page() {
  std::string out =
      "# What Soát tells of\n\n"
      "Every kind of finding by its id, as reports name it: what it is and why it is told, in English and Vietnamese; "
      "an "
      "example, and\nwhat the first suggestions make of it. A finding is shown from the confidence that is given for "
      "the "
      "profile. `soat rules ID`\nprints the same.\n\n"
      "<!-- Made by `soat rules --format markdown > docs/rules.md` from texts/rules.txt; a test compares. "
      "-->\n\n";
  for (const check::CategoryInfo& category : check::categories) {
    out += "## " + in(category.title, Language::en) + " · " + in(category.title, Language::vi) + " (`" +
           std::string(category.name) + "`)\n\n";
    for_each_rule(category.category, [&](const RuleInfo& rule) { out += section(rule); });
  }
  out.pop_back();
  return out;
}

}  // namespace soat::report
