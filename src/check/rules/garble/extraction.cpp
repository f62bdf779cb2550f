#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "check/extraction/detached_marks.h"
#include "check/extraction/page_breaks.h"
#include "check/extraction/repairer.h"
#include "check/rules/characters.h"
#include "check/rules/report_finding.h"
#include "check/rules/table.h"
#include "texts/rules/garble.h"

namespace soat::check {
namespace {

using extraction::LeftOver;
using extraction::Repair;

// Damage is told only where many places bear it out, and explains what single words look like.
constexpr float confidence = 1.0F;
constexpr std::uint32_t longest_phrase = 80;  // units; neighbours are told together up to here

// Damage that taking text out of a PDF or converting its fonts leaves all through a document: letters exchanged (CƠNG
// TÁC, đƣợc), syllables set apart (n ướ c), words run together. Needs the language model; without it there is no rule.
class Extraction final : public Rule {
 public:
  explicit Extraction(const RuleData& data)
      : lexicon_(data.lexicon), words_(data.model), repairer_(data.lexicon, data.model) {}

  const RuleInfo& info() const override { return rule_info<"garble.extraction">(); }

  void check_document(const DocumentView& view, FindingSink& sink) const override {
    tell_page_breaks(view, sink);
    std::vector<Repair> repairs = repairer_.repair(view.paragraphs);
    std::vector<extraction::DetachedMark> marks;
    extraction::find_detached_marks(view.paragraphs, lexicon_, marks);
    // What is left of a word without its mark looks like a word with other letters.
    std::erase_if(repairs, [&](const Repair& repair) {
      const auto next = std::ranges::partition_point(marks, [&](const extraction::DetachedMark& mark) {
        return mark.paragraph < repair.paragraph || (mark.paragraph == repair.paragraph && mark.end <= repair.start);
      });
      return next != marks.end() && next->paragraph == repair.paragraph && next->start < repair.end;
    });
    tell_detached_marks(std::move(marks), sink);
    join_neighbours(view, repairs);
    for (Repair& repair : repairs) {
      const std::size_t count = repairs.size();
      const text::Message message = repair.kind == Repair::Kind::letters
                                        ? text::Message(texts::finding_garble_extraction_letters, repair.meant, count)
                                        : text::Message(texts::finding_garble_extraction_blanks, repair.meant, count);
      report(sink, info(), {repair.paragraph, repair.start, repair.end}, confidence, message,
             {std::move(repair.meant)});
    }
  }

 private:
  void tell_page_breaks(const DocumentView& view, FindingSink& sink) const {
    std::vector<LeftOver> found;
    extraction::find_running_heads(view.paragraphs, found);
    extraction::find_line_hyphens(view.paragraphs, lexicon_, *words_, found);
    for (LeftOver& one : found) {
      const bool hyphen = one.kind == LeftOver::Kind::hyphen;
      const text::Message message = hyphen ? text::Message(texts::finding_garble_extraction_hyphen, one.meant)
                                           : text::Message(texts::finding_garble_extraction_page);
      report(sink, info(), {one.paragraph, one.start, one.end}, hyphen ? Severity::error : Severity::warning,
             hyphen ? 0.9F : 0.85F, message, {std::move(one.meant)});
    }
  }

  void tell_detached_marks(std::vector<extraction::DetachedMark> found, FindingSink& sink) const {
    for (extraction::DetachedMark& one : found) {
      const text::Message message(texts::finding_garble_extraction_mark, one.meant);
      report(sink, info(), {one.paragraph, one.start, one.end}, confidence, message, {std::move(one.meant)});
    }
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

  const lexicon::Lexicon& lexicon_;
  std::shared_ptr<const model::LanguageModel> words_;
  extraction::Repairer repairer_;
};

}  // namespace

std::unique_ptr<Rule> make_garble_extraction(const RuleData& data) {
  if (data.model == nullptr) return nullptr;
  return std::make_unique<Extraction>(data);
}

}  // namespace soat::check
