#pragma once

#include <string>
#include <string_view>

// What the words of web pages tell: names of papers, portals and laws, and words that stand where a name should.
namespace soat::citation {

// Letters and digits of a name without marks, in lower case: "Báo Thanh Niên" is baothanhnien.
std::string letters_of(std::string_view name);

// The same without what papers put before and after their name, so that "Báo Thanh Niên", "Thanh Niên Online" and
// thanhnien.vn are one.
std::string paper_key(std::string_view name);

bool is_domain(std::string_view name);

// Who signs where nobody does.
bool signs_for_nobody(std::string_view name);

// What stands before a name to say what somebody is: "Nhạc sĩ ", "PGS.TS. "; how many bytes, with the blank behind it,
// 0 for none.
std::size_t title_before_name(std::string_view name);

// Whether a line is a person's name and nothing else: two to five words, each with a capital.
bool is_bare_name(std::string_view line);

// What portals call every page.
bool names_every_page(std::string_view title);

// Words that follow the name of a law in a sentence about it: "Nghị định 10/2021/NĐ-CP có gì mới", "… sẽ thay đổi cách
// tính thuế". What a law is called begins with a noun or with the verb of what it does ("quy định", "sửa đổi").
bool tells_about_a_law(std::string_view behind);

bool names_a_portal(std::string_view name);

// The kind that repositories give: "Thesis", "Luận văn thạc sĩ", "Book chapter"; empty when it says nothing.
std::string type_of_repository(const std::string& said);

}  // namespace soat::citation
