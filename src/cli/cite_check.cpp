#include "cli/cite_check.h"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "check/checker.h"
#include "check/rules/table.h"
#include "citation/exchange/exchange.h"
#include "citation/exchange/office_mark.h"
#include "citation/library/library.h"
#include "citation/library/library_sources.h"
#include "citation/zotero/codec.h"
#include "citation/zotero/field_review.h"
#include "citation/zotero/foreign_field.h"
#include "citation/zotero/source_cites.h"
#include "cli/checking.h"
#include "cli/choice.h"
#include "cli/cite_writings.h"
#include "cli/documents.h"
#include "cli/inputs.h"
#include "reference/reference_list.h"
#include "text/error.h"
#include "text/utf.h"
#include "texts/texts.h"

namespace soat::cli {
namespace {

namespace zotero = citation::zotero;
using check::Finding;
using document::NamedRange;

struct CiteCheckArguments {
  std::vector<std::string> files;
  std::shared_ptr<ReportArguments> report = std::make_shared<ReportArguments>();
  check::Profile profile = check::Profile::normal;
  std::string library;  // empty: none
};

struct Fault {
  const check::RuleInfo& rule;
  float confidence;
};

Fault fault_of(zotero::FieldProblem::Kind kind) {
  switch (kind) {
    case zotero::FieldProblem::Kind::damaged:
      break;
    case zotero::FieldProblem::Kind::no_data:
      return {check::rule_info<"citation.no-data">(), 0.9F};
    case zotero::FieldProblem::Kind::edited:
      return {check::rule_info<"citation.edited-field">(), 0.8F};
    case zotero::FieldProblem::Kind::foreign:
      return {check::rule_info<"citation.other-program">(), 0.8F};
    case zotero::FieldProblem::Kind::not_listed:
      return {check::rule_info<"citation.not-listed">(), 0.8F};
    case zotero::FieldProblem::Kind::repeated:
      return {check::rule_info<"citation.repeated-source">(), 0.8F};
    case zotero::FieldProblem::Kind::no_list:
      return {check::rule_info<"citation.no-list">(), 0.5F};
  }
  return {check::rule_info<"citation.broken-field">(), 0.95F};
}

// What is found in one document.
struct Faults {
  check::Profile profile;
  std::vector<Finding>& findings;

  void add(const Fault& fault, text::MessageId<0> message, std::size_t paragraph, std::size_t start, std::size_t end,
           const std::string& about = {}) {
    if (fault.confidence < fault.rule.thresholds.of(profile)) return;
    const check::Place place{static_cast<std::uint32_t>(paragraph), static_cast<std::uint32_t>(start),
                             static_cast<std::uint32_t>(end)};
    const text::Message told =
        about.empty() ? text::Message(message) : text::Message(texts::citation_problem_about, message, about);
    findings.push_back(check::make_finding(fault.rule, place, fault.rule.severity, fault.confidence, told));
  }

