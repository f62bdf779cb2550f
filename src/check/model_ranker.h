#pragma once

#include <memory>

#include "check/suggestion_ranker.h"

namespace soat::model {
class LanguageModel;
}

namespace soat::check {

// Ranks by the n-gram model. Precondition: model is not null.
std::unique_ptr<SuggestionRanker> make_model_ranker(std::shared_ptr<const model::LanguageModel> model);

}  // namespace soat::check
