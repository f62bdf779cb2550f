#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "reference/reference_list.h"

// Texts with lists of sources, for tests.
namespace soat::reference {

using Paragraphs = std::vector<std::u16string>;

inline ReferenceListReview review(const Paragraphs& paragraphs) {
  return review_reference_list(std::vector<std::u16string_view>(paragraphs.begin(), paragraphs.end()));
}

inline Paragraphs operator+(Paragraphs text, const Paragraphs& list) {
  text.insert(text.end(), list.begin(), list.end());
  return text;
}

inline std::vector<std::u16string> missing(const Paragraphs& paragraphs) {
  std::vector<std::u16string> found;
  for (const MissingEntry& one : review(paragraphs).missing)
    found.push_back(paragraphs[one.place.paragraph].substr(one.place.start, one.place.end - one.place.start));
  return found;
}

inline const Paragraphs numbered = {u"TÀI LIỆU THAM KHẢO",
                                    u"Tiếng Việt",
                                    u"[1] Lê Thị Sông (2015), Chợ nổi miền Tây, NXB Phù Sa, Cần Thơ.",
                                    u"[2] Trần Văn Đò (2018), Bến sông xưa, NXB Phù Sa, Cần Thơ.",
                                    u"Tiếng Anh",
                                    u"[3] Smith J. (2012), Floating markets, River Press, London."};
inline const Paragraphs by_author = {u"Tài liệu tham khảo:", u"Lê Thị Sông (2015). Chợ nổi miền Tây. NXB Phù Sa.",
                                     u"Trần Văn Đò & Phạm Lúa (2018). Bến sông xưa. NXB Phù Sa.",
                                     u"Bộ Giáo dục và Đào tạo (2020). Sổ tay trường ven sông. Hà Nội.",
                                     u"Smith, J. (2012). Floating markets of the delta. River Press."};

}  // namespace soat::reference
