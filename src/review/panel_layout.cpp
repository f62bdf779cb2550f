#include "review/panel_layout.h"

#include <algorithm>
#include <initializer_list>
#include <utility>

#include "check/category.h"

namespace soat::review {

namespace {

constexpr int kinds_count = static_cast<int>(check::categories.size());
constexpr int margin = 6;
constexpr int gap = 4;
constexpr int colour = 10;
constexpr int strip = 10;
constexpr int padding = 10;   // what a button or a field has round its line; some desktops ask for far more
constexpr int squeezed = 16;  // so much less than they ask for buttons bear
constexpr int least_field = 80;
constexpr int least_rows = 4;  // of the list

class Rows {
 public:
  Rows(const ControlSizes& sizes, int width)
      : sizes_(sizes), width_(std::max<int>(width - 2 * margin, 80)), line_(sizes.preferred("status").height) {
    line_ = std::max<int>(line_, 12);
  }

  int y() const { return y_; }
  int width() const { return width_; }
  int line() const { return line_; }
  std::vector<PlacedControl>& controls() { return controls_; }
  void skip(int height) { y_ += height; }

  void place(const std::string& name, int x, int width, int height, int down = 0) {
    controls_.push_back({name, margin + x, y_ + down, width, height});
  }

  // Text with so many lines at least and at most.
  void text(const std::string& name, int least, int most) {
    if (!sizes_.is_seen(name)) return;
    const int height = std::clamp(sizes_.height_at(name, width_), least * line_, most * line_);
    place(name, 0, width_, height);
    y_ += height + gap;
  }

  void full(const std::string& name, int height) {
    if (!sizes_.is_seen(name)) return;
    place(name, 0, width_, height);
    y_ += height + gap;
  }

  // There for screen readers, but without any height.
  void hide(const std::string& name) {
    if (sizes_.is_seen(name)) place(name, 0, width_, 0);
  }

  // As many in a row as have room, which fill it.
  void buttons(std::initializer_list<const char*> names) {
    std::vector<std::pair<std::string, Size>> row;
    int used = 0;
    const auto end_row = [&] {
      if (row.empty()) return;
      const auto count = static_cast<int>(row.size());
      const int more = std::max<int>(0, (width_ - used) / count);
      int x = 0;
      int height = 0;
      for (const auto& [name, size] : row) {
        place(name, x, std::min(size.width + more, width_), size.height);
        x += size.width + more + gap;
        height = std::max(height, size.height);
      }
      y_ += height + gap;
      row.clear();
      used = 0;
    };
    for (const char* name : names) {
      if (!sizes_.is_seen(name)) continue;
      Size size = size_of(name);
      size.width -= squeezed;
      if (!row.empty() && used + gap + size.width > width_) end_row();
      used += size.width + (row.empty() ? 0 : gap);
      row.emplace_back(name, size);
    }
    end_row();
  }

  // Fields with their labels, in one row; of equal parts where nothing is cut by that, else what is chosen gets what it
  // needs. Without those labels where there is no room for them.
  void fields(std::initializer_list<std::pair<const char*, const char*>> pairs) {
    std::vector<std::pair<const char*, const char*>> seen;
    for (const auto& pair : pairs) {
      if (sizes_.is_seen(pair.second)) seen.push_back(pair);
    }
    if (seen.empty()) return;
    const auto count = static_cast<int>(seen.size());
    const int room = width_ - (count - 1) * gap;
    int widest = 0;
    int wanted = 0;
    for (const auto& pair : seen) {
      widest = std::max(widest, least_width(pair.second));
      wanted += least_width(pair.second);
    }
    const bool is_equal = widest <= room / count || wanted > room;
    int x = 0;
    int height = 0;
    for (const auto& [label, field] : seen) {
      const Size of_label = sizes_.preferred(label);
      const Size of_field = size_of(field);
      const int part = is_equal ? room / count : least_width(field) + (room - wanted) / count;
      const bool has_label = part - of_label.width - gap >= least_width(field);
      const int before = has_label ? of_label.width + gap : 0;
      place(label, x, has_label ? of_label.width : 0, of_label.height,
            std::max(0, (of_field.height - of_label.height) / 2));
      place(field, x + before, part - before, of_field.height);
      x += part + gap;
      height = std::max(height, of_field.height);
    }
    skip(height + gap);
  }

