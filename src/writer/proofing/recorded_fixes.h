#pragma once

#include <string_view>

#include "writer/border/configuration.h"
#include "writer/text/replacement.h"

namespace soat::writer {

// Whether fixes are recorded as changes of the author Soát, as the user has it set; otherwise they are the user's, and
// recorded only where changes are being recorded.
bool records_fixes(const Context& context);
void set_records_fixes(const Context& context, bool recorded);

// replace(), in that way: what was being recorded before is recorded after it, and the user is again who they were,
// whatever happens.
bool replace_as_set(const Context& context, const css::uno::Reference<css::frame::XModel>& document, const Range& range,
                    const ParagraphText& paragraph, const check::Finding& finding, std::u16string_view suggestion);

}  // namespace soat::writer
