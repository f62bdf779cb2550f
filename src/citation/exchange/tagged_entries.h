#pragma once

#include <cstddef>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>

#include "citation/exchange/remark_list.h"
#include "citation/exchange/ris_entry.h"
#include "text/error.h"

namespace soat::citation {

// What readers of lines with tags share: the lines of a file one by one, the entry that is being read, and the items
// made of those that have ended.
class TaggedEntries {
 public:
  // bytes: a file, whose encoding is found out; name: its own, for remarks and errors.
  TaggedEntries(std::string_view bytes, const std::string& name, Remarks* remarks);

  // Goes to the next line; false behind the last.
  bool next();
  // Without its end.
  std::string_view line() const { return line_; }
  // From 1 on.
  std::size_t number() const { return number_; }

  // The entry that is being read; no lines: none is.
  RisEntry& entry() { return entry_; }
  bool is_open() const { return !entry_.lines.empty(); }
  // The entry has ended, if there is one: it becomes an item, or a remark where it has a type and nothing else.
  void end_entry();

  // Remarks on the line that something is lost.
  void lose(const text::Message& what) { list_.add(number_, what, true); }

  // The items, after the last line. Throws `none` where a text with something in it gave neither an item nor a remark
  // of what is lost.
  nlohmann::json finish(const Error& none);

 private:
  std::string text_;
  std::string_view rest_;
  std::string_view line_;
  std::size_t number_ = 0;
  Remarks* remarks_;
  RemarkList list_;
  RisEntry entry_;
  nlohmann::json items_ = nlohmann::json::array();
};

}  // namespace soat::citation
