#pragma once

#include <com/sun/star/frame/XModel.hpp>
#include <cstdint>
#include <limits>
#include <memory>
#include <vector>

#include "writer/text/document.h"
#include "writer/text/document_walk.h"

namespace soat::writer {

// A paragraph, and the part of it that is wanted: all of it is read, because what stands round a word tells how it is
// meant.
struct Target {
  Range range;
  Holder holder = Holder::text;
  ParagraphText paragraph;
  std::uint32_t start = 0;
  std::uint32_t end = std::numeric_limits<std::uint32_t>::max();
  bool locked = false;              // in a protected section, cell or frame
  std::vector<OUString> open = {};  // citations and lists that go on from the paragraph before
};

// What of a document is to be read: all of it, or texts, or parts of them that end with whole paragraphs.
struct Source {
  css::uno::Reference<css::uno::XInterface> paragraphs;
  Range selection;  // null: all of the paragraphs is wanted
};

// What the user has selected: text, a frame, cells; where that is nothing, the paragraph of the cursor.
std::vector<Source> selected_sources(const css::uno::Reference<css::frame::XModel>& document);

// Whether the user has selected nothing: there is only the cursor, or a place that we show (select_to_show).
bool has_no_selection(const css::uno::Reference<css::frame::XModel>& document);

// Reads sources paragraph by paragraph, so that it can be done in slices.
class TargetReader {
 public:
  TargetReader(css::uno::Reference<css::frame::XModel> document, std::vector<Source> sources)
      : document_(std::move(document)), sources_(std::move(sources)) {}

  // Reads the next paragraph; false when there is none. Throws css::lang::DisposedException once the document has been
  // closed.
  bool read_next();

  // What was read, in order.
  std::vector<Target>& targets() { return targets_; }

 private:
  void add(const DocumentWalk::Paragraph& paragraph);
  void end_source();

  css::uno::Reference<css::frame::XModel> document_;
  std::vector<Source> sources_;
  std::size_t source_ = 0;
  std::unique_ptr<DocumentWalk> walk_;
  std::size_t first_ = 0;  // target of the source that is being read
  std::vector<Target> targets_;
  std::vector<OUString> open_;
};

}  // namespace soat::writer
