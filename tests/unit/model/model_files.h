#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string_view>

#include "model/language_model.h"
#include "support/model_sample.h"
#include "text/syllable.h"

// A small model of our own, for tests.
namespace soat::model {

class ModelTest : public testing::Test {
 protected:
  TestFolder folder_;
  std::shared_ptr<const LanguageModel> model_ = sample_model(folder_);

  WordId word(std::u16string_view text, bool capitalised = false) const {
    return model_->find(text::parse(text), capitalised);
  }
};

}  // namespace soat::model
