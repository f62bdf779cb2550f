#pragma once

#include <com/sun/star/beans/NamedValue.hpp>
#include <com/sun/star/frame/XModel.hpp>

#include "writer/border/strings.h"

namespace soat::writer {

// What a job that the office calls for an event of a document (registry/Jobs.xcu) is told.
struct DocumentEvent {
  OUString name;  // "OnLoad"
  css::uno::Reference<css::frame::XModel> model;
};

DocumentEvent event_of(const css::uno::Sequence<css::beans::NamedValue>& arguments);

}  // namespace soat::writer
