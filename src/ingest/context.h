// What the readers of one run share. Thread-safety: one thread.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "ingest/source.h"
#include "triplewright/reader.h"

namespace triplewright::ingest {

/// Options and sink of one `open_reader`, shared by the readers it makes, which it outlives.
struct Context {
  ReadOptions options;
  DiagnosticSink sink;

  void report(Severity severity, Position where, std::string code, std::string message) const {
    if (sink) sink({severity, std::move(where), std::move(code), std::move(message)});
  }
};

/// A source with a name, and how deep in archives it lies (0: a file of its own).
struct Input {
  std::string name;  ///< path, or "archive!member"
  std::unique_ptr<Stream> stream;
  unsigned depth = 0;
};

/// A reader for what the input holds. The kind is told from content, then from the name's extension.
[[nodiscard]] std::unique_ptr<Reader> make_reader(const Context& context, Input input);

/// Readers of one kind.
[[nodiscard]] std::unique_ptr<Reader> make_text_reader(const Context& context, Input input);

/// Fills in what every article needs (valid text, blocks, language, IRI) and says why one is skipped (diagnostic):
/// empty text, not English. `sections` are the blocks that a reader already knows, or empty.
[[nodiscard]] std::optional<Article> finish(const Context& context, Article article);

}  // namespace triplewright::ingest
