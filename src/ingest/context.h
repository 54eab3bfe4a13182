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

/// Options and sink of one `open_reader`; outlives the readers it makes.
struct Context {
  ReadOptions options;
  DiagnosticSink sink;

  void report(Severity severity, Position where, std::string code, std::string message) const {
    if (sink) sink({severity, std::move(where), std::move(code), std::move(message)});
  }
};

/// Bytes that one file of the user's may still expand to, over all archives in it.
struct Budget {
  std::uint64_t left = 0;
};

/// Bytes to read, with what is known about them.
struct Input {
  Position where;  ///< source: path, or "archive!member"; offset: of a record within it
  std::unique_ptr<Stream> stream;
  unsigned depth = 0;  ///< archives around it; 0: a file of its own
  std::shared_ptr<Budget> budget;
  std::string url;       ///< where it was fetched from, or empty
  std::string encoding;  ///< as declared outside of the content, or empty
};

/// A reader for what the input holds. The kind is told from content, then from the name's extension. Null, with a
/// diagnostic, when it holds no text.
[[nodiscard]] std::unique_ptr<Reader> make_reader(const Context& context, Input input);

// Readers of one kind.
[[nodiscard]] std::unique_ptr<Reader> make_text_reader(const Context& context, Input input);
[[nodiscard]] std::unique_ptr<Reader> make_html_reader(const Context& context, Input input);
[[nodiscard]] std::unique_ptr<Reader> make_json_reader(const Context& context, Input input, bool lines);
[[nodiscard]] std::unique_ptr<Reader> make_xml_reader(const Context& context, Input input);
[[nodiscard]] std::unique_ptr<Reader> make_conllu_reader(const Context& context, Input input);
[[nodiscard]] std::unique_ptr<Reader> make_warc_reader(const Context& context, Input input);
[[nodiscard]] std::unique_ptr<Reader> make_archive_reader(const Context& context, Input input);

/// The whole input as UTF-8; nothing, with a diagnostic, when it is larger than a record may be or cannot be read.
[[nodiscard]] std::optional<std::string> read_record(const Context& context, Input& input,
                                                     std::string_view encoding = {});

/// Fills in what every article needs (valid text, blocks, language, IRI). Nothing, with a diagnostic, for an article
/// without text or in another language than English.
[[nodiscard]] std::optional<Article> finish(const Context& context, Article article);

}  // namespace triplewright::ingest
