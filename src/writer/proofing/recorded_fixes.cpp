#include "writer/proofing/recorded_fixes.h"

#include "writer/border/texts.h"
#include "writer/border/undo.h"
#include "writer/border/user_name.h"

namespace soat::writer {

namespace {

constexpr const char* record_setting = "RecordFixes";

}  // namespace

bool records_fixes(const Context& context) {
  return read_switch(context, settings_node, record_setting, false);
}

void set_records_fixes(const Context& context, bool recorded) {
  write_switch(context, settings_node, record_setting, recorded);
}

bool replace_as_set(const Context& context, const css::uno::Reference<css::frame::XModel>& document, const Range& range,
                    const ParagraphText& paragraph, const check::Finding& finding, std::u16string_view suggestion) {
  const OUString title = text(context, texts::undo_title);
  if (!records_fixes(context)) return replace(document, range, paragraph, finding, suggestion, title);
  const NamedSoat named(context);
  const Recording recording(document, true);
  return replace(document, range, paragraph, finding, suggestion, title);
}

}  // namespace soat::writer
