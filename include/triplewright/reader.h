// Readers: bytes to articles. One interface for text, HTML, feeds, JSON Lines, web archives.
// Thread-safety: a reader belongs to one thread.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "triplewright/article.h"
#include "triplewright/error.h"

namespace triplewright {

enum class InputFormat : std::uint8_t { Auto, Text, Html, Xml, Json, JsonLines, Warc, Archive, Conllu };

struct ReadOptions {
  InputFormat format = InputFormat::Auto;
  std::vector<std::pair<std::string, std::string>> field_map;  ///< "text" -> ".article.body" (JSON)
  std::string language;                                        ///< overrides what is found; empty: detect
  bool keep_other_languages = false;  ///< hand over what is not English, too, with its language
  std::size_t max_record_bytes = 64u << 20;
  std::size_t max_expanded_bytes = 4ull << 30;  ///< of one archive
  double max_ratio = 1000;                      ///< expanded to packed, beyond 16 MiB
  unsigned max_depth = 4;                       ///< archives within archives
};

/// A stream of articles.
class Reader {
 public:
  virtual ~Reader() = default;
  /// The next article, or nullopt at the end. Never throws for bad input: faults go to the sink.
  virtual std::optional<Article> next() = 0;
};

/// A reader over files, folders, globs and "-" (standard input), in the order given, folders sorted by name.
/// Throws Error when an input does not exist.
[[nodiscard]] std::unique_ptr<Reader> open_reader(const std::vector<std::string>& inputs, const ReadOptions& options,
                                                  DiagnosticSink sink);

/// An article from a string of plain text, for embedding: blocks, title and date are found as in a file.
[[nodiscard]] Article article_from_text(std::string text);

/// One line of JSON, without line end: source, line, column, offset, severity, code, message; for lists of what was
/// skipped.
[[nodiscard]] std::string diagnostic_to_json(const Diagnostic& diagnostic);

}  // namespace triplewright
