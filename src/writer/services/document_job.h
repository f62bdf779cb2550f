#pragma once

#include <com/sun/star/beans/NamedValue.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/lang/XServiceInfo.hpp>
#include <com/sun/star/task/XJob.hpp>
#include <cppuhelper/implbase2.hxx>

#include "writer/border/border.h"
#include "writer/border/configuration.h"
#include "writer/border/service.h"
#include "writer/border/strings.h"

namespace soat::writer {

// What such a job is told.
struct DocumentEvent {
  OUString name;  // "OnLoad"
  css::uno::Reference<css::frame::XModel> model;
};

// A job that the office calls for events of documents (registry/Jobs.xcu). A subclass has the constant
// implementation_name and SOAT_SERVICE_INFO().
class DocumentJob : public cppu::WeakImplHelper2<css::task::XJob, css::lang::XServiceInfo> {
 public:
  static constexpr const char* service_name = "com.sun.star.task.Job";

  // place: as the log names it.
  DocumentJob(const Context& context, const char* place) : context_(context), place_(place) {}

  css::uno::Any SAL_CALL execute(const css::uno::Sequence<css::beans::NamedValue>& arguments) final;

 protected:
  virtual void handle(const DocumentEvent& event) = 0;
  const Context& context() const { return context_; }

 private:
  Context context_;
  const char* place_;
};

}  // namespace soat::writer
