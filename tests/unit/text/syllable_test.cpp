#include "text/syllable.h"

#include <gtest/gtest.h>

#include <set>

#include "text/utf.h"

namespace soat::text {
namespace {

using N = Nucleus;

TEST(Parse, TakesASyllableApart) {
  const Syllable s = parse(u"nghiêng");
  ASSERT_TRUE(s.valid());
  EXPECT_EQ(s.onset(), Onset::ng);
  EXPECT_EQ(s.medial(), Medial::none);
  EXPECT_EQ(s.nucleus(), N::ie);
  EXPECT_EQ(s.coda(), Coda::ng);
  EXPECT_EQ(s.tone(), Tone::ngang);

  const Syllable t = parse(u"NGUYỄN");
  ASSERT_TRUE(t.valid());
  EXPECT_EQ(t.onset(), Onset::ng);
  EXPECT_EQ(t.medial(), Medial::w);
  EXPECT_EQ(t.nucleus(), N::ie);
  EXPECT_EQ(t.coda(), Coda::n);
  EXPECT_EQ(t.tone(), Tone::nga);
}

TEST(Parse, ReadsQuAsRoundedC) {
  const Syllable qua = parse(u"quá");
  EXPECT_EQ(qua.onset(), Onset::c);
  EXPECT_EQ(qua.medial(), Medial::w);
  EXPECT_EQ(qua.nucleus(), N::a);
  const Syllable cua = parse(u"cúa");
  EXPECT_EQ(cua.onset(), Onset::c);
  EXPECT_EQ(cua.medial(), Medial::none);
  EXPECT_EQ(cua.nucleus(), N::uo);
  EXPECT_EQ(parse(u"quở").nucleus(), N::o_horn);
  EXPECT_NE(parse(u"quốc"), parse(u"cuốc"));
}

TEST(Parse, ReadsGi) {
  EXPECT_EQ(parse(u"gì").onset(), Onset::gi);
  EXPECT_EQ(parse(u"gì").nucleus(), N::i);
  EXPECT_EQ(parse(u"gìn").coda(), Coda::n);
  EXPECT_EQ(parse(u"giếng").nucleus(), N::ie);
  EXPECT_EQ(parse(u"già").nucleus(), N::a);
  EXPECT_EQ(parse(u"ghì").onset(), Onset::g);
  EXPECT_EQ(parse(u"giữ").nucleus(), N::u_horn);
}

TEST(Parse, AcceptsWordsInUse) {
  for (const char16_t* word :
       {u"đường", u"khuya",  u"khuỷu", u"ngoằn", u"ngoèo", u"ngoáo", u"quạu",   u"quàu",   u"xoong", u"boong", u"soóc",
        u"moóc",  u"coóc",   u"goòng", u"pin",   u"buýt",  u"phuy",  u"voan",   u"boa",    u"tuýp",  u"quắp",  u"huênh",
        u"hoang", u"nguệch", u"xoẻng", u"yểng",  u"yêu",   u"ỉa",    u"gioăng", u"giặt",   u"giềng", u"quên",  u"quệt",
        u"quyết", u"quýnh",  u"quính", u"quít",  u"thuở",  u"huơ",   u"bâng",   u"khuâng", u"khuấy", u"ngoạm", u"hươu",
        u"rượu",  u"y",      u"ở",     u"ý",     u"ừ",     u"uống",  u"ước"}) {
    EXPECT_TRUE(parse(word).valid()) << to_utf8(word);
  }
}

TEST(Parse, RefusesWhatBreaksASpellingRule) {
  for (const char16_t* word :
       {u"nghành", u"ngĩ",  u"kô",    u"cê",       u"gê",   u"ghà",     u"cì",      u"ka",   u"qa",    u"coa",
        u"iêu",    u"nyên", u"giă",   u"bă",       u"anh1", u"thườn g", u"nhừơng2", u"tt",   u"b",     u"zô",
        u"fải",    u"jì",   u"wa",    u"catt",     u"ach",  u"toàc",    u"ruợu",    u"đẹch", u"khônq", u"tiêng2",
        u"hoảt",   u"càc",  u"lịchh", u"nghiêngg", u"",     u"áá",      u"êch"}) {
    EXPECT_FALSE(parse(word).valid()) << to_utf8(word);
  }
}

TEST(Parse, ToneOnAStopIsSacOrNang) {
  EXPECT_TRUE(parse(u"mát").valid());
  EXPECT_TRUE(parse(u"mạt").valid());
  EXPECT_FALSE(parse(u"mat").valid());
  EXPECT_FALSE(parse(u"mảt").valid());
}

struct PlacementCase {
  const char16_t* word;
  TonePlacement placement;
};

TEST(ParseWithPlacement, TellsTheStylesApart) {
  for (const auto& [word, placement] : {
           PlacementCase{u"hòa", TonePlacement::old_style},  PlacementCase{u"hoà", TonePlacement::new_style},
           PlacementCase{u"thủy", TonePlacement::old_style}, PlacementCase{u"thuỷ", TonePlacement::new_style},
           PlacementCase{u"khỏe", TonePlacement::old_style}, PlacementCase{u"khoẻ", TonePlacement::new_style},
           PlacementCase{u"toán", TonePlacement::both},      PlacementCase{u"tóan", TonePlacement::misplaced},
           PlacementCase{u"nước", TonePlacement::both},      PlacementCase{u"nứơc", TonePlacement::misplaced},
           PlacementCase{u"quý", TonePlacement::both},       PlacementCase{u"qúy", TonePlacement::misplaced},
           PlacementCase{u"quá", TonePlacement::both},       PlacementCase{u"qúa", TonePlacement::misplaced},
           PlacementCase{u"gìn", TonePlacement::both},       PlacementCase{u"gíá", TonePlacement::none},
           PlacementCase{u"gía", TonePlacement::misplaced},  PlacementCase{u"giá", TonePlacement::both},
           PlacementCase{u"mùa", TonePlacement::both},       PlacementCase{u"muà", TonePlacement::misplaced},
           PlacementCase{u"Huế", TonePlacement::both},       PlacementCase{u"thuở", TonePlacement::both},
           PlacementCase{u"goòng", TonePlacement::both},     PlacementCase{u"gòong", TonePlacement::misplaced},
           PlacementCase{u"khuỷu", TonePlacement::both},     PlacementCase{u"ngoẻo", TonePlacement::both},
           PlacementCase{u"hoa", TonePlacement::none},       PlacementCase{u"giếng", TonePlacement::both},
       }) {
    EXPECT_EQ(parse_with_placement(word).placement, placement) << to_utf8(word);
  }
  EXPECT_EQ(parse(u"hòa"), parse(u"HOÀ"));
  EXPECT_EQ(parse(u"nứơc"), parse(u"nước"));
}

TEST(PossibleSyllables, PutTogetherAndTakenApartAreTheSame) {
  std::set<std::u16string> spellings;
  for (const Syllable s : possible_syllables()) {
    ASSERT_TRUE(s.valid());
    for (const ToneStyle style : {ToneStyle::old_style, ToneStyle::new_style}) {
      const std::u16string word = compose(s, style);
      const ParsedSyllable parsed = parse_with_placement(word);
      ASSERT_EQ(parsed.syllable, s) << to_utf8(word);
      ASSERT_NE(parsed.placement, TonePlacement::misplaced) << to_utf8(word);
      if (s.tone() == Tone::ngang) {
        ASSERT_EQ(parsed.placement, TonePlacement::none);
      } else if (parsed.placement != TonePlacement::both) {
        ASSERT_EQ(parsed.placement,
                  style == ToneStyle::old_style ? TonePlacement::old_style : TonePlacement::new_style);
      }
    }
    ASSERT_TRUE(spellings.insert(compose(s)).second) << to_utf8(compose(s));
    const auto rime = find_rime(s.medial(), s.nucleus(), s.coda());
    ASSERT_TRUE(rime);
    ASSERT_EQ(Syllable(s.onset(), *rime, s.tone()), s);
    ASSERT_EQ(Syllable::from_code(s.code()), s);
    ASSERT_LT(s.code(), code_limit);
  }
  EXPECT_GT(spellings.size(), 12000u);
  EXPECT_LT(spellings.size(), 22000u);
}

TEST(Syllable, DefaultIsNone) {
  EXPECT_FALSE(Syllable().valid());
  EXPECT_FALSE(Syllable::from_code(0xFFFF).valid());
  EXPECT_FALSE(Syllable::from_code(7).valid());
}

TEST(Syllable, ChangesOnePart) {
  EXPECT_EQ(parse(u"ma").with_tone(Tone::nga), parse(u"mã"));
  EXPECT_FALSE(parse(u"mát").with_tone(Tone::ngang).valid());
  EXPECT_EQ(parse(u"trong").with_onset(Onset::ch), parse(u"chong"));
  EXPECT_EQ(parse(u"ca").with_rime(parse(u"nghe").rime()), parse(u"ke"));
}

TEST(FoldIY, JoinsSpellingsThatUsageAllows) {
  EXPECT_EQ(fold_i_y(parse(u"mỹ")), parse(u"mĩ"));
  EXPECT_EQ(fold_i_y(parse(u"quít")), fold_i_y(parse(u"quýt")));
  EXPECT_EQ(fold_i_y(parse(u"quí")), fold_i_y(parse(u"quý")));
  EXPECT_EQ(other_i_y(parse(u"lí")), parse(u"lý"));
  EXPECT_EQ(other_i_y(parse(u"quý")), parse(u"quí"));
  EXPECT_NE(fold_i_y(parse(u"tai")), fold_i_y(parse(u"tay")));
  EXPECT_NE(fold_i_y(parse(u"túi")), fold_i_y(parse(u"túy")));
  EXPECT_FALSE(other_i_y(parse(u"nhi")).valid());
  EXPECT_EQ(fold_i_y(parse(u"nhi")), parse(u"nhi"));
}

TEST(Family, MembersDifferOnlyInMarks) {
  EXPECT_EQ(bare(parse(u"đường")).str(), u"duong");
  EXPECT_EQ(family_key(parse(u"đường")), family_key(parse(u"dượng")));
  EXPECT_NE(family_key(parse(u"đường")), family_key(parse(u"đương").with_onset(Onset::t)));
  EXPECT_EQ(family_key(u"DUONG"), family_key(parse(u"đường")));
  EXPECT_EQ(family_key(u"abc1"), 0u);
  EXPECT_TRUE(family_members(family_key(u"xyz")).empty());
  std::size_t members = 0;
  for (const Syllable s : possible_syllables()) {
    const auto family = family_members(family_key(s));
    ASSERT_TRUE(std::find(family.begin(), family.end(), s) != family.end());
    for (const Syllable other : family) ASSERT_EQ(bare(other).view(), bare(s).view());
    ++members;
  }
  EXPECT_EQ(members, possible_syllables().size());
}

}  // namespace
}  // namespace soat::text
