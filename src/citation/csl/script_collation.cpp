#include "citation/csl/script_collation.h"

#include <unicode/ucasemap.h>
#include <unicode/ucol.h>

#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace soat::citation {
namespace {

struct CloseCollator {
  void operator()(UCollator* collator) const { ucol_close(collator); }
};

// A string argument as UTF-8, freed at the end of the scope.
class Utf8 {
 public:
  Utf8(JSContext* context, JSValueConst value) : context_(context), text_(JS_ToCStringLen(context, &size_, value)) {}
  ~Utf8() {
    if (text_) JS_FreeCString(context_, text_);
  }
  Utf8(const Utf8&) = delete;
  Utf8& operator=(const Utf8&) = delete;
  explicit operator bool() const { return text_ != nullptr; }
  std::string_view view() const { return {text_, size_}; }

 private:
  JSContext* context_;
  std::size_t size_ = 0;
  const char* text_;
};

// The first locale of an argument that is a tag or a list of tags.
std::string first_locale(JSContext* context, int count, JSValueConst* arguments, int index) {
  if (index >= count) return {};
  if (JS_IsString(arguments[index])) {
    const Utf8 tag(context, arguments[index]);
    return tag ? std::string(tag.view()) : std::string();
  }
  if (!JS_IsObject(arguments[index])) return {};
  const JSValue first = JS_GetPropertyUint32(context, arguments[index], 0);
  std::string result;
  if (JS_IsString(first)) {
    const Utf8 tag(context, first);
    if (tag) result = tag.view();
  }
  JS_FreeValue(context, first);
  return result;
}

bool flag(JSContext* context, JSValueConst options, const char* name) {
  const JSValue value = JS_GetPropertyStr(context, options, name);
  const bool result = JS_ToBool(context, value) > 0;
  JS_FreeValue(context, value);
  return result;
}

std::string text_option(JSContext* context, JSValueConst options, const char* name) {
  const JSValue value = JS_GetPropertyStr(context, options, name);
  std::string result;
  if (JS_IsString(value)) {
    const Utf8 text(context, value);
    if (text) result = text.view();
  }
  JS_FreeValue(context, value);
  return result;
}

// Opening a collator costs a millisecond and sorting asks for the same one thousands of times. Per thread, as an engine
// is.
UCollator* collator(const std::string& locale, const std::string& sensitivity, bool ignore_punctuation, bool numeric) {
  thread_local std::map<std::string, std::unique_ptr<UCollator, CloseCollator>> known;
  const std::string key = locale + '\n' + sensitivity + (ignore_punctuation ? "\n1" : "\n0") + (numeric ? "1" : "0");
  const auto found = known.find(key);
  if (found != known.end()) return found->second.get();
  if (known.size() > 64) known.clear();  // a hostile style may name any number of locales
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<UCollator, CloseCollator> made(ucol_open(locale.c_str(), &status));
  if (U_FAILURE(status)) {
    status = U_ZERO_ERROR;
    made.reset(ucol_open("", &status));
  }
  if (made && U_SUCCESS(status)) {
    const UColAttributeValue strength = sensitivity == "base" || sensitivity == "case" ? UCOL_PRIMARY
                                        : sensitivity == "accent"                      ? UCOL_SECONDARY
                                                                                       : UCOL_TERTIARY;
    ucol_setAttribute(made.get(), UCOL_STRENGTH, strength, &status);
    if (sensitivity == "case") ucol_setAttribute(made.get(), UCOL_CASE_LEVEL, UCOL_ON, &status);
    if (ignore_punctuation) ucol_setAttribute(made.get(), UCOL_ALTERNATE_HANDLING, UCOL_SHIFTED, &status);
    if (numeric) ucol_setAttribute(made.get(), UCOL_NUMERIC_COLLATION, UCOL_ON, &status);
  }
  return known.emplace(key, std::move(made)).first->second.get();
}

JSValue change_case(JSContext* context, JSValueConst self, int count, JSValueConst* arguments, bool upper) {
  const Utf8 text(context, self);
  if (!text) return JS_EXCEPTION;
  const std::string locale = first_locale(context, count, arguments, 0);
  UErrorCode status = U_ZERO_ERROR;
  UCaseMap* map = ucasemap_open(locale.c_str(), 0, &status);
  if (U_FAILURE(status)) return JS_DupValue(context, self);
  std::string result(text.view().size() * 3 + 16, '\0');  // no letter grows more than threefold
  const auto convert = upper ? ucasemap_utf8ToUpper : ucasemap_utf8ToLower;
  const std::int32_t size = convert(map, result.data(), static_cast<std::int32_t>(result.size()), text.view().data(),
                                    static_cast<std::int32_t>(text.view().size()), &status);
  ucasemap_close(map);
  if (U_FAILURE(status)) return JS_DupValue(context, self);
  return JS_NewStringLen(context, result.data(), static_cast<std::size_t>(size));
}

}  // namespace

JSValue script_locale_compare(JSContext* context, JSValueConst self, int count, JSValueConst* arguments) {
  const Utf8 left(context, self);
  const Utf8 right(context, count > 0 ? arguments[0] : JS_UNDEFINED);
  if (!left || !right) return JS_EXCEPTION;
  std::string sensitivity;
  bool ignore_punctuation = false;
  bool numeric = false;
  if (count > 2 && JS_IsObject(arguments[2])) {
    sensitivity = text_option(context, arguments[2], "sensitivity");
    ignore_punctuation = flag(context, arguments[2], "ignorePunctuation");
    numeric = flag(context, arguments[2], "numeric");
  }
  UCollator* by = collator(first_locale(context, count, arguments, 1), sensitivity, ignore_punctuation, numeric);
  if (!by) return JS_NewInt32(context, left.view().compare(right.view()));
  UErrorCode status = U_ZERO_ERROR;
  const UCollationResult order =
      ucol_strcollUTF8(by, left.view().data(), static_cast<std::int32_t>(left.view().size()), right.view().data(),
                       static_cast<std::int32_t>(right.view().size()), &status);
  return JS_NewInt32(context, order == UCOL_LESS ? -1 : order == UCOL_GREATER ? 1 : 0);
}

JSValue script_locale_upper(JSContext* context, JSValueConst self, int count, JSValueConst* arguments) {
  return change_case(context, self, count, arguments, true);
}

JSValue script_locale_lower(JSContext* context, JSValueConst self, int count, JSValueConst* arguments) {
  return change_case(context, self, count, arguments, false);
}

}  // namespace soat::citation
