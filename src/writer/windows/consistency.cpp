#include <algorithm>
#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <rtl/ref.hxx>
#include <string>
#include <utility>
#include <vector>

#include "check/variants/variants.h"
#include "writer/border/border.h"
#include "writer/border/document_of.h"
#include "writer/border/main_thread.h"
#include "writer/border/slices.h"
#include "writer/border/strings.h"
#include "writer/border/texts.h"
#include "writer/commands.h"
#include "writer/proofing/document_check.h"
#include "writer/proofing/document_watch.h"
#include "writer/proofing/engine.h"
#include "writer/text/own_selection.h"
#include "writer/text/replacement.h"
#include "writer/text/word_changes.h"
#include "writer/windows/panel.h"

namespace soat::writer {

namespace {

using check::Variant;
using check::VariantGroup;
using check::VariantKind;
using css::uno::Reference;
using css::uno::UNO_QUERY;

// So long after an edit the document is read again.
constexpr std::chrono::milliseconds quiet{600};

text::MessageId<0> title_of(VariantKind kind) {
  switch (kind) {
    case VariantKind::name:
      return texts::consistency_name;
    case VariantKind::body:
      return texts::consistency_body;
    case VariantKind::full_form:
      return texts::consistency_full_form;
    case VariantKind::short_form:
      return texts::consistency_short_form;
    case VariantKind::late:
      return texts::consistency_late;
    case VariantKind::unexplained:
      return texts::consistency_unexplained;
    case VariantKind::number:
      return texts::consistency_number;
    case VariantKind::decimal:
      return texts::consistency_decimal;
    case VariantKind::percent:
      return texts::consistency_percent;
    case VariantKind::date:
      return texts::consistency_date;
    case VariantKind::month:
      return texts::consistency_month;
  }
  return texts::consistency_name;
}

// What a place is to be, and where.
struct Change {
  check::Place place;
  std::u16string text;
};

// The window that lists what the document writes in several ways, and writes all of it in one that the user chooses.
// It reads the document again when that has been edited.
class Consistency final : public Panel {
 public:
  Consistency(const Context& context, const Reference<css::frame::XFrame>& frame)
      : Panel(context, frame), document_(document_of(frame)) {}

  void show() {
    open("Consistency");
    set_label("message", text(context(), texts::consistency_reading));
    show_groups();
    show_window();
    watch_ = new DocumentWatch(context(), if_open(&Consistency::edited), if_open(&Consistency::edited));
    watch_->start(document_);
    Engine::instance().start(context());
    Engine::instance().when_loaded(
        [context = context(), read = if_open(&Consistency::read)] { run_on_main_thread(context, read); });
  }

 private:
  void closed() override {
    watch_->stop();
    open_.reset();
  }

  // For what is called later, when the window or the office may have gone; on the main thread.
  std::function<void()> if_open(void (Consistency::*action)()) {
    return [weak = std::weak_ptr(open_), action] {
      const auto open = weak.lock();
      if (!open) return;
      const rtl::Reference<Consistency> self(*open);
      (self.get()->*action)();
    };
  }

  void pressed(const OUString& what) override {
    if (what == "group") show_ways();
    if (what == "way") show_buttons();
    if (what == "go") go_to_next();
    if (what == "unify") unify();
  }

  void edited() {
    if (changing_ || std::exchange(reads_later_, true)) return;
    run_later(context(), quiet, if_open(&Consistency::read_edited));
  }

  void read_edited() {
    reads_later_ = false;
    read();
  }

