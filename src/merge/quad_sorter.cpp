#include "merge/quad_sorter.h"

#include <stdlib.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <numeric>
#include <string>
#include <string_view>
#include <utility>

#include "merge/term_key.h"
#include "triplewright/error.h"

namespace triplewright::merge {

namespace {

using Key = std::array<std::string_view, 4>;  // in the order of comparison

std::array<const Term*, 4> terms_of(const Quad& q, QuadOrder order) {
  if (order == QuadOrder::GraphFirst) return {&q.graph, &q.subject, &q.predicate, &q.object};
  return {&q.subject, &q.predicate, &q.object, &q.graph};
}

std::array<Term*, 4> terms_of(Quad& q, QuadOrder order) {
  if (order == QuadOrder::GraphFirst) return {&q.graph, &q.subject, &q.predicate, &q.object};
  return {&q.subject, &q.predicate, &q.object, &q.graph};
}

std::size_t shared_prefix(std::string_view a, std::string_view b) {
  const std::size_t most = std::min(a.size(), b.size());
  return static_cast<std::size_t>(
      std::mismatch(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(most), b.begin()).first - a.begin());
}

[[noreturn]] void fail(const std::string& what) {
  throw Error("cannot " + what + " a temporary file in " + std::filesystem::temp_directory_path().string());
}

}  // namespace

/// A file without a name.
class QuadSorter::Run {
 public:
  Run() {
    std::string name = (std::filesystem::temp_directory_path() / "triplewright-XXXXXX").string();
    const int descriptor = ::mkstemp(name.data());
    if (descriptor < 0) fail("make");
    ::unlink(name.c_str());
    file_ = ::fdopen(descriptor, "w+b");
    if (file_ == nullptr) {
      ::close(descriptor);
      fail("open");
    }
  }
  ~Run() { std::fclose(file_); }
  Run(const Run&) = delete;
  Run& operator=(const Run&) = delete;

  [[nodiscard]] std::FILE* file() const noexcept { return file_; }

 private:
  std::FILE* file_ = nullptr;
};

/// Of each field only what differs from that of the quad before: length shared, length of the rest, rest.
class QuadSorter::RunWriter {
 public:
  explicit RunWriter(Run& run) : file_(run.file()) {}

  void write(const Key& key) {
    for (std::size_t i = 0; i < key.size(); ++i) {
      const std::size_t shared = shared_prefix(key[i], before_[i]);
      number(shared);
      number(key[i].size() - shared);
      buffer_.append(key[i].substr(shared));
    }
    before_ = key;
    if (buffer_.size() >= kBuffer) flush();
  }

  void finish() {
    flush();
    if (std::fflush(file_) != 0) fail("write");
  }

 private:
  static constexpr std::size_t kBuffer = 1u << 16;

  void number(std::size_t n) {  // 7 bits a byte
    for (; n >= 0x80; n >>= 7) buffer_ += static_cast<char>((n & 0x7F) | 0x80);
    buffer_ += static_cast<char>(n);
  }
  void flush() {
    if (std::fwrite(buffer_.data(), 1, buffer_.size(), file_) != buffer_.size()) fail("write");
    buffer_.clear();
  }

  std::FILE* file_;
  std::string buffer_;
  Key before_{};
};

class QuadSorter::RunReader {
 public:
  explicit RunReader(const Run& run) : file_(run.file()) {
    if (std::fseek(file_, 0, SEEK_SET) != 0) fail("read");
  }

  bool next(Key& key) {
    for (std::size_t i = 0; i < key.size(); ++i) {
      const int first = ::getc_unlocked(file_);
      if (first == EOF && i == 0) return false;
      const std::size_t shared = number(first);
      const std::size_t rest = number(::getc_unlocked(file_));
      if (shared > fields_[i].size()) fail("read");
      fields_[i].resize(shared + rest);
      if (std::fread(fields_[i].data() + shared, 1, rest, file_) != rest) fail("read");
      key[i] = fields_[i];
    }
    return true;
  }

 private:
  std::size_t number(int byte) {
    std::size_t n = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      if (byte == EOF) break;
      n |= static_cast<std::size_t>(byte & 0x7F) << shift;
      if ((byte & 0x80) == 0) return n;
      byte = ::getc_unlocked(file_);
    }
    fail("read");
  }

