#include "document/archive.h"

#include <zip.h>

#include <array>
#include <utility>

#include "text/error.h"
#include "texts/texts.h"

namespace soat::document {
namespace {

struct CloseFile {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};

text::Message reason(const zip_error_t& error) {
  switch (zip_error_code_zip(&error)) {
    case ZIP_ER_NOZIP:
      return texts::reason_zip_none;
    case ZIP_ER_CRC:
      return texts::reason_zip_checksum;
    case ZIP_ER_EOF:
      return texts::reason_zip_cut;
    case ZIP_ER_COMPNOTSUPP:
      return texts::reason_zip_method;
    case ZIP_ER_NOPASSWD:
    case ZIP_ER_ENCRNOTSUPP:
      return texts::reason_zip_encrypted;
    default:
      return {texts::reason_zip_other, zip_error_code_zip(&error)};
  }
}

text::Message take_reason(zip_error_t& error) {
  text::Message text = reason(error);
  zip_error_fini(&error);
  return text;
}

}  // namespace

struct Archive::Handle {
  zip_t* zip = nullptr;

  // Names of parts differ in more than the case of their letters (ECMA-376, part 2, 6.2.2.3).
  zip_int64_t find(const std::string& part) const {
    const zip_int64_t exact = zip_name_locate(zip, part.c_str(), 0);
    return exact >= 0 ? exact : zip_name_locate(zip, part.c_str(), ZIP_FL_NOCASE);
  }

  ~Handle() {
    if (zip) zip_discard(zip);
  }
};

Archive::Archive(std::string_view bytes, std::string name)
    : name_(std::move(name)), handle_(std::make_unique<Handle>()) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  if (!source) throw Error(texts::error_archive_unreadable, name_, take_reason(error));
  handle_->zip = zip_open_from_source(source, ZIP_RDONLY, &error);
  if (!handle_->zip) {
    zip_source_free(source);
    throw Error(texts::error_archive_damaged, name_, take_reason(error));
  }
  zip_error_fini(&error);
}

Archive::~Archive() = default;

bool Archive::has(const std::string& part) const {
  return handle_->find(part) >= 0;
}

std::vector<std::string> Archive::names() const {
  std::vector<std::string> out;
  for (zip_int64_t i = 0; i < zip_get_num_entries(handle_->zip, 0); ++i) {
    if (const char* name = zip_get_name(handle_->zip, static_cast<zip_uint64_t>(i), ZIP_FL_UNCHANGED))
      out.emplace_back(name);
  }
  return out;
}

void Archive::read(const std::string& part, std::size_t limit,
                   const std::function<void(std::string_view)>& sink) const {
  const zip_int64_t index = handle_->find(part);
  if (index < 0) throw Error(texts::error_archive_part_missing, name_, part);
  const std::unique_ptr<zip_file_t, CloseFile> file(zip_fopen_index(handle_->zip, static_cast<zip_uint64_t>(index), 0));
  if (!file) throw Error(texts::error_archive_part, name_, part, reason(*zip_get_error(handle_->zip)));
  std::array<char, 64 * 1024> buffer;
  std::size_t total = 0;
  while (true) {
    const zip_int64_t got = zip_fread(file.get(), buffer.data(), buffer.size());
    if (got < 0)
      throw Error(texts::error_archive_part_byte, name_, part, total, reason(*zip_file_get_error(file.get())));
    if (got == 0) return;
    total += static_cast<std::size_t>(got);
    if (total > limit) {
      throw Error(texts::error_archive_part_too_large, name_, part, limit >> 20);
    }
    sink(std::string_view(buffer.data(), static_cast<std::size_t>(got)));
  }
}

}  // namespace soat::document
