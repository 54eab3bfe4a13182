#include "nlp/model_file.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <memory>

#include "text/hash.h"

namespace triplewright::nlp {

namespace {

constexpr std::string_view kMagic = "TWMODEL\n";
constexpr std::uint32_t kVersion = 1;

template <class T>
void put(std::string& out, T value) {
  for (std::size_t i = 0; i < sizeof(T); ++i) {
    out += static_cast<char>(static_cast<std::uint64_t>(value) >> (8 * i) & 0xFF);
  }
}

template <class T>
T get(const char* bytes) {
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < sizeof(T); ++i) {
    value |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[i])) << (8 * i);
  }
  return static_cast<T>(value);
}

std::uint16_t to_half(float value) {
  const auto bits = std::bit_cast<std::uint32_t>(value);
  const auto sign = static_cast<std::uint16_t>(bits >> 16 & 0x8000);
  const float magnitude = std::min(std::bit_cast<float>(bits & 0x7FFFFFFF), 65504.0f);
  if (magnitude < 0x1p-24f) return sign;
  if (magnitude < 0x1p-14f)
    return static_cast<std::uint16_t>(sign | static_cast<unsigned>(std::lround(magnitude * 0x1p24f)));
  const std::uint32_t rounded = std::bit_cast<std::uint32_t>(magnitude) + 0xFFF + (bits >> 13 & 1);
  return static_cast<std::uint16_t>(sign | ((rounded >> 13) - (112u << 10)));
}

float from_half(std::uint16_t half) {
  // Scaling by a power of two handles normal and subnormal numbers alike; infinities are never written.
  const float magnitude = std::bit_cast<float>(static_cast<std::uint32_t>(half & 0x7FFF) << 13) * 0x1p112f;
  return (half & 0x8000) != 0 ? -magnitude : magnitude;
}

}  // namespace

void ModelWriter::u32(std::uint32_t value) {
  put(payload_, value);
}
void ModelWriter::f32(float value) {
  put(payload_, std::bit_cast<std::uint32_t>(value));
}

void ModelWriter::string(std::string_view text) {
  u32(static_cast<std::uint32_t>(text.size()));
  payload_ += text;
}

void ModelWriter::strings(const std::vector<std::string>& texts) {
  u32(static_cast<std::uint32_t>(texts.size()));
  for (const std::string& text : texts) string(text);
}

void ModelWriter::i8s(const std::vector<std::int8_t>& values) {
  u32(static_cast<std::uint32_t>(values.size()));
  for (std::int8_t v : values) put(payload_, v);
}

void ModelWriter::i16s(const std::vector<std::int16_t>& values) {
  u32(static_cast<std::uint32_t>(values.size()));
  for (std::int16_t v : values) put(payload_, v);
}

void ModelWriter::u32s(const std::vector<std::uint32_t>& values) {
  u32(static_cast<std::uint32_t>(values.size()));
  for (std::uint32_t v : values) put(payload_, v);
}

void ModelWriter::halves(const std::vector<float>& values) {
  u32(static_cast<std::uint32_t>(values.size()));
  for (float v : values) put(payload_, to_half(v));
}

std::string ModelWriter::file(std::string_view kind) const {
  std::string out{kMagic};
  put(out, kVersion);
  put(out, static_cast<std::uint32_t>(kind.size()));
  out += kind;
  put(out, static_cast<std::uint64_t>(payload_.size()));
  put(out, text::hash64(payload_));
  return out + payload_;
}

ModelReader::ModelReader(std::string_view bytes, std::string_view kind, std::string_view source)
    : rest_(bytes), source_(source) {
  if (!rest_.starts_with(kMagic)) fail("not a model file");
  rest_.remove_prefix(kMagic.size());
  if (const std::uint32_t version = u32(); version != kVersion) {
    fail("model format " + std::to_string(version) + ", this program reads " + std::to_string(kVersion));
  }
  if (const std::string found = string(); found != kind) {
    fail("a model of kind '" + found + "', expected '" + std::string(kind) + "'");
  }
  const auto size = get<std::uint64_t>(take(8).data());
  const auto checksum = get<std::uint64_t>(take(8).data());
  if (size != rest_.size()) fail("truncated model file");
  if (text::hash64(rest_) != checksum) fail("corrupted model file (checksum)");
}

