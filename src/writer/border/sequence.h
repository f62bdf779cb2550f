#pragma once

#include <com/sun/star/uno/Sequence.hxx>

namespace soat::writer {

// The SDK's Sequence takes no list of values.
template <class Value>
css::uno::Sequence<Value> sequence_of(const Value& value) {
  return {&value, 1};
}

}  // namespace soat::writer
