#include <utility>

#include "writer/border/ending.h"
#include "writer/border/slices.h"
#include "writer/proofing/reviewed_document.h"

namespace soat::writer {

struct ReviewedDocument::Settling {
  TextsToCheck texts;
  check::Checked checked;
  std::vector<std::vector<check::Finding>> found;
  OtherLanguages others;
  KnownFindings known;
  std::size_t revision = 0;
  std::uint32_t at = 0;
  std::function<void()> then;
};

bool ReviewedDocument::settle(std::function<void()> then) {
  if (held_ || settling_ || has_ended() || paragraphs_.empty()) return false;
  settling_ = true;
  const auto settling = std::make_shared<Settling>();
  settling->revision = revision_;
  settling->then = std::move(then);
  const auto end = [self = shared_from_this(), settling] {
    self->settling_ = false;
    settling->then();
  };
  const auto check = [self = shared_from_this(), settling, end] {
    run_in_background(
        self->context_,
        [checker = self->checker_, profile = self->profile_, settling] {
          settling->checked = check_texts(*checker, settling->texts, profile, Ending::instance().token());
        },
        [self, settling, end](bool done) {
          if (self->has_ended()) return;
          if (done && settling->revision == self->revision_ && !self->held_) {
            self->take_settled(settling);
          } else {
            end();
          }
        });
  };
  read_in_slices(context_, document_, [self = shared_from_this(), settling, check, end] {
    if (self->has_ended()) return false;
    if (settling->revision != self->revision_) {
      end();
      return false;
    }
    if (settling->at == self->paragraphs_.size()) {
      check();
      return false;
    }
    const ParagraphText& paragraph = self->paragraphs_[settling->at].text;
    settling->texts.add(paragraph);
    settling->others.add(settling->at++, paragraph);
    return true;
  });
  return true;
}

void ReviewedDocument::take_settled(const std::shared_ptr<Settling>& settling) {
  held_ = true;
  check::Checked& checked = settling->checked;
  std::erase_if(checked.findings, [&](const check::Finding& finding) {
    return !is_to_be_shown(paragraphs_[finding.paragraph].text, finding);
  });
  check::tell_passages(checked.assessment, checked.findings);
  settling->found.resize(paragraphs_.size());
  for (check::Finding& finding : checked.findings) settling->found[finding.paragraph].push_back(std::move(finding));
  settling->at = 0;
  run_in_slices(context_, [self = shared_from_this(), settling] {
    if (self->has_ended()) return false;
    const bool edited = settling->revision != self->revision_;
    if (!edited && settling->at < settling->found.size()) {
      const std::uint32_t number = settling->at++;
      std::vector<check::Finding>& findings = settling->found[number];
      settling->known[known_key(self->paragraphs_, number, self->paragraphs_[number].text.text)] = findings;
      self->queue(number, std::move(findings));
      return true;
    }
    if (!edited) {
      if (!self->knows_enough()) settling->known.merge(self->known_);
      self->known_ = std::move(settling->known);
      self->others_ = std::move(settling->others);
      self->passages_ = review::worst_first(settling->checked.assessment);
      self->settled_ = true;
    }
    self->held_ = false;
    self->settling_ = false;
    settling->then();
    return false;
  });
}

}  // namespace soat::writer
