#include "writer/proofing/document_ignored.h"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/lang/XEventListener.hpp>
#include <com/sun/star/linguistic2/ProofreadingIterator.hpp>
#include <com/sun/star/text/XFlatParagraph.hpp>
#include <com/sun/star/text/XTextDocument.hpp>
#include <com/sun/star/util/XModifiable.hpp>
#include <cppuhelper/implbase1.hxx>
#include <cppuhelper/implbase2.hxx>
#include <cppuhelper/weakref.hxx>
#include <map>
#include <utility>

#include "writer/border/border.h"
#include "writer/border/broadcaster.h"
#include "writer/border/strings.h"
#include "writer/citation/document_properties.h"
#include "writer/proofing/ignoring.h"
#include "writer/text/document.h"

namespace soat::writer {

namespace {

using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY;

constexpr std::string_view kept_property = "Soat_ignored";

// Documents that are open, by what they are and by the name that the office's proofreading has for them. Never
// destroyed: the office may close documents on its way out.
struct Open {
  std::mutex mutex;
  std::map<css::uno::XInterface*, std::shared_ptr<DocumentIgnored>> all;
  std::map<OUString, std::weak_ptr<const DocumentIgnored>> by_name;
};

Open& open_documents() {
  static auto* const open = new Open;
  return *open;
}

class Closing final : public cppu::WeakImplHelper1<css::lang::XEventListener> {
 public:
  explicit Closing(css::uno::XInterface* document) : document_(document) {}

  void SAL_CALL disposing(const css::lang::EventObject&) override {
    std::shared_ptr<DocumentIgnored> gone;  // ended without the lock
    Open& open = open_documents();
    const std::lock_guard lock(open.mutex);
    if (const auto found = open.all.find(document_); found != open.all.end()) {
      gone = std::move(found->second);
      open.all.erase(found);
    }
    std::erase_if(open.by_name, [](const auto& one) { return one.second.expired(); });
  }

 private:
  css::uno::XInterface* document_;
};

// A paragraph of no document, without text, in Vietnamese.
class EmptyParagraph final : public cppu::WeakImplHelper2<css::text::XFlatParagraph, css::beans::XPropertySet> {
 public:
  OUString SAL_CALL getText() override { return {}; }
  sal_Bool SAL_CALL isModified() override { return false; }
  void SAL_CALL setChecked(sal_Int32, sal_Bool) override {}
  sal_Bool SAL_CALL isChecked(sal_Int32) override { return true; }
  css::lang::Locale SAL_CALL getLanguageOfText(sal_Int32, sal_Int32) override { return vietnamese(); }
  css::lang::Locale SAL_CALL getPrimaryLanguageOfText(sal_Int32, sal_Int32) override { return vietnamese(); }
  using Values = css::uno::Sequence<css::beans::PropertyValue>;
  void SAL_CALL changeText(sal_Int32, sal_Int32, const OUString&, const Values&) override {}
  void SAL_CALL changeAttributes(sal_Int32, sal_Int32, const Values&) override {}
  css::uno::Sequence<sal_Int32> SAL_CALL getLanguagePortions() override { return {}; }

  using Keys = Reference<css::container::XStringKeyMap>;
  Keys SAL_CALL getMarkupInfoContainer() override { return {}; }
  void SAL_CALL commitStringMarkup(sal_Int32, const OUString&, sal_Int32, sal_Int32, const Keys&) override {}
  void SAL_CALL commitTextRangeMarkup(sal_Int32, const OUString&, const Reference<css::text::XTextRange>&,
                                      const Keys&) override {}

