#include "document/archive_copy.h"

#include <zip.h>

#include <algorithm>
#include <cstdlib>
#include <new>

#include "text/error.h"
#include "texts/texts.h"

namespace soat::document {
namespace {

// A source of bytes of its own. What is written to one takes over the bytes before the first change and frees them
// later, also those that it was told to leave to their owner (libzip, buffer_clone).
zip_source_t* make_source(std::string_view bytes) {
  void* const own = std::malloc(std::max<std::size_t>(bytes.size(), 1));
  if (!own) throw std::bad_alloc();
  std::ranges::copy(bytes, static_cast<char*>(own));
  zip_source_t* const source = zip_source_buffer_create(own, bytes.size(), 1, nullptr);
  if (source) return source;
  std::free(own);
  throw std::bad_alloc();
}

// An archive in memory that can be changed. Parts that are not changed are copied as they are packed.
class ArchiveCopy {
 public:
  ArchiveCopy(std::string_view bytes, const std::string& name) : name_(name) {
    source_ = make_source(bytes);
    zip_source_keep(source_);  // closing the archive takes one away
    zip_ = zip_open_from_source(source_, 0, nullptr);
    if (zip_) return;
    zip_source_free(source_);
    zip_source_free(source_);
    throw Error(texts::error_archive_no_document, name_);
  }
  ~ArchiveCopy() {
    if (zip_) zip_discard(zip_);
    zip_source_free(source_);
  }
  ArchiveCopy(const ArchiveCopy&) = delete;
  ArchiveCopy& operator=(const ArchiveCopy&) = delete;

  // content must live until bytes() was called.
  void put(const std::string& part, const std::string& content) {
    zip_source_t* const from = zip_source_buffer(zip_, content.data(), content.size(), 0);
    if (!from) fail();
    const zip_int64_t at = zip_name_locate(zip_, part.c_str(), 0);
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (at >= 0 && zip_stat_index(zip_, static_cast<zip_uint64_t>(at), 0, &stat) != 0) fail();
    const bool done = at >= 0 ? zip_file_replace(zip_, static_cast<zip_uint64_t>(at), from, 0) == 0
                              : zip_file_add(zip_, part.c_str(), from, 0) >= 0;
    if (!done) {
      zip_source_free(from);
      fail();
    }
    if (at < 0) return;
    zip_set_file_compression(zip_, static_cast<zip_uint64_t>(at), stat.comp_method, 0);
    zip_file_set_mtime(zip_, static_cast<zip_uint64_t>(at), stat.mtime, 0);
  }

  // Once.
  std::string bytes() {
    if (zip_close(zip_) != 0) fail();
    zip_ = nullptr;
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_source_stat(source_, &stat) != 0 || zip_source_open(source_) != 0) throw std::bad_alloc();
    std::string out(stat.size, '\0');
    const zip_int64_t got = zip_source_read(source_, out.data(), out.size());
    zip_source_close(source_);
    if (got < 0 || static_cast<std::size_t>(got) != out.size()) throw Error(texts::error_file_unwritable, name_);
    return out;
  }

 private:
  [[noreturn]] void fail() const { throw Error(texts::error_named, name_, zip_strerror(zip_)); }

  const std::string& name_;
  zip_source_t* source_ = nullptr;
  zip_t* zip_ = nullptr;
};

}  // namespace

std::string copy_archive(std::string_view bytes, const std::string& name,
                         const std::map<std::string, std::string>& replaced) {
  ArchiveCopy copy(bytes, name);
  for (const auto& [part, content] : replaced) copy.put(part, content);
  return copy.bytes();
}

}  // namespace soat::document