void ModelReader::fail(const std::string& message) const {
  throw Error(message, Position{source_, 0, 0, 0});
}

std::string_view ModelReader::take(std::size_t size) {
  if (size > rest_.size()) fail("truncated model file");
  const std::string_view part = rest_.substr(0, size);
  rest_.remove_prefix(size);
  return part;
}

std::size_t ModelReader::length(std::size_t element) {
  const std::size_t count = u32();
  if (count > rest_.size() / element) fail("truncated model file");
  return count;
}

std::uint32_t ModelReader::u32() {
  return get<std::uint32_t>(take(4).data());
}
float ModelReader::f32() {
  return std::bit_cast<float>(u32());
}
std::string ModelReader::string() {
  return std::string(take(u32()));
}

std::vector<std::string> ModelReader::strings() {
  std::vector<std::string> texts(length(4));
  for (std::string& text : texts) text = string();
  return texts;
}

std::vector<std::int8_t> ModelReader::i8s() {
  const std::string_view bytes = take(length(1));
  std::vector<std::int8_t> values(bytes.size());
  std::transform(bytes.begin(), bytes.end(), values.begin(), [](char c) { return static_cast<std::int8_t>(c); });
  return values;
}

std::vector<std::int16_t> ModelReader::i16s() {
  std::vector<std::int16_t> values(length(2));
  const char* at = take(values.size() * 2).data();
  for (std::size_t i = 0; i < values.size(); ++i) values[i] = get<std::int16_t>(at + 2 * i);
  return values;
}

std::vector<std::uint32_t> ModelReader::u32s() {
  std::vector<std::uint32_t> values(length(4));
  const char* at = take(values.size() * 4).data();
  for (std::size_t i = 0; i < values.size(); ++i) values[i] = get<std::uint32_t>(at + 4 * i);
  return values;
}

std::vector<float> ModelReader::halves() {
  std::vector<float> values(length(2));
  const char* at = take(values.size() * 2).data();
  for (std::size_t i = 0; i < values.size(); ++i) values[i] = from_half(get<std::uint16_t>(at + 2 * i));
  return values;
}

void ModelReader::finish() const {
  if (!rest_.empty()) fail("model file has bytes left over");
}

namespace {

// Through libarchive's raw format, which undoes gzip, xz and others alike.
std::string decompress(const std::string& path) {
  const auto fail = [&](archive* from) { throw Error(archive_error_string(from), Position{path, 0, 0, 0}); };
  const std::unique_ptr<archive, decltype(&archive_read_free)> in(archive_read_new(), archive_read_free);
  archive_read_support_filter_all(in.get());
  archive_read_support_format_raw(in.get());
  archive_entry* entry = nullptr;
  if (archive_read_open_filename(in.get(), path.c_str(), 1 << 16) != ARCHIVE_OK) fail(in.get());
  if (archive_read_next_header(in.get(), &entry) != ARCHIVE_OK) fail(in.get());
  std::string out;
  std::string buffer(1 << 20, '\0');
  while (true) {
    const la_ssize_t size = archive_read_data(in.get(), buffer.data(), buffer.size());
    if (size < 0) fail(in.get());
    if (size == 0) return out;
    out.append(buffer, 0, static_cast<std::size_t>(size));
  }
}

}  // namespace

std::string read_file_bytes(const std::string& path) {
  if (path.ends_with(".xz") || path.ends_with(".gz")) return decompress(path);
  std::ifstream in(path, std::ios::binary | std::ios::ate);
  if (!in) throw Error("cannot open file", Position{path, 0, 0, 0});
  std::string bytes(static_cast<std::size_t>(in.tellg()), '\0');
  in.seekg(0);
  if (!in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()))) {
    throw Error("cannot read file", Position{path, 0, 0, 0});
  }
  return bytes;
}

void write_file_bytes(const std::string& path, std::string_view bytes) {
  const std::string temporary = path + ".tmp";
  std::ofstream out(temporary, std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  if (!out) throw Error("cannot write file", Position{temporary, 0, 0, 0});
  std::error_code error;
  std::filesystem::rename(temporary, path, error);
  if (error) throw Error("cannot rename to it: " + error.message(), Position{path, 0, 0, 0});
}

}  // namespace triplewright::nlp