  Reference<css::beans::XPropertySetInfo> SAL_CALL getPropertySetInfo() override { return {}; }
  void SAL_CALL setPropertyValue(const OUString&, const Any&) override {}
  Any SAL_CALL getPropertyValue(const OUString&) override { return {}; }
  void SAL_CALL addPropertyChangeListener(const OUString&,
                                          const Reference<css::beans::XPropertyChangeListener>&) override {}
  void SAL_CALL removePropertyChangeListener(const OUString&,
                                             const Reference<css::beans::XPropertyChangeListener>&) override {}
  void SAL_CALL addVetoableChangeListener(const OUString&,
                                          const Reference<css::beans::XVetoableChangeListener>&) override {}
  void SAL_CALL removeVetoableChangeListener(const OUString&,
                                             const Reference<css::beans::XVetoableChangeListener>&) override {}
};

// The name that the office's proofreading gives a document for as long as it is open. Nothing tells it; but the answer
// for a paragraph that we have checked as the context menu does bears it. Empty where our proofreader is not in use.
OUString proofreading_name(const Context& context, const Reference<css::uno::XInterface>& document) {
  return css::linguistic2::ProofreadingIterator::create(context)
      ->checkSentenceAtPosition(document, new EmptyParagraph, OUString(), vietnamese(), 0, 0, -1)
      .aDocumentIdentifier;
}

}  // namespace

std::shared_ptr<DocumentIgnored> DocumentIgnored::of(const Context& context,
                                                     const Reference<css::frame::XModel>& document) {
  if (!Reference<css::text::XTextDocument>(document, UNO_QUERY).is()) return nullptr;
  const Reference<css::uno::XInterface> key(document, UNO_QUERY);
  Open& open = open_documents();
  {
    const std::lock_guard lock(open.mutex);
    if (const auto found = open.all.find(key.get()); found != open.all.end()) return found->second;
  }
  auto made = std::make_shared<DocumentIgnored>(context, document);
  {
    const std::lock_guard lock(open.mutex);
    open.all[key.get()] = made;
  }
  document->addEventListener(new Closing(key.get()));
  if (!made->empty()) {
    made->make_known();
    Broadcaster::post_marked();
  }
  return made;
}

bool DocumentIgnored::contains(const OUString& name, const check::Finding& finding, std::u16string_view paragraph) {
  std::shared_ptr<const DocumentIgnored> ignored;
  {
    Open& open = open_documents();
    const std::lock_guard lock(open.mutex);
    if (const auto found = open.by_name.find(name); found != open.by_name.end()) ignored = found->second.lock();
  }
  return ignored && ignored->contains(finding, paragraph);
}

DocumentIgnored::DocumentIgnored(const Context& context, const Reference<css::frame::XModel>& document)
    : context_(context), document_(document) {
  guarded("ignored places", [&] {
    if (const auto text = read_property(document, kept_property)) ignored_ = review::IgnoredInDocument::read(*text);
  });
}

bool DocumentIgnored::empty() const {
  const std::lock_guard lock(mutex_);
  return ignored_.empty();
}

bool DocumentIgnored::contains(const check::Finding& finding, std::u16string_view paragraph) const {
  const std::lock_guard lock(mutex_);
  return ignored_.contains(finding, paragraph);
}

std::vector<std::u16string> DocumentIgnored::names() const {
  const std::lock_guard lock(mutex_);
  return ignored_.names();
}

bool DocumentIgnored::is_kept() const {
  return !is_read_only(Reference<css::frame::XModel>(document_));
}

bool DocumentIgnored::tells_that_it_is_not_kept() {
  return !is_kept() && !std::exchange(has_told_, true);
}

void DocumentIgnored::add_place(const check::Finding& finding, std::u16string_view paragraph) {
  change([&] { return ignored_.add_place(finding, paragraph); });
  Broadcaster::post_marked();
}

void DocumentIgnored::add_rule(std::string_view rule) {
  change([&] { return ignored_.add_rule(rule); });
  Broadcaster::post_marked();
}

void DocumentIgnored::remove(const std::vector<std::u16string>& names) {
  if (names.empty()) return;
  change([&] {
    bool any = false;
    for (const std::u16string& name : names) any = ignored_.remove(name) || any;
    return any;
  });
  Broadcaster::post_all();
  tell_ignored(context_, Wanted::more);
}

template <class Change>
void DocumentIgnored::change(const Change& change) {
  std::string text;
  {
    const std::lock_guard lock(mutex_);
    if (!change()) return;
    text = ignored_.text();
  }
  make_known();
  guarded("ignored places", [&] {
    const Reference<css::frame::XModel> document(document_);
    if (!document.is() || is_read_only(document)) return;
    write_property(document, kept_property, text);
    const Reference<css::util::XModifiable> modifiable(document, UNO_QUERY);
    if (modifiable.is()) modifiable->setModified(true);
  });
}

// The proofreader is asked by the document's name there.
void DocumentIgnored::make_known() {
  if (is_known_) return;
  guarded("proofreading", [&] {
    const Reference<css::frame::XModel> document(document_);
    if (!document.is()) return;
    const OUString name = proofreading_name(context_, document);
    if (name.isEmpty()) return;
    is_known_ = true;
    Open& open = open_documents();
    const std::lock_guard lock(open.mutex);
    const auto own = open.all.find(Reference<css::uno::XInterface>(document, UNO_QUERY).get());
    if (own != open.all.end()) open.by_name[name] = own->second;
  });
}

}  // namespace soat::writer
