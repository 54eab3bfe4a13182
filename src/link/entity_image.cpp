#include "link/entity_image.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <bit>
#include <cstring>

#include "link/label.h"
#include "text/hash.h"

namespace triplewright::link {

namespace {

static_assert(std::endian::native == std::endian::little, "the index is written as it lies in memory");
static_assert(sizeof(LabelEntry) == 24);

constexpr std::string_view kMagic = "TWXINDEX";
constexpr std::uint32_t kVersion = 1;

struct Header {
  char magic[8];
  std::uint32_t version, records, labels, prefixes;
  std::uint64_t label_section, prefix_section, iri_section, offset_section, string_section, blob_section;
  std::uint64_t checksum;
  char fingerprint[64];
};
static_assert(sizeof(Header) == 144);

struct IriEntry {
  std::uint64_t hash = 0;
  std::uint32_t record = 0;
  std::uint32_t zero = 0;
};

template <typename T>
void put(std::string& out, const T& value) {
  out.append(reinterpret_cast<const char*>(&value), sizeof value);
}

void put_string(std::string& out, std::string_view s) {
  put(out, static_cast<std::uint32_t>(s.size()));
  out += s;
}

void put_list(std::string& out, const std::vector<std::string>& list) {
  put(out, static_cast<std::uint32_t>(list.size()));
  for (const auto& s : list) put_string(out, s);
}

void put_list(std::string& out, const std::vector<std::pair<std::string, std::string>>& list) {
  put(out, static_cast<std::uint32_t>(list.size()));
  for (const auto& [a, b] : list) {
    put_string(out, a);
    put_string(out, b);
  }
}

// Reads what `put` wrote, never beyond the end.
class Decoder {
 public:
  explicit Decoder(std::string_view bytes) : bytes_(bytes) {}

  std::uint32_t number() {
    if (bytes_.size() < 4) throw Error("entity index: a record is cut short");
    std::uint32_t n = 0;
    std::memcpy(&n, bytes_.data(), 4);
    bytes_.remove_prefix(4);
    return n;
  }
  std::string string() {
    const std::uint32_t n = number();
    if (bytes_.size() < n) throw Error("entity index: a record is cut short");
    std::string out(bytes_.substr(0, n));
    bytes_.remove_prefix(n);
    return out;
  }
  void list(std::vector<std::string>& out) {
    for (std::uint32_t n = number(); n > 0; --n) out.push_back(string());
  }
  void list(std::vector<std::pair<std::string, std::string>>& out) {
    for (std::uint32_t n = number(); n > 0; --n) {
      std::string first = string();
      out.emplace_back(std::move(first), string());
    }
  }

 private:
  std::string_view bytes_;
};

// Over the header (its checksum taken as 0) and all that follows.
std::uint64_t checksum_of(Header header, std::string_view rest) {
  header.checksum = 0;
  return text::hash64({reinterpret_cast<const char*>(&header), sizeof header}) * 31 + text::hash64(rest);
}

void align(std::string& out) {
  out.resize((out.size() + 7) / 8 * 8, '\0');
}

class ImageBuilder {
 public:
  std::string build(const std::vector<EntityRecord>& records, std::string_view fingerprint) {
    for (std::uint32_t i = 0; i < records.size(); ++i) add(i, records[i]);
    offsets_.push_back(blobs_.size());
    std::sort(labels_.begin(), labels_.end(), [](const LabelEntry& a, const LabelEntry& b) {
      return std::tie(a.hash, a.record, a.kind, a.string) < std::tie(b.hash, b.record, b.kind, b.string);
    });
    std::sort(prefixes_.begin(), prefixes_.end());
    prefixes_.erase(std::unique(prefixes_.begin(), prefixes_.end()), prefixes_.end());
    std::sort(iris_.begin(), iris_.end(), [](const IriEntry& a, const IriEntry& b) {
      return std::tie(a.hash, a.record) < std::tie(b.hash, b.record);
    });

    Header header{};
    std::memcpy(header.magic, kMagic.data(), kMagic.size());
    header.version = kVersion;
    header.records = static_cast<std::uint32_t>(records.size());
    header.labels = static_cast<std::uint32_t>(labels_.size());
    header.prefixes = static_cast<std::uint32_t>(prefixes_.size());
    std::memcpy(header.fingerprint, fingerprint.data(), std::min<std::size_t>(fingerprint.size(), 64));
    std::string out(sizeof header, '\0');
    const auto section = [&out](std::uint64_t& at, const void* data, std::size_t bytes) {
      align(out);
      at = out.size();
      out.append(static_cast<const char*>(data), bytes);
    };
    section(header.label_section, labels_.data(), labels_.size() * sizeof(LabelEntry));
    section(header.prefix_section, prefixes_.data(), prefixes_.size() * sizeof(std::uint64_t));
    section(header.iri_section, iris_.data(), iris_.size() * sizeof(IriEntry));
    section(header.offset_section, offsets_.data(), offsets_.size() * sizeof(std::uint64_t));
    section(header.string_section, strings_.data(), strings_.size());
    section(header.blob_section, blobs_.data(), blobs_.size());
    header.checksum = checksum_of(header, std::string_view(out).substr(sizeof header));
    std::memcpy(out.data(), &header, sizeof header);
    return out;
  }

