#include "text/system_error.h"

#include <gtest/gtest.h>

#include <cerrno>
#include <set>
#include <string>
#include <system_error>

#include "platform/files.h"

namespace soat::text {
namespace {

const int met[] = {ENOENT, EACCES, EPERM, EISDIR, ENOTDIR, ENOSPC,       platform::error_of_quota,
                   EROFS,  EIO,    ELOOP, EFBIG,  EMFILE,  ENAMETOOLONG, EPIPE};

TEST(SystemError, WhatUsersMeetIsToldInTheirLanguage) {
  for (const int code : met) {
    const Message message = system_error(code);
    EXPECT_NE(message.utf8(Language::vi), message.utf8(Language::en)) << code;
    EXPECT_EQ(message.utf8(Language::vi).find(std::generic_category().message(code)), std::string::npos) << code;
  }
}

TEST(SystemError, EachHasAnotherText) {
  std::set<std::string> texts;
  for (const int code : met) texts.insert(system_error(code).utf8(Language::vi));
  EXPECT_EQ(texts.size(), std::size(met));
}

TEST(SystemError, OthersAreToldAsTheSystemDoes) {
  for (const int code : {EDOM, 123456}) {
    EXPECT_NE(system_error(code).utf8(Language::vi).find(std::generic_category().message(code)), std::string::npos);
  }
}

}  // namespace
}  // namespace soat::text
