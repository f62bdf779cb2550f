#pragma once

#include <quickjs.h>

namespace soat::citation {

// What String.prototype.localeCompare, toLocaleUpperCase and toLocaleLowerCase do, by ICU. QuickJS has them without
// locales only. Options understood by localeCompare: sensitivity, ignorePunctuation, numeric (ECMA-402, 10.1.2); an
// unknown locale falls back to the root collation.
JSValue script_locale_compare(JSContext* context, JSValueConst self, int count, JSValueConst* arguments);
JSValue script_locale_upper(JSContext* context, JSValueConst self, int count, JSValueConst* arguments);
JSValue script_locale_lower(JSContext* context, JSValueConst self, int count, JSValueConst* arguments);

}  // namespace soat::citation
