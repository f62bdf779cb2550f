#pragma once

#include <com/sun/star/beans/XPropertySet.hpp>

#include "writer/border/strings.h"

namespace soat::writer {

using Properties = css::uno::Reference<css::beans::XPropertySet>;

inline bool has_property(const Properties& properties, const char* name) {
  return properties.is() && properties->getPropertySetInfo()->hasPropertyByName(OUString::createFromAscii(name));
}

// A property that is there; value if there are no properties or it is of another type. Throws what UNO throws.
template <class Value>
Value property(const Properties& properties, const char* name, Value value = {}) {
  if (properties.is()) properties->getPropertyValue(OUString::createFromAscii(name)) >>= value;
  return value;
}

// The same for one that need not be there.
template <class Value>
Value property_if_any(const Properties& properties, const char* name, Value value = {}) {
  return has_property(properties, name) ? property(properties, name, value) : value;
}

}  // namespace soat::writer
