#include "writer/citation/copied_citations.h"

#include <algorithm>
#include <com/sun/star/frame/XDispatchProviderInterception.hpp>
#include <com/sun/star/frame/XDispatchProviderInterceptor.hpp>
#include <com/sun/star/frame/XInterceptorInfo.hpp>
#include <com/sun/star/frame/XModel2.hpp>
#include <com/sun/star/text/XTextDocument.hpp>
#include <cppuhelper/implbase1.hxx>
#include <cppuhelper/implbase2.hxx>
#include <cppuhelper/weakref.hxx>
#include <cstdint>
#include <iterator>
#include <optional>
#include <utility>

#include "writer/border/border.h"
#include "writer/border/main_thread.h"
#include "writer/border/strings.h"
#include "writer/citation/document_citations.h"

namespace soat::writer {

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;
using Arguments = css::uno::Sequence<css::beans::PropertyValue>;
using Dispatch = Reference<css::frame::XDispatch>;
using Frame = Reference<css::frame::XFrame>;
using Provider = Reference<css::frame::XDispatchProvider>;

enum class CopyCommand : std::uint8_t {
  copy,
  paste,
  other_paste,  // some open a dialog, and what they paste may be formatted otherwise
  file,         // the office asks for it in a window of its own, and returns before
};

constexpr std::pair<const char*, CopyCommand> commands[] = {{".uno:Copy", CopyCommand::copy},
                                                            {".uno:Cut", CopyCommand::copy},
                                                            {".uno:Paste", CopyCommand::paste},
                                                            {".uno:PasteSpecial", CopyCommand::other_paste},
                                                            {".uno:PasteUnformatted", CopyCommand::other_paste},
                                                            {".uno:PasteNestedTable", CopyCommand::other_paste},
                                                            {".uno:PasteRowsBefore", CopyCommand::other_paste},
                                                            {".uno:PasteColumnsBefore", CopyCommand::other_paste},
                                                            {".uno:ClipboardFormatItems", CopyCommand::other_paste},
                                                            {".uno:InsertDoc", CopyCommand::file}};

std::optional<CopyCommand> command_of(const OUString& url) {
  const auto known = std::ranges::find_if(commands, [&](const auto& one) { return url.equalsAscii(one.first); });
  return known == std::end(commands) ? std::nullopt : std::make_optional(known->second);
}

// What was copied last, in any document; main thread.
CopiedCitations& copied() {
  static auto& last = *new CopiedCitations;  // never destroyed: Json would be after the office has left
  return last;
}

std::shared_ptr<DocumentCitations> citations_of(const Context& context, const Frame& frame) {
  const auto controller = frame->getController();
  const Reference<css::frame::XModel> model = controller.is() ? controller->getModel() : nullptr;
  return model.is() ? DocumentCitations::of(context, model) : nullptr;
}

// The office's own command, with a look at the citations before it copies and after it has pasted, and word of it
// before it puts a file in.
class CopyDispatch final : public cppu::WeakImplHelper1<css::frame::XDispatch> {
 public:
  CopyDispatch(const Context& context, const Frame& frame, Dispatch office, CopyCommand command)
      : context_(context), frame_(frame), office_(std::move(office)), command_(command) {}

  void SAL_CALL dispatch(const css::util::URL& url, const Arguments& arguments) override {
    if (command_ == CopyCommand::copy) {
      copy(url, arguments);
      return;
    }
    guarded("citations of a file", [&] { expect_file(); });
    // What comes of a dialog is taken along when the document has changed.
    if (command_ == CopyCommand::other_paste && !copied().empty()) {
      guarded("citations that are pasted", [&] {
        const Frame frame(frame_);
        if (const auto citations = frame.is() ? citations_of(context_, frame) : nullptr) citations->watch();
      });
    }
    office_->dispatch(url, arguments);
    // The office may paste a little later.
    run_on_main_thread(context_, [context = context_, frame = css::uno::WeakReference<css::frame::XFrame>(frame_),
                                  command = command_] {
      guarded("citations that are pasted", [&] { look_at_pasted(context, Frame(frame), command); });
    });
  }
  void SAL_CALL addStatusListener(const Reference<css::frame::XStatusListener>& listener,
                                  const css::util::URL& url) override {
    office_->addStatusListener(listener, url);
  }
  void SAL_CALL removeStatusListener(const Reference<css::frame::XStatusListener>& listener,
                                     const css::util::URL& url) override {
    office_->removeStatusListener(listener, url);
  }

