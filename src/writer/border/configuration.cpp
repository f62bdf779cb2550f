#include "writer/border/configuration.h"

#include <com/sun/star/beans/PropertyValue.hpp>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/configuration/theDefaultProvider.hpp>
#include <com/sun/star/util/XChangesBatch.hpp>

#include "writer/border/border.h"
#include "writer/border/sequence.h"
#include "writer/border/strings.h"

namespace soat::writer {

namespace {

css::uno::Reference<css::beans::XPropertySet> open_node(const Context& context, const char* node, const char* service) {
  css::beans::PropertyValue path;
  path.Name = "nodepath";
  path.Value <<= OUString::createFromAscii(node);
  const auto arguments = sequence_of(css::uno::Any(path));
  return {css::configuration::theDefaultProvider::get(context)->createInstanceWithArguments(
              OUString::createFromAscii(service), arguments),
          css::uno::UNO_QUERY_THROW};
}

template <class Value>
Value read(const Context& context, const char* node, const char* name, Value otherwise) {
  return guarded("configuration", otherwise, [&] {
    Value value = otherwise;
    open_node(context, node, "com.sun.star.configuration.ConfigurationAccess")
        ->getPropertyValue(OUString::createFromAscii(name)) >>= value;
    return value;
  });
}

void write_values(const Context& context, const char* node,
                  const std::vector<std::pair<const char*, css::uno::Any>>& values) {
  const auto access = open_node(context, node, "com.sun.star.configuration.ConfigurationUpdateAccess");
  for (const auto& [name, value] : values) access->setPropertyValue(OUString::createFromAscii(name), value);
  const css::uno::Reference<css::util::XChangesBatch> changes(access, css::uno::UNO_QUERY_THROW);
  changes->commitChanges();
}

template <class Value>
void write(const Context& context, const char* node, const char* name, const Value& value) {
  write_values(context, node, {{name, css::uno::Any(value)}});
}

}  // namespace

OUString read_text(const Context& context, const char* node, const char* name) {
  return read(context, node, name, OUString());
}

int read_number(const Context& context, const char* node, const char* name, int otherwise) {
  return read(context, node, name, sal_Int32{otherwise});
}

bool read_switch(const Context& context, const char* node, const char* name, bool otherwise) {
  return read(context, node, name, otherwise);
}

std::vector<std::u16string> read_list(const Context& context, const char* node, const char* name) {
  const auto values = read(context, node, name, css::uno::Sequence<OUString>());
  std::vector<std::u16string> list;
  list.reserve(static_cast<std::size_t>(values.getLength()));
  for (const OUString& value : values) list.emplace_back(to_view(value));
  return list;
}

void write_text(const Context& context, const char* node, const char* name, const OUString& value) {
  write(context, node, name, value);
}

void write_texts(const Context& context, const char* node, const Texts& values) {
  std::vector<std::pair<const char*, css::uno::Any>> all;
  for (const auto& [name, value] : values) all.emplace_back(name, css::uno::Any(value));
  write_values(context, node, all);
}

void write_switch(const Context& context, const char* node, const char* name, bool value) {
  write(context, node, name, value);
}

void write_number(const Context& context, const char* node, const char* name, int value) {
  write(context, node, name, sal_Int32{value});
}

void write_list(const Context& context, const char* node, const char* name, const std::vector<std::u16string>& values) {
  css::uno::Sequence<OUString> list(static_cast<sal_Int32>(values.size()));
  OUString* out = list.getArray();
  for (const std::u16string& value : values) *out++ = to_office(value);
  write(context, node, name, list);
}

css::lang::Locale interface_locale(const Context& context) {
  OUString name = read_text(context, "/org.openoffice.Setup/L10N", "ooLocale");
  sal_Int32 position = 0;
  css::lang::Locale locale;
  locale.Language = name.getToken(0, '-', position);
  if (position >= 0) locale.Country = name.getToken(0, '-', position);
  if (locale.Language == "vi") return vietnamese();
  return {"en", "US", ""};
}

text::Language interface_language(const Context& context) {
  return is_vietnamese(interface_locale(context)) ? text::Language::vi : text::Language::en;
}

bool interface_is_vietnamese(const Context& context) {
  return is_vietnamese(interface_locale(context));
}

}  // namespace soat::writer
