#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace soat::report {

// A ZIP archive whose parts are not packed, put together in memory: what a small document needs, without a library.
class StoredZip {
 public:
  // Fewer than 65,535 parts of less than 4 GiB in all.
  void add(std::string_view name, std::string_view bytes);
  // The archive; to be called once, at the end.
  std::string finish();

 private:
  std::string parts_;
  std::string directory_;
  std::uint16_t count_ = 0;
};

}  // namespace soat::report
