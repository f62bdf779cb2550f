#include <algorithm>
#include <cmath>
#include <com/sun/star/awt/Key.hpp>
#include <com/sun/star/awt/XCheckBox.hpp>
#include <com/sun/star/awt/XControl.hpp>
#include <com/sun/star/awt/XItemList.hpp>
#include <com/sun/star/awt/XListBox.hpp>
#include <com/sun/star/awt/XNumericField.hpp>
#include <com/sun/star/awt/XRadioButton.hpp>
#include <iterator>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "check/rule_info.h"
#include "citation/library/item_text.h"
#include "writer/border/border.h"
#include "writer/border/broadcaster.h"
#include "writer/border/service.h"
#include "writer/border/texts.h"
#include "writer/proofing/ignored.h"
#include "writer/proofing/ignoring.h"
#include "writer/proofing/spelling_surface.h"
#include "writer/proofing/sure_percent.h"
#include "writer/proofing/typing_profile.h"
#include "writer/windows/options_page.h"
#include "writer/windows/review.h"

namespace soat::writer {

namespace {

using check::Profile;
using check::RuleInfo;

// Faults of citations that no rule of the checker finds are told by the command only.
bool is_told_in_writer(const RuleInfo& rule) {
  return !rule.is_silent && (rule.make != nullptr || rule.category != check::Category::citation);
}

std::u16string name_of(const RuleInfo& rule) {
  return {rule.id.begin(), rule.id.end()};
}

// The marks while typing, each kind of finding on or off, and who checks the spelling.
class OptionsRules final : public OptionsPage {
 public:
  static constexpr const char* implementation_name = "org.soat.implementation.OptionsRules";
  static constexpr const char* service_name = "org.soat.OptionsRules";

  using OptionsPage::OptionsPage;

  SOAT_SERVICE_INFO()

 private:
  // A line of the list: a kind of finding, or the category above its kinds.
  struct Row {
    check::Category category;
    const RuleInfo* rule = nullptr;  // null: the category
    bool operator==(const Row&) const = default;
  };

  const char* name() const override { return "OptionsRules"; }

  void load() override {
    language_ = interface_language(context());
    choose_radio(typing_profile(context()) == Profile::strict ? "strict" : "normal");
    alone_ = draws_red_wave(context());
    control<css::awt::XCheckBox>("alone")->setState(alone_ ? 1 : 0);
    set_enabled("alone", !alone_ || has_other_spell_checkers(context()));
    sure_ = sure_percent(context());
    control<css::awt::XNumericField>("sure")->setValue(sure_);
    off_.clear();
    for (const std::u16string& rule : Ignored::instance().rules(context())) off_.insert(rule);
    kept_off_ = off_;
    show_rows();
  }

  void save() override {
    std::vector<std::u16string> on;
    std::vector<std::u16string> off;
    std::ranges::set_difference(kept_off_, off_, std::back_inserter(on));
    std::ranges::set_difference(off_, kept_off_, std::back_inserter(off));
    // One that cannot be kept must not keep the others from being kept.
    if (!on.empty() || !off.empty()) {
      guarded("options", [&] { Ignored::instance().change_rules(context(), on, off); });
      Broadcaster::post_all();
      tell_ignored(context(), on.empty() ? Wanted::fewer : Wanted::more);
    }
    guarded("options", [&] { set_typing_profile(context(), shown_profile()); });
    guarded("options", [&] { keep_sure(); });
    const bool alone = control<css::awt::XCheckBox>("alone")->getState() == 1;
    if (alone == alone_) return;
    guarded("options", [&] {
      alone ? overrule_other_spell_checkers(context()) : admit_other_spell_checkers(context());
      write_switch(context(), settings_node, "OtherSpellCheckerAsked", true);
    });
  }

  void keep_sure() {
    const int sure = static_cast<int>(std::lround(control<css::awt::XNumericField>("sure")->getValue()));
    if (sure == sure_) return;
    set_sure_percent(context(), sure);
    Review::take_sure_confidence(context());
  }

  void pressed(const OUString& name) override {
    if (name == "search") show_rows();
    if (name == "choose") show_chosen();
    // What a click makes of a box that is neither on nor off is not what is wanted.
    if (name == "flip" || (name == "told" && !showing_)) flip();
    if (name == "all") switch_all_on();
  }

  void key_pressed(const OUString& where, sal_Int16 code) override {
    if (where == "flip" && code == css::awt::Key::SPACE) flip();
  }

  Profile shown_profile() const {
    return control<css::awt::XRadioButton>("strict")->getState() ? Profile::strict : Profile::normal;
  }

  void choose_radio(const char* name) { control<css::awt::XRadioButton>(name)->setState(true); }

  std::string in(text::MessageId<0> line) const { return text::Message(line).utf8(language_); }

  OUString title_of(check::Category category) const { return to_office(in(check::info_of(category).title)); }

  // The kinds of findings of a category that answer the search; words in any order, without their marks.
  std::vector<const RuleInfo*> wanted_of(check::Category category) const {
    const std::string words = citation::folded(utf8(entered("search")));
    std::vector<const RuleInfo*> rules;
    for (const RuleInfo& rule : check::rule_infos()) {
      if (rule.category != category || !is_told_in_writer(rule)) continue;
      const std::string known = citation::folded(in(rule.title) + " " + in(rule.why) + " " +
                                                 in(check::info_of(category).title) + " " + std::string(rule.id));
      if (holds_all(known, words)) rules.push_back(&rule);
    }
    return rules;
  }

