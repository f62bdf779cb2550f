#include "text/document_place.h"

#include <utility>

#include "texts/report.h"

namespace soat::text {

std::optional<Message> told(const DocumentPlace& place) {
  std::optional<Message> all;
  const auto add = [&all](Message one) {
    all = all ? Message(texts::report_place_more, std::move(*all), std::move(one)) : std::move(one);
  };
  if (place.page > 0) add({texts::report_place_page, place.page});
  if (place.chapter > 0) add({texts::report_place_chapter, place.chapter});
  if (place.footnote > 0) add({texts::report_place_footnote, place.footnote});
  if (place.endnote > 0) add({texts::report_place_endnote, place.endnote});
  if (place.table > 0) add({texts::report_place_table, place.table, place.row, place.column});
  return all;
}

}  // namespace soat::text
