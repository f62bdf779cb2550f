#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "report/report.h"

// One format a file; report.h is the way in.
namespace soat::report {

// One line a finding as compilers print them, file:line:column, with the place underlined below it.
std::unique_ptr<const Report> make_text_report(Language language, bool colour);

// JSON Lines: one object a finding; with status also one a document, which has other keys.
std::unique_ptr<const Report> make_json_lines_report(Language language, bool status);

// One JSON object with a list of documents.
std::unique_ptr<const Report> make_json_report(Language language);

// A web page that needs no other file: the text with the findings marked, and a list of them.
std::unique_ptr<const Report> make_html_report(Language language, const check::CategoryColours& colours);

// SARIF 2.1.0 (OASIS 2020), for tools that show what checkers of any kind find. A paragraph is a line.
std::unique_ptr<const Report> make_sarif_report(Language language);

// One line a finding as GitHub's workflows take annotations.
std::unique_ptr<const Report> make_github_report(Language language);

// "lỗi", "error" …: how people are told of a severity.
std::string severity_label(check::Severity severity, Language language);

// The message of a finding in the language asked for, UTF-8.
std::string message(const check::Finding& finding, Language language);

// One line for each passage that a machine probably rewrote, for people: which paragraphs (from 1), how likely.
std::vector<std::string> passage_lines(const CheckedDocument& checked, Language language);

// The same as headings of a page: with a capital, and no line ends before "%".
std::vector<std::string> passage_headings(const CheckedDocument& checked, Language language);

}  // namespace soat::report