  // In slices, then looks for variants in the background.
  void read() {
    if (!is_open() || changing_) return;
    const auto checker = Engine::instance().checker(std::chrono::milliseconds(0));
    if (!checker) {
      set_label("message", text(context(), texts::report_no_data));
      return;
    }
    struct Reading {
      DocumentWalk walk;
      std::vector<ReadParagraph> paragraphs;
      std::vector<std::u16string> texts;
      std::vector<VariantGroup> groups;
    };
    const auto reading = std::make_shared<Reading>(Reading{DocumentWalk(document_), {}, {}, {}});
    const rtl::Reference<Consistency> self(this);
    const std::size_t number = ++readings_;
    const auto find = [self, reading, checker, number] {
      run_in_background(
          self->context(),
          [reading, checker] {
            const std::vector<std::u16string_view> views(reading->texts.begin(), reading->texts.end());
            reading->groups = checker->variants(views);
          },
          [self, reading, number](bool done) {
            if (!done || !self->is_wanted(number)) return;
            self->paragraphs_ = std::move(reading->paragraphs);
            const bool same = self->texts_ == reading->texts;
            self->texts_ = std::move(reading->texts);
            if (same && self->outcome_.isEmpty()) {
              self->show_count();
            } else {
              self->take(std::move(reading->groups));
            }
          });
    };
    read_in_slices(context(), document_, [self, reading, find, number] {
      if (!self->is_wanted(number)) return false;
      const std::optional<DocumentWalk::Paragraph> next = reading->walk.next();
      if (!next) {
        find();
        return false;
      }
      ReadParagraph paragraph = writer::read(*next);
      reading->texts.push_back(paragraph.text.vietnamese ? paragraph.text.text : std::u16string());
      reading->paragraphs.push_back(std::move(paragraph));
      return true;
    });
  }

  // An edit begins another reading; what an earlier one found may come after it.
  bool is_wanted(std::size_t reading) const { return is_open() && reading == readings_; }

  void take(std::vector<VariantGroup> groups) {
    groups_ = std::move(groups);
    OUString said = groups_.empty() ? text(context(), texts::consistency_none)
                                    : text(context(), texts::consistency_count, groups_.size());
    if (!outcome_.isEmpty()) said = std::exchange(outcome_, OUString()) + " " + said;
    set_label("message", said);
    show_groups();
  }

  void show_groups() {
    std::vector<OUString> lines;
    for (const VariantGroup& group : groups_) {
      OUString forms;
      for (const Variant& variant : group.variants)
        forms += (forms.isEmpty() ? OUString() : to_office(u" · ")) + to_office(variant.form);
      lines.push_back(text(context(), title_of(group.kind)) + ": " + forms);
    }
    const sal_Int32 before = std::max<sal_Int32>(0, is_filled_ ? chosen("groups") : 0);
    is_filled_ = true;
    fill("groups", lines, std::min(before, static_cast<sal_Int32>(lines.size()) - 1));
    show_ways();
  }

  const VariantGroup* group() const {
    const sal_Int32 line = chosen("groups");
    return line >= 0 && static_cast<std::size_t>(line) < groups_.size() ? &groups_[static_cast<std::size_t>(line)]
                                                                        : nullptr;
  }

  const Variant* way() const {
    const VariantGroup* const of = group();
    const sal_Int32 line = of != nullptr ? chosen("ways") : -1;
    return line >= 0 && static_cast<std::size_t>(line) < of->variants.size()
               ? &of->variants[static_cast<std::size_t>(line)]
               : nullptr;
  }

  void show_ways() {
    std::vector<OUString> lines;
    if (const VariantGroup* const of = group()) {
      for (const Variant& variant : of->variants)
        lines.push_back(text(context(), texts::consistency_way, variant.form, variant.places.size()));
    }
    fill("ways", lines, lines.empty() ? -1 : 0);
    next_ = 0;
    show_buttons();
  }

  void show_buttons() {
    next_ = 0;
    set_enabled("go", way() != nullptr);
    show_count();
  }

  // What may be changed is another now, if not what there is: what the user has chosen, and what was told, stays.
  void show_count() {
    const std::size_t count = changes().size();
    set_button("unify", text(context(), texts::consistency_unify, count));
    set_enabled("unify", count > 0 && !changing_ && !is_read_only(document_));
  }

  bool can_be_changed(const check::Place& place) const {
    const ReadParagraph& paragraph = paragraphs_[place.paragraph];
    return obstacle_in(paragraph.holder, paragraph.locked, paragraph.text, place.start, place.end) == Obstacle::none;
  }

