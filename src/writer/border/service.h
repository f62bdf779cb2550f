#pragma once

#include <sal/types.h>

#include <com/sun/star/lang/XServiceInfo.hpp>
#include <cppuhelper/supportsservice.hxx>

#include "writer/border/sequence.h"

// The three functions of XServiceInfo for a class that has the constants implementation_name and service_name.
#define SOAT_SERVICE_INFO()                                                    \
  OUString SAL_CALL getImplementationName() override {                         \
    return OUString::createFromAscii(implementation_name);                     \
  }                                                                            \
  sal_Bool SAL_CALL supportsService(const OUString& name) override {           \
    return cppu::supportsService(this, name);                                  \
  }                                                                            \
  css::uno::Sequence<OUString> SAL_CALL getSupportedServiceNames() override {  \
    return soat::writer::sequence_of(OUString::createFromAscii(service_name)); \
  }

// A constructor that the office finds by name in soat.components; the only kind of symbol that the library exports.
#define SOAT_CONSTRUCTOR(name, type)                                                                     \
  extern "C" SAL_DLLPUBLIC_EXPORT css::uno::XInterface* name(css::uno::XComponentContext* context,       \
                                                             const css::uno::Sequence<css::uno::Any>&) { \
    return soat::writer::guarded(#name, static_cast<css::uno::XInterface*>(nullptr),                     \
                                 [&] { return cppu::acquire(new type(context)); });                      \
  }
