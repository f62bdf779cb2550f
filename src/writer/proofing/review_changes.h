#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "writer/proofing/reviewed_document.h"

namespace soat::writer {

// How many places were changed, and how many were left because they were edited meanwhile or may not be changed.
struct ChangedPlaces {
  std::size_t changed = 0;
  std::size_t left = 0;
};

using ChangesDone = std::function<void(const ChangedPlaces&)>;

// Repairs every waiting finding that is like the one given, and judges what was repaired again; one undo step, in
// slices. Each gets the suggestion or, without one, its own first. done: unless the review has ended meanwhile. For the
// main thread.
void fix_all_alike(const Context& context, const std::shared_ptr<ReviewedDocument>& review,
                   const check::Finding& finding, std::optional<std::u16string> suggestion, ChangesDone done);

// Marks as Vietnamese what ReviewedDocument::others() knows as such; the same way.
void mark_as_vietnamese(const Context& context, const std::shared_ptr<ReviewedDocument>& review, ChangesDone done);

}  // namespace soat::writer