 private:
  void add(std::uint32_t index, const EntityRecord& r) {
    offsets_.push_back(blobs_.size());
    put_string(blobs_, r.iri);
    put_string(blobs_, r.label);
    put_list(blobs_, r.aliases);
    put_list(blobs_, r.demonyms);
    put_list(blobs_, r.classes);
    put_list(blobs_, r.categories);
    put_list(blobs_, r.same_as);
    put_list(blobs_, r.identifiers);
    put_list(blobs_, r.facts);
    iris_.push_back({text::hash64(r.iri), index, 0});
    add_label(index, r.label, kPreferred);
    for (const auto& alias : r.aliases) add_label(index, alias, kAlias);
    for (const auto& demonym : r.demonyms) add_label(index, demonym, kDemonym);
  }

  void add_label(std::uint32_t index, const std::string& label, std::uint32_t kind) {
    const std::string key = normalize_label(label);
    if (key.empty()) return;
    const auto string = static_cast<std::uint32_t>(strings_.size());
    put_string(strings_, label);
    labels_.push_back({text::hash64(key), index, string, kind, 0});
    add_prefixes(key);
    if (const std::string core = strip_legal_form(key); core != key) {
      labels_.push_back({text::hash64(core), index, string, kind | kWithoutLegalForm, 0});
      add_prefixes(core);
    }
  }

  void add_prefixes(std::string_view key) {
    for (std::size_t space = key.find(' '); space != std::string_view::npos; space = key.find(' ', space + 1)) {
      prefixes_.push_back(text::hash64(key.substr(0, space)));
    }
    prefixes_.push_back(text::hash64(key));
  }

  std::vector<LabelEntry> labels_;
  std::vector<std::uint64_t> prefixes_;
  std::vector<IriEntry> iris_;
  std::vector<std::uint64_t> offsets_;
  std::string strings_, blobs_;
};

}  // namespace

EntityImage EntityImage::build(const std::vector<EntityRecord>& records, std::string_view fingerprint) {
  const auto image = std::make_shared<std::string>(ImageBuilder().build(records, fingerprint));
  return EntityImage(std::shared_ptr<const char>(image, image->data()), image->size(), "entities");
}

EntityImage EntityImage::map(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) throw Error("cannot open the entity index", Position{path});
  struct stat info {};
  if (::fstat(file, &info) != 0 || info.st_size < static_cast<off_t>(sizeof(Header))) {
    ::close(file);
    throw Error("not an entity index: too short", Position{path});
  }
  const auto size = static_cast<std::size_t>(info.st_size);
  void* const memory = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file, 0);
  ::close(file);
  if (memory == MAP_FAILED) throw Error("cannot map the entity index", Position{path});
  const std::shared_ptr<const char> bytes(static_cast<const char*>(memory),
                                          [size](const char* p) { ::munmap(const_cast<char*>(p), size); });
  return EntityImage(bytes, size, path);
}

