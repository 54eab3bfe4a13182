#include "triplewright/entity_base.h"

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "link/entity_image.h"
#include "link/entity_source.h"
#include "link/label.h"
#include "triplewright/article.h"

namespace triplewright {

namespace {

// Records of an image, decoded when first asked for: a million records cost nothing until used.
class Layer {
 public:
  Layer(link::EntityImage image, std::uint32_t first)
      : image_(std::move(image)), first_(first), records_(image_.size()) {}
  ~Layer() {
    for (auto& r : records_) delete r.load(std::memory_order_relaxed);
  }
  Layer(const Layer&) = delete;
  Layer& operator=(const Layer&) = delete;

  [[nodiscard]] const link::EntityImage& image() const noexcept { return image_; }
  [[nodiscard]] std::uint32_t first() const noexcept { return first_; }
  [[nodiscard]] std::uint32_t end() const noexcept { return first_ + image_.size(); }
  [[nodiscard]] const EntityRecord& record(std::uint32_t index) const {
    std::atomic<EntityRecord*>& slot = records_[index - first_];
    EntityRecord* found = slot.load(std::memory_order_acquire);
    if (found != nullptr) return *found;
    auto made = std::make_unique<EntityRecord>(image_.record(index - first_));
    if (slot.compare_exchange_strong(found, made.get(), std::memory_order_acq_rel)) return *made.release();
    return *found;  // another thread was first
  }

 private:
  link::EntityImage image_;
  std::uint32_t first_;
  mutable std::vector<std::atomic<EntityRecord*>> records_;
};

// A folder stands for its files named entities* and those of its folder `entities`, or for all its files when
// there are none of these; in order of their paths.
std::vector<std::string> expand_folders(const std::vector<std::string>& paths) {
  const auto files_of = [](const std::string& folder, std::string_view prefix) {
    std::vector<std::string> found;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
      const std::string name = entry.path().filename().string(), extension = entry.path().extension().string();
      const bool readable = extension == ".ttl" || extension == ".nt" || extension == ".tsv" || extension == ".csv" ||
                            extension == ".twx";
      if (name.starts_with(prefix) && readable) found.push_back(entry.path().string());
    }
    std::sort(found.begin(), found.end());
    return found;
  };
  std::vector<std::string> out;
  for (const std::string& path : paths) {
    if (!std::filesystem::is_directory(path)) {
      out.push_back(path);
      continue;
    }
    std::vector<std::string> found = files_of(path, "entities");
    if (const std::string inner = path + "/entities"; std::filesystem::is_directory(inner)) {
      for (auto& file : files_of(inner, "")) found.push_back(std::move(file));
    }
    if (found.empty()) found = files_of(path, "");
    out.insert(out.end(), found.begin(), found.end());
  }
  return out;
}

std::string file_hash(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << in.rdbuf();
  return sha256_hex(bytes.str());
}

}  // namespace

struct EntityBase::Data {
  std::vector<std::unique_ptr<Layer>> layers;
  std::uint32_t size = 0;
  std::string fingerprint;

  void add(link::EntityImage image) {
    const std::uint32_t first = size;
    size += image.size();
    layers.push_back(std::make_unique<Layer>(std::move(image), first));
  }
  [[nodiscard]] const Layer& layer(std::uint32_t index) const {
    const auto it = std::find_if(layers.begin(), layers.end(), [index](const auto& l) { return index < l->end(); });
    if (it == layers.end()) throw Error("entity base: there is no record " + std::to_string(index));
    return **it;
  }
};

EntityBase::EntityBase() : data_(std::make_unique<Data>()) {
  data_->fingerprint = sha256_hex("");
}
EntityBase::~EntityBase() = default;
EntityBase::EntityBase(EntityBase&&) noexcept = default;
EntityBase& EntityBase::operator=(EntityBase&&) noexcept = default;

