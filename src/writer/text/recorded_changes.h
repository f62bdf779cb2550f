#pragma once

#include <com/sun/star/text/XTextRange.hpp>
#include <com/sun/star/text/XTextRangeCompare.hpp>
#include <cstdint>
#include <functional>
#include <vector>

#include "writer/border/configuration.h"

namespace soat::writer {

enum class ChangeKind : std::uint8_t { insertion, deletion };

// Calls action for each change of this kind that is recorded in a document (nothing where it records none), in document
// order, with its ends. What action throws is logged, and the others go on.
void for_each_change(const css::uno::Reference<css::uno::XInterface>& document, ChangeKind kind,
                     const std::function<void(const css::uno::Reference<css::text::XTextRange>& start,
                                              const css::uno::Reference<css::text::XTextRange>& end)>& action);

// The recorded changes of one kind of a document at one moment, by the texts that they stand in. Their ends move with
// the text; of what has gone with all of its text nothing is known any more. Main thread.
class RecordedChanges {
 public:
  RecordedChanges(const css::uno::Reference<css::uno::XInterface>& document, ChangeKind kind);

  bool empty() const { return texts_.empty(); }

  // Whether one of them takes the whole range, which is not empty.
  bool cover(const css::uno::Reference<css::text::XTextRange>& range) const;

  // Whether a place, which spans nothing, stands within one of them or between two that touch.
  bool hold(const css::uno::Reference<css::text::XTextRange>& place) const;

  // Whether one of them ends at a place, which spans nothing.
  bool end_at(const css::uno::Reference<css::text::XTextRange>& place) const;

 private:
  struct Change {
    css::uno::Reference<css::text::XTextRange> start;
    css::uno::Reference<css::text::XTextRange> end;
  };
  struct InText {
    css::uno::Reference<css::uno::XInterface> text;
    std::vector<Change> changes;  // one behind another
  };
  using Question = std::function<bool(const std::vector<Change>& changes,
                                      const css::uno::Reference<css::text::XTextRangeCompare>& compare)>;
  bool ask(const css::uno::Reference<css::text::XTextRange>& where, const Question& question) const;

  std::vector<InText> texts_;
};

}  // namespace soat::writer
