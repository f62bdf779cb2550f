#include "platform/decoder.h"

#include <gtest/gtest.h>

namespace soat::platform {
namespace {

std::string decoded(const std::string& encoding, std::string_view bytes) {
  const Decoder decoder(encoding);
  if (!decoder.is_known()) return "unknown";
  std::optional<std::size_t> fault;
  const std::string text = decoder.decode(bytes, fault);
  return fault ? text + "|" + std::to_string(*fault) : text;
}

TEST(Decoder, KnowsWhatPagesAreIn) {
  EXPECT_EQ(decoded("WINDOWS-1252", "caf\xE9"), "café");
  EXPECT_EQ(decoded("WINDOWS-1254", "\xFE"), "ş");
  EXPECT_EQ(decoded("iso-8859-2", "\xB3"), "ł");
  EXPECT_EQ(decoded("koi8-r", "\xC4\xC1"), "да");
  EXPECT_EQ(decoded("WINDOWS-1258", "ba\xF2n"), "bạn") << "composed";
  EXPECT_EQ(decoded("CP932", "\x93\xFA"), "日");
  EXPECT_EQ(decoded("GB18030", "\xC4\xE3"), "你");
  EXPECT_EQ(decoded("CP949", "\xB0\xA1"), "가");
}

TEST(Decoder, SaysWhereItStopped) {
  EXPECT_EQ(decoded("CP932", "ab\x93"), "ab|2");
  EXPECT_EQ(decoded("CP949", "a\xB0\xA1\xFF"), "a가|3");
  EXPECT_EQ(decoded("WINDOWS-1252", "caf\xE9\x81"), "café|4");
  EXPECT_EQ(decoded("WINDOWS-1253", "\xE1\xAA"), "α|1");
}

TEST(Decoder, OfNothingGivesNothing) {
  EXPECT_EQ(decoded("CP932", ""), "");
}

TEST(Decoder, WhatNobodyKnowsIsUnknown) {
  EXPECT_EQ(decoded("không có", "a"), "unknown");
  EXPECT_EQ(decoded("", "a"), "unknown");
}

}  // namespace
}  // namespace soat::platform
