#include "writer/border/clipboard.h"

#include <algorithm>
#include <com/sun/star/datatransfer/UnsupportedFlavorException.hpp>
#include <com/sun/star/datatransfer/XTransferable.hpp>
#include <com/sun/star/datatransfer/clipboard/SystemClipboard.hpp>
#include <cppuhelper/implbase1.hxx>
#include <utility>

namespace soat::writer {

namespace {

using css::datatransfer::DataFlavor;
using Bytes = css::uno::Sequence<sal_Int8>;

class CopiedText final : public cppu::WeakImplHelper1<css::datatransfer::XTransferable> {
 public:
  CopiedText(const OUString& plain, const std::vector<ClipboardForm>& forms) {
    for (const ClipboardForm& form : forms) {
      const Bytes bytes(reinterpret_cast<const sal_Int8*>(form.bytes.data()),
                        static_cast<sal_Int32>(form.bytes.size()));
      add(OUString::createFromAscii(form.type), css::uno::Any(bytes));
    }
    add("text/plain;charset=utf-16", css::uno::Any(plain));
  }

  css::uno::Any SAL_CALL getTransferData(const DataFlavor& flavor) override {
    const auto form = find(flavor);
    if (form == forms_.end()) throw css::datatransfer::UnsupportedFlavorException(flavor.MimeType, *this);
    return form->second;
  }

  css::uno::Sequence<DataFlavor> SAL_CALL getTransferDataFlavors() override {
    std::vector<DataFlavor> flavors;
    for (const auto& [flavor, data] : forms_) flavors.push_back(flavor);
    return {flavors.data(), static_cast<sal_Int32>(flavors.size())};
  }

  sal_Bool SAL_CALL isDataFlavorSupported(const DataFlavor& flavor) override { return find(flavor) != forms_.end(); }

 private:
  using Forms = std::vector<std::pair<DataFlavor, css::uno::Any>>;

  void add(const OUString& type, css::uno::Any data) {
    DataFlavor flavor;
    flavor.MimeType = type;
    flavor.HumanPresentableName = type;
    flavor.DataType = data.getValueType();
    forms_.emplace_back(std::move(flavor), std::move(data));
  }

  Forms::const_iterator find(const DataFlavor& flavor) const {
    return std::ranges::find_if(
        forms_, [&](const auto& form) { return form.first.MimeType.equalsIgnoreAsciiCase(flavor.MimeType); });
  }

  Forms forms_;
};

}  // namespace

void copy_to_clipboard(const Context& context, const OUString& plain, const std::vector<ClipboardForm>& forms) {
  const auto clipboard = css::datatransfer::clipboard::SystemClipboard::create(context);
  clipboard->setContents(new CopiedText(plain, forms), nullptr);
}

}  // namespace soat::writer
