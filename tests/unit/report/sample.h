#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "check/rules/table.h"
#include "report/report.h"
#include "texts/texts.h"

namespace soat::report {

// Two paragraphs with two findings in the second, which has a letter beyond the basic plane before them.
struct Sample {
  std::array<std::u16string_view, 2> paragraphs = {u"Dòng đầu.", u"𠮷 uống nứơc & tóan"};
  std::vector<check::Finding> findings;

  Sample() {
    check::Finding first =
        check::make_finding(check::rule_info<"spelling.tone-placement">(), {1, 8, 12}, check::Severity::error, 0.93F,
                            texts::report_nothing, {u"nước", u"nược"});
    first.message = check::Message{u"Dấu đặt <sai> chỗ", u"Tone mark in the wrong place"};
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
