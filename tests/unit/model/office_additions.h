#pragma once

#include <gtest/gtest.h>

#include <array>
#include <memory>
#include <string>

#include "model/additions.h"
#include "model/language_model.h"
#include "support/model_sample.h"
#include "text/error.h"
#include "training/learn_additions.h"

// Additions to a small model, for tests.
namespace soat::model {

inline std::string office_text() {
  std::string text;
  for (int i = 0; i < 5; ++i) {
    text += "Ông Phùng Quyết ký văn bản.\nGặp ông Phùng Quyết về dự án Kim-Long.\nMáy Zenbox hỏng.\n";
  }
  return text + "Chỉ một lần thôi.\n";
}

class AdditionsTest : public testing::Test {
 protected:
  std::shared_ptr<const LanguageModel> with(const std::string& text) {
    const std::array texts{folder_.write("office.txt", text)};
    training::learn_additions(texts).write(folder_ / "office.additions");
    const std::array additions{folder_ / "office.additions"};
    return LanguageModel::open(folder_ / "sample.model", additions);
  }
  std::string error_of(const std::string& bytes) const {
    try {
      Additions::read(folder_.write("bad.additions", bytes));
    } catch (const Error& error) {
      return error.what();
    }
    return "";
  }

  TestFolder folder_;
  std::shared_ptr<const LanguageModel> model_ = sample_model(folder_);
};

}  // namespace soat::model
