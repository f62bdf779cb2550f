#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "check/assessment.h"
#include "check/category.h"
#include "check/finding.h"
#include "text/document_place.h"
#include "text/message.h"

namespace soat::report {

enum class Format { text, jsonl, json, html, sarif, github };
using text::Language;

// A document and what was found in it.
struct CheckedDocument {
  std::string_view file;                             // as the user named it
  std::span<const std::u16string_view> paragraphs;   // as they stand in the document
  std::span<const check::Finding> findings;          // ordered by paragraph and start, as Checker::check gives them
  std::size_t number = 0;                            // among the documents of the report, from 0
  const check::Assessment* assessment = nullptr;     // none: nothing judged the paragraphs
  std::span<const std::u16string_view> read = {};    // what of them was checked, where that is less; else empty
  std::span<const std::string> warnings = {};        // what could not be read of it
  std::span<const text::DocumentPlace> places = {};  // of paragraphs that stand in something, by paragraph
  std::string_view id = {};                          // JSON; what a program calls it; empty: nothing
  bool is_file = true;                               // else the text came by itself, and file is another word for id
};

// A document that could not be read.
struct FailedDocument {
  std::string_view file;
  std::string_view error;
  std::string_view id = {};
  bool is_file = true;
};

// Takes a report as it is made, in pieces of any size.
using Sink = std::function<void(std::string_view)>;

// Writes findings in one of the formats, UTF-8. A whole report is opening(), then document() or failure() for each
// document with separator() between two, then closing(). Immutable, so documents may be written by several threads at
// once.
class Report {
 public:
  virtual ~Report() = default;
  virtual std::string opening() const { return {}; }
  // Gives the sink a finding at a time, so that a report of any length needs no memory.
  virtual void document(const CheckedDocument& checked, const Sink& sink) const = 0;
  virtual std::string failure(const FailedDocument&) const { return {}; }
  virtual std::string separator() const { return {}; }
  virtual std::string closing() const { return {}; }
};

// What may be chosen of a report.
struct ReportOptions {
  Format format = Format::text;
  Language language = Language::vi;  // of messages and headings
  bool colour = false;               // text only: with the terminal's escape sequences
  bool status = false;               // JSON Lines only: a line for each document that says how it went
  check::CategoryColours colours = check::usual_colours;  // HTML only: of the marks and charts
};

std::unique_ptr<const Report> make_report(const ReportOptions& options);

// A document's part of a report in one piece.
std::string to_string(const Report& report, const CheckedDocument& checked);

}  // namespace soat::report
