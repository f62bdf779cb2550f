#pragma once

#include <functional>
#include <string>
#include <vector>

#include "writer/citation/field_reader.h"
#include "writer/text/recorded_changes.h"
#include "writer/text/writer_text.h"

namespace soat::writer {

// What was put into a document.
struct Written {
  Range range;
  OUString name;  // of the mark over it; empty where there is none or where it is no reference mark
};

// A citation or a place, with the reference marks that touch it. Writer lets a mark grow over what is put in at its end
// (and, at the start of a paragraph, at its start): after that the two are nested, and taking the outer one away takes
// the inner one along. So nothing is put beside a mark: marks that touch are taken out together and written again from
// left to right, which keeps them apart (a mark that was just made does not grow). Marks that have grown already come
// apart again. Other programs' marks are not looked at. What stands in a recorded insertion is written as one again, or
// it would stay when that is rejected. Main thread, within an undo context of the caller in which nothing is recorded.
class MarkRun {
 public:
  // Is given an empty place, puts something there and tells what.
  using Write = std::function<Written(const Range& place)>;

  // The run of a citation that stands in the document. insertions: those recorded there; must outlive this.
  MarkRun(FieldReader& fields, const css::uno::Reference<css::text::XTextDocument>& document,
          const RecordedChanges& insertions, const Field& field);
  // The run round a place that spans nothing. inserted: what is put there becomes part of a recorded insertion.
  MarkRun(FieldReader& fields, const css::uno::Reference<css::text::XTextDocument>& document,
          const RecordedChanges& insertions, const Range& place, bool inserted);

  // The citation's own text, without what was typed beside it and without its neighbours'. Throws session::HoldsMore
  // where text is not all there is.
  std::vector<FormattedText> own_text();

  // Puts something else where the citation stands, or something new at the place; what was typed beside a citation
  // stays. Throws session::HoldsMore as own_text() does, soat::Error when the document does not hold afterwards what
  // was written.
  void write(const Write& write);

  // Whether that has changed recorded insertions, which are other ones then.
  bool changed_insertions() const { return changed_insertions_; }

 private:
  struct Piece {
    std::vector<FormattedText> text;
    OUString name;          // of its mark; empty: text between or beside
    bool seed = false;      // what is to be replaced
    bool inserted = false;  // in a recorded insertion
  };

  void gather(const Range& around);
  void gather_at(const css::uno::Reference<css::text::XTextCursor>& probe);
  void widen(const Range& by);
  bool is_simple() const;
  bool stands_inserted(std::size_t start, std::size_t end) const;
  Written write_seed(const Write& write, const Range& place) const;
  std::vector<Piece> take_apart();
  Range empty();
  Written put_back(const Range& place, const Piece& piece);

  FieldReader& fields_;
  css::uno::Reference<css::text::XTextDocument> document_;
  const RecordedChanges& insertions_;
  std::vector<Field> members_;  // the first is the seed, if the run is a citation's
  bool has_seed_ = false;
  bool inserted_ = false;  // the seed
  bool changed_insertions_ = false;
  Text text_;
  Range place_;  // of a run that is not a citation's
  Range start_;
  Range end_;
};

}  // namespace soat::writer
