#pragma once

#include <rtl/ustring.hxx>
#include <string>
#include <vector>

#include "writer/border/configuration.h"

namespace soat::writer {

// A text in a format that holds more than the letters.
struct ClipboardForm {
  const char* type;  // MIME
  std::string bytes;
};

// Puts a text into the system's clipboard, in these forms and as it is. For the main thread; throws what UNO throws.
void copy_to_clipboard(const Context& context, const OUString& plain, const std::vector<ClipboardForm>& forms);

}  // namespace soat::writer
