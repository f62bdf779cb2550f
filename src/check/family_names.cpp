#include "check/family_names.h"

#include <array>
#include <bitset>
#include <string_view>

namespace soat::check {
namespace {

// From Lê Trung Hoa, "Họ và tên người Việt Nam", 2005.
constexpr auto family_names = std::to_array<std::u16string_view>(
    {u"nguyễn", u"trần",  u"lê",    u"phạm",   u"hoàng", u"huỳnh", u"phan", u"vũ",    u"võ",
     u"đặng",   u"bùi",   u"đỗ",    u"hồ",     u"ngô",   u"dương", u"lý",   u"đào",   u"đoàn",
     u"vương",  u"trịnh", u"đinh",  u"lâm",    u"phùng", u"mai",   u"tô",   u"hà",    u"cao",
     u"tạ",     u"thái",  u"lương", u"trương", u"quách", u"châu",  u"nông", u"triệu", u"chu"});

std::bitset<text::code_limit> make_set() {
  std::bitset<text::code_limit> set;
  for (const std::u16string_view name : family_names) set.set(text::fold_i_y(text::parse(name)).code());
  return set;
}

}  // namespace

bool is_family_name(text::Syllable syllable) {
  static const std::bitset<text::code_limit> set = make_set();
  return syllable.valid() && set.test(text::fold_i_y(syllable).code());
}

}  // namespace soat::check
