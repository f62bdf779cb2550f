#include "writer/windows/explain.h"

#include "check/category.h"
#include "writer/border/texts.h"
#include "writer/windows/notice.h"

namespace soat::writer {

void explain_rule(const Context& context, const css::uno::Reference<css::frame::XFrame>& frame,
                  const check::RuleInfo& rule) {
  OUString page = text(context, rule.why);
  if (!rule.example.wrong.empty()) page += "\n\n" + text(context, texts::explain_wrong, rule.example.wrong);
  if (!rule.example.right.empty()) page += "\n" + text(context, texts::explain_right, rule.example.right);
  page += "\n\n" + text(context, texts::explain_rule, rule.id, check::info_of(rule.category).title);
  show_notice(context, frame, text(context, rule.title), page);
}

}  // namespace soat::writer
