// The reader of tables: any bytes give rows or a soat::Error that names the file. The first byte says whether they are
// a whole file or the rows behind a sound head.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "memory_file.h"
#include "text/error.h"
#include "text/table_reader.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view rest(reinterpret_cast<const char*>(data) + 1, size - 1);
  const std::string bytes = data[0] % 2 == 0 ? std::string(rest) : soat::text::sealed_table("fuzz", 1, rest);
  const soat::fuzz::MemoryFile file(std::as_bytes(std::span(bytes)));
  try {
    soat::text::TableReader table(file.path(), "fuzz");
    while (table.next()) {
      if (table.row().empty() || table[0].starts_with('#')) std::abort();
    }
  } catch (const soat::Error& error) {
    if (!std::string_view(error.what()).starts_with(file.path().string() + ":")) std::abort();
  }
  return 0;
}
