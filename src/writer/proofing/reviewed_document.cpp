#include "writer/proofing/reviewed_document.h"

#include <algorithm>
#include <com/sun/star/lang/DisposedException.hpp>
#include <map>
#include <numeric>
#include <utility>

#include "check/merge.h"
#include "writer/border/border.h"
#include "writer/border/ending.h"
#include "writer/border/slices.h"
#include "writer/proofing/ignored.h"
#include "writer/proofing/sure_percent.h"
#include "writer/text/replacement.h"

namespace soat::writer {

namespace {

// What takes the checker a few milliseconds.
constexpr std::size_t short_units = 4000;

// Where a finding of an earlier text stands now, if it does: at its old place, or as far from the end as before.
bool find_again(check::Finding& finding, std::u16string_view before, std::u16string_view now) {
  const std::u16string_view written = before.substr(finding.start, finding.end - finding.start);
  const std::size_t moved = now.size() - (before.size() - finding.start);
  for (const std::size_t start : {std::size_t{finding.start}, moved}) {
    if (start > now.size() || now.substr(start, written.size()) != written) continue;
    finding.start = static_cast<std::uint32_t>(start);
    finding.end = static_cast<std::uint32_t>(start + written.size());
    return true;
  }
  return false;
}

bool is_same(const check::Finding& a, const check::Finding& b) {
  return a.rule == b.rule && a.start == b.start && a.end == b.end;
}

// Nothing of one that was deleted.
ParagraphText read_if_there(const Range& range) {
  return guarded("paragraph", ParagraphText(), [&] {
    try {
      return read_paragraph(range);
    } catch (const css::lang::DisposedException&) {
      return ParagraphText();
    }
  });
}

}  // namespace

ReviewedDocument::ReviewedDocument(const Context& context, css::uno::Reference<css::frame::XModel> document,
                                   std::shared_ptr<const check::Checker> checker, check::Profile profile)
    : context_(context),
      document_(std::move(document)),
      open_(document_),
      dictionaries_(open_dictionaries(context)),
      ignored_(DocumentIgnored::of(context, document_)),
      checker_(std::move(checker)),
      profile_(profile) {
  waiting_.set_sure_confidence(sure_confidence(context));
}

void ReviewedDocument::take_glimpse(const DocumentCheck::Result& result) {
  paragraphs_ = result.paragraphs;
  waiting_.go_to(result.findings.front().paragraph, result.findings.front().start);
  std::map<std::uint32_t, std::vector<check::Finding>> found;
  for (const check::Finding& finding : result.findings) found[finding.paragraph].push_back(finding);
  for (auto& [paragraph, findings] : found) queue(paragraph, std::move(findings));
}

void ReviewedDocument::take(DocumentCheck::Result&& result, bool from_cursor, bool at_once,
                            std::function<void()> then) {
  paragraphs_ = std::move(result.paragraphs);
  others_ = std::move(result.others);
  passages_ = review::worst_first(result.assessment);
  is_whole_ = result.is_whole;
  if (!is_whole_ || knows_enough()) known_.clear();
  if (from_cursor) waiting_.go_to(result.cursor_paragraph, result.cursor_start);
  struct Taking {
    std::vector<std::vector<check::Finding>> found;
    std::uint32_t at = 0;
    std::function<void()> then;
  };
  const auto taking = std::make_shared<Taking>();
  taking->found.resize(paragraphs_.size());
  taking->then = std::move(then);
  for (check::Finding& finding : result.findings) taking->found[finding.paragraph].push_back(std::move(finding));
  held_ = true;
  const auto step = [self = shared_from_this(), taking] {
    if (self->has_ended()) return false;
    if (taking->at == taking->found.size()) {
      self->held_ = false;
      taking->then();
      return false;
    }
    const std::uint32_t number = taking->at++;
    std::vector<check::Finding>& findings = taking->found[number];
    self->known_[known_key(self->paragraphs_, number, self->paragraphs_[number].text.text)] = findings;
    self->queue(number, std::move(findings));
    return true;
  };
  if (at_once) {
    while (step()) {
    }
  } else {
    run_in_slices(context_, step);
  }
}

void ReviewedDocument::remember(ReviewedDocument& earlier) {
  if (earlier.checker_ == checker_ && earlier.profile_ == profile_ && earlier.is_whole_)
    known_ = std::exchange(earlier.known_, {});
}

bool ReviewedDocument::knows_enough() const {
  constexpr std::size_t kept_edits = 1000;
  return known_.size() >= 2 * paragraphs_.size() + kept_edits;
}

std::u16string_view ReviewedDocument::wording(const check::Finding& finding) const {
  const std::u16string_view text = paragraphs_[finding.paragraph].text.text;
  return text.substr(finding.start, finding.end - finding.start);
}

void ReviewedDocument::drop_unwanted() {
  waiting_.erase_if(
      [&](const check::Finding& finding) { return !is_wanted(finding, paragraphs_[finding.paragraph].text.text); });
}

void ReviewedDocument::unsettle(bool forget) {
  note_edit();  // what a check that is going on finds is out of date
  if (!forget) return;
  known_.clear();
  judged_.clear();
}

bool ReviewedDocument::is_wanted(const check::Finding& finding, std::u16string_view paragraph) const {
  if (Ignored::instance().contains(context_, finding, paragraph) ||
      (ignored_ && ignored_->contains(finding, paragraph)))
    return false;
  const std::u16string_view what = paragraph.substr(finding.start, finding.end - finding.start);
  return finding.category() != check::Category::spelling || !in_user_dictionary(dictionaries_, what);
}

void ReviewedDocument::queue(std::uint32_t paragraph, std::vector<check::Finding> findings) {
  const std::u16string& written = paragraphs_[paragraph].text.text;
  std::erase_if(findings, [&](const check::Finding& finding) { return !is_wanted(finding, written); });
  waiting_.set(paragraph, std::move(findings), written);
}

// What a paragraph shows by itself.
Findings ReviewedDocument::alone(const std::u16string& text) const {
  const auto judged = judged_.find(text);
  return judged != judged_.end() ? judged->second : Engine::instance().check_paragraph(*checker_, text, profile_);
}

void ReviewedDocument::note_edit() {
  ++revision_;
  settled_ = false;
}

// What there is to say about a paragraph that reads otherwise now than when it was checked. If the whole document was
// checked while it read so, that; else what it shows by itself, and of what only the whole document shows what the edit
// has left.
std::vector<check::Finding> ReviewedDocument::findings_now(std::uint32_t paragraph, const ParagraphText& now) const {
  if (!now.vietnamese) return {};
  if (const auto known = known_.find(known_key(paragraphs_, paragraph, now.text)); known != known_.end())
    return known->second;
  std::vector<check::Finding> findings = *alone(now.text);
  const std::u16string& before = paragraphs_[paragraph].text.text;
  const Findings alone_before = alone(before);
  for (check::Finding& finding : waiting_.of(paragraph)) {
    // Regular damage that the paragraph showed by itself may be too little to show now that some of it is repaired.
    const bool of_itself =
        finding.rule != &damage_rule &&
        std::ranges::any_of(*alone_before, [&](const check::Finding& other) { return is_same(finding, other); });
    if (!of_itself && find_again(finding, before, now.text)) findings.push_back(std::move(finding));
  }
  for (check::Finding& finding : findings) finding.paragraph = paragraph;
  check::merge(findings);
  std::erase_if(findings, [&](const check::Finding& finding) { return !is_to_be_shown(now, finding); });
  return findings;
}

// Adds the texts that findings_now() would have checked.
void ReviewedDocument::add_unjudged(std::uint32_t paragraph, const ParagraphText& now, Texts& out) const {
  if (!now.vietnamese || known_.contains(known_key(paragraphs_, paragraph, now.text))) return;
  for (const std::u16string* text : {&now.text, &paragraphs_[paragraph].text.text}) {
    if (!judged_.contains(*text)) out.push_back(*text);
  }
}

void ReviewedDocument::judge(Texts texts, std::function<void()> then) {
  if (texts.empty()) {
    then();
    return;
  }
  struct Job {
    Texts texts;
    std::vector<Findings> findings;
  };
  const auto job = std::make_shared<Job>(Job{std::move(texts), {}});
  run_in_background(
      context_,
      [checker = checker_, profile = profile_, job] {
        for (const std::u16string& text : job->texts) {
          if (Ending::instance().token().stop_requested()) return;
          job->findings.push_back(Engine::instance().check_paragraph(*checker, text, profile));
        }
      },
      // What was not judged because something threw, findings_now() judges.
      [self = shared_from_this(), job, then = std::move(then)](bool /*done*/) {
        if (self->has_ended()) return;
        for (std::size_t i = 0; i < job->findings.size(); ++i) self->judged_[job->texts[i]] = job->findings[i];
        then();
      });
}

ReviewedDocument::Refreshed ReviewedDocument::refresh(std::uint32_t paragraph, const std::function<void()>& then) {
  if (has_ended()) return Refreshed::later;
  if (with_ranges_ < paragraphs_.size()) forget_ranges(paragraphs_[with_ranges_].text);
  with_ranges_ = paragraph;
  ReadParagraph& known = paragraphs_[paragraph];
  ParagraphText now = read_if_there(known.range);
  if (now.text == known.text.text) {
    known.text = std::move(now);  // the ranges may be others even if the text is not
    return Refreshed::same;
  }
  Texts unjudged;
  if (std::max(now.text.size(), known.text.text.size()) > short_units) add_unjudged(paragraph, now, unjudged);
  if (!unjudged.empty()) {
    if (!std::exchange(judging_, true)) {
      judge(std::move(unjudged), [self = shared_from_this(), then] {
        self->judging_ = false;
        then();
      });
    }
    return Refreshed::later;
  }
  std::vector<check::Finding> findings = findings_now(paragraph, now);
  judged_.clear();
  known.text = std::move(now);
  note_edit();
  queue(paragraph, std::move(findings));
  return Refreshed::other;
}

void ReviewedDocument::refresh_all(std::vector<std::uint32_t> paragraphs, std::function<void()> then) {
  struct Refreshing {
    std::vector<std::uint32_t> paragraphs;
    std::vector<ParagraphText> read;
    Texts unjudged;
    std::size_t at = 0;
    std::function<void()> then;
  };
  const auto work = std::make_shared<Refreshing>(Refreshing{std::move(paragraphs), {}, {}, 0, std::move(then)});
  const auto renew = [self = shared_from_this(), work] {
    if (self->has_ended()) return false;
    if (work->at == work->paragraphs.size()) {
      self->judged_.clear();
      work->then();
      return false;
    }
    const std::uint32_t number = work->paragraphs[work->at];
    ParagraphText& now = work->read[work->at++];
    std::vector<check::Finding> findings = self->findings_now(number, now);
    forget_ranges(now);
    self->paragraphs_[number].text = std::move(now);
    self->note_edit();
    self->queue(number, std::move(findings));
    return true;
  };
  read_in_slices(context_, document_, [self = shared_from_this(), work, renew] {
    if (self->has_ended()) return false;
    if (work->read.size() < work->paragraphs.size()) {
      const std::uint32_t number = work->paragraphs[work->read.size()];
      work->read.push_back(read_if_there(self->paragraphs_[number].range));
      self->add_unjudged(number, work->read.back(), work->unjudged);
      return true;
    }
    self->judge(std::move(work->unjudged), [self, renew] { run_in_slices(self->context_, renew); });
    return false;
  });
}

struct ReviewedDocument::Reading {
  DocumentWalk walk;
  std::vector<ReadParagraph> paragraphs;
  Texts unjudged;
  std::size_t front = 0;  // so many are the same at the start, and at the end
  std::size_t back = 0;
  std::size_t at = 0;  // the next paragraph to be taken
  std::function<void()> then;
};

bool ReviewedDocument::read_again(std::function<void()> then) {
  if (held_ || has_ended() || paragraphs_.empty()) return false;
  held_ = true;
  if (!is_whole_) {
    std::vector<std::uint32_t> all(paragraphs_.size());
    std::iota(all.begin(), all.end(), 0U);
    refresh_all(std::move(all), [self = shared_from_this(), then = std::move(then)] {
      self->held_ = false;
      then();
    });
    return true;
  }
  const auto reading = std::make_shared<Reading>(Reading{DocumentWalk(document_), {}, {}, 0, 0, 0, std::move(then)});
  read_in_slices(context_, document_, [self = shared_from_this(), reading] {
    if (self->has_ended()) return false;
    bool more = false;
    const bool read = guarded("paragraphs", false, [&] {
      std::optional<DocumentWalk::Paragraph> next = reading->walk.next();
      more = next.has_value();
      if (!next) return true;
      reading->paragraphs.push_back(writer::read(*next));
      return true;
    });
    if (read && more) return true;
    if (read) {
      self->compare(reading);
    } else {
      self->held_ = false;
    }
    return false;
  });
  return true;
}

namespace {

bool reads_the_same(const ReadParagraph& a, const ReadParagraph& b) {
  return a.text.text == b.text.text;
}

}  // namespace

// Between what is the same at both ends of the document paragraphs may have come or gone.
void ReviewedDocument::compare(const std::shared_ptr<Reading>& reading) {
  const std::vector<ReadParagraph>& now = reading->paragraphs;
  const std::size_t shorter = std::min(now.size(), paragraphs_.size());
  std::size_t& front = reading->front;
  std::size_t& back = reading->back;
  while (front < shorter && reads_the_same(now[front], paragraphs_[front])) ++front;
  while (back < shorter - front &&
         reads_the_same(now[now.size() - 1 - back], paragraphs_[paragraphs_.size() - 1 - back]))
    ++back;
  const bool same_count = now.size() == paragraphs_.size();
  for (std::size_t i = front; i + back < now.size(); ++i) {
    if (!same_count) {
      if (now[i].text.vietnamese && !known_.contains(known_key(now, i, now[i].text.text)))
        reading->unjudged.push_back(now[i].text.text);
    } else if (!reads_the_same(now[i], paragraphs_[i])) {
      add_unjudged(static_cast<std::uint32_t>(i), now[i].text, reading->unjudged);
    }
  }
  judge(std::move(reading->unjudged), [self = shared_from_this(), reading] { self->take_paragraphs(reading); });
}

// In slices: undoing a fix of thousands of places changes as many paragraphs.
void ReviewedDocument::take_paragraphs(const std::shared_ptr<Reading>& reading) {
  std::vector<ReadParagraph>& now = reading->paragraphs;
  note_edit();  // at least the formatting: languages and fonts
  const bool moved = now.size() != paragraphs_.size();
  std::size_t end = now.size();
  if (moved) {
    const auto shift = static_cast<std::int64_t>(now.size()) - static_cast<std::int64_t>(paragraphs_.size());
    const auto first = static_cast<std::uint32_t>(reading->front);
    const std::size_t went = paragraphs_.size() - reading->front - reading->back;
    waiting_.renumber(first, went, shift);
    review::renumber(passages_, first, went, shift);
    reading->at = reading->front;
    end -= reading->back;
    paragraphs_ = std::move(now);
  }
  run_in_slices(context_, [self = shared_from_this(), reading, moved, end] {
    if (self->has_ended()) return false;
    if (reading->at == end) {
      self->judged_.clear();
      self->held_ = false;
      reading->then();
      return false;
    }
    const auto number = static_cast<std::uint32_t>(reading->at++);
    ReadParagraph& known = self->paragraphs_[number];
    if (moved) {
      self->queue(number, self->findings_now(number, known.text));
      return true;
    }
    ReadParagraph& read = reading->paragraphs[number];
    if (reads_the_same(read, known)) {
      known = std::move(read);  // the formatting may be another even if the text is not
      return true;
    }
    std::vector<check::Finding> findings = self->findings_now(number, read.text);
    known = std::move(read);
    self->queue(number, std::move(findings));
    return true;
  });
}

std::u16string ReviewedDocument::known_key(const std::vector<ReadParagraph>& paragraphs, std::size_t number,
                                           const std::u16string& text) {
  return number == 0 ? text : text + u'\n' + paragraphs[number - 1].text.text;
}

bool ReviewedDocument::can_be_changed(const check::Finding& finding) const {
  const ReadParagraph& paragraph = paragraphs_[finding.paragraph];
  return obstacle_in(paragraph.holder, paragraph.locked, paragraph.text, finding.start, finding.end) == Obstacle::none;
}

bool ReviewedDocument::is_like(const check::Finding& one, const check::Finding& other) const {
  if (other.rule != one.rule || other.suggestions.empty()) return false;
  return other.rule == &damage_rule || wording(one) == wording(other);
}

}  // namespace soat::writer
