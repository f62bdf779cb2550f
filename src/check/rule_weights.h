#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace soat::check {

// The numbers by which rules turn what they see into a confidence: dictionaries/vi/rule-weights.txt, whose head says
// what they mean. Immutable.
class RuleWeights {
 public:
  // Those of one rule; refers to the table, so read them while the rule is made.
  class Of {
   public:
    // Throws soat::Error with the file when the table has no number of this name for the rule.
    float operator[](std::string_view name) const;

   private:
    friend class RuleWeights;
    Of(const RuleWeights& table, std::string_view rule) : table_(&table), rule_(rule) {}
    const RuleWeights* table_;
    std::string_view rule_;
  };

  // Throws soat::Error when the file cannot be used, names a rule that there is none of, or a number twice.
  static RuleWeights load(const std::filesystem::path& file);

  Of of(std::string_view rule) const { return {*this, rule}; }

 private:
  std::filesystem::path file_;
  std::map<std::string, float, std::less<>> numbers_;  // by "rule<tab>name"
};

}  // namespace soat::check
