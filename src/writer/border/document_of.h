#pragma once

#include <com/sun/star/frame/XFrame.hpp>
#include <com/sun/star/frame/XModel.hpp>

namespace soat::writer {

// The document in a window. Throws css::lang::DisposedException if it was closed.
css::uno::Reference<css::frame::XModel> document_of(const css::uno::Reference<css::frame::XFrame>& frame);

}  // namespace soat::writer
