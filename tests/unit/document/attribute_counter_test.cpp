#include "document/attribute_counter.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace soat::document {
namespace {

// The same whatever pieces the bytes come in.
std::size_t counted(std::string_view bytes) {
  AttributeCounter whole;
  const std::size_t count = whole.count(bytes);
  AttributeCounter byte_by_byte;
  std::size_t pieces = 0;
  for (const char& c : bytes) pieces = byte_by_byte.count({&c, 1});
  EXPECT_EQ(pieces, count) << bytes;
  return count;
}

TEST(AttributeCounter, GivesTheMostThatATagHas) {
  EXPECT_EQ(counted("<a/>"), 0U);
  EXPECT_EQ(counted("<a b='1' c=\"2\"><d e='3'/></a>"), 2U);
  EXPECT_EQ(counted("<a><b x='1'/><c x='1' y='2' z='3'/></a>"), 3U);
}

TEST(AttributeCounter, CountsATagThatIsNotClosedYet) {
  std::string bytes = "<a";
  for (int i = 0; i < 5000; ++i) bytes += " a" + std::to_string(i) + "='x'";
  EXPECT_GT(counted(bytes), most_xml_attributes);
}

TEST(AttributeCounter, WhatLooksLikeATagInAValueACommentOrTheLikeIsNone) {
  EXPECT_EQ(counted("<a b='<c d=1 e=2 f=3'/>"), 1U);
  EXPECT_EQ(counted("<!-- <c d='1' e='2'> --><a/>"), 0U);
  EXPECT_EQ(counted("<![CDATA[<c d='1' e='2'>]]><a b='1'/>"), 1U);
  EXPECT_EQ(counted("<?xml version='1.0' encoding='UTF-8'?><a b='1'/>"), 1U);
  EXPECT_EQ(counted("a = 'b' c = 'd'"), 0U);
}

TEST(AttributeCounter, QuotesOfTheOtherKindDoNotEndAValue) {
  EXPECT_EQ(counted("<a b=\"'\" c='\"' d='3'/>"), 3U);
}

}  // namespace
}  // namespace soat::document
