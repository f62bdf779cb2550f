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

// All is made beforehand: the office, or another program, asks at any time.
class CopiedText final : public cppu::WeakImplHelper1<css::datatransfer::XTransferable> {
 public:
  CopiedText(const OUString& plain, const std::vector<ClipboardForm>& forms) {
    std::vector<DataFlavor> flavors;
    const auto add = [&](const OUString& type, css::uno::Any data) {
      flavors.emplace_back(type, type, data.getValueType());
      data_.push_back(std::move(data));
    };
    for (const ClipboardForm& form : forms) {
      const Bytes bytes(reinterpret_cast<const sal_Int8*>(form.bytes.data()),
                        static_cast<sal_Int32>(form.bytes.size()));
      add(OUString::createFromAscii(form.type), css::uno::Any(bytes));
    }
    add("text/plain;charset=utf-16", css::uno::Any(plain));
    flavors_ = {flavors.data(), static_cast<sal_Int32>(flavors.size())};
  }

  css::uno::Any SAL_CALL getTransferData(const DataFlavor& flavor) override {
    const std::size_t form = find(flavor);
    if (form == data_.size()) throw css::datatransfer::UnsupportedFlavorException(flavor.MimeType, *this);
    return data_[form];
  }

  css::uno::Sequence<DataFlavor> SAL_CALL getTransferDataFlavors() override { return flavors_; }

  sal_Bool SAL_CALL isDataFlavorSupported(const DataFlavor& flavor) override { return find(flavor) != data_.size(); }

 private:
  std::size_t find(const DataFlavor& flavor) const {
    const auto form = std::find_if(flavors_.begin(), flavors_.end(), [&](const DataFlavor& one) {
      return one.MimeType.equalsIgnoreAsciiCase(flavor.MimeType);
    });
    return static_cast<std::size_t>(form - flavors_.begin());
  }

  css::uno::Sequence<DataFlavor> flavors_;
  std::vector<css::uno::Any> data_;  // of each
};

}  // namespace

void copy_to_clipboard(const Context& context, const OUString& plain, const std::vector<ClipboardForm>& forms) {
  const auto clipboard = css::datatransfer::clipboard::SystemClipboard::create(context);
  clipboard->setContents(new CopiedText(plain, forms), nullptr);
}

}  // namespace soat::writer
