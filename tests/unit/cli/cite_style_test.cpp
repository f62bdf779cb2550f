#include "cli/cite_style.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "support/test_folder.h"
#include "text/error.h"

namespace soat::cli {
namespace {

const std::filesystem::path data = SOAT_SOURCE_DIR "/dictionaries/vi/citation";

std::string id_of(const std::string& wanted) {
  return open_style(wanted, data).info.id;
}

std::string fault(const std::string& wanted) {
  try {
    open_style(wanted, data);
  } catch (const Error& error) {
    return error.in(text::Language::en);
  }
  return "";
}

TEST(CiteStyle, IsFoundByNameIdAndTitle) {
  const std::string apa = "http://www.zotero.org/styles/apa";
  const std::string ministry = "https://soat.invalid/styles/bo-giao-duc-va-dao-tao";
  for (const std::string& wanted :
       {std::string("apa"), std::string("APA"), apa, std::string("american psychological association 7th edition")})
    EXPECT_EQ(id_of(wanted), apa) << wanted;
  for (const char* wanted : {"bo-giao-duc-va-dao-tao", "Bộ Giáo dục và Đào tạo (Việt Nam)", "BỘ GIÁO DỤC và đào tạo"})
    EXPECT_EQ(id_of(wanted), ministry) << wanted;
}

TEST(CiteStyle, AFileIsOpened) {
  const test::TestFolder folder;
  std::filesystem::copy_file(data / "styles" / "ieee.csl", folder / "a b.csl");
  EXPECT_EQ(id_of((folder / "a b.csl").string()), "http://www.zotero.org/styles/ieee");
  EXPECT_NE(fault((folder / "none.csl").string()).find("none.csl"), std::string::npos);
}

TEST(CiteStyle, WhatNothingIsCalledIsToldWithThoseThatThereAre) {
  for (const char* wanted :
       {"aap", "http://www.zotero.org/styles/app", "American Psychologic Association 7th edition"}) {
    const std::string said = fault(wanted);
    EXPECT_NE(said.find("did you mean apa?"), std::string::npos) << said;
    EXPECT_NE(said.find("vancouver = Vancouver"), std::string::npos) << said;
  }
  EXPECT_NE(fault("ISO 960").find("did you mean iso-690?"), std::string::npos) << fault("ISO 960");
  const std::string said = fault("không có gì giống");
  EXPECT_EQ(said.find("did you mean"), std::string::npos) << said;
  EXPECT_NE(said.find("iso-690"), std::string::npos) << said;
}

}  // namespace
}  // namespace soat::cli
