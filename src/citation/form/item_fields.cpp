#include "citation/form/item_fields.h"

namespace soat::citation {

namespace {

using enum FieldEntry;

constexpr ItemField book_fields[] = {
    {"author", people, {u"Tác giả (người)", u"Authors (people)"}},
    {"author", bodies, {u"Tác giả (cơ quan, tổ chức)", u"Authors (bodies)"}},
    {"editor", people, {u"Chủ biên, biên tập", u"Editors"}},
    {"translator", people, {u"Người dịch", u"Translators"}},
    {"title", text, {u"Nhan đề", u"Title"}},
    {"edition", text, {u"Lần xuất bản", u"Edition"}},
    {"volume", text, {u"Tập", u"Volume"}},
    {"collection-title", text, {u"Tủ sách, bộ sách", u"Series"}},
    {"publisher", text, {u"Nhà xuất bản", u"Publisher"}},
    {"publisher-place", text, {u"Nơi xuất bản", u"Place"}},
    {"issued", date, {u"Ngày hoặc năm xuất bản", u"Date or year"}},
    {"number-of-pages", text, {u"Số trang", u"Number of pages"}},
    {"ISBN", text, {u"ISBN", u"ISBN"}},
    {"DOI", text, {u"DOI", u"DOI"}},
    {"URL", text, {u"Địa chỉ (URL)", u"Address (URL)"}},
    {"accessed", date, {u"Ngày truy cập", u"Date accessed"}},
    {"language", text, {u"Ngôn ngữ (vi, en, …)", u"Language (vi, en, …)"}},
    {"note", text, {u"Ghi chú", u"Note"}},
};

constexpr ItemField chapter_fields[] = {
    {"author", people, {u"Tác giả (người)", u"Authors (people)"}},
    {"author", bodies, {u"Tác giả (cơ quan, tổ chức)", u"Authors (bodies)"}},
    {"title", text, {u"Nhan đề chương, bài", u"Title of the chapter"}},
    {"container-title", text, {u"Tên sách", u"Title of the book"}},
    {"editor", people, {u"Chủ biên, biên tập", u"Editors"}},
    {"translator", people, {u"Người dịch", u"Translators"}},
    {"edition", text, {u"Lần xuất bản", u"Edition"}},
    {"volume", text, {u"Tập", u"Volume"}},
    {"page", text, {u"Trang", u"Pages"}},
    {"publisher", text, {u"Nhà xuất bản", u"Publisher"}},
    {"publisher-place", text, {u"Nơi xuất bản", u"Place"}},
    {"issued", date, {u"Ngày hoặc năm xuất bản", u"Date or year"}},
    {"ISBN", text, {u"ISBN", u"ISBN"}},
    {"DOI", text, {u"DOI", u"DOI"}},
    {"URL", text, {u"Địa chỉ (URL)", u"Address (URL)"}},
    {"accessed", date, {u"Ngày truy cập", u"Date accessed"}},
    {"language", text, {u"Ngôn ngữ (vi, en, …)", u"Language (vi, en, …)"}},
    {"note", text, {u"Ghi chú", u"Note"}},
};

constexpr ItemField article_journal_fields[] = {
    {"author", people, {u"Tác giả (người)", u"Authors (people)"}},
    {"author", bodies, {u"Tác giả (cơ quan, tổ chức)", u"Authors (bodies)"}},
    {"title", text, {u"Nhan đề", u"Title"}},
    {"container-title", text, {u"Tên tạp chí", u"Journal"}},
    {"volume", text, {u"Tập", u"Volume"}},
    {"issue", text, {u"Số", u"Issue"}},
    {"page", text, {u"Trang", u"Pages"}},
    {"issued", date, {u"Ngày hoặc năm xuất bản", u"Date or year"}},
    {"DOI", text, {u"DOI", u"DOI"}},
    {"ISSN", text, {u"ISSN", u"ISSN"}},
    {"URL", text, {u"Địa chỉ (URL)", u"Address (URL)"}},
    {"accessed", date, {u"Ngày truy cập", u"Date accessed"}},
    {"language", text, {u"Ngôn ngữ (vi, en, …)", u"Language (vi, en, …)"}},
    {"note", text, {u"Ghi chú", u"Note"}},
};

constexpr ItemField article_newspaper_fields[] = {
    {"author", people, {u"Tác giả (người)", u"Authors (people)"}},
    {"author", bodies, {u"Tác giả (cơ quan, tổ chức)", u"Authors (bodies)"}},
    {"title", text, {u"Nhan đề", u"Title"}},
    {"container-title", text, {u"Tên báo", u"Newspaper"}},
    {"section", text, {u"Mục, chuyên mục", u"Section"}},
    {"issue", text, {u"Số", u"Issue"}},
    {"page", text, {u"Trang", u"Pages"}},
    {"issued", date, {u"Ngày hoặc năm xuất bản", u"Date or year"}},
    {"publisher-place", text, {u"Nơi xuất bản", u"Place"}},
    {"URL", text, {u"Địa chỉ (URL)", u"Address (URL)"}},
    {"accessed", date, {u"Ngày truy cập", u"Date accessed"}},
    {"language", text, {u"Ngôn ngữ (vi, en, …)", u"Language (vi, en, …)"}},
    {"note", text, {u"Ghi chú", u"Note"}},
};

constexpr ItemField article_magazine_fields[] = {
    {"author", people, {u"Tác giả (người)", u"Authors (people)"}},
    {"author", bodies, {u"Tác giả (cơ quan, tổ chức)", u"Authors (bodies)"}},
    {"title", text, {u"Nhan đề", u"Title"}},
    {"container-title", text, {u"Tên tạp chí", u"Magazine"}},
    {"section", text, {u"Mục, chuyên mục", u"Section"}},
    {"volume", text, {u"Tập", u"Volume"}},
    {"issue", text, {u"Số", u"Issue"}},
    {"page", text, {u"Trang", u"Pages"}},
    {"issued", date, {u"Ngày hoặc năm xuất bản", u"Date or year"}},
    {"URL", text, {u"Địa chỉ (URL)", u"Address (URL)"}},
    {"accessed", date, {u"Ngày truy cập", u"Date accessed"}},
    {"language", text, {u"Ngôn ngữ (vi, en, …)", u"Language (vi, en, …)"}},
    {"note", text, {u"Ghi chú", u"Note"}},
};

constexpr ItemField webpage_fields[] = {
    {"author", people, {u"Tác giả (người)", u"Authors (people)"}},
    {"author", bodies, {u"Tác giả (cơ quan, tổ chức)", u"Authors (bodies)"}},
    {"title", text, {u"Nhan đề", u"Title"}},
    {"container-title", text, {u"Tên trang web", u"Web site"}},
    {"issued", date, {u"Ngày đăng", u"Date posted"}},
    {"URL", text, {u"Địa chỉ (URL)", u"Address (URL)"}},
    {"accessed", date, {u"Ngày truy cập", u"Date accessed"}},
    {"language", text, {u"Ngôn ngữ (vi, en, …)", u"Language (vi, en, …)"}},
    {"note", text, {u"Ghi chú", u"Note"}},
};

constexpr ItemField legislation_fields[] = {
    {"genre", text, {u"Loại văn bản (Luật, Nghị định, …)", u"Kind (Law, Decree, …)"}},
    {"number", text, {u"Số, ký hiệu", u"Number"}},
    {"title", text, {u"Trích yếu hoặc tên luật", u"Subject or name of the law"}},
    {"authority", text, {u"Cơ quan ban hành", u"Issued by"}},
    {"issued", date, {u"Ngày ban hành", u"Date issued"}},
    {"available-date", date, {u"Ngày có hiệu lực", u"In force from"}},
    {"container-title", text, {u"Đăng trên (Công báo, …)", u"Published in (gazette, …)"}},
    {"status", text, {u"Tình trạng", u"Status"}},
    {"URL", text, {u"Địa chỉ (URL)", u"Address (URL)"}},
    {"accessed", date, {u"Ngày truy cập", u"Date accessed"}},
    {"language", text, {u"Ngôn ngữ (vi, en, …)", u"Language (vi, en, …)"}},
    {"note", text, {u"Ghi chú", u"Note"}},
};

constexpr ItemField regulation_fields[] = {
    {"genre", text, {u"Loại văn bản", u"Kind"}},
    {"number", text, {u"Số, ký hiệu", u"Number"}},
    {"title", text, {u"Trích yếu", u"Subject"}},
    {"authority", text, {u"Cơ quan ban hành", u"Issued by"}},
    {"issued", date, {u"Ngày ban hành", u"Date issued"}},
    {"available-date", date, {u"Ngày có hiệu lực", u"In force from"}},
    {"jurisdiction", text, {u"Phạm vi, địa phương", u"Jurisdiction"}},
    {"URL", text, {u"Địa chỉ (URL)", u"Address (URL)"}},
    {"accessed", date, {u"Ngày truy cập", u"Date accessed"}},
    {"language", text, {u"Ngôn ngữ (vi, en, …)", u"Language (vi, en, …)"}},
    {"note", text, {u"Ghi chú", u"Note"}},
};

constexpr ItemField thesis_fields[] = {
    {"author", people, {u"Tác giả (người)", u"Authors (people)"}},
    {"title", text, {u"Nhan đề", u"Title"}},
    {"genre", text, {u"Loại (Luận án tiến sĩ, …)", u"Kind (PhD thesis, …)"}},
    {"publisher", text, {u"Trường, cơ sở đào tạo", u"University"}},
    {"publisher-place", text, {u"Nơi bảo vệ", u"Place"}},
    {"issued", date, {u"Năm bảo vệ", u"Year"}},
    {"number-of-pages", text, {u"Số trang", u"Number of pages"}},
    {"archive", text, {u"Nơi lưu trữ", u"Archive"}},
    {"URL", text, {u"Địa chỉ (URL)", u"Address (URL)"}},
    {"accessed", date, {u"Ngày truy cập", u"Date accessed"}},
    {"language", text, {u"Ngôn ngữ (vi, en, …)", u"Language (vi, en, …)"}},
    {"note", text, {u"Ghi chú", u"Note"}},
};

constexpr ItemField report_fields[] = {
    {"author", people, {u"Tác giả (người)", u"Authors (people)"}},
    {"author", bodies, {u"Tác giả (cơ quan, tổ chức)", u"Authors (bodies)"}},
    {"title", text, {u"Nhan đề", u"Title"}},
    {"genre", text, {u"Loại báo cáo", u"Kind of report"}},
    {"number", text, {u"Số, ký hiệu", u"Number"}},
    {"publisher", text, {u"Cơ quan công bố", u"Institution"}},
    {"publisher-place", text, {u"Nơi công bố", u"Place"}},
    {"issued", date, {u"Ngày hoặc năm xuất bản", u"Date or year"}},
    {"page", text, {u"Trang", u"Pages"}},
    {"collection-title", text, {u"Tủ sách, bộ sách", u"Series"}},
    {"DOI", text, {u"DOI", u"DOI"}},
    {"URL", text, {u"Địa chỉ (URL)", u"Address (URL)"}},
    {"accessed", date, {u"Ngày truy cập", u"Date accessed"}},
    {"language", text, {u"Ngôn ngữ (vi, en, …)", u"Language (vi, en, …)"}},
    {"note", text, {u"Ghi chú", u"Note"}},
};

constexpr ItemField paper_conference_fields[] = {
    {"author", people, {u"Tác giả (người)", u"Authors (people)"}},
    {"author", bodies, {u"Tác giả (cơ quan, tổ chức)", u"Authors (bodies)"}},
    {"title", text, {u"Nhan đề", u"Title"}},
    {"container-title", text, {u"Tên kỷ yếu", u"Proceedings"}},
    {"event-title", text, {u"Tên hội nghị, sự kiện", u"Conference or event"}},
    {"event-place", text, {u"Nơi tổ chức", u"Place of the event"}},
    {"editor", people, {u"Chủ biên, biên tập", u"Editors"}},
    {"page", text, {u"Trang", u"Pages"}},
    {"publisher", text, {u"Nhà xuất bản", u"Publisher"}},
    {"publisher-place", text, {u"Nơi xuất bản", u"Place"}},
    {"issued", date, {u"Ngày hoặc năm xuất bản", u"Date or year"}},
    {"DOI", text, {u"DOI", u"DOI"}},
    {"ISBN", text, {u"ISBN", u"ISBN"}},
    {"URL", text, {u"Địa chỉ (URL)", u"Address (URL)"}},
    {"accessed", date, {u"Ngày truy cập", u"Date accessed"}},
    {"language", text, {u"Ngôn ngữ (vi, en, …)", u"Language (vi, en, …)"}},
    {"note", text, {u"Ghi chú", u"Note"}},
};

constexpr ItemField document_fields[] = {
    {"author", people, {u"Tác giả (người)", u"Authors (people)"}},
    {"author", bodies, {u"Tác giả (cơ quan, tổ chức)", u"Authors (bodies)"}},
    {"title", text, {u"Nhan đề", u"Title"}},
    {"genre", text, {u"Loại", u"Kind"}},
    {"number", text, {u"Số, ký hiệu", u"Number"}},
    {"publisher", text, {u"Nhà xuất bản", u"Publisher"}},
    {"publisher-place", text, {u"Nơi xuất bản", u"Place"}},
    {"issued", date, {u"Ngày hoặc năm xuất bản", u"Date or year"}},
    {"page", text, {u"Trang", u"Pages"}},
    {"archive", text, {u"Nơi lưu trữ", u"Archive"}},
    {"archive_location", text, {u"Ký hiệu lưu trữ", u"Location in archive"}},
    {"URL", text, {u"Địa chỉ (URL)", u"Address (URL)"}},
    {"accessed", date, {u"Ngày truy cập", u"Date accessed"}},
    {"language", text, {u"Ngôn ngữ (vi, en, …)", u"Language (vi, en, …)"}},
    {"note", text, {u"Ghi chú", u"Note"}},
};

constexpr ItemField article_fields[] = {
    {"author", people, {u"Tác giả (người)", u"Authors (people)"}},
    {"author", bodies, {u"Tác giả (cơ quan, tổ chức)", u"Authors (bodies)"}},
    {"title", text, {u"Nhan đề", u"Title"}},
    {"container-title", text, {u"Nơi đăng", u"Published in"}},
    {"genre", text, {u"Loại", u"Kind"}},
    {"number", text, {u"Số, ký hiệu", u"Number"}},
    {"issued", date, {u"Ngày hoặc năm xuất bản", u"Date or year"}},
    {"DOI", text, {u"DOI", u"DOI"}},
    {"URL", text, {u"Địa chỉ (URL)", u"Address (URL)"}},
    {"accessed", date, {u"Ngày truy cập", u"Date accessed"}},
    {"language", text, {u"Ngôn ngữ (vi, en, …)", u"Language (vi, en, …)"}},
    {"note", text, {u"Ghi chú", u"Note"}},
};

constexpr ItemField bill_fields[] = {
    {"genre", text, {u"Loại dự thảo", u"Kind"}},
    {"number", text, {u"Số, ký hiệu", u"Number"}},
    {"title", text, {u"Tên dự thảo", u"Title"}},
    {"authority", text, {u"Cơ quan trình", u"Submitted by"}},
    {"issued", date, {u"Ngày trình", u"Date"}},
    {"status", text, {u"Tình trạng", u"Status"}},
    {"section", text, {u"Mục, chuyên mục", u"Section"}},
    {"URL", text, {u"Địa chỉ (URL)", u"Address (URL)"}},
    {"accessed", date, {u"Ngày truy cập", u"Date accessed"}},
    {"language", text, {u"Ngôn ngữ (vi, en, …)", u"Language (vi, en, …)"}},
    {"note", text, {u"Ghi chú", u"Note"}},
};

constexpr ItemField broadcast_fields[] = {
    {"title", text, {u"Nhan đề", u"Title"}},
    {"container-title", text, {u"Tên chương trình", u"Programme"}},
    {"director", people, {u"Đạo diễn", u"Director"}},
    {"performer", people, {u"Người biểu diễn", u"Performers"}},
    {"publisher", text, {u"Đài phát", u"Broadcaster"}},
    {"publisher-place", text, {u"Nơi xuất bản", u"Place"}},
    {"issued", date, {u"Ngày phát", u"Date"}},
    {"number", text, {u"Số, ký hiệu", u"Number"}},
    {"dimensions", text, {u"Thời lượng, khuôn khổ", u"Length or size"}},
    {"URL", text, {u"Địa chỉ (URL)", u"Address (URL)"}},
    {"accessed", date, {u"Ngày truy cập", u"Date accessed"}},
    {"language", text, {u"Ngôn ngữ (vi, en, …)", u"Language (vi, en, …)"}},
    {"note", text, {u"Ghi chú", u"Note"}},
};

constexpr ItemField classic_fields[] = {
    {"author", people, {u"Tác giả (người)", u"Authors (people)"}},
    {"title", text, {u"Nhan đề", u"Title"}},
    {"translator", people, {u"Người dịch", u"Translators"}},
    {"original-date", date, {u"Năm xuất bản lần đầu", u"First published"}},
    {"publisher", text, {u"Nhà xuất bản", u"Publisher"}},
    {"publisher-place", text, {u"Nơi xuất bản", u"Place"}},
    {"issued", date, {u"Ngày hoặc năm xuất bản", u"Date or year"}},
    {"volume", text, {u"Tập", u"Volume"}},
    {"URL", text, {u"Địa chỉ (URL)", u"Address (URL)"}},
    {"accessed", date, {u"Ngày truy cập", u"Date accessed"}},
    {"language", text, {u"Ngôn ngữ (vi, en, …)", u"Language (vi, en, …)"}},
    {"note", text, {u"Ghi chú", u"Note"}},
};

constexpr ItemField collection_fields[] = {
    {"author", people, {u"Tác giả (người)", u"Authors (people)"}},
    {"author", bodies, {u"Tác giả (cơ quan, tổ chức)", u"Authors (bodies)"}},
    {"editor", people, {u"Chủ biên, biên tập", u"Editors"}},
    {"title", text, {u"Nhan đề", u"Title"}},
    {"archive", text, {u"Nơi lưu trữ", u"Archive"}},
    {"archive_location", text, {u"Ký hiệu lưu trữ", u"Location in archive"}},
    {"publisher-place", text, {u"Nơi xuất bản", u"Place"}},
    {"issued", date, {u"Ngày hoặc năm xuất bản", u"Date or year"}},
    {"URL", text, {u"Địa chỉ (URL)", u"Address (URL)"}},
    {"accessed", date, {u"Ngày truy cập", u"Date accessed"}},
    {"language", text, {u"Ngôn ngữ (vi, en, …)", u"Language (vi, en, …)"}},
    {"note", text, {u"Ghi chú", u"Note"}},
};

constexpr ItemField dataset_fields[] = {
    {"author", people, {u"Tác giả (người)", u"Authors (people)"}},
    {"author", bodies, {u"Tác giả (cơ quan, tổ chức)", u"Authors (bodies)"}},
    {"title", text, {u"Nhan đề", u"Title"}},
    {"version", text, {u"Phiên bản", u"Version"}},
    {"publisher", text, {u"Cơ quan công bố", u"Publisher"}},
    {"issued", date, {u"Ngày hoặc năm xuất bản", u"Date or year"}},
    {"DOI", text, {u"DOI", u"DOI"}},
    {"URL", text, {u"Địa chỉ (URL)", u"Address (URL)"}},
    {"accessed", date, {u"Ngày truy cập", u"Date accessed"}},
    {"language", text, {u"Ngôn ngữ (vi, en, …)", u"Language (vi, en, …)"}},
    {"note", text, {u"Ghi chú", u"Note"}},
};

constexpr ItemField entry_fields[] = {
    {"author", people, {u"Tác giả (người)", u"Authors (people)"}},
    {"author", bodies, {u"Tác giả (cơ quan, tổ chức)", u"Authors (bodies)"}},
    {"title", text, {u"Mục từ", u"Entry"}},
    {"container-title", text, {u"Tên cơ sở dữ liệu, danh mục", u"Title of the database"}},
    {"publisher", text, {u"Nhà xuất bản", u"Publisher"}},
    {"issued", date, {u"Ngày hoặc năm xuất bản", u"Date or year"}},
    {"URL", text, {u"Địa chỉ (URL)", u"Address (URL)"}},
    {"accessed", date, {u"Ngày truy cập", u"Date accessed"}},
    {"language", text, {u"Ngôn ngữ (vi, en, …)", u"Language (vi, en, …)"}},
    {"note", text, {u"Ghi chú", u"Note"}},
};

constexpr ItemField entry_dictionary_fields[] = {
    {"author", people, {u"Tác giả (người)", u"Authors (people)"}},
    {"title", text, {u"Mục từ", u"Entry"}},
    {"container-title", text, {u"Tên từ điển", u"Dictionary"}},
    {"editor", people, {u"Chủ biên, biên tập", u"Editors"}},
    {"edition", text, {u"Lần xuất bản", u"Edition"}},
    {"volume", text, {u"Tập", u"Volume"}},
    {"page", text, {u"Trang", u"Pages"}},
    {"publisher", text, {u"Nhà xuất bản", u"Publisher"}},
    {"publisher-place", text, {u"Nơi xuất bản", u"Place"}},
    {"issued", date, {u"Ngày hoặc năm xuất bản", u"Date or year"}},
    {"ISBN", text, {u"ISBN", u"ISBN"}},
    {"URL", text, {u"Địa chỉ (URL)", u"Address (URL)"}},
    {"accessed", date, {u"Ngày truy cập", u"Date accessed"}},
    {"language", text, {u"Ngôn ngữ (vi, en, …)", u"Language (vi, en, …)"}},
    {"note", text, {u"Ghi chú", u"Note"}},
};

constexpr ItemField entry_encyclopedia_fields[] = {
    {"author", people, {u"Tác giả (người)", u"Authors (people)"}},
    {"title", text, {u"Mục từ", u"Entry"}},
    {"container-title", text, {u"Tên bách khoa thư", u"Encyclopedia"}},
    {"editor", people, {u"Chủ biên, biên tập", u"Editors"}},
    {"edition", text, {u"Lần xuất bản", u"Edition"}},
    {"volume", text, {u"Tập", u"Volume"}},
    {"page", text, {u"Trang", u"Pages"}},
    {"publisher", text, {u"Nhà xuất bản", u"Publisher"}},
    {"publisher-place", text, {u"Nơi xuất bản", u"Place"}},
    {"issued", date, {u"Ngày hoặc năm xuất bản", u"Date or year"}},
    {"ISBN", text, {u"ISBN", u"ISBN"}},
    {"URL", text, {u"Địa chỉ (URL)", u"Address (URL)"}},
    {"accessed", date, {u"Ngày truy cập", u"Date accessed"}},
    {"language", text, {u"Ngôn ngữ (vi, en, …)", u"Language (vi, en, …)"}},
    {"note", text, {u"Ghi chú", u"Note"}},
};

constexpr ItemField event_fields[] = {
    {"author", people, {u"Người tổ chức", u"Organisers"}},
    {"author", bodies, {u"Tác giả (cơ quan, tổ chức)", u"Authors (bodies)"}},
    {"title", text, {u"Tên sự kiện", u"Name of the event"}},
    {"event-place", text, {u"Nơi tổ chức", u"Place of the event"}},
    {"event-date", date, {u"Ngày tổ chức", u"Date of the event"}},
    {"issued", date, {u"Ngày hoặc năm xuất bản", u"Date or year"}},
    {"URL", text, {u"Địa chỉ (URL)", u"Address (URL)"}},
    {"accessed", date, {u"Ngày truy cập", u"Date accessed"}},
    {"language", text, {u"Ngôn ngữ (vi, en, …)", u"Language (vi, en, …)"}},
    {"note", text, {u"Ghi chú", u"Note"}},
};

constexpr ItemField figure_fields[] = {
    {"author", people, {u"Tác giả (người)", u"Authors (people)"}},
    {"author", bodies, {u"Tác giả (cơ quan, tổ chức)", u"Authors (bodies)"}},
    {"title", text, {u"Tên hình", u"Title"}},
    {"container-title", text, {u"Trong tài liệu", u"In"}},
    {"number", text, {u"Số, ký hiệu", u"Number"}},
    {"page", text, {u"Trang", u"Pages"}},
    {"publisher", text, {u"Nhà xuất bản", u"Publisher"}},
    {"issued", date, {u"Ngày hoặc năm xuất bản", u"Date or year"}},
    {"URL", text, {u"Địa chỉ (URL)", u"Address (URL)"}},
    {"accessed", date, {u"Ngày truy cập", u"Date accessed"}},
    {"language", text, {u"Ngôn ngữ (vi, en, …)", u"Language (vi, en, …)"}},
    {"note", text, {u"Ghi chú", u"Note"}},
};

constexpr ItemField graphic_fields[] = {
    {"author", people, {u"Tác giả (người)", u"Authors (people)"}},
    {"author", bodies, {u"Tác giả (cơ quan, tổ chức)", u"Authors (bodies)"}},
    {"title", text, {u"Tên tranh, ảnh", u"Title"}},
    {"medium", text, {u"Dạng (DVD, ảnh, …)", u"Medium (DVD, photo, …)"}},
    {"dimensions", text, {u"Thời lượng, khuôn khổ", u"Length or size"}},
    {"archive", text, {u"Nơi lưu trữ", u"Archive"}},
    {"publisher-place", text, {u"Nơi xuất bản", u"Place"}},
    {"issued", date, {u"Năm sáng tác", u"Date"}},
    {"URL", text, {u"Địa chỉ (URL)", u"Address (URL)"}},
    {"accessed", date, {u"Ngày truy cập", u"Date accessed"}},
    {"language", text, {u"Ngôn ngữ (vi, en, …)", u"Language (vi, en, …)"}},
    {"note", text, {u"Ghi chú", u"Note"}},
};

constexpr ItemField hearing_fields[] = {
    {"title", text, {u"Nhan đề", u"Title"}},
    {"number", text, {u"Số, ký hiệu", u"Number"}},
    {"authority", text, {u"Cơ quan tổ chức", u"Held by"}},
    {"event-place", text, {u"Nơi tổ chức", u"Place of the event"}},
    {"issued", date, {u"Ngày", u"Date"}},
    {"section", text, {u"Mục, chuyên mục", u"Section"}},
    {"URL", text, {u"Địa chỉ (URL)", u"Address (URL)"}},
    {"accessed", date, {u"Ngày truy cập", u"Date accessed"}},
    {"language", text, {u"Ngôn ngữ (vi, en, …)", u"Language (vi, en, …)"}},
    {"note", text, {u"Ghi chú", u"Note"}},
};

constexpr ItemField interview_fields[] = {
    {"author", people, {u"Người được phỏng vấn", u"Person interviewed"}},
    {"interviewer", people, {u"Người phỏng vấn", u"Interviewer"}},
    {"title", text, {u"Nhan đề", u"Title"}},
    {"container-title", text, {u"Đăng trên", u"Published in"}},
    {"medium", text, {u"Dạng (DVD, ảnh, …)", u"Medium (DVD, photo, …)"}},
    {"publisher-place", text, {u"Nơi xuất bản", u"Place"}},
    {"issued", date, {u"Ngày phỏng vấn", u"Date"}},
    {"URL", text, {u"Địa chỉ (URL)", u"Address (URL)"}},
    {"accessed", date, {u"Ngày truy cập", u"Date accessed"}},
    {"language", text, {u"Ngôn ngữ (vi, en, …)", u"Language (vi, en, …)"}},
    {"note", text, {u"Ghi chú", u"Note"}},
};

constexpr ItemField legal_case_fields[] = {
    {"title", text, {u"Tên bản án, vụ án", u"Name of the case"}},
    {"number", text, {u"Số bản án", u"Number"}},
    {"authority", text, {u"Tòa án", u"Court"}},
    {"issued", date, {u"Ngày tuyên", u"Date decided"}},
    {"container-title", text, {u"Đăng trên", u"Reported in"}},
    {"volume", text, {u"Tập", u"Volume"}},
    {"page", text, {u"Trang", u"Pages"}},
    {"jurisdiction", text, {u"Phạm vi, địa phương", u"Jurisdiction"}},
    {"URL", text, {u"Địa chỉ (URL)", u"Address (URL)"}},
    {"accessed", date, {u"Ngày truy cập", u"Date accessed"}},
    {"language", text, {u"Ngôn ngữ (vi, en, …)", u"Language (vi, en, …)"}},
    {"note", text, {u"Ghi chú", u"Note"}},
};

constexpr ItemField manuscript_fields[] = {
    {"author", people, {u"Tác giả (người)", u"Authors (people)"}},
    {"author", bodies, {u"Tác giả (cơ quan, tổ chức)", u"Authors (bodies)"}},
    {"title", text, {u"Nhan đề", u"Title"}},
    {"genre", text, {u"Loại tư liệu", u"Kind"}},
    {"archive", text, {u"Nơi lưu trữ", u"Archive"}},
    {"archive_location", text, {u"Ký hiệu lưu trữ", u"Location in archive"}},
    {"publisher-place", text, {u"Nơi xuất bản", u"Place"}},
    {"issued", date, {u"Năm viết", u"Date"}},
    {"URL", text, {u"Địa chỉ (URL)", u"Address (URL)"}},
    {"accessed", date, {u"Ngày truy cập", u"Date accessed"}},
    {"language", text, {u"Ngôn ngữ (vi, en, …)", u"Language (vi, en, …)"}},
    {"note", text, {u"Ghi chú", u"Note"}},
};

constexpr ItemField map_fields[] = {
    {"author", people, {u"Tác giả (người)", u"Authors (people)"}},
    {"author", bodies, {u"Tác giả (cơ quan, tổ chức)", u"Authors (bodies)"}},
    {"title", text, {u"Tên bản đồ", u"Title"}},
    {"scale", text, {u"Tỷ lệ", u"Scale"}},
    {"edition", text, {u"Lần xuất bản", u"Edition"}},
    {"publisher", text, {u"Nhà xuất bản", u"Publisher"}},
    {"publisher-place", text, {u"Nơi xuất bản", u"Place"}},
    {"issued", date, {u"Ngày hoặc năm xuất bản", u"Date or year"}},
    {"ISBN", text, {u"ISBN", u"ISBN"}},
    {"URL", text, {u"Địa chỉ (URL)", u"Address (URL)"}},
    {"accessed", date, {u"Ngày truy cập", u"Date accessed"}},
    {"language", text, {u"Ngôn ngữ (vi, en, …)", u"Language (vi, en, …)"}},
    {"note", text, {u"Ghi chú", u"Note"}},
};

constexpr ItemField motion_picture_fields[] = {
    {"director", people, {u"Đạo diễn", u"Director"}},
    {"title", text, {u"Tên phim", u"Title"}},
    {"genre", text, {u"Loại", u"Kind"}},
    {"publisher", text, {u"Hãng phim", u"Studio"}},
    {"publisher-place", text, {u"Nơi xuất bản", u"Place"}},
    {"issued", date, {u"Năm phát hành", u"Year"}},
    {"medium", text, {u"Dạng (DVD, ảnh, …)", u"Medium (DVD, photo, …)"}},
    {"dimensions", text, {u"Thời lượng, khuôn khổ", u"Length or size"}},
    {"URL", text, {u"Địa chỉ (URL)", u"Address (URL)"}},
    {"accessed", date, {u"Ngày truy cập", u"Date accessed"}},
    {"language", text, {u"Ngôn ngữ (vi, en, …)", u"Language (vi, en, …)"}},
    {"note", text, {u"Ghi chú", u"Note"}},
};

constexpr ItemField musical_score_fields[] = {
    {"composer", people, {u"Nhạc sĩ", u"Composer"}},
    {"title", text, {u"Tên bản nhạc", u"Title"}},
    {"editor", people, {u"Chủ biên, biên tập", u"Editors"}},
    {"medium", text, {u"Dạng (DVD, ảnh, …)", u"Medium (DVD, photo, …)"}},
    {"publisher", text, {u"Nhà xuất bản", u"Publisher"}},
    {"publisher-place", text, {u"Nơi xuất bản", u"Place"}},
    {"issued", date, {u"Ngày hoặc năm xuất bản", u"Date or year"}},
    {"URL", text, {u"Địa chỉ (URL)", u"Address (URL)"}},
    {"accessed", date, {u"Ngày truy cập", u"Date accessed"}},
    {"language", text, {u"Ngôn ngữ (vi, en, …)", u"Language (vi, en, …)"}},
    {"note", text, {u"Ghi chú", u"Note"}},
};

constexpr ItemField pamphlet_fields[] = {
    {"author", people, {u"Tác giả (người)", u"Authors (people)"}},
    {"author", bodies, {u"Tác giả (cơ quan, tổ chức)", u"Authors (bodies)"}},
    {"title", text, {u"Nhan đề", u"Title"}},
    {"genre", text, {u"Loại", u"Kind"}},
    {"number", text, {u"Số, ký hiệu", u"Number"}},
    {"publisher", text, {u"Nhà xuất bản", u"Publisher"}},
    {"publisher-place", text, {u"Nơi xuất bản", u"Place"}},
    {"issued", date, {u"Ngày hoặc năm xuất bản", u"Date or year"}},
    {"URL", text, {u"Địa chỉ (URL)", u"Address (URL)"}},
    {"accessed", date, {u"Ngày truy cập", u"Date accessed"}},
    {"language", text, {u"Ngôn ngữ (vi, en, …)", u"Language (vi, en, …)"}},
    {"note", text, {u"Ghi chú", u"Note"}},
};

constexpr ItemField patent_fields[] = {
    {"author", people, {u"Tác giả sáng chế", u"Inventors"}},
    {"title", text, {u"Tên sáng chế", u"Title"}},
    {"number", text, {u"Số bằng", u"Number"}},
    {"authority", text, {u"Cơ quan cấp", u"Issued by"}},
    {"jurisdiction", text, {u"Phạm vi, địa phương", u"Jurisdiction"}},
    {"submitted", date, {u"Ngày nộp", u"Date filed"}},
    {"issued", date, {u"Ngày cấp", u"Date granted"}},
    {"status", text, {u"Tình trạng", u"Status"}},
    {"URL", text, {u"Địa chỉ (URL)", u"Address (URL)"}},
    {"accessed", date, {u"Ngày truy cập", u"Date accessed"}},
    {"language", text, {u"Ngôn ngữ (vi, en, …)", u"Language (vi, en, …)"}},
    {"note", text, {u"Ghi chú", u"Note"}},
};

constexpr ItemField performance_fields[] = {
    {"author", people, {u"Tác giả (người)", u"Authors (people)"}},
    {"title", text, {u"Nhan đề", u"Title"}},
    {"performer", people, {u"Người biểu diễn", u"Performers"}},
    {"director", people, {u"Đạo diễn", u"Director"}},
    {"event-title", text, {u"Tên hội nghị, sự kiện", u"Conference or event"}},
    {"event-place", text, {u"Nơi tổ chức", u"Place of the event"}},
    {"issued", date, {u"Ngày biểu diễn", u"Date"}},
    {"URL", text, {u"Địa chỉ (URL)", u"Address (URL)"}},
    {"accessed", date, {u"Ngày truy cập", u"Date accessed"}},
    {"language", text, {u"Ngôn ngữ (vi, en, …)", u"Language (vi, en, …)"}},
    {"note", text, {u"Ghi chú", u"Note"}},
};

constexpr ItemField periodical_fields[] = {
    {"editor", people, {u"Chủ biên, biên tập", u"Editors"}},
    {"title", text, {u"Tên báo, tạp chí", u"Title"}},
    {"volume", text, {u"Tập", u"Volume"}},
    {"issue", text, {u"Số", u"Issue"}},
    {"publisher", text, {u"Nhà xuất bản", u"Publisher"}},
    {"publisher-place", text, {u"Nơi xuất bản", u"Place"}},
    {"issued", date, {u"Ngày hoặc năm xuất bản", u"Date or year"}},
    {"ISSN", text, {u"ISSN", u"ISSN"}},
    {"URL", text, {u"Địa chỉ (URL)", u"Address (URL)"}},
    {"accessed", date, {u"Ngày truy cập", u"Date accessed"}},
    {"language", text, {u"Ngôn ngữ (vi, en, …)", u"Language (vi, en, …)"}},
    {"note", text, {u"Ghi chú", u"Note"}},
};

constexpr ItemField personal_communication_fields[] = {
    {"author", people, {u"Người gửi", u"Sender"}},
    {"recipient", people, {u"Người nhận", u"Recipient"}},
    {"title", text, {u"Nhan đề", u"Title"}},
    {"genre", text, {u"Hình thức (thư, điện thoại, …)", u"Form (letter, call, …)"}},
    {"archive", text, {u"Nơi lưu trữ", u"Archive"}},
    {"archive_location", text, {u"Ký hiệu lưu trữ", u"Location in archive"}},
    {"issued", date, {u"Ngày", u"Date"}},
    {"URL", text, {u"Địa chỉ (URL)", u"Address (URL)"}},
    {"accessed", date, {u"Ngày truy cập", u"Date accessed"}},
    {"language", text, {u"Ngôn ngữ (vi, en, …)", u"Language (vi, en, …)"}},
    {"note", text, {u"Ghi chú", u"Note"}},
};

constexpr ItemField post_fields[] = {
    {"author", people, {u"Tác giả (người)", u"Authors (people)"}},
    {"author", bodies, {u"Tác giả (cơ quan, tổ chức)", u"Authors (bodies)"}},
    {"title", text, {u"Nhan đề", u"Title"}},
    {"container-title", text, {u"Tên mạng, diễn đàn", u"Site or forum"}},
    {"genre", text, {u"Loại", u"Kind"}},
    {"issued", date, {u"Ngày đăng", u"Date posted"}},
    {"URL", text, {u"Địa chỉ (URL)", u"Address (URL)"}},
    {"accessed", date, {u"Ngày truy cập", u"Date accessed"}},
    {"language", text, {u"Ngôn ngữ (vi, en, …)", u"Language (vi, en, …)"}},
    {"note", text, {u"Ghi chú", u"Note"}},
};

constexpr ItemField post_weblog_fields[] = {
    {"author", people, {u"Tác giả (người)", u"Authors (people)"}},
    {"title", text, {u"Nhan đề", u"Title"}},
    {"container-title", text, {u"Tên blog", u"Blog"}},
    {"issued", date, {u"Ngày đăng", u"Date posted"}},
    {"URL", text, {u"Địa chỉ (URL)", u"Address (URL)"}},
    {"accessed", date, {u"Ngày truy cập", u"Date accessed"}},
    {"language", text, {u"Ngôn ngữ (vi, en, …)", u"Language (vi, en, …)"}},
    {"note", text, {u"Ghi chú", u"Note"}},
};

constexpr ItemField review_fields[] = {
    {"author", people, {u"Tác giả (người)", u"Authors (people)"}},
    {"title", text, {u"Nhan đề", u"Title"}},
    {"reviewed-title", text, {u"Sách được điểm", u"Work reviewed"}},
    {"reviewed-author", people, {u"Tác giả sách được điểm", u"Author reviewed"}},
    {"container-title", text, {u"Đăng trên", u"Published in"}},
    {"volume", text, {u"Tập", u"Volume"}},
    {"issue", text, {u"Số", u"Issue"}},
    {"page", text, {u"Trang", u"Pages"}},
    {"issued", date, {u"Ngày hoặc năm xuất bản", u"Date or year"}},
    {"DOI", text, {u"DOI", u"DOI"}},
    {"URL", text, {u"Địa chỉ (URL)", u"Address (URL)"}},
    {"accessed", date, {u"Ngày truy cập", u"Date accessed"}},
    {"language", text, {u"Ngôn ngữ (vi, en, …)", u"Language (vi, en, …)"}},
    {"note", text, {u"Ghi chú", u"Note"}},
};

constexpr ItemField review_book_fields[] = {
    {"author", people, {u"Tác giả (người)", u"Authors (people)"}},
    {"title", text, {u"Nhan đề", u"Title"}},
    {"reviewed-title", text, {u"Sách được điểm", u"Work reviewed"}},
    {"reviewed-author", people, {u"Tác giả sách được điểm", u"Author reviewed"}},
    {"container-title", text, {u"Đăng trên", u"Published in"}},
    {"volume", text, {u"Tập", u"Volume"}},
    {"issue", text, {u"Số", u"Issue"}},
    {"page", text, {u"Trang", u"Pages"}},
    {"issued", date, {u"Ngày hoặc năm xuất bản", u"Date or year"}},
    {"DOI", text, {u"DOI", u"DOI"}},
    {"URL", text, {u"Địa chỉ (URL)", u"Address (URL)"}},
    {"accessed", date, {u"Ngày truy cập", u"Date accessed"}},
    {"language", text, {u"Ngôn ngữ (vi, en, …)", u"Language (vi, en, …)"}},
    {"note", text, {u"Ghi chú", u"Note"}},
};

constexpr ItemField software_fields[] = {
    {"author", people, {u"Tác giả (người)", u"Authors (people)"}},
    {"author", bodies, {u"Tác giả (cơ quan, tổ chức)", u"Authors (bodies)"}},
    {"title", text, {u"Tên phần mềm", u"Name"}},
    {"version", text, {u"Phiên bản", u"Version"}},
    {"publisher", text, {u"Nhà phát hành", u"Publisher"}},
    {"issued", date, {u"Ngày hoặc năm xuất bản", u"Date or year"}},
    {"DOI", text, {u"DOI", u"DOI"}},
    {"URL", text, {u"Địa chỉ (URL)", u"Address (URL)"}},
    {"accessed", date, {u"Ngày truy cập", u"Date accessed"}},
    {"language", text, {u"Ngôn ngữ (vi, en, …)", u"Language (vi, en, …)"}},
    {"note", text, {u"Ghi chú", u"Note"}},
};

constexpr ItemField song_fields[] = {
    {"composer", people, {u"Nhạc sĩ", u"Composer"}},
    {"performer", people, {u"Người biểu diễn", u"Performers"}},
    {"title", text, {u"Tên bài", u"Title"}},
    {"container-title", text, {u"Tên album", u"Album"}},
    {"publisher", text, {u"Hãng phát hành", u"Label"}},
    {"medium", text, {u"Dạng (DVD, ảnh, …)", u"Medium (DVD, photo, …)"}},
    {"dimensions", text, {u"Thời lượng, khuôn khổ", u"Length or size"}},
    {"issued", date, {u"Ngày hoặc năm xuất bản", u"Date or year"}},
    {"URL", text, {u"Địa chỉ (URL)", u"Address (URL)"}},
    {"accessed", date, {u"Ngày truy cập", u"Date accessed"}},
    {"language", text, {u"Ngôn ngữ (vi, en, …)", u"Language (vi, en, …)"}},
    {"note", text, {u"Ghi chú", u"Note"}},
};

constexpr ItemField speech_fields[] = {
    {"author", people, {u"Người nói", u"Speaker"}},
    {"title", text, {u"Tên bài", u"Title"}},
    {"genre", text, {u"Loại (diễn văn, bài giảng, …)", u"Kind (address, lecture, …)"}},
    {"event-title", text, {u"Tên hội nghị, sự kiện", u"Conference or event"}},
    {"event-place", text, {u"Nơi tổ chức", u"Place of the event"}},
    {"issued", date, {u"Ngày", u"Date"}},
    {"URL", text, {u"Địa chỉ (URL)", u"Address (URL)"}},
    {"accessed", date, {u"Ngày truy cập", u"Date accessed"}},
    {"language", text, {u"Ngôn ngữ (vi, en, …)", u"Language (vi, en, …)"}},
    {"note", text, {u"Ghi chú", u"Note"}},
};

constexpr ItemField standard_fields[] = {
    {"number", text, {u"Số hiệu (TCVN …)", u"Number"}},
    {"title", text, {u"Tên tiêu chuẩn", u"Title"}},
    {"authority", text, {u"Cơ quan công bố", u"Issued by"}},
    {"status", text, {u"Tình trạng", u"Status"}},
    {"publisher", text, {u"Nhà xuất bản", u"Publisher"}},
    {"publisher-place", text, {u"Nơi xuất bản", u"Place"}},
    {"issued", date, {u"Ngày công bố", u"Date"}},
    {"URL", text, {u"Địa chỉ (URL)", u"Address (URL)"}},
    {"accessed", date, {u"Ngày truy cập", u"Date accessed"}},
    {"language", text, {u"Ngôn ngữ (vi, en, …)", u"Language (vi, en, …)"}},
    {"note", text, {u"Ghi chú", u"Note"}},
};

constexpr ItemField treaty_fields[] = {
    {"title", text, {u"Tên điều ước", u"Title"}},
    {"author", people, {u"Người ký", u"Signatories"}},
    {"author", bodies, {u"Các bên ký kết", u"Parties"}},
    {"issued", date, {u"Ngày ký", u"Date signed"}},
    {"available-date", date, {u"Ngày có hiệu lực", u"In force from"}},
    {"container-title", text, {u"Đăng trên", u"Published in"}},
    {"number", text, {u"Số, ký hiệu", u"Number"}},
    {"URL", text, {u"Địa chỉ (URL)", u"Address (URL)"}},
    {"accessed", date, {u"Ngày truy cập", u"Date accessed"}},
    {"language", text, {u"Ngôn ngữ (vi, en, …)", u"Language (vi, en, …)"}},
    {"note", text, {u"Ghi chú", u"Note"}},
};

constexpr ItemType types[] = {
    {"book", {u"Sách", u"Book"}, book_fields},
    {"chapter", {u"Chương, bài trong sách", u"Book chapter"}, chapter_fields},
    {"article-journal", {u"Bài tạp chí khoa học", u"Journal article"}, article_journal_fields},
    {"article-newspaper", {u"Bài báo", u"Newspaper article"}, article_newspaper_fields},
    {"article-magazine", {u"Bài tạp chí phổ thông", u"Magazine article"}, article_magazine_fields},
    {"webpage", {u"Trang web", u"Web page"}, webpage_fields},
    {"legislation", {u"Văn bản pháp luật, văn bản của Đảng", u"Law, decree or Party document"}, legislation_fields},
    {"regulation", {u"Quy chế, quy định", u"Regulation"}, regulation_fields},
    {"thesis", {u"Luận văn, luận án", u"Thesis"}, thesis_fields},
    {"report", {u"Báo cáo", u"Report"}, report_fields},
    {"paper-conference", {u"Bài hội nghị, hội thảo", u"Conference paper"}, paper_conference_fields},
    {"document", {u"Tài liệu khác", u"Other document"}, document_fields},
    {"article", {u"Bài viết, bản thảo công bố trước", u"Article or preprint"}, article_fields},
    {"bill", {u"Dự thảo luật", u"Bill"}, bill_fields},
    {"broadcast", {u"Chương trình phát thanh, truyền hình", u"Broadcast"}, broadcast_fields},
    {"classic", {u"Tác phẩm cổ điển", u"Classical work"}, classic_fields},
    {"collection", {u"Sưu tập", u"Collection"}, collection_fields},
    {"dataset", {u"Bộ dữ liệu, số liệu thống kê", u"Data set"}, dataset_fields},
    {"entry", {u"Mục từ", u"Entry"}, entry_fields},
    {"entry-dictionary", {u"Mục từ trong từ điển", u"Dictionary entry"}, entry_dictionary_fields},
    {"entry-encyclopedia", {u"Mục từ trong bách khoa thư", u"Encyclopedia entry"}, entry_encyclopedia_fields},
    {"event", {u"Sự kiện", u"Event"}, event_fields},
    {"figure", {u"Hình, biểu đồ", u"Figure"}, figure_fields},
    {"graphic", {u"Tranh, ảnh", u"Picture"}, graphic_fields},
    {"hearing", {u"Phiên chất vấn, điều trần", u"Hearing"}, hearing_fields},
    {"interview", {u"Phỏng vấn", u"Interview"}, interview_fields},
    {"legal_case", {u"Bản án, án lệ", u"Legal case"}, legal_case_fields},
    {"manuscript", {u"Bản thảo, tư liệu viết tay", u"Manuscript"}, manuscript_fields},
    {"map", {u"Bản đồ", u"Map"}, map_fields},
    {"motion_picture", {u"Phim", u"Film"}, motion_picture_fields},
    {"musical_score", {u"Bản nhạc", u"Musical score"}, musical_score_fields},
    {"pamphlet", {u"Sách mỏng, tờ rơi", u"Pamphlet"}, pamphlet_fields},
    {"patent", {u"Bằng sáng chế", u"Patent"}, patent_fields},
    {"performance", {u"Buổi biểu diễn", u"Performance"}, performance_fields},
    {"periodical", {u"Báo, tạp chí (cả tờ)", u"Periodical"}, periodical_fields},
    {"personal_communication", {u"Thư từ, trao đổi riêng", u"Personal communication"}, personal_communication_fields},
    {"post", {u"Bài trên mạng xã hội", u"Post"}, post_fields},
    {"post-weblog", {u"Bài blog", u"Blog post"}, post_weblog_fields},
    {"review", {u"Bài điểm", u"Review"}, review_fields},
    {"review-book", {u"Bài điểm sách", u"Book review"}, review_book_fields},
    {"software", {u"Phần mềm", u"Software"}, software_fields},
    {"song", {u"Bài hát, bản ghi âm", u"Song or recording"}, song_fields},
    {"speech", {u"Bài phát biểu, bài giảng", u"Speech or lecture"}, speech_fields},
    {"standard", {u"Tiêu chuẩn, quy chuẩn", u"Standard"}, standard_fields},
    {"treaty", {u"Điều ước quốc tế", u"Treaty"}, treaty_fields},
};

}  // namespace

std::span<const ItemType> item_types() {
  return types;
}

const ItemType& item_type(std::string_view type) {
  const ItemType* other = nullptr;
  for (const ItemType& known : types) {
    if (known.type == type) return known;
    if (known.type == std::string_view("document")) other = &known;
  }
  return *other;
}

}  // namespace soat::citation
