// What several commands share: options, diagnostics on stderr, output files that appear only when complete.
#pragma once

#include <fstream>
#include <functional>
#include <iosfwd>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "triplewright/pipeline.h"
#include "triplewright/rdf.h"

namespace CLI {
class App;
}

namespace triplewright::cli {

/// Prints warnings and errors to stderr, counts them by code, and keeps rejects in a JSON Lines file if asked to.
class Diagnostics {
 public:
  /// Opens the file for rejects; throws Error when it cannot be written.
  void write_rejects_to(const std::string& path);
  /// Sinks that refer to this object, which must outlive them. What is not about an article: ontology, graphs.
  [[nodiscard]] DiagnosticSink sink() {
    return [this](const Diagnostic& d) { take(d, other_); };
  }
  /// Of records that were skipped (warnings, and notes, which are not printed) or failed (errors).
  [[nodiscard]] DiagnosticSink article_sink() {
    return [this](const Diagnostic& d) { take(d, d.severity == Severity::Error ? failed_ : skipped_); };
  }
  [[nodiscard]] std::size_t errors() const { return errors_; }
  /// "read 90 articles; skipped 12 (10 not-english, 2 no-text); failed 1 (1 bad-json)" on stderr.
  void summarize(std::size_t read, std::size_t unchanged = 0) const;
  /// "12 diagnostics: 10 bad-rdf, 2 bad-row" on stderr, or nothing, for commands that read no articles.
  void summarize() const;

 private:
  using Counts = std::map<std::string, std::size_t>;
  void take(const Diagnostic& diagnostic, Counts& counts);

  std::size_t errors_ = 0;
  std::size_t printed_ = 0;
  Counts other_, skipped_, failed_;
  std::ofstream rejects_;
};

/// INPUT... and how to read them.
struct InputOptions {
  std::vector<std::string> inputs;
  std::string format = "auto";
  std::vector<std::string> map;
  std::string rejects;
  ReadOptions read;

  void add_to(CLI::App& command);
  /// Throws Error for an unknown format or a malformed --map.
  [[nodiscard]] std::unique_ptr<Reader> open(Diagnostics& diagnostics);
};

/// Ontology, entities, models and how to extract.
struct EngineOptions {
  std::vector<std::string> ontology, entities;
  std::string models;
  unsigned jobs = 0;
  ExtractOptions extract;

  void add_to(CLI::App& command);
  [[nodiscard]] Extractor load(Diagnostics& diagnostics) const;
  [[nodiscard]] unsigned workers() const;
};

/// Calls `use` with each article in turn; one that makes it throw is a diagnostic and does not stop the others. Returns
/// how many were read.
std::size_t for_each_article(Reader& reader, Diagnostics& diagnostics, const std::function<void(Article)>& use);

/// A file that is written beside its place and renamed when it is complete, or standard output for "" and "-".
class OutputFile {
 public:
  /// Throws Error when it cannot be opened.
  explicit OutputFile(std::string path);
  ~OutputFile();
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;
  [[nodiscard]] std::ostream& stream();
  /// Flushes and renames; throws Error when something could not be written.
  void commit();

 private:
  std::string path_, temporary_;
  std::ofstream file_;
};

/// Articles, rate and time on stderr, when it is a terminal.
class Progress {
 public:
  Progress();
  void operator()(const RunSummary& summary);
  void finish();

 private:
  double start_ = 0, last_ = 0;
  bool terminal_ = false;
};

/// The syntax asked for by name, else by the file's extension, else `fallback`; throws Error for an unknown name.
[[nodiscard]] Syntax choose_syntax(const std::string& name, const std::string& path, Syntax fallback);

/// For --annotate: "" or "rdf-star"; throws Error for another word.
[[nodiscard]] WriteOptions write_options(const std::string& annotate);

/// The bytes of a file; throws Error when it cannot be read.
[[nodiscard]] std::string read_text(const std::string& path);

/// Reads an RDF file quad by quad, with its faults as diagnostics; throws Error when it cannot be opened.
void read_quads(const std::string& path, Diagnostics& diagnostics, const QuadSink& quads,
                const PrefixSink& prefixes = {});

/// Reads RDF files into one graph.
[[nodiscard]] Graph read_graphs(const std::vector<std::string>& paths, Diagnostics& diagnostics);

}  // namespace triplewright::cli