  static bool holds_all(std::string_view text, std::string_view words) {
    while (!words.empty()) {
      const std::size_t end = std::min(words.find(' '), words.size());
      if (text.find(words.substr(0, end)) == std::string_view::npos) return false;
      words.remove_prefix(std::min(end + 1, words.size()));
    }
    return true;
  }

  void show_rows() {
    const Row before = chosen_row();
    rows_.clear();
    for (const check::CategoryInfo& category : check::categories) {
      const std::vector<const RuleInfo*> rules = wanted_of(category.category);
      if (rules.empty()) continue;
      rows_.push_back({category.category});
      for (const RuleInfo* rule : rules) rows_.push_back({category.category, rule});
    }
    std::vector<OUString> lines;
    for (const Row& row : rows_) lines.push_back(line_of(row));
    const auto there = std::ranges::find(rows_, before);
    fill("rules", lines, there == rows_.end() ? 0 : static_cast<sal_Int32>(there - rows_.begin()));
    show_chosen();
  }

  OUString line_of(const Row& row) const {
    if (row.rule) {
      const OUString title = to_office(in(row.rule->title));
      return "      " + (is_on(*row.rule) ? text(context(), texts::options_rule_on, to_view(title))
                                          : text(context(), texts::options_rule_off, to_view(title)));
    }
    const auto [on, all] = counted(row);
    const OUString title = title_of(row.category);
    return on == all ? text(context(), texts::options_category_on, to_view(title), all)
                     : text(context(), texts::options_category, to_view(title), on, all);
  }

  bool is_on(const RuleInfo& rule) const { return !off_.contains(name_of(rule)); }

  // How many of the rules that a row stands for are on, and how many there are.
  std::pair<std::size_t, std::size_t> counted(const Row& row) const {
    const std::vector<const RuleInfo*> rules = rules_of(row);
    return {static_cast<std::size_t>(std::ranges::count_if(rules, [&](const RuleInfo* rule) { return is_on(*rule); })),
            rules.size()};
  }

  // Of a category those that are listed: the others are not seen, and nothing unseen is switched.
  std::vector<const RuleInfo*> rules_of(const Row& row) const {
    if (row.rule) return {row.rule};
    std::vector<const RuleInfo*> rules;
    for (const Row& other : rows_) {
      if (other.rule && other.category == row.category) rules.push_back(other.rule);
    }
    return rules;
  }

  Row chosen_row() const {
    const sal_Int32 line = chosen("rules");
    return line < 0 || static_cast<std::size_t>(line) >= rows_.size() ? Row{} : rows_[static_cast<std::size_t>(line)];
  }

  void show_chosen() {
    const bool any = !rows_.empty() && chosen("rules") >= 0;
    set_enabled("told", any);
    if (!any) {
      enter("why", rows_.empty() ? text(context(), texts::options_none_found) : OUString());
      return;
    }
    const Row row = chosen_row();
    const auto [on, all] = counted(row);
    showing_ = true;  // the office tells of this as of a click
    control<css::awt::XCheckBox>("told")->setState(on == all ? 1 : on == 0 ? 0 : 2);
    showing_ = false;
    enter("why", row.rule ? explained(*row.rule) : text(context(), texts::options_category_hint));
  }

  OUString explained(const RuleInfo& rule) const {
    OUString told = to_office(in(rule.why));
    const OUString wrong = to_office(rule.example.wrong);
    const OUString right = to_office(rule.example.right);
    if (wrong.isEmpty()) return told;
    return told + "\n" +
           (right.isEmpty() ? text(context(), texts::options_example, to_view(wrong))
                            : text(context(), texts::options_example_right, to_view(wrong), to_view(right)));
  }

  void flip() {
    if (rows_.empty() || chosen("rules") < 0) return;
    const Row row = chosen_row();
    const auto [on, all] = counted(row);
    switch_rules(rules_of(row), on < all);
  }

  void switch_all_on() {
    std::vector<const RuleInfo*> rules;
    for (const RuleInfo& rule : check::rule_infos()) {
      if (is_told_in_writer(rule)) rules.push_back(&rule);
    }
    switch_rules(rules, true);
  }

  void switch_rules(const std::vector<const RuleInfo*>& rules, bool on) {
    for (const RuleInfo* rule : rules) {
      if (on) {
        off_.erase(name_of(*rule));
      } else {
        off_.insert(name_of(*rule));
      }
    }
    show_states();
  }

  // Lines that read otherwise than before, in place, so that the list does not move under the user's hand.
  void show_states() {
    const auto list = control<css::awt::XListBox>("rules");
    const sal_Int16 line = list->getSelectedItemPos();
    const css::uno::Sequence<OUString> shown = list->getItems();
    const css::uno::Reference<css::awt::XItemList> items(control<css::awt::XControl>("rules")->getModel(),
                                                         css::uno::UNO_QUERY_THROW);
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      const OUString wanted = line_of(rows_[i]);
      if (shown[static_cast<sal_Int32>(i)] != wanted) items->setItemText(static_cast<sal_Int32>(i), wanted);
    }
    if (line >= 0) list->selectItemPos(line, true);
    show_chosen();
  }

  text::Language language_ = text::Language::vi;
  bool alone_ = false;  // when the page was loaded
  int sure_ = 0;        // the same
  bool showing_ = false;
  std::vector<Row> rows_;
  std::set<std::u16string> off_;       // also rules for one wording, which stay as they are
  std::set<std::u16string> kept_off_;  // as it was when the page was loaded
};

}  // namespace

}  // namespace soat::writer

SOAT_CONSTRUCTOR(soat_create_options_rules, soat::writer::OptionsRules)
