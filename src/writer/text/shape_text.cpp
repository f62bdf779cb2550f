#include "writer/text/shape_text.h"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/document/XUndoAction.hpp>
#include <com/sun/star/document/XUndoManagerSupplier.hpp>
#include <cppuhelper/implbase1.hxx>
#include <rtl/ref.hxx>
#include <utility>

#include "writer/border/border.h"

namespace soat::writer {

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;

constexpr sal_Int16 most_units = 32767;  // that a cursor can be told to go

class ShapeTextChange final : public cppu::WeakImplHelper1<css::document::XUndoAction> {
 public:
  ShapeTextChange(Range paragraph, std::vector<ShapeRun> runs, OUString title)
      : paragraph_(std::move(paragraph)), runs_(std::move(runs)), title_(std::move(title)) {}

  OUString SAL_CALL getTitle() override { return title_; }
  void SAL_CALL undo() override {
    guarded("shape", [&] { change(&ShapeRun::after, &ShapeRun::before); });
  }
  void SAL_CALL redo() override {
    guarded("shape", [&] { change(&ShapeRun::before, &ShapeRun::after); });
  }

 private:
  // From the last to the first, so that what stands before stays where it is. What has become another text meanwhile
  // is left alone.
  void change(ShapeRun::State ShapeRun::*from, ShapeRun::State ShapeRun::*to) {
    for (auto run = runs_.rbegin(); run != runs_.rend(); ++run) {
      const ShapeRun::State& now = (*run).*from;
      const ShapeRun::State& then = (*run).*to;
      if (now.text.getLength() > most_units || now.start > most_units) continue;
      const auto cursor = paragraph_->getText()->createTextCursorByRange(paragraph_->getStart());
      cursor->goRight(static_cast<sal_Int16>(now.start), false);
      cursor->goRight(static_cast<sal_Int16>(now.text.getLength()), true);
      if (cursor->getString() != now.text) continue;
      if (then.font != now.font) {
        const Reference<css::beans::XPropertySet> properties(cursor, UNO_QUERY_THROW);
        properties->setPropertyValue("CharFontName", css::uno::Any(then.font));
      }
      if (then.text != now.text) cursor->setString(then.text);
    }
  }

  Range paragraph_;
  std::vector<ShapeRun> runs_;
  OUString title_;
};

}  // namespace

void change_shape(const Reference<css::frame::XModel>& document, const Range& paragraph, std::vector<ShapeRun> runs,
                  const OUString& title) {
  const rtl::Reference<ShapeTextChange> change(new ShapeTextChange(paragraph, std::move(runs), title));
  change->redo();
  const Reference<css::document::XUndoManagerSupplier> supplier(document, UNO_QUERY_THROW);
  supplier->getUndoManager()->addUndoAction(change.get());
}

}  // namespace soat::writer
