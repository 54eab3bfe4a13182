// The compiled form of an entity base: one contiguous image, in memory or mapped from a file.
//
// Layout (little-endian, offsets from the start of the image):
//   header   magic "TWXINDEX", version u32, records u32, labels u32, prefixes u32,
//            offsets of the sections u64 x 6, checksum u64 (XXH3-64 of header and rest), fingerprint 64 bytes
//   labels   sorted by hash: { XXH3-64 of the normalized label, record u32, offset in strings u32, kind u32, zero u32 }
//   prefixes sorted XXH3-64 of the leading words of labels
//   iris     sorted by hash: { XXH3-64 of the IRI, record u32, zero u32 }
//   offsets  records + 1 offsets u64 into `blobs`
//   strings  u32 length and bytes of each label
//   blobs    the records: lists of u32 count, strings of u32 length
// Thread-safety: const after construction.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "triplewright/entity_base.h"

namespace triplewright::link {

enum LabelKind : std::uint32_t { kPreferred = 1, kAlias = 2, kDemonym = 4, kWithoutLegalForm = 8 };

struct LabelEntry {
  std::uint64_t hash = 0;
  std::uint32_t record = 0;
  std::uint32_t string = 0;
  std::uint32_t kind = 0;
  std::uint32_t zero = 0;
};

/// An image over bytes that it owns or maps.
class EntityImage {
 public:
  /// Builds the image of some records; `fingerprint` is 64 hexadecimal digits.
  static EntityImage build(const std::vector<EntityRecord>& records, std::string_view fingerprint);
  /// Maps a file; throws Error when it is not an image, of another version, truncated or corrupted.
  static EntityImage map(const std::string& path);

  [[nodiscard]] std::uint32_t size() const noexcept { return records_; }
  [[nodiscard]] std::string_view bytes() const noexcept { return {bytes_.get(), size_}; }
  [[nodiscard]] std::string_view fingerprint() const noexcept;
  /// Decodes a record; throws Error when its bytes are inconsistent.
  [[nodiscard]] EntityRecord record(std::uint32_t index) const;
  /// Record with this IRI, or -1.
  [[nodiscard]] std::int64_t find(std::string_view iri) const;
  /// Entries of a normalized label: [first, last).
  [[nodiscard]] std::pair<const LabelEntry*, const LabelEntry*> labels(std::string_view normalized) const;
  [[nodiscard]] std::string_view label(const LabelEntry& entry) const;
  [[nodiscard]] bool is_prefix(std::string_view normalized) const;

 private:
  explicit EntityImage(std::shared_ptr<const char> bytes, std::size_t size, const std::string& source);

  std::shared_ptr<const char> bytes_;
  std::size_t size_ = 0;
  std::uint32_t records_ = 0, label_count_ = 0, prefix_count_ = 0;
  std::uint64_t labels_ = 0, prefixes_ = 0, iris_ = 0, offsets_ = 0, strings_ = 0, blobs_ = 0;
};

}  // namespace triplewright::link
