#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "report/report.h"

namespace soat::report {

// Two paragraphs with two findings in the second, which has a letter beyond the basic plane before them.
struct Sample {
  std::array<std::u16string_view, 2> paragraphs = {u"Dòng đầu.", u"𠮷 uống nứơc & tóan"};
  std::vector<check::Finding> findings;

  Sample() {
    check::Finding first;
    first.paragraph = 1;
    first.start = 8;
    first.end = 12;
    first.rule = "spelling.tone-placement";
    first.category = check::Category::spelling;
    first.severity = check::Severity::error;
    first.confidence = 0.93F;
    first.message = {u"Dấu đặt <sai> chỗ", u"Tone mark in the wrong place"};
    first.suggestions = {u"nước", u"nược"};
    findings.push_back(first);
    check::Finding second = first;
    second.start = 15;
    second.end = 19;
    second.severity = check::Severity::info;
    second.suggestions = {u""};
    findings.push_back(second);
  }

  CheckedDocument document() const { return {"bài.txt", paragraphs, findings, 0}; }

  // The second paragraph looks rewritten.
  CheckedDocument assessed_document() const { return {"bài.txt", paragraphs, findings, 0, &assessment}; }
  check::Assessment assessment = {{{0.0204F, true, false, {}}, {0.9967F, true, true, {{u"3 dấu hiệu", u"3 signs"}}}},
                                  0.9967F};
};

}  // namespace soat::report
