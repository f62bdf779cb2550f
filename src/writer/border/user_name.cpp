#include "writer/border/user_name.h"

#include <cstddef>

#include "writer/border/border.h"

namespace soat::writer {

namespace {

constexpr const char* user_node = "/org.openoffice.UserProfile/Data";
constexpr const char* kept_node = "/org.soat.Settings/UserName";
constexpr std::array<const char*, 3> names{"givenname", "sn", "fathersname"};
constexpr std::array<const char*, 3> kept_names{"Given", "Surname", "Father"};

Texts in_node(const std::array<const char*, 3>& properties, const std::array<OUString, 3>& values) {
  Texts texts;
  for (std::size_t i = 0; i < properties.size(); ++i) texts.emplace_back(properties[i], values[i]);
  return texts;
}

std::array<OUString, 3> read_names(const Context& context, const char* node,
                                   const std::array<const char*, 3>& properties) {
  std::array<OUString, 3> values;
  for (std::size_t i = 0; i < properties.size(); ++i) values[i] = read_text(context, node, properties[i]);
  return values;
}

std::array<OUString, 3> soat() {
  return {to_office(u"Soát"), OUString(), OUString()};
}

}  // namespace

// Both nodes are in one file of the user's, so that what is written there of the one goes with the other.
NamedSoat::NamedSoat(const Context& context) : context_(context), before_(read_names(context, user_node, names)) {
  guarded("user name", [&] {
    write_texts(context, kept_node, in_node(kept_names, before_));
    write_switch(context, kept_node, "IsReplaced", true);
    is_named_ = true;  // from here on what was is put back
    write_texts(context, user_node, in_node(names, soat()));
  });
  is_named_ = is_named_ && read_names(context, user_node, names) == soat();
  if (!is_named_) restore_user_name(context);
}

NamedSoat::~NamedSoat() {
  if (is_named_) restore_user_name(context_);
}

void restore_user_name(const Context& context) {
  guarded("user name", [&] {
    if (!read_switch(context, kept_node, "IsReplaced", false)) return;
    // What somebody else has written there meanwhile stays.
    if (read_names(context, user_node, names) == soat())
      write_texts(context, user_node, in_node(names, read_names(context, kept_node, kept_names)));
    write_switch(context, kept_node, "IsReplaced", false);
  });
}

}  // namespace soat::writer
