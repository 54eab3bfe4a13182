// The container of a trained part: magic, format version, kind, checksum, then length-prefixed fields. A reader checks
// every length before it reads; a wrong, truncated or corrupted file is an Error, never a wild read.
// Thread-safety: one writer or reader a thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "triplewright/error.h"

namespace triplewright::nlp {

/// Collects fields and wraps them into a file image. Little-endian on every platform.
class ModelWriter {
 public:
  void u32(std::uint32_t value);
  void f32(float value);
  void string(std::string_view text);
  void strings(const std::vector<std::string>& texts);
  void i8s(const std::vector<std::int8_t>& values);
  void i16s(const std::vector<std::int16_t>& values);
  void u32s(const std::vector<std::uint32_t>& values);
  /// Half-precision floats (IEEE 754 binary16), rounded to nearest.
  void halves(const std::vector<float>& values);

  /// The whole file: header and fields.
  [[nodiscard]] std::string file(std::string_view kind) const;

 private:
  std::string payload_;
};

/// Reads the fields in the order in which they were written. Every method throws Error at the end of the data or for an
/// implausible length.
class ModelReader {
 public:
  /// Checks the header. Does not own `bytes`.
  ModelReader(std::string_view bytes, std::string_view kind, std::string_view source);

  std::uint32_t u32();
  float f32();
  std::string string();
  std::vector<std::string> strings();
  std::vector<std::int8_t> i8s();
  std::vector<std::int16_t> i16s();
  std::vector<std::uint32_t> u32s();
  std::vector<float> halves();
  /// Throws unless all was read.
  void finish() const;
  /// Throws Error about this file.
  [[noreturn]] void fail(const std::string& message) const;

 private:
  std::string_view take(std::size_t size);
  std::size_t length(std::size_t element);

  std::string_view rest_;
  std::string source_;
};

/// The bytes of a file, decompressed when it ends in .gz or .xz; throws Error when it cannot be read.
[[nodiscard]] std::string read_file_bytes(const std::string& path);
/// Writes through a temporary file beside it; throws Error.
void write_file_bytes(const std::string& path, std::string_view bytes);

}  // namespace triplewright::nlp
