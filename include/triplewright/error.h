// Errors and diagnostics.
//
// A setup failure (model, ontology, output) throws Error. A bad record or a failing article never
// stops a run: it becomes a Diagnostic handed to the caller's sink and is counted.
// Thread-safety: values; a DiagnosticSink is called from one thread at a time.
#pragma once

#include <cstddef>
#include <functional>
#include <stdexcept>
#include <string>

namespace triplewright {

/// A place in an input. Lines and columns count from 1; 0 means unknown. `offset` is in bytes.
struct Position {
  std::string source;  ///< file name, archive member or IRI
  std::size_t line = 0;
  std::size_t column = 0;
  std::size_t offset = 0;

  /// "file:line:column", leaving out what is unknown.
  [[nodiscard]] std::string to_string() const;
};

/// A failure of set-up: a model, an ontology, an output or a usage that cannot work.
class Error : public std::runtime_error {
 public:
  explicit Error(const std::string& message) : std::runtime_error(message) {}
  Error(const std::string& message, Position where)
      : std::runtime_error(where.to_string() + ": " + message), where_(std::move(where)) {}
  [[nodiscard]] const Position& where() const noexcept { return where_; }

 private:
  Position where_;
};

enum class Severity { Note, Warning, Error };

/// Something wrong with one record, file or article. `code` is a stable short word for counting and
/// filtering ("not-english", "bad-json", "too-large", ...); `message` is for people.
struct Diagnostic {
  Severity severity = Severity::Error;
  Position where;
  std::string code;
  std::string message;
};

using DiagnosticSink = std::function<void(const Diagnostic&)>;

}  // namespace triplewright
