#include <nlohmann/json.hpp>
#include <string>

#include "check/rule_info.h"
#include "report/formats.h"
#include "report/located.h"
#include "report/names.h"
#include "text/utf.h"

namespace soat::report {
namespace {

using Json = nlohmann::ordered_json;

std::string dump(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

// A path as a reference (RFC 3986, 4.2): bytes that may not stand there are escaped.
std::string reference(std::string_view path) {
  constexpr std::string_view plain = "-._~/";
  constexpr const char* digits = "0123456789ABCDEF";
  std::string out;
  for (const char c : path) {
    const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    const auto byte = static_cast<unsigned char>(c);
    if (is_letter || plain.find(c) != std::string_view::npos) {
      out += c;
    } else {
      out += {'%', digits[byte >> 4], digits[byte & 15U]};
    }
  }
  return out;
}

const char* level(check::Severity severity) {
  switch (severity) {
    case check::Severity::error:
      return "error";
    case check::Severity::warning:
      return "warning";
    case check::Severity::info:
      break;
  }
  return "note";
}

Json region(const check::Finding& finding, const Place& place) {
  return {{"startLine", finding.paragraph + 1}, {"startColumn", place.start + 1}, {"endColumn", place.end + 1}};
}

class SarifReport final : public Report {
 public:
  explicit SarifReport(Language language) : language_(language) {}

  std::string opening() const override {
    Json rules = Json::array();
    for (const check::RuleInfo& rule : check::rule_infos()) {
      if (rule.is_silent) continue;
      rules.push_back({{"id", rule.id},
                       {"shortDescription", {{"text", text::Message(rule.title).utf8(language_)}}},
                       {"fullDescription", {{"text", text::Message(rule.why).utf8(language_)}}},
                       {"defaultConfiguration", {{"level", level(rule.severity)}}},
                       {"properties", {{"category", check::name(rule.category)}}}});
    }
    return "{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\",\"runs\":[{"
           "\"columnKind\":\"unicodeCodePoints\",\"tool\":{\"driver\":{\"name\":\"Soát\",\"rules\":" +
           dump(rules) + "}},\"results\":[\n";
  }
  std::string separator() const override { return ",\n"; }
  std::string closing() const override { return "\n]}]}\n"; }

  void document(const CheckedDocument& checked, const Sink& sink) const override {
    Locator locator(checked);
    const Json artifact = {{"uri", reference(checked.file)}};
    bool first = true;
    for (const check::Finding& finding : checked.findings) {
      const Place place = locator.locate(finding);
      const Json where = region(finding, place);
      Json one;
      one["ruleId"] = finding.rule->id;
      one["level"] = level(finding.severity);
      one["message"]["text"] = message(finding, language_);
      one["locations"] = {{{"physicalLocation", {{"artifactLocation", artifact}, {"region", where}}}}};
      if (const std::string in = place.told(language_); !in.empty())
        one["locations"][0]["logicalLocations"] = {{{"name", in.substr(2, in.size() - 3)}}};
      one["rank"] = static_cast<int>(finding.confidence * 100);
      for (const std::u16string& suggestion : finding.suggestions) {
        const Json replacement = {{"deletedRegion", where}, {"insertedContent", {{"text", text::to_utf8(suggestion)}}}};
        one["fixes"].push_back({{"artifactChanges", Json::array({{{"artifactLocation", artifact},
                                                                  {"replacements", Json::array({replacement})}}})}});
      }
      sink((first ? "" : separator()) + dump(one));
      first = false;
    }
  }

 private:
  Language language_;
};

// A value of an annotation, or its message: what may not stand in it is escaped, and what would steer a terminal or is
// no UTF-8 stands as in the text report.
std::string escaped_annotation(std::string_view text, bool is_value) {
  std::string out;
  for (const char c : text) {
    if (c == '%') {
      out += "%25";
    } else if (c == '\r') {
      out += "%0D";
    } else if (c == '\n') {
      out += "%0A";
    } else if (is_value && c == ':') {
      out += "%3A";
    } else if (is_value && c == ',') {
      out += "%2C";
    } else {
      out += c;
    }
  }
  return one_line(out);
}

class GithubReport final : public Report {
 public:
  explicit GithubReport(Language language) : language_(language) {}

  void document(const CheckedDocument& checked, const Sink& sink) const override {
    Locator locator(checked);
    const std::string file = escaped_annotation(checked.file, true);
    for (const check::Finding& finding : checked.findings) {
      const Place place = locator.locate(finding);
      std::string text = message(finding, language_) + place.told(language_);
      for (std::size_t i = 0; i < finding.suggestions.size() && i < 3; ++i)
        text += (i == 0 ? " → " : ", ") + text::to_utf8(finding.suggestions[i]);
      const std::string kind = finding.severity == check::Severity::info ? "notice" : level(finding.severity);
      sink("::" + kind + " file=" + file + ",line=" + std::to_string(finding.paragraph + 1) +
           ",col=" + std::to_string(place.start + 1) + ",endColumn=" + std::to_string(place.end + 1) +
           ",title=" + escaped_annotation(finding.rule->id, true) + "::" + escaped_annotation(text, false) + "\n");
    }
  }

 private:
  Language language_;
};

}  // namespace

std::unique_ptr<const Report> make_sarif_report(Language language) {
  return std::make_unique<SarifReport>(language);
}

std::unique_ptr<const Report> make_github_report(Language language) {
  return std::make_unique<GithubReport>(language);
}

}  // namespace soat::report
