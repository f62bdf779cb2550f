#include "document/document.h"

namespace soat::document {

Document Document::from_lines(std::u16string text) {
  Document document;
  document.text_ = std::move(text);
  const std::u16string& all = document.text_;
  for (std::size_t start = 0; start < all.size();) {
    const std::size_t feed = all.find(u'\n', start);
    std::size_t end = feed == std::u16string::npos ? all.size() : feed;
    const std::size_t next = feed == std::u16string::npos ? end : feed + 1;
    if (feed != std::u16string::npos && end > start && all[end - 1] == u'\r') --end;
    document.ranges_.emplace_back(start, end);
    start = next;
  }
  return document;
}

void Document::append(std::u16string_view paragraph) {
  const std::size_t start = text_.size();
  text_ += paragraph;
  ranges_.emplace_back(start, text_.size());
}

std::vector<std::u16string_view> Document::paragraphs() const {
  std::vector<std::u16string_view> views;
  views.reserve(ranges_.size());
  const std::u16string_view all = text_;
  for (const auto& [start, end] : ranges_) views.push_back(all.substr(start, end - start));
  return views;
}

}  // namespace soat::document
