#include "check/rule_weights.h"

#include "check/rule_info.h"
#include "text/table_reader.h"
#include "texts/error.h"

namespace soat::check {
namespace {

std::string key_of(std::string_view rule, std::string_view name) {
  return std::string(rule) + '\t' + std::string(name);
}

}  // namespace

float RuleWeights::Of::operator[](std::string_view name) const {
  const auto found = table_->numbers_.find(key_of(rule_, name));
  if (found != table_->numbers_.end()) return found->second;
  text::data_fault(table_->file_, 0, {texts::error_row_nothing_of, std::string(rule_) + ' ' + std::string(name)},
                   false);
}

RuleWeights RuleWeights::load(const std::filesystem::path& file) {
  RuleWeights weights;
  weights.file_ = file;
  text::TableReader table(file, "rule-weights");
  while (table.next(3, 3)) {
    if (find_rule(table[0]) == nullptr) table.fail(texts::error_row_class_unknown);
    if (!weights.numbers_.emplace(key_of(table[0], table[1]), table.number(2)).second)
      table.fail(texts::error_row_twice);
  }
  return weights;
}

}  // namespace soat::check
