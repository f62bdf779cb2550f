#include <cmath>
#include <nlohmann/json.hpp>
#include <string>

#include "report/formats.h"
#include "report/located.h"
#include "report/names.h"
#include "text/analysis.h"

namespace soat::report {
namespace {

using Json = nlohmann::ordered_json;

std::string dump(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

double rounded(float probability) {
  return std::round(static_cast<double>(probability) * 1000) / 1000;
}

Json described(const text::DocumentPlace& place) {
  Json json;
  const auto put = [&json](const char* key, std::uint32_t number) {
    if (number > 0) json[key] = number;
  };
  put("page", place.page);
  put("chapter", place.chapter);
  put("footnote", place.footnote);
  put("endnote", place.endnote);
  put("table", place.table);
  put("row", place.row);
  put("column", place.column);
  return json;
}

// Fills in what both formats say of a finding, in the order of the contract.
void describe(const check::Finding& finding, const Place& place, Language language, Json& json) {
  json["paragraph"] = finding.paragraph;
  json["start"] = place.start;
  json["end"] = place.end;
  json["text"] = text::to_utf8(place.text);
  json["rule"] = finding.rule->id;
  json["category"] = check::name(finding.category());
  json["severity"] = check::name(finding.severity);
  json["confidence"] = rounded(finding.confidence);
  json["message"] = message(finding, language);
  Json& suggestions = json["suggestions"] = Json::array();
  for (const std::u16string& suggestion : finding.suggestions) suggestions.push_back(text::to_utf8(suggestion));
  if (place.in != nullptr) json["place"] = described(*place.in);
}

std::size_t count_syllables(const CheckedDocument& checked) {
  std::size_t count = 0;
  text::Analysis analysis;
  for (const std::u16string_view paragraph : checked.read.empty() ? checked.paragraphs : checked.read) {
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

void add_warnings(const CheckedDocument& checked, Json& json) {
  for (const std::string& warning : checked.warnings) json["warnings"].push_back(one_line(warning));
}

// What a document is called: by its file, its id or both.
Json named(std::string_view file, std::string_view id, bool is_file) {
  Json json;
  if (!id.empty()) json["id"] = Json::parse(id);
  if (id.empty() || is_file) json["file"] = reversible_name(file);
  return json;
}

class JsonLinesReport final : public Report {
 public:
  JsonLinesReport(Language language, bool status) : language_(language), status_(status) {}

  void document(const CheckedDocument& checked, const Sink& sink) const override {
    Locator locator(checked);
    const Json name = named(checked.file, checked.id, checked.is_file);
    for (const check::Finding& finding : checked.findings) {
      Json json = name;
      describe(finding, locator.locate(finding), language_, json);
      sink(dump(json) + '\n');
    }
    if (!status_) return;
    Json json = status(name, "checked", checked.findings.size());
    add_warnings(checked, json);
    sink(dump(json) + '\n');
  }

  std::string failure(const FailedDocument& failed) const override {
    if (!status_) return {};
    Json json = status(named(failed.file, failed.id, failed.is_file), "failed", 0);
    json["error"] = one_line(failed.error);
    return dump(json) + '\n';
  }

 private:
  static Json status(Json json, const char* how, std::size_t findings) {
    json["status"] = how;
    json["findings"] = findings;
    json["error"] = nullptr;
    return json;
  }

  Language language_;
  bool status_;
};

class JsonReport final : public Report {
 public:
  explicit JsonReport(Language language) : language_(language) {}

  std::string opening() const override { return "{\"documents\":["; }
  std::string separator() const override { return ","; }
  std::string closing() const override { return "\n]}\n"; }

  void document(const CheckedDocument& checked, const Sink& sink) const override {
    Json json;
    json["file"] = reversible_name(checked.file);
    json["paragraphs"] = checked.paragraphs.size();
    json["syllables"] = count_syllables(checked);
    if (checked.assessment != nullptr) json["assessment"] = describe(*checked.assessment, language_);
    add_warnings(checked, json);
    std::string opening = dump(json);
    opening.pop_back();  // the findings come one by one
    sink("\n" + opening + ",\"findings\":[");
    Locator locator(checked);
    bool first = true;
    for (const check::Finding& finding : checked.findings) {
      Json one;
      describe(finding, locator.locate(finding), language_, one);
      sink((first ? "" : ",") + dump(one));
      first = false;
    }
    sink("]}");
  }

  std::string failure(const FailedDocument& failed) const override {
    Json json;
    json["file"] = reversible_name(failed.file);
    json["error"] = one_line(failed.error);
    return "\n" + dump(json);
  }

 private:
  Language language_;
};

}  // namespace

std::unique_ptr<const Report> make_json_lines_report(Language language, bool status) {
  return std::make_unique<JsonLinesReport>(language, status);
}

std::unique_ptr<const Report> make_json_report(Language language) {
  return std::make_unique<JsonReport>(language);
}

}  // namespace soat::report
