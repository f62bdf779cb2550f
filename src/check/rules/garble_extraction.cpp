#include "check/rules/garble_extraction.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "check/extraction/repairer.h"
#include "check/rules/characters.h"
#include "check/rules/report_finding.h"

namespace soat::check {
namespace {

using extraction::Repair;

// Damage is told only where many places bear it out, and explains what single words look like.
constexpr float confidence = 1.0F;
constexpr std::uint32_t longest_phrase = 80;  // units; neighbours are told together up to here

class Extraction final : public Rule {
 public:
  explicit Extraction(const RuleData& data) : repairer_(data.lexicon, data.model) {}

  std::string_view id() const override { return "garble.extraction"; }
  Category category() const override { return Category::garble; }

  void check_document(const DocumentView& view, FindingSink& sink) const override {
    std::vector<Repair> repairs = repairer_.repair(view.paragraphs);
    join_neighbours(view, repairs);
    for (Repair& repair : repairs) {
      const std::u16string count = to_text(repairs.size());
      Message message = repair.kind == Repair::Kind::letters
                            ? Message{u"Chữ bị đổi khi chép từ PDF hoặc chuyển phông: “" + repair.meant +
                                          u"” (văn bản có " + count + u" chỗ hỏng như vậy).",
                                      u"Letters exchanged by extraction from a PDF or a conversion of fonts: “" +
                                          repair.meant + u"” (" + count + u" such places in the text)."}
                            : Message{u"Dấu cách sai chỗ do chép từ PDF: “" + repair.meant + u"” (văn bản có " + count +
                                          u" chỗ hỏng như vậy).",
                                      u"Blanks misplaced by extraction from a PDF: “" + repair.meant + u"” (" + count +
                                          u" such places in the text)."};
      report(sink, *this, {repair.paragraph, repair.start, repair.end}, Severity::error, confidence, std::move(message),
             {std::move(repair.meant)});
    }
  }

 private:
  static std::u16string to_text(std::size_t number) {
    const std::string digits = std::to_string(number);
    return {digits.begin(), digits.end()};
  }

  // Damaged words with nothing but a blank between them make one finding.
  static void join_neighbours(const DocumentView& view, std::vector<Repair>& repairs) {
    std::vector<Repair> joined;
    for (Repair& repair : repairs) {
      Repair* last = joined.empty() ? nullptr : &joined.back();
      if (last != nullptr && last->paragraph == repair.paragraph && last->kind == repair.kind &&
          repair.start == last->end + 1 && is_blank(view.paragraphs[repair.paragraph].text[last->end]) &&
          repair.end - last->start <= longest_phrase) {
        last->meant += u' ';
        last->meant += repair.meant;
        last->end = repair.end;
      } else {
        joined.push_back(std::move(repair));
      }
    }
    repairs = std::move(joined);
  }

  extraction::Repairer repairer_;
};

}  // namespace

std::unique_ptr<Rule> make_garble_extraction(const RuleData& data) {
  if (data.model == nullptr) return nullptr;
  return std::make_unique<Extraction>(data);
}

}  // namespace soat::check
