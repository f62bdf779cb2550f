#include "reference/legal_words.h"

namespace soat::reference::legal {

// Kinds of documents. The order of the groups matters: named() and strong() go by it.
const Phrases& genres() {
  static const Phrases known = {
      // Known by a name of their own.
      u"hiến pháp", u"bộ luật", u"luật", u"pháp lệnh",
      // Kinds that a bare number already makes a reference of (Law on the Promulgation of Legal Documents; Party
      // regulations).
      u"nghị quyết liên tịch", u"nghị quyết", u"nghị định", u"quyết định", u"chỉ thị", u"thông tư liên tịch",
      u"thông tư liên bộ", u"thông tư", u"sắc lệnh", u"sắc luật", u"văn bản hợp nhất", u"kết luận", u"công điện",
      u"lệnh", u"thông tri",
      // Other kinds of Decree 30/2020/NĐ-CP, Appendix III, and Regulation 66-QĐ/TW: common words, a reference only with
      // a symbol.
      u"quy chế", u"quy định", u"thông cáo", u"thông báo", u"hướng dẫn", u"chương trình", u"chương trình hành động",
      u"kế hoạch", u"phương án", u"đề án", u"dự án", u"báo cáo", u"biên bản", u"tờ trình", u"hợp đồng", u"công văn",
      u"bản ghi nhớ", u"bản thỏa thuận", u"giấy mời", u"giấy ủy quyền", u"giấy giới thiệu", u"phiếu chuyển",
      u"phiếu gửi", u"phiếu báo", u"thư công", u"quy hoạch", u"tuyên bố", u"lời kêu gọi", u"điều lệ", u"chiến lược",
      u"cương lĩnh", u"đề cương", u"công thư", u"quy trình", u"quy tắc", u"quy ước", u"nội quy", u"tuyên truyền",
      u"văn bản", u"công hàm", u"giấy phép", u"bản án", u"cáo trạng", u"kháng nghị", u"án lệ"};
  return known;
}
// Abbreviations of kinds in symbols (Decree 30/2020/NĐ-CP, Appendix III; Guideline 36-HD/VPTW), without marks.
const Phrases& symbol_kinds() {
  static const Phrases known = {u"nq", u"qđ", u"ct", u"qc",   u"qyđ",  u"qđi",  u"tc", u"tb", u"hd", u"ctr", u"kh",
                                u"pa", u"đa", u"da", u"bc",   u"bb",   u"ttr",  u"hđ", u"cv", u"cđ", u"bgn", u"btt",
                                u"kl", u"nđ", u"tt", u"ttlt", u"nqlt", u"vbhn", u"sl", u"l",  u"tg", u"ub",  u"lct"};
  return known;
}

// First words of bodies that issue documents.
const Phrases& bodies() {
  static const Phrases known = {
      u"chính phủ", u"quốc hội",     u"bộ",          u"ban",       u"ủy ban",  u"ubnd",      u"hđnd",
      u"ubtvqh",    u"thủ tướng",    u"chủ tịch",    u"hội đồng",  u"tòa án",  u"tand",      u"viện",
      u"vksnd",     u"tổng",         u"cục",         u"chi cục",   u"sở",      u"văn phòng", u"trung ương",
      u"đảng",      u"tỉnh ủy",      u"thành ủy",    u"huyện ủy",  u"quận ủy", u"thị ủy",    u"đảng ủy",
      u"liên",      u"ngân hàng",    u"kiểm toán",   u"bảo hiểm",  u"đại hội", u"hội nghị",  u"học viện",
      u"trường",    u"đại học",      u"thường trực", u"thường vụ", u"đoàn",    u"mặt trận",  u"phó",
      u"công đoàn", u"nhà nước",     u"thanh tra",   u"quận",      u"phòng",   u"đài",       u"kho bạc",
      u"thống đốc", u"chánh",        u"giám đốc",    u"hội",       u"quân ủy", u"bí thư",    u"tw",
      u"nhnn",      u"bch",          u"btv",         u"hđbt",      u"liên bộ", u"công an",   u"hiệp hội",
      u"tập đoàn",  u"bưu điện",     u"nước",        u"mttq",      u"btc",     u"bộ trưởng", u"cơ quan",
      u"trung tâm", u"thông tấn xã", u"bệnh viện",   u"quân khu",  u"tòa",     u"vptw"};
  return known;
}

// What a subject without "về" begins with.
const Phrases& subject_verbs() {
  static const Phrases known = {u"quy định",   u"ban hành",   u"hướng dẫn",  u"sửa đổi",    u"phê duyệt",  u"công bố",
                                u"bãi bỏ",     u"thành lập",  u"hợp nhất",   u"điều chỉnh", u"triển khai", u"tổ chức",
                                u"thực hiện",  u"kiện toàn",  u"bổ sung",    u"thí điểm",   u"thay thế",   u"cho phép",
                                u"chấp thuận", u"tăng cường", u"đính chính", u"ủy quyền",   u"phân công",  u"bổ nhiệm",
                                u"công nhận",  u"đẩy mạnh",   u"quy đổi",    u"giao",       u"phân cấp",   u"hủy bỏ",
                                u"giải thích", u"gia hạn",    u"xếp hạng",   u"thông qua",  u"phê chuẩn",  u"kết luận",
                                u"truyền đạt", u"đề nghị",    u"miễn nhiệm", u"chi tiết",   u"xử lý",      u"phát động",
                                u"kéo dài",    u"áp dụng",    u"định hướng", u"quản lý",    u"xác định",   u"đổi tên",
                                u"sắp xếp",    u"kết thúc",   u"cử",         u"tặng"};
  return known;
}

// Lower-case words with which a sentence goes on after a reference; no name of a body has them.
const Phrases& goes_on() {
  static const Phrases known = {
      u"đã",        u"được",     u"là",     u"có",        u"yêu cầu",  u"nêu",      u"xác định",  u"khẳng định",
      u"nhấn mạnh", u"đặt ra",   u"chỉ rõ", u"ra đời",    u"thì",      u"để",       u"nhằm",      u"trong đó",
      u"cho",       u"với",      u"khi",    u"sau khi",   u"và các",   u"đề ra",    u"cũng",      u"sẽ",
      u"phải",      u"không",    u"đang",   u"hiện hành", u"nêu trên", u"nói trên", u"này",       u"đó",
      u"trên đây",  u"đến",      u"vào",    u"như",       u"thể hiện", u"ký",       u"thông qua", u"do",
      u"mà",        u"nên",      u"vẫn",    u"chưa",      u"theo",     u"cần",      u"bao gồm",   u"gồm",
      u"chỉ đạo",   u"giao cho", u"theo đó"};
  return known;
}

// Phrases that end a subject or a law's name in running text.
const Phrases& subject_ends() {
  static const Phrases known = {u"đã được",       u"đã quy định",    u"đã nêu",       u"đã xác định",  u"đã chỉ",
                                u"đã khẳng định", u"đã yêu cầu",     u"đã ban hành",  u"đã đề ra",     u"đã có",
                                u"đã tạo",        u"có hiệu lực",    u"được sửa đổi", u"được bổ sung", u"được ban hành",
                                u"được thay thế", u"được thông qua", u"được công bố", u"nêu rõ",       u"nêu trên",
                                u"chỉ rõ",        u"khẳng định rõ",  u"xác định rõ",  u"quy định rõ",  u"nhấn mạnh",
                                u"hết hiệu lực",  u"ra đời",         u"là văn bản",   u"là cơ sở",     u"là căn cứ",
                                u"đang được",     u"yêu cầu các",    u"cho thấy",     u"theo đó"};
  return known;
}

const Phrases& law_goes_on() {
  static const Phrases known = {
      u"quy định", u"có hiệu lực", u"có",         u"được",  u"đã",   u"là",        u"nêu",        u"yêu cầu",
      u"thì",      u"nhằm",        u"ra đời",     u"không", u"phải", u"đang",      u"sẽ",         u"hiện hành",
      u"này",      u"nêu trên",    u"để",         u"khi",   u"vừa",  u"cũng",      u"chưa",       u"cho phép",
      u"đó",       u"nói trên",    u"mới",        u"cũ",    u"đến",  u"còn",       u"nghiêm cấm", u"chỉ",
      u"ghi",      u"xác định",    u"khẳng định", u"cần",   u"vẫn",  u"thông qua", u"theo đó",    u"về việc",
      u"như sau",  u"và các",      u"và những",   u"hoặc"};
  return known;
}

const Phrases& law_bodies() {
  static const Phrases known = {u"quốc hội", u"ủy ban thường vụ quốc hội", u"chủ tịch nước", u"hội đồng nhà nước"};
  return known;
}

// "Luật" begins other words too.
const Phrases& no_law() {
  static const Phrases known = {
      u"sư",    u"lệ",       u"pháp",      u"gia",       u"định",     u"chơi",     u"rừng",    u"này",
      u"đó",    u"trên",     u"hiện hành", u"học",       u"nhân quả", u"thơ",      u"hấp dẫn", u"bất thành văn",
      u"của",   u"quy định", u"được",      u"là",        u"có",       u"đã",       u"tục",     u"mới",
      u"cũ",    u"và",       u"khoa",      u"bằng trắc", u"sắt",      u"giang hồ", u"im lặng", u"các",
      u"những", u"vận",      u"khác"};
  return known;
}

// Where names of laws in force have commas.
const Phrases& name_commas() {
  static const Phrases known = {
      u"phòng, chống", u"bệnh, chữa", u"đua, khen",   u"toàn, vệ",     u"cảnh, xuất", u"cảnh, nhập", u"cảnh, quá",
      u"cảnh, cư",     u"lý, sử",     u"ngưỡng, tôn", u"kiệm, chống",  u"bộ, công",   u"cháy, chữa", u"mua, trưng",
      u"khẩu, thuế",   u"tự, an",     u"giữ, tạm",    u"nghiệp, công", u"đổi, bổ",    u"hồi, phá",   u"khí, vật",
      u"rượu, bia",    u"ninh, trật", u"cháy, cứu",   u"sách, nhà",    u"tạo, bồi"};
  return known;
}

const Phrases& treaties() {
  static const Phrases known = {u"công ước",    u"hiệp định", u"nghị định thư",    u"hiệp ước",
                                u"hiến chương", u"thỏa ước",  u"công hàm trao đổi"};
  return known;
}

const Abbreviation* abbreviation_of(std::u16string_view capitals) {
  static constexpr Abbreviation known[] = {{u"NĐ", u"Nghị định"},
                                           {u"TT", u"Thông tư"},
                                           {u"TTLT", u"Thông tư liên tịch"},
                                           {u"QĐ", u"Quyết định"},
                                           {u"NQ", u"Nghị quyết"},
                                           {u"NQLT", u"Nghị quyết liên tịch"},
                                           {u"CT", u"Chỉ thị"},
                                           {u"CV", u"Công văn"},
                                           {u"KL", u"Kết luận"},
                                           {u"TB", u"Thông báo"},
                                           {u"KH", u"Kế hoạch"},
                                           {u"HD", u"Hướng dẫn"},
                                           {u"BC", u"Báo cáo"},
                                           {u"TTr", u"Tờ trình"},
                                           {u"CĐ", u"Công điện"},
                                           {u"PL", u"Pháp lệnh"},
                                           {u"SL", u"Sắc lệnh"},
                                           {u"VBHN", u"Văn bản hợp nhất"},
                                           {u"HP", u"Hiến pháp", true},
                                           {u"BLDS", u"Bộ luật Dân sự", true},
                                           {u"BLHS", u"Bộ luật Hình sự", true},
                                           {u"BLLĐ", u"Bộ luật Lao động", true},
                                           {u"BLHH", u"Bộ luật Hàng hải", true},
                                           {u"BLTTDS", u"Bộ luật Tố tụng dân sự", true},
                                           {u"BLTTHS", u"Bộ luật Tố tụng hình sự", true},
                                           {u"LĐĐ", u"Luật Đất đai", true},
                                           {u"LDN", u"Luật Doanh nghiệp", true},
                                           {u"LHNGĐ", u"Luật Hôn nhân và gia đình", true},
                                           {u"LTTHC", u"Luật Tố tụng hành chính", true},
                                           {u"LTM", u"Luật Thương mại", true}};
  for (const Abbreviation& one : known) {
    if (one.written == capitals) return &one;
  }
  return nullptr;
}

std::u16string_view standards_of(std::u16string_view capitals) {
  struct Series {
    std::u16string_view written;
    std::u16string_view genre;
  };
  static constexpr Series known[] = {{u"TCVN", u"Tiêu chuẩn quốc gia"},
                                     {u"TCXDVN", u"Tiêu chuẩn xây dựng Việt Nam"},
                                     {u"TCXD", u"Tiêu chuẩn xây dựng"},
                                     {u"QCVN", u"Quy chuẩn kỹ thuật quốc gia"},
                                     {u"QCXDVN", u"Quy chuẩn xây dựng Việt Nam"},
                                     {u"QCĐP", u"Quy chuẩn kỹ thuật địa phương"},
                                     {u"QCKT", u"Quy chuẩn kỹ thuật"},
                                     {u"TCCS", u"Tiêu chuẩn cơ sở"},
                                     {u"TCN", u"Tiêu chuẩn ngành"}};
  for (const Series& one : known) {
    if (one.written == capitals) return one.genre;
  }
  return {};
}

}  // namespace soat::reference::legal