  // The categories, each with its colour, and the sure ones, as many in a row as have room.
  void kinds() {
    int x = 0;
    int height = 0;
    for (int i = 0; i <= kinds_count; ++i) {
      const bool is_kind = i < kinds_count;
      const std::string name = is_kind ? "kind_" + std::to_string(i) : "only_sure";
      if (!sizes_.is_seen(name)) continue;
      const Size size = size_of(name);
      const int before = is_kind ? colour + gap : 0;
      const int width = std::min(before + size.width, width_);
      if (x > 0 && x + width > width_) {
        y_ += height + 2;
        x = 0;
        height = 0;
      }
      if (is_kind)
        place("colour_" + std::to_string(i), x, colour, colour, std::max<int>(0, (size.height - colour) / 2));
      place(name, x + before, width - before, size.height);
      x += width + 2 * gap;
      height = std::max(height, size.height);
    }
    if (height > 0) y_ += height + gap;
  }

 private:
  // A field that is typed in would ask for more with each letter.
  int least_width(const std::string& field) const {
    const bool is_typed_in = field == "search" || field == "own";
    return is_typed_in ? least_field : std::max(least_field, sizes_.preferred(field).width);
  }

  Size size_of(const std::string& name) const {
    const Size size = sizes_.preferred(name);
    return {size.width, std::min(size.height, line_ + padding)};
  }

  const ControlSizes& sizes_;
  int width_;
  int line_;
  int y_ = margin;
  std::vector<PlacedControl> controls_;
};

PanelLayout lay_out(const ControlSizes& sizes, int width, int height, bool is_low) {
  Rows rows(sizes, width);
  const bool is_wide = width >= wide_panel;
  rows.buttons({"check", "stop"});
  rows.fields({{"scope_label", "scope"}, {"profile_label", "profile"}});
  rows.full("progress", 10);
  rows.text("status", 1, 3);
  rows.kinds();
  rows.full("strip", strip);
  rows.fields({{"search_label", "search"}, {"order_label", "order"}});
  const std::size_t head = rows.controls().size();
  const int list_top = rows.y();

  rows.text("category", 1, 2);
  rows.text("reason", is_wide ? 1 : 2, is_low ? 4 : 6);
  if (is_low) {
    rows.hide("excerpt");  // the document shows it
  } else {
    rows.text("excerpt", is_wide ? 1 : 2, 2);
  }
  rows.hide("suggestions_label");  // names the list for who does not see it
  rows.full("suggestions", (is_low ? 2 : 3) * (rows.line() + 2) + 6);
  rows.fields({{"own_label", "own"}});
  rows.full("record", rows.line() + 4);
  rows.buttons({"apply", "previous", "next"});
  rows.buttons({"apply_all"});
  rows.buttons({"ignore", "ignore_wording"});
  rows.buttons({"ignore_rule", "dictionary", "explain"});
  rows.buttons({"fix_sure"});
  rows.buttons({"comment", "report"});
  rows.text("note", 1, 4);
  rows.text("language", 1, 6);
  rows.buttons({"mark_language"});

  PanelLayout out;
  out.controls = std::move(rows.controls());
  const bool has_text = sizes.is_seen("empty");
  const int text = has_text ? sizes.height_at("empty", rows.width()) : 0;
  const int least = std::max(least_rows * (rows.line() + 4), text) + gap;
  out.least_height = rows.y() + least + margin;
  const int list = std::max(least, height - rows.y() - margin);
  for (std::size_t i = head; i < out.controls.size(); ++i) out.controls[i].y += list;
  if (!has_text && sizes.is_seen("list_label"))
    out.controls.push_back({"list_label", margin, list_top, rows.width(), 0});
  out.controls.push_back({has_text ? "empty" : "findings", margin, list_top, rows.width(), list - gap});
  return out;
}

}  // namespace

PanelLayout lay_out_panel(const ControlSizes& sizes, int width, int height) {
  PanelLayout out = lay_out(sizes, width, height, false);
  return out.least_height <= height ? out : lay_out(sizes, width, height, true);
}

}  // namespace soat::review
