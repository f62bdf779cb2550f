#pragma once

#include <com/sun/star/frame/XModel.hpp>
#include <cppuhelper/weakref.hxx>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "review/ignored_place.h"
#include "writer/border/configuration.h"

namespace soat::writer {

// What is ignored in one document that is open; kept in its custom properties, so it is saved with it in every format
// that has these. Thread-safe, but for what says otherwise.
class DocumentIgnored {
 public:
  // For the main thread. Null for what is no text document.
  static std::shared_ptr<DocumentIgnored> of(const Context& context,
                                             const css::uno::Reference<css::frame::XModel>& document);

  // Whether the document that the office's proofreading knows by this name has this ignored.
  static bool contains(const rtl::OUString& proofreading_name, const check::Finding& finding,
                       std::u16string_view paragraph);

  DocumentIgnored(const Context& context, const css::uno::Reference<css::frame::XModel>& document);

  bool empty() const;
  bool contains(const check::Finding& finding, std::u16string_view paragraph) const;
  // As review::IgnoredInDocument has them.
  std::vector<std::u16string> names() const;

  // Whether what is added is kept with the document: one that is read-only is left as it is. For the main thread.
  bool is_kept() const;
  // Whether the user is to be told that it is not, which gives true once. For the main thread.
  bool tells_that_it_is_not_kept();

  // For the main thread. The document counts as changed, and Writer is told to mark it again. What cannot be written is
  // ignored until the document is closed.
  void add_place(const check::Finding& finding, std::u16string_view paragraph);
  void add_rule(std::string_view rule);
  void remove(const std::vector<std::u16string>& names);

 private:
  template <class Change>
  void change(const Change& change);
  void make_known();

  Context context_;
  css::uno::WeakReference<css::frame::XModel> document_;
  mutable std::mutex mutex_;
  review::IgnoredInDocument ignored_;
  bool is_known_ = false;  // to the proofreader
  bool has_told_ = false;  // that it is not kept
};

}  // namespace soat::writer
