#pragma once

#include <com/sun/star/text/XTextRange.hpp>
#include <functional>
#include <vector>

#include "writer/border/configuration.h"

namespace soat::writer {

// Calls action for each deletion that is recorded in a document as a change (nothing where it records none), in
// document order, with its ends. What action throws is logged, and the others go on.
void for_each_deletion(const css::uno::Reference<css::uno::XInterface>& document,
                       const std::function<void(const css::uno::Reference<css::text::XTextRange>& start,
                                                const css::uno::Reference<css::text::XTextRange>& end)>& action);

// The recorded deletions of a document at one moment, by the texts that they stand in. Main thread.
class Deletions {
 public:
  explicit Deletions(const css::uno::Reference<css::uno::XInterface>& document);

  // Whether one of them takes the whole range, which is not empty.
  bool cover(const css::uno::Reference<css::text::XTextRange>& range) const;

 private:
  struct Deletion {
    css::uno::Reference<css::text::XTextRange> start;
    css::uno::Reference<css::text::XTextRange> end;
  };
  struct InText {
    css::uno::Reference<css::uno::XInterface> text;
    std::vector<Deletion> deletions;  // one behind another
  };
  std::vector<InText> texts_;
};

}  // namespace soat::writer
