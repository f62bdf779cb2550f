#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "check/assessment.h"
#include "check/finding.h"

namespace soat::report {

enum class Format { text, jsonl, json, html };
enum class Language { vi, en };

// A document and what was found in it.
struct CheckedDocument {
  std::string_view file;                            // as the user named it
  std::span<const std::u16string_view> paragraphs;  // as they were checked
  std::span<const check::Finding> findings;         // ordered by paragraph and start, as Checker::check gives them
  std::size_t number = 0;                           // among the documents of the report, from 0
  const check::Assessment* assessment = nullptr;    // none: nothing judged the paragraphs
};

// Writes findings in one of the formats, UTF-8. A whole report is opening(), then document() for each document with
// separator() between two, then closing(). Immutable, so documents may be written by several threads at once.
class Report {
 public:
  virtual ~Report() = default;
  virtual std::string opening() const { return {}; }
  virtual std::string document(const CheckedDocument& checked) const = 0;
  virtual std::string separator() const { return {}; }
  virtual std::string closing() const { return {}; }
};

// language: of messages and headings. colour: text only, with the terminal's escape sequences.
std::unique_ptr<const Report> make_report(Format format, Language language, bool colour);

}  // namespace soat::report