EntityImage::EntityImage(std::shared_ptr<const char> bytes, std::size_t size, const std::string& source)
    : bytes_(std::move(bytes)), size_(size) {
  const auto refuse = [&source](const char* why) {
    throw Error(std::string("not a usable entity index: ") + why, Position{source});
  };
  Header h{};
  std::memcpy(&h, bytes_.get(), sizeof h);
  if (std::string_view(h.magic, 8) != kMagic) refuse("wrong magic");
  if (h.version != kVersion) refuse("written by another version");
  const auto fits = [this](std::uint64_t at, std::uint64_t bytes_needed) {
    return at % 8 == 0 && at >= sizeof(Header) && at <= size_ && bytes_needed <= size_ - at;
  };
  if (!fits(h.label_section, std::uint64_t{h.labels} * sizeof(LabelEntry)) ||
      !fits(h.prefix_section, std::uint64_t{h.prefixes} * 8) ||
      !fits(h.iri_section, std::uint64_t{h.records} * sizeof(IriEntry)) ||
      !fits(h.offset_section, (std::uint64_t{h.records} + 1) * 8) || !fits(h.string_section, 0) ||
      !fits(h.blob_section, 0) || h.string_section > h.blob_section) {
    refuse("truncated");
  }
  if (checksum_of(h, this->bytes().substr(sizeof h)) != h.checksum) refuse("corrupted");
  records_ = h.records;
  label_count_ = h.labels;
  prefix_count_ = h.prefixes;
  labels_ = h.label_section;
  prefixes_ = h.prefix_section;
  iris_ = h.iri_section;
  offsets_ = h.offset_section;
  strings_ = h.string_section;
  blobs_ = h.blob_section;
}

std::string_view EntityImage::fingerprint() const noexcept {
  return {bytes_.get() + offsetof(Header, fingerprint), 64};
}

EntityRecord EntityImage::record(std::uint32_t index) const {
  const auto* offsets = reinterpret_cast<const std::uint64_t*>(bytes_.get() + offsets_);
  const std::uint64_t begin = offsets[index], end = offsets[index + 1], limit = size_ - blobs_;
  if (begin > end || end > limit) throw Error("entity index: a record lies outside the file");
  Decoder in({bytes_.get() + blobs_ + begin, end - begin});
  EntityRecord r;
  r.iri = in.string();
  r.label = in.string();
  in.list(r.aliases);
  in.list(r.demonyms);
  in.list(r.classes);
  in.list(r.categories);
  in.list(r.same_as);
  in.list(r.identifiers);
  in.list(r.facts);
  return r;
}

std::int64_t EntityImage::find(std::string_view iri) const {
  const std::uint64_t hash = text::hash64(iri);
  const auto* first = reinterpret_cast<const IriEntry*>(bytes_.get() + iris_);
  const auto* last = first + records_;
  const auto* it = std::lower_bound(first, last, hash, [](const IriEntry& e, std::uint64_t h) { return e.hash < h; });
  return it != last && it->hash == hash ? std::int64_t{it->record} : -1;
}

std::pair<const LabelEntry*, const LabelEntry*> EntityImage::labels(std::string_view normalized) const {
  const std::uint64_t hash = text::hash64(normalized);
  const auto* first = reinterpret_cast<const LabelEntry*>(bytes_.get() + labels_);
  const auto* last = first + label_count_;
  const auto* begin =
      std::lower_bound(first, last, hash, [](const LabelEntry& e, std::uint64_t h) { return e.hash < h; });
  const auto* end = begin;
  while (end != last && end->hash == hash) ++end;
  return {begin, end};
}

std::string_view EntityImage::label(const LabelEntry& entry) const {
  const std::uint64_t limit = blobs_ - strings_;
  if (std::uint64_t{entry.string} + 4 > limit) return {};
  std::uint32_t n = 0;
  std::memcpy(&n, bytes_.get() + strings_ + entry.string, 4);
  if (std::uint64_t{entry.string} + 4 + n > limit) return {};
  return {bytes_.get() + strings_ + entry.string + 4, n};
}

bool EntityImage::is_prefix(std::string_view normalized) const {
  const auto* first = reinterpret_cast<const std::uint64_t*>(bytes_.get() + prefixes_);
  return std::binary_search(first, first + prefix_count_, text::hash64(normalized));
}

}  // namespace triplewright::link