  // What unifying would change, in document order.
  std::vector<Change> changes() const {
    std::vector<Change> out;
    const VariantGroup* const of = group();
    const Variant* const to = way();
    if (to == nullptr || !to->can_be_chosen) return out;
    const auto number = static_cast<std::size_t>(to - of->variants.data());
    for (std::size_t i = 0; i < of->variants.size(); ++i) {
      for (const check::VariantPlace& place : of->variants[i].places) {
        if (i != number && place.as[number] != place.as[i] && can_be_changed(place.place))
          out.push_back({place.place, place.as[number]});
      }
    }
    return out;
  }

  void go_to_next() {
    const Variant* const of = way();
    if (of == nullptr) return;
    const check::Place& place = of->places[next_++ % of->places.size()].place;
    const ReadParagraph& paragraph = paragraphs_[place.paragraph];
    const ParagraphText now = read_paragraph(paragraph.range);
    if (now.text != paragraph.text.text) return;  // edited just now: it is read again
    const Range range = range_of(now, place.start, place.end);
    if (range.is() && paragraph.holder == Holder::text) select_to_show(frame()->getController(), range);
  }

  // One undo step; what reads otherwise by now, or may not be changed, is left.
  void unify() {
    struct Run {
      std::vector<std::pair<std::uint32_t, std::vector<Change>>> paragraphs;
      std::size_t changed = 0;
      std::size_t left = 0;
    };
    const auto run = std::make_shared<Run>();
    std::map<std::uint32_t, std::vector<Change>> by_paragraph;
    for (Change& change : changes()) by_paragraph[change.place.paragraph].push_back(std::move(change));
    if (by_paragraph.empty() || changing_) return;
    run->paragraphs.assign(by_paragraph.begin(), by_paragraph.end());
    changing_ = true;
    show_buttons();
    const OUString title = text(context(), texts::consistency_undo);
    const rtl::Reference<Consistency> self(this);
    const auto change = [self, run, title](std::size_t at) {
      auto& [number, changes] = run->paragraphs[at];
      std::ranges::sort(changes, [](const Change& a, const Change& b) { return a.place.start > b.place.start; });
      const ReadParagraph& paragraph = self->paragraphs_[number];
      const bool same = read_paragraph(paragraph.range).text == paragraph.text.text;
      for (const Change& one : changes) ++(same && self->write(paragraph, one, title) ? run->changed : run->left);
    };
    change_paragraphs(context(), document_, title, run->paragraphs.size(), false, change, [self, run] {
      self->changing_ = false;
      if (!self->is_open()) return;
      self->outcome_ = run->left == 0 ? text(self->context(), texts::consistency_done, run->changed)
                                      : text(self->context(), texts::consistency_done_but, run->changed, run->left);
      self->read();
    });
  }

  bool write(const ReadParagraph& paragraph, const Change& change, const OUString& title) const {
    const ParagraphText now = read_paragraph(paragraph.range);
    check::Finding place;
    place.start = change.place.start;
    place.end = change.place.end;
    return obstacle_at(document_, paragraph.range, paragraph.holder, now, place.start, place.end) == Obstacle::none &&
           replace(document_, paragraph.range, now, place, change.text, title);
  }

  std::shared_ptr<Consistency*> open_ = std::make_shared<Consistency*>(this);  // as long as the window is
  Reference<css::frame::XModel> document_;
  rtl::Reference<DocumentWatch> watch_;
  std::vector<ReadParagraph> paragraphs_;
  std::optional<std::vector<std::u16string>> texts_;  // that were looked through last
  std::vector<VariantGroup> groups_;
  OUString outcome_;        // of what was unified last, to be told when the document has been read again
  std::size_t next_ = 0;    // place of the chosen way
  bool is_filled_ = false;  // the list of groups
  std::size_t readings_ = 0;
  bool changing_ = false;
  bool reads_later_ = false;
};

}  // namespace

// "Unify Wording": lists the names, bodies, abbreviations, numbers and dates that the document writes in several ways,
// and writes one of them everywhere as the user chooses.
void open_consistency(const CommandCall& call) {
  document_of(call.frame);  // throws if there is none any more
  run_on_main_thread(call.context, [call] {
    guarded("consistency", [&] {
      const rtl::Reference<Consistency> window(new Consistency(call.context, call.frame));
      window->show();
    });
  });
}

}  // namespace soat::writer
