#pragma once

#include <cstddef>
#include <string>
#include <utility>

#include "citation/exchange/exchange.h"
#include "text/message.h"

namespace soat::citation {

// Collects remarks on a file, at most twenty, and says in the end how many more there were.
class RemarkList {
 public:
  RemarkList(std::string file, Remarks* remarks) : file_(std::move(file)), remarks_(remarks) {}
  void add(std::size_t line, const text::Message& what, bool lost);
  void add(const text::Message& what, bool lost);  // of no line
  void finish();

 private:
  void add_whole(text::Message text, bool lost);

  std::string file_;
  Remarks* remarks_;
  std::string last_;
  std::size_t count_ = 0;
  std::size_t left_out_ = 0;
  bool lost_ = false;
};

}  // namespace soat::citation
