#include "ingest/source.h"

#include <algorithm>
#include <cstdio>
#include <cstring>

namespace triplewright::ingest {

namespace {

constexpr std::size_t kChunk = 256u << 10;

class FileSource : public ByteSource {
 public:
  explicit FileSource(std::FILE* file) : file_(file) {}
  FileSource(const FileSource&) = delete;
  FileSource& operator=(const FileSource&) = delete;
  ~FileSource() override {
    if (file_ != stdin) std::fclose(file_);
  }
  std::size_t read(char* out, std::size_t size) override {
    const std::size_t got = std::fread(out, 1, size, file_);
    if (got == 0 && std::ferror(file_) != 0) error_ = "read error";
    return got;
  }

 private:
  std::FILE* file_;
};

class MemorySource : public ByteSource {
 public:
  explicit MemorySource(std::string bytes) : bytes_(std::move(bytes)) {}
  std::size_t read(char* out, std::size_t size) override {
    const std::size_t got = std::min(size, bytes_.size() - at_);
    std::memcpy(out, bytes_.data() + at_, got);
    at_ += got;
    return got;
  }

 private:
  std::string bytes_;
  std::size_t at_ = 0;
};

}  // namespace

std::unique_ptr<ByteSource> open_file(const std::string& path) {
  std::FILE* file = path == "-" ? stdin : std::fopen(path.c_str(), "rb");
  if (file == nullptr) return nullptr;
  return std::make_unique<FileSource>(file);
}

std::unique_ptr<ByteSource> open_bytes(std::string bytes) {
  return std::make_unique<MemorySource>(std::move(bytes));
}

bool Stream::fill() {
  if (ended_) return false;
  if (begin_ > 0) {
    buffer_.erase(0, begin_);
    begin_ = 0;
  }
  const std::size_t old = buffer_.size();
  buffer_.resize(old + kChunk);
  const std::size_t got = source_->read(buffer_.data() + old, kChunk);
  buffer_.resize(old + got);
  ended_ = got == 0;
  return got > 0;
}

std::string_view Stream::peek(std::size_t size) {
  while (buffer_.size() - begin_ < size && fill()) {
  }
  return std::string_view(buffer_).substr(begin_, size);
}

std::size_t Stream::read(char* out, std::size_t size) {
  if (begin_ == buffer_.size() && !fill()) return 0;
  const std::size_t got = std::min(size, buffer_.size() - begin_);
  std::memcpy(out, buffer_.data() + begin_, got);
  begin_ += got;
  offset_ += got;
  return got;
}

std::string Stream::read_all(std::size_t limit, bool& cut) {
  std::string all;
  cut = false;
  while (all.size() < limit) {
    if (begin_ == buffer_.size() && !fill()) return all;
    const std::size_t take = std::min(limit - all.size(), buffer_.size() - begin_);
    all.append(buffer_, begin_, take);
    begin_ += take;
    offset_ += take;
  }
  cut = !peek(1).empty();
  return all;
}

bool Stream::read_line(std::string& line, std::size_t limit, bool& cut) {
  line.clear();
  cut = false;
  bool any = false;
  while (begin_ < buffer_.size() || fill()) {
    any = true;
    const char* start = buffer_.data() + begin_;
    const std::size_t have = buffer_.size() - begin_;
    // NOLINTNEXTLINE(bugprone-not-null-terminated-result): a search in bytes
    const auto* newline = static_cast<const char*>(std::memchr(start, '\n', have));
    const std::size_t take = newline != nullptr ? static_cast<std::size_t>(newline - start) : have;
    const std::size_t room = limit > line.size() ? limit - line.size() : 0;
    line.append(start, std::min(take, room));
    cut = cut || take > room;
    const std::size_t used = take + (newline != nullptr ? 1 : 0);
    begin_ += used;
    offset_ += used;
    if (newline != nullptr) break;
  }
  if (!line.empty() && line.back() == '\r') line.pop_back();
  return any;
}

std::uint64_t Stream::skip(std::uint64_t size) {
  std::uint64_t done = 0;
  while (done < size && (begin_ < buffer_.size() || fill())) {
    const std::uint64_t take = std::min<std::uint64_t>(size - done, buffer_.size() - begin_);
    begin_ += take;
    done += take;
  }
  offset_ += done;
  return done;
}

}  // namespace triplewright::ingest
