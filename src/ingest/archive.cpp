// Archives and compressed files through libarchive, streamed, with limits on size, ratio and depth.
#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <vector>

#include "ingest/context.h"
#include "text/utf8.h"

namespace triplewright::ingest {

namespace {

constexpr std::uint64_t kFreeBytes = 16u << 20;  // below this the ratio does not matter

struct Closer {
  void operator()(struct archive* a) const { archive_read_free(a); }
};

/// An open archive and what it has expanded to.
struct Unpacking {
  std::unique_ptr<Stream> packed;
  std::vector<char> buffer = std::vector<char>(64u << 10);
  std::unique_ptr<struct archive, Closer> handle;
  std::shared_ptr<Budget> budget;
  double max_ratio = 0;
  std::uint64_t expanded = 0;
  std::string refused;  ///< why unpacking was stopped for good

  static la_ssize_t pull(struct archive*, void* self, const void** out) {
    auto& unpacking = *static_cast<Unpacking*>(self);
    *out = unpacking.buffer.data();
    return static_cast<la_ssize_t>(unpacking.packed->read(unpacking.buffer.data(), unpacking.buffer.size()));
  }

  [[nodiscard]] std::string fault() const {
    const char* text = archive_error_string(handle.get());
    return text != nullptr ? text::repair(text) : "damaged archive";
  }

  /// Counts bytes of a member; false when a limit is passed.
  bool count(std::uint64_t bytes) {
    expanded += bytes;
    if (bytes > budget->left) {
      budget->left = 0;
      refused = "expands beyond the size limit";
    } else {
      budget->left -= bytes;
    }
    const double packed_bytes = static_cast<double>(std::max<std::uint64_t>(packed->offset(), 1));
    if (expanded > kFreeBytes && static_cast<double>(expanded) > max_ratio * packed_bytes)
      refused = "expands beyond the ratio limit";
    return refused.empty();
  }
};

class MemberSource : public ByteSource {
 public:
  explicit MemberSource(std::shared_ptr<Unpacking> unpacking) : unpacking_(std::move(unpacking)) {}

  std::size_t read(char* out, std::size_t size) override {
    if (!error_.empty() || !unpacking_->refused.empty()) return 0;
    const la_ssize_t got = archive_read_data(unpacking_->handle.get(), out, size);
    if (got < 0) {
      error_ = unpacking_->fault();
      return 0;
    }
    if (got > 0 && !unpacking_->count(static_cast<std::uint64_t>(got))) {
      error_ = unpacking_->refused;
      return 0;
    }
    return static_cast<std::size_t>(got);
  }

 private:
  std::shared_ptr<Unpacking> unpacking_;
};

std::string without_extension(const std::string& name) {
  const std::size_t slash = name.find_last_of("/!");
  const std::size_t dot = name.rfind('.');
  return dot != std::string::npos && (slash == std::string::npos || dot > slash + 1) ? name.substr(0, dot) : name;
}

class ArchiveReader : public Reader {
 public:
  ArchiveReader(const Context& context, Input input) : context_(context), input_(std::move(input)) {
    unpacking_ = std::make_shared<Unpacking>();
    unpacking_->packed = std::move(input_.stream);
    unpacking_->budget = input_.budget;
    unpacking_->max_ratio = context.options.max_ratio;
    unpacking_->handle.reset(archive_read_new());
    struct archive* handle = unpacking_->handle.get();
    archive_read_support_filter_all(handle);
    archive_read_support_format_tar(handle);
    archive_read_support_format_zip_streamable(handle);
    archive_read_support_format_7zip(handle);
    archive_read_support_format_raw(handle);
    archive_read_support_format_empty(handle);
    if (archive_read_open(handle, unpacking_.get(), nullptr, &Unpacking::pull, nullptr) != ARCHIVE_OK)
      stop("bad-archive", unpacking_->fault());
  }

  std::optional<Article> next() override {
    while (true) {
      if (member_) {
        if (auto article = member_->next()) return article;
        member_.reset();
      }
      if (ended_) return std::nullopt;
      if (!unpacking_->refused.empty()) {
        stop("archive-limit", unpacking_->refused + "; the rest is left out");
        return std::nullopt;
      }
      struct archive_entry* entry = nullptr;
      const int status = archive_read_next_header(unpacking_->handle.get(), &entry);
      if (status == ARCHIVE_EOF) {
        ended_ = true;
        if (members_ == 0) context_.report(Severity::Warning, input_.where, "empty", "an archive without files");
      } else if (status < ARCHIVE_WARN) {
        stop("bad-archive", unpacking_->fault());
      } else {
        open_member(entry);
      }
    }
  }

 private:
  void stop(const std::string& code, const std::string& message) {
    context_.report(Severity::Error, input_.where, code, message);
    ended_ = true;
  }

  void open_member(struct archive_entry* entry) {
    // A header and its padding are bytes too: a million empty members must end somewhere.
    if (!unpacking_->count(512)) return;
    if (archive_entry_filetype(entry) != AE_IFREG && archive_format(unpacking_->handle.get()) != ARCHIVE_FORMAT_RAW)
      return;
    ++members_;
    Input member;
    member.depth = input_.depth + 1;
    member.budget = input_.budget;
    member.url = input_.url;
    member.encoding = input_.encoding;
    if (archive_format(unpacking_->handle.get()) == ARCHIVE_FORMAT_RAW) {
      member.where.source = without_extension(input_.where.source);
      member.where.offset = input_.where.offset;
    } else {
      const char* name = archive_entry_pathname_utf8(entry);
      if (name == nullptr) name = archive_entry_pathname(entry);
      const std::string path = text::repair(name != nullptr ? name : "?");
      const std::string file = path.substr(path.find_last_of('/') + 1);
      if (file.starts_with('.') || path.starts_with("__MACOSX/") || file.ends_with(".meta.json")) return;
      member.where.source = input_.where.source + "!" + path;
    }
    member.stream = std::make_unique<Stream>(std::make_unique<MemberSource>(unpacking_));
    member_ = make_reader(context_, std::move(member));
  }

  const Context& context_;
  Input input_;
  std::shared_ptr<Unpacking> unpacking_;
  std::unique_ptr<Reader> member_;
  std::size_t members_ = 0;
  bool ended_ = false;
};

}  // namespace

std::unique_ptr<Reader> make_archive_reader(const Context& context, Input input) {
  return std::make_unique<ArchiveReader>(context, std::move(input));
}

}  // namespace triplewright::ingest
