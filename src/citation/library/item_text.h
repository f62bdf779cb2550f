#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace soat::citation {

// What can be read off a CSL-JSON item. Text is UTF-8.

// A string or a number as text; empty when the item has no such field.
std::string text_of(const nlohmann::json& item, const char* key);

// The year of publication; empty when there is none.
std::string year_of(const nlohmann::json& item);

// Lower-case words without marks, one blank between them: what searching and comparing titles go by.
std::string folded(std::string_view text);

// The folded words by which an item is found: those of all its texts, names and collections, its year, ISBN and ISSN
// without hyphens too.
std::string searchable(const nlohmann::json& item);

// Whether each word of the query begins one of the words in `words`, which searchable() gave.
bool has_words(std::string_view words, std::string_view query);

// What two items are the same work by; an empty key matches nothing. Two with a key in common are one work unless
// something that both tell differs (is_same_work).
struct WorkKeys {
  std::string doi;
  std::string isbn;   // of a whole book, with its title: the papers of a volume share its number
  std::string url;    // with the title
  std::string title;  // with year and first author, or container where there is none; of a legal document: kind, number
  // What must not differ: DOI, volume, issue, number, first page, edition, and of legal documents year and authority.
  std::vector<std::string> details;
  // What must not differ of two with the same `title`, which many share ("Lời nói đầu", Nguyễn, 2011): the title's
  // letters with their marks where both have any; the first author's other names and the container, which may be
  // abbreviated; the month.
  std::string marked_title;
  std::string given;
  std::string container;
  std::string month;
};
WorkKeys work_keys(const nlohmann::json& item);
bool is_same_work(const WorkKeys& one, const WorkKeys& other);

// An address as it is compared: without scheme, "www.", fragment and last slash. Empty when the item has none.
std::string address_key(const nlohmann::json& item);

// An item in one line, for lists: "Nguyễn Văn An, Bộ Y tế (2020). Tên sách. Nhà xuất bản". A legal document by kind,
// number and date.
std::string summary(const nlohmann::json& item);

// A legal document named in full, as at its first mention (Decree 30/2020/NĐ-CP, Appendix I, II.6.b): "Nghị định số
// 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư". Empty unless the item is one with a number and more.
std::string full_legal_name(const nlohmann::json& item);

// A source in one line of running text, its address last: "Lê Thị Sông, “Chợ nổi họp sớm”, Báo Phù Sa, 25/6/2021,
// https://…". Empty when the item has no title.
std::string source_line(const nlohmann::json& item);

// `item` with what only `other` tells: fields that it lacks, a date that is more exact, its collections, tags
// and files.
nlohmann::json merged(nlohmann::json item, const nlohmann::json& other);

}  // namespace soat::citation
