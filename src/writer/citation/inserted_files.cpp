// Citations that come with a file which is put into the document (Text from File), perhaps a copy of itself.
#include <algorithm>
#include <com/sun/star/text/XTextSectionsSupplier.hpp>
#include <iterator>
#include <utility>

#include "citation/session/citation_data.h"
#include "writer/border/border.h"
#include "writer/border/strings.h"
#include "writer/border/texts.h"
#include "writer/border/undo.h"
#include "writer/citation/citation_document.h"
#include "writer/citation/list_paragraphs.h"

namespace soat::writer {

using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;

void CitationDocument::expect_file(bool comes) {
  if (closed_) return;
  if (comes && (!fields_.names().empty() || !fields_.list_places().empty())) watch();
  expect_nothing();
  file_expected_ = comes && watch_.is();
}

// All lists that are there have been there before a file comes.
void CitationDocument::expect_nothing() {
  list_places_ = fields_.list_places();
  file_expected_ = false;
}

// Citations with these names are there, others than before: whether a file has brought them. Two marks with one name
// come in no other way, so that a macro's file is noticed too.
void CitationDocument::note_file(const std::vector<OUString>& names) {
  const std::set<OUString> before = std::exchange(list_places_, fields_.list_places());
  const bool share_names = std::set<OUString>(names.begin(), names.end()).size() < names.size();
  if (!std::exchange(file_expected_, false) && !share_names) return;
  std::vector<OUString> came;
  std::ranges::set_difference(list_places_, before, std::back_inserter(came));
  guarded("lists of a file", [&] { name_dead_lists(came); });
  if (!from_file_) from_file_.emplace();
  for (const OUString& name : fields_.list_places()) {
    if (!before.contains(name)) from_file_->insert(utf8(name));
  }
  list_places_ = fields_.list_places();
}

// A section whose name is there already gets one of the office's: a list says nowhere then that it is one.
void CitationDocument::name_dead_lists(const std::vector<OUString>& sections) {
  const auto all = Reference<css::text::XTextSectionsSupplier>(document(), UNO_QUERY_THROW)->getTextSections();
  std::vector<Field> lists = fields_.read();
  std::erase_if(lists, [](const Field& field) { return !field.is_list() || !field.code->data.is_object(); });
  if (lists.empty()) return;
  std::optional<UndoContext> step;
  for (const OUString& name : sections) {
    if (!all->hasByName(name) || fields_.find(FieldKind::mark, true, name)) continue;
    const Reference<css::text::XTextContent> section(all->getByName(name), UNO_QUERY_THROW);
    const OUString said = section->getAnchor()->getString();
    auto original =
        std::ranges::find_if(lists, [&](const Field& list) { return list.place.range->getString() == said; });
    if (original == lists.end() && !has_list_style(section->getAnchor())) continue;
    if (original == lists.end())
      original = std::ranges::find_if(
          lists, [](const Field& list) { return citation::session::part_of_list(list.code->data).empty(); });
    if (!step) step.emplace(document(), text(context_, texts::citation_undo_list), UndoContext::Kind::hidden);
    name_list(section, original == lists.end() ? lists.front().code->data : original->code->data);
  }
}

}  // namespace soat::writer
