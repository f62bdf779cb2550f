#pragma once

// What the marks of encodings in which a mark follows its letter make of it. Within src/text.
namespace soat::text {

// The letter that a letter and a VNI mark character make, or 0.
char16_t with_vni_mark(char16_t base, char16_t unit);

// What a letter becomes with a VIQR character after it, or 0 when that is no mark of it.
char16_t with_viqr(char16_t base, char16_t unit);

}  // namespace soat::text
