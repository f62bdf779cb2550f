#include "writer/proofing/review_changes.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

#include "writer/border/border.h"
#include "writer/border/slices.h"
#include "writer/border/texts.h"
#include "writer/border/undo.h"
#include "writer/proofing/live_marks.h"
#include "writer/proofing/recorded_fixes.h"
#include "writer/text/own_comments.h"
#include "writer/text/replacement.h"

namespace soat::writer {

namespace {

// One run over a list of places, from the first to the last.
template <class Place>
struct Run {
  std::shared_ptr<ReviewedDocument> review;
  std::vector<Place> places;
  std::size_t at = 0;
  ChangedPlaces outcome;
  std::unique_ptr<UndoStep> step;
};

// Changes place by place; change gives whether it did. ended: on the main thread, if the review goes on.
template <class Place, class Change, class Ended>
void run(const Context& context, const std::shared_ptr<Run<Place>>& work, const OUString& title, Change change,
         Ended ended) {
  const auto& document = work->review->document();
  work->step = std::make_unique<UndoStep>(document, title, UndoStep::Views::live);
  work->review->hold(true);  // what is undone meanwhile is seen at the end
  change_in_slices(
      context, document,
      [work, change] {
        if (work->review->has_ended() || work->at == work->places.size()) return false;
        const Place& place = work->places[work->at++];
        const bool done = guarded("change", false, [&] { return change(place); });
        ++(done ? work->outcome.changed : work->outcome.left);
        return true;
      },
      [work, ended](bool closed) {
        work->step.reset();
        if (!closed && !work->review->has_ended()) ended();
      });
}

// Whether a paragraph still reads as it did up to a place.
bool reads_as_before(const ParagraphText& now, const ParagraphText& before, std::uint32_t end) {
  return end <= now.text.size() &&
         std::u16string_view(now.text).substr(0, end) == std::u16string_view(before.text).substr(0, end);
}

using OwnComment = css::uno::Reference<css::text::XTextContent>;

void remove(const OwnComment& comment) {
  comment->getAnchor()->getText()->removeTextContent(comment);
}

}  // namespace

std::vector<Fix> fixes_alike(ReviewedDocument& review, const check::Finding& like,
                             const std::optional<std::u16string>& suggestion) {
  std::vector<Fix> fixes;
  review.waiting().for_each([&](const check::Finding& finding) {
    if (review.is_like(like, finding) && review.can_be_changed(finding))
      fixes.push_back({finding, suggestion ? *suggestion : finding.suggestions.front()});
  });
  return fixes;
}

void fix_all(const Context& context, const std::shared_ptr<ReviewedDocument>& review, std::vector<Fix> fixes,
             ChangesDone done) {
  const auto work = std::make_shared<Run<Fix>>();
  work->review = review;
  work->places = std::move(fixes);
  // From the end, so that what stands before stays where it is.
  std::ranges::sort(work->places, [](const Fix& a, const Fix& b) {
    return std::tie(a.finding.paragraph, a.finding.start) > std::tie(b.finding.paragraph, b.finding.start);
  });
  const auto touched = std::make_shared<std::set<std::uint32_t>>();
  const auto fix = [context, review, touched](const Fix& wanted) {
    const check::Finding& finding = wanted.finding;
    const ReadParagraph& paragraph = review->paragraph(finding.paragraph);
    const ParagraphText now = read_paragraph(paragraph.range);
    if (!reads_as_before(now, paragraph.text, finding.end) ||
        obstacle_at(review->document(), paragraph.range, paragraph.holder, now, finding.start, finding.end) !=
            Obstacle::none ||
        !replace_as_set(context, review->document(), paragraph.range, now, finding, wanted.text))
      return false;
    touched->insert(finding.paragraph);
    return true;
  };
  run(context, work, text(context, texts::undo_title), fix, [work, touched, done = std::move(done)] {
    work->review->refresh_all({touched->begin(), touched->end()}, [work, done] {
      work->review->hold(false);
      done(work->outcome);
    });
  });
}

void write_comments(const Context& context, const std::shared_ptr<ReviewedDocument>& review,
                    std::vector<Comment> comments, ChangesDone done) {
  // A comment to be taken away or, without that, one to be written.
  struct Change {
    OwnComment old;
    Comment comment;
  };
  const auto document = review->document();
  const auto work = std::make_shared<Run<Change>>();
  work->review = review;
  for (OwnComment& old : own_comments(document)) work->places.push_back({std::move(old), {}});
  for (Comment& comment : comments) work->places.push_back({{}, std::move(comment)});
  const auto removed = std::make_shared<std::size_t>(0);
  const bool loses_in_notes = loses_comments_in_notes(document);
  const auto change = [context, review, document, removed, loses_in_notes](const Change& wanted) {
    const Unrecorded unrecorded(document);
    if (wanted.old.is()) {
      remove(wanted.old);
      ++*removed;
      return true;
    }
    const check::Finding& finding = wanted.comment.finding;
    const ReadParagraph& paragraph = review->paragraph(finding.paragraph);
    const ParagraphText now = read_paragraph(paragraph.range);
    const Obstacle obstacle = obstacle_at(document, paragraph.range, paragraph.holder, now, finding.start, finding.end);
    const bool may_be_changed = obstacle == Obstacle::none || obstacle == Obstacle::deleted;
    if (!may_be_changed || !reads_as_before(now, paragraph.text, finding.end)) return false;
    const Range range = range_of(now, finding.start, finding.end);
    if (!range.is()) return false;
    const Range behind_note = loses_in_notes ? behind_anchor_of_note(range) : Range();
    if (!behind_note.is()) {
      add_own_comment(document, range, wanted.comment.text);
      return true;
    }
    if (is_protected(behind_note)) return false;
    add_own_comment(document, behind_note,
                    text(context, texts::comment_in_note, to_view(range->getString()), to_view(wanted.comment.text)));
    return true;
  };
  run(context, work, text(context, texts::comment_undo), change, [work, removed, done = std::move(done)] {
    work->review->hold(false);
    done({work->outcome.changed - *removed, work->outcome.left});
  });
}

void remove_comments(const Context& context, const std::shared_ptr<ReviewedDocument>& review, ChangesDone done) {
  const auto work = std::make_shared<Run<OwnComment>>();
  work->review = review;
  work->places = own_comments(review->document());
  if (work->places.empty()) {
    done({});
    return;
  }
  const auto take = [document = review->document()](const OwnComment& comment) {
    const Unrecorded unrecorded(document);
    remove(comment);
    return true;
  };
  run(context, work, text(context, texts::comment_remove_undo), take, [work, done = std::move(done)] {
    work->review->hold(false);
    done(work->outcome);
  });
}

void mark_as_vietnamese(const Context& context, const std::shared_ptr<ReviewedDocument>& review, ChangesDone done) {
  using Unmarked = OtherLanguages::Unmarked;
  const auto work = std::make_shared<Run<Unmarked>>();
  work->review = review;
  work->places = review->others().vietnamese();
  const auto marked = std::make_shared<std::set<std::u16string, std::less<>>>();
  const auto mark = [review, marked](const Unmarked& unmarked) {
    const ReadParagraph& paragraph = review->paragraph(unmarked.paragraph);
    const ParagraphText now = read_paragraph(paragraph.range);
    if (now.text != paragraph.text.text || is_protected(paragraph.range)) return false;
    mark_vietnamese(now, unmarked.stretches);
    marked->insert(now.text);
    return true;
  };
  run(context, work, text(context, texts::language_undo), mark, [context, work, marked, done = std::move(done)] {
    work->review->hold(false);
    // Writer checks the spelling of what has another language now by itself.
    proofread_again(context, work->review->document(), [marked](std::u16string_view text) {
      return marked->contains(text) || text.find(u'\u200b') != std::u16string_view::npos;
    });
    done(work->outcome);
  });
}

}  // namespace soat::writer
