#pragma once

#include <com/sun/star/lang/Locale.hpp>
#include <com/sun/star/uno/XComponentContext.hpp>
#include <string>
#include <utility>
#include <vector>

#include "text/message.h"
#include "writer/border/strings.h"

namespace soat::writer {

using Context = css::uno::Reference<css::uno::XComponentContext>;

// Our own settings (schema: extension/registry/Settings.xcs) and the few of the office's that we need. Reading gives
// the default when the configuration cannot be read; writing throws what UNO throws.

OUString read_text(const Context& context, const char* node, const char* name);
int read_number(const Context& context, const char* node, const char* name, int otherwise);
bool read_switch(const Context& context, const char* node, const char* name, bool otherwise);
std::vector<std::u16string> read_list(const Context& context, const char* node, const char* name);

void write_text(const Context& context, const char* node, const char* name, const OUString& value);
// Several of one node, by their names: all, or none of them.
using Texts = std::vector<std::pair<const char*, OUString>>;
void write_texts(const Context& context, const char* node, const Texts& values);
void write_switch(const Context& context, const char* node, const char* name, bool value);
void write_number(const Context& context, const char* node, const char* name, int value);
void write_list(const Context& context, const char* node, const char* name, const std::vector<std::u16string>& values);

// Nodes of our schema.
inline constexpr const char* settings_node = "/org.soat.Settings";
inline constexpr const char* ignored_node = "/org.soat.Settings/Ignored";

// Whether the office's interface is in Vietnamese; otherwise we speak English.
bool interface_is_vietnamese(const Context& context);

// The locale of the interface, for resources.
css::lang::Locale interface_locale(const Context& context);
text::Language interface_language(const Context& context);

inline css::lang::Locale vietnamese() {
  return {"vi", "VN", ""};
}
inline bool is_vietnamese(const css::lang::Locale& locale) {
  return locale.Language == "vi";
}

}  // namespace soat::writer
