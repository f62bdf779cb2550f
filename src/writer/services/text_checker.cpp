#include <algorithm>
#include <chrono>
#include <com/sun/star/lang/IllegalArgumentException.hpp>
#include <com/sun/star/uno/RuntimeException.hpp>
#include <cppuhelper/implbase2.hxx>
#include <org/soat/XTextChecker.hpp>
#include <string>
#include <vector>

#include "model/restore.h"
#include "writer/border/answer.h"
#include "writer/border/border.h"
#include "writer/border/service.h"
#include "writer/border/strings.h"
#include "writer/proofing/engine.h"
#include "writer/text/document.h"

namespace soat::writer {

namespace {

using Found = css::uno::Sequence<org::soat::Finding>;
using Assessed = css::uno::Sequence<org::soat::ParagraphAssessment>;

constexpr std::chrono::seconds patience{60};

std::vector<std::u16string_view> split_lines(std::u16string_view text) {
  std::vector<std::u16string_view> lines;
  for (;;) {
    const std::size_t end = text.find(u'\n');
    std::u16string_view line = text.substr(0, end);
    if (line.ends_with(u'\r')) line.remove_suffix(1);
    lines.push_back(line);
    if (end == std::u16string_view::npos) return lines;
    text.remove_prefix(end + 1);
  }
}

org::soat::Finding to_idl(const check::Finding& finding, std::u16string_view paragraph, bool in_vietnamese) {
  org::soat::Finding out;
  out.paragraph = static_cast<sal_Int32>(finding.paragraph);
  out.start = static_cast<sal_Int32>(finding.start);
  out.end = static_cast<sal_Int32>(finding.end);
  out.text = to_office(paragraph.substr(finding.start, finding.end - finding.start));
  out.rule = to_office(finding.rule->id);
  out.category = to_office(check::name(finding.category()));
  out.severity = to_office(check::name(finding.severity));
  out.confidence = static_cast<double>(finding.confidence);
  out.message = to_office(in_vietnamese ? finding.message->vi : finding.message->en);
  out.suggestions.realloc(static_cast<sal_Int32>(finding.suggestions.size()));
  OUString* suggestion = out.suggestions.getArray();
  for (const std::u16string& text : finding.suggestions) *suggestion++ = to_office(text);
  return out;
}

class TextChecker final : public cppu::WeakImplHelper2<org::soat::XTextChecker, css::lang::XServiceInfo> {
 public:
  static constexpr const char* implementation_name = "org.soat.implementation.TextChecker";
  static constexpr const char* service_name = "org.soat.TextChecker";

  explicit TextChecker(const Context& context) : context_(context) {}

  SOAT_SERVICE_INFO()

  Found SAL_CALL check(const OUString& text, const OUString& profile) override {
    return answer(context_, self(), [&] {
      const auto checker = engine();
      const std::vector<std::u16string_view> paragraphs = split_lines(to_view(text));
      check::CheckOptions options;
      options.profile = parse(profile);
      return to_sequence(checker->check(paragraphs, options), [&](std::uint32_t i) { return paragraphs[i]; });
    });
  }

  Assessed SAL_CALL assess(const OUString& text) override {
    return answer(context_, self(), [&] {
      const auto checker = engine();
      const std::vector<std::u16string_view> paragraphs = split_lines(to_view(text));
      return to_sequence(checker->check_and_assess(paragraphs, {}).assessment);
    });
  }

  Assessed SAL_CALL assessDocument(const css::uno::Reference<css::text::XTextDocument>& document) override {
    return answer(context_, self(), [&] {
      const std::vector<ParagraphText> paragraphs = read(document);
      const auto checker = engine();
      return to_sequence(check_document(*checker, paragraphs, check::Profile::normal).assessment);
    });
  }

  Found SAL_CALL checkDocument(const css::uno::Reference<css::text::XTextDocument>& document,
                               const OUString& profile) override {
    return answer(context_, self(), [&] {
      const std::vector<ParagraphText> paragraphs = read(document);
      const auto checker = engine();
      return to_sequence(check_document(*checker, paragraphs, parse(profile)).findings,
                         [&](std::uint32_t i) { return std::u16string_view(paragraphs[i].text); });
    });
  }

