#pragma once

#include <com/sun/star/text/XTextContent.hpp>
#include <cstddef>
#include <optional>
#include <vector>

#include "writer/citation/field_reader.h"

namespace soat::writer {

// The order in which the citations of a document stand: it tells when they have changed places though none came or
// went, as with a paragraph that is moved, or text that is cut and pasted at once. Main thread.
class FieldOrder {
 public:
  explicit FieldOrder(FieldReader& fields) : fields_(fields) {}

  enum class Look { goes_on, as_known, changed };

  void forget();
  bool is_known() const { return known_; }

  // Looks at the document in steps of less than a millisecond: `begin`, and then `look` as long as it goes on. An order
  // that is not known is learned. The document must not change between.
  void begin();
  Look look();

  // The same in one piece, at a third of a reading's cost. Only of an order that is known.
  bool has_changed();

 private:
  struct Standing {
    css::uno::Reference<css::text::XTextContent> content;
    std::optional<Place> place;  // while it is looked at: the office keeps each range up to date with every edit
  };

  Look learn();
  Look compare();

  FieldReader& fields_;
  std::vector<OUString> names_;  // not looked up yet, while the order is learned
  std::vector<Standing> standing_;
  std::size_t compared_ = 0;
  bool known_ = false;
};

}  // namespace soat::writer
