#pragma once

#include <string>
#include <string_view>

#include "reference/phrases.h"

namespace soat::reference {

// Who issued the document with this symbol, by the abbreviations in it (data/issuers.txt): "Chính phủ" for
// "30/2020/NĐ-CP", "Bộ Công an, Bộ Quốc phòng" for "09/2013/TTLT-BCA-BQP". Empty when it does not say, or not for sure
// ("15/2021/NQ-HĐND").
std::u16string issuer_of_symbol(std::u16string_view symbol);

// What the names begin with of the bodies whose documents have such a symbol, given in small letters without marks:
// "chính phủ" for "30/2020/nd-cp". Null when it says nothing.
const Phrases* issuer_words_of_symbol(std::u16string_view symbol);

}  // namespace soat::reference
