#pragma once

#include <libxml/xmlerror.h>

#include "text/message.h"

namespace soat::document {

// Why XML cannot be read, in the languages of the interface; libxml2 says it in English. error: null where it does not
// say.
text::Message xml_reason(const xmlError* error);

}  // namespace soat::document