  std::FILE* file_;
  std::array<std::string, 4> fields_;
};

QuadSorter::QuadSorter(QuadOrder order, std::size_t memory) : order_(order), memory_(memory) {}
QuadSorter::~QuadSorter() = default;
QuadSorter::QuadSorter(QuadSorter&&) noexcept = default;
QuadSorter& QuadSorter::operator=(QuadSorter&&) noexcept = default;

void QuadSorter::add(const Quad& quad) {
  const auto terms = terms_of(quad, order_);
  std::string key;
  for (std::size_t i = 0; i < terms.size(); ++i) {
    key.clear();
    append_key(key, *terms[i]);
    if (key == last_[i]) continue;  // graph and subject mostly are those of the quad before
    last_row_[i] = names_.add(key);
    last_[i] = key;
  }
  rows_.push_back(last_row_);
  sorted_ = false;
  if (rows_.size() % 1024 == 0 && names_.bytes() + rows_.capacity() * sizeof(Row) > memory_) spill();
}

/// Each distinct term is compared as text once, for a place among the others; the quads are compared as numbers.
void QuadSorter::sort_buffer() {
  if (sorted_) return;
  std::vector<NamePool::Id> by_rank(names_.size());
  std::iota(by_rank.begin(), by_rank.end(), NamePool::Id{0});
  std::sort(by_rank.begin(), by_rank.end(), [&](NamePool::Id a, NamePool::Id b) { return names_[a] < names_[b]; });
  std::vector<NamePool::Id> rank(names_.size());
  for (NamePool::Id i = 0; i < by_rank.size(); ++i) rank[by_rank[i]] = i;
  for (Row& row : rows_) {
    for (NamePool::Id& id : row) id = rank[id];
  }
  std::sort(rows_.begin(), rows_.end());
  rows_.erase(std::unique(rows_.begin(), rows_.end()), rows_.end());
  for (Row& row : rows_) {
    for (NamePool::Id& id : row) id = by_rank[id];
  }
  sorted_ = true;
}

void QuadSorter::spill() {
  sort_buffer();
  runs_.push_back(std::make_unique<Run>());
  RunWriter writer(*runs_.back());
  for (const Row& row : rows_) writer.write({names_[row[0]], names_[row[1]], names_[row[2]], names_[row[3]]});
  writer.finish();
  rows_.clear();
  names_.clear();
  last_ = {};
  last_row_ = {};
}

void QuadSorter::for_each(const std::function<void(const Quad&)>& visit) {
  sort_buffer();
  struct Source {
    std::unique_ptr<RunReader> run;  // none: the buffer
    std::size_t row = 0;
    Key key{};
  };
  std::vector<Source> sources;
  const auto advance = [&](Source& source) {
    if (source.run) return source.run->next(source.key);
    if (source.row == rows_.size()) return false;
    const Row& row = rows_[source.row++];
    source.key = {names_[row[0]], names_[row[1]], names_[row[2]], names_[row[3]]};
    return true;
  };
  for (const auto& run : runs_) sources.push_back({std::make_unique<RunReader>(*run), 0, {}});
  sources.emplace_back();
  std::erase_if(sources, [&](Source& source) { return !advance(source); });
  const auto later = [&](std::size_t a, std::size_t b) { return sources[a].key > sources[b].key; };
  std::vector<std::size_t> heap(sources.size());
  std::iota(heap.begin(), heap.end(), std::size_t{0});
  std::make_heap(heap.begin(), heap.end(), later);

  Quad quad;
  const auto terms = terms_of(quad, order_);
  std::array<std::string, 4> given;
  bool first = true;
  while (!heap.empty()) {
    std::pop_heap(heap.begin(), heap.end(), later);
    Source& source = sources[heap.back()];
    bool changed = first;
    for (std::size_t i = 0; i < terms.size(); ++i) {
      if (!first && source.key[i] == given[i]) continue;
      *terms[i] = term_of(source.key[i]);
      given[i] = source.key[i];
      changed = true;
    }
    first = false;
    if (changed) visit(quad);
    if (advance(source))
      std::push_heap(heap.begin(), heap.end(), later);
    else
      heap.pop_back();
  }
}

}  // namespace triplewright::merge
