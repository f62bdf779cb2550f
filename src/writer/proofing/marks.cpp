#include "writer/proofing/marks.h"

#include <com/sun/star/awt/FontUnderline.hpp>
#include <mutex>
#include <utility>

#include "writer/border/broadcaster.h"

namespace soat::writer {

namespace {

constexpr const char* marks_setting = "Marks";

// The configuration is asked once: every finding needs this.
struct Kept {
  std::mutex mutex;
  std::shared_ptr<const review::MarkStyles> marks;
};

Kept& kept() {
  static auto* const only = new Kept;  // never destroyed: threads may be at work until the office has left
  return *only;
}

}  // namespace

std::shared_ptr<const review::MarkStyles> mark_styles(const Context& context) {
  Kept& only = kept();
  {
    const std::lock_guard lock(only.mutex);
    if (only.marks) return only.marks;
  }
  // Asked without the lock: the office may need its own locks to answer.
  auto marks =
      std::make_shared<const review::MarkStyles>(review::read_marks(read_list(context, settings_node, marks_setting)));
  const std::lock_guard lock(only.mutex);
  if (!only.marks) only.marks = std::move(marks);
  return only.marks;
}

void set_mark_styles(const Context& context, const review::MarkStyles& marks) {
  if (*mark_styles(context) == marks) return;
  {
    const std::lock_guard lock(kept().mutex);
    kept().marks = std::make_shared<const review::MarkStyles>(marks);
  }
  Broadcaster::post_all();
  write_list(context, settings_node, marks_setting, review::entries_of(marks));
}

sal_Int16 office_line(review::MarkLine line) {
  namespace FontUnderline = css::awt::FontUnderline;
  switch (line) {
    case review::MarkLine::dotted:
      return FontUnderline::DASH;  // which Writer draws as dots
    case review::MarkLine::solid:
      return FontUnderline::BOLD;
    case review::MarkLine::wave:
      break;
  }
  return FontUnderline::WAVE;
}

}  // namespace soat::writer
