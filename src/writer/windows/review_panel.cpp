#include "writer/windows/review_panel.h"

#include <algorithm>
#include <com/sun/star/accessibility/XAccessible.hpp>
#include <com/sun/star/accessibility/XAccessibleContext.hpp>
#include <com/sun/star/awt/ContainerWindowProvider.hpp>
#include <com/sun/star/awt/Key.hpp>
#include <com/sun/star/awt/KeyEvent.hpp>
#include <com/sun/star/awt/PosSize.hpp>
#include <com/sun/star/awt/XCheckBox.hpp>
#include <com/sun/star/awt/XControl.hpp>
#include <com/sun/star/awt/XControlContainer.hpp>
#include <com/sun/star/awt/XLayoutConstrains.hpp>
#include <com/sun/star/awt/XListBox.hpp>
#include <com/sun/star/awt/XProgressBar.hpp>
#include <com/sun/star/awt/XTextComponent.hpp>
#include <com/sun/star/awt/grid/DefaultGridColumnModel.hpp>
#include <com/sun/star/awt/grid/XGridControl.hpp>
#include <com/sun/star/awt/grid/XGridRowSelection.hpp>
#include <com/sun/star/container/XNameContainer.hpp>
#include <com/sun/star/graphic/GraphicProvider.hpp>
#include <com/sun/star/io/SequenceInputStream.hpp>
#include <com/sun/star/lang/XMultiServiceFactory.hpp>
#include <com/sun/star/ui/UIElementType.hpp>
#include <utility>

#include "review/excerpt.h"
#include "review/panel_layout.h"
#include "text/char_class.h"
#include "text/utf.h"
#include "writer/border/border.h"
#include "writer/border/broadcaster.h"
#include "writer/border/main_thread.h"
#include "writer/border/properties.h"
#include "writer/border/sequence.h"
#include "writer/border/texts.h"
#include "writer/text/legacy_command.h"
#include "writer/windows/fix_sure.h"