EntityBase EntityBase::load(const std::vector<std::string>& files, const DiagnosticSink& sink) {
  EntityBase base;
  link::EntityCollector collector;
  std::string fingerprints;
  std::vector<link::EntityImage> images;
  for (const std::string& file : expand_folders(files)) {
    if (file.ends_with(".twx")) {
      images.push_back(link::EntityImage::map(file));
      fingerprints += images.back().fingerprint();
      continue;
    }
    // FILE#mapping: a table of somebody else's columns.
    const std::size_t sharp = std::filesystem::exists(file) ? std::string::npos : file.find('#');
    const std::string path = file.substr(0, sharp), mapping = sharp == std::string::npos ? "" : file.substr(sharp + 1);
    if (path.ends_with(".tsv") || path.ends_with(".csv"))
      collector.read_table(path, mapping, sink);
    else
      collector.read_rdf(path, sink);
    fingerprints += file_hash(path) + mapping;
  }
  base.data_->fingerprint = sha256_hex(fingerprints);
  if (const auto records = collector.take(); !records.empty())
    base.data_->add(link::EntityImage::build(records, base.data_->fingerprint));
  for (auto& image : images) base.data_->add(std::move(image));
  return base;
}

std::size_t EntityBase::size() const {
  return data_->size;
}

const EntityRecord& EntityBase::record(std::uint32_t index) const {
  return data_->layer(index).record(index);
}

std::int64_t EntityBase::find(std::string_view iri) const {
  for (const auto& layer : data_->layers) {
    const std::int64_t found = layer->image().find(iri);
    if (found >= 0) return layer->first() + found;
  }
  return -1;
}

std::vector<EntityCandidate> EntityBase::candidates(std::string_view surface) const {
  std::vector<EntityCandidate> out;
  const std::string key = link::normalize_label(surface);
  if (key.empty()) return out;
  const std::string core = link::strip_legal_form(key);
  const auto collect = [&](const std::string& form, double weight) {
    for (const auto& layer : data_->layers) {
      const auto [first, last] = layer->image().labels(form);
      for (const auto* entry = first; entry != last; ++entry) {
        const std::string_view label = layer->image().label(*entry);
        if (entry->record >= layer->image().size() || !link::case_allows(label, surface)) continue;
        double prior = (entry->kind & link::kPreferred) != 0 ? 1.0 : (entry->kind & link::kAlias) != 0 ? 0.7 : 0.6;
        // "Acme Robotics" for "Acme Robotics Ltd", "Guardian" for "The Guardian"; "Sea" is a poor name for "Sea
        // Limited".
        if ((entry->kind & link::kWithoutLegalForm) != 0) {
          const bool article =
              label.size() == form.size() + 4 && (label.starts_with("The ") || label.starts_with("the "));
          prior *= article || form.find(' ') != std::string::npos ? 0.95 : 0.3;
        }
        const EntityCandidate candidate{layer->first() + entry->record, prior * weight,
                                        (entry->kind & link::kDemonym) != 0, link::is_acronym(label)};
        const auto same = std::find_if(out.begin(), out.end(),
                                       [&](const EntityCandidate& c) { return c.record == candidate.record; });
        if (same == out.end())
          out.push_back(candidate);
        else if (candidate.prior > same->prior)
          *same = candidate;
      }
    }
  };
  collect(key, 1.0);
  if (core != key) collect(core, 0.9);
  // An alias that is somebody else's preferred label is the less likely reading.
  const bool preferred = std::any_of(out.begin(), out.end(), [](const EntityCandidate& c) { return c.prior > 0.8; });
  for (EntityCandidate& c : out) {
    if (preferred && c.prior <= 0.7) c.prior *= 0.6;
  }
  std::stable_sort(out.begin(), out.end(), [](const EntityCandidate& a, const EntityCandidate& b) {
    return a.prior != b.prior ? a.prior > b.prior : a.record < b.record;
  });
  return out;
}

bool EntityBase::is_prefix(std::string_view normalized) const {
  return std::any_of(data_->layers.begin(), data_->layers.end(),
                     [normalized](const auto& l) { return l->image().is_prefix(normalized); });
}

std::string EntityBase::normalize(std::string_view surface) {
  return link::normalize_label(surface);
}

const std::string& EntityBase::fingerprint() const {
  return data_->fingerprint;
}

void write_index(const EntityBase& base, const std::string& path) {
  std::vector<EntityRecord> records;
  records.reserve(base.size());
  for (std::uint32_t i = 0; i < base.size(); ++i) records.push_back(base.record(i));
  const link::EntityImage image = link::EntityImage::build(records, base.fingerprint());
  std::ofstream out(path, std::ios::binary);
  out.write(image.bytes().data(), static_cast<std::streamsize>(image.bytes().size()));
  out.close();
  if (!out) throw Error("cannot write the entity index", Position{path});
}

}  // namespace triplewright