 private:
  void expect_file() {
    const Frame frame(frame_);
    const auto citations = frame.is() ? citations_of(context_, frame) : nullptr;
    if (citations) citations->expect_file(command_ == CopyCommand::file);
  }

  void copy(const css::util::URL& url, const Arguments& arguments) {
    // What was put into the document for the copy goes, also where the office throws.
    struct Copy {
      std::shared_ptr<DocumentCitations> citations;
      ~Copy() {
        if (citations) guarded("citations that are copied", [&] { citations->copy_done(); });
      }
    };
    Copy copy;
    guarded("citations that are copied", [&] {
      copied() = {};
      const Frame frame(frame_);
      if (frame.is()) copy.citations = citations_of(context_, frame);
      if (copy.citations) copied() = copy.citations->selected();
    });
    office_->dispatch(url, arguments);
  }

  static void look_at_pasted(const Context& context, const Frame& frame, CopyCommand command) {
    const Reference<css::frame::XController> controller = frame.is() ? frame->getController() : nullptr;
    if (!controller.is() || (copied().empty() && !has_copies(controller->getModel()))) return;
    const auto citations = citations_of(context, frame);
    if (!citations) return;
    command == CopyCommand::paste ? citations->pasted(copied()) : citations->take_copies(copied());
  }

  Context context_;
  css::uno::WeakReference<css::frame::XFrame> frame_;
  Dispatch office_;
  CopyCommand command_;
};

class CopyInterceptor final
    : public cppu::WeakImplHelper2<css::frame::XDispatchProviderInterceptor, css::frame::XInterceptorInfo> {
 public:
  CopyInterceptor(const Context& context, const Frame& frame) : context_(context), frame_(frame) {}

  Dispatch SAL_CALL queryDispatch(const css::util::URL& url, const OUString& target, sal_Int32 flags) override {
    if (!next_.is()) return nullptr;
    Dispatch office = next_->queryDispatch(url, target, flags);
    const auto command = command_of(url.Complete);
    const Frame frame(frame_);
    if (!office.is() || !frame.is() || !command) return office;
    return new CopyDispatch(context_, frame, std::move(office), *command);
  }
  css::uno::Sequence<Dispatch> SAL_CALL
  queryDispatches(const css::uno::Sequence<css::frame::DispatchDescriptor>& wanted) override {
    css::uno::Sequence<Dispatch> found(wanted.getLength());
    for (sal_Int32 i = 0; i < wanted.getLength(); ++i)
      found.getArray()[i] = queryDispatch(wanted[i].FeatureURL, wanted[i].FrameName, wanted[i].SearchFlags);
    return found;
  }
  Provider SAL_CALL getSlaveDispatchProvider() override { return next_; }
  void SAL_CALL setSlaveDispatchProvider(const Provider& next) override { next_ = next; }
  Provider SAL_CALL getMasterDispatchProvider() override { return before_; }
  void SAL_CALL setMasterDispatchProvider(const Provider& before) override { before_ = before; }
  css::uno::Sequence<OUString> SAL_CALL getInterceptedURLs() override {
    css::uno::Sequence<OUString> urls(static_cast<sal_Int32>(std::size(commands)));
    std::ranges::transform(commands, urls.getArray(),
                           [](const auto& one) { return OUString::createFromAscii(one.first); });
    return urls;
  }

 private:
  Context context_;
  css::uno::WeakReference<css::frame::XFrame> frame_;
  Provider next_;
  Provider before_;
};

}  // namespace

const CopiedCitations& last_copied() {
  return copied();
}

void serve_copies(const Context& context, const Reference<css::frame::XModel>& document) {
  const Reference<css::frame::XModel2> windows(document, UNO_QUERY);
  if (!windows.is() || !Reference<css::text::XTextDocument>(document, UNO_QUERY).is()) return;
  // Never destroyed: what they refer to belongs to an office that is gone then.
  static auto* const known = new std::vector<css::uno::WeakReference<css::frame::XFrame>>;
  std::erase_if(*known, [](const auto& one) { return !one.get().is(); });
  const auto all = windows->getControllers();
  while (all->hasMoreElements()) {
    const Reference<css::frame::XController> controller(all->nextElement(), UNO_QUERY);
    const Frame frame = controller.is() ? controller->getFrame() : nullptr;
    const Reference<css::frame::XDispatchProviderInterception> interception(frame, UNO_QUERY);
    if (!interception.is() ||
        std::any_of(known->begin(), known->end(), [&](const auto& one) { return one.get() == frame; }))
      continue;
    known->emplace_back(frame);
    interception->registerDispatchProviderInterceptor(new CopyInterceptor(context, frame));
  }
}

}  // namespace soat::writer
