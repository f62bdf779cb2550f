#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "text/message.h"

namespace soat::report {

using text::Language;

// How many there are of what.
struct Count {
  std::size_t documents = 0;
  std::size_t findings = 0;
};

// What many results of `soat check --format jsonl --status` come to. A document counts once, however many results have
// it, and only with its status: what a run that was broken off has begun is not counted.
class Totals {
 public:
  // worst: how many documents are named.
  explicit Totals(std::size_t worst) : most_worst_(worst) {}

  // A line of a result. False when it is none.
  bool add(std::string_view line);
  // At the end of each result; last_… tell of it then.
  void end_result();

  // Shards that others of the same division say there are, "3/10".
  std::vector<std::string> missing_shards() const;
  // Results, counted from 0 as they ended, that may be shards whose run was broken off: others of the same division are
  // there, and all their documents belong to one part of it.
  std::vector<std::size_t> open_shards() const;
  // Whether the last result has findings of documents without a status.
  bool was_last_without_status() const { return last_was_without_status_; }
  std::size_t twice() const { return twice_; }

  std::string text(Language language) const;
  std::string json() const;
  std::string html(Language language) const;  // a page that needs no other file

 private:
  struct Group {
    text::MessageId<0> title;
    text::MessageId<0> column;
    const std::map<std::string, Count>& counts;
  };
  std::vector<Group> groups() const;
  void take_document(const std::string& name, bool was_checked, const std::string& error);

  std::size_t most_worst_;
  std::size_t documents_ = 0;
  std::size_t findings_ = 0;
  std::size_t twice_ = 0;
  std::map<std::string, Count> rules_;
  std::map<std::string, std::string> categories_;  // of rules
  std::map<std::string, Count> folders_;
  std::map<std::string, Count> months_;
  std::set<std::pair<std::size_t, std::string>> worst_;
  std::vector<std::pair<std::string, std::string>> failed_;  // the first of them, with the reason
  std::size_t failures_ = 0;
  std::unordered_set<std::uint64_t> seen_;
  std::map<std::size_t, std::set<std::size_t>> shards_;  // by their number
  std::string pending_name_;                             // the document whose findings are being read
  std::map<std::string, std::size_t> pending_;           // by rule
  // Of each result that ended, the names of some of its documents (checksums); of those that say which shard they are,
  // nothing.
  std::vector<std::optional<std::vector<std::uint64_t>>> results_;
  std::vector<std::uint64_t> names_;  // of the result that is being read
  bool is_shard_ = false;
  bool is_without_status_ = false;
  bool last_was_without_status_ = false;
};

// "2024-05" for a path that names a month (2024/05, 2024-05 …); empty for one that does not.
std::string month_of_path(std::string_view path);

}  // namespace soat::report
