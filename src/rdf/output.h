// A buffer before a stream. Belongs to one thread.
#pragma once

#include <ostream>
#include <string>
#include <string_view>

#include "triplewright/error.h"

namespace triplewright::rdf {

class Output {
 public:
  explicit Output(std::ostream& stream) : stream_(stream) { buffer_.reserve(kSize + 4096); }

  Output& operator<<(std::string_view text) {
    buffer_ += text;
    return *this;
  }
  Output& operator<<(char c) {
    buffer_ += c;
    return *this;
  }
  /// For those who append many pieces at once; call `drain` now and then.
  [[nodiscard]] std::string& buffer() noexcept { return buffer_; }
  void drain() {
    if (buffer_.size() >= kSize) flush();
  }
  /// Gives everything to the stream; throws Error when it fails.
  void flush() {
    stream_.write(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
    buffer_.clear();
    if (!stream_) throw Error("the output could not be written");
  }

 private:
  static constexpr std::size_t kSize = 1u << 16;
  std::ostream& stream_;
  std::string buffer_;
};

}  // namespace triplewright::rdf