  void add_uncited(std::size_t paragraph, std::size_t end) {
    add({check::rule_info<"citation.uncited-entry">(), 0.7F}, texts::citation_problem_uncited_entry, paragraph, 0, end);
  }
};

// A field with its place in the document.
struct PlacedField {
  zotero::Field field;
  NamedRange range;
};

using Paragraphs = std::vector<std::u16string_view>;

// What stands in a range, paragraphs with line feeds between them.
std::u16string text_of(const NamedRange& range, const Paragraphs& paragraphs) {
  std::u16string all;
  for (std::size_t p = range.first_paragraph; p <= range.last_paragraph && p < paragraphs.size(); ++p) {
    const std::u16string_view paragraph = paragraphs[p];
    const std::size_t start = p == range.first_paragraph ? std::min(range.start, paragraph.size()) : 0;
    const std::size_t end = p == range.last_paragraph ? std::min(range.end, paragraph.size()) : paragraph.size();
    if (p > range.first_paragraph) all += u'\n';
    if (start < end) all += paragraph.substr(start, end - start);
  }
  return all;
}

// The value behind a bookmark, in the document's properties.
std::string bookmark_value(const document::Document& document, const std::string& name) {
  const auto& properties = document.properties();
  const auto get = [&](const std::string& key) -> std::optional<std::u16string> {
    const auto found = properties.find(key);
    return found == properties.end() ? std::nullopt : std::optional(found->second);
  };
  const auto own = zotero::original_bookmark(
      name, [&](std::string_view stem) { return properties.contains(std::string(stem) + "_1"); });
  return own ? zotero::from_properties(*own, get).value_or("") : std::string();
}

// Where the sources are that citations only name.
struct Supplies {
  nlohmann::json library = nlohmann::json::array();  // the user's own
  nlohmann::json word = nlohmann::json::array();     // of the document
  bool word_damaged = false;
};

// What another program keeps there, if it is a citation or a list.
std::optional<zotero::ForeignField> other_field(const document::Document& document, const NamedRange& range,
                                                const Supplies& supplies) {
  if (range.kind == NamedRange::Kind::bibliography_mark)
    return zotero::office_citation(citation::item_of_office_mark(range.values));
  if (range.kind == NamedRange::Kind::index) return zotero::office_list();
  auto field = zotero::read_foreign(range.name);
  if (!field && (range.kind == NamedRange::Kind::reference_mark || range.kind == NamedRange::Kind::section))
    field = zotero::read_jabref_name(range.name);
  if (!field) return field;
  if (field->program == zotero::Program::jabref) {
    const auto pages = document.properties().find(range.name);
    if (pages != document.properties().end()) zotero::add_page_info(*field, text::to_utf8(pages->second));
  }
  const bool words = field->program == zotero::Program::word;
  const nlohmann::json& sources = words ? supplies.word : supplies.library;
  if (!sources.empty()) zotero::supply(*field, sources);
  field->damaged = field->damaged || (words && !field->list && supplies.word_damaged);
  return field;
}

std::vector<PlacedField> citation_fields(const document::Document& document, const Paragraphs& paragraphs,
                                         const nlohmann::json& library) {
  Supplies supplies{library};
  if (!document.word_sources().empty()) {
    try {
      supplies.word = citation::read_word_sources(document.word_sources(), {});
    } catch (const Error&) {  // told of each citation that needs them
      supplies.word_damaged = true;
    }
  }
  std::vector<PlacedField> fields;
  for (const NamedRange& range : document.named_ranges()) {
    zotero::Field field;
    if (range.kind == NamedRange::Kind::bookmark) {
      if (!zotero::is_bookmark_name(range.name)) continue;
      field.code = bookmark_value(document, range.name);
      if (field.code.empty()) field.code = "ZOTERO_ITEM ";  // its data are gone
    } else {
      field.other = other_field(document, range, supplies);
      if (!field.other && (range.kind == NamedRange::Kind::field || !zotero::read_code(range.name))) continue;
      field.code = range.name;
    }
    const std::u16string text = text_of(range, paragraphs);
    // A placeholder stands for what the reader does not show: a Word field's result, text in another language.
    field.text_known = !field.other && text.find(u'\uFFFC') == std::u16string::npos;
    field.text = text::to_utf8(text);
    fields.push_back({std::move(field), range});
  }
  std::ranges::stable_sort(
      fields, {}, [](const PlacedField& one) { return std::pair(one.range.first_paragraph, one.range.start); });
  return fields;
}

void check_fields(const document::Document& document, const Paragraphs& paragraphs, const nlohmann::json& library,
                  Faults& faults) {
  const std::vector<PlacedField> placed = citation_fields(document, paragraphs, library);
  std::vector<zotero::Field> fields;
  for (const PlacedField& one : placed) fields.push_back(one.field);
  const zotero::FieldReview review = zotero::review_fields(fields);
  for (const zotero::FieldProblem& problem : review.problems) {
    const NamedRange& range = placed[problem.field].range;
    const std::size_t end =
        range.last_paragraph == range.first_paragraph ? range.end : paragraphs[range.first_paragraph].size();
    faults.add(fault_of(problem.kind), zotero::message_of(problem.kind), range.first_paragraph, range.start, end,
               problem.about);
  }
  for (const auto& [field, line] : review.unlisted_lines) {
    const std::size_t paragraph = placed[field].range.first_paragraph + line;
    if (paragraph < paragraphs.size()) faults.add_uncited(paragraph, paragraphs[paragraph].size());
  }
}

// The list that was typed by hand; what is missing from it a rule of the checker tells.
void check_typed_list(const Paragraphs& paragraphs, Faults& faults) {
  const reference::ReferenceListReview review = reference::review_reference_list(paragraphs);
  for (const std::uint32_t paragraph : review.uncited) faults.add_uncited(paragraph, paragraphs[paragraph].size());
  for (const reference::RepeatedEntry& entry : review.repeated)
    faults.add({check::rule_info<"citation.repeated-entry">(), 0.8F}, texts::citation_problem_repeated_entry,
               entry.paragraph, 0, paragraphs[entry.paragraph].size());
}

std::vector<Finding> check_citations(const document::Document& document, const check::Checker& checker,
                                     const check::CheckOptions& options, const nlohmann::json& library) {
  const Paragraphs paragraphs = document.paragraphs();
  std::vector<Finding> findings = checker.check(paragraphs, options);
  Faults faults{options.profile, findings};
  check_fields(document, paragraphs, library, faults);
  check_typed_list(paragraphs, faults);
  std::ranges::stable_sort(findings, {},
                           [](const Finding& one) { return std::tuple(one.paragraph, one.start, one.end); });
  return findings;
}

// Sources in a file of any kind that sources are read from, or in a library of the extension.
nlohmann::json read_library(const std::string& file, Context& context) {
  if (file.empty()) return nlohmann::json::array();
  if (std::filesystem::path(file).extension() != ".sqlite") {
    citation::Remarks remarks;
    auto items = citation::read_sources(read_input_bytes(file, context), file, &remarks);
    tell(remarks, context);
    return items;
  }
  if (!std::filesystem::exists(file)) throw Error(texts::error_file_none, file);
  const citation::Library library(file, citation::Library::Access::read_only);
  return library.all();
}

}  // namespace

void add_cite_check_command(CLI::App& cite, Context& context) {
  const auto arguments = std::make_shared<CiteCheckArguments>();
  CLI::App* command = cite.add_subcommand("check", context.say(texts::help_cite_check));
  command->add_option("files", arguments->files, context.say({texts::help_documents, document::format_endings()}))
      ->type_name("FILE");
  add_choice<check::Profile>(*command, "--profile", arguments->profile,
                             {{"normal", check::Profile::normal}, {"strict", check::Profile::strict}},
                             context.say(texts::help_check_profile));
  command->add_option("--library", arguments->library, context.say(texts::help_cite_check_library))->type_name("FILE");
  add_report_options(*command, arguments->report, context);
  add_data_option(*command, context);
  command->callback([arguments, &context] {
    const nlohmann::json library = read_library(arguments->library, context);
    const check::CheckOptions options = {
        arguments->profile,
        {check::Category::citation},
        check::Scope::whole,
        arguments->library.empty() ? nullptr : std::make_shared<citation::LibrarySources>(library)};
    const auto checker = load_checker(context);
    const DocumentChecker citations = {
        [&](const document::Document& document, const std::string&) {
          return check::Checked{check_citations(document, *checker, options, library), {}};
        },
        [&](const std::string&) {
          return "cite " + std::to_string(static_cast<int>(arguments->profile)) + stamp_of_data(context) +
                 stamp_of(arguments->library);
        }};
    report_documents(arguments->files, *arguments->report, citations, context);
  });
}

}  // namespace soat::cli