namespace soat::writer {

namespace {

using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;

enum Column : sal_Int32 { colour_column, snippet_column, suggestion_column, reason_column, confidence_column, columns };

constexpr std::size_t row_context = 12;
constexpr std::size_t detail_context = 60;
constexpr const char* list = "findings";

OUString middle_dot() {
  return to_office(u" · ");
}

std::string numbered(const char* name, std::size_t number) {
  return name + std::to_string(number);
}

// A suggestion as a line of the list: what cannot be seen is named.
OUString line_of(const Context& context, std::u16string_view suggestion) {
  if (suggestion.empty()) return text(context, texts::review_delete);
  if (suggestion == u" ") return text(context, texts::review_space);
  const auto is_word_unit = [](char16_t unit) { return text::CharTable::get().is_word_unit(unit); };
  if (std::ranges::none_of(suggestion, is_word_unit)) return to_office(u"“" + std::u16string(suggestion) + u"”");
  return to_office(suggestion);
}

// A bar of one colour: a Windows bitmap, uncompressed, 24 bits.
Reference<css::graphic::XGraphic> bar(const Context& context, std::uint32_t rgb) {
  constexpr std::uint32_t width = 8;  // lines are multiples of four bytes
  constexpr std::uint32_t height = 40;
  constexpr std::uint32_t header = 54;
  std::vector<sal_Int8> bytes;
  const auto add = [&](std::uint32_t value, int count) {
    for (int i = 0; i < count; ++i) bytes.push_back(static_cast<sal_Int8>(value >> (8 * i) & 0xFFU));
  };
  add('B' | 'M' << 8, 2);
  add(header + width * height * 3, 4);
  add(0, 4);
  add(header, 4);
  add(40, 4);  // size of what describes the picture
  add(width, 4);
  add(height, 4);
  add(1 | 24 << 16, 4);  // planes, bits
  for (int i = 0; i < 6; ++i) add(0, 4);
  for (std::uint32_t i = 0; i < width * height; ++i) add(rgb, 3);
  css::beans::PropertyValue stream;
  stream.Name = "InputStream";
  stream.Value <<= css::io::SequenceInputStream::createStreamFromSequence(
      context, css::uno::Sequence<sal_Int8>(bytes.data(), static_cast<sal_Int32>(bytes.size())));
  return css::graphic::GraphicProvider::create(context)->queryGraphic(sequence_of(stream));
}

// What screen readers know of a window's controls that are seen. LibreOffice 7.4 uses what it has just let go of when a
// grid control ends of which such an object was made, unless somebody else holds that object.
std::vector<Reference<css::accessibility::XAccessible>> accessible_children(
    const Reference<css::awt::XWindow>& window) {
  std::vector<Reference<css::accessibility::XAccessible>> out;
  guarded("accessible objects", [&] {
    const Reference<css::awt::XControl> dialog(window, UNO_QUERY_THROW);
    const Reference<css::accessibility::XAccessible> root(dialog->getPeer(), UNO_QUERY);
    if (!root.is()) return;
    const auto context = root->getAccessibleContext();
    for (sal_Int32 i = 0; i < context->getAccessibleChildCount(); ++i) out.push_back(context->getAccessibleChild(i));
  });
  return out;
}

}  // namespace

ReviewPanel::ReviewPanel(const Context& context, Reference<css::frame::XFrame> frame, OUString url)
    : context_(context), frame_(std::move(frame)), url_(std::move(url)) {}

// The office may let go of a panel without having ended it.
ReviewPanel::~ReviewPanel() {
  leave_review();
}

void ReviewPanel::leave_review() {
  if (const auto review = review_.lock()) review->drop_view(this);
  review_.reset();
}

void ReviewPanel::open(const Reference<css::awt::XWindowPeer>& parent) {
  const OUString url = OUString::createFromAscii(dialogs_url) + "/ReviewPanel.xdl";
  window_ = css::awt::ContainerWindowProvider::create(context_)->createContainerWindow(
      url, OUString(), parent, static_cast<css::awt::XContainerWindowEventHandler*>(this));
  for (const check::CategoryInfo& category : check::categories)
    colours_.push_back(
        guarded("colours", Reference<css::graphic::XGraphic>(), [&] { return bar(context_, category.colour); }));
  is_filling_ = true;
  add_list();
  fill_choices();
  is_filling_ = false;
  window_->addWindowListener(this);
  window_->setVisible(true);
  show_review();
}

void ReviewPanel::add_list() {
  const Reference<css::awt::XControl> dialog(window_, UNO_QUERY_THROW);
  const Reference<css::lang::XMultiServiceFactory> factory(dialog->getModel(), UNO_QUERY_THROW);
  const Properties model(factory->createInstance("com.sun.star.awt.grid.UnoControlGridModel"), UNO_QUERY_THROW);
  const auto grid_columns = css::awt::grid::DefaultGridColumnModel::create(context_);
  const auto add = [&](std::int32_t width, std::int32_t flexibility, const OUString& title) {
    const auto column = grid_columns->createColumn();
    column->setColumnWidth(width);
    column->setFlexibility(flexibility);
    column->setResizeable(flexibility > 0);
    column->setTitle(title);
    grid_columns->addColumn(column);
  };
  add(8, 0, OUString());
  add(80, 4, text(context_, texts::panel_snippet));
  add(50, 2, text(context_, texts::panel_suggestion));
  rows_ = new ReviewRows(this, columns);
  model->setPropertyValue("ColumnModel", Any(Reference<css::awt::grid::XGridColumnModel>(grid_columns)));
  model->setPropertyValue("GridDataModel", Any(Reference<css::awt::grid::XGridDataModel>(rows_.get())));
  model->setPropertyValue("ShowColumnHeader", Any(false));
  model->setPropertyValue("ShowRowHeader", Any(false));
  model->setPropertyValue("HScroll", Any(false));
  model->setPropertyValue("VScroll", Any(true));
  model->setPropertyValue("Tabstop", Any(true));
  model->setPropertyValue("TabIndex", Any(static_cast<sal_Int16>(50)));
  model->setPropertyValue("HelpText", Any(text(context_, texts::panel_list)));
  Reference<css::container::XNameContainer>(dialog->getModel(), UNO_QUERY_THROW)
      ->insertByName(OUString::createFromAscii(list), Any(model));
  control<css::awt::grid::XGridRowSelection>(list)->addSelectionListener(this);
}

void ReviewPanel::fill_choices() {
  const bool strict = read_switch(context_, settings_node, "Strict", false);
  fill("profile", {text(context_, texts::panel_normal), text(context_, texts::panel_strict)}, strict ? 1 : 0);
  fill("scope", {text(context_, texts::panel_whole), text(context_, texts::panel_selected)}, 0);
  fill("order",
       {text(context_, texts::panel_by_place), text(context_, texts::panel_by_kind),
        text(context_, texts::panel_by_passage)},
       0);
  for (std::size_t i = 0; i < check::categories.size(); ++i) {
    const Reference<css::awt::XControl> colour(find_control(numbered("colour_", i).c_str()), UNO_QUERY_THROW);
    Properties(colour->getModel(), UNO_QUERY_THROW)
        ->setPropertyValue("BackgroundColor", Any(static_cast<sal_Int32>(check::categories[i].colour)));
  }
}

sal_Int16 ReviewPanel::getType() {
  return css::ui::UIElementType::TOOLPANEL;
}

Reference<css::uno::XInterface> ReviewPanel::getRealInterface() {
  return static_cast<css::ui::XToolPanel*>(this);
}

Reference<css::accessibility::XAccessible> ReviewPanel::createAccessible(
    const Reference<css::accessibility::XAccessible>& /*parent*/) {
  return {window_, UNO_QUERY};
}

// When a document is closed over a bridge, the sidebar ends on a thread of its own while the main thread may be using
// the panel: only the window ends at once, what there is here belongs to the main thread.
void ReviewPanel::dispose() {
  const rtl::Reference<ReviewPanel> keep(this);
  guarded("panel", [&] {
    gone_ = true;
    if (disposed_.exchange(true)) return;
    if (const Reference<css::awt::XWindow> window = window_; window.is()) {
      window->removeWindowListener(this);
      window->dispose();
    }
    if (on_main_thread()) {
      let_go();
    } else {
      run_on_main_thread(context_, [keep] { keep->let_go(); });
    }
    std::vector<Reference<css::lang::XEventListener>> listeners;
    {
      const std::lock_guard lock(listeners_mutex_);
      listeners = std::exchange(listeners_, {});
    }
    const css::lang::EventObject event(static_cast<css::ui::XUIElement*>(this));
    for (const auto& listener : listeners) guarded("panel", [&] { listener->disposing(event); });
  });
}

void ReviewPanel::let_go() {
  leave_review();
  window_.clear();
  if (rows_.is()) rows_->forget_source();
  accessibles_.clear();
  frame_.clear();
}

// The sidebar may end with its windows before it ends its panels.
void ReviewPanel::disposing(const css::lang::EventObject& source) {
  if (source.Source == window_) gone_ = true;
}

void ReviewPanel::addEventListener(const Reference<css::lang::XEventListener>& listener) {
  const std::lock_guard lock(listeners_mutex_);
  listeners_.push_back(listener);
}

void ReviewPanel::removeEventListener(const Reference<css::lang::XEventListener>& listener) {
  const std::lock_guard lock(listeners_mutex_);
  std::erase(listeners_, listener);
}

void ReviewPanel::windowResized(const css::awt::WindowEvent&) {
  guarded("panel", [&] { lay_out(); });
}

void ReviewPanel::windowShown(const css::lang::EventObject&) {
  guarded("panel", [&] { show_review(); });
}

css::ui::LayoutSize ReviewPanel::getHeightForWidth(sal_Int32 width) {
  return guarded("panel", css::ui::LayoutSize(300, -1, 400), [&] {
    if (!is_open()) return css::ui::LayoutSize(0, -1, 0);
    lay_out();
    const sal_Int32 least = layout_for(width, 0).least_height;
    return css::ui::LayoutSize(least, -1, least);
  });
}

sal_Int32 ReviewPanel::getMinimalWidth() {
  return 300;
}

review::PanelLayout ReviewPanel::layout_for(sal_Int32 width, sal_Int32 height) {
  review::ControlSizes sizes;
  const auto constrains = [this](const std::string& name) {
    return control<css::awt::XLayoutConstrains>(name.c_str());
  };
  sizes.preferred = [&](const std::string& name) {
    const css::awt::Size size = constrains(name)->getPreferredSize();
    return review::Size{size.Width, size.Height};
  };
  sizes.height_at = [&](const std::string& name, int at) {
    return constrains(name)->calcAdjustedSize(css::awt::Size(at, 0)).Height;
  };
  sizes.is_seen = [&](const std::string& name) {
    const auto seen = seen_.find(name);
    return seen == seen_.end() || seen->second;
  };
  return review::lay_out_panel(sizes, width, height);
}

void ReviewPanel::lay_out() {
  if (!is_open()) return;
  const css::awt::Rectangle own = window_->getPosSize();
  if (own.Width <= 0) return;
  for (const review::PlacedControl& placed : layout_for(own.Width, own.Height).controls) {
    const auto window = control<css::awt::XWindow>(placed.name.c_str());
    const css::awt::Rectangle now = window->getPosSize();
    if (now.X != placed.x || now.Y != placed.y || now.Width != placed.width || now.Height != placed.height)
      window->setPosSize(placed.x, placed.y, placed.width, placed.height, css::awt::PosSize::POSSIZE);
  }
  set_wide(own.Width >= review::wide_panel);
}

// Columns for the reason and the confidence, where there is room.
void ReviewPanel::set_wide(bool wide) {
  if (std::exchange(is_wide_, wide) == wide) return;
  const Reference<css::awt::XControl> grid(find_control(list), UNO_QUERY_THROW);
  Reference<css::awt::grid::XGridColumnModel> all;
  Properties(grid->getModel(), UNO_QUERY_THROW)->getPropertyValue("ColumnModel") >>= all;
  if (!all.is()) return;
  while (all->getColumnCount() > reason_column) all->removeColumn(all->getColumnCount() - 1);
  if (!wide) return;
  for (const auto& [title, flexibility] :
       {std::pair(text(context_, texts::panel_reason), 4), std::pair(text(context_, texts::panel_confidence), 1)}) {
    const auto column = all->createColumn();
    column->setFlexibility(flexibility);
    column->setColumnWidth(30 * flexibility);
    column->setTitle(title);
    all->addColumn(column);
  }
}

void ReviewPanel::say(const char* label, const OUString& what) {
  OUString& said = said_[label];
  if (said == what) return;
  said = what;
  set_label(label, what);
}

void ReviewPanel::let_press(const char* name, bool enabled) {
  const auto [known, is_new] = enabled_.emplace(name, enabled);
  if (!is_new && known->second == enabled) return;
  known->second = enabled;
  set_enabled(name, enabled);
}

void ReviewPanel::let_see(const std::string& name, bool visible) {
  const auto [known, is_new] = seen_.emplace(name, visible);
  if (!is_new && known->second == visible) return;
  known->second = visible;
  set_visible(name.c_str(), visible);
}

OUString ReviewPanel::in_language(const check::Message& line) const {
  return to_office(interface_is_vietnamese(context_) ? line.vi : line.en);
}

OUString ReviewPanel::confidence_of(Review& review, const check::Finding& finding) const {
  return text(context_, review.list().is_sure(finding) ? texts::panel_sure : texts::panel_possible);
}

// The review of what the window shows now, which is begun when there is something to show it for.
std::shared_ptr<Review> ReviewPanel::find_review() {
  std::shared_ptr<Review> review = review_.lock();
  if (review && review->is_open()) return review;
  leave_review();
  review = Review::of(context_, frame_);
  review_ = review;
  if (review) review->set_view(this);
  return review;
}

void ReviewPanel::show_review() {
  const Reference<css::ui::XUIElement> keep(this);
  guarded("panel", [&] {
    if (!is_open() || is_showing_) return;
    is_showing_ = true;
    guarded("panel", [&] {
      if (const auto review = find_review()) show_all(*review);
      lay_out();
    });
    is_showing_ = false;
  });
}

void ReviewPanel::show_all(Review& review) {
  is_filling_ = true;
  guarded("panel", [&] {
    show_stage(review);
    show_kinds(review);
    show_rows(review);
    if (shows_passages_) {
      show_passage(review);
    } else {
      show_finding(review);
    }
    show_buttons(review);
    show_languages(review);
  });
  is_filling_ = false;
  if (rows_->getRowCount() > 0 && review.wants_focus()) focus(list);
}

void ReviewPanel::show_stage(Review& review) {
  const bool checks = review.stage() == Review::Stage::checking;
  const review::Counts counts = review.list().counts();
  let_press("check", !checks && !review.is_busy());
  let_press("stop", checks);
  let_see("progress", checks);
  if (checks) control<css::awt::XProgressBar>("progress")->setValue(review.percent());
  OUString said;
  if (checks) {
    said = text(context_, texts::review_checking, review.percent());
  } else if (review.stage() == Review::Stage::cancelled) {
    said = text(context_, texts::panel_cancelled, counts.all);
  } else if (review.stage() == Review::Stage::checked) {
    said = text(context_, texts::panel_counts, counts.all, counts.sure);
    if (const std::size_t shown = review.list().rows(); shown != counts.all)
      said += text(context_, texts::panel_shown, shown);
  }
  if (review.is_busy()) said = text(context_, texts::panel_busy);
  say("status", said);
  const bool any = counts.all > 0;
  for (const char* name : {"only_sure", "search_label", "search", "order_label", "order"}) let_see(name, any);
}

void ReviewPanel::show_kinds(Review& review) {
  const review::Counts counts = review.list().counts();
  const review::Filter& filter = review.list().filter();
  const bool explains = review.stage() == Review::Stage::fresh;
  for (std::size_t i = 0; i < check::categories.size(); ++i) {
    const bool seen = explains || counts.by_category[i] > 0;
    let_see(numbered("colour_", i), seen);
    const std::string name = numbered("kind_", i);
    let_see(name, seen);
    if (!seen) continue;
    OUString label = text(context_, check::categories[i].title);
    if (!explains) label += " (" + OUString::number(static_cast<sal_Int64>(counts.by_category[i])) + ")";
    OUString& said = said_[name];
    const auto box = control<css::awt::XCheckBox>(name.c_str());
    if (said != label) {
      said = label;
      box->setLabel(label);
    }
    const sal_Int16 wanted = filter.hidden[i] ? 0 : 1;
    if (box->getState() != wanted) box->setState(wanted);
  }
}

sal_Int32 ReviewPanel::row_count() {
  const auto review = review_.lock();
  if (!review) return 0;
  return static_cast<sal_Int32>(shows_passages_ ? review->reviewed().passages().size() : review->list().rows());
}

Any ReviewPanel::cell(sal_Int32 column, sal_Int32 row) {
  const auto review = review_.lock();
  if (!review) return {};
  if (shows_passages_) return passage_cell(*review, column, row);
  const check::Finding& finding = review->list().row(static_cast<std::size_t>(row));
  switch (column) {
    case colour_column:
      return Any(colours_[static_cast<std::size_t>(finding.category())]);
    case snippet_column:
      return Any(to_office(review::excerpt(review->reviewed().paragraph(finding.paragraph).text.text, finding.start,
                                           finding.end, row_context)));
    case suggestion_column:
      return Any(finding.suggestions.empty() ? OUString() : line_of(context_, finding.suggestions.front()));
    case reason_column:
      return Any(in_language(finding.message));
    default:
      return Any(confidence_of(*review, finding));
  }
}

Any ReviewPanel::passage_cell(Review& review, sal_Int32 column, sal_Int32 row) {
  const review::ReviewedPassage& passage = review.reviewed().passages()[static_cast<std::size_t>(row)];
  switch (column) {
    case colour_column:
      return Any(colours_[static_cast<std::size_t>(check::Category::garble)]);
    case snippet_column:
      return Any(title_of(passage));
    case suggestion_column:
      return Any(text(context_, texts::panel_probability, static_cast<int>(passage.passage.probability * 100)));
    case reason_column:
      return Any(passage.evidence.empty() ? OUString() : in_language(passage.evidence.front()));
    default:
      return {};
  }
}

OUString ReviewPanel::title_of(const review::ReviewedPassage& passage) const {
  const std::size_t first = passage.passage.first + 1;
  return first == passage.passage.end ? text(context_, texts::panel_paragraph, first)
                                      : text(context_, texts::panel_passage, first, passage.passage.end);
}

Any ReviewPanel::tip(sal_Int32 row) {
  const auto review = review_.lock();
  if (!review) return {};
  if (shows_passages_) return passage_cell(*review, snippet_column, row);
  const check::Finding& finding = review->list().row(static_cast<std::size_t>(row));
  return Any(in_language(finding.message) + " (" + confidence_of(*review, finding) + ")");
}

void ReviewPanel::show_rows(Review& review) {
  rows_->tell_changes();
  const sal_Int32 count = rows_->getRowCount();
  OUString said;
  if (count == 0) {
    const bool any = review.list().counts().all > 0;
    using Stage = Review::Stage;
    if (review.stage() == Stage::fresh) {
      said = text(context_, texts::panel_first);
    } else if (shows_passages_ && review.stage() == Stage::checked) {
      said = text(context_, texts::panel_no_passages);
    } else if (any) {
      said = text(context_, texts::panel_all_hidden);
    } else if (review.stage() == Stage::checked) {
      said = text(context_, review.dealt_with_any()              ? texts::review_end
                            : review.reviewed().others().empty() ? texts::review_none
                                                                 : texts::review_none_checked);
    }
  }
  say("empty", said);
  let_see("empty", !said.isEmpty());
  let_see(list, said.isEmpty());
  if (accessibles_.empty() && said.isEmpty()) accessibles_ = accessible_children(window_);
  const auto selection = control<css::awt::grid::XGridRowSelection>(list);
  const sal_Int32 wanted =
      shows_passages_ ? std::min(passage_, count - 1) : static_cast<sal_Int32>(review.list().current_row());
  if (count == 0 || wanted < 0 || (selection->isRowSelected(wanted) && selection->getSelectedRows().getLength() == 1))
    return;
  selection->deselectAllRows();
  selection->selectRow(wanted);
  control<css::awt::grid::XGridControl>(list)->goToCell(snippet_column, wanted);
}

void ReviewPanel::show_finding(Review& review) {
  const check::Finding* const finding = review.shown();
  const bool any = finding != nullptr;
  for (const char* name : {"category", "reason", "excerpt", "suggestions_label", "suggestions", "own_label", "own"})
    let_see(name, any);
  if (!any) {
    detailed_.reset();
    return;
  }
  say("category",
      text(context_, check::info_of(finding->category()).title) + middle_dot() + confidence_of(review, *finding));
  say("reason", in_language(finding->message));
  say("excerpt", to_office(review::excerpt(review.reviewed().paragraph(finding->paragraph).text.text, finding->start,
                                           finding->end, detail_context)));
  const bool is_same = detailed_ && detailed_->rule == finding->rule && detailed_->paragraph == finding->paragraph &&
                       detailed_->start == finding->start && detailed_->suggestions == finding->suggestions;
  if (is_same) return;  // the user may have chosen another one, or be writing
  detailed_ = *finding;
  std::vector<OUString> lines;
  for (const std::u16string& suggestion : finding->suggestions) lines.push_back(line_of(context_, suggestion));
  fill("suggestions", lines, 0);
  enter("own", OUString());
}

void ReviewPanel::show_passage(Review& review) {
  for (const char* name : {"suggestions_label", "suggestions", "own_label", "own"}) let_see(name, false);
  const auto& passages = review.reviewed().passages();
  const bool any = passage_ >= 0 && static_cast<std::size_t>(passage_) < passages.size();
  for (const char* name : {"category", "reason", "excerpt"}) let_see(name, any);
  detailed_.reset();
  if (!any) return;
  const review::ReviewedPassage& passage = passages[static_cast<std::size_t>(passage_)];
  say("category", title_of(passage) + middle_dot() +
                      text(context_, texts::panel_probability, static_cast<int>(passage.passage.probability * 100)));
  OUString why;
  for (const check::Message& line : passage.evidence)
    why += (why.isEmpty() ? OUString() : OUString("\n")) + in_language(line);
  say("reason", why);
  say("excerpt", text(context_, texts::panel_passage_note));
}

void ReviewPanel::show_buttons(Review& review) {
  const check::Finding* const finding = shows_passages_ ? nullptr : review.shown();
  const bool any = finding != nullptr && !review.is_busy();
  const Obstacle obstacle = any ? review.obstacle() : Obstacle::none;
  const bool can_fix = any && obstacle == Obstacle::none;
  const bool checks = review.stage() == Review::Stage::checking;
  const std::size_t alike = can_fix ? review.alike() : 0;
  const bool found = !shows_passages_ && review.list().counts().all > 0;
  for (const char* name :
       {"apply", "apply_all", "previous", "next", "ignore", "ignore_wording", "ignore_rule", "dictionary", "explain"})
    let_see(name, found);
  let_press("suggestions", can_fix);
  let_press("own", can_fix && finding->rule != &legacy_rule);
  let_press("apply", can_fix);
  let_press("apply_all", alike > 1 && !checks);  // there may be more of them
  const bool damage = finding != nullptr && finding->rule == &damage_rule;
  OUString& said = said_["apply_all"];
  const OUString label =
      damage ? text(context_, texts::review_all_damage, alike) : text(context_, texts::review_all_alike, alike);
  if (said != label) {
    said = label;
    set_button("apply_all", label);
  }
  const bool several = review.list().rows() > 1 && !review.is_busy();
  let_press("previous", several);
  let_press("next", several);
  for (const char* name : {"ignore", "ignore_wording", "ignore_rule", "explain"}) let_press(name, any);
  let_press("dictionary", any && finding->category() == check::Category::spelling);

  const std::size_t sure = shows_passages_ || checks ? 0 : review.sure_fixes().size();
  let_see("fix_sure", found);
  let_press("fix_sure", sure > 0 && !review.is_busy());
  OUString& said_sure = said_["fix_sure"];
  if (const OUString now = text(context_, texts::panel_fix_sure, sure); said_sure != now) {
    said_sure = now;
    set_button("fix_sure", now);
  }
  OUString note = review.note();
  if (obstacle != Obstacle::none)
    note = text(context_, text_of(obstacle)) + (note.isEmpty() ? OUString() : "\n" + note);
  say("note", note);
  let_see("note", !note.isEmpty());
}

void ReviewPanel::show_languages(Review& review) {
  const OtherLanguages& others = review.reviewed().others();
  const bool tells = review.stage() == Review::Stage::checked && !others.empty();
  say("language", tells ? others.told(context_) : OUString());
  let_see("language", tells);
  const bool offers = tells && !others.vietnamese().empty();
  let_see("mark_language", offers);
  let_press("mark_language", offers && !review.is_busy());
}

sal_Bool ReviewPanel::callHandlerMethod(const Reference<css::awt::XWindow>& /*window*/, const Any& event,
                                        const OUString& method) {
  const Reference<css::ui::XUIElement> keep(this);
  guarded("panel", [&] {
    if (is_open() && !is_filling_) pressed(method, event);
  });
  return true;
}

void ReviewPanel::pressed(const OUString& name, const Any& event) {
  const auto review = find_review();
  if (!review) return;
  if (name == "check") {
    start_check(*review);
  } else if (name == "stop") {
    review->cancel();
  } else if (name == "filter") {
    take_filter(*review);
  } else if (name == "order") {
    take_order(*review);
  } else if (name == "mark_language") {
    review->mark_vietnamese_and_check();
  } else if (name == "fix_sure") {
    fix_sure(*review);
  } else if (name == "previous") {
    review->previous();
  } else if (name == "next") {
    review->next();
  } else if (name == "own") {
    css::awt::KeyEvent key;
    if ((event >>= key) && key.KeyCode == css::awt::Key::RETURN) review->apply(correction());
  } else if (detailed_) {
    if (name == "apply") review->apply(correction());
    if (name == "apply_all") review->apply_to_all_alike(correction());
    if (name == "ignore") review->ignore_place();
    if (name == "ignore_wording") review->ignore_wording();
    if (name == "ignore_rule") review->ask_to_ignore_rule();
    if (name == "dictionary") review->add_to_dictionary();
    if (name == "explain") review->explain();
  }
}

CheckScope ReviewPanel::chosen_scope() const {
  CheckScope scope;
  scope.profile = chosen("profile") == 1 ? check::Profile::strict : check::Profile::normal;
  scope.only_selected = chosen("scope") == 1;
  return scope;
}

void ReviewPanel::start_check(Review& review) {
  const CheckScope scope = chosen_scope();
  guarded("settings",
          [&] { write_switch(context_, settings_node, "Strict", scope.profile == check::Profile::strict); });
  review.check(scope, nullptr, false);
}

void ReviewPanel::take_filter(Review& review) {
  review::Filter filter;
  for (std::size_t i = 0; i < check::categories.size(); ++i)
    filter.hidden[i] = control<css::awt::XCheckBox>(numbered("kind_", i).c_str())->getState() == 0;
  filter.only_sure = control<css::awt::XCheckBox>("only_sure")->getState() == 1;
  filter.text = to_view(entered("search").trim());
  review.set_filter(std::move(filter));
}

void ReviewPanel::take_order(Review& review) {
  const sal_Int32 order = chosen("order");
  shows_passages_ = order == 2;
  passage_ = 0;
  review.set_order(order == 1 ? review::Order::kind : review::Order::place);
}

// What the user has written, else the chosen suggestion.
std::u16string ReviewPanel::correction() const {
  if (const OUString own = entered("own"); !own.isEmpty()) return std::u16string(to_view(own));
  const sal_Int32 line = chosen("suggestions");
  if (!detailed_ || line < 0 || static_cast<std::size_t>(line) >= detailed_->suggestions.size())
    throw css::uno::RuntimeException("nothing is chosen", {});
  return detailed_->suggestions[static_cast<std::size_t>(line)];
}

void ReviewPanel::fix_sure(Review& review) {
  std::vector<Fix> fixes = review.sure_fixes();
  if (fixes.empty()) return;
  show_sure_fixes(context_, frame_, review.reviewed(), fixes, [weak = review.weak_from_this(), fixes] {
    if (const auto then = weak.lock()) then->apply_all(fixes);
  });
}

void ReviewPanel::selectionChanged(const css::awt::grid::GridSelectionEvent& event) {
  const Reference<css::ui::XUIElement> keep(this);
  guarded("panel", [&] {
    if (is_filling_ || !is_open() || !event.SelectedRowIndexes.hasElements()) return;
    const auto review = find_review();
    if (!review) return;
    const sal_Int32 row = event.SelectedRowIndexes[0];
    if (row < 0 || row >= row_count()) return;
    if (shows_passages_) {
      passage_ = row;
      review->go_to_paragraph(review->reviewed().passages()[static_cast<std::size_t>(row)].passage.first);
    } else {
      review->select(static_cast<std::size_t>(row));
    }
  });
}

}  // namespace soat::writer
