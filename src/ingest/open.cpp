// Inputs named by the user: files, folders, globs, standard input.
#include <glob.h>

#include <algorithm>
#include <filesystem>
#include <vector>

#include "ingest/context.h"
#include "ingest/metadata.h"

namespace triplewright {

namespace ingest {

namespace {

namespace fs = std::filesystem;

void add_folder(const fs::path& folder, std::vector<std::string>& files) {
  std::vector<std::string> found;
  std::error_code error;
  for (fs::recursive_directory_iterator it(folder, fs::directory_options::skip_permission_denied, error), end;
       it != end; it.increment(error)) {
    if (error) break;
    const std::string name = it->path().filename().string();
    if (name.starts_with('.')) {
      if (it->is_directory(error)) it.disable_recursion_pending();
      continue;
    }
    // The metadata beside a text belongs to it.
    if (it->is_regular_file(error) && !name.ends_with(".meta.json")) found.push_back(it->path().string());
  }
  std::sort(found.begin(), found.end());
  files.insert(files.end(), found.begin(), found.end());
}

std::vector<std::string> expand(const std::vector<std::string>& inputs) {
  std::vector<std::string> files;
  for (const std::string& input : inputs) {
    std::error_code error;
    if (input == "-" || fs::is_regular_file(input, error) || fs::is_fifo(input, error) ||
        fs::is_character_file(input, error)) {
      files.push_back(input);
    } else if (fs::is_directory(input, error)) {
      add_folder(input, files);
    } else if (input.find_first_of("*?[") != std::string::npos) {
      glob_t matches{};
      const int status = glob(input.c_str(), 0, nullptr, &matches);
      std::vector<std::string> paths(matches.gl_pathv, matches.gl_pathv + matches.gl_pathc);
      globfree(&matches);
      if (status != 0 || paths.empty()) throw Error("nothing matches '" + input + "'");
      std::sort(paths.begin(), paths.end());
      for (const std::string& path : paths) {
        if (fs::is_directory(path, error)) {
          add_folder(path, files);
        } else if (!path.ends_with(".meta.json")) {
          files.push_back(path);
        }
      }
    } else {
      throw Error("no such file or folder: '" + input + "'");
    }
  }
  return files;
}

/// One input after the other.
class Inputs : public Reader {
 public:
  Inputs(std::vector<std::string> files, const ReadOptions& options, DiagnosticSink sink)
      : context_{options, std::move(sink)}, files_(std::move(files)) {}

  std::optional<Article> next() override {
    while (true) {
      if (current_) {
        if (auto article = current_->next()) return article;
        current_.reset();
      }
      if (at_ == files_.size()) return std::nullopt;
      const std::string& path = files_[at_++];
      auto source = open_file(path);
      if (!source) {
        context_.report(Severity::Error, {path, 0, 0, 0}, "unreadable", "cannot be opened");
        continue;
      }
      Input input;
      input.where.source = path;
      input.stream = std::make_unique<Stream>(std::move(source));
      input.budget = std::make_shared<Budget>(Budget{context_.options.max_expanded_bytes});
      current_ = make_reader(context_, std::move(input));
    }
  }

 private:
  Context context_;
  std::vector<std::string> files_;
  std::size_t at_ = 0;
  std::unique_ptr<Reader> current_;
};

}  // namespace

}  // namespace ingest

std::unique_ptr<Reader> open_reader(const std::vector<std::string>& inputs, const ReadOptions& options,
                                    DiagnosticSink sink) {
  return std::make_unique<ingest::Inputs>(ingest::expand(inputs), options, std::move(sink));
}

}  // namespace triplewright
