#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "model/restore.h"

namespace soat::model {

// What a person decides by before a paragraph is restored.
struct RestorePreview {
  std::u16string after;                // the paragraph as it would read
  std::vector<std::u16string> unsure;  // words that may be wrong, at most 20, with other ways: "bạn (bán, bàn)"
  bool bare = false;                   // it reads as written without marks, so that restoring it is likely wanted
};

// may_change: whether the word [start, end), in UTF-16 units of the paragraph, would be replaced; others stay as they
// are. Throws nothing but for lack of memory.
RestorePreview preview_of(std::u16string_view paragraph, const Restoration& restored,
                          const std::function<bool(std::uint32_t start, std::uint32_t end)>& may_change);

}  // namespace soat::model
