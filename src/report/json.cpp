#include <cmath>
#include <nlohmann/json.hpp>
#include <string>

#include "report/formats.h"
#include "report/located.h"
#include "text/analysis.h"

namespace soat::report {
namespace {

using Json = nlohmann::ordered_json;

// A file name need not be UTF-8; what is not becomes U+FFFD.
std::string dump(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

double rounded(float probability) {
  return std::round(static_cast<double>(probability) * 1000) / 1000;
}

// Fills in what both formats say of a finding, in the order of the contract.
void describe(const check::Finding& finding, const Place& place, Language language, Json& json) {
  json["paragraph"] = finding.paragraph;
  json["start"] = place.start;
  json["end"] = place.end;
  json["text"] = text::to_utf8(place.text);
  json["rule"] = finding.rule;
  json["category"] = check::name(finding.category);
  json["severity"] = check::name(finding.severity);
  json["confidence"] = rounded(finding.confidence);
  json["message"] = message(finding, language);
  Json& suggestions = json["suggestions"] = Json::array();
  for (const std::u16string& suggestion : finding.suggestions) suggestions.push_back(text::to_utf8(suggestion));
}

std::size_t count_syllables(const CheckedDocument& checked) {
  std::size_t count = 0;
  text::Analysis analysis;
  for (const std::u16string_view paragraph : checked.paragraphs) {
    text::analyse(paragraph, analysis);
    for (const text::Token& token : analysis.tokens) count += token.syllable.valid();
  }
  return count;
}

Json describe(const check::Assessment& assessment, Language language) {
  Json json;
  json["probability"] = rounded(assessment.probability);
  Json& paragraphs = json["paragraphs"] = Json::array();
  for (std::size_t i = 0; i < assessment.paragraphs.size(); ++i) {
    const check::ParagraphAssessment& paragraph = assessment.paragraphs[i];
    Json one;
    one["paragraph"] = i;
    one["probability"] = rounded(paragraph.probability);
    Json& evidence = one["evidence"] = Json::array();
    for (const check::Message& line : paragraph.evidence)
      evidence.push_back(text::to_utf8(language == Language::vi ? line.vi : line.en));
    paragraphs.push_back(std::move(one));
  }
  return json;
}

class JsonLinesReport final : public Report {
 public:
  explicit JsonLinesReport(Language language) : language_(language) {}

  std::string document(const CheckedDocument& checked) const override {
    std::string out;
    Locator locator(checked);
    for (const check::Finding& finding : checked.findings) {
      Json json;
      json["file"] = checked.file;
      describe(finding, locator.locate(finding), language_, json);
      out += dump(json);
      out += '\n';
    }
    return out;
  }

 private:
  Language language_;
};

class JsonReport final : public Report {
 public:
  explicit JsonReport(Language language) : language_(language) {}

  std::string opening() const override { return "{\"documents\":["; }
  std::string separator() const override { return ","; }
  std::string closing() const override { return "\n]}\n"; }

  std::string document(const CheckedDocument& checked) const override {
    Json json;
    json["file"] = checked.file;
    json["paragraphs"] = checked.paragraphs.size();
    json["syllables"] = count_syllables(checked);
    if (checked.assessment != nullptr) json["assessment"] = describe(*checked.assessment, language_);
    Json& findings = json["findings"] = Json::array();
    Locator locator(checked);
    for (const check::Finding& finding : checked.findings) {
      Json one;
      describe(finding, locator.locate(finding), language_, one);
      findings.push_back(std::move(one));
    }
    std::string out(1, '\n');
    out += dump(json);
    return out;
  }

 private:
  Language language_;
};

}  // namespace

std::unique_ptr<const Report> make_json_lines_report(Language language) {
  return std::make_unique<JsonLinesReport>(language);
}

std::unique_ptr<const Report> make_json_report(Language language) {
  return std::make_unique<JsonReport>(language);
}

}  // namespace soat::report
