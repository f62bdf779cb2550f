#include "cli/fixing.h"

#include <utility>

#include "check/finding.h"
#include "report/names.h"
#include "text/utf.h"
#include "texts/texts.h"

namespace soat::cli {
namespace {

constexpr int most_rounds = 8;  // each may bring to light what the faults of the one before hid

// Text in an old font is turned into Unicode together with the font: soat convert.
bool is_for_another_command(const check::Finding& finding, const document::Document& document) {
  return finding.rule->id == "encoding.legacy" && !document.parts().empty();
}

std::u16string comment_on(const check::Finding& finding, text::Language language) {
  std::u16string reason = language == text::Language::vi ? finding.message->vi : finding.message->en;
  return text::Message(texts::fix_comment, reason, finding.suggestions.front()).in(language);
}

struct Chosen {
  std::vector<document::Change> changes;
  std::vector<std::string_view> rules;  // of each
};

Chosen choose(const document::Document& document, const std::vector<check::Finding>& findings, double sure,
              text::Language language) {
  Chosen chosen;
  const std::vector<std::u16string_view> paragraphs = document.paragraphs();
  const auto least = static_cast<float>(sure);  // 0.95 means 0.95F, which is less
  for (const check::Finding& finding : findings) {
    if (finding.confidence < least || finding.suggestions.empty()) continue;
    if (is_for_another_command(finding, document)) continue;
    if (!chosen.changes.empty() && chosen.changes.back().paragraph == finding.paragraph &&
        chosen.changes.back().end > finding.start)
      continue;
    const std::u16string& wanted = finding.suggestions.front();
    if (paragraphs[finding.paragraph].substr(finding.start, finding.end - finding.start) == wanted) continue;
    chosen.changes.push_back({finding.paragraph, finding.start, finding.end, wanted, comment_on(finding, language)});
    chosen.rules.push_back(finding.rule->id);
  }
  return chosen;
}

std::vector<std::u16string> copied(const std::vector<std::u16string_view>& paragraphs) {
  return {paragraphs.begin(), paragraphs.end()};
}

}  // namespace

FixedDocument fix(std::string bytes, const std::string& name, const std::string& file,
                  std::optional<document::Format> format, const Checking& checking, double sure,
                  const document::RevisionOptions& options, text::Language language) {
  FixedDocument out;
  out.is_plain_text = document::is_plain_text(bytes, format);
  if (out.is_plain_text) out.original = bytes;
  out.bytes = std::move(bytes);
  const bool once = options.kind == document::RevisionKind::comment;
  for (int round = 0; round < (once ? 1 : most_rounds); ++round) {
    const document::Document document = document::parse(out.bytes, name, format);
    if (round == 0) {
      out.before = copied(document.originals());
      out.warnings = document.warnings();
    }
    const Chosen chosen = choose(document, checking.check(document, file).findings, sure, language);
    out.left = chosen.changes.size();
    if (chosen.changes.empty()) break;
    document::Revision revision = document::revise(out.bytes, name, format, document, chosen.changes, options);
    out.left -= revision.count;
    if (revision.count == 0) break;
    const std::vector<std::u16string_view> paragraphs = document.paragraphs();
    for (std::size_t i = 0; i < chosen.changes.size(); ++i) {
      const document::Change& change = chosen.changes[i];
      if (!revision.is_made[i]) continue;
      const std::u16string_view paragraph = paragraphs[change.paragraph];
      out.fixed.push_back({change.paragraph, text::CodePointOffsets(paragraph).to_code_points(change.start),
                           chosen.rules[i], std::u16string(paragraph.substr(change.start, change.end - change.start)),
                           change.text});
    }
    out.bytes = std::move(revision.bytes);
  }
  out.after = copied(document::parse(out.bytes, name, format).originals());
  return out;
}

}  // namespace soat::cli
