#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "text/document_place.h"

namespace soat::document {

// Counts tables, their rows and cells, and notes while a document is read in its order.
class PlaceCounter {
 public:
  void start_table() { open_.push_back({++tables_}); }
  void end_table() {
    if (!open_.empty()) open_.pop_back();
  }
  // count: of the rows or cells that one element stands for; the place is the first of them.
  void start_row(std::size_t count = 1) {
    if (open_.empty()) return;
    open_.back().row = first_of(count, open_.back().next_row);
    open_.back().column = open_.back().next_column = 0;
  }
  void start_cell(std::size_t count = 1) {
    if (!open_.empty()) open_.back().column = first_of(count, open_.back().next_column);
  }

  void start_footnote() { footnote_ = ++footnotes_; }
  void start_endnote() { endnote_ = ++endnotes_; }
  void end_note() { footnote_ = endnote_ = 0; }

  // The place of a paragraph that begins here. A note stands by itself, wherever it is written down.
  text::DocumentPlace place() const {
    text::DocumentPlace place;
    place.footnote = footnote_;
    place.endnote = endnote_;
    if (open_.empty() || footnote_ > 0 || endnote_ > 0) return place;
    place.table = open_.back().number;
    place.row = open_.back().row;
    place.column = open_.back().column;
    return place;
  }

 private:
  struct Table {
    std::uint32_t number = 0;
    std::uint32_t row = 0;
    std::uint32_t column = 0;
    std::uint32_t next_row = 0;  // behind those that the last element stood for
    std::uint32_t next_column = 0;
  };

  // The first of count further ones.
  static std::uint32_t first_of(std::size_t count, std::uint32_t& next) {
    constexpr std::size_t most = 1'000'000;
    const std::uint32_t first = next + 1;
    next = static_cast<std::uint32_t>(std::min<std::size_t>(next + std::min(count, most), most));
    return first;
  }

  std::vector<Table> open_;  // innermost last
  std::uint32_t tables_ = 0;
  std::uint32_t footnotes_ = 0;
  std::uint32_t endnotes_ = 0;
  std::uint32_t footnote_ = 0;  // 0: in none
  std::uint32_t endnote_ = 0;
};

}  // namespace soat::document
