#include "training/text_source.h"

#include <lzma.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>

#include "platform/files.h"
#include "text/error.h"
#include "text/system_error.h"
#include "text/utf.h"
#include "texts/error.h"

namespace soat::training {

namespace {

constexpr std::size_t kBlock = std::size_t{1} << 18;
constexpr std::uint64_t kDecoderMemory = std::uint64_t{256} << 20;
constexpr std::array<unsigned char, 6> kXzMagic{0xFD, '7', 'z', 'X', 'Z', 0};

}  // namespace

// The bytes of the file, decompressed where they need to be.
class TextSource::Decoder {
 public:
  explicit Decoder(const std::filesystem::path& path) : file_(platform::open_file(path, "rb")) {
    if (file_ == nullptr) return;
    input_.resize(kBlock);
    read();
    compressed_ = available_ >= kXzMagic.size() && std::memcmp(input_.data(), kXzMagic.data(), kXzMagic.size()) == 0;
    if (compressed_ && lzma_stream_decoder(&stream_, kDecoderMemory, LZMA_CONCATENATED) != LZMA_OK)
      error_ = "cannot start decompression";
    stream_.next_in = reinterpret_cast<const std::uint8_t*>(input_.data());
    stream_.avail_in = available_;
  }
  ~Decoder() {
    lzma_end(&stream_);
    if (file_ != nullptr) std::fclose(file_);
  }
  Decoder(const Decoder&) = delete;
  Decoder& operator=(const Decoder&) = delete;

  bool opened() const { return file_ != nullptr; }
  const std::string& error() const { return error_; }

  // Appends what comes next to out; false at the end or after an error.
  bool read_into(std::string& out) {
    if (!error_.empty()) return false;
    if (!compressed_) {
      out.append(input_.data(), available_);
      const bool more = available_ > 0;
      if (more) read();
      return more;
    }
    const std::size_t before = out.size();
    out.resize(before + kBlock);
    stream_.next_out = reinterpret_cast<std::uint8_t*>(out.data() + before);
    stream_.avail_out = kBlock;
    lzma_ret result = LZMA_OK;
    while (stream_.avail_out > 0 && result == LZMA_OK) {
      if (stream_.avail_in == 0 && !ended_) {
        read();
        stream_.next_in = reinterpret_cast<const std::uint8_t*>(input_.data());
        stream_.avail_in = available_;
      }
      result = lzma_code(&stream_, ended_ ? LZMA_FINISH : LZMA_RUN);
    }
    out.resize(before + kBlock - stream_.avail_out);
    if (result != LZMA_OK && result != LZMA_STREAM_END) error_ = "the xz file is damaged or cut short";
    return error_.empty() && out.size() > before;
  }

 private:
  void read() {
    available_ = std::fread(input_.data(), 1, input_.size(), file_);
    ended_ = available_ == 0;
    if (ended_ && std::ferror(file_)) error_ = std::strerror(errno);
  }

  std::FILE* file_;
  std::string input_;
  std::size_t available_ = 0;
  bool ended_ = false;
  bool compressed_ = false;
  lzma_stream stream_ = LZMA_STREAM_INIT;
  std::string error_;
};

TextSource::TextSource(const std::filesystem::path& path) : path_(path), decoder_(std::make_unique<Decoder>(path)) {
  if (!decoder_->opened()) throw Error(texts::error_named, path_.string(), text::system_error(errno));
}

TextSource::~TextSource() = default;

void TextSource::fail(const text::Message::Argument& reason) const {
  throw Error(texts::error_line, path_.string(), line_ + 1, reason);
}

bool TextSource::fill() {
  block_.erase(0, position_);
  position_ = 0;
  const bool more = decoder_->read_into(block_);
  if (!decoder_->error().empty()) fail(decoder_->error());
  return more;
}

bool TextSource::next_line(std::string& line) {
  std::size_t searched = position_;
  std::size_t end = 0;
  while ((end = block_.find('\n', searched)) == std::string::npos) {
    const std::size_t pending = block_.size() - position_;
    if (pending > kLongestLine) fail(texts::error_training_line);
    if (!fill()) {
      if (block_.empty()) return false;
      end = block_.size();
      break;
    }
    searched = pending;  // the block now starts with this line
  }
  line.assign(block_, position_, end - position_);
  position_ = std::min(end + 1, block_.size());
  if (!line.empty() && line.back() == '\r') line.pop_back();
  if (line.find('\0') != std::string::npos) fail(texts::error_text_zero_byte);
  if (const auto bad = text::find_invalid_utf8(line)) fail(text::Message(texts::error_text_byte_not_utf8, *bad));
  ++line_;
  return true;
}

}  // namespace soat::training
