// Where bytes come from: files, standard input, members of archives. Thread-safety: one thread each.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace triplewright::ingest {

/// A sequence of bytes, read once.
class ByteSource {
 public:
  virtual ~ByteSource() = default;
  /// Up to `size` bytes; 0 at the end or after a fault.
  virtual std::size_t read(char* out, std::size_t size) = 0;
  /// What went wrong, or empty.
  [[nodiscard]] const std::string& error() const { return error_; }

 protected:
  std::string error_;
};

/// Opens a file, or standard input for "-". Null when it cannot be opened.
[[nodiscard]] std::unique_ptr<ByteSource> open_file(const std::string& path);

/// A source over bytes in memory, which it owns.
[[nodiscard]] std::unique_ptr<ByteSource> open_bytes(std::string bytes);

/// Buffered reading with look-ahead.
class Stream {
 public:
  explicit Stream(std::unique_ptr<ByteSource> source) : source_(std::move(source)) {}

  /// The next bytes without taking them: `size` of them unless the end comes first. Valid until the next call.
  std::string_view peek(std::size_t size);
  /// Takes up to `size` bytes; 0 at the end.
  std::size_t read(char* out, std::size_t size);
  /// Takes all that is left, at most `limit` bytes; `cut` tells whether more was there (and remains unread).
  std::string read_all(std::size_t limit, bool& cut);
  /// Takes a line without its line end; false at the end. Of a line longer than `limit`, the rest is skipped.
  bool read_line(std::string& line, std::size_t limit, bool& cut);
  /// Skips up to `size` bytes; returns how many there were.
  std::uint64_t skip(std::uint64_t size);

  /// Bytes taken so far.
  [[nodiscard]] std::uint64_t offset() const { return offset_; }
  [[nodiscard]] const std::string& error() const { return source_->error(); }

 private:
  bool fill();

  std::unique_ptr<ByteSource> source_;
  std::string buffer_;
  std::size_t begin_ = 0;
  std::uint64_t offset_ = 0;
  bool ended_ = false;
};

}  // namespace triplewright::ingest
