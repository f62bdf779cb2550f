#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "writer/proofing/reviewed_document.h"

namespace soat::writer {

// How many places were changed, and how many were left because they were edited meanwhile or may not be changed.
struct ChangedPlaces {
  std::size_t changed = 0;
  std::size_t left = 0;
};

using ChangesDone = std::function<void(const ChangedPlaces&)>;

// A finding and what is to stand in its place.
struct Fix {
  check::Finding finding;
  std::u16string text;
};

// What can be fixed unseen.
struct SureFixes {
  std::vector<Fix> fixes;
  std::size_t left = 0;  // as sure, but in a place that may not be changed
};

// Every waiting finding that is like the one given and may be changed, each with the suggestion or, without one, its
// own first.
std::vector<Fix> fixes_alike(ReviewedDocument& review, const check::Finding& finding,
                             const std::optional<std::u16string>& suggestion);

// Makes the fixes (of review, in any order), and judges what was repaired again; one undo step, in slices. What may not
// be changed or reads otherwise now is left. done: unless the review has ended meanwhile. For the main thread.
void fix_all(const Context& context, const std::shared_ptr<ReviewedDocument>& review, std::vector<Fix> fixes,
             ChangesDone done);

// A finding and what a comment on it says.
struct Comment {
  check::Finding finding;
  OUString text;
};

// Writes comments (on findings of review) for the author of the draft; those of an earlier time go. The same way. Where
// the document's format has no comments in notes, what concerns a note stands at its anchor.
void write_comments(const Context& context, const std::shared_ptr<ReviewedDocument>& review,
                    std::vector<Comment> comments, ChangesDone done);

// Takes away all such comments; the same way.
void remove_comments(const Context& context, const std::shared_ptr<ReviewedDocument>& review, ChangesDone done);

// Marks as Vietnamese what ReviewedDocument::others() knows as such; the same way.
void mark_as_vietnamese(const Context& context, const std::shared_ptr<ReviewedDocument>& review, ChangesDone done);

}  // namespace soat::writer