  css::uno::Sequence<OUString> SAL_CALL
  paragraphsOf(const css::uno::Reference<css::text::XTextDocument>& document) override {
    return answer(context_, self(), [&] {
      const std::vector<ParagraphText> paragraphs = read(document);
      css::uno::Sequence<OUString> out(static_cast<sal_Int32>(paragraphs.size()));
      OUString* to = out.getArray();
      for (const ParagraphText& paragraph : paragraphs) *to++ = to_office(paragraph.text);
      return out;
    });
  }

  OUString SAL_CALL restore(const OUString& text) override {
    return answer(context_, self(), [&] {
      const auto checker = engine();
      if (!checker->language_model()) throw_problems(texts::error_engine_no_model);
      std::u16string out;
      for (std::u16string_view rest = to_view(text); !rest.empty();) {
        const std::size_t line = std::min(rest.find(u'\n'), rest.size() - 1) + 1;
        out += model::restore(*checker->language_model(), rest.substr(0, line)).text;
        rest.remove_prefix(line);
      }
      return to_office(out);
    });
  }

 private:
  std::vector<ParagraphText> read(const css::uno::Reference<css::text::XTextDocument>& document) {
    const css::uno::Reference<css::frame::XModel> model(document, css::uno::UNO_QUERY);
    if (!model.is()) throw css::lang::IllegalArgumentException("not a text document", self(), 0);
    std::vector<ParagraphText> paragraphs;
    for (const Range& paragraph : paragraphs_of(model)) paragraphs.push_back(read_paragraph(paragraph));
    return paragraphs;
  }

  css::uno::Reference<css::uno::XInterface> self() { return static_cast<cppu::OWeakObject*>(this); }

  std::shared_ptr<const check::Checker> engine() {
    Engine& engine = Engine::instance();
    engine.start(context_);
    auto checker = engine.checker(patience);
    if (!checker) throw_problems(texts::error_engine_no_data);
    return checker;
  }

  [[noreturn]] void throw_problems(text::Message reason) {
    for (const Error& problem : Engine::instance().problems())
      reason = {texts::error_engine_list, reason, problem.message()};
    throw Error(reason);
  }

  check::Profile parse(const OUString& profile) {
    if (profile == "normal") return check::Profile::normal;
    if (profile == "strict") return check::Profile::strict;
    throw css::lang::IllegalArgumentException("profile must be \"normal\" or \"strict\", not \"" + profile + "\"",
                                              self(), 1);
  }

  Assessed to_sequence(const check::Assessment& assessment) {
    const bool in_vietnamese = interface_is_vietnamese(context_);
    Assessed out(static_cast<sal_Int32>(assessment.paragraphs.size()));
    org::soat::ParagraphAssessment* to = out.getArray();
    for (const check::ParagraphAssessment& paragraph : assessment.paragraphs) {
      to->probability = static_cast<double>(paragraph.probability);
      to->evidence.realloc(static_cast<sal_Int32>(paragraph.evidence.size()));
      OUString* line = to->evidence.getArray();
      for (const check::Message& message : paragraph.evidence)
        *line++ = to_office(in_vietnamese ? message.vi : message.en);
      ++to;
    }
    return out;
  }

  template <class ParagraphAt>
  Found to_sequence(const std::vector<check::Finding>& findings, ParagraphAt paragraph_at) {
    const bool in_vietnamese = interface_is_vietnamese(context_);
    Found out(static_cast<sal_Int32>(findings.size()));
    org::soat::Finding* to = out.getArray();
    for (const check::Finding& finding : findings)
      *to++ = to_idl(finding, paragraph_at(finding.paragraph), in_vietnamese);
    return out;
  }

  Context context_;
};

}  // namespace

}  // namespace soat::writer

SOAT_CONSTRUCTOR(soat_create_text_checker, soat::writer::TextChecker)
